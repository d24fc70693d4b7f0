#include "identity/fda_number.h"

#define PREAMENDMENTS STR("preamendments") /* 806.10(c)(4): in place of a number */

/* In a form A is a capital, 9 a digit; everything else stands for itself. */
struct form {
	const char *text;
};

static const struct form marketing[] = {
	{ "K999999" },
	{ "DEN999999" },
	{ "P999999" },
	{ "P999999/S999" },
	{ "P999999/S9999" },
	{ "H999999" },
	{ "H999999/S999" },
	{ "H999999/S9999" },
	{ "N99999" },
	{ "N99999/S999" }, /* PMAs of old */
	{ "BK999999" },
	{ "BP999999" },
	{ "BP999999/S999" },
	{ "BH999999" },
	{ "BR999999" }, /* of CBER */
	{ NULL },
};
static const struct form listing[] = { { "D999999" }, { NULL } };
static const struct form product_code[] = { { "AAA" }, { NULL } };
static const struct form regulation[] = { { "999.9" }, { "999.99" }, { "999.999" }, { "999.9999" },
	{ NULL } };
static const struct form establishment[] = { { "9999999" }, { "9999999999" }, { NULL } };
static const struct form fei[] = { { "9999999999" }, { NULL } };

static const struct kind {
	const struct form *forms;
	const char *what, *expected;
} kinds[] = {
	[FDA_MARKETING] = { marketing, "marketing number",
	    "K123456, DEN123456, P123456, P123456/S001, H123456, BK123456 or \"preamendments\"" },
	[FDA_LISTING] = { listing, "listing number", "D123456" },
	[FDA_PRODUCT_CODE] = { product_code, "product code", "three letters" },
	[FDA_REGULATION] = { regulation, "regulation number", "a part and section of title 21, 880.5725" },
	[FDA_ESTABLISHMENT] = { establishment, "establishment number",
	    "a registration number of 7 digits or an FEI of 10" },
	[FDA_FEI] = { fei, "FEI", "10 digits" },
};

static bool has_form(struct str s, const char *form)
{
	for (size_t i = 0; i < s.len; i++, form++) {
		bool good = *form == '9'   ? char_is_digit(s.ptr[i])
			    : *form == 'A' ? s.ptr[i] >= 'A' && s.ptr[i] <= 'Z'
					   : s.ptr[i] == *form;

		if (!good)
			return false;
	}
	return *form == '\0';
}

static struct str in_capitals(struct str s, struct arena *arena)
{
	char *text = arena_text(arena, s);

	for (size_t i = 0; i < s.len; i++)
		text[i] = char_upper(text[i]);
	return (struct str){ text, s.len };
}

bool fda_number_parse(
    enum fda_number kind, struct str text, struct arena *arena, struct str *out, struct err *e)
{
	struct str number = in_capitals(str_trim(text), arena);

	if (kind == FDA_MARKETING && str_eq_nocase(number, PREAMENDMENTS)) {
		*out = PREAMENDMENTS;
		return true;
	}
	for (const struct form *f = kinds[kind].forms; f->text; f++)
		if (has_form(number, f->text)) {
			*out = number;
			return true;
		}
	return err_fail(e, ERR_INPUT, "%s \"" STR_FMT "\": expected %s", kinds[kind].what, STR_ARG(text),
	    kinds[kind].expected);
}
