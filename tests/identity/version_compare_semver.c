/*
 * SemVer 2.0.0, section 11: precedence of major, minor, patch, then of the pre-release, identifier by
 * identifier.
 */
#include "identity/version_compare.h"

#include <stdio.h>
#include <string.h>

#define DIGITS "0123456789"
#define IDENTIFIER DIGITS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-"

struct semver {
	const char *numbers[3];
	size_t digits[3];
	const char *prerelease; /* NULL: a release */
};

/* The length of dot-separated identifiers, 0 if they are malformed. */
static size_t identifiers(const char *text, bool zeros_allowed)
{
	size_t len = 0;

	for (;;) {
		size_t one = strspn(text + len, IDENTIFIER);

		if (one == 0 ||
		    (!zeros_allowed && one > 1 && text[len] == '0' && strspn(text + len, DIGITS) == one))
			return 0;
		len += one;
		if (text[len] != '.')
			return len;
		len++;
	}
}

static bool read_semver(const char *text, struct semver *v)
{
	static const char zero[] = "0";

	*v = (struct semver){ { zero, zero, zero }, { 1, 1, 1 }, NULL };
	text += *text == 'v';
	for (int i = 0; i < 3; i++) {
		v->numbers[i] = text;
		v->digits[i] = strspn(text, DIGITS);
		if (v->digits[i] == 0 || (v->digits[i] > 1 && *text == '0'))
			return false;
		text += v->digits[i];
		if (*text != '.')
			break;
		if (i == 2)
			return false;
		text++;
	}
	if (*text == '-') {
		size_t len = identifiers(text + 1, false);

		v->prerelease = text + 1;
		text += 1 + len;
		if (len == 0)
			return false;
	}
	if (*text == '+') {
		size_t len = identifiers(text + 1, true);

		text += 1 + len;
		if (len == 0)
			return false;
	}
	return *text == '\0';
}

static int compare_prereleases(const char *a, const char *b)
{
	for (;;) {
		size_t a_len = strspn(a, IDENTIFIER), b_len = strspn(b, IDENTIFIER);
		bool a_number = strspn(a, DIGITS) == a_len, b_number = strspn(b, DIGITS) == b_len;
		int sign;

		if (a_number && b_number)
			sign = compare_digits(a, a_len, b, b_len);
		else if (a_number != b_number)
			sign = a_number ? -1 : 1;
		else
			sign = compare_bytes(a, a_len, b, b_len);
		if (sign)
			return sign;
		a += a_len;
		b += b_len;
		if (*a != '.' || *b != '.')
			return (*a == '.') - (*b == '.');
		a++;
		b++;
	}
}

bool compare_semver(const char *a, const char *b, int *sign)
{
	struct semver va, vb;

	if (!read_semver(a, &va) || !read_semver(b, &vb))
		return false;
	*sign = 0;
	for (int i = 0; i < 3 && *sign == 0; i++)
		*sign = compare_digits(va.numbers[i], va.digits[i], vb.numbers[i], vb.digits[i]);
	if (*sign == 0 && va.prerelease && vb.prerelease)
		*sign = compare_prereleases(va.prerelease, vb.prerelease);
	else if (*sign == 0)
		*sign = !va.prerelease - !vb.prerelease;
	return true;
}

/* The name of a Go toolchain, "go1.21rc2 X:nocoverageredesign", as the SemVer that golang.org/x/vuln makes of
 * it, "1.21-rc.2". */
static bool toolchain_semver(const char *name, char semver[VERSION_COMPARE_BYTES + 8])
{
	static const char *const words[] = { "beta", "rc", "-pre" };
	size_t numbers = strspn(name + 2, DIGITS "."), len = strcspn(name, " ") - 2;
	const char *rest = name + 2 + numbers;

	snprintf(semver, VERSION_COMPARE_BYTES + 8, "%.*s", (int)numbers, name + 2);
	if (numbers == len)
		return true;
	for (size_t i = 0; i < 3; i++) {
		size_t word = strlen(words[i]);

		if (strncmp(rest, words[i], word) != 0)
			continue;
		len -= numbers + word;
		rest += word;
		for (; len > 1 && *rest == '0' && rest[1] && strchr(DIGITS, rest[1]); len--)
			rest++;
		snprintf(semver + numbers, VERSION_COMPARE_BYTES + 8 - numbers, "-%s.%.*s",
		    words[i] + (words[i][0] == '-'), (int)len, rest);
		return len > 0 && strspn(rest, DIGITS) >= len;
	}
	return false;
}

bool compare_golang(const char *a, const char *b, int *sign)
{
	char semver_a[VERSION_COMPARE_BYTES + 8], semver_b[VERSION_COMPARE_BYTES + 8];

	if (strncmp(a, "go", 2) == 0) {
		if (!toolchain_semver(a, semver_a))
			return false;
		a = semver_a;
	}
	if (strncmp(b, "go", 2) == 0) {
		if (!toolchain_semver(b, semver_b))
			return false;
		b = semver_b;
	}
	return compare_semver(a, b, sign);
}
