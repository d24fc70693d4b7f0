/*
 * version_semver - Semantic Versioning 2.0.0 section 11, as npm, cargo and Go use it: a leading v, and minor
 * and patch that are left out, are taken; build metadata is ignored. Leading zeros are taken by value.
 *
 * Key: three numbers, then 2 for a release, or 1 and the identifiers of the pre-release: 1 and a number, or
 * 2, the text and a zero byte; 0 at their end.
 */
#include "identity/version_parts.h"

static bool refuse(struct str text, const char *why, struct err *e)
{
	return err_fail(
	    e, ERR_INPUT, "version \"" STR_FMT "\" is not a semantic version: %s", STR_ARG(text), why);
}

static bool put_identifier(struct str identifier, struct buf *key)
{
	struct str rest = identifier, digits = version_take_digits(&rest);

	if (identifier.len == 0)
		return false;
	if (rest.len == 0) {
		buf_byte(key, 1);
		version_put_number(key, digits);
		return true;
	}
	for (size_t i = 0; i < identifier.len; i++)
		if (!char_is_alnum(identifier.ptr[i]) && identifier.ptr[i] != '-')
			return false;
	buf_byte(key, 2);
	buf_add(key, identifier);
	buf_byte(key, 0);
	return true;
}

static bool put_pre_release(struct str rest, struct buf *key)
{
	struct str identifier;

	buf_byte(key, 1);
	while (str_next(&rest, '.', &identifier))
		if (!put_identifier(identifier, key))
			return false;
	buf_byte(key, 0);
	return true;
}

/* Build metadata must be well formed too, though it never counts. */
static bool is_build(struct str build)
{
	struct str identifier;

	while (str_next(&build, '.', &identifier)) {
		if (identifier.len == 0)
			return false;
		for (size_t i = 0; i < identifier.len; i++)
			if (!char_is_alnum(identifier.ptr[i]) && identifier.ptr[i] != '-')
				return false;
	}
	return true;
}

bool version_semver_key(struct str text, struct buf *key, struct err *e)
{
	struct str rest = text, build = STR_NONE;
	size_t plus = str_index(text, '+');

	if (plus < text.len) {
		build = str_from(text, plus + 1);
		rest = str_first(text, plus);
	}
	if (rest.len && char_lower(rest.ptr[0]) == 'v')
		rest = str_from(rest, 1);
	for (int i = 0; i < 3; i++) {
		struct str digits = STR("");

		if (i == 0 || (rest.len && rest.ptr[0] == '.')) {
			if (i > 0)
				rest = str_from(rest, 1);
			digits = version_take_digits(&rest);
			if (digits.len == 0)
				return refuse(text, "a number is missing", e);
		}
		version_put_number(key, digits);
	}
	if (plus < text.len && !is_build(build))
		return refuse(text, "its build metadata is not well formed", e);
	if (rest.len == 0) {
		buf_byte(key, 2);
		return true;
	}
	if (rest.ptr[0] != '-')
		return refuse(text, "expected at most three numbers, then - or +", e);
	return put_pre_release(str_from(rest, 1), key) ||
	       refuse(text, "a pre-release identifier is empty or has other than letters, digits and -", e);
}
