#include "base/time_zone.h"

#include "limits.h"

#define DAY_SECONDS 86400
#define HEADER_BYTES 44

/* The numbers of a TZif header, and the width of its times. */
struct counts {
	uint32_t is_ut, is_std, leaps, times, types, name_bytes;
	size_t time_bytes;
};

static uint64_t big_endian(struct str s, size_t at, size_t bytes)
{
	uint64_t n = 0;

	for (size_t i = 0; i < bytes; i++)
		n = n << 8 | (unsigned char)s.ptr[at + i];
	return n;
}

static bool broken(struct str name, const char *why, struct err *e)
{
	return err_fail(e, ERR_INPUT, "time zone \"" STR_FMT "\": %s", STR_ARG(name), why);
}

static bool read_header(struct str block, size_t time_bytes, struct counts *c)
{
	if (block.len < HEADER_BYTES || !str_starts(block, STR("TZif")))
		return false;
	c->is_ut = (uint32_t)big_endian(block, 20, 4);
	c->is_std = (uint32_t)big_endian(block, 24, 4);
	c->leaps = (uint32_t)big_endian(block, 28, 4);
	c->times = (uint32_t)big_endian(block, 32, 4);
	c->types = (uint32_t)big_endian(block, 36, 4);
	c->name_bytes = (uint32_t)big_endian(block, 40, 4);
	c->time_bytes = time_bytes;
	return c->times <= LIMIT_ZONE_TRANSITIONS && c->types >= 1 && c->types <= 256 &&
	       c->name_bytes <= LIMIT_ZONE_BYTES && c->leaps <= LIMIT_ZONE_BYTES && c->is_std <= 256 &&
	       c->is_ut <= 256;
}

/* Bytes of header and data together. */
static size_t block_bytes(const struct counts *c)
{
	return HEADER_BYTES + c->times * (c->time_bytes + 1) + c->types * (size_t)6 + c->name_bytes +
	       c->leaps * (c->time_bytes + 4) + c->is_std + c->is_ut;
}

static bool read_transitions(
    struct str block, const struct counts *c, struct arena *a, struct time_zone *z, const char **why)
{
	size_t indexes = HEADER_BYTES + c->times * c->time_bytes, types = indexes + c->times;
	int64_t *from = arena_alloc(a, c->times + (size_t)1, sizeof(*from));
	int32_t *offsets = arena_alloc(a, c->times + (size_t)1, sizeof(*offsets));

	for (size_t i = 0; i < c->types; i++) {
		int32_t offset = (int32_t)big_endian(block, types + i * 6, 4);

		*why = "an offset of more than 25 hours";
		if (offset < -25 * 3600 || offset > 26 * 3600)
			return false;
	}
	for (size_t i = 0; i < c->times; i++) {
		uint64_t time = big_endian(block, HEADER_BYTES + i * c->time_bytes, c->time_bytes);
		unsigned char type = (unsigned char)block.ptr[indexes + i];

		from[i] = c->time_bytes == 4 ? (int64_t)(int32_t)(uint32_t)time : (int64_t)time;
		*why = "its times are not in order";
		if (i > 0 && from[i] <= from[i - 1])
			return false;
		*why = "a time of a type that it does not have";
		if (type >= c->types)
			return false;
		offsets[i] = (int32_t)big_endian(block, types + type * (size_t)6, 4);
	}
	z->from = from;
	z->offsets = offsets;
	z->count = c->times;
	z->before = (int32_t)big_endian(block, types, 4);
	return true;
}

/* The POSIX TZ text behind the data, such as EST5EDT,M3.2.0,M11.1.0. */

static bool take(struct str *s, char c)
{
	if (s->len == 0 || s->ptr[0] != c)
		return false;
	*s = str_from(*s, 1);
	return true;
}

static bool take_number(struct str *s, int least, int most, int *out)
{
	int n = 0;
	size_t digits = 0;

	for (; digits < s->len && digits < 4 && char_is_digit(s->ptr[digits]); digits++)
		n = n * 10 + (s->ptr[digits] - '0');
	*s = str_from(*s, digits);
	*out = n;
	return digits > 0 && n >= least && n <= most;
}

/* [+-]hh[:mm[:ss]] in seconds. */
static bool take_seconds(struct str *s, int most_hours, int32_t *out)
{
	int sign = take(s, '-') ? -1 : 1, hours, minutes = 0, seconds = 0;

	if (sign > 0)
		take(s, '+');
	if (!take_number(s, 0, most_hours, &hours))
		return false;
	if (take(s, ':') && !take_number(s, 0, 59, &minutes))
		return false;
	if (take(s, ':') && !take_number(s, 0, 59, &seconds))
		return false;
	*out = sign * (hours * 3600 + minutes * 60 + seconds);
	return true;
}

/* "EST" or "<+03>". */
static bool take_name(struct str *s)
{
	size_t i = 0;

	if (take(s, '<')) {
		i = str_index(*s, '>');
		if (i == 0 || i == s->len)
			return false;
		*s = str_from(*s, i + 1);
		return true;
	}
	while (i < s->len && char_is_alpha(s->ptr[i]))
		i++;
	*s = str_from(*s, i);
	return i >= 3;
}

static bool take_switch(struct str *s, struct time_zone_switch *out)
{
	bool good;

	out->at_seconds = 2 * 3600;
	if (!take(s, ','))
		return false;
	if (take(s, 'M')) {
		out->kind = SWITCH_MONTH_WEEK;
		good = take_number(s, 1, 12, &out->month) && take(s, '.') &&
		       take_number(s, 1, 5, &out->week) && take(s, '.') &&
		       take_number(s, 0, 6, &out->weekday);
	} else if (take(s, 'J')) {
		out->kind = SWITCH_JULIAN;
		good = take_number(s, 1, 365, &out->day);
	} else {
		out->kind = SWITCH_DAY;
		good = take_number(s, 0, 365, &out->day);
	}
	return good && (!take(s, '/') || take_seconds(s, 167, &out->at_seconds));
}

