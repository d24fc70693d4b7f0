#include "actions/matching/weigh.h"

#include <stdlib.h>

#include "actions/matching/bearing.h"
#include "actions/matching/match_configs.h"
#include "base/memory.h"
#include "base/recall.h"
#include "base/vec.h"
#include "limits.h"
#include "matching/leg.h"
#include "store/matches.h"

#define REMEMBERED_BYTES ((size_t)1 << 21)
#define AT_ONCE 64 /* advisories that are looked up together */

/* One identity of one component of the release. */
struct part {
	const struct identity *identity;
	size_t component;
};

/* Where each configuration begins of the advisory that was asked about last. */
struct opened {
	int64_t advisory_id; /* 0: none */
	struct str *starts;
	size_t count;
	struct arena arena;
};

struct weigher {
	struct weighing of;
	struct part *parts; /* by package; made when first asked for */
	size_t part_count, part_room;
	bool has_parts;
	struct arena lasting; /* identities that aliases lead to */
	struct bearings bearings;
	int64_t list_id; /* of which the answers are kept; 0: they are judged */
	struct recall advisories;
	struct opened configs;
	struct arena scratch; /* reset for each configuration */
};

/* What is remembered of an advisory. */
struct known {
	struct bearing bearing;
	unsigned char *answers; /* of its configurations, 1 + enum platform_answer; 0: not judged yet */
	size_t answer_count;
	struct str lists; /* as they are kept; no pointer: not read yet */
};

static int by_package(const void *left, const void *right)
{
	const struct part *a = left, *b = right;
	int sign = (a->identity->kind > b->identity->kind) - (a->identity->kind < b->identity->kind);

	if (!sign)
		sign = str_cmp(a->identity->package, b->identity->package);
	if (!sign)
		sign = (a->component > b->component) - (a->component < b->component);
	return sign;
}

static void add_part(struct weigher *w, const struct identity *identity, size_t component)
{
	w->parts = vec_room(w->parts, &w->part_room, w->part_count + 1, sizeof(*w->parts));
	w->parts[w->part_count++] = (struct part){ identity, component };
}

/* What lives as long as the weigher of an identity that was reached: the component's own, or a copy. */
static const struct identity *lasting_identity(
    struct weigher *w, const struct component *c, const struct identity *reached)
{
	struct identity *copy;

	for (size_t i = 0; i < c->identity_count; i++)
		if (c->identities[i].kind == reached->kind &&
		    str_eq(c->identities[i].package, reached->package) &&
		    str_eq(c->identities[i].version, reached->version))
			return &c->identities[i];
	copy = arena_alloc(&w->lasting, 1, sizeof(*copy));
	*copy = *reached;
	copy->package = arena_copy(&w->lasting, reached->package);
	copy->version = arena_copy(&w->lasting, reached->version);
	return copy;
}

/* Configurations speak of CPE names alone. */
static void list_parts(struct weigher *w)
{
	for (size_t i = 0; i < w->of.component_count; i++) {
		const struct component *c = &w->of.components[i];
		struct reach *reaches;
		size_t count;

		arena_reset(&w->scratch);
		count = reach_of(c, w->of.own, &w->scratch, &reaches);
		for (size_t k = 0; k < count; k++)
			if (reaches[k].identity.kind == PACKAGE_CPE && !reaches[k].by_language)
				add_part(w, lasting_identity(w, c, &reaches[k].identity), i);
	}
	vec_sort(w->parts, w->part_count, sizeof(*w->parts), by_package);
	w->has_parts = true;
}

struct weigher *weigher_new(struct weighing what)
{
	struct weigher *w = memory_alloc(1, sizeof(*w));

	w->of = what;
	w->advisories = recall_new(REMEMBERED_BYTES);
	w->bearings = bearings_of(what.db, what.sources, what.source_count);
	return w;
}

void weigher_free(struct weigher *w)
{
	if (!w)
		return;
	recall_free(&w->advisories);
	arena_free(&w->configs.arena);
	arena_free(&w->scratch);
	arena_free(&w->lasting);
	free(w->parts);
	free(w);
}

void weigher_use_kept(struct weigher *w, int64_t list_id)
{
	w->list_id = list_id;
}

void weigher_rest(struct weigher *w)
{
	recall_trim(&w->advisories);
}

