#include "base/str.h"

int char_hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

bool str_starts_nocase(struct str s, struct str prefix)
{
	if (s.len < prefix.len)
		return false;
	for (size_t i = 0; i < prefix.len; i++)
		if (char_lower(s.ptr[i]) != char_lower(prefix.ptr[i]))
			return false;
	return true;
}

bool str_eq_nocase(struct str a, struct str b)
{
	return a.len == b.len && str_starts_nocase(a, b);
}

size_t str_index(struct str s, char c)
{
	const char *at = s.len ? memchr(s.ptr, c, s.len) : NULL;

	return at ? (size_t)(at - s.ptr) : s.len;
}

size_t str_last_index(struct str s, char c)
{
	const char *at = s.len ? memrchr(s.ptr, c, s.len) : NULL;

	return at ? (size_t)(at - s.ptr) : s.len;
}

size_t str_find(struct str s, struct str needle)
{
	const char *at;

	if (needle.len == 0)
		return 0;
	at = s.len ? memmem(s.ptr, s.len, needle.ptr, needle.len) : NULL;
	return at ? (size_t)(at - s.ptr) : s.len;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

struct str str_trim(struct str s)
{
	while (s.len && is_blank(s.ptr[0]))
		s = str_from(s, 1);
	while (s.len && is_blank(s.ptr[s.len - 1]))
		s.len--;
	return s;
}

static bool cut_at(struct str *rest, size_t at, struct str *before)
{
	if (at >= rest->len)
		return false;
	*before = str_first(*rest, at);
	*rest = str_from(*rest, at + 1);
	return true;
}

bool str_cut(struct str *rest, char sep, struct str *before)
{
	return cut_at(rest, str_index(*rest, sep), before);
}

bool str_cut_last(struct str *rest, char sep, struct str *before)
{
	return cut_at(rest, str_last_index(*rest, sep), before);
}

bool str_next(struct str *rest, char sep, struct str *piece)
{
	if (!rest->ptr)
		return false;
	if (!str_cut(rest, sep, piece)) {
		*piece = *rest;
		*rest = STR_NONE;
	}
	return true;
}

bool str_is_among(struct str s, const char *words)
{
	struct str rest = str_of(words), one;

	while (str_next(&rest, '|', &one))
		if (str_eq(one, s))
			return true;
	return false;
}