static bool parse_rule(struct str s, struct time_zone_rule *out)
{
	struct time_zone_rule r = { .given = true };

	if (!take_name(&s) || !take_seconds(&s, 25, &r.standard))
		return false;
	r.standard = -r.standard; /* POSIX counts westwards */
	if (s.len > 0) {
		r.has_summer = true;
		r.summer = r.standard + 3600;
		if (!take_name(&s))
			return false;
		if (s.len > 0 && s.ptr[0] != ',') {
			if (!take_seconds(&s, 25, &r.summer))
				return false;
			r.summer = -r.summer;
		}
		if (!take_switch(&s, &r.begin) || !take_switch(&s, &r.end) || s.len > 0)
			return false;
	}
	*out = r;
	return true;
}

/* rest begins behind the 64-bit data: a line end, the rule or nothing, a line end. */
static bool read_footer(struct str rest, struct time_zone *z)
{
	struct str text;

	if (!take(&rest, '\n') || !str_cut(&rest, '\n', &text))
		return false;
	return text.len == 0 || parse_rule(text, &z->rule);
}

struct time_zone time_zone_utc(void)
{
	return (struct time_zone){ .name = STR("UTC") };
}

bool time_zone_parse(struct str name, struct str bytes, struct arena *a, struct time_zone *out, struct err *e)
{
	struct time_zone z = { .name = arena_copy(a, name) };
	struct counts c;
	const char *why = NULL;
	bool second;

	if (!read_header(bytes, 4, &c) || bytes.len < block_bytes(&c))
		return broken(name, "is not a compiled time zone (TZif)", e);
	second = bytes.ptr[4] >= '2';
	if (second) {
		bytes = str_from(bytes, block_bytes(&c));
		if (!read_header(bytes, 8, &c) || bytes.len < block_bytes(&c))
			return broken(name, "its 64-bit part is cut short", e);
	}
	if (c.leaps > 0)
		return broken(
		    name, "counts leap seconds; take the zone of the same name without \"right/\"", e);
	if (!read_transitions(bytes, &c, a, &z, &why))
		return broken(name, why, e);
	if (second && !read_footer(str_from(bytes, block_bytes(&c)), &z))
		return broken(name, "the rule at its end cannot be read", e);
	*out = z;
	return true;
}

static int64_t floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

/* The day of the year on which a rule switches. */
static struct date switch_date(const struct time_zone_switch *s, int year)
{
	struct date first = date_of(year, 1, 1);
	int month_first_weekday, day;

	switch (s->kind) {
	case SWITCH_JULIAN: /* 29 February is never counted */
		return date_plus(first, s->day - 1 + (s->day > 59 && date_month_days(year, 2) == 29));
	case SWITCH_DAY:
		return date_plus(first, s->day);
	case SWITCH_MONTH_WEEK:
		break;
	}
	first = date_of(year, s->month, 1);
	month_first_weekday = date_weekday(first);
	day = 1 + (s->weekday - month_first_weekday + 7) % 7 + (s->week - 1) * 7;
	if (day > date_month_days(year, s->month))
		day -= 7;
	return date_plus(first, day - 1);
}

/* The switch as an instant in seconds; it is stated in the wall time that holds before it. */
static int64_t switch_at(const struct time_zone_switch *s, int year, int32_t offset_before)
{
	return switch_date(s, year).days * (int64_t)DAY_SECONDS + s->at_seconds - offset_before;
}

/* The last switch not after the time decides; it is at most a year back. */
static int32_t rule_offset(const struct time_zone_rule *r, int64_t seconds)
{
	int64_t last = INT64_MIN;
	int32_t offset = r->standard;
	struct date day = { (int32_t)floor_div(seconds + r->standard, DAY_SECONDS) };
	int year, month, of_month;

	if (!r->has_summer)
		return r->standard;
	date_split(day, &year, &month, &of_month);
	for (int y = year - 1; y <= year + 1; y++) {
		int64_t begin = switch_at(&r->begin, y, r->standard), end = switch_at(&r->end, y, r->summer);

		if (end <= seconds && end >= last) {
			last = end;
			offset = r->standard;
		}
		if (begin <= seconds && begin >= last) {
			last = begin;
			offset = r->summer;
		}
	}
	return offset;
}

int32_t time_zone_offset(const struct time_zone *z, struct instant t)
{
	int64_t seconds = floor_div(t.us, 1000000);
	size_t low = 0, high = z->count;

	if (z->rule.given && (z->count == 0 || seconds >= z->from[z->count - 1]))
		return rule_offset(&z->rule, seconds);
	while (low < high) { /* the first transition after the time */
		size_t middle = low + (high - low) / 2;

		if (z->from[middle] <= seconds)
			low = middle + 1;
		else
			high = middle;
	}
	return low == 0 ? z->before : z->offsets[low - 1];
}

struct date time_zone_date(const struct time_zone *z, struct instant t)
{
	return instant_date(t, time_zone_offset(z, t));
}

struct instant time_zone_date_until(const struct time_zone *z, struct instant t)
{
	const int64_t step = DAY_US / 96; /* no zone turns back to a date that it had left for less */
	int32_t day = time_zone_date(z, t).days;
	struct instant at = { t.us + step };

	while (time_zone_date(z, at).days == day)
		at.us += step;
	at.us -= step;
	return at;
}
