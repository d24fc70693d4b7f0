/*
 * version_dpkg - Debian package versions, [epoch:]upstream[-revision], as deb-version(7) and dpkg compare
 * them.
 *
 * Upstream and revision are each a row of pairs: a run of other characters (perhaps none), a number (0 where
 * there is none). Key: the epoch, the pairs of the upstream, the pairs of the revision. In a run ~ is below
 * the end of the run, which is below letters, which are below all else. A pair without a run can only be the
 * first, so behind the first the end of the pairs is an end of a run, too: 1.0 is above 1.0~ and below 1.0a.
 * A missing revision is equal to the revision 0.
 *
 * dpkg only warns of characters that a version should not have, and compares them; so they are taken here,
 * but for blanks and controls.
 */
#include "identity/version_parts.h"

enum { TILDE = 0x01, RUN_END = 0x02, NOT_ASCII = 0x7f, NOT_LETTER = 0x80 };

static void put_run_char(struct version_writer *out, unsigned char c)
{
	if (c == '~')
		version_put(out, TILDE);
	else if (char_is_alpha((char)c))
		version_put(out, c);
	else if (c < 0x80)
		version_put(out, NOT_LETTER | c);
	else { /* dpkg compares them as signed: behind the letters, before punctuation */
		version_put(out, NOT_ASCII);
		version_put(out, c);
	}
}

static void put_pairs(struct str rest, struct version_writer *out)
{
	do {
		size_t run = 0;

		for (; run < rest.len && !char_is_digit(rest.ptr[run]); run++)
			put_run_char(out, (unsigned char)rest.ptr[run]);
		version_put(out, RUN_END);
		rest = str_from(rest, run);
		version_put_number(out, version_take_number(&rest));
	} while (rest.len);
	version_put(out, RUN_END);
}

/* Up to 2^31 - 1, as dpkg has it. */
static bool put_epoch(struct str epoch, struct version_writer *out, struct err *e)
{
	struct str digits = version_take_number(&epoch);

	if (epoch.len)
		return err_fail(e, ERR_INPUT, "the epoch is no number");
	if (digits.len > 10 || (digits.len == 10 && str_cmp(digits, STR("2147483647")) > 0))
		return err_fail(e, ERR_INPUT, "the epoch is too big");
	version_put_number(out, digits);
	return true;
}

static bool check_characters(struct str text, struct err *e)
{
	for (size_t i = 0; i < text.len; i++)
		if ((unsigned char)text.ptr[i] <= ' ' || text.ptr[i] == 0x7f)
			return err_fail(e, ERR_INPUT, "a blank or control character inside");
	return true;
}

bool version_dpkg_key(struct str text, struct version_writer *out, struct err *e)
{
	struct str upstream, revision = str_trim(text), epoch = STR_NONE;
	bool has_epoch = str_cut(&revision, ':', &epoch);

	if (!check_characters(revision, e))
		return false;
	if (has_epoch && epoch.len == 0)
		return err_fail(e, ERR_INPUT, "the epoch is empty");
	if (!put_epoch(epoch, out, e))
		return false;
	if (!str_cut_last(&revision, '-', &upstream)) {
		upstream = revision;
		revision = STR_NONE;
	} else if (revision.len == 0) {
		return err_fail(e, ERR_INPUT, "the revision is empty");
	}
	if (upstream.len == 0)
		return err_fail(e, ERR_INPUT, "the version is empty");
	put_pairs(upstream, out);
	put_pairs(revision, out);
	return true;
}
