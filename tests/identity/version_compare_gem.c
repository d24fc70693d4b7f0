/*
 * RubyGems: segments scanned out of the text, the canonical ones compared one by one, missing ones 0.
 */
#include "identity/version_compare.h"

#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SEGMENTS_MOST = VERSION_COMPARE_BYTES };

struct segment {
	const char *at;
	size_t len;
	bool word;
};

struct gem {
	char text[9 * VERSION_COMPARE_BYTES]; /* with ".pre." for "-" */
	struct segment segments[SEGMENTS_MOST];
	size_t count;
};

static bool is_correct(const char *text)
{
	static const char pattern[] =
	    "^[[:space:]]*([0-9]+(\\.[0-9a-zA-Z]+)*(-[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?)?[[:space:]]*$";
	static regex_t re;
	static bool compiled;
	int hyphens = 0;

	if (!compiled && regcomp(&re, pattern, REG_EXTENDED | REG_NOSUB) != 0)
		abort();
	compiled = true;
	for (const char *p = text; *p; p++)
		hyphens += *p == '-';
	return hyphens <= 8 && !strpbrk(text, "\f\v") && regexec(&re, text, 0, NULL, 0) == 0;
}

static void scan(struct gem *g)
{
	const char *p = g->text;

	g->count = 0;
	while (*p) {
		size_t digits = strspn(p, "0123456789");
		size_t letters = strspn(p, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

		if (digits + letters)
			g->segments[g->count++] = (struct segment){ p, digits + letters, letters > 0 };
		p += digits + letters ? digits + letters : 1;
	}
}

static bool is_zero(struct segment s)
{
	return !s.word && strspn(s.at, "0") >= s.len;
}

/* Leaves out the zeros that end the numbers in front, and those that end the rest. */
static void make_canonical(struct gem *g)
{
	size_t words = 0, kept;

	while (words < g->count && !g->segments[words].word)
		words++;
	for (kept = words; kept && is_zero(g->segments[kept - 1]);)
		kept--;
	memmove(g->segments + kept, g->segments + words, (g->count - words) * sizeof(*g->segments));
	g->count -= words - kept;
	while (g->count && is_zero(g->segments[g->count - 1]))
		g->count--;
}

static bool read_gem(const char *text, struct gem *g)
{
	size_t len = 0;

	if (strlen(text) >= VERSION_COMPARE_BYTES || !is_correct(text))
		return false;
	for (; *text; text++)
		len += (size_t)snprintf(
		    g->text + len, sizeof(g->text) - len, *text == '-' ? ".pre." : "%c", *text);
	g->text[len] = '\0';
	scan(g);
	make_canonical(g);
	return true;
}

bool compare_gem(const char *a, const char *b, int *sign)
{
	static struct gem ga, gb;
	static const struct segment zero = { "0", 1, false };

	if (!read_gem(a, &ga) || !read_gem(b, &gb))
		return false;
	*sign = 0;
	for (size_t i = 0; *sign == 0 && (i < ga.count || i < gb.count); i++) {
		struct segment sa = i < ga.count ? ga.segments[i] : zero;
		struct segment sb = i < gb.count ? gb.segments[i] : zero;

		if (sa.word != sb.word)
			*sign = sa.word ? -1 : 1;
		else if (sa.word)
			*sign = compare_bytes(sa.at, sa.len, sb.at, sb.len);
		else
			*sign = compare_digits(sa.at, sa.len, sb.at, sb.len);
	}
	return true;
}
