#include "actions/matching/match_record.h"

#include <stdlib.h>

#include "base/vec.h"
#include "limits.h"

struct recorder recorder_new(
    struct db *db, struct match_heads *heads, struct config_view *configs, struct match_run run)
{
	return (struct recorder){ .db = db,
		.heads = heads,
		.configs = configs,
		.run = run,
		.changes = buf_new(LIMIT_PACKED_BYTES),
		.lists = buf_new(LIMIT_PACKED_BYTES) };
}

void recorder_free(struct recorder *r)
{
	arena_free(&r->arena);
	buf_free(&r->changes);
	buf_free(&r->lists);
}

/* All candidates of a component, as it was or as it is. */
struct side {
	struct candidate *candidates;
	size_t count, room, next;
};

static bool is_wanted(const struct recording *what, int64_t vulnerability_id)
{
	size_t low = 0, high = what->wanted_count;

	if (!what->wanted)
		return true;
	while (low < high) {
		size_t middle = (low + high) / 2;

		if (what->wanted[middle] < vulnerability_id)
			low = middle + 1;
		else
			high = middle;
	}
	return low < what->wanted_count && what->wanted[low] == vulnerability_id;
}

static bool add_section(struct recorder *r, const struct recording *what, int64_t advisory_id,
    struct str body, struct side *side, struct err *e)
{
	struct advisory_head *head;
	struct kept k;

	if (body.len == 0)
		return true;
	if (!kept_read(body, advisory_id, what->component, &r->arena, &k, e))
		return false;
	head = arena_alloc(&r->arena, 1, sizeof(*head));
	*head = (struct advisory_head){ advisory_id, match_heads_source(r->heads, k.source_id), STR(""),
		k.state };
	for (size_t i = 0; i < k.about; i++) {
		if (!is_wanted(what, k.vulnerabilities[i]))
			continue;
		for (size_t m = 0; m < k.count; m++) {
			side->candidates = arena_room(
			    &r->arena, side->candidates, side->count, &side->room, sizeof(*side->candidates));
			side->candidates[side->count++] =
			    (struct candidate){ .vulnerability_id = k.vulnerabilities[i],
				    .match = &k.matches[m],
				    .advisory = head,
				    .platform = PLATFORM_YES };
		}
	}
	return true;
}

static int by_vulnerability(const void *left, const void *right)
{
	const struct candidate *a = left, *b = right;

	return (a->vulnerability_id > b->vulnerability_id) - (a->vulnerability_id < b->vulnerability_id);
}

static bool read_sides(
    struct recorder *r, const struct recording *what, struct side *before, struct side *after, struct err *e)
{
	for (size_t i = 0; i < what->section_count; i++) {
		const struct section_pair *pair = &what->sections[i];

		if (!add_section(r, what, pair->advisory_id, pair->before, before, e) ||
		    !add_section(r, what, pair->advisory_id, pair->after, after, e))
			return false;
	}
	vec_sort(before->candidates, before->count, sizeof(*before->candidates), by_vulnerability);
	vec_sort(after->candidates, after->count, sizeof(*after->candidates), by_vulnerability);
	return true;
}

/* Takes the candidates of one vulnerability off a side. */
static struct side take(struct side *side, int64_t vulnerability_id)
{
	struct side taken = { .candidates = side->candidates + side->next };

	while (
	    side->next < side->count && side->candidates[side->next].vulnerability_id == vulnerability_id) {
		side->next++;
		taken.count++;
	}
	return taken;
}

/* The first advisory about the vulnerability whose section or lists have changed. */
static int64_t cause_of(const struct recorder *r, const struct recording *what, const struct side *before,
    const struct side *after)
{
	if (!r->name_cause)
		return 0;
	for (size_t i = 0; i < what->section_count; i++) {
		const struct section_pair *pair = &what->sections[i];
		bool about = false;

		if (str_eq(pair->before, pair->after) &&
		    !config_view_has_changed(r->configs, pair->advisory_id))
			continue;
		for (size_t k = 0; k < before->count; k++)
			about |= before->candidates[k].advisory->id == pair->advisory_id;
		for (size_t k = 0; k < after->count; k++)
			about |= after->candidates[k].advisory->id == pair->advisory_id;
		if (about)
			return pair->advisory_id;
	}
	return 0;
}

