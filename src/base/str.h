/*
 * str - a borrowed run of bytes, the way text travels here.
 *
 * Not NUL-terminated; whoever made it says how long it lives. Case folding is ASCII only.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct str {
	const char *ptr;
	size_t len;
};

#define STR(literal) ((struct str){ "" literal, sizeof(literal) - 1 })
#define STR_NONE ((struct str){ NULL, 0 })

/* For messages: at most 200 bytes of a text are shown. */
#define STR_FMT "%.*s"
#define STR_ARG(s) ((s).len > 200 ? 200 : (int)(s).len), ((s).ptr ? (s).ptr : "")

/* All of it, for texts that are put together and not a message; at most INT_MAX bytes. */
#define STR_WHOLE(s) (int)(s).len, ((s).ptr ? (s).ptr : "")

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* The view of a NUL-terminated text; NULL gives the empty view. */
static inline struct str str_of(const char *text)
{
	return (struct str){ text, text ? strlen(text) : 0 };
}

static inline bool str_eq(struct str a, struct str b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

/* By bytes, a shorter text before a longer one that it begins: the order of memcmp. */
static inline int str_cmp(struct str a, struct str b)
{
	size_t shorter = a.len < b.len ? a.len : b.len;
	int sign = shorter ? memcmp(a.ptr, b.ptr, shorter) : 0;

	return sign ? sign : (a.len > b.len) - (a.len < b.len);
}

static inline bool str_starts(struct str s, struct str prefix)
{
	return s.len >= prefix.len && (prefix.len == 0 || memcmp(s.ptr, prefix.ptr, prefix.len) == 0);
}

static inline bool str_ends(struct str s, struct str suffix)
{
	return s.len >= suffix.len &&
	       (suffix.len == 0 || memcmp(s.ptr + (s.len - suffix.len), suffix.ptr, suffix.len) == 0);
}

/* What is left of s behind its first n bytes; empty if it has no more than n. */
static inline struct str str_from(struct str s, size_t n)
{
	return n >= s.len ? (struct str){ s.len ? s.ptr + s.len : s.ptr, 0 }
			  : (struct str){ s.ptr + n, s.len - n };
}

/* The first n bytes of s, or all of it. */
static inline struct str str_first(struct str s, size_t n)
{
	return (struct str){ s.ptr, n < s.len ? n : s.len };
}

/* As much of s as a message shows: what STR_ARG gives to printf. */
static inline struct str str_shown(struct str s)
{
	return str_first(s, 200);
}

static inline char char_lower(char c)
{
	return (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

static inline char char_upper(char c)
{
	return (char)(c >= 'a' && c <= 'z' ? c - ('a' - 'A') : c);
}

static inline bool char_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool char_is_alpha(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline bool char_is_alnum(char c)
{
	return char_is_digit(c) || char_is_alpha(c);
}

/* 0 to 15, or -1 where c is no hexadecimal digit. */
int char_hex(char c);

/* Equal when ASCII letters are compared without regard to case. */
bool str_eq_nocase(struct str a, struct str b);
bool str_starts_nocase(struct str s, struct str prefix);

/* Where c first (last) stands in s, or s.len if it does not. */
size_t str_index(struct str s, char c);
size_t str_last_index(struct str s, char c);

/* Where needle first stands in s, or s.len if it does not. An empty needle stands at 0. */
size_t str_find(struct str s, struct str needle);
static inline bool str_has(struct str s, struct str needle)
{
	return needle.len == 0 || str_find(s, needle) < s.len;
}

/* s without blanks (space, tab, CR, LF) at both ends. */
struct str str_trim(struct str s);

/* Cuts *rest at the first (last) sep: hands out what stood before it, leaves what stands after.
 * Without a sep: false, and neither is changed. */
bool str_cut(struct str *rest, char sep, struct str *before);
bool str_cut_last(struct str *rest, char sep, struct str *before);

/* The next piece of a separated list: all that is left when no sep is left. False once *rest is used up;
 * start with rest.ptr not NULL. */
bool str_next(struct str *rest, char sep, struct str *piece);
/* Is s one of the words, between which stands "|"? */
bool str_is_among(struct str s, const char *words);
