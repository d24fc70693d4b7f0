/*
 * Alpine packages: both versions cut into parts at once; the first part that differs decides, as in
 * apk-tools.
 */
#include "identity/version_compare.h"

#include <stdlib.h>
#include <string.h>

#define DIGITS "0123456789"
#define LOWER "abcdefghijklmnopqrstuvwxyz"
#define HEX DIGITS "abcdefABCDEF"

/* In the order apk-tools numbers them: where two versions go on with different kinds, the higher is older. */
enum kind { FIRST_NUMBER, NUMBER, ONE_LETTER, SUFFIX, SUFFIX_NUMBER, HASH, REVISION, END, INVALID };

struct part {
	enum kind kind;
	const char *at;
	size_t len;
	int suffix; /* negative: before the release */
};

static int suffix_order(const char *word, size_t len)
{
	static const char *const words[] = { "alpha", "beta", "pre", "rc", "", "cvs", "svn", "git", "hg",
		"p" };

	for (int i = 0; i < 10; i++)
		if (len && strlen(words[i]) == len && memcmp(words[i], word, len) == 0)
			return i - 4;
	return 0;
}

static struct part valid(enum kind kind, const char *at, const char *set)
{
	struct part p = { kind, at, strspn(at, set), 0 };

	if (p.len == 0)
		p.kind = INVALID;
	if (kind == SUFFIX) {
		p.suffix = suffix_order(at, p.len);
		p.kind = p.suffix ? SUFFIX : INVALID;
	}
	return p;
}

/* The part that stands behind the one before. */
static struct part part_behind(struct part before)
{
	const char *at = before.at + before.len;
	enum kind kind = before.kind;

	switch (*at) {
	case '\0':
		return (struct part){ END, at, 0, 0 };
	case '.':
		return valid(kind <= NUMBER ? NUMBER : INVALID, at + 1, kind <= NUMBER ? DIGITS : "");
	case '_':
		return valid(SUFFIX, at + 1, kind <= SUFFIX_NUMBER ? LOWER : "");
	case '~':
		return valid(HASH, at + 1, kind < HASH ? HEX : "");
	case '-':
		return valid(REVISION, at + 2, kind < REVISION && at[1] == 'r' ? DIGITS : "");
	default:
		break;
	}
	if (strchr(DIGITS, *at))
		return valid(SUFFIX_NUMBER, at, kind == SUFFIX ? DIGITS : "");
	if (kind <= NUMBER && strchr(LOWER, *at))
		return (struct part){ ONE_LETTER, at, 1, 0 };
	return (struct part){ INVALID, at, 0, 0 };
}

static bool is_valid(const char *text)
{
	struct part p = valid(FIRST_NUMBER, text, DIGITS);

	while (p.kind < END)
		p = part_behind(p);
	return p.kind == END;
}

static int compare_parts(struct part a, struct part b)
{
	bool zero_first = *a.at == '0' || *b.at == '0';

	if (a.kind == SUFFIX)
		return compare_sign(a.suffix - b.suffix);
	if (a.kind == ONE_LETTER || a.kind == HASH || (a.kind == NUMBER && zero_first))
		return compare_bytes(a.at, a.len, b.at, b.len);
	return compare_digits(a.at, a.len, b.at, b.len);
}

bool compare_apk(const char *a, const char *b, int *sign)
{
	struct part pa, pb;

	if (!is_valid(a) || !is_valid(b))
		return false;
	pa = valid(FIRST_NUMBER, a, DIGITS);
	pb = valid(FIRST_NUMBER, b, DIGITS);
	*sign = 0;
	while (pa.kind == pb.kind && pa.kind != END) {
		*sign = compare_parts(pa, pb);
		if (*sign)
			return true;
		pa = part_behind(pa);
		pb = part_behind(pb);
	}
	if (pa.kind == SUFFIX && pa.suffix < 0)
		*sign = -1;
	else if (pb.kind == SUFFIX && pb.suffix < 0)
		*sign = 1;
	else
		*sign = compare_sign((long)pb.kind - (long)pa.kind);
	return true;
}