static void put_change(struct recorder *r, const struct finding_change *c)
{
	finding_change_write(c, &r->changes);
	r->run.appeared += !c->before;
	r->run.vanished += !c->after;
	r->run.changed += c->before && c->after;
}

/* The lists that went from one code to another. */
static struct str lists_that(struct recorder *r, const struct recording *what, const unsigned char *before,
    const unsigned char *after, size_t first)
{
	SCOPED_ID_SET set = { 0 };

	for (size_t i = first; i < what->list_count; i++)
		if (before[i] == before[first] && after[i] == after[first])
			id_set_add(&set, what->after_lists[i]);
	buf_clear(&r->lists);
	id_set_write(&set, &r->lists);
	return buf_str(&r->lists);
}

/* The lists went different ways: a change for each way. */
static void put_ways(struct recorder *r, const struct recording *what, struct finding_change base,
    const unsigned char *before, const unsigned char *after)
{
	for (size_t i = 0; i < what->list_count; i++) {
		size_t first = 0;

		if (before[i] == after[i])
			continue;
		while (before[first] != before[i] || after[first] != after[i])
			first++;
		if (first < i)
			continue;
		base.before = before[i];
		base.after = after[i];
		base.lists = lists_that(r, what, before, after, i);
		put_change(r, &base);
	}
}

static bool take_vulnerability(struct recorder *r, const struct recording *what, int64_t vulnerability_id,
    struct side *before, struct side *after, struct err *e)
{
	bool differ = match_states_differ(before->candidates, before->count) ||
		      match_states_differ(after->candidates, after->count);
	size_t count = differ ? what->list_count : what->list_count > 0;
	unsigned char *was = arena_alloc(&r->arena, count, 1), *is = arena_alloc(&r->arena, count, 1);
	struct finding_change change = {
		.vulnerability_id = vulnerability_id, .by_platform = differ, .lists = STR("")
	};
	bool same = true;

	if (!match_states(r->configs, true, before->candidates, before->count, what->before_lists, count,
		&r->arena, was, e) ||
	    !match_states(r->configs, false, after->candidates, after->count, what->after_lists, count,
		&r->arena, is, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (i > 0 && was[i] == was[i - 1] && is[i] == is[i - 1])
			continue;
		change.before = finding_code_stronger(change.before, was[i]);
		change.after = finding_code_stronger(change.after, is[i]);
		same &= was[i] == was[0] && is[i] == is[0];
	}
	change.advisory_id = cause_of(r, what, before, after);
	/* a first import tells of all lists at once; who reads it asks what stands */
	if (change.before != change.after && (same || !change.before))
		put_change(r, &change);
	else if (!same)
		put_ways(r, what, change, was, is);
	return true;
}

static bool keep(struct recorder *r, int64_t component_id, struct err *e)
{
	if (r->changes.len == 0)
		return true;
	if (buf_full(&r->changes))
		return err_fail(
		    e, ERR_LIMIT, "too much has changed for component %lld", (long long)component_id);
	if (!r->run.id && !match_run_add(r->db, &r->run, &r->run.id, e))
		return false;
	return match_event_put(r->db, r->run.id, component_id, buf_str(&r->changes), e);
}

bool recorder_take(struct recorder *r, const struct recording *what, struct err *e)
{
	struct side before = { 0 }, after = { 0 };

	arena_reset(&r->arena);
	buf_clear(&r->changes);
	if (!read_sides(r, what, &before, &after, e))
		return false;
	while (before.next < before.count || after.next < after.count) {
		int64_t vulnerability_id = INT64_MAX;
		struct side was, is;

		if (before.next < before.count)
			vulnerability_id = before.candidates[before.next].vulnerability_id;
		if (after.next < after.count &&
		    after.candidates[after.next].vulnerability_id < vulnerability_id)
			vulnerability_id = after.candidates[after.next].vulnerability_id;
		was = take(&before, vulnerability_id);
		is = take(&after, vulnerability_id);
		if (!take_vulnerability(r, what, vulnerability_id, &was, &is, e))
			return false;
	}
	config_view_rest(r->configs);
	return keep(r, what->component_id, e);
}

bool recorder_finish(struct recorder *r, struct err *e)
{
	return !r->run.id || match_run_count(r->db, &r->run, e);
}
