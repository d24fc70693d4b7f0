#include "actions/matching/match_configs.h"

#include <stdlib.h>

#include "base/intern.h"
#include "base/memory.h"
#include "base/recall.h"
#include "base/vec.h"
#include "limits.h"
#include "matching/leg.h"
#include "store/components.h"
#include "store/package_aliases.h"

#define REMEMBERED_BYTES ((size_t)24 << 20) /* each: lists of components, sets of legs */

/* What reaches the package of a leg. */
struct part {
	struct identity identity;
	struct sought *sought;
	int64_t component_id;
};

struct leg_package {
	struct part *parts;
	size_t count;
	struct bits without;  /* the lists that hold none of them */
	uint64_t without_age; /* by config_judge.age: since when; 0: not made */
};

/* The lists of a component: numbers, or where that is shorter a set. */
struct held {
	uint32_t *ids;
	size_t count;
	struct bits set;
};

struct config_judge {
	struct db *db;
	const struct alias_book *own;
	size_t most;	      /* the newest list */
	struct arena parts;   /* as long as the judge */
	struct intern *names; /* packages, "cpe" names */
	struct leg_package *packages;
	size_t package_room;
	struct recall lists;   /* struct held by component */
	struct intern *legs;   /* platform legs by everything they say */
	struct leg_sets *sets; /* of them */
	size_t set_room;
	struct arena remembered; /* what sets are made in, and those of lists without a package */
	uint64_t age;		 /* of remembered, from 1 */
	struct arena scratch;	 /* reset for each configuration */
	struct buf key;
};

struct config_judge *config_judge_new(struct db *db, const struct alias_book *own)
{
	struct config_judge *j = memory_alloc(1, sizeof(*j));

	j->db = db;
	j->own = own;
	j->names = intern_new();
	j->legs = intern_new();
	j->lists = recall_new(REMEMBERED_BYTES);
	j->key = buf_new(LIMIT_RECORD_BYTES);
	j->age = 1;
	return j;
}

void config_judge_free(struct config_judge *j)
{
	if (!j)
		return;
	intern_free(j->names);
	intern_free(j->legs);
	recall_free(&j->lists);
	arena_free(&j->parts);
	arena_free(&j->remembered);
	arena_free(&j->scratch);
	buf_free(&j->key);
	free(j->packages);
	free(j->sets);
	free(j);
}

static bool count_lists(struct config_judge *j, struct err *e)
{
	struct statement *s = db_use(j->db, SQL_COMPONENT_LIST_NEWEST);
	bool found;

	if (!db_row(s, &found, e))
		return false;
	j->most = found ? (size_t)db_int(s, 0) : 0;
	db_done(s);
	return j->most < UINT32_MAX || err_fail(e, ERR_LIMIT, "there are too many component lists");
}

/* How a component comes to the package of the leg; as often as not it does so under its own name. */
static bool add_part(struct config_judge *j, const struct affected *leg, int64_t component_id,
    struct leg_package *package, size_t *room, struct err *e)
{
	struct component c;
	struct reach *reaches;
	size_t count;

	if (!component_by_id(j->db, component_id, &j->parts, &c, e))
		return false;
	count = reach_of(&c, j->own, &j->parts, &reaches);
	for (size_t i = 0; i < count; i++) {
		if (reaches[i].by_language || reaches[i].identity.kind != leg->kind ||
		    !str_eq(reaches[i].identity.package, leg->package))
			continue;
		package->parts =
		    arena_room(&j->parts, package->parts, package->count, room, sizeof(*package->parts));
		package->parts[package->count++] = (struct part){ reaches[i].identity,
			match_seek(&reaches[i].identity, &j->parts), component_id };
	}
	return true;
}

/* The components that reach the package, by whatever name. */
static bool find_components(
    struct config_judge *j, const struct affected *leg, struct id_set *out, struct err *e)
{
	struct alias_name name = { leg->kind, leg->package };
	struct alias *from;
	size_t count = alias_reached_from(j->own, name, &j->scratch, &from);

