#include "identity/cve_id.h"

#include <string.h>

#define YEAR_SCALE INT64_C(10000000000)
#define FIRST_YEAR 1999
#define YEAR_BITS 10 /* years to 2999 */

static bool digits(struct str s, int64_t *out)
{
	int64_t n = 0;

	for (size_t i = 0; i < s.len; i++) {
		if (!char_is_digit(s.ptr[i]))
			return false;
		n = n * 10 + (s.ptr[i] - '0');
	}
	*out = n;
	return true;
}

bool cve_id_parse(struct str s, int64_t *out)
{
	struct str rest = str_from(s, 9);
	int64_t year, number;

	if (!str_starts_nocase(s, STR("CVE-")) || s.len < 13 || s.ptr[8] != '-')
		return false;
	if (rest.len > CVE_ID_DIGITS_MOST || (rest.len > 4 && rest.ptr[0] == '0'))
		return false;
	if (!digits((struct str){ s.ptr + 4, 4 }, &year) || year < 1999 || year > 2999)
		return false;
	if (!digits(rest, &number))
		return false;
	*out = year * YEAR_SCALE + number;
	return true;
}

int cve_id_year(int64_t id)
{
	return (int)(id / YEAR_SCALE);
}

/* The digits of n, at least least of them; where they end. */
static char *put_digits(char *out, uint64_t n, size_t least)
{
	size_t count = 1;

	for (uint64_t rest = n / 10; rest; rest /= 10)
		count++;
	if (count < least)
		count = least;
	for (size_t i = count; i > 0; i--, n /= 10)
		out[i - 1] = (char)('0' + n % 10);
	return out + count;
}

const char *cve_id_write(int64_t id, char out[CVE_ID_TEXT_SIZE])
{
	char *end = put_digits(out + 4, (uint64_t)(id / YEAR_SCALE), 1);

	memcpy(out, "CVE-", 4);
	*end++ = '-';
	*put_digits(end, (uint64_t)(id % YEAR_SCALE), 4) = '\0';
	return out;
}

uint64_t cve_id_pack(int64_t id)
{
	uint64_t year, number;

	if (!cve_id_is(id))
		return (uint64_t)id << 1;
	year = (uint64_t)(id / YEAR_SCALE - FIRST_YEAR);
	number = (uint64_t)(id % YEAR_SCALE);
	return (number << YEAR_BITS | year) << 1 | 1;
}

int64_t cve_id_unpack(uint64_t packed)
{
	uint64_t rest = packed >> 1;

	if ((packed & 1) == 0)
		return (int64_t)rest;
	return ((int64_t)(rest & ((1 << YEAR_BITS) - 1)) + FIRST_YEAR) * YEAR_SCALE +
	       (int64_t)(rest >> YEAR_BITS);
}
