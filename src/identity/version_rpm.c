/*
 * version_rpm - RPM package versions, [epoch:]version[-release], as rpmvercmp() compares them:
 * rpm-version(7).
 *
 * Version and release are each a row of numbers, words, ~ and ^; all else only separates. Key: the epoch (0
 * where it is missing), the row of the version and its end, the row of the release and its end. In a row
 * ~ < end < ^ < word < number. Without a release the key stops before it, so it is below any release.
 */
#include "identity/version_parts.h"

enum { TILDE = 0x01, ROW_END = 0x02, CARET = 0x03, WORD = 0x04 };

static void put_row(struct str rest, struct version_writer *out)
{
	while (rest.len) {
		char c = rest.ptr[0];

		if (char_is_digit(c)) {
			version_put_number(out, version_take_number(&rest));
			continue;
		}
		if (char_is_alpha(c)) {
			version_put(out, WORD);
			version_put_word(out, version_take_letters(&rest), false);
			continue;
		}
		if (c == '~')
			version_put(out, TILDE);
		else if (c == '^')
			version_put(out, CARET);
		rest = str_from(rest, 1);
	}
	version_put(out, ROW_END);
}

bool version_rpm_key(struct str text, struct version_writer *out, struct err *e)
{
	struct str rest = text, epoch = STR_NONE, version;

	if (str_cut(&rest, ':', &epoch)) {
		struct str behind = epoch;

		epoch = version_take_number(&behind);
		if (behind.len)
			return err_fail(e, ERR_INPUT, "the epoch is no number");
	}
	if (!str_cut_last(&rest, '-', &version)) {
		version = rest;
		rest = STR_NONE;
	} else if (rest.len == 0) {
		return err_fail(e, ERR_INPUT, "the release is empty");
	}
	if (version.len == 0)
		return err_fail(e, ERR_INPUT, "the version is empty");
	version_put_number(out, epoch);
	put_row(version, out);
	if (rest.len)
		put_row(rest, out);
	return true;
}