	if (!components_of_alias(j->db, name, out, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!components_of_alias(j->db, from[i].name, out, e))
			return false;
	return true;
}

static bool find_package(
    struct config_judge *j, const struct affected *leg, struct leg_package **out, struct err *e)
{
	uint32_t known = intern_count(j->names), at = intern_add(j->names, leg->package);
	SCOPED_ID_SET components = { 0 };
	struct leg_package package = { 0 };
	size_t room = 0;

	j->packages = vec_room(j->packages, &j->package_room, at + 1, sizeof(*j->packages));
	*out = &j->packages[at];
	if (at < known)
		return true;
	if (!find_components(j, leg, &components, e))
		return false;
	for (size_t i = 0; i < components.count; i++)
		if (!add_part(j, leg, components.ids[i], &package, &room, e))
			return false;
	**out = package;
	return true;
}

static struct held *remember(struct config_judge *j, const struct id_set *lists)
{
	struct arena *arena = &j->lists.arena;
	struct held *held = arena_alloc(arena, 1, sizeof(*held));

	held->count = lists->count;
	if (lists->count > j->most / 32) {
		held->set = bits_new(j->most, arena);
		for (size_t i = 0; i < lists->count; i++)
			bits_set(held->set, (size_t)lists->ids[i]);
		return held;
	}
	held->ids = arena_alloc(arena, lists->count, sizeof(*held->ids));
	for (size_t i = 0; i < lists->count; i++)
		held->ids[i] = (uint32_t)lists->ids[i];
	return held;
}

/* Adds the lists of a component to a set. */
static bool add_lists(struct config_judge *j, int64_t component_id, struct bits to, struct err *e)
{
	struct held *held = recall_find(&j->lists, component_id);

	if (!held) {
		SCOPED_ID_SET lists = { 0 };

		if (!component_lists(j->db, component_id, &lists, e))
			return false;
		if (lists.count && (size_t)lists.ids[lists.count - 1] > j->most)
			return err_fail(e, ERR_STORE, "component %lld is in a list that is not there",
			    (long long)component_id);
		held = remember(j, &lists);
		recall_keep(&j->lists, component_id, held);
	}
	if (held->set.words)
		bits_or(to, held->set);
	for (size_t i = 0; held->ids && i < held->count; i++)
		bits_set(to, held->ids[i]);
	return true;
}

/* The lists without any component that names the package: there the leg is unknown. */
static bool lists_without(struct config_judge *j, struct leg_package *package, struct err *e)
{
	struct bits set;

	if (package->without_age == j->age)
		return true;
	set = bits_new(j->most, &j->remembered);
	for (size_t i = 0; i < package->count; i++)
		if (!add_lists(j, package->parts[i].component_id, set, e))
			return false;
	bits_invert(set);
	package->without = set;
	package->without_age = j->age;
	return true;
}

/* By every component that names its package. */
static bool judge_leg(struct config_judge *j, const struct affected *leg, bool vulnerable,
    struct arena *arena, struct leg_sets *out, struct err *e)
{
	struct leg_sets sets = { bits_new(j->most, arena), bits_new(j->most, arena) };
	struct leg_package *package;
	struct range r;

	if (!find_package(j, leg, &package, e) || !lists_without(j, package, e))
		return false;
	if (package->count)
		r = range_of(leg, 0, &j->scratch);
	for (size_t i = 0; i < package->count; i++) {
		const struct part *part = &package->parts[i];
		enum meeting meeting = match_sought_meets(&part->identity, part->sought, &r, &j->parts);
		enum platform_answer answer = leg_answer(leg, vulnerable, meeting);

		if (answer == PLATFORM_YES && !add_lists(j, part->component_id, sets.yes, e))
			return false;
		if (answer == PLATFORM_UNKNOWN && !add_lists(j, part->component_id, sets.may, e))
			return false;
	}
	bits_or(sets.may, package->without);
	bits_or(sets.may, sets.yes);
	*out = sets;
	return true;
}

static struct leg_sets copy_sets(const struct leg_sets *sets, struct arena *arena)
{
	struct leg_sets copy = { { arena_alloc(arena, sets->yes.count, sizeof(uint64_t)), sets->yes.count },
		{ arena_alloc(arena, sets->may.count, sizeof(uint64_t)), sets->may.count } };

