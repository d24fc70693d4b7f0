/*
 * Debian and RPM: each text walked as the manual pages deb-version(7) and rpm-version(7) tell, both at once.
 */
#include "identity/version_compare.h"

#include <stdlib.h>
#include <string.h>

#define DIGITS "0123456789"
#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

struct span {
	const char *at;
	size_t len;
};

static char first(struct span s)
{
	return s.len ? *s.at : '\0';
}

/* How many of the first bytes are all in the set (or all not in it). */
static size_t run(struct span s, const char *set, bool in)
{
	size_t len = 0;

	while (len < s.len && (strchr(set, s.at[len]) != NULL) == in)
		len++;
	return len;
}

static struct span behind(struct span s, size_t n)
{
	return (struct span){ s.at + n, s.len - n };
}

/* --- dpkg --- */

/* "the letters sort earlier than all the non-letters, and a tilde before anything, even the end of a part" */
static int weight(struct span s)
{
	char c = first(s);

	if (c == '~')
		return -1;
	if (c == '\0' || strchr(DIGITS, c))
		return 0;
	return strchr(LETTERS, c) ? c : c + 256;
}

static int compare_debian_part(struct span a, struct span b)
{
	while (a.len || b.len) {
		size_t a_digits, b_digits;
		int sign;

		while (weight(a) || weight(b)) {
			if (weight(a) != weight(b))
				return compare_sign(weight(a) - weight(b));
			a = behind(a, 1);
			b = behind(b, 1);
		}
		a_digits = run(a, DIGITS, true);
		b_digits = run(b, DIGITS, true);
		sign = compare_digits(a.at, a_digits, b.at, b_digits);
		if (sign)
			return sign;
		a = behind(a, a_digits);
		b = behind(b, b_digits);
	}
	return 0;
}

struct debian {
	long epoch;
	struct span upstream, revision;
};

static bool read_debian(const char *text, struct debian *v)
{
	const char *colon, *hyphen, *end;

	text += strspn(text, " \t\r\n");
	for (end = text + strlen(text); end > text && strchr(" \t\r\n", end[-1]);)
		end--;
	*v = (struct debian){ 0, { text, 0 }, { "", 0 } };
	colon = strchr(text, ':');
	if (colon) {
		v->epoch = strtol(text, NULL, 10);
		if (colon == text || strspn(text, DIGITS) != (size_t)(colon - text) || v->epoch > 2147483647)
			return false;
		text = colon + 1;
	}
	for (const char *p = text; p < end; p++)
		if ((*p > 0 && *p <= ' ') || *p == 0x7f)
			return false;
	hyphen = memrchr(text, '-', (size_t)(end - text));
	v->upstream = (struct span){ text, (size_t)((hyphen ? hyphen : end) - text) };
	if (hyphen)
		v->revision = (struct span){ hyphen + 1, (size_t)(end - hyphen - 1) };
	return v->upstream.len && (!hyphen || v->revision.len);
}

bool compare_dpkg(const char *a, const char *b, int *sign)
{
	struct debian va, vb;

	if (!read_debian(a, &va) || !read_debian(b, &vb))
		return false;
	*sign = compare_sign(va.epoch - vb.epoch);
	if (*sign == 0)
		*sign = compare_debian_part(va.upstream, vb.upstream);
	if (*sign == 0)
		*sign = compare_debian_part(va.revision, vb.revision);
	return true;
}

/* --- rpm --- */

static struct span skip_separators(struct span s)
{
	return behind(s, run(s, DIGITS LETTERS "~^", false));
}

/* ~ is older than everything, even the end; ^ is newer than the end and older than all else. */
static int compare_marks(char a, char b)
{
	if (a == '~' || b == '~')
		return (b == '~') - (a == '~');
	if (!a || !b)
		return (a != 0) - (b != 0);
	return (b == '^') - (a == '^');
}

static int compare_rpm_part(struct span a, struct span b)
{
	for (;;) {
		const char *kind;
		size_t a_len, b_len;
		int sign;

		a = skip_separators(a);
		b = skip_separators(b);
		sign = compare_marks(first(a), first(b));
		if (sign || (!a.len && !b.len))
			return sign;
		if (first(a) == '~' || first(a) == '^') {
			a = behind(a, 1);
			b = behind(b, 1);
			continue;
		}
		kind = strchr(DIGITS, first(a)) ? DIGITS : LETTERS;
		a_len = run(a, kind, true);
		b_len = run(b, kind, true);
		if (b_len == 0)
			return *kind == '0' ? 1 : -1;
		sign = *kind == '0' ? compare_digits(a.at, a_len, b.at, b_len)
				    : compare_bytes(a.at, a_len, b.at, b_len);
		if (sign)
			return sign;
		a = behind(a, a_len);
		b = behind(b, b_len);
	}
}

struct rpm {
	struct span epoch, version, release;
	bool has_release;
};

static bool read_rpm(const char *text, struct rpm *v)
{
	const char *colon = strchr(text, ':'), *hyphen;

	*v = (struct rpm){ { text, 0 }, { text, strlen(text) }, { text, 0 }, false };
	if (colon) {
		v->epoch.len = (size_t)(colon - text);
		if (run(v->epoch, DIGITS, true) != v->epoch.len)
			return false;
		v->version = behind(v->version, v->epoch.len + 1);
	}
	hyphen = strrchr(v->version.at, '-');
	if (hyphen) {
		v->has_release = true;
		v->version.len = (size_t)(hyphen - v->version.at);
		v->release = (struct span){ hyphen + 1, strlen(hyphen + 1) };
	}
	return v->version.len && (!hyphen || v->release.len);
}

bool compare_rpm(const char *a, const char *b, int *sign)
{
	struct rpm va, vb;

	if (!read_rpm(a, &va) || !read_rpm(b, &vb))
		return false;
	*sign = compare_digits(va.epoch.at, va.epoch.len, vb.epoch.at, vb.epoch.len);
	if (*sign == 0)
		*sign = compare_rpm_part(va.version, vb.version);
	if (*sign == 0 && va.has_release && vb.has_release)
		*sign = compare_rpm_part(va.release, vb.release);
	else if (*sign == 0)
		*sign = va.has_release - vb.has_release;
	return true;
}
