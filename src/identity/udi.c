#include "identity/udi.h"

#include "identity/udi_forms.h"
#include "limits.h"

#define GROUP_SEPARATOR 0x1d /* what scanners give for FNC1 */

static const char *const agencies[] = {
	[UDI_UNKNOWN] = "unknown",
	[UDI_GS1] = "GS1",
	[UDI_HIBCC] = "HIBCC",
	[UDI_ICCBBA] = "ICCBBA",
};
_Static_assert(COUNT(agencies) == UDI_AGENCY_COUNT, "every agency has a name");

const char *udi_agency_name(enum udi_agency agency)
{
	return agencies[agency];
}

bool udi_agency_find(struct str name, enum udi_agency *out)
{
	for (size_t i = UDI_GS1; i < UDI_AGENCY_COUNT; i++)
		if (str_eq(name, str_of(agencies[i]))) {
			*out = (enum udi_agency)i;
			return true;
		}
	return false;
}

bool udi_is_digits(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!char_is_digit(s.ptr[i]))
			return false;
	return s.len > 0;
}

bool udi_is_alnum(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!char_is_alnum(s.ptr[i]))
			return false;
	return s.len > 0;
}

int udi_number(struct str s, size_t at, size_t len)
{
	int n = 0;

	for (size_t i = at; i < at + len; i++)
		n = n * 10 + (s.ptr[i] - '0');
	return n;
}

int udi_year(int two_digits)
{
	return two_digits < 70 ? 2000 + two_digits : 1900 + two_digits;
}

bool udi_date(int year, int month, int day, enum udi_open_day open, struct date *out, struct err *e)
{
	if (month < 1 || month > 12)
		return err_fail(e, ERR_INPUT, "there is no month %d", month);
	if (day == 0)
		day = open == UDI_DAY_LAST ? date_month_days(year, month) : 1;
	if (day < 1 || day > date_month_days(year, month))
		return err_fail(e, ERR_INPUT, "%04d-%02d has no day %d", year, month, day);
	*out = date_of(year, month, day);
	return true;
}

bool udi_julian(int year, int day, struct date *out, struct err *e)
{
	struct date first = date_of(year, 1, 1);

	if (day < 1 || day > date_of(year, 12, 31).days - first.days + 1)
		return err_fail(e, ERR_INPUT, "%d has no day %d", year, day);
	*out = date_plus(first, day - 1);
	return true;
}

static struct str upper(struct str s, struct arena *arena)
{
	char *copy;

	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] == char_upper(s.ptr[i]))
			continue;
		copy = arena_alloc(arena, s.len, 1);
		for (size_t k = 0; k < s.len; k++)
			copy[k] = char_upper(s.ptr[k]);
		return (struct str){ copy, s.len };
	}
	return s;
}

static bool check_length(struct str text, struct err *e)
{
	if (text.len > LIMIT_UDI_BYTES)
		return err_fail(
		    e, ERR_LIMIT, "udi has %zu bytes, the limit is %d", text.len, LIMIT_UDI_BYTES);
	return true;
}

static struct udi empty_udi(enum udi_agency agency)
{
	return (struct udi){ .agency = agency, .manufactured = DATE_NONE, .expires = DATE_NONE };
}

static enum udi_agency agency_of_di(struct str text)
{
	if (udi_is_digits(text))
		return UDI_GS1;
	if (udi_iccbba_is_di(text))
		return UDI_ICCBBA;
	return text.len && char_is_alpha(text.ptr[0]) ? UDI_HIBCC : UDI_UNKNOWN;
}

static bool parse_di(struct str text, struct arena *arena, struct udi *u, struct err *e)
{
	switch (u->agency) {
	case UDI_GS1:
		return udi_gs1_parse_di(text, arena, u, e);
	case UDI_HIBCC:
		return udi_hibcc_parse_di(text, u, e);
	case UDI_ICCBBA:
		return udi_iccbba_parse_di(text, u, e);
	case UDI_UNKNOWN:
	case UDI_AGENCY_COUNT:
		break;
	}
	return err_fail(e, ERR_INPUT, "is of none of the forms of GS1, HIBCC and ICCBBA");
}

bool udi_parse_di(
    struct str text, enum udi_agency agency, struct arena *arena, struct udi *out, struct err *e)
{
	struct str di = upper(str_trim(text), arena);
	struct udi u = empty_udi(agency ? agency : agency_of_di(di));

	if (!check_length(text, e))
		return false;
	if (!parse_di(di, arena, &u, e))
		return err_within(e, "device identifier \"" STR_FMT "\"", STR_ARG(text));
	*out = u;
	return true;
}

/* text without blanks around it, the asterisks around HIBC on a label, an AIM symbology identifier ("]C1")
 * and FNC1 before anything else. Behind HIBC one blank stays: it may be the check character. */
static struct str strip(struct str text)
{
	struct str s = str_trim(text);

	if (s.len && s.ptr[0] == '+' && s.ptr + s.len < text.ptr + text.len && s.ptr[s.len] == ' ')
		s.len++;
	if (s.len > 2 && s.ptr[0] == '*' && s.ptr[s.len - 1] == '*')
		s = str_first(str_from(s, 1), s.len - 2);
	if (s.len > 3 && s.ptr[0] == ']')
		s = str_from(s, 3);
	if (s.len > 0 && s.ptr[0] == GROUP_SEPARATOR)
		s = str_from(s, 1);
	return s;
}

static bool is_element_string(struct str text)
{
	return text.len >= 16 && char_is_digit(text.ptr[0]) && !udi_iccbba_is_di(text);
}

static bool parse(struct str text, struct arena *arena, struct udi *u, struct err *e)
{
	char first = text.len ? text.ptr[0] : '\0';

	if (first == '(' || is_element_string(text)) {
		*u = empty_udi(UDI_GS1);
		return udi_gs1_parse(text, u, e);
	}
	text = upper(text, arena);
	if (first == '+') {
		*u = empty_udi(UDI_HIBCC);
		return udi_hibcc_parse(text, u, e);
	}
	if (first == '=' || first == '&') {
		*u = empty_udi(UDI_ICCBBA);
		return udi_iccbba_parse(text, u, e);
	}
	*u = empty_udi(agency_of_di(text));
	return parse_di(text, arena, u, e);
}

bool udi_parse(struct str text, struct arena *arena, struct udi *out, struct err *e)
{
	struct udi u;

	if (!check_length(text, e))
		return false;
	if (!parse(strip(text), arena, &u, e))
		return err_within(e, "udi \"" STR_FMT "\"", STR_ARG(text));
	*out = u;
	return true;
}
