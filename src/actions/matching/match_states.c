#include "actions/matching/match_states.h"

#include <stdlib.h>

#include "base/vec.h"
#include "store/matches.h"

#define REMEMBERED_BYTES ((size_t)8 << 20)

struct config_view config_view_new(struct db *db)
{
	return (struct config_view){ .db = db, .known = recall_new(REMEMBERED_BYTES) };
}

void config_view_free(struct config_view *v)
{
	recall_free(&v->known);
	arena_free(&v->arena);
	free(v->changed);
}

void config_view_was(struct config_view *v, int64_t advisory_id, struct str lists)
{
	size_t at;

	v->changed = vec_room(v->changed, &v->changed_room, v->changed_count + 1, sizeof(*v->changed));
	at = v->changed_count++;
	for (; at > 0 && v->changed[at - 1].advisory_id > advisory_id; at--)
		v->changed[at] = v->changed[at - 1];
	v->changed[at] = (struct config_was){ advisory_id, arena_copy(&v->arena, lists) };
}

static int by_advisory(const void *left, const void *right)
{
	const struct config_was *a = left, *b = right;

	return (a->advisory_id > b->advisory_id) - (a->advisory_id < b->advisory_id);
}

static const struct config_was *find_changed(const struct config_view *v, int64_t advisory_id)
{
	struct config_was wanted = { .advisory_id = advisory_id };

	return v->changed_count ? bsearch(&wanted, v->changed, v->changed_count, sizeof(wanted), by_advisory)
				: NULL;
}

bool config_view_has_changed(const struct config_view *v, int64_t advisory_id)
{
	return find_changed(v, advisory_id);
}

void config_view_rest(struct config_view *v)
{
	recall_trim(&v->known);
}

static bool lists_of(struct config_view *v, bool before, int64_t advisory_id, struct str *out, struct err *e)
{
	const struct config_was *was = before ? find_changed(v, advisory_id) : NULL;
	struct str *known;

	if (was) {
		*out = was->lists;
		return true;
	}
	known = recall_find(&v->known, advisory_id);
	if (!known) {
		known = arena_alloc(&v->known.arena, 1, sizeof(*known));
		if (!config_lists_get(v->db, advisory_id, &v->known.arena, known, e))
			return false;
		recall_keep(&v->known, advisory_id, known);
	}
	*out = *known;
	return true;
}

/* Answers list by list, as enum platform_answer. */
struct state_hook {
	int64_t advisory_id;
	int config;
	unsigned char *answers;
};

static size_t find_hook(const struct state_hooks *h, const struct candidate *c)
{
	size_t i = 0;

	while (i < h->count &&
	       (h->hooks[i].advisory_id != c->advisory->id || h->hooks[i].config != c->match->range.config))
		i++;
	return i;
}

static bool read_answers(struct config_view *v, bool before, struct state_hook *hook, const int64_t *lists,
    size_t list_count, struct arena *arena, struct err *e)
{
	struct config_lists found;
	struct str all;

	hook->answers = arena_alloc(arena, list_count, 1);
	if (!lists_of(v, before, hook->advisory_id, &all, e))
		return false;
	if (!config_lists_find(all, hook->config, &found) ||
	    !config_lists_answers(found, lists, list_count, hook->answers))
		return err_fail(e, ERR_STORE, "the kept lists of advisory %lld are damaged",
		    (long long)hook->advisory_id);
	return true;
}

bool match_states_differ(const struct candidate *candidates, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (candidates[i].match->range.config >= 0)
			return true;
	return false;
}

bool state_hooks_find(struct config_view *v, bool before, const struct candidate *candidates, size_t count,
    const int64_t *lists, size_t list_count, struct arena *arena, struct state_hooks *out, struct err *e)
{
	struct state_hooks found = { 0 };

	if (match_states_differ(candidates, count))
		found.hooks = arena_alloc(arena, count, sizeof(*found.hooks));
	for (size_t i = 0; found.hooks && i < count; i++) {
		struct state_hook hook = { candidates[i].advisory->id, candidates[i].match->range.config,
			NULL };

		if (hook.config < 0 || find_hook(&found, &candidates[i]) < found.count)
			continue;
		if (!read_answers(v, before, &hook, lists, list_count, arena, e))
			return false;
		found.hooks[found.count++] = hook;
	}
	*out = found;
	return true;
}

static bool same_answers(const struct state_hooks *h, size_t a, size_t b)
{
	for (size_t i = 0; i < h->count; i++)
		if (h->hooks[i].answers[a] != h->hooks[i].answers[b])
			return false;
	return true;
}

size_t state_hooks_same(struct state_hooks *h, size_t list)
{
	for (size_t i = 0; i < h->tries; i++)
		if (same_answers(h, h->tried[i], list))
			return h->tried[i];
	if (h->tries < COUNT(h->tried))
		h->tried[h->tries++] = list;
	return list;
}

void state_hooks_set(const struct state_hooks *h, struct candidate *candidates, size_t count, size_t list)
{
	for (size_t i = 0; i < count; i++) {
		size_t at = find_hook(h, &candidates[i]);

		candidates[i].platform =
		    at < h->count ? (enum platform_answer)h->hooks[at].answers[list] : PLATFORM_YES;
	}
}

static unsigned char judge(struct candidate *candidates, size_t count)
{
	enum finding_state state;
	enum tier tier;

	if (count == 0 || !finding_weigh(candidates, count, &state, &tier))
		return 0;
	return finding_code(state, tier);
}

bool match_states(struct config_view *v, bool before, struct candidate *candidates, size_t count,
    const int64_t *lists, size_t list_count, struct arena *arena, unsigned char *codes, struct err *e)
{
	struct state_hooks hooks;

	if (!state_hooks_find(v, before, candidates, count, lists, list_count, arena, &hooks, e))
		return false;
	for (size_t i = 0; i < list_count; i++) {
		size_t same = state_hooks_same(&hooks, i);

		if (same == i) {
			state_hooks_set(&hooks, candidates, count, i);
			codes[i] = judge(candidates, count);
		} else {
			codes[i] = codes[same];
		}
	}
	return true;
}
