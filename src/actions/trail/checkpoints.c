#include "actions/trail/checkpoints.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/vec.h"
#include "formats/lines.h"
#include "limits.h"
#include "store/change.h"

#define SAYS_MOST 512

bool checkpoint_make(
    struct db *db, const struct ed25519 *key, struct change_by by, struct checkpoint *out, struct err *e)
{
	SCOPED_BUF json = buf_new(LIMIT_CHECKPOINT_BYTES);
	struct json_out *w = json_out_buf(&json, false);
	struct checkpoint c = { .at = by.at };
	SCOPED_CHANGE *change = NULL;
	bool made = change_open(db, &by, &change, e) && trail_head(db, &c.number, &c.digest, e);

	if (made && c.number == 0)
		made = err_fail(e, ERR_CONFLICT, "the trail has no entry yet");
	if (!made) {
		json_out_drop(w);
		return false;
	}
	checkpoint_sign(&c, key);
	checkpoint_write(&c, w);
	json_out_close(w);
	if (!change_note(change, "audit.checkpoint", STR("trail"), STR_NONE, buf_str(&json), e) ||
	    !change_close(&change, e))
		return false;
	*out = c;
	return true;
}

bool checkpoints_read(const char *path, struct arena *arena, struct checkpoints *all, struct err *e)
{
	SCOPED_INPUT *in = NULL;
	SCOPED_LINES *lines = NULL;
	struct str line;

	if (!input_open_file(path, &in, e))
		return false;
	lines = lines_open(in, LIMIT_CHECKPOINT_BYTES);
	while (lines_next(lines, &line)) {
		struct checkpoint c;

		if (str_trim(line).len == 0)
			continue;
		if (all->count == LIMIT_CHECKPOINTS)
			return err_fail(
			    e, ERR_LIMIT, "%s: more than %d checkpoints", path, LIMIT_CHECKPOINTS);
		if (!checkpoint_read(
			arena_printf(arena, "%s:%lld", path, (long long)lines_number(lines)), line, &c, e))
			return false;
		all->items = arena_room(arena, all->items, all->count, &all->room, sizeof(*all->items));
		all->items[all->count++] = c;
	}
	return lines_finish(lines, e);
}

struct checkpoint_check {
	struct checkpoint *items; /* by number */
	size_t count, next;
	struct verify_sink out;
	int64_t faults, first; /* first: the first entry's number, 0 before it */
};

static void fault(struct checkpoint_check *c, const struct checkpoint *at, const char *says)
{
	char text[SAYS_MOST], day[INSTANT_TEXT_SIZE];

	snprintf(text, sizeof(text), "the checkpoint of entry %lld, signed %s: %s", (long long)at->number,
	    instant_write(at->at, day), says);
	c->faults++;
	c->out.fault(c->out.ctx, text);
}

static int by_number(const void *left, const void *right)
{
	const struct checkpoint *a = left, *b = right;

	return a->number < b->number ? -1 : a->number > b->number;
}

struct checkpoint_check *checkpoint_check_open(
    const struct checkpoints *all, const struct ed25519_public *key, struct verify_sink out)
{
	struct checkpoint_check *c = memory_alloc(1, sizeof(*c));

	c->out = out;
	c->items = memory_alloc(all->count + 1, sizeof(*c->items));
	for (size_t i = 0; i < all->count; i++) {
		const struct checkpoint *at = &all->items[i];

		if (key && memcmp(key->bytes, at->key.bytes, sizeof(key->bytes)) != 0)
			fault(c, at, "it was signed with another key");
		else if (!checkpoint_holds(at))
			fault(c, at, "it was changed: its signature does not hold");
		else
			c->items[c->count++] = *at;
	}
	vec_sort(c->items, c->count, sizeof(*c->items), by_number);
	return c;
}

/* What is not in a part of a trail: of the entry right before its first, that one tells the digest. */
static void check_before(
    struct checkpoint_check *c, const struct checkpoint *at, const struct trail_entry *first)
{
	char says[128];

	if (at->number == first->number - 1 && sha256_same(&at->digest, &first->previous))
		return;
	snprintf(says, sizeof(says), "the entry is not there: the first is %lld", (long long)first->number);
	fault(c, at, at->number == first->number - 1 ? "the first entry does not continue it" : says);
}

void checkpoint_check_take(struct checkpoint_check *c, const struct trail_entry *entry)
{
	if (c->first == 0)
		c->first = entry->number;
	for (; c->next < c->count && c->items[c->next].number <= entry->number; c->next++) {
		const struct checkpoint *at = &c->items[c->next];

		if (at->number < c->first)
			check_before(c, at, entry);
		else if (at->number < entry->number)
			fault(c, at, "the entry is not there");
		else if (!sha256_same(&at->digest, &entry->digest))
			fault(c, at, "the entry has another digest: the trail was made anew");
	}
}

int64_t checkpoint_check_close(struct checkpoint_check *c)
{
	int64_t faults;

	for (; c->next < c->count; c->next++)
		fault(c, &c->items[c->next], "the entry is not there: the trail was cut off");
	faults = c->faults;
	free(c->items);
	free(c);
	return faults;
}
