#include "inventory/lot.h"

#include "base/number.h"

#define DIGITS_MOST 18 /* that fit an int64_t */

/* "SN-0120" is a prefix and a number. */
struct serial {
	struct str prefix;
	int64_t number;
	size_t digits;
};

static struct serial split(struct str s)
{
	struct serial out = { .prefix = s };
	struct err none;

	while (out.digits < s.len && out.digits < DIGITS_MOST && char_is_digit(s.ptr[s.len - out.digits - 1]))
		out.digits++;
	out.prefix = str_first(s, s.len - out.digits);
	if (out.digits &&
	    !number_parse(str_from(s, s.len - out.digits), "number", 0, INT64_MAX, &out.number, &none))
		out.digits = 0;
	return out;
}

static bool same_series(struct serial a, struct serial b)
{
	return a.digits && b.digits && str_eq(a.prefix, b.prefix);
}

/* True where they can be compared: below 0, 0, above 0 in *sign. */
static bool compare(struct str a, struct str b, int *sign)
{
	struct serial x = split(a), y = split(b);

	if (same_series(x, y))
		*sign = (x.number > y.number) - (x.number < y.number);
	else if (a.len == b.len)
		*sign = str_cmp(a, b);
	else
		return false;
	return true;
}

bool serial_in_range(struct str serial, struct str from, struct str to)
{
	return serial_ranges_meet(serial, serial, from, to);
}

bool serial_ranges_meet(struct str from_a, struct str to_a, struct str from_b, struct str to_b)
{
	int low, high;

	if (!from_a.len || !from_b.len)
		return false;
	return compare(from_a, to_b, &low) && low <= 0 && compare(from_b, to_a, &high) && high <= 0;
}

bool serial_is_range(struct str from, struct str to)
{
	int sign;

	return compare(from, to, &sign) && sign <= 0;
}

int64_t serial_count(struct str from, struct str to)
{
	struct serial a = split(from), b = split(to);

	if (str_eq(from, to))
		return 1;
	return same_series(a, b) && a.number <= b.number ? b.number - a.number + 1 : -1;
}

struct str serial_range_text(struct str from, struct str to, struct arena *arena)
{
	return str_eq(from, to) ? from
				: arena_printf(arena, STR_FMT " to " STR_FMT, STR_ARG(from), STR_ARG(to));
}
