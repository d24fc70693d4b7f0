/*
 * Conan 2: items, pre-release and build as rows, compared as Python compares tuples; a text that begins with
 * digits by their value first.
 */
#include "identity/version_compare.h"

#include <string.h>

#define DIGITS "0123456789"

struct row {
	const char *at;
	size_t len;
	bool there;
};

struct conan {
	struct row items, prerelease, build;
};

static bool read_conan(const char *text, struct conan *v)
{
	size_t len = strlen(text);
	const char *plus = strrchr(text, '+'), *hyphen;

	*v = (struct conan){ .items = { text, len, true } };
	for (size_t i = 0; i < len; i++)
		if ((text[i] >= 0 && text[i] <= ' ') || text[i] == 0x7f)
			return false;
	if (plus) {
		v->build = (struct row){ plus + 1, strlen(plus + 1), true };
		v->items.len = (size_t)(plus - text);
	}
	hyphen = memchr(text, '-', v->items.len);
	if (hyphen) {
		v->prerelease = (struct row){ hyphen + 1, (size_t)(text + v->items.len - hyphen - 1), true };
		v->items.len = (size_t)(hyphen - text);
	}
	return len > 0;
}

/* How long the row is when no item of zeros stands at its end; no item at all is -1. */
static long significant(struct row r)
{
	for (;;) {
		size_t from = r.len, zeros;

		while (from > 0 && r.at[from - 1] != '.')
			from--;
		zeros = strspn(r.at + from, "0");
		if (zeros == 0 || zeros < r.len - from)
			return (long)r.len;
		if (from == 0)
			return -1;
		r.len = from - 1;
	}
}

static int kind_of(const char *item, size_t len)
{
	if (len == 0)
		return 0;
	if (strchr(DIGITS, *item))
		return 2;
	return (unsigned char)*item < '0' ? 1 : 3;
}

static int compare_items(const char *a, size_t a_len, const char *b, size_t b_len)
{
	int kind = kind_of(a, a_len), sign = compare_sign(kind - kind_of(b, b_len));
	size_t a_digits, b_digits;

	if (sign || kind != 2)
		return sign ? sign : compare_bytes(a, a_len, b, b_len);
	for (a_digits = 0; a_digits < a_len && strchr(DIGITS, a[a_digits]);)
		a_digits++;
	for (b_digits = 0; b_digits < b_len && strchr(DIGITS, b[b_digits]);)
		b_digits++;
	sign = compare_digits(a, a_digits, b, b_digits);
	return sign ? sign : compare_bytes(a + a_digits, a_len - a_digits, b + b_digits, b_len - b_digits);
}

static int compare_rows(struct row a, struct row b)
{
	long a_left = significant(a), b_left = significant(b);

	while (a_left >= 0 && b_left >= 0) {
		const char *a_dot = memchr(a.at, '.', (size_t)a_left),
			   *b_dot = memchr(b.at, '.', (size_t)b_left);
		long a_len = a_dot ? a_dot - a.at : a_left, b_len = b_dot ? b_dot - b.at : b_left;
		int sign = compare_items(a.at, (size_t)a_len, b.at, (size_t)b_len);

		if (sign)
			return sign;
		a.at += a_len + 1;
		b.at += b_len + 1;
		a_left -= a_len + 1;
		b_left -= b_len + 1;
	}
	return (a_left >= 0) - (b_left >= 0);
}

bool compare_conan(const char *a, const char *b, int *sign)
{
	struct conan va, vb;

	if (!read_conan(a, &va) || !read_conan(b, &vb))
		return false;
	*sign = compare_rows(va.items, vb.items);
	if (!*sign && va.prerelease.there && vb.prerelease.there)
		*sign = compare_rows(va.prerelease, vb.prerelease);
	else if (!*sign)
		*sign = vb.prerelease.there - va.prerelease.there;
	if (!*sign && va.build.there && vb.build.there)
		*sign = compare_rows(va.build, vb.build);
	else if (!*sign)
		*sign = va.build.there - vb.build.there;
	return true;
}
