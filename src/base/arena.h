/*
 * arena - memory that is given back all at once.
 *
 * An arena is named by its lifetime: record, request, run. Running out of memory, or passing the
 * arena's limit, aborts: sizes from outside are checked against limits.h before they get here.
 * In sanitizer builds every piece is its own malloc, so that overruns are found.
 */
#pragma once
#include "base/str.h"

struct arena_block;

struct arena {
	struct arena_block *blocks, *spare;
	size_t used, limit; /* bytes handed out, and the most there may be; limit 0: none */
};

void *arena_alloc(struct arena *a, size_t count, size_t size); /* zeroed; checks count * size */
struct str arena_copy(struct arena *a, struct str s);
/* The same; what has no pointer stays so. */
struct str arena_copy_optional(struct arena *a, struct str s);
/* A NUL-terminated copy, for the border to a library. */
char *arena_text(struct arena *a, struct str s);
/* One behind the other. */
struct str arena_join(struct arena *a, struct str first, struct str second);
struct str arena_join_all(struct arena *a, const struct str *parts, size_t count);
struct str arena_printf(struct arena *a, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* items, moved if need be so that one more than count fits; *room is what fits now. */
void *arena_room(struct arena *a, void *items, size_t count, size_t *room, size_t item_size);
/* Keeps the blocks of usual size for the next round. */
void arena_reset(struct arena *a);
void arena_free(struct arena *a);

#define SCOPED_ARENA __attribute__((cleanup(arena_free))) struct arena
