/* match_after_alias(): the components that name a side of the rule, and those that hang on a configuration
 * whose legs the rule leads to. Only a component's own names lead into a rule: nobody else's reach changes.
 */
#include "actions/matching/matching_run.h"
#include "store/package_aliases.h"
#include "store/vulnerabilities.h"

struct alias_run {
	struct matching_run *m;
	struct arena arena;
	struct alias *reached; /* through the rule, from either side */
	size_t reached_count;
	struct id_set components;
};

static void find_reached(struct alias_run *r, struct alias_name left, struct alias_name right)
{
	struct alias_link links[] = { { left, right, 0 }, { right, left, 0 } };
	struct alias_book rule = { links, COUNT(links) };
	struct alias_name sides[] = { left, right };
	size_t room = 0;

	alias_book_sort(&rule);
	for (size_t i = 0; i < COUNT(sides); i++) {
		struct alias *found;
		size_t count = alias_reach(&rule, sides[i], &r->arena, &found);

		for (size_t k = 0; k < count; k++) {
			r->reached =
			    arena_room(&r->arena, r->reached, r->reached_count, &room, sizeof(*r->reached));
			r->reached[r->reached_count++] = found[k];
		}
	}
}

/* The components that reach a package in which an advisory has ranges: any of them may hang on its
 * configurations. */
static bool add_hanging(struct alias_run *r, int64_t advisory_id, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_ID_SET packages = { 0 };
	struct advisory_row row;

	if (!advisory_row_get(r->m->db, advisory_id, &arena, &row, e))
		return false;
	if (!id_set_read(row.packages, &packages))
		return err_fail(
		    e, ERR_STORE, "the package list of advisory %lld is damaged", (long long)advisory_id);
	for (size_t i = 0; i < packages.count; i++)
		if (!components_reaching(r->m->db, &r->m->own, packages.ids[i], &r->components, e))
			return false;
	return true;
}

static bool judge_configs(struct alias_run *r, struct err *e)
{
	const struct config_view *v = &r->m->configs;

	if (!matching_run_judge_all(r->m, r->reached, r->reached_count, e))
		return false;
	for (size_t i = 0; i < v->changed_count; i++)
		if (!add_hanging(r, v->changed[i].advisory_id, e))
			return false;
	return true;
}

static bool take_rule(struct alias_run *r, struct alias_name left, struct alias_name right, struct err *e)
{
	struct db *db = r->m->db;

	if (!components_of_alias(db, left, &r->components, e) ||
	    !components_of_alias(db, right, &r->components, e))
		return false;
	if (r->components.count == 0)
		return true;
	find_reached(r, left, right);
	return judge_configs(r, e) &&
	       matching_run_components(r->m, r->components.ids, r->components.count, true, e) &&
	       recorder_finish(&r->m->recorder, e);
}

bool match_after_alias(struct db *db, struct alias_name left, struct alias_name right, struct match_by by,
    struct match_run *out, struct err *e)
{
	SCOPED_MATCHING_RUN *m = NULL;
	struct match_run run = { .at = by.at, .cause = by.cause, .trail = by.trail };
	struct alias_run r = { 0 };
	bool needed, current, done;

	*out = (struct match_run){ 0 };
	if (!match_is_needed(db, &needed, e) || !matches_are_current(db, &current, e))
		return false;
	if (!needed)
		return current || matches_set_current(db, e);
	if (!current)
		return match_everything(db, by, out, e);
	if (!matching_run_open(db, run, false, &m, e))
		return false;
	r.m = m;
	done = take_rule(&r, left, right, e);
	arena_free(&r.arena);
	id_set_clear(&r.components);
	if (done)
		*out = m->recorder.run;
	return done;
}
