/*
 * version_composer - PHP packages, as Composer reads them (composer/semver, VersionParser::normalize) and PHP
 * compares them (version_compare): [v]N[.N[.N[.N]]][stability[N...]][dev][+build], or a date.
 *
 * Up to four numbers, missing ones 0; a date keeps as many as it has. Then one of alpha (a), beta (b), RC,
 * patch (pl, p) with numbers of its own, and dev behind all that; stable ends the version. 1.x-dev stands
 * for the branch and is 1.9999999.9999999.9999999-dev. Key: numbers and marks in order:
 *
 *	dev < alpha < beta < RC < end < number < patch
 *
 * A branch by name (dev-main) has no place in this order and is refused. A date is what begins with four
 * digits and is no version; Composer also counts the digits of its parts.
 */
#include "identity/version_parts.h"

enum { DEV = 0x01, ALPHA, BETA, RC, END, PATCH = VERSION_NUMBERS_LAST + 1, STABLE };

static const struct version_word words[] = {
	{ { "alpha", 5 }, ALPHA },
	{ { "a", 1 }, ALPHA },
	{ { "beta", 4 }, BETA },
	{ { "b", 1 }, BETA },
	{ { "rc", 2 }, RC },
	{ { "patch", 5 }, PATCH },
	{ { "pl", 2 }, PATCH },
	{ { "p", 1 }, PATCH },
	{ { "stable", 6 }, STABLE },
};

/* What may stand behind the numbers. */
struct modifier {
	unsigned mark;	    /* END: none */
	struct str numbers; /* behind the mark, with their separators */
	bool dev;
};

static struct str without_one(struct str s, const char *separators)
{
	return str_from(s, s.len && s.ptr[0] && strchr(separators, s.ptr[0]));
}

/* The numbers that *rest begins with, perhaps with a separator before each. */
static struct str take_numbers(struct str *rest, const char *separators)
{
	struct str all = *rest;

	while (version_starts_with_digit(without_one(*rest, separators))) {
		*rest = without_one(*rest, separators);
		version_take_number(rest);
	}
	return str_first(all, all.len - rest->len);
}

static int put_numbers(struct str numbers, const char *separators, struct version_writer *out)
{
	int count = 0;

	for (; numbers.len; count++) {
		numbers = without_one(numbers, separators);
		version_put_number(out, version_take_number(&numbers));
	}
	return count;
}

/* [.-]?dev, or nothing. */
static bool read_dev(struct str rest, struct modifier *m)
{
	m->dev = rest.len > 0;
	return !m->dev || str_eq_nocase(without_one(rest, ".-"), STR("dev"));
}

/* [._-]?(word([.-]?N)*)?([.-]?dev)? */
static bool read_modifier(struct str rest, struct modifier *m)
{
	struct str word, behind = without_one(rest, "._-");

	*m = (struct modifier){ .mark = END };
	rest = behind;
	word = version_take_letters(&behind);
	if (word.len >= 3 && str_eq_nocase(str_from(word, word.len - 3), STR("dev")))
		word.len -= 3;
	behind = str_from(rest, word.len);
	if (word.len == 0)
		return read_dev(behind, m);
	m->mark = version_word_mark(words, COUNT(words), word, true);
	if (!m->mark)
		return false;
	m->numbers = take_numbers(&behind, ".-");
	if (!read_dev(behind, m))
		return false;
	if (m->mark == STABLE)
		*m = (struct modifier){ .mark = END };
	return true;
}

static void put_modifier(const struct modifier *m, struct version_writer *out)
{
	if (m->mark != END) {
		version_put(out, m->mark);
		put_numbers(m->numbers, ".-", out);
	}
	if (m->dev)
		version_put(out, DEV);
	version_put(out, END);
}

/* N(.N)* and behind it .x, up to four of both, and dev: how often x stands there, 0 if it is no such branch.
 */
static int count_wildcards(struct str rest, int numbers)
{
	int count = 0;

	for (; rest.len > 1 && rest.ptr[0] == '.' && (char_lower(rest.ptr[1]) == 'x' || rest.ptr[1] == '*');
	     count++)
		rest = str_from(rest, 2);
	return numbers + count <= 4 && str_eq_nocase(without_one(rest, ".-"), STR("dev")) ? count : 0;
}

static bool put_version(struct str text, struct version_writer *out)
{
	struct modifier m = { .mark = END, .dev = true };
	struct str rest = text, first = text, numbers = take_numbers(&rest, ".");
	int count = 1;

	for (size_t i = 0; i < numbers.len; i++)
		count += numbers.ptr[i] == '.';
	first.len = str_index(numbers, '.');
	if (first.len == 0)
		return false;
	if (count_wildcards(rest, count)) {
		put_numbers(numbers, ".", out);
		for (; count < 4; count++)
			version_put_number(out, STR("9999999"));
	} else if (first.len <= 5 && count <= 4 && read_modifier(rest, &m)) {
		put_numbers(numbers, ".", out);
		for (; count < 4; count++)
			version_put_number(out, STR_NONE);
	} else {
		rest = text;
		numbers = take_numbers(&rest, ".:-");
		if (first.len < 4 || !read_modifier(rest, &m))
			return false;
		put_numbers(numbers, ".:-", out);
	}
	put_modifier(&m, out);
	return true;
}

bool version_composer_key(struct str text, struct version_writer *out, struct err *e)
{
	struct str build = str_trim(text), version;

	if (str_cut(&build, '+', &version)) {
		for (size_t i = 0; i < build.len; i++)
			if ((unsigned char)build.ptr[i] <= ' ')
				return err_fail(e, ERR_INPUT, "a blank in the build");
		if (build.len == 0)
			return err_fail(e, ERR_INPUT, "the build is empty");
	} else {
		version = build;
	}
	if (str_starts_nocase(version, STR("v")))
		version = str_from(version, 1);
	if (!put_version(version, out))
		return err_fail(e, ERR_INPUT, "neither a version nor a date that Composer knows");
	return true;
}
