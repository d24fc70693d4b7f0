#include "server/route.h"

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

const struct route *route_find(struct exchange *x, struct str *allowed, struct err *e)
{
	*allowed = STR("");
	for (const struct route *const *table = route_tables; *table; table++)
		for (const struct route *r = *table; r->path; r++) {
			struct str params[EXCHANGE_PARAMS_MOST] = { 0 };

			if (!may_fit(r->path, x->path) || !fits(str_of(r->path), x->path, params))
				continue;
			allow(x, r, allowed);
			if (r->method != x->method)
				continue;
			memcpy(x->params, params, sizeof(params));
			return decode_params(x, e) ? r : NULL;
		}
	return NULL;
}
