/*
 * recall - what was looked up lately, by id: a bounded memory in front of a slower one.
 *
 *	struct recall r = recall_new(MOST);
 *	thing = recall_find(&r, id);
 *	if (!thing)
 *		recall_keep(&r, id, thing = make_thing(&r.arena));
 *
 * Two ids may share a place, the later one then takes it: whatever the ids are, finding takes one step. What
 * was kept stays valid until recall_trim(), found or not.
 */
#pragma once
#include <stdint.h>

#include "base/arena.h"

struct recall_place;

struct recall {
	struct arena arena; /* for what is kept and its texts */
	size_t most_bytes;
	struct recall_place *places;
};

struct recall recall_new(size_t most_bytes);
void recall_free(struct recall *r);
/* NULL where it is not, or no longer, known. id is not 0. */
void *recall_find(const struct recall *r, int64_t id);
void recall_keep(struct recall *r, int64_t id, void *what);
/* Forgets everything if the arena holds more than most_bytes. */
void recall_trim(struct recall *r);
