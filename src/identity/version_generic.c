/*
 * version_generic - an order for versions whose scheme nobody states: CPE, firmware, hardware.
 *
 * A text is a list of numbers and words; everything else separates. At one place the order is: words that
 * stand for something before the release, then the end of the text, then other words by their letters, then
 * numbers by value. A zero behind the first number does not count where a word or the end follows it (or more
 * such zeros): 1.0 = 1, 1.0-rc1 = 1-rc1. Key: a byte for the place in that order, then the word and a zero
 * byte, or the number.
 */
#include "identity/version_parts.h"

enum place { DEV = 1, ALPHA, BETA, MILESTONE, PRE, RC, END, WORD, NUMBER };

static enum place place_of_word(struct str word)
{
	static const struct {
		const char *word;
		enum place place;
	} words[] = {
		{ "dev", DEV },
		{ "snapshot", DEV },
		{ "nightly", DEV },
		{ "alpha", ALPHA },
		{ "beta", BETA },
		{ "milestone", MILESTONE },
		{ "pre", PRE },
		{ "preview", PRE },
		{ "rc", RC },
		{ "cr", RC },
	};

	for (size_t i = 0; i < COUNT(words); i++)
		if (str_eq_nocase(word, str_of(words[i].word)))
			return words[i].place;
	return WORD;
}

static void put_word(struct buf *key, struct str word)
{
	enum place place = place_of_word(word);

	buf_byte(key, (char)place);
	if (place != WORD)
		return;
	for (size_t i = 0; i < word.len; i++)
		buf_byte(key, char_lower(word.ptr[i]));
	buf_byte(key, 0);
}

static bool is_zero(struct str digits)
{
	for (size_t i = 0; i < digits.len; i++)
		if (digits.ptr[i] != '0')
			return false;
	return true;
}

static void put_number(struct buf *key, struct str digits)
{
	buf_byte(key, NUMBER);
	version_put_number(key, digits);
}

bool version_generic_key(struct str text, struct buf *key, struct err *e)
{
	size_t zeros = 0; /* seen, and not yet known to count */
	bool first = true;

	(void)e;
	if (text.len > 1 && char_lower(text.ptr[0]) == 'v' && char_is_digit(text.ptr[1]))
		text = str_from(text, 1);
	while (text.len) {
		struct str digits = version_take_digits(&text), word;

		if (digits.len) {
			if (!first && is_zero(digits)) {
				zeros++;
				continue;
			}
			for (; zeros; zeros--)
				put_number(key, STR("0"));
			put_number(key, digits);
			first = false;
			continue;
		}
		word = version_take_letters(&text);
		if (word.len) {
			zeros = 0;
			put_word(key, word);
		} else {
			text = str_from(text, 1);
		}
	}
	buf_byte(key, END);
	return true;
}
