#include "sources/sboms/json_start.h"

static struct str skip_blank(struct str s)
{
	while (s.len > 0 && (s.ptr[0] == ' ' || s.ptr[0] == '\t' || s.ptr[0] == '\n' || s.ptr[0] == '\r'))
		s = str_from(s, 1);
	return s;
}

/* Takes a text with its quotes off the front; false where it is cut short. */
static bool take_text(struct str *rest, struct str *text)
{
	for (size_t i = 1; i < rest->len; i++) {
		if (rest->ptr[i] == '\\') {
			i++;
		} else if (rest->ptr[i] == '"') {
			*text = (struct str){ rest->ptr + 1, i - 1 };
			*rest = str_from(*rest, i + 1);
			return true;
		}
	}
	return false;
}

/* Passes over an array or object. */
static bool skip_nested(struct str *rest)
{
	size_t depth = 0;
	struct str text;

	while (rest->len > 0) {
		char c = rest->ptr[0];

		if (c == '"') {
			if (!take_text(rest, &text))
				return false;
			continue;
		}
		*rest = str_from(*rest, 1);
		if (c == '{' || c == '[')
			depth++;
		else if ((c == '}' || c == ']') && --depth == 0)
			return true;
	}
	return false;
}

bool json_start_open(struct str text, struct json_start *s)
{
	if (str_starts(text, STR("\xef\xbb\xbf")))
		text = str_from(text, 3);
	text = skip_blank(text);
	if (text.len == 0 || text.ptr[0] != '{')
		return false;
	s->rest = str_from(text, 1);
	return true;
}

bool json_start_next(struct json_start *s, struct json_member *m)
{
	struct str rest = skip_blank(s->rest);

	s->rest = STR_NONE;
	if (rest.len > 0 && rest.ptr[0] == ',')
		rest = skip_blank(str_from(rest, 1));
	if (rest.len == 0 || rest.ptr[0] != '"' || !take_text(&rest, &m->key))
		return false;
	rest = skip_blank(rest);
	if (rest.len == 0 || rest.ptr[0] != ':')
		return false;
	rest = skip_blank(str_from(rest, 1));
	if (rest.len == 0)
		return false;
	m->kind = rest.ptr[0];
	m->value = rest;
	/* What is cut short behind here is still a member: its key and kind are known. */
	if (m->kind == '"') {
		if (!take_text(&rest, &m->value))
			return true;
	} else if (m->kind == '{' || m->kind == '[') {
		if (!skip_nested(&rest))
			return true;
	} else {
		while (rest.len > 0 && rest.ptr[0] != ',' && rest.ptr[0] != '}')
			rest = str_from(rest, 1);
	}
	s->rest = rest;
	return true;
}
