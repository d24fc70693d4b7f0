#include "server/route.h"

#include <stdlib.h>

#include "base/memory.h"

#define API "/api/v1/"
#define LETTERS 256

/* Ended by NULL: those whose paths have the letter behind "/api/v1/"; at 0 all that begin otherwise. */
struct route_index {
	const struct route **rows[LETTERS];
};

/* Patterns have no parameter before that letter. */
static unsigned char letter_of(struct str path)
{
	return str_starts(path, STR(API)) && path.len > strlen(API) ? (unsigned char)path.ptr[strlen(API)]
								    : 0;
}

static void index_add(struct route_index *index, const struct route *r, size_t counts[LETTERS])
{
	unsigned char letter = letter_of(str_of(r->path));
	size_t count = counts[letter]++;

	/* one more, which is the end */
	index->rows[letter] = memory_resize(index->rows[letter], count + 2, sizeof(*index->rows[letter]));
	index->rows[letter][count] = r;
	index->rows[letter][count + 1] = NULL;
}

struct route_index *route_index_new(void)
{
	struct route_index *index = memory_alloc(1, sizeof(*index));
	size_t counts[LETTERS] = { 0 };

	for (const struct route *const *table = route_tables; *table; table++)
		for (const struct route *r = *table; r->path; r++)
			index_add(index, r, counts);
	return index;
}

void route_index_free(struct route_index *index)
{
	if (!index)
		return;
	for (size_t i = 0; i < LETTERS; i++)
		free(index->rows[i]);
	free(index);
}

/* Takes the first segment off a path, without its slash. */
static bool next_segment(struct str *path, struct str *segment)
{
	if (path->len == 0 || path->ptr[0] != '/')
		return false;
	*path = str_from(*path, 1);
	*segment = str_first(*path, str_index(*path, '/'));
	*path = str_from(*path, segment->len);
	return true;
}

/* Most patterns differ from the path in what they have before their first parameter. */
static bool may_fit(const char *pattern, struct str path)
{
	for (size_t i = 0; i < path.len; i++) {
		if (pattern[i] == '{')
			return true;
		if (pattern[i] == '\0' || pattern[i] != path.ptr[i])
			return false; /* a path may have a zero byte where the pattern ends */
	}
	return true;
}

/* Does the path fit? Its parameters, still encoded, go to params. */
static bool fits(struct str pattern, struct str path, struct str *params)
{
	struct str want, have;
	size_t count = 0;

	while (next_segment(&pattern, &want)) {
		if (!next_segment(&path, &have))
			return false;
		if (str_starts(want, STR("{"))) {
			if (have.len == 0 || count == EXCHANGE_PARAMS_MOST)
				return false;
			params[count++] = have;
		} else if (!str_eq(want, have)) {
			return false;
		}
	}
	return path.len == 0;
}

static bool decode_params(struct exchange *x, struct err *e)
{
	for (size_t i = 0; i < EXCHANGE_PARAMS_MOST && x->params[i].ptr; i++)
		if (!percent_decode(x->params[i], false, &x->arena, &x->params[i], e))
			return err_within(e, "path");
	return true;
}

static void allow(struct exchange *x, const struct route *r, struct str *allowed)
{
	*allowed = arena_printf(
	    &x->arena, STR_FMT "%s%s", STR_ARG(*allowed), allowed->len ? ", " : "", method_word(r->method));
}

const struct route *route_find(
    struct exchange *x, const struct route_index *index, struct str *allowed, struct err *e)
{
	const struct route *const *row = index->rows[letter_of(x->path)];

	*allowed = STR("");
	for (; row && *row; row++) {
		struct str params[EXCHANGE_PARAMS_MOST] = { 0 };

		if (!may_fit((*row)->path, x->path) || !fits(str_of((*row)->path), x->path, params))
			continue;
		if ((*row)->method != x->method) {
			allow(x, *row, allowed);
			continue;
		}
		memcpy(x->params, params, sizeof(params));
		return decode_params(x, e) ? *row : NULL;
	}
	return NULL;
}