static size_t first_of_package(const struct weigher *w, enum package_kind kind, struct str package)
{
	size_t low = 0, high = w->part_count;

	while (low < high) {
		size_t middle = (low + high) / 2;
		const struct identity *at = w->parts[middle].identity;

		if (at->kind < kind || (at->kind == kind && str_cmp(at->package, package) < 0))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* A leg of a configuration against everything in the release. */
static enum platform_answer holds(void *ctx, const struct affected *leg, bool vulnerable)
{
	struct weigher *w = ctx;
	enum platform_answer answer = PLATFORM_NO;
	size_t first = first_of_package(w, leg->kind, leg->package), i;
	struct range r;

	for (i = first; i < w->part_count; i++) {
		const struct identity *identity = w->parts[i].identity;
		enum platform_answer said;
		enum meeting meeting;

		if (identity->kind != leg->kind || !str_eq(identity->package, leg->package))
			break;
		if (i == first)
			r = range_of(leg, 0, &w->scratch);
		meeting = match_meets(identity, &r, &w->scratch, NULL);
		said = leg_answer(leg, vulnerable, meeting);
		if (said > answer)
			answer = said;
		if (answer == PLATFORM_YES)
			return answer;
	}
	return i > first ? answer : PLATFORM_UNKNOWN;
}

/* Makes room for the answer of a configuration that is known to be there. */
static void keep_answer(struct weigher *w, struct known *known, size_t config, enum platform_answer answer)
{
	if (config >= known->answer_count) {
		size_t room = 2 * config + 1;
		unsigned char *moved = arena_alloc(&w->advisories.arena, room, 1);

		if (known->answer_count)
			memcpy(moved, known->answers, known->answer_count);
		known->answers = moved;
		known->answer_count = room;
	}
	known->answers[config] = (unsigned char)(1 + answer);
}

static bool damaged_configs(int64_t advisory_id, struct err *e)
{
	return err_fail(
	    e, ERR_STORE, "the configurations of advisory %lld are damaged", (long long)advisory_id);
}

/* An advisory may have hundreds, in one run of bytes: it is walked once for all that are asked for. */
static bool open_configs(struct weigher *w, int64_t advisory_id, struct err *e)
{
	struct opened *o = &w->configs;
	struct str rest;

	if (o->advisory_id == advisory_id)
		return true;
	arena_reset(&o->arena);
	o->advisory_id = 0;
	if (!advisory_configs_get(w->of.db, advisory_id, &o->arena, &rest, e))
		return false;
	if (!platform_open(rest, &rest, &o->count))
		return damaged_configs(advisory_id, e);
	o->starts = arena_alloc(&o->arena, o->count, sizeof(*o->starts));
	for (size_t i = 0; i < o->count; i++) {
		o->starts[i] = rest;
		if (!platform_skip(&rest))
			return damaged_configs(advisory_id, e);
	}
	o->advisory_id = advisory_id;
	return true;
}

bool weigh_config(
    struct weigher *w, int64_t advisory_id, int index, enum platform_answer *answer, struct err *e)
{
	struct config config;
	struct str start;

	if (!w->has_parts)
		list_parts(w);
	if (!open_configs(w, advisory_id, e))
		return false;
	if (index < 0 || (size_t)index >= w->configs.count)
		return damaged_configs(advisory_id, e);
	arena_reset(&w->scratch);
	start = w->configs.starts[index];
	if (!platform_next(&start, &w->scratch, &config))
		return damaged_configs(advisory_id, e);
	*answer = platform_judge(&config, (struct platform_legs){ w, holds });
	return true;
}

/* What the store has of this list: nothing is judged again. */
static bool kept_answer(
    struct weigher *w, struct known *known, int index, enum platform_answer *answer, struct err *e)
{
	int64_t advisory_id = known->bearing.head.id;
	struct config_lists found;
	unsigned char kept;

	if (!known->lists.ptr &&
	    !config_lists_get(w->of.db, advisory_id, &w->advisories.arena, &known->lists, e))
		return false;
	if (!config_lists_find(known->lists, index, &found) ||
	    !config_lists_answers(found, &w->list_id, 1, &kept))
		return err_fail(
		    e, ERR_STORE, "the kept lists of advisory %lld are damaged", (long long)advisory_id);
	*answer = (enum platform_answer)kept;
	return true;
}

static bool judge_config(struct weigher *w, struct known *known, int index, struct err *e)
{
	enum platform_answer answer;

	if (w->list_id ? !kept_answer(w, known, index, &answer, e)
		       : !weigh_config(w, known->bearing.head.id, index, &answer, e))
		return false;
	keep_answer(w, known, (size_t)index, answer);
	return true;
}

static bool answer_of(
    struct weigher *w, struct known *known, int config, enum platform_answer *answer, struct err *e)
{
	*answer = PLATFORM_YES;
	if (config < 0)
		return true;
	if ((size_t)config >= known->answer_count || !known->answers[config])
		if (!judge_config(w, known, config, e))
			return false;
	*answer = (enum platform_answer)(known->answers[config] - 1);
	return true;
}

/* Looks up those of the ids that are not known. */
static bool learn(struct weigher *w, const int64_t *ids, size_t count, struct err *e)
{
	struct bearing bearings[AT_ONCE];
	int64_t unknown[AT_ONCE];
	size_t unknown_count = 0;

	for (size_t i = 0; i < count; i++)
		if (!recall_find(&w->advisories, ids[i]))
			unknown[unknown_count++] = ids[i];
	if (unknown_count == 0)
		return true;
	if (!bearings_get(&w->bearings, unknown, unknown_count, &w->advisories.arena, bearings, e))
		return false;
	for (size_t i = 0; i < unknown_count; i++) {
		struct known *known = arena_alloc(&w->advisories.arena, 1, sizeof(*known));

		known->bearing = bearings[i];
		recall_keep(&w->advisories, unknown[i], known);
	}
	return true;
}

static bool matters_to(const struct weigher *w, const struct match *m)
{
	return !w->of.sought || id_set_has(&w->of.sought->advisories, m->range.advisory_id);
}

/* The advisories of sorted matches from *next on, some at once; *next: the first match of another one. */
static bool learn_next(struct weigher *w, const struct match_list *matches, size_t *next, struct err *e)
{
	int64_t ids[AT_ONCE];
	size_t count = 0;

	for (; *next < matches->count; ++*next) {
		const struct match *m = &matches->matches[*next];

		if (!matters_to(w, m) || (count && ids[count - 1] == m->range.advisory_id))
			continue;
		if (count == AT_ONCE)
			break;
		ids[count++] = m->range.advisory_id;
	}
	return learn(w, ids, count, e);
}

static bool know(struct weigher *w, int64_t advisory_id, struct known **out, struct err *e)
{
	*out = recall_find(&w->advisories, advisory_id);
	if (*out)
		return true;
	if (!learn(w, &advisory_id, 1, e)) /* another one took its place */
		return false;
	*out = recall_find(&w->advisories, advisory_id);
	return true;
}

static void add_candidate(struct candidate_list *list, struct candidate c)
{
	list->candidates = vec_room(list->candidates, &list->room, list->count + 1, sizeof(c));
	list->candidates[list->count++] = c;
}

static bool matters(const struct weigher *w, int64_t vulnerability_id)
{
	return !w->of.sought || id_set_has(&w->of.sought->vulnerabilities, vulnerability_id);
}

static bool weigh_match(struct weigher *w, struct known *known, const struct match *match,
    struct candidate_list *out, struct err *e)
{
	for (size_t i = 0; i < known->bearing.about; i++) {
		enum platform_answer platform;

		if (!matters(w, known->bearing.vulnerabilities[i]))
			continue;
		if (!answer_of(w, known, match->range.config, &platform, e))
			return false;
		add_candidate(out, (struct candidate){ .vulnerability_id = known->bearing.vulnerabilities[i],
				       .match = match,
				       .advisory = &known->bearing.head,
				       .platform = platform });
	}
	return true;
}

static int by_advisory(const void *left, const void *right)
{
	const struct match *a = left, *b = right;

	return (a->range.advisory_id > b->range.advisory_id) - (a->range.advisory_id < b->range.advisory_id);
}

bool weigh(struct weigher *w, struct match_list *matches, struct candidate_list *out, struct err *e)
{
	struct match *m = matches->matches;
	struct known *known = NULL;
	size_t learnt = 0;

	if (matches->count)
		qsort(m, matches->count, sizeof(*m), by_advisory);
	for (size_t i = 0; i < matches->count; i++) {
		bool same = known && known->bearing.head.id == m[i].range.advisory_id;

		if (i == learnt && !learn_next(w, matches, &learnt, e))
			return false;
		if (!matters_to(w, &m[i]))
			continue;
		if (!same && !know(w, m[i].range.advisory_id, &known, e))
			return false;
		if (!weigh_match(w, known, &m[i], out, e))
			return false;
	}
	return true;
}
