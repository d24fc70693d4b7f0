/*
 * version_gem - RubyGems versions, N(.part)*[-part(.part)*], as Gem::Version compares them.
 *
 * A "-" stands for ".pre."; then the version is a row of numbers and words, which it is cut into where digits
 * meet letters. Zeros at the end of the row, and zeros before the first word, are left out; a row that has
 * ended goes on with zeros. So, where two rows differ: a word < 0 = the end < any other number; words compare
 * by bytes.
 *
 * Key: the items, and a mark for the end. A zero that is left stands somewhere before a word or a number, and
 * is below the end in the one case and above it in the other: two marks.
 */
#include "identity/version_parts.h"

enum { WORD = 0x02, ZERO_BEFORE_WORD, END, ZERO_BEFORE_NUMBER };
enum { HYPHENS_MOST = 8 }; /* each is a word of five bytes, and a key stays within four times its text */

/* digits(.alnum)*[-(alnum or -)(.(alnum or -))*] */
static bool is_well_formed(struct str text)
{
	bool part = false, digits = true;
	int hyphens = 0;

	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (c == '.' || (c == '-' && !hyphens)) {
			if (!part)
				return false;
			part = false;
			digits = false;
			hyphens += c == '-';
		} else if (char_is_digit(c) || (!digits && (char_is_alpha(c) || c == '-'))) {
			part = true;
			hyphens += c == '-';
		} else {
			return false;
		}
	}
	return part && hyphens <= HYPHENS_MOST;
}

/* The row on its way out, with the zeros that may yet be left out. */
struct gem_row {
	struct version_writer *out;
	size_t zeros;
	bool word_seen;
};

static void put_zeros(struct gem_row *row, unsigned mark)
{
	for (; row->zeros; row->zeros--)
		version_put(row->out, mark);
}

static void put_word(struct gem_row *row, struct str word)
{
	if (!row->word_seen)
		row->zeros = 0;
	row->word_seen = true;
	put_zeros(row, ZERO_BEFORE_WORD);
	version_put(row->out, WORD);
	version_put_word(row->out, word, false);
}

static void put_number(struct gem_row *row, struct str digits)
{
	if (digits.len == 0) {
		row->zeros++;
		return;
	}
	put_zeros(row, ZERO_BEFORE_NUMBER);
	version_put_number(row->out, digits);
}

bool version_gem_key(struct str text, struct version_writer *out, struct err *e)
{
	struct gem_row row = { .out = out };
	struct str rest = str_trim(text);

	if (rest.len && !is_well_formed(rest))
		return err_fail(e, ERR_INPUT, "it is not a number, then letters and digits behind dots or -");
	while (rest.len) {
		if (char_is_digit(rest.ptr[0])) {
			put_number(&row, version_take_number(&rest));
		} else if (char_is_alpha(rest.ptr[0])) {
			put_word(&row, version_take_letters(&rest));
		} else {
			if (rest.ptr[0] == '-')
				put_word(&row, STR("pre"));
			rest = str_from(rest, 1);
		}
	}
	version_put(out, END);
	return true;
}
