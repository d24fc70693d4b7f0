#include "inventory/lot.h"

#include "base/number.h"
#include "limits.h"

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

/* --- what is stated --- */

static bool check_days(const struct lot *l, struct err *e)
{
	char made[DATE_TEXT_SIZE], expires[DATE_TEXT_SIZE];

	if (!date_is_known(l->manufactured_on) || !date_is_known(l->expires_on) ||
	    l->manufactured_on.days <= l->expires_on.days)
		return true;
	return err_fail(e, ERR_INPUT, "the lot expires on %s, before it was manufactured, on %s",
	    date_write(l->expires_on, expires), date_write(l->manufactured_on, made));
}

static bool check_text(struct str text, struct err *e)
{
	return text.len <= LIMIT_DEVICE_TEXT_BYTES ||
	       err_fail(e, ERR_LIMIT, "text of more than %d bytes", LIMIT_DEVICE_TEXT_BYTES);
}

static bool check_units(struct lot *l, struct err *e)
{
	int64_t counted;

	if (!check_text(l->lot, e) || !check_text(l->serial_from, e) || !check_text(l->serial_to, e) ||
	    !check_text(l->model_number, e))
		return false;
	if (!l->lot.len && !l->serial_from.len)
		return err_fail(e, ERR_INPUT, "neither a lot nor serial numbers are given");
	if ((l->serial_from.len == 0) != (l->serial_to.len == 0))
		return err_fail(e, ERR_INPUT, "the first and the last serial number belong together");
	if (!l->serial_from.len)
		return true;
	if (!serial_is_range(l->serial_from, l->serial_to))
		return err_fail(e, ERR_INPUT,
		    "serial numbers \"" STR_FMT "\" to \"" STR_FMT "\" are no range", STR_ARG(l->serial_from),
		    STR_ARG(l->serial_to));
	counted = serial_count(l->serial_from, l->serial_to);
	if (l->quantity < 0)
		l->quantity = counted;
	return l->quantity <= LIMIT_UNITS ||
	       err_fail(e, ERR_INPUT, "serial numbers of more than %d units", LIMIT_UNITS);
}

bool lot_check(struct lot *l, struct err *e)
{
	return check_units(l, e) && check_days(l, e);
}

static bool read_serials(const struct lot_listed *row, struct lot *l, struct err *e)
{
	l->serial_from = row->serial.len ? row->serial : row->serial_from;
	l->serial_to = row->serial.len ? row->serial : row->serial_to;
	return !row->serial.len || (!row->serial_from.len && !row->serial_to.len) ||
	       err_fail(e, ERR_INPUT, "serial, and serial_from or serial_to beside it");
}

static bool read_day(struct str text, const char *name, struct date *out, struct err *e)
{
	*out = DATE_NONE;
	return !text.len || date_parse(text, out, e) || err_within(e, "%s", name);
}

bool lot_read_row(const struct lot_listed *row, struct arena *arena, struct lot *out, struct err *e)
{
	struct lot l = { .lot = row->lot, .model_number = row->model_number, .quantity = -1 };

	if (!read_serials(row, &l, e) ||
	    !read_day(row->manufactured_on, "manufactured_on", &l.manufactured_on, e) ||
	    !read_day(row->expires_on, "expires_on", &l.expires_on, e) ||
	    (row->quantity.len && !number_parse(row->quantity, "quantity", 0, LIMIT_UNITS, &l.quantity, e)) ||
	    !lot_check(&l, e))
		return false;
	l.lot = arena_copy(arena, l.lot);
	l.serial_from = arena_copy(arena, l.serial_from);
	l.serial_to = arena_copy(arena, l.serial_to);
	l.model_number = arena_copy(arena, l.model_number);
	*out = l;
	return true;
}

void lot_restate(struct lot *l, const struct lot *stated)
{
	if (stated->model_number.len)
		l->model_number = stated->model_number;
	if (date_is_known(stated->manufactured_on))
		l->manufactured_on = stated->manufactured_on;
	if (date_is_known(stated->expires_on))
		l->expires_on = stated->expires_on;
	if (stated->quantity >= 0)
		l->quantity = stated->quantity;
}
