#include "server/query.h"

#include "server/route.h"

#define KEY_SHOWN 64U /* of a key that is refused */

static const char *keys_of(const struct route *r)
{
	for (const struct query_keys *row = query_keys; row->path; row++)
		if (strcmp(row->path, r->path) == 0 && strcmp(row->method, method_word(r->method)) == 0)
			return row->keys;
	return "";
}

/* The next key, as it was sent; what stands between two "&" without anything is none. */
static bool next_key(struct str *rest, struct str *key)
{
	struct str pair;

	while (str_next(rest, '&', &pair))
		if (pair.len > 0) {
			*key = str_first(pair, str_index(pair, '='));
			return true;
		}
	return false;
}

static bool refuse_unknown(struct str key, const char *keys, struct arena *arena, struct err *e)
{
	struct str rest = str_of(keys), one, known = STR("");

	key = str_first(key, KEY_SHOWN);
	while (str_next(&rest, '|', &one))
		known = arena_printf(
		    arena, STR_FMT "%s" STR_FMT, STR_ARG(known), known.len ? ", " : "", STR_ARG(one));
	if (known.len == 0)
		return err_fail(
		    e, ERR_USAGE, "query: there is no \"" STR_FMT "\"; nothing is asked here", STR_ARG(key));
	return err_fail(e, ERR_USAGE, "query: there is no \"" STR_FMT "\"; there are " STR_FMT, STR_ARG(key),
	    STR_ARG(known));
}

bool query_check(struct exchange *x, struct err *e)
{
	struct str rest = x->query, key;
	const char *keys;

	if (!rest.len || !str_starts(str_of(x->route->path), STR("/api/v1/")))
		return true;
	keys = keys_of(x->route);
	while (next_key(&rest, &key)) {
		struct str after = rest, other;

		if (!str_is_among(key, keys))
			return refuse_unknown(key, keys, &x->arena, e);
		while (next_key(&after, &other))
			if (str_eq(other, key))
				return err_fail(e, ERR_USAGE,
				    "query: \"" STR_FMT "\" is given twice: once is expected", STR_ARG(key));
	}
	return true;
}
