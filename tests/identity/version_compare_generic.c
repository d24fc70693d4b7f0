/*
 * The order of versions of no known scheme, as the manual tells it: walk both texts at once; a 0 that does
 * not count is stepped over when it is met, by looking ahead.
 */
#include "identity/version_compare.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

struct walk {
	const char *at;
	bool number_seen;
};

struct item {
	int rank; /* the order of the kinds */
	const char *text;
	size_t len;
};

enum { RANK_END = 6, RANK_WORD = 7, RANK_NUMBER = 8 };

static int rank_of_word(const char *word, size_t len)
{
	static const struct {
		const char *word;
		int rank;
	} known[] = { { "DEV", 0 }, { "SNAPSHOT", 0 }, { "NIGHTLY", 0 }, { "ALPHA", 1 }, { "BETA", 2 },
		{ "MILESTONE", 3 }, { "PRE", 4 }, { "PREVIEW", 4 }, { "RC", 5 }, { "CR", 5 } };

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (strlen(known[i].word) == len && strncasecmp(known[i].word, word, len) == 0)
			return known[i].rank;
	return RANK_WORD;
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_number(char c)
{
	return c >= '0' && c <= '9';
}

/* Does a word or the end come before the next number that is not 0? */
static bool only_zeros_follow(const char *at)
{
	for (; *at && !is_letter(*at); at++)
		if (is_number(*at) && *at != '0')
			return false;
	return true;
}

static struct item next(struct walk *w)
{
	struct item item = { RANK_END, "", 0 };

	for (;;) {
		while (*w->at && !is_letter(*w->at) && !is_number(*w->at))
			w->at++;
		if (!(w->number_seen && is_number(*w->at) && only_zeros_follow(w->at)))
			break;
		while (is_number(*w->at))
			w->at++;
	}
	item.text = w->at;
	if (is_number(*w->at)) {
		item.rank = RANK_NUMBER;
		w->number_seen = true;
		while (is_number(w->at[item.len]))
			item.len++;
	} else if (*w->at) {
		while (is_letter(w->at[item.len]))
			item.len++;
		item.rank = rank_of_word(item.text, item.len);
	}
	w->at += item.len;
	return item;
}

static int compare_items(struct item a, struct item b)
{
	int sign = 0;

	if (a.rank != b.rank)
		return compare_sign(a.rank - b.rank);
	if (a.rank == RANK_NUMBER)
		return compare_digits(a.text, a.len, b.text, b.len);
	if (a.rank != RANK_WORD)
		return 0;
	for (size_t i = 0; i < a.len && i < b.len && !sign; i++)
		sign = compare_sign(tolower(a.text[i]) - tolower(b.text[i]));
	return sign ? sign : compare_sign((long)a.len - (long)b.len);
}

static struct walk start(const char *text)
{
	bool v = (text[0] == 'v' || text[0] == 'V') && is_number(text[1]);

	return (struct walk){ text + v, false };
}

bool compare_generic(const char *a, const char *b, int *sign)
{
	struct walk wa = start(a), wb = start(b);
	struct item ia, ib;

	do {
		ia = next(&wa);
		ib = next(&wb);
		*sign = compare_items(ia, ib);
	} while (*sign == 0 && ia.rank != RANK_END);
	return true;
}
