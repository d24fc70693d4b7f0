/*
 * Maven: the lists of ComparableVersion (Maven 3.8), built and compared as it does, but for its cycles: two
 * versions of which one is below and one above "nothing more" are ordered so, whatever else is said of them.
 */
#include "identity/version_compare.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { ITEMS_MOST = VERSION_COMPARE_BYTES + 1 };

enum type { END, WORD, LIST, NUMBER }; /* in their order */

struct item {
	enum type type;
	const char *text;
	size_t len;
};

/* A list has items and, as its last, perhaps one inner list: list k + 1 is in list k. */
struct maven {
	struct item items[ITEMS_MOST];
	int start[ITEMS_MOST], count[ITEMS_MOST];
	int lists, all;
};

static void add(struct maven *v, enum type type, const char *text, size_t len)
{
	v->items[v->all++] = (struct item){ type, text, len };
	v->count[v->lists - 1]++;
}

static void open_list(struct maven *v)
{
	v->start[v->lists] = v->all;
	v->count[v->lists++] = 0;
}

/* The words of ComparableVersion's QUALIFIERS, "" at 5; anything else is 7. */
static int qualifier(struct item item)
{
	static const struct {
		const char *word;
		int order;
	} known[] = { { "alpha", 0 }, { "beta", 1 }, { "milestone", 2 }, { "rc", 3 }, { "cr", 3 },
		{ "snapshot", 4 }, { "ga", 5 }, { "final", 5 }, { "release", 5 }, { "sp", 6 } };

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (strlen(known[i].word) == item.len && strncasecmp(known[i].word, item.text, item.len) == 0)
			return known[i].order;
	return 7;
}

static void add_word(struct maven *v, const char *text, size_t len, bool digit_follows)
{
	static const char *const single[] = { "alpha", "beta", "milestone" };
	const char *letters = "abm", *found = memchr(letters, tolower(*text), 3);

	if (digit_follows && len == 1 && found)
		add(v, WORD, single[found - letters], strlen(single[found - letters]));
	else
		add(v, WORD, text, len);
}

static bool is_number(char c)
{
	return c >= '0' && c <= '9';
}

/* One character at a time, as parseVersion does. */
static void parse(const char *text, struct maven *v)
{
	const char *start = text, *p;
	bool number = false;

	v->lists = v->all = 0;
	open_list(v);
	for (p = text; *p; p++) {
		if (*p == '.' || *p == '-') {
			if (p == start || number)
				add(v, NUMBER, start, (size_t)(p - start));
			else
				add_word(v, start, (size_t)(p - start), false);
			start = p + 1;
			if (*p == '-')
				open_list(v);
			continue;
		}
		if (p > start && is_number(*p) && !number) {
			if (v->count[v->lists - 1] > 0)
				open_list(v);
			add_word(v, start, (size_t)(p - start), true);
			open_list(v);
			start = p;
		} else if (p > start && !is_number(*p) && number) {
			add(v, NUMBER, start, (size_t)(p - start));
			open_list(v);
			start = p;
		}
		number = is_number(*p);
	}
	if (p > start && number) {
		add(v, NUMBER, start, (size_t)(p - start));
	} else if (p > start) {
		if (v->count[v->lists - 1] > 0)
			open_list(v);
		add_word(v, start, (size_t)(p - start), false);
	}
}

/* 0 for 0 and the empty word: they are nothing. Below or above nothing: -1, 1. */
static int side(struct item item)
{
	if (item.type == NUMBER)
		return compare_digits(item.text, item.len, "", 0);
	return item.type == WORD ? compare_sign(qualifier(item) - 5) : 0;
}

/* From the innermost list outwards: a list without items goes, nothings at the end of a list go. */
static void normalise(struct maven *v)
{
	for (int k = v->lists - 1; k >= 0; k--) {
		while (v->count[k] > 0 && side(v->items[v->start[k] + v->count[k] - 1]) == 0)
			v->count[k]--;
		if (k > 0 && k == v->lists - 1 && v->count[k] == 0)
			v->lists--;
	}
}

/* Item i of list k; behind the items the inner list, behind all the end. */
static struct item item_at(const struct maven *v, int k, int i)
{
	if (i < v->count[k])
		return v->items[v->start[k] + i];
	return (struct item){ k + 1 < v->lists ? LIST : END, "", 0 };
}

/* Of everything from item i of list k on. */
static int side_of_rest(const struct maven *v, int k, int i)
{
	for (;;) {
		struct item item = item_at(v, k, i++);

		if (item.type == END || side(item))
			return side(item);
		if (item.type == LIST) {
			k++;
			i = 0;
		}
	}
}

static int compare_items(struct item a, struct item b)
{
	if (a.type != b.type)
		return compare_sign((long)a.type - (long)b.type);
	if (a.type == NUMBER)
		return compare_digits(a.text, a.len, b.text, b.len);
	if (a.type != WORD)
		return 0; /* what is in the lists follows */
	if (qualifier(a) != qualifier(b) || qualifier(a) != 7)
		return compare_sign(qualifier(a) - qualifier(b));
	for (size_t i = 0; i < a.len && i < b.len; i++)
		if (tolower((unsigned char)a.text[i]) != tolower((unsigned char)b.text[i]))
			return tolower((unsigned char)a.text[i]) < tolower((unsigned char)b.text[i]) ? -1 : 1;
	return compare_sign((long)a.len - (long)b.len);
}

static bool is_readable(const char *text)
{
	for (; *text; text++)
		if (*text > 0 && *text < ' ')
			return false;
	return true;
}

bool compare_maven(const char *a, const char *b, int *sign)
{
	static struct maven va, vb;
	int k = 0, i = 0;

	if (!is_readable(a) || !is_readable(b))
		return false;
	parse(a, &va);
	parse(b, &vb);
	normalise(&va);
	normalise(&vb);
	for (;;) {
		struct item ia = item_at(&va, k, i), ib = item_at(&vb, k, i);

		*sign = compare_sign(side_of_rest(&va, k, i) - side_of_rest(&vb, k, i));
		if (*sign == 0)
			*sign = compare_items(ia, ib);
		if (*sign || ia.type == END)
			return true;
		k += ia.type == LIST;
		i = ia.type == LIST ? 0 : i + 1;
	}
}
