/*
 * udi_gs1 - GS1 application identifiers (AI): with brackets as people read them, or as a scanner gives them,
 * where 0x1d (FNC1) ends what has no fixed length.
 */
#include "identity/udi_forms.h"

#define GROUP_SEPARATOR 0x1d

enum field { IGNORED, DI, LOT, SERIAL, SOFTWARE, MANUFACTURED, EXPIRES };
enum kind { TEXT, DIGITS };

struct ai {
	const char *digits;
	unsigned char least, most; /* characters of the value; equal: fixed, without FNC1 behind */
	enum kind kind;
	enum field field;
};

/* clang-format off */
/* GS1 General Specifications section 3.2, as far as a device's label may have it; none begins another. */
static const struct ai ais[] = {
	{ "01",   14, 14, DIGITS, DI },
	{ "10",    1, 20, TEXT,   LOT },
	{ "11",    6,  6, DIGITS, MANUFACTURED },
	{ "17",    6,  6, DIGITS, EXPIRES },
	{ "21",    1, 20, TEXT,   SERIAL },
	{ "7003", 10, 10, DIGITS, EXPIRES },      /* with hours and minutes */
	{ "8008",  8, 12, DIGITS, MANUFACTURED }, /* with hours, minutes, seconds */
	{ "8012",  1, 20, TEXT,   SOFTWARE },
	{ "00",   18, 18, DIGITS, IGNORED }, /* serial shipping container code */
	{ "02",   14, 14, DIGITS, IGNORED }, /* what a container holds */
	{ "12",    6,  6, DIGITS, IGNORED }, /* due date */
	{ "13",    6,  6, DIGITS, IGNORED }, /* packaging date */
	{ "15",    6,  6, DIGITS, IGNORED }, /* best before */
	{ "16",    6,  6, DIGITS, IGNORED }, /* sell by */
	{ "20",    2,  2, DIGITS, IGNORED }, /* variant */
	{ "22",    1, 20, TEXT,   IGNORED }, /* consumer product variant */
	{ "235",   1, 28, TEXT,   IGNORED }, /* third-party controlled serial number */
	{ "240",   1, 30, TEXT,   IGNORED }, /* additional item identification */
	{ "241",   1, 30, TEXT,   IGNORED }, /* customer part number */
	{ "242",   1,  6, DIGITS, IGNORED }, /* made-to-order variation */
	{ "243",   1, 20, TEXT,   IGNORED }, /* packaging component */
	{ "250",   1, 30, TEXT,   IGNORED }, /* secondary serial number */
	{ "251",   1, 30, TEXT,   IGNORED }, /* reference to source */
	{ "253",  14, 30, TEXT,   IGNORED }, /* document type */
	{ "254",   1, 20, TEXT,   IGNORED }, /* GLN extension */
	{ "30",    1,  8, DIGITS, IGNORED }, /* variable count */
	{ "37",    1,  8, DIGITS, IGNORED }, /* count of trade items */
	{ "400",   1, 30, TEXT,   IGNORED }, /* purchase order */
	{ "414",  13, 13, DIGITS, IGNORED }, /* location */
	{ "416",  13, 13, DIGITS, IGNORED }, /* production or service location */
	{ "422",   3,  3, DIGITS, IGNORED }, /* country of origin */
	{ "710",   1, 20, TEXT,   IGNORED }, /* national reimbursement numbers */
	{ "711",   1, 20, TEXT,   IGNORED },
	{ "712",   1, 20, TEXT,   IGNORED },
	{ "713",   1, 20, TEXT,   IGNORED },
	{ "714",   1, 20, TEXT,   IGNORED },
	{ "715",   1, 20, TEXT,   IGNORED },
	{ "8004",  1, 30, TEXT,   IGNORED }, /* individual asset */
	{ "8013",  1, 25, TEXT,   IGNORED }, /* model number (Basic UDI-DI) */
	{ "8200",  1, 70, TEXT,   IGNORED }, /* address of a page */
	{ "90",    1, 30, TEXT,   IGNORED }, /* agreed between partners, and within a company */
	{ "91",    1, 90, TEXT,   IGNORED },
	{ "92",    1, 90, TEXT,   IGNORED },
	{ "93",    1, 90, TEXT,   IGNORED },
	{ "94",    1, 90, TEXT,   IGNORED },
	{ "95",    1, 90, TEXT,   IGNORED },
	{ "96",    1, 90, TEXT,   IGNORED },
	{ "97",    1, 90, TEXT,   IGNORED },
	{ "98",    1, 90, TEXT,   IGNORED },
	{ "99",    1, 90, TEXT,   IGNORED },
};
/* clang-format on */

/* What has been read on the way. */
struct reading {
	struct udi *udi;
	bool seen[COUNT(ais)];
};

/* The AI that s begins with, or NULL. */
static const struct ai *find_ai(struct str s)
{
	for (size_t i = 0; i < COUNT(ais); i++)
		if (str_starts(s, str_of(ais[i].digits)))
			return &ais[i];
	return NULL;
}

/* GS1 General Specifications 7.9.1: from the right, weights 3 and 1. */
static char check_digit(struct str digits)
{
	int sum = 0;

	for (size_t i = 0; i < digits.len; i++)
		sum += (digits.ptr[digits.len - 1 - i] - '0') * (i % 2 ? 1 : 3);
	return (char)('0' + (10 - sum % 10) % 10);
}

