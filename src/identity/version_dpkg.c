/*
 * version_dpkg - [epoch:]upstream[-revision] as dpkg orders it (Debian policy 5.6.12, deb-version(7)).
 *
 * A part is runs of other characters and of digits in turn. Among the characters ~ comes before the end of
 * the run, that before letters, those before the rest. Key: epoch, then for upstream and revision each: the
 * run with one byte a character and 2 at its end, the number; once more 2 at the very end, where no other run
 * can begin.
 */
#include "identity/version_parts.h"

#define RUN_END 2

static unsigned char weight(char c)
{
	if (c == '~')
		return 1;
	if (char_is_alpha(c))
		return (unsigned char)(c - 'A' + 3);
	return (unsigned char)(0x80 | c);
}

static void put_part(struct str rest, struct buf *key)
{
	do {
		while (rest.len && !char_is_digit(rest.ptr[0])) {
			buf_byte(key, (char)weight(rest.ptr[0]));
			rest = str_from(rest, 1);
		}
		buf_byte(key, RUN_END);
		version_put_number(key, version_take_digits(&rest));
	} while (rest.len);
	buf_byte(key, RUN_END);
}

static bool all_allowed(struct str part, const char *extra)
{
	for (size_t i = 0; i < part.len; i++)
		if (!char_is_alnum(part.ptr[i]) && (part.ptr[i] == '\0' || !strchr(extra, part.ptr[i])))
			return false;
	return true;
}

static bool refuse(struct str text, const char *why, struct err *e)
{
	return err_fail(
	    e, ERR_INPUT, "version \"" STR_FMT "\" is not a Debian version: %s", STR_ARG(text), why);
}

bool version_dpkg_key(struct str text, struct buf *key, struct err *e)
{
	struct str rest = str_trim(text), epoch = STR(""), upstream, revision = STR("");

	if (str_cut(&rest, ':', &epoch)) {
		struct str digits = epoch;

		if (version_take_digits(&digits).len == 0 || digits.len)
			return refuse(text, "its epoch is not a number", e);
	}
	upstream = rest;
	if (str_cut_last(&rest, '-', &upstream)) {
		revision = rest;
		if (revision.len == 0)
			return refuse(text, "its revision is empty", e);
	}
	if (upstream.len == 0)
		return refuse(text, "it has no upstream version", e);
	if (!all_allowed(upstream, "-+.~:"))
		return refuse(text, "upstream has other than letters, digits and . + - ~ :", e);
	if (!all_allowed(revision, "+.~"))
		return refuse(text, "the revision has other than letters, digits and + . ~", e);
	version_put_number(key, epoch);
	put_part(upstream, key);
	put_part(revision, key);
	return true;
}
