/*
 * version_maven - Maven versions as ComparableVersion of Maven 3.8 orders them. Reads every text.
 *
 * A version is a list of items, numbers and words, that ends or goes on in a list inside the list. Dots
 *separate items; a "-", digits meeting letters, and a word that stands after others and before digits or the
 *end, open the inner list. Known words stand below, at or above the release:
 *
 *	alpha < beta < milestone < rc = cr < snapshot < the empty word = ga = final = release < sp
 *	< any other, by letters
 *
 * and a, b, m directly before a digit are alpha, beta, milestone. 0 and the empty word count nothing: they
 *are left out at the end of each list, so 1 = 1.0 = 1.0-ga, and a list without items is left out.
 *
 * Where two versions differ, a word is below an inner list and that below a number; and a version that has
 *ended is below what stands above the release and above what stands below it. These two rules can contradict
 *each other (1.sp.1 < 1-alpha < 1 < 1.sp.1 in Maven itself); here the second one decides, and it alone is
 *different from Maven then. So at each place what follows is told by its side first:
 *
 *	below the release: word < inner list < 0     the end     above it: word < inner list < number
 *
 * The side is that of the next item that counts. Key: one mark for side and kind, then the word or the
 *number.
 */
#include "identity/version_parts.h"

enum { BELOW_WORD = 0x02, BELOW_LIST, BELOW_ZERO, END, ABOVE_WORD, ABOVE_LIST }; /* ABOVE: number */
enum {
	RANK_ALPHA = 0x02,
	RANK_BETA,
	RANK_MILESTONE,
	RANK_RC,
	RANK_SNAPSHOT,
	RANK_RELEASE,
	RANK_SP,
	RANK_OTHER
};

static const struct version_word words[] = {
	{ { "alpha", 5 }, RANK_ALPHA },
	{ { "beta", 4 }, RANK_BETA },
	{ { "milestone", 9 }, RANK_MILESTONE },
	{ { "rc", 2 }, RANK_RC },
	{ { "cr", 2 }, RANK_RC },
	{ { "snapshot", 8 }, RANK_SNAPSHOT },
	{ { "ga", 2 }, RANK_RELEASE },
	{ { "final", 5 }, RANK_RELEASE },
	{ { "release", 7 }, RANK_RELEASE },
	{ { "sp", 2 }, RANK_SP },
};

/* One item, and whether an inner list opens before and behind it. */
struct maven_item {
	bool opens_before, opens_behind;
	unsigned rank;	 /* 0: a number */
	struct str text; /* digits without zeros in front, or the word */
};

struct maven_reader {
	struct str rest;
	bool list_has_items; /* the list that is being read */
};

static unsigned rank_of(struct str word, bool before_digit)
{
	unsigned rank;

	if (before_digit && word.len == 1 && char_lower(word.ptr[0]) == 'a')
		return RANK_ALPHA;
	if (before_digit && word.len == 1 && char_lower(word.ptr[0]) == 'b')
		return RANK_BETA;
	if (before_digit && word.len == 1 && char_lower(word.ptr[0]) == 'm')
		return RANK_MILESTONE;
	rank = version_word_mark(words, COUNT(words), word, true);
	return rank ? rank : RANK_OTHER;
}

static bool is_separator(char c)
{
	return c == '.' || c == '-';
}

static struct maven_item next_item(struct maven_reader *r)
{
	struct maven_item item = { 0 };
	size_t len = 0;

	if (version_starts_with_digit(r->rest)) {
		item.text = version_take_number(&r->rest);
	} else {
		while (
		    len < r->rest.len && !is_separator(r->rest.ptr[len]) && !char_is_digit(r->rest.ptr[len]))
			len++;
		item.text = str_first(r->rest, len);
		r->rest = str_from(r->rest, len);
	}
	if (len) {
		item.rank = rank_of(item.text, version_starts_with_digit(r->rest));
		item.opens_before = r->list_has_items && (r->rest.len == 0 || !is_separator(r->rest.ptr[0]));
	}
	item.opens_behind = r->rest.len > 0 && r->rest.ptr[0] != '.';
	if (r->rest.len && is_separator(r->rest.ptr[0]))
		r->rest = str_from(r->rest, 1);
	r->list_has_items = !item.opens_behind;
	return item;
}

static bool counts(const struct maven_item *item)
{
	return item->rank ? item->rank != RANK_RELEASE : item->text.len > 0;
}

static void put_item(const struct maven_item *item, bool below, struct version_writer *out)
{
	if (item->rank) {
		version_put(out, below ? BELOW_WORD : ABOVE_WORD);
		version_put(out, item->rank);
		if (item->rank == RANK_OTHER)
			version_put_word(out, item->text, true);
	} else if (below) {
		version_put(out, BELOW_ZERO);
	} else {
		version_put_number(out, item->text);
	}
}

/* What was read and does not count unless something behind it does. */
struct maven_pending {
	size_t lists;		   /* opened */
	size_t items;		   /* in the last of them, that count nothing */
	struct maven_reader first; /* stands before those */
};

static void open_list(struct maven_pending *p, const struct maven_reader *at)
{
	p->lists++;
	p->items = 0;
	p->first = *at;
}

static void put_pending(struct maven_pending *p, bool below, struct version_writer *out)
{
	for (; p->lists; p->lists--)
		version_put(out, below ? BELOW_LIST : ABOVE_LIST);
	for (; p->items; p->items--) {
		struct maven_item item = next_item(&p->first);

		put_item(&item, below, out);
	}
}

bool version_maven_key(struct str text, struct version_writer *out, struct err *e)
{
	struct maven_reader r = { .rest = text };
	struct maven_pending pending = { .first = r };

	for (size_t i = 0; i < text.len; i++)
		if ((unsigned char)text.ptr[i] < ' ')
			return err_fail(e, ERR_INPUT, "a control character inside");
	while (r.rest.len) {
		struct maven_reader before = r;
		struct maven_item item = next_item(&r);

		if (item.opens_before)
			open_list(&pending, &before);
		if (counts(&item)) {
			bool below = item.rank && item.rank < RANK_RELEASE;

			put_pending(&pending, below, out);
			put_item(&item, below, out);
			pending.first = r;
		} else {
			pending.items++;
		}
		if (item.opens_behind)
			open_list(&pending, &r);
	}
	version_put(out, END);
	return true;
}
