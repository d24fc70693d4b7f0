/*
 * udi_iccbba - ISBT 128 data structures of ICCBBA, for devices of human origin and blood containers: each
 * begins with its data identifier and has a fixed length.
 */
#include "identity/udi_forms.h"

enum field { IGNORED, DI, LOT, SERIAL, DONATION, MANUFACTURED, EXPIRES };

struct structure {
	const char *identifier;
	size_t len; /* behind the identifier */
	enum field field;
	const char *what;
};

/* clang-format off */
/* The FDA's table of formats and ISBT 128 section 2.3. The donation number's identifier begins others: last. */
static const struct structure structures[] = {
	{ "=/",  16, DI,           "device identifier" },
	{ "=)",  10, DI,           "device identifier" }, /* blood container */
	{ "=,",   6, SERIAL,       "serial number" },
	{ "&,1", 18, LOT,          "MPHO lot number" },
	{ "&)",  10, LOT,          "lot number" }, /* blood container */
	{ "=>",   6, EXPIRES,      "expiration date" },
	{ "&>",  10, EXPIRES,      "expiration date and time" },
	{ "=}",   6, MANUFACTURED, "production date" },
	{ "&}",  10, MANUFACTURED, "production date and time" },
	{ "=*",   6, IGNORED,      "collection date" },
	{ "&*",  10, IGNORED,      "collection date and time" },
	{ "=",   15, DONATION,     "donation identification number" },
};
/* clang-format on */

static const struct structure *find_structure(struct str s)
{
	for (size_t i = 0; i < COUNT(structures); i++) {
		struct str identifier = str_of(structures[i].identifier);

		if (str_starts(s, identifier) && s.len > identifier.len &&
		    char_is_alnum(s.ptr[identifier.len]))
			return &structures[i];
	}
	return NULL;
}

static bool take_text(struct str value, struct str *to, struct err *e)
{
	if (to->len)
		return err_fail(e, ERR_INPUT, "is given twice");
	*to = value;
	return true;
}

/* cYYJJJ: c is the hundreds of the year, 9 the 1900s, 0 the 2000s. */
static bool take_date(struct str value, struct date *to, struct err *e)
{
	int year;

	if (!udi_is_digits(value))
		return err_fail(e, ERR_INPUT, "\"" STR_FMT "\" is not digits alone", STR_ARG(value));
	if (date_is_known(*to))
		return err_fail(e, ERR_INPUT, "is given twice");
	year = udi_number(value, 0, 3) + (value.ptr[0] == '9' ? 1000 : 2000);
	return udi_julian(year, udi_number(value, 3, 3), to, e);
}

static bool take(const struct structure *s, struct str value, struct udi *u, struct err *e)
{
	if (value.len < s->len)
		return err_fail(e, ERR_INPUT, "has %zu characters, expected %zu", value.len, s->len);
	if (!udi_is_alnum(value))
		return err_fail(e, ERR_INPUT,
		    "\"" STR_FMT "\" holds other characters than letters and digits", STR_ARG(value));
	switch (s->field) {
	case DI:
		return take_text(value, &u->di, e);
	case LOT:
		return take_text(value, &u->lot, e);
	case SERIAL:
		return take_text(value, &u->serial, e);
	case DONATION:
		return take_text(value, &u->donation, e);
	case MANUFACTURED:
		return take_date(value, &u->manufactured, e);
	case EXPIRES:
		return take_date(value, &u->expires, e);
	case IGNORED:
		return true;
	}
	return true;
}

bool udi_iccbba_parse(struct str text, struct udi *u, struct err *e)
{
	struct str rest = text;

	while (rest.len) {
		const struct structure *s = find_structure(rest);
		struct str value;

		if (!s)
			return err_fail(e, ERR_INPUT,
			    "no ISBT 128 data structure of a device begins \"" STR_FMT "\"", STR_ARG(rest));
		rest = str_from(rest, strlen(s->identifier));
		value = str_first(rest, s->len);
		if (!take(s, value, u, e))
			return err_within(e, "%s (%s)", s->what, s->identifier);
		rest = str_from(rest, value.len);
	}
	if (u->di.len == 0)
		return err_fail(e, ERR_INPUT, "the device identifier (=/) is missing");
	return true;
}

bool udi_iccbba_is_di(struct str text)
{
	return text.len == 16 && udi_is_alnum(text) && char_is_alpha(text.ptr[11]) &&
	       udi_is_digits(str_from(text, 12));
}

bool udi_iccbba_parse_di(struct str text, struct udi *u, struct err *e)
{
	if ((text.len != 16 && text.len != 10) || !udi_is_alnum(text))
		return err_fail(
		    e, ERR_INPUT, "is no ICCBBA device identifier of 16 letters and digits, or 10");
	u->di = text;
	return true;
}
