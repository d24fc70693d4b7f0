#include "sources/feeds/start.h"

#include <assert.h>

/* Takes a text off *rest, whose opening quote is gone already; escapes stay as they are. False if it is cut.
 */
static bool take_text(struct str *rest, struct str *text)
{
	for (size_t i = 0; i < rest->len; i++) {
		if (rest->ptr[i] == '\\') {
			i++;
		} else if (rest->ptr[i] == '"') {
			*text = str_first(*rest, i);
			*rest = str_from(*rest, i + 1);
			return true;
		}
	}
	return false;
}

static bool is_key(struct str rest)
{
	size_t i = 0;

	while (i < rest.len && (rest.ptr[i] == ' ' || (rest.ptr[i] >= '\t' && rest.ptr[i] <= '\r')))
		i++;
	return i < rest.len && rest.ptr[i] == ':';
}

#define PATHS_MOST 64 /* two for each rule */

/* A path that is looked for; its names so far stand around us. */
struct path {
	struct str whole;
	size_t matched;
	bool found;
};

static bool is_component(struct str path, size_t index, struct str key, bool *last)
{
	struct str component = STR_NONE;

	for (size_t i = 0; i <= index; i++)
		if (!str_next(&path, '.', &component))
			return false;
	*last = path.ptr == NULL;
	return str_eq(component, key);
}

/* The key of an object that depth - 1 objects stand around. */
static void meet_key(struct path *p, size_t depth, struct str key)
{
	bool last;

	if (p->found || depth > p->matched + 1)
		return;
	p->matched = depth - 1;
	if (!is_component(p->whole, p->matched, key, &last))
		return;
	p->matched = depth;
	p->found = last;
}

static size_t first_kept(const struct start_rule *rules, size_t count, const struct path *paths)
{
	for (size_t i = 0; i < count; i++)
		if (paths[2 * i].found && (!rules[i].and || paths[2 * i + 1].found))
			return i;
	return count;
}

static size_t deepest(const struct path *paths, size_t count)
{
	size_t most = 0;

	for (size_t i = 0; i < count; i++)
		if (paths[i].matched > most)
			most = paths[i].matched;
	return most;
}

size_t start_first(struct str start, const struct start_rule *rules, size_t count)
{
	struct path paths[PATHS_MOST] = { 0 };
	size_t depth = 0, reach = 1, kept = count; /* keys deeper than reach cannot be of any path */

	assert(2 * count <= PATHS_MOST);
	for (size_t i = 0; i < count; i++) {
		paths[2 * i].whole = str_of(rules[i].path);
		paths[2 * i + 1].whole = str_of(rules[i].and);
		paths[2 * i + 1].found = !rules[i].and;
	}
	while (start.len > 0 && kept == count) {
		char c = start.ptr[0];
		struct str text;

		start = str_from(start, 1);
		if (c == '{') {
			depth++;
		} else if (c == '}' && depth > 0) {
			depth--;
		} else if (c == '"') {
			if (!take_text(&start, &text))
				return count;
			if (depth == 0 || depth > reach || !is_key(start))
				continue;
			for (size_t i = 0; i < 2 * count; i++)
				meet_key(&paths[i], depth, text);
			reach = deepest(paths, 2 * count) + 1;
			kept = first_kept(rules, count, paths);
		}
	}
	return kept;
}

bool start_has(struct str start, const char *path)
{
	return start_first(start, &(struct start_rule){ 0, path, NULL }, 1) == 0;
}
