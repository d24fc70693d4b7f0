#include "sources/feeds/start.h"

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

static bool is_component(struct str path, size_t index, struct str key, bool *last)
{
	struct str component = STR_NONE;

	for (size_t i = 0; i <= index; i++)
		if (!str_next(&path, '.', &component))
			return false;
	*last = path.ptr == NULL;
	return str_eq(component, key);
}

bool start_has(struct str start, const char *path)
{
	size_t depth = 0, matched = 0; /* objects around us; names of the path that stand around us */

	while (start.len > 0) {
		char c = start.ptr[0];
		struct str text;
		bool last;

		start = str_from(start, 1);
		if (c == '{') {
			depth++;
		} else if (c == '}' && depth > 0) {
			depth--;
		} else if (c == '"') {
			if (!take_text(&start, &text))
				return false;
			if (depth == 0 || depth > matched + 1 || !is_key(start))
				continue;
			matched = depth - 1;
			if (is_component(str_of(path), matched, text, &last)) {
				if (last)
					return true;
				matched = depth;
			}
		}
	}
	return false;
}
