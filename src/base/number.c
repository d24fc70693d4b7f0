#include "base/number.h"

#include <inttypes.h>

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
		if (__builtin_mul_overflow(n, (int64_t)10, &n) ||
		    __builtin_add_overflow(n, (int64_t)(s.ptr[i] - '0'), &n))
			return false;
	}
	*out = negative ? -n : n;
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

/* The digits of mantissa with the point moved right by shift; beyond the last digit one decides the rounding.
 */
static bool scaled(struct str mantissa, int64_t shift, int64_t *out)
{
	int64_t n = 0, behind_point = 0;
	bool point = false, any = false, rounded = false;

	for (size_t i = 0; i < mantissa.len; i++) {
		char c = mantissa.ptr[i];

		if (c == '.') {
			if (point)
				return false;
			point = true;
			continue;
		}
		if (!char_is_digit(c))
			return false;
		any = true;
		behind_point += point;
		if (behind_point > shift) {
			if (behind_point == shift + 1 && !rounded && c >= '5')
				n++;
			rounded = true;
			continue;
		}
		if (n > INT64_C(99999999999999999))
			return false;
		n = n * 10 + (c - '0');
	}
	for (; behind_point < shift; behind_point++) {
		if (n > INT64_C(99999999999999999))
			return false;
		n *= 10;
	}
	*out = n;
	return any;
}

bool number_decimal(struct str s, int places, int64_t *out)
{
	bool negative = s.len && s.ptr[0] == '-';
	int64_t exponent = 0, n;
	struct str mantissa;

	if (negative)
		s = str_from(s, 1);
	mantissa = s;
	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] == 'e' || s.ptr[i] == 'E') {
			struct str power = str_from(s, i + 1);

			if (power.len && power.ptr[0] == '+')
				power = str_from(power, 1);
			if (!whole(power, &exponent) || exponent < -30 || exponent > 30)
				return false;
			mantissa = str_first(s, i);
			break;
		}
	}
	if (exponent < 0 && exponent + places < 0)
		return false;
	if (!scaled(mantissa, places + exponent, &n))
		return false;
	*out = negative ? -n : n;
	return true;
}
