/*
 * version_apk - Alpine package versions, N(.N)*[letter](_suffix[N])*[~hash][-rN], as apk-tools 3 compares
 *them.
 *
 * Key: the parts in order and a mark for the end. Where two versions go on differently, apk-tools has
 *
 *	_alpha < _beta < _pre < _rc < end < -rN < ~hash < N of a suffix
 *	< _cvs < _svn < _git < _hg < _p < letter < .N that begins with 0 < .N
 *
 * Numbers compare by value, but behind a dot those that begin with 0 compare as text: 1.0 < 1.05 < 1.5.
 */
#include "identity/version_parts.h"

enum { ALPHA = 0x01, BETA, PRE, RC, END, REVISION, HASH, SUFFIX_NUMBER, CVS, SVN, GIT, HG, P, LETTER };
enum { ZERO_FIRST = VERSION_NUMBERS }; /* of a number behind a dot that is not 0 the first digit is not 0 */

static const struct version_word suffixes[] = {
	{ { "alpha", 5 }, ALPHA },
	{ { "beta", 4 }, BETA },
	{ { "pre", 3 }, PRE },
	{ { "rc", 2 }, RC },
	{ { "cvs", 3 }, CVS },
	{ { "svn", 3 }, SVN },
	{ { "git", 3 }, GIT },
	{ { "hg", 2 }, HG },
	{ { "p", 1 }, P },
};

/* N(.N)*[letter] */
static bool put_numbers(struct str *rest, struct version_writer *out)
{
	if (!version_starts_with_digit(*rest))
		return false;
	version_put_number(out, version_take_number(rest));
	while (str_starts(*rest, STR("."))) {
		struct str digits = str_from(*rest, 1);

		*rest = digits;
		if (!version_starts_with_digit(digits))
			return false;
		if (digits.ptr[0] != '0') {
			version_put_number(out, version_take_number(rest));
			continue;
		}
		version_take_number(rest);
		version_put(out, ZERO_FIRST);
		version_put_word(out, str_first(digits, digits.len - rest->len), false);
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
		if (version_starts_with_digit(*rest)) {
			version_put(out, SUFFIX_NUMBER);
			version_put_number(out, version_take_number(rest));
		}
	}
	return true;
}

/* [~hash] */
static bool put_hash(struct str *rest, struct version_writer *out)
{
	struct str hash;
	size_t len = 0;

	if (!str_starts(*rest, STR("~")))
		return true;
	hash = str_from(*rest, 1);
	while (len < hash.len && char_hex(hash.ptr[len]) >= 0)
		len++;
	*rest = str_from(hash, len);
	version_put(out, HASH);
	version_put_word(out, str_first(hash, len), false);
	return len > 0;
}

/* [-rN] */
static bool put_revision(struct str *rest, struct version_writer *out)
{
	if (!str_starts(*rest, STR("-r")))
		return true;
	*rest = str_from(*rest, 2);
	if (!version_starts_with_digit(*rest))
		return false;
	version_put(out, REVISION);
	version_put_number(out, version_take_number(rest));
	return true;
}

bool version_apk_key(struct str text, struct version_writer *out, struct err *e)
{
	struct str rest = text;

	if (!put_numbers(&rest, out))
		return err_fail(e, ERR_INPUT, "a number is missing");
	if (!put_suffixes(&rest, out))
		return err_fail(e, ERR_INPUT, "no suffix that apk knows behind _");
	if (!put_hash(&rest, out))
		return err_fail(e, ERR_INPUT, "no hash behind ~");
	if (!put_revision(&rest, out))
		return err_fail(e, ERR_INPUT, "no number behind -r");
	if (rest.len)
		return err_fail(e, ERR_INPUT, "\"" STR_FMT "\" is not expected there", STR_ARG(rest));
	version_put(out, END);
	return true;
}