	memcpy(copy.yes.words, sets->yes.words, sets->yes.count * sizeof(uint64_t));
	memcpy(copy.may.words, sets->may.words, sets->may.count * sizeof(uint64_t));
	return copy;
}

static struct str write_key(struct buf *key, const struct affected *leg)
{
	buf_clear(key);
	buf_byte(key, (char)(leg->low_inclusive | leg->high_inclusive << 1 | leg->not_applicable << 2));
	buf_text(key, leg->package);
	buf_text(key, leg->qualifier);
	buf_text(key, leg->low);
	buf_text(key, leg->high);
	return buf_str(key);
}

/* Many configurations share their platforms: those are remembered. */
static bool holders(void *ctx, const struct affected *leg, bool vulnerable, struct arena *arena,
    struct leg_sets *out, struct err *e)
{
	struct config_judge *j = ctx;
	struct leg_sets made;
	uint32_t known, at;

	if (vulnerable)
		return judge_leg(j, leg, true, arena, out, e);
	known = intern_count(j->legs);
	at = intern_add(j->legs, write_key(&j->key, leg));
	j->sets = vec_room(j->sets, &j->set_room, at + 1, sizeof(*j->sets));
	if (at == known) {
		if (!judge_leg(j, leg, false, arena, &made, e))
			return false;
		j->sets[at] = copy_sets(&made, &j->remembered);
	}
	*out = copy_sets(&j->sets[at], arena);
	return true;
}

static void forget(struct config_judge *j)
{
	recall_trim(&j->lists);
	arena_reset(&j->scratch);
	if (j->remembered.used <= REMEMBERED_BYTES)
		return;
	arena_reset(&j->remembered);
	j->age++;
	intern_free(j->legs);
	j->legs = intern_new();
}

static void write_set(const struct bits *set, struct buf *out)
{
	SCOPED_BUF bytes = buf_new(out->most);
	size_t last = 0;

	for (size_t i = 0; i < set->count; i++)
		for (uint64_t word = set->words[i]; word; word &= word - 1) {
			size_t n = i * 64 + (size_t)__builtin_ctzll(word);

			buf_varint(&bytes, n - last);
			last = n;
		}
	buf_text(out, buf_str(&bytes));
}

/* The certain answers among the lists that hold a vulnerable leg. */
static void write_config(int config, struct leg_sets sets, struct bits domain, struct buf *out)
{
	bits_invert(sets.may);
	bits_and(sets.yes, domain);
	bits_and(sets.may, domain);
	if (bits_is_empty(sets.yes) && bits_is_empty(sets.may))
		return;
	buf_varint(out, (uint64_t)config);
	write_set(&sets.yes, out);
	write_set(&sets.may, out);
}

/* Does any component name the package of a vulnerable leg? Of most records, none does. */
static bool may_concern(struct config_judge *j, const struct config *config, bool *concerns, struct err *e)
{
	struct leg_package *package;

	*concerns = false;
	for (size_t i = 0; i < config->count && !*concerns; i++) {
		const struct config_node *n = &config->nodes[i];

		if (n->op != CONFIG_LEAF || !n->vulnerable)
			continue;
		if (!find_package(j, &n->leaf, &package, e))
			return false;
		*concerns = package->count > 0;
	}
	return true;
}

bool config_judge_all(
    struct config_judge *j, int64_t advisory_id, struct str configs, struct buf *out, struct err *e)
{
	struct str rest;
	size_t count;
	bool whole = platform_open(configs, &rest, &count);

