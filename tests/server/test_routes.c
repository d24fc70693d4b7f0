/* The table of routes and docs/openapi.json say the same. */
#include "check.h"

#include "formats/json_tree.h"
#include "records/authority.h"
#include "server/route.h"

static const struct json_node *read_paths(struct arena *arena)
{
	SCOPED_INPUT *in = NULL;
	const struct json_node *root;
	struct err e = { 0 };

	if (!input_open_file(CHECK_SOURCE "/docs/openapi.json", &in, &e) ||
	    !json_tree_read(in, arena, &root, &e))
		fail_msg("%s", e.text);
	return json_node_get(root, STR("paths"));
}

static struct str method_key(enum method m, struct arena *arena)
{
	char *word = arena_text(arena, str_of(method_word(m)));

	for (char *c = word; *c; c++)
		*c = char_lower(*c);
	return str_of(word);
}

/* A route and its operation: public alike, and with the same word for the trail. */
static void check_operation(const struct route *r, const struct json_node *operation)
{
	const struct json_node *security = json_node_get(operation, STR("security"));
	struct str what = json_node_field(operation, STR("x-trail"));

	if (!operation)
		fail_msg("%s %s is not in docs/openapi.json", method_word(r->method), r->path);
	if (!!(r->flags & ROUTE_PUBLIC) != (security && security->count == 0))
		fail_msg("%s %s: public in one of the two", method_word(r->method), r->path);
	if (!str_eq(what, r->what ? str_of(r->what) : STR("")))
		fail_msg("%s %s: x-trail is \"" STR_FMT "\"", method_word(r->method), r->path, STR_ARG(what));
}

static void every_route_is_described(void **state)
{
	SCOPED_ARENA arena = { 0 };
	const struct json_node *paths = read_paths(&arena);

	(void)state;
	for (const struct route *const *table = route_tables; *table; table++)
		for (const struct route *r = *table; r->path; r++)
			check_operation(r, json_node_get(json_node_get(paths, str_of(r->path)),
					       method_key(r->method, &arena)));
}

static bool is_served(struct str path, struct str method, struct arena *arena)
{
	for (const struct route *const *table = route_tables; *table; table++)
		for (const struct route *r = *table; r->path; r++)
			if (str_eq(str_of(r->path), path) && str_eq(method_key(r->method, arena), method))
				return true;
	return false;
}

static void everything_described_is_served(void **state)
{
	SCOPED_ARENA arena = { 0 };
	const struct json_node *paths = read_paths(&arena);

	(void)state;
	for (const struct json_node *path = paths->first; path; path = path->next)
		for (const struct json_node *in = path->first; in; in = in->next)
			if (str_is_among(in->key, "get|post|put|patch|delete") &&
			    !is_served(path->key, in->key, &arena))
				fail_msg(STR_FMT " " STR_FMT " is not served", STR_ARG(in->key),
				    STR_ARG(path->key));
}

/* What a route changes is something that somebody may do. */
static void every_change_has_an_authority(void **state)
{
	(void)state;
	for (const struct route *const *table = route_tables; *table; table++)
		for (const struct route *r = *table; r->path; r++)
			if (r->what && !strchr(r->what, '*') && !(r->flags & ROUTE_PUBLIC) &&
			    !authority_allows(str_of(r->what), ~0U))
				fail_msg("%s %s: nobody may do %s", method_word(r->method), r->path, r->what);
}

static void of_two_routes_only_one_fits(void **state)
{
	struct exchange x = { .method = METHOD_GET, .path = STR("/api/v1/devices/a%2Fb"), .at = { 0 } };
	struct route_index *index = route_index_new();
	struct str allowed;
	struct err e = { 0 };
	const struct route *r = route_find(&x, index, &allowed, &e);

	(void)state;
	assert_non_null(r);
	assert_true(str_eq(x.params[0], STR("a/b")));
	x.path = STR("/api/v1/devices/");
	assert_null(route_find(&x, index, &allowed, &e));
	exchange_free(&x);
	route_index_free(index);
}

/* The path itself, where a parameter is one that is called {x}, finds no other row than its own. */
static void every_route_is_found_by_its_path(void **state)
{
	struct route_index *index = route_index_new();

	(void)state;
	for (const struct route *const *table = route_tables; *table; table++)
		for (const struct route *r = *table; r->path; r++) {
			struct exchange x = { .method = r->method, .path = str_of(r->path), .at = { 0 } };
			struct str allowed;
			struct err e = { 0 };

			if (route_find(&x, index, &allowed, &e) != r)
				fail_msg("%s %s is not found", method_word(r->method), r->path);
			arena_free(&x.arena);
		}
	route_index_free(index);
}

/* Of a path that knows other methods those are named. */
static void an_unknown_method_is_told_the_known_ones(void **state)
{
	struct exchange x = { .method = METHOD_PATCH, .path = STR("/api/v1/aliases"), .at = { 0 } };
	struct route_index *index = route_index_new();
	struct err e = { 0 };
	struct str allowed;

	(void)state;
	assert_null(route_find(&x, index, &allowed, &e));
	assert_true(str_eq(allowed, STR("GET, POST")));
	arena_free(&x.arena);
	route_index_free(index);
}

/* The patterns end with a zero byte, a path with its length. */
static void a_zero_byte_in_a_path_fits_nothing(void **state)
{
	static const char path[] = "/api/v1/program\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";
	struct exchange x = { .method = METHOD_GET, .path = { path, sizeof(path) - 1 } };
	struct route_index *index = route_index_new();
	struct err e = { 0 };
	struct str allowed;

	(void)state;
	assert_null(route_find(&x, index, &allowed, &e));
	x.path.len = strlen(path);
	assert_non_null(route_find(&x, index, &allowed, &e));
	route_index_free(index);
	arena_free(&x.arena);
}

TESTS(cmocka_unit_test(a_zero_byte_in_a_path_fits_nothing),
    cmocka_unit_test(every_route_is_found_by_its_path),
    cmocka_unit_test(an_unknown_method_is_told_the_known_ones), cmocka_unit_test(every_route_is_described),
    cmocka_unit_test(everything_described_is_served), cmocka_unit_test(every_change_has_an_authority),
    cmocka_unit_test(of_two_routes_only_one_fits))
