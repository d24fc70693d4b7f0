#include "actions/matching/teach_alias.h"

#include "actions/matching/match_update.h"
#include "formats/json_write.h"
#include "limits.h"
#include "store/change.h"
#include "store/package_aliases.h"

static bool is_before(struct alias_name a, struct alias_name b)
{
	return a.kind != b.kind ? a.kind < b.kind : str_cmp(a.package, b.package) < 0;
}

static bool is_same(struct alias_name a, struct alias_name b)
{
	return a.kind == b.kind && str_eq(a.package, b.package);
}

/* The rule as the trail has it. */
static void write_rule(const struct package_alias *a, struct arena *arena, struct buf *out)
{
	struct json_out *w = json_out_buf(out, false);

	json_open_object(w);
	json_field_text(w, "left", alias_words(a->left, arena));
	json_field_text(w, "right", alias_words(a->right, arena));
	json_close_object(w);
	json_out_close(w);
}

static bool note(struct change *change, const char *what, const struct package_alias *a, bool is_new,
    struct arena *arena, struct err *e)
{
	SCOPED_BUF record = buf_new(LIMIT_RECORD_BYTES);
	struct str object = arena_printf(arena, "alias %lld", (long long)a->id);

	write_rule(a, arena, &record);
	return change_note(change, what, object, is_new ? STR_NONE : buf_str(&record),
	    is_new ? buf_str(&record) : STR_NONE, e);
}

static bool refuse_shipped(struct alias_name from, struct alias_name to, struct arena *arena, struct err *e)
{
	struct alias *known;
	size_t count = alias_reach(NULL, from, arena, &known);

	for (size_t i = 0; i < count; i++)
		if (is_same(known[i].name, to))
			return err_fail(e, ERR_CONFLICT, "the two are joined already: " STR_FMT,
			    STR_ARG(known[i].through));
	return true;
}

static bool refuse_known(struct db *db, const struct package_alias *a, struct arena *arena, struct err *e)
{
	int64_t id;

	if (!package_alias_find(db, a->left, a->right, &id, e))
		return false;
	if (id)
		return err_fail(e, ERR_CONFLICT, "rule %lld joins the two already", (long long)id);
	return refuse_shipped(a->left, a->right, arena, e) && refuse_shipped(a->right, a->left, arena, e);
}

static bool match_again(struct db *db, const struct change *change, const struct package_alias *rule,
    struct change_by by, struct err *e)
{
	struct match_by because = { MATCH_ALIAS, by.at, change_number(change) + 1 };
	struct match_run run;

	return match_after_alias(db, rule->left, rule->right, because, &run, e);
}

bool teach_alias(struct db *db, struct alias_name a, struct alias_name b, struct change_by by,
    int64_t *number, struct err *e)
{
	struct package_alias rule = { .left = is_before(a, b) ? a : b,
		.right = is_before(a, b) ? b : a,
		.who = by.who,
		.why = by.why,
		.at = by.at };
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;

	if (is_same(a, b))
		return err_fail(e, ERR_INPUT, "both names are of the same package");
	if (by.why.len == 0)
		return err_fail(e, ERR_USAGE, "a rule says why its names are one product") ||
		       err_field(e, "why");
	if (!change_open(db, &by, &change, e) || !refuse_known(db, &rule, &arena, e) ||
	    !package_alias_add(db, &rule, &rule.id, e) || !match_again(db, change, &rule, by, e) ||
	    !note(change, "alias.add", &rule, true, &arena, e) || !change_close(&change, e))
		return false;
	*number = rule.id;
	return true;
}

static bool get_rule(
    struct db *db, int64_t number, struct arena *arena, struct package_alias *out, struct err *e)
{
	struct package_alias *list;
	size_t count;

	if (!package_alias_list(db, arena, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (list[i].id == number) {
			*out = list[i];
			return true;
		}
	return err_fail(e, ERR_ABSENT, "there is no rule %lld", (long long)number) ||
	       err_remedy(e, REMEDY_ALIASES);
}

bool forget_alias(struct db *db, int64_t number, struct change_by by, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;
	struct package_alias rule;

	if (by.why.len == 0)
		return err_fail(e, ERR_USAGE, "taking a rule back says why") || err_field(e, "why");
	return change_open(db, &by, &change, e) && get_rule(db, number, &arena, &rule, e) &&
	       package_alias_delete(db, number, e) && match_again(db, change, &rule, by, e) &&
	       note(change, "alias.remove", &rule, false, &arena, e) && change_close(&change, e);
}
