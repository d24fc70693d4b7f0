#include "actions/users/access.h"

#include "actions/firm_day.h"
#include "actions/users/user_list_json.h"
#include "formats/json_write.h"
#include "reports/casefile_record.h"
#include "store/casefiles.h"
#include "store/change.h"
#include "store/users.h"

#define REVIEW_SETTING "access_review"
#define NOTE_BYTES_MOST 4000
#define USERS_BYTES_MOST ((size_t)1024 * 1024)
#define JSON_BYTES_MOST (2 * USERS_BYTES_MOST)

static bool put(struct db *db, struct change **change, const char *what, const char *name, struct str content,
    struct arena *arena, struct err *e)
{
	struct str old;

	return setting_get(db, name, arena, &old, e) && setting_put(db, name, content, e) &&
	       change_note(*change, what, arena_printf(arena, "setting %s", name), old, content, e) &&
	       change_close(change, e);
}

bool access_set(struct db *db, const struct access_rules *rules, struct change_by by, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;

	return change_open(db, &by, &change, e) &&
	       put(db, &change, "user.access", ACCESS_SETTING, access_rules_json(rules, &arena), &arena, e);
}

/* "anna: administrator (active); ben: security (disabled)": what was looked at, as it stood. */
static bool put_users(struct db *db, struct instant now, struct arena *arena, struct str *out, struct err *e)
{
	SCOPED_BUF text = buf_new(USERS_BYTES_MOST);
	struct user *users;
	size_t count;

	if (!user_list(db, arena, &users, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		buf_printf(&text, "%s" STR_FMT ": ", i ? "; " : "", STR_ARG(users[i].name));
		roles_write(users[i].roles, &text);
		buf_printf(&text, " (%s)", user_state_word(&users[i], now));
	}
	*out = arena_copy(arena, buf_str(&text));
	return !buf_full(&text) ||
	       err_fail(e, ERR_LIMIT, "the users reviewed take more than %zu bytes", USERS_BYTES_MOST);
}

static struct str review_json(const struct access_review *r, struct str users, struct arena *arena)
{
	SCOPED_BUF out = buf_new(JSON_BYTES_MOST);
	struct json_out *w = json_out_buf(&out, false);

	json_open_object(w);
	json_field_date(w, "on", r->on);
	json_field_text(w, "by", r->by);
	json_field_text(w, "note", r->note);
	json_field_text(w, "users", users);
	json_close_object(w);
	json_out_close(w);
	return arena_copy(arena, buf_str(&out));
}

static bool read_review(struct db *db, struct arena *arena, struct access_review *out, struct err *e)
{
	struct report_fields fields;
	struct str json;

	*out = (struct access_review){ .on = DATE_NONE, .by = STR(""), .note = STR("") };
	if (!setting_get(db, REVIEW_SETTING, arena, &json, e))
		return false;
	if (!json.ptr)
		return true;
	if (!report_fields_read(json, arena, &fields, e) ||
	    !date_parse(report_fields_text(&fields, STR("on")), &out->on, e))
		return err_within(e, "setting " REVIEW_SETTING);
	out->by = report_fields_text(&fields, STR("by"));
	out->note = report_fields_text(&fields, STR("note"));
	return true;
}

static bool check_day(const struct access_review *last, struct date on, struct date today, struct err *e)
{
	char day[DATE_TEXT_SIZE], other[DATE_TEXT_SIZE];

	if (on.days > today.days)
		return err_fail(e, ERR_INPUT, "%s is still to come: a review is recorded when it was made",
		    date_write(on, day));
	return !date_is_known(last->on) || on.days >= last->on.days ||
	       err_fail(e, ERR_CONFLICT, "the last review was on %s, which is after %s",
		   date_write(last->on, other), date_write(on, day));
}

bool access_review(struct db *db, struct date on, struct str note, struct change_by by, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;
	struct access_review last, made;
	struct date today;
	struct str users;

	if (note.len > NOTE_BYTES_MOST)
		return err_fail(e, ERR_LIMIT, "the note of a review has at most %d bytes", NOTE_BYTES_MOST);
	if (!change_open(db, &by, &change, e) || !firm_day(db, DATE_NONE, by.at, &today, e) ||
	    !read_review(db, &arena, &last, e))
		return false;
	if (!change_is_guarded(change))
		return err_fail(e, ERR_CONFLICT, "this store has no users whose access could be reviewed") ||
		       err_remedy(e, REMEDY_USERS);
	made = (struct access_review){
		.on = date_is_known(on) ? on : today, .by = by.who, .note = str_trim(note)
	};
	return check_day(&last, made.on, today, e) && put_users(db, by.at, &arena, &users, e) &&
	       put(db, &change, "user.review", REVIEW_SETTING, review_json(&made, users, &arena), &arena, e);
}

/* The day on which the first of them was enrolled. */
static bool first_day(struct db *db, struct arena *arena, struct date *out, struct err *e)
{
	struct instant first = INSTANT_NONE;
	struct user *users;
	size_t count;

	*out = DATE_NONE;
	if (!user_list(db, arena, &users, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!instant_is_known(first) || users[i].created_at.us < first.us)
			first = users[i].created_at;
	return !instant_is_known(first) || firm_day(db, DATE_NONE, first, out, e);
}

bool access_standing(
    struct db *db, struct instant now, struct arena *arena, struct access_standing *out, struct err *e)
{
	struct date today, since;

	*out = (struct access_standing){ .review_due = DATE_NONE };
	if (!access_rules_get(db, &out->rules, e) || !read_review(db, arena, &out->review, e))
		return false;
	if (!out->rules.review_days)
		return true;
	since = out->review.on;
	if ((!date_is_known(since) && !first_day(db, arena, &since, e)) ||
	    !firm_day(db, DATE_NONE, now, &today, e))
		return false;
	if (!date_is_known(since))
		return true;
	out->review_due = date_plus(since, (int32_t)out->rules.review_days);
	out->review_overdue = today.days > out->review_due.days;
	return true;
}
