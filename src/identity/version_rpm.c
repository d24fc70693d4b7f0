/*
 * version_rpm - [epoch:]version[-release] as rpm orders it (rpm-version(7), rpmvercmp).
 *
 * Separators only separate. At one place: ~ < the end < ^ < letters < a number. A missing epoch is 0, a
 * missing release older than any. Key: epoch; a byte for the place, then letters and a zero byte, or the
 * number; the release behind 1, or 0 where there is none.
 */
#include "identity/version_parts.h"

enum place { TILDE = 1, END, CARET, LETTERS, NUMBER };

static void put_part(struct str rest, struct buf *key)
{
	while (rest.len) {
		struct str run = version_take_digits(&rest);

		if (run.len) {
			buf_byte(key, NUMBER);
			version_put_number(key, run);
			continue;
		}
		run = version_take_letters(&rest);
		if (run.len) {
			buf_byte(key, LETTERS);
			buf_add(key, run);
			buf_byte(key, 0);
			continue;
		}
		if (rest.ptr[0] == '~' || rest.ptr[0] == '^')
			buf_byte(key, (char)(rest.ptr[0] == '~' ? TILDE : CARET));
		rest = str_from(rest, 1);
	}
	buf_byte(key, END);
}

bool version_rpm_key(struct str text, struct buf *key, struct err *e)
{
	struct str rest = text, epoch = STR(""), version, release = STR("");
	bool has_release = false;

	if (str_cut(&rest, ':', &epoch)) {
		struct str digits = epoch;

		version_take_digits(&digits);
		if (digits.len)
			return err_fail(e, ERR_INPUT, "version \"" STR_FMT "\": its epoch is not a number",
			    STR_ARG(text));
	}
	version = rest;
	if (str_cut_last(&rest, '-', &version)) {
		release = rest;
		has_release = release.len > 0;
	}
	if (version.len == 0)
		return err_fail(e, ERR_INPUT, "version \"" STR_FMT "\" has no version part", STR_ARG(text));
	version_put_number(key, epoch);
	put_part(version, key);
	buf_byte(key, (char)has_release);
	if (has_release)
		put_part(release, key);
	return true;
}
