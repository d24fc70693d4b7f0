#include "base/number.h"

#include <assert.h>
#include <inttypes.h>

#define EXPONENT_MOST 4096

static bool whole(struct str s, int64_t *out)
{
	bool negative = s.len && s.ptr[0] == '-';
	int64_t n = 0;

	if (negative)
		s = str_from(s, 1);
	if (s.len == 0 || s.len > 19)
		return false;
	for (size_t i = 0; i < s.len; i++) {
		if (!char_is_digit(s.ptr[i]))
			return false;
		/* below zero there is one number more than above */
		if (__builtin_mul_overflow(n, (int64_t)10, &n) ||
		    __builtin_sub_overflow(n, (int64_t)(s.ptr[i] - '0'), &n))
			return false;
	}
	if (!negative && n == INT64_MIN)
		return false;
	*out = negative ? n : -n;
	return true;
}

bool number_parse(struct str s, const char *what, int64_t least, int64_t most, int64_t *out, struct err *e)
{
	int64_t n;

	if (!whole(s, &n))
		return err_fail(e, ERR_INPUT, "%s \"" STR_FMT "\" is not a whole number", what, STR_ARG(s));
	if (n < least || n > most)
		return err_fail(
		    e, ERR_INPUT, "%s %" PRId64 " is not from %" PRId64 " to %" PRId64, what, n, least, most);
	*out = n;
	return true;
}

/* The digits of mantissa with the point moved right by shift; the first digit beyond decides the rounding. */
static bool scaled(struct str mantissa, int64_t shift, int64_t *out)
{
	size_t point = str_index(mantissa, '.');
	int64_t n = 0, at = 0, kept = (int64_t)point + shift;

	for (size_t i = 0; i < mantissa.len; i++) {
		char c = mantissa.ptr[i];

		if (i == point)
			continue;
		if (!char_is_digit(c))
			return false;
		if (at < kept) {
			if (n > INT64_C(99999999999999999))
				return false;
			n = n * 10 + (c - '0');
		} else if (at == kept && c >= '5') {
			n++;
		}
		at++;
	}
	if (at == 0)
		return false;
	for (; at < kept; at++) {
		if (n > INT64_C(99999999999999999))
			return false;
		n *= 10;
	}
	*out = n;
	return true;
}

/* The power of ten behind an e; what is far beyond any number that fits is cut to EXPONENT_MOST. */
static bool exponent_of(struct str s, int64_t *out)
{
	if (s.len > 1 && s.ptr[0] == '+' && s.ptr[1] != '-')
		s = str_from(s, 1);
	if (!whole(s, out))
		return false;
	if (*out < -EXPONENT_MOST)
		*out = -EXPONENT_MOST;
	if (*out > EXPONENT_MOST)
		*out = EXPONENT_MOST;
	return true;
}

bool number_decimal(struct str s, int places, int64_t *out)
{
	bool negative = s.len && s.ptr[0] == '-';
	struct str mantissa, power;
	int64_t exponent = 0, n;

	if (negative)
		s = str_from(s, 1);
	mantissa = s;
	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] == 'e' || s.ptr[i] == 'E') {
			mantissa = str_first(s, i);
			power = str_from(s, i + 1);
			if (!exponent_of(power, &exponent))
				return false;
			break;
		}
	}
	if (!scaled(mantissa, places + exponent, &n))
		return false;
	*out = negative ? -n : n;
	return true;
}

/* The digits of n, at least least of them, at the end of text. */
static struct str digits(uint64_t n, size_t least, char text[NUMBER_TEXT_SIZE])
{
	size_t at = NUMBER_TEXT_SIZE;

	for (; n || NUMBER_TEXT_SIZE - at < least; n /= 10)
		text[--at] = (char)('0' + n % 10);
	return (struct str){ text + at, NUMBER_TEXT_SIZE - at };
}

static uint64_t magnitude(int64_t n)
{
	return n < 0 ? -(uint64_t)n : (uint64_t)n;
}

static size_t add(char *out, size_t len, struct str s)
{
	memcpy(out + len, s.ptr, s.len);
	return len + s.len;
}

struct str number_write(int64_t n, char out[NUMBER_TEXT_SIZE])
{
	char text[NUMBER_TEXT_SIZE];
	size_t len = add(out, 0, n < 0 ? STR("-") : STR(""));

	return (struct str){ out, add(out, len, digits(magnitude(n), 1, text)) };
}

struct str number_write_decimal(int64_t n, int places, char out[NUMBER_TEXT_SIZE])
{
	char text[NUMBER_TEXT_SIZE];
	struct str all, fraction;
	size_t len = add(out, 0, n < 0 ? STR("-") : STR(""));

	assert(places >= 0 && places <= 18);
	all = digits(magnitude(n), (size_t)places + 1, text);
	fraction = str_from(all, all.len - (size_t)places);
	while (fraction.len > 1 && fraction.ptr[fraction.len - 1] == '0')
		fraction.len--;
	len = add(out, len, str_first(all, all.len - (size_t)places));
	len = add(out, len, STR("."));
	return (struct str){ out, add(out, len, fraction.len ? fraction : STR("0")) };
}
