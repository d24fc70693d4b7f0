/*
 * version_generic - versions of no known scheme: what CPE names, vendors and people write. Reads every text.
 *
 * Normal form: the numbers and words of the text, in order. Words are runs of ASCII letters in lower case;
 *all other bytes only separate; a v before a digit at the start of the text is left out. Then every 0 is left
 *out that is not the first number of the text and has no number but 0 between itself and the next word, or
 *the end: 1.0.0, 1.0 and 1 are "1"; 1.0-rc1 and 1rc1 are "1 rc 1"; 1.0a is "1 a"; 1rc0 is "1 rc"; 0.0 is "0";
 *but 1.0.1 is "1 0 1", as its 0 stands before a number. What is left is compared item by item:
 *
 *	dev snapshot nightly < alpha < beta < milestone < pre preview < rc cr < the end
 *	< any other word, by letters < any number, by value
 *
 * So the order is that of rows over an ordered set of items, with the end as an item: total. Key: one mark
 *for a word that is known and for the end; WORD and the letters; the number.
 */
#include "identity/version_parts.h"

enum { DEV = 0x02, ALPHA, BETA, MILESTONE, PRE, RC, END, WORD };

static const struct version_word words[] = {
	{ { "dev", 3 }, DEV },
	{ { "snapshot", 8 }, DEV },
	{ { "nightly", 7 }, DEV },
	{ { "alpha", 5 }, ALPHA },
	{ { "beta", 4 }, BETA },
	{ { "milestone", 9 }, MILESTONE },
	{ { "pre", 3 }, PRE },
	{ { "preview", 7 }, PRE },
	{ { "rc", 2 }, RC },
	{ { "cr", 2 }, RC },
};

static void put_word(struct version_writer *out, struct str word)
{
	unsigned mark = version_word_mark(words, COUNT(words), word, true);

	version_put(out, mark ? mark : WORD);
	if (mark)
		return;
	version_put_word(out, word, true);
}

bool version_generic_key(struct str text, struct version_writer *out, struct err *e)
{
	bool v = str_starts_nocase(text, STR("v")) && version_starts_with_digit(str_from(text, 1));
	struct str rest = str_from(text, v);
	size_t zeros = 0; /* seen, and not yet known to count */
	bool first = true;

	while (rest.len) {
		if (char_is_digit(rest.ptr[0])) {
			struct str digits = version_take_number(&rest);

			if (digits.len == 0 && !first) {
				zeros++;
				continue;
			}
			for (; zeros; zeros--)
				version_put_number(out, STR_NONE);
			version_put_number(out, digits);
			first = false;
		} else if (char_is_alpha(rest.ptr[0])) {
			zeros = 0;
			put_word(out, version_take_letters(&rest));
		} else {
			rest = str_from(rest, 1);
		}
	}
	version_put(out, END);
	(void)e;
	return true;
}
