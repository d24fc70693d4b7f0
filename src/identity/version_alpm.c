/*
 * version_alpm - Arch Linux package versions, [epoch:]version[-release], as libalpm compares them
 * (alpm_pkg_vercmp(), lib/libalpm/version.c).
 *
 * Version and release are each a row of words and numbers; all else separates, and how much of it stands
 * between two pieces counts: 1.0a < 1.0 < 1.0.a < 1.0.1 < 1.0..a. Key: the epoch (0 where it is missing), the
 * row of the version and its end, the row of the release and its end. In a row, a byte for each separator,
 * then the piece:
 *
 *	word < end < number < separator
 *
 * libalpm compares releases only where both have one: 1.5-1 = 1.5 = 1.5-2 and yet 1.5-1 < 1.5-2. No order has
 * that; here a missing release is 1, the one that makepkg begins with. Separators at the end of a row are
 * refused, since libalpm has cycles there: 1. > 1..a > 1.1 > 1.
 */
#include "identity/version_parts.h"

enum { WORD = 0x02, ROW_END, SEPARATOR = VERSION_NUMBERS_LAST + 1 };

static bool put_row(struct str rest, struct version_writer *out)
{
	bool separated = true; /* as good as a separator at the end: nothing at all */

	while (rest.len) {
		separated = false;
		if (char_is_digit(rest.ptr[0])) {
			version_put_number(out, version_take_number(&rest));
		} else if (char_is_alpha(rest.ptr[0])) {
			version_put(out, WORD);
			version_put_word(out, version_take_letters(&rest), false);
		} else {
			version_put(out, SEPARATOR);
			rest = str_from(rest, 1);
			separated = true;
		}
	}
	version_put(out, ROW_END);
	return !separated;
}

bool version_alpm_key(struct str text, struct version_writer *out, struct err *e)
{
	struct str version = text, release = text, epoch = version_take_number(&version);

	if (str_starts(version, STR(":"))) {
		release = str_from(version, 1);
	} else {
		epoch = STR_NONE;
	}
	if (!str_cut_last(&release, '-', &version)) {
		version = release;
		release = STR("1");
	}
	version_put_number(out, epoch);
	if (!put_row(version, out))
		return err_fail(e, ERR_INPUT, "the version is empty or ends with a separator");
	if (!put_row(release, out))
		return err_fail(e, ERR_INPUT, "the release is empty or ends with a separator");
	return true;
}
