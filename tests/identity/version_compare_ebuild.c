/*
 * Gentoo, in the steps of the Package Manager Specification, section 3.3: numbers, letter, suffixes,
 * revision, each compared for both versions before the next is looked at.
 */
#include "identity/version_compare.h"

#include <string.h>

#define DIGITS "0123456789"

static const char *const suffixes[] = { "alpha", "beta", "pre", "rc", "", "p" };
enum { NO_SUFFIX = 4, SUFFIXES = 6 };

/* The type of the suffix that *at begins with, NO_SUFFIX if there is none, -1 if it is unknown. */
static int take_suffix(const char **at, const char **number)
{
	int type = -1;

	*number = "";
	if (**at != '_')
		return NO_SUFFIX;
	for (int i = 0; i < SUFFIXES; i++) {
		size_t len = strlen(suffixes[i]);

		if (len && strncmp(*at + 1, suffixes[i], len) == 0 &&
		    !((*at)[1 + len] >= 'a' && (*at)[1 + len] <= 'z') &&
		    !((*at)[1 + len] >= 'A' && (*at)[1 + len] <= 'Z'))
			type = i;
	}
	if (type < 0)
		return -1;
	*number = *at + 1 + strlen(suffixes[type]);
	*at = *number + strspn(*number, DIGITS);
	return type;
}

static bool is_version(const char *at)
{
	const char *number;
	int type;

	for (;; at++) {
		size_t digits = strspn(at, DIGITS);

		if (digits == 0)
			return false;
		at += digits;
		if (*at != '.')
			break;
	}
	at += *at >= 'a' && *at <= 'z';
	while ((type = take_suffix(&at, &number)) != NO_SUFFIX)
		if (type < 0)
			return false;
	if (strncmp(at, "-r", 2) == 0 && strspn(at + 2, DIGITS))
		at += 2 + strspn(at + 2, DIGITS);
	return *at == '\0';
}

static int compare_numbers(const char *a, const char *b)
{
	return compare_digits(a, strspn(a, DIGITS), b, strspn(b, DIGITS));
}

static size_t without_zeros(const char *text)
{
	size_t len = strspn(text, DIGITS);

	while (len && text[len - 1] == '0')
		len--;
	return len;
}

static int compare_dotted(const char **a, const char **b)
{
	int sign = compare_numbers(*a, *b);

	for (;;) {
		*a += strspn(*a, DIGITS);
		*b += strspn(*b, DIGITS);
		if (sign || **a != '.' || **b != '.')
			return sign ? sign : (**a == '.') - (**b == '.');
		++*a;
		++*b;
		if (**a == '0' || **b == '0')
			sign = compare_bytes(*a, without_zeros(*a), *b, without_zeros(*b));
		else
			sign = compare_numbers(*a, *b);
	}
}

static int compare_letters(const char **a, const char **b)
{
	int letter_a = **a >= 'a' && **a <= 'z' ? **a : 0, letter_b = **b >= 'a' && **b <= 'z' ? **b : 0;

	*a += letter_a != 0;
	*b += letter_b != 0;
	return compare_sign(letter_a - letter_b);
}

static int compare_suffixes(const char **a, const char **b)
{
	for (;;) {
		const char *number_a, *number_b;
		int type_a = take_suffix(a, &number_a), type_b = take_suffix(b, &number_b);
		int sign = compare_sign(type_a - type_b);

		sign = sign ? sign : compare_numbers(number_a, number_b);
		if (sign || type_a == NO_SUFFIX)
			return sign;
	}
}

bool compare_ebuild(const char *a, const char *b, int *sign)
{
	if (!is_version(a) || !is_version(b))
		return false;
	*sign = compare_dotted(&a, &b);
	if (!*sign)
		*sign = compare_letters(&a, &b);
	if (!*sign)
		*sign = compare_suffixes(&a, &b);
	if (!*sign)
		*sign = compare_numbers(*a ? a + 2 : a, *b ? b + 2 : b);
	return true;
}
