/*
 * version_ebuild - Gentoo package versions, N(.N)*[letter](_suffix[N])*[-rN], as the Package Manager
 * Specification compares them (PMS 8, section 3.3).
 *
 * Key: the numbers, the letter, the suffixes, a mark for their end, the revision (0 where it is missing).
 * Where two versions go on differently:
 *
 *	_alpha < _beta < _pre < _rc < end < _p < letter < .N that begins with 0 < .N
 *
 * A suffix without a number has 0. Behind the first dot, a number that begins with 0 compares as text without
 * the zeros at its end: 1.0 = 1.00 < 1.01 = 1.010 < 1.1.
 */
#include "identity/version_parts.h"

enum { ALPHA = 0x01, BETA, PRE, RC, END, P, LETTER };
enum { ZERO_FIRST = VERSION_NUMBERS }; /* of a number behind a dot that is not 0 the first digit is not 0 */

static const struct version_word suffixes[] = {
	{ { "alpha", 5 }, ALPHA },
	{ { "beta", 4 }, BETA },
	{ { "pre", 3 }, PRE },
	{ { "rc", 2 }, RC },
	{ { "p", 1 }, P },
};

/* A number that begins with 0, as text; without the zeros at its end it may be nothing. */
static void put_fraction(struct str *rest, struct version_writer *out)
{
	struct str text = *rest;

	version_take_number(rest);
	text = str_first(text, text.len - rest->len);
	while (text.len && text.ptr[text.len - 1] == '0')
		text.len--;
	version_put(out, ZERO_FIRST);
	version_put_word(out, text, false);
}

/* N(.N)*[letter] */
static bool put_numbers(struct str *rest, struct version_writer *out)
{
	if (!version_starts_with_digit(*rest))
		return false;
	version_put_number(out, version_take_number(rest));
	while (str_starts(*rest, STR("."))) {
		*rest = str_from(*rest, 1);
		if (!version_starts_with_digit(*rest))
			return false;
		if (rest->ptr[0] == '0')
			put_fraction(rest, out);
		else
			version_put_number(out, version_take_number(rest));
	}
	version_put_letter(rest, LETTER, out);
	return true;
}

/* (_suffix[N])* */
static bool put_suffixes(struct str *rest, struct version_writer *out)
{
	while (str_starts(*rest, STR("_"))) {
		unsigned mark;

		*rest = str_from(*rest, 1);
		mark = version_word_mark(suffixes, COUNT(suffixes), version_take_letters(rest), false);
		if (!mark)
			return false;
		version_put(out, mark);
		version_put_number(out, version_take_number(rest));
	}
	version_put(out, END);
	return true;
}

/* [-rN] */
static bool put_revision(struct str *rest, struct version_writer *out)
{
	if (str_starts(*rest, STR("-r"))) {
		*rest = str_from(*rest, 2);
		if (!version_starts_with_digit(*rest))
			return false;
	} else if (rest->len) {
		return true;
	}
	version_put_number(out, version_take_number(rest));
	return true;
}

bool version_ebuild_key(struct str text, struct version_writer *out, struct err *e)
{
	struct str rest = text;

	if (!put_numbers(&rest, out))
		return err_fail(e, ERR_INPUT, "a number is missing");
	if (!put_suffixes(&rest, out))
		return err_fail(e, ERR_INPUT, "no suffix that Gentoo knows behind _");
	if (!put_revision(&rest, out))
		return err_fail(e, ERR_INPUT, "no number behind -r");
	if (rest.len)
		return err_fail(e, ERR_INPUT, "\"" STR_FMT "\" is not expected there", STR_ARG(rest));
	return true;
}