static bool check_gtin(struct str gtin, struct err *e)
{
	char expected = check_digit(str_first(gtin, gtin.len - 1)), found = gtin.ptr[gtin.len - 1];

	if (found != expected)
		return err_fail(e, ERR_INPUT, "the check digit is %c, expected %c", found, expected);
	return true;
}

static bool check_value(const struct ai *ai, struct str value, struct err *e)
{
	if (value.len < ai->least || value.len > ai->most) {
		if (ai->least == ai->most)
			return err_fail(
			    e, ERR_INPUT, "has %zu characters, expected %d", value.len, ai->least);
		return err_fail(
		    e, ERR_INPUT, "has %zu characters, expected %d to %d", value.len, ai->least, ai->most);
	}
	if (ai->kind == DIGITS && !udi_is_digits(value))
		return err_fail(e, ERR_INPUT, "\"" STR_FMT "\" is not digits alone", STR_ARG(value));
	for (size_t i = 0; i < value.len; i++)
		if (value.ptr[i] <= ' ' || (unsigned char)value.ptr[i] >= 0x7f)
			return err_fail(
			    e, ERR_INPUT, "holds a blank or a character that is not printable ASCII");
	return true;
}

static bool read_date(struct str value, enum udi_open_day open, struct date *out, struct err *e)
{
	return udi_date(udi_year(udi_number(value, 0, 2)), udi_number(value, 2, 2), udi_number(value, 4, 2),
	    open, out, e);
}

static bool take(const struct ai *ai, struct str value, struct udi *u, struct err *e)
{
	switch (ai->field) {
	case DI:
		u->di = value;
		return check_gtin(value, e);
	case LOT:
		u->lot = value;
		return true;
	case SERIAL:
		u->serial = value;
		return true;
	case SOFTWARE:
		u->software = value;
		return true;
	case MANUFACTURED:
		return read_date(value, UDI_DAY_FIRST, &u->manufactured, e);
	case EXPIRES:
		return read_date(value, UDI_DAY_LAST, &u->expires, e);
	case IGNORED:
		return true;
	}
	return true;
}

static bool take_once(const struct ai *ai, struct str value, struct reading *r, struct err *e)
{
	if (r->seen[ai - ais])
		return err_fail(e, ERR_INPUT, "(%s) is given twice", ai->digits);
	r->seen[ai - ais] = true;
	if (!check_value(ai, value, e) || !take(ai, value, r->udi, e))
		return err_within(e, "(%s)", ai->digits);
	return true;
}

/* The length of the "(digits)" that s begins with, or 0. */
static size_t bracket_len(struct str s)
{
	size_t close = str_index(s, ')');
	struct str digits = str_from(str_first(s, close), 1);

	return s.len && s.ptr[0] == '(' && close < s.len && digits.len >= 2 && digits.len <= 4 &&
		       udi_is_digits(digits)
		   ? close + 1
		   : 0;
}

/* "(01)51022222233336(11)141231". A value may itself have brackets, but not around two to four digits. */
static bool parse_brackets(struct str rest, struct reading *r, struct err *e)
{
	while (rest.len) {
		size_t bracket = bracket_len(rest), end = bracket;
		struct str digits = str_from(str_first(rest, bracket ? bracket - 1 : 0), 1);
		const struct ai *ai = find_ai(digits);

		if (!bracket)
			return err_fail(e, ERR_INPUT,
			    "expected an application identifier such as (17) at \"" STR_FMT "\"",
			    STR_ARG(rest));
		if (!ai || digits.len != strlen(ai->digits))
			return err_fail(e, ERR_INPUT,
			    "(" STR_FMT ") is no application identifier of a device", STR_ARG(digits));
		while (end < rest.len && !bracket_len(str_from(rest, end)))
			end++;
		if (!take_once(ai, str_trim(str_from(str_first(rest, end), bracket)), r, e))
			return false;
		rest = str_from(rest, end);
	}
	return true;
}

static bool parse_elements(struct str rest, struct reading *r, struct err *e)
{
	while (rest.len) {
		const struct ai *ai = find_ai(rest);
		size_t len;

		if (!ai)
			return err_fail(e, ERR_INPUT,
			    "no application identifier of a device begins \"" STR_FMT "\"", STR_ARG(rest));
		rest = str_from(rest, strlen(ai->digits));
		len = ai->least == ai->most ? ai->most : str_index(rest, GROUP_SEPARATOR);
		if (!take_once(ai, str_first(rest, len), r, e))
			return false;
		rest = str_from(rest, len);
		if (rest.len && rest.ptr[0] == GROUP_SEPARATOR)
			rest = str_from(rest, 1);
	}
	return true;
}

bool udi_gs1_parse(struct str text, struct udi *u, struct err *e)
{
	struct reading r = { .udi = u };

	if (!(text.ptr[0] == '(' ? parse_brackets(text, &r, e) : parse_elements(text, &r, e)))
		return false;
	if (u->di.len == 0)
		return err_fail(e, ERR_INPUT, "the device identifier (01) is missing");
	return true;
}

bool udi_gs1_parse_di(struct str digits, struct arena *arena, struct udi *u, struct err *e)
{
	static const char zeros[] = "000000";

	if (!udi_is_digits(digits) ||
	    (digits.len != 8 && digits.len != 12 && digits.len != 13 && digits.len != 14))
		return err_fail(e, ERR_INPUT, "is no GTIN of 8, 12, 13 or 14 digits");
	u->di = digits;
	if (digits.len < 14)
		u->di = arena_printf(
		    arena, "%.*s%.*s", (int)(14 - digits.len), zeros, (int)digits.len, digits.ptr);
	return check_gtin(u->di, e);
}
