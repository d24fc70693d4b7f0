#include "base/time.h"

#include <stdio.h>

/* Days from the civil calendar: eras of 400 years that begin on 1 March, so that leap days come last. */
struct date date_of(int year, int month, int day)
{
	int y = month <= 2 ? year - 1 : year;
	int era = (y >= 0 ? y : y - 399) / 400;
	int year_of_era = y - era * 400;
	int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

	return (struct date){ era * 146097 + day_of_era - 719468 };
}

void date_split(struct date d, int *year, int *month, int *day)
{
	int z = d.days + 719468;
	int era = (z >= 0 ? z : z - 146096) / 146097;
	int day_of_era = z - era * 146097;
	int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int shifted = (5 * day_of_year + 2) / 153;

	*day = day_of_year - (153 * shifted + 2) / 5 + 1;
	*month = shifted < 10 ? shifted + 3 : shifted - 9;
	*year = year_of_era + era * 400 + (*month <= 2);
}

int date_weekday(struct date d)
{
	int from_thursday = d.days % 7; /* 1970-01-01 was a Thursday */

	return (from_thursday + 7 + 4) % 7;
}

int date_month_days(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month - 1] + (month == 2 && leap);
}

/* Exactly count digits off the front of *s. */
static bool take_digits(struct str *s, size_t count, int *out)
{
	int n = 0;

	if (s->len < count)
		return false;
	for (size_t i = 0; i < count; i++) {
		if (!char_is_digit(s->ptr[i]))
			return false;
		n = n * 10 + (s->ptr[i] - '0');
	}
	*s = str_from(*s, count);
	*out = n;
	return true;
}

static bool take_char(struct str *s, char c)
{
	if (s->len == 0 || char_upper(s->ptr[0]) != c)
		return false;
	*s = str_from(*s, 1);
	return true;
}

static bool take_date(struct str *s, int *year, int *month, int *day)
{
	return take_digits(s, 4, year) && take_char(s, '-') && take_digits(s, 2, month) &&
	       take_char(s, '-') && take_digits(s, 2, day);
}

static bool check_date(struct str s, int year, int month, int day, struct err *e)
{
	static const char *const names[] = { "January", "February", "March", "April", "May", "June", "July",
		"August", "September", "October", "November", "December" };

	if (year < 1)
		return err_fail(e, ERR_INPUT, "date \"" STR_FMT "\": there is no year 0", STR_ARG(s));
	if (month < 1 || month > 12)
		return err_fail(
		    e, ERR_INPUT, "date \"" STR_FMT "\": there is no month %02d", STR_ARG(s), month);
	if (day < 1 || day > date_month_days(year, month))
		return err_fail(e, ERR_INPUT, "date \"" STR_FMT "\": %s %d has %d days", STR_ARG(s),
		    names[month - 1], year, date_month_days(year, month));
	return true;
}

bool date_parse(struct str s, struct date *out, struct err *e)
{
	struct str rest = s;
	int year, month, day;

	if (!take_date(&rest, &year, &month, &day) || rest.len)
		return err_fail(
		    e, ERR_INPUT, "date \"" STR_FMT "\" is not of the form YYYY-MM-DD", STR_ARG(s));
	if (!check_date(s, year, month, day, e))
		return false;
	*out = date_of(year, month, day);
	return true;
}

static bool take_fraction(struct str *s, int64_t *us)
{
	int64_t scale = 100000, n = 0;
	size_t digits = 0;

	for (; s->len && char_is_digit(s->ptr[0]); digits++, scale /= 10) {
		n += (s->ptr[0] - '0') * scale;
		*s = str_from(*s, 1);
	}
	*us = n;
	return digits > 0;
}

/* "Z" or "+hh:mm"; nothing at all where optional. */
static bool take_offset(struct str *s, bool optional, int *seconds)
{
	int sign, hours, minutes;

	*seconds = 0;
	if (take_char(s, 'Z') || (s->len == 0 && optional))
		return true;
	sign = take_char(s, '+') ? 1 : take_char(s, '-') ? -1 : 0;
	if (!sign || !take_digits(s, 2, &hours) || !take_char(s, ':') || !take_digits(s, 2, &minutes))
		return false;
	*seconds = sign * (hours * 3600 + minutes * 60);
	return hours <= 23 && minutes <= 59;
}

bool instant_parse(struct str s, bool offset_optional, struct instant *out, struct err *e)
{
	int year, month, day, hour = 0, minute = 0, second = 0, offset = 0;
	struct str rest = s;
	int64_t us = 0;
	bool good;

	good = take_date(&rest, &year, &month, &day) && (take_char(&rest, 'T') || take_char(&rest, ' ')) &&
	       take_digits(&rest, 2, &hour) && take_char(&rest, ':') && take_digits(&rest, 2, &minute) &&
	       take_char(&rest, ':') && take_digits(&rest, 2, &second);
	if (good && take_char(&rest, '.'))
		good = take_fraction(&rest, &us);
	if (!good || !take_offset(&rest, offset_optional, &offset) || rest.len)
		return err_fail(
		    e, ERR_INPUT, "time \"" STR_FMT "\" is not of the form YYYY-MM-DDThh:mm:ssZ", STR_ARG(s));
	if (!check_date(s, year, month, day, e))
		return false;
	if (hour > 23 || minute > 59 || second > 60)
		return err_fail(e, ERR_INPUT, "time \"" STR_FMT "\": there is no %02d:%02d:%02d", STR_ARG(s),
		    hour, minute, second);
	if (second == 60)
		second = 59;
	out->us = date_of(year, month, day).days * DAY_US +
		  (hour * INT64_C(3600) + minute * 60 + second - offset) * 1000000 + us;
	return true;
}

static int64_t floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

struct date instant_date(struct instant t, int32_t offset_seconds)
{
	return (struct date){ (int32_t)floor_div(t.us + offset_seconds * INT64_C(1000000), DAY_US) };
}

int64_t instant_days_since(struct instant from, struct instant now)
{
	return now.us > from.us ? (now.us - from.us) / DAY_US : 0;
}

/* The last count digits of n, with zeros before. */
static void put_digits(char *out, size_t count, unsigned n)
{
	while (count > 0) {
		out[--count] = (char)('0' + n % 10);
		n /= 10;
	}
}

const char *date_write(struct date d, char out[DATE_TEXT_SIZE])
{
	int year, month, day;

	date_split(d, &year, &month, &day);
	put_digits(out, 4, (unsigned)year);
	out[4] = '-';
	put_digits(out + 5, 2, (unsigned)month);
	out[7] = '-';
	put_digits(out + 8, 2, (unsigned)day);
	out[10] = '\0';
	return out;
}

const char *instant_write(struct instant t, char out[INSTANT_TEXT_SIZE])
{
	int64_t days = floor_div(t.us, DAY_US), of_day = t.us - days * DAY_US;
	int64_t seconds = of_day / 1000000, us = of_day % 1000000;
	char *at = out + DATE_TEXT_SIZE - 1; /* behind the date */

	date_write((struct date){ (int32_t)days }, out);
	*at++ = 'T';
	put_digits(at, 2, (unsigned)(seconds / 3600));
	at[2] = ':';
	put_digits(at + 3, 2, (unsigned)(seconds / 60 % 60));
	at[5] = ':';
	put_digits(at + 6, 2, (unsigned)(seconds % 60));
	at += 8;
	if (us) {
		*at++ = '.';
		put_digits(at, 6, (unsigned)us);
		at += 6;
	}
	*at++ = 'Z';
	*at = '\0';
	return out;
}