	buf_clear(out);
	if (!j->most && !count_lists(j, e))
		return false;
	for (size_t i = 0; i < count && whole; i++) {
		struct config config;
		struct leg_sets sets;
		struct bits domain;
		bool concerns;

		forget(j);
		whole = platform_next(&rest, &j->scratch, &config);
		if (!whole)
			break;
		if (!may_concern(j, &config, &concerns, e))
			return false;
		if (!concerns)
			continue;
		if (!legs_judge(
			&config, j->most, (struct leg_holders){ j, holders }, &j->scratch, &sets, &domain, e))
			return false;
		write_config((int)i, sets, domain, out);
	}
	if (!whole)
		return err_fail(
		    e, ERR_STORE, "the configurations of advisory %lld are damaged", (long long)advisory_id);
	return !buf_full(out) ||
	       err_fail(e, ERR_LIMIT, "advisory %lld has too many configurations", (long long)advisory_id);
}

static bool take_config(struct str *rest, uint64_t *config, struct config_lists *out)
{
	return str_take_varint(rest, config) && str_take_text(rest, &out->holds) &&
	       str_take_text(rest, &out->fails);
}

bool config_lists_find(struct str lists, int config, struct config_lists *out)
{
	struct config_lists found;
	uint64_t at;

	*out = (struct config_lists){ STR(""), STR("") };
	while (lists.len) {
		if (!take_config(&lists, &at, &found))
			return false;
		if (at == (uint64_t)config)
			*out = found;
	}
	return true;
}

static bool mark(
    struct str set, enum platform_answer answer, const int64_t *lists, size_t count, unsigned char *answers)
{
	uint64_t at = 0, step;
	size_t i = 0;

	while (set.len && i < count) {
		if (!str_take_varint(&set, &step))
			return false;
		at += step;
		while (i < count && (uint64_t)lists[i] < at)
			i++;
		if (i < count && (uint64_t)lists[i] == at)
			answers[i] = (unsigned char)answer;
	}
	return true;
}

bool config_lists_answers(struct config_lists of, const int64_t *lists, size_t count, unsigned char *answers)
{
	if (count)
		memset(answers, PLATFORM_UNKNOWN, count);
	return mark(of.holds, PLATFORM_YES, lists, count, answers) &&
	       mark(of.fails, PLATFORM_NO, lists, count, answers);
}

static bool write_with(struct str set, int64_t list_id, bool add, struct buf *out)
{
	SCOPED_BUF bytes = buf_new(out->most);
	SCOPED_ID_SET ids = { 0 };

	if (!id_set_read(set, &ids))
		return false;
	if (add)
		id_set_add(&ids, list_id);
	id_set_write(&ids, &bytes);
	buf_text(out, buf_str(&bytes));
	return true;
}

bool config_lists_add(
    struct str lists, int config, int64_t list_id, enum platform_answer answer, struct buf *out)
{
	bool written = answer == PLATFORM_UNKNOWN;

	buf_clear(out);
	while (lists.len || !written) {
		struct str rest = lists;
		struct config_lists found = { STR(""), STR("") };
		uint64_t at = (uint64_t)config;
		bool here;

		if (lists.len && !take_config(&rest, &at, &found))
			return false;
		if (!written && at > (uint64_t)config) {
			at = (uint64_t)config;
			found = (struct config_lists){ STR(""), STR("") };
			rest = lists;
		}
		here = !written && at == (uint64_t)config;
		buf_varint(out, at);
		if (!write_with(found.holds, list_id, here && answer == PLATFORM_YES, out) ||
		    !write_with(found.fails, list_id, here && answer == PLATFORM_NO, out))
			return false;
		written |= here;
		lists = rest;
	}
	return true;
}
