/*
 * version_semver - Semantic Versioning 2.0.0, section 11, with what its users add: a leading v, and minor and
 * patch may be missing. Go's modules are versioned so (pseudo-versions are pre-releases, +incompatible is
 * build metadata); its toolchain's names, go1.21rc2, are read as golang.org/x/vuln reads them: 1.21.0-rc.2.
 *
 * Key: three numbers, then the identifiers of the pre-release or, where there is none, a mark above all of
 * them. A number of an identifier is below any word; the key that ends first is the smaller, as a pre-release
 * with fewer identifiers is. Build metadata is checked and left out.
 */
#include "identity/version_parts.h"

enum { WORD = VERSION_NUMBERS_LAST + 1, NO_PRERELEASE };

static bool is_identifier(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!char_is_alnum(s.ptr[i]) && s.ptr[i] != '-')
			return false;
	return s.len > 0;
}

static bool is_number(struct str s)
{
	while (version_starts_with_digit(s))
		s = str_from(s, 1);
	return s.len == 0;
}

static bool has_zero_in_front(struct str s)
{
	return s.len > 1 && s.ptr[0] == '0' && char_is_digit(s.ptr[1]);
}

/* major[.minor[.patch]] */
static bool put_core(struct str *rest, struct version_writer *out, struct err *e)
{
	int count = 0;

	for (bool more = true; more; count++) {
		if (count == 3)
			return err_fail(e, ERR_INPUT, "more than three numbers");
		if (!version_starts_with_digit(*rest))
			return err_fail(e, ERR_INPUT, "a number is missing");
		if (has_zero_in_front(*rest))
			return err_fail(e, ERR_INPUT, "a number begins with 0");
		version_put_number(out, version_take_number(rest));
		more = str_starts(*rest, STR("."));
		if (more)
			*rest = str_from(*rest, 1);
	}
	for (; count < 3; count++)
		version_put_number(out, STR_NONE);
	return true;
}

static bool put_prerelease(struct str rest, struct version_writer *out, struct err *e)
{
	struct str one;

	while (str_next(&rest, '.', &one)) {
		if (!is_identifier(one))
			return err_fail(
			    e, ERR_INPUT, "\"" STR_FMT "\" is no pre-release identifier", STR_ARG(one));
		if (!is_number(one)) {
			version_put(out, WORD);
			version_put_word(out, one, false);
		} else if (has_zero_in_front(one)) {
			return err_fail(e, ERR_INPUT, "a pre-release number begins with 0");
		} else {
			version_put_number(out, version_take_number(&one));
		}
	}
	return true;
}

static bool check_build(struct str rest, struct err *e)
{
	struct str one;

	while (str_next(&rest, '.', &one))
		if (!is_identifier(one))
			return err_fail(e, ERR_INPUT, "\"" STR_FMT "\" is no build identifier", STR_ARG(one));
	return true;
}

static bool put_semver(struct str rest, struct version_writer *out, struct err *e)
{
	struct str behind;

	if (!put_core(&rest, out, e))
		return false;
	if (!str_cut(&rest, '+', &behind))
		behind = rest;
	else if (!check_build(rest, e))
		return false;
	if (behind.len == 0) {
		version_put(out, NO_PRERELEASE);
		return true;
	}
	if (behind.ptr[0] != '-')
		return err_fail(e, ERR_INPUT, "\"" STR_FMT "\" behind the numbers", STR_ARG(behind));
	return put_prerelease(str_from(behind, 1), out, e);
}

bool version_semver_key(struct str text, struct version_writer *out, struct err *e)
{
	return put_semver(str_from(text, str_starts(text, STR("v"))), out, e);
}

/* N[.N[.N]], and perhaps beta, rc or -pre with a number; words behind a blank say how it was built. */
static bool put_toolchain(struct str rest, struct version_writer *out, struct err *e)
{
	struct str version = str_first(rest, str_index(rest, ' ')), word;

	rest = version;
	if (!put_core(&rest, out, e))
		return false;
	if (rest.len == 0) {
		version_put(out, NO_PRERELEASE);
		return true;
	}
	word = str_first(rest, str_starts(rest, STR("rc")) ? 2 : 4);
	if (!str_eq(word, STR("rc")) && !str_eq(word, STR("beta")) && !str_eq(word, STR("-pre")))
		return err_fail(e, ERR_INPUT, "\"" STR_FMT "\" behind the numbers", STR_ARG(rest));
	version = str_from(rest, word.len);
	if (!is_number(version) || version.len == 0)
		return err_fail(e, ERR_INPUT, "no number behind \"" STR_FMT "\"", STR_ARG(word));
	version_put(out, WORD);
	version_put_word(out, str_from(word, word.ptr[0] == '-'), false);
	version_put_number(out, version_take_number(&version));
	return true;
}

bool version_golang_key(struct str text, struct version_writer *out, struct err *e)
{
	if (str_starts(text, STR("go")))
		return put_toolchain(str_from(text, 2), out, e);
	return version_semver_key(text, out, e);
}
