#include "actions/users/views.h"

#include "formats/json_write.h"
#include "limits.h"
#include "store/change.h"

bool view_list_check(struct str list, struct err *e)
{
	return str_is_among(list, "findings") ||
	       err_fail(e, ERR_ABSENT, "there are no views of a list \"" STR_FMT "\"", STR_ARG(list));
}

static bool check(const struct saved_view *view, struct err *e)
{
	if (view->name.len == 0 || view->name.len > LIMIT_VIEW_NAME_BYTES)
		return err_fail(e, ERR_INPUT, "the name of a view has 1 to %d bytes, not %zu",
		    LIMIT_VIEW_NAME_BYTES, view->name.len);
	if (view->query.len == 0 || view->query.len > LIMIT_VIEW_QUERY_BYTES)
		return err_fail(e, ERR_INPUT, "the query of a view has 1 to %d bytes, not %zu",
		    LIMIT_VIEW_QUERY_BYTES, view->query.len);
	for (size_t i = 0; i < view->name.len; i++)
		if ((unsigned char)view->name.ptr[i] < ' ' || view->name.ptr[i] == 0x7f)
			return err_fail(e, ERR_INPUT, "the name of a view has a control character in it");
	return true;
}

static struct str view_json(const struct saved_view *view, struct arena *arena)
{
	SCOPED_BUF json = buf_new(LIMIT_RECORD_BYTES);
	struct json_out *w = json_out_buf(&json, false);

	json_open_object(w);
	json_field_text(w, "query", view->query);
	json_close_object(w);
	json_out_close(w);
	return arena_copy(arena, buf_str(&json));
}

/* The one of that name, and how many there are. */
static bool find(struct db *db, struct str who, struct str list, struct str name, struct arena *arena,
    struct saved_view *out, bool *found, size_t *count, struct err *e)
{
	struct saved_view *views;

	*found = false;
	if (!saved_view_list(db, who, list, arena, &views, count, e))
		return false;
	for (size_t i = 0; i < *count; i++)
		if (str_eq(views[i].name, name)) {
			*out = views[i];
			*found = true;
		}
	return true;
}

static struct str subject(struct str list, struct str name, struct arena *arena)
{
	return arena_printf(arena, "view of %.*s: %.*s", STR_WHOLE(list), STR_WHOLE(name));
}

bool view_keep(struct db *db, struct str list, struct saved_view view, struct change_by by, struct err *e)
{
	SCOPED_CHANGE *change = NULL;
	SCOPED_ARENA arena = { 0 };
	struct saved_view before;
	size_t count;
	bool found;

	if (!view_list_check(list, e) || !check(&view, e) || !change_open(db, &by, &change, e) ||
	    !find(db, by.who, list, view.name, &arena, &before, &found, &count, e))
		return false;
	if (!found && count >= LIMIT_VIEWS)
		return err_fail(
		    e, ERR_CONFLICT, "%d views are kept already: take one out first", LIMIT_VIEWS);
	view.at = found ? before.at : by.at;
	return saved_view_put(db, by.who, list, &view, e) &&
	       change_note(change, "view.keep", subject(list, view.name, &arena),
		   found ? view_json(&before, &arena) : STR_NONE, view_json(&view, &arena), e) &&
	       change_close(&change, e);
}

bool view_drop(struct db *db, struct str list, struct str name, struct change_by by, struct err *e)
{
	SCOPED_CHANGE *change = NULL;
	SCOPED_ARENA arena = { 0 };
	struct saved_view before;
	size_t count;
	bool found;

	if (!view_list_check(list, e) || !change_open(db, &by, &change, e) ||
	    !find(db, by.who, list, name, &arena, &before, &found, &count, e))
		return false;
	if (!found)
		return err_fail(e, ERR_ABSENT, "you keep no view \"" STR_FMT "\"", STR_ARG(name));
	return saved_view_drop(db, by.who, list, name, e) &&
	       change_note(change, "view.drop", subject(list, name, &arena), view_json(&before, &arena),
		   STR_NONE, e) &&
	       change_close(&change, e);
}
