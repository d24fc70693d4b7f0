/*
 * udi_hibcc - the Health Industry Bar Code: "+", labeler (a letter and three characters), product (1 to 18),
 * unit of measure (a digit); behind "/" dates, lot and serial; at the end a check character over all.
 *
 * Labels may have two codes instead, the second beginning with "+" too and ending in the check character of
 * the first, which links them, and one of its own.
 */
#include "identity/udi_forms.h"

#define LEAST_DI 6
#define MOST_DI 23
#define MOST_LOT 18

/* ANSI/HIBC 2.6 appendix B: the place of a character is its value. */
static const struct str alphabet = { "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%", 43 };

/* False where s has a character that HIBC does not know. */
static bool find_check_character(struct str s, char *out)
{
	size_t sum = 0;

	for (size_t i = 0; i < s.len; i++) {
		size_t value = str_index(alphabet, s.ptr[i]);

		if (value == alphabet.len)
			return false;
		sum += value;
	}
	*out = alphabet.ptr[sum % alphabet.len];
	return true;
}

/* Blanks behind a code, but one that is its check character. */
static struct str trim_code(struct str code)
{
	char expected;

	if (code.len && code.ptr[code.len - 1] == ' ' &&
	    !(find_check_character(str_first(code, code.len - 1), &expected) && expected == ' '))
		code = str_trim(code);
	return code;
}

/* Takes the check character off the end of *code; a blank is printed as "_". */
static bool cut_check_character(struct str *code, char *check, struct err *e)
{
	char expected, found = code->ptr[code->len - 1];

	code->len--;
	if (!find_check_character(*code, &expected))
		return err_fail(e, ERR_INPUT, "holds a character that HIBC does not have");
	found = found == '_' ? ' ' : found;
	if (found != expected)
		return err_fail(
		    e, ERR_INPUT, "the check character is \"%c\", expected \"%c\"", found, expected);
	*check = found;
	return true;
}

static bool is_di(struct str s)
{
	return s.len >= LEAST_DI && s.len <= MOST_DI && char_is_alpha(s.ptr[0]) && udi_is_alnum(s) &&
	       char_is_digit(s.ptr[s.len - 1]);
}

static bool take_di(struct str s, struct udi *u, struct err *e)
{
	if (!is_di(s))
		return err_fail(e, ERR_INPUT,
		    "\"" STR_FMT
		    "\" is not labeler (a letter and three characters), product and unit of measure",
		    STR_ARG(s));
	u->di = s;
	return true;
}

/* --- dates --- */

struct date_format {
	char flag;
	const char *pattern; /* Y year, M month, D day, J day of the year; hours are passed over */
};

static const struct date_format formats[] = {
	{ '0', "MMYY" }, /* flags 0 and 1 are the first digit of the month */
	{ '1', "MMYY" }, { '2', "MMDDYY" }, { '3', "YYMMDD" }, { '4', "YYMMDDHH" }, { '5', "YYJJJ" },
	{ '6', "YYJJJHH" }, { '7', "" }, /* no date */
};

static int number_at(struct str digits, const char *pattern, char letter)
{
	int n = 0;

	for (size_t i = 0; pattern[i]; i++)
		if (pattern[i] == letter)
			n = n * 10 + (digits.ptr[i] - '0');
	return n;
}

/* Takes a date off the front of *rest. */
static bool cut_date(
    struct str *rest, const char *pattern, enum udi_open_day open, struct date *out, struct err *e)
{
	struct str digits = str_first(*rest, strlen(pattern));
	int year;

	if (pattern[0] == '\0')
		return true;
	if (digits.len < strlen(pattern) || !udi_is_digits(digits))
		return err_fail(
		    e, ERR_INPUT, "\"" STR_FMT "\" does not begin with a date %s", STR_ARG(*rest), pattern);
	*rest = str_from(*rest, digits.len);
	year = number_at(digits, pattern, 'Y');
	if (strrchr(pattern, 'Y') - strchr(pattern, 'Y') == 1) /* two digits, not four */
		year = udi_year(year);
	if (strchr(pattern, 'J'))
		return udi_julian(year, number_at(digits, pattern, 'J'), out, e);
	return udi_date(year, number_at(digits, pattern, 'M'), number_at(digits, pattern, 'D'), open, out, e);
}

/* Takes quantity and date off the front of *rest, behind "$$": 8 and 9 are flags of a quantity of two and
 * five digits, which a date may follow. */
static bool cut_flagged(struct str *rest, struct udi *u, struct err *e)
{
	char flag = rest->len ? rest->ptr[0] : '\0';
	size_t quantity = flag == '8' ? 2 : flag == '9' ? 5 : 0;

	if (quantity) {
		if (rest->len <= quantity || !udi_is_digits(str_first(*rest, quantity + 1)))
			return err_fail(
			    e, ERR_INPUT, "\"" STR_FMT "\" does not begin with a quantity", STR_ARG(*rest));
		*rest = str_from(*rest, quantity + 1);
		flag = rest->len ? rest->ptr[0] : '\0';
		if (!char_is_digit(flag))
			return true;
	}
	for (size_t i = 0; i < COUNT(formats); i++)
		if (formats[i].flag == flag) {
			*rest = str_from(*rest, flag > '1' ? 1 : 0);
			return cut_date(rest, formats[i].pattern, UDI_DAY_LAST, &u->expires, e);
		}
	return err_fail(e, ERR_INPUT, "\"" STR_FMT "\" has no date flag in front", STR_ARG(*rest));
}

/* --- data behind the primary --- */

static bool take_text(struct str value, const char *what, struct str *to, struct err *e)
{
	if (value.len > MOST_LOT)
		return err_fail(
		    e, ERR_INPUT, "%s \"" STR_FMT "\" is longer than %d", what, STR_ARG(value), MOST_LOT);
	if (value.len && to->len)
		return err_fail(e, ERR_INPUT, "%s is given twice", what);
	if (value.len)
		*to = value;
	return true;
}

static bool take_full_date(
    struct str value, const char *what, enum udi_open_day open, struct date *to, struct err *e)
{
	if (!cut_date(&value, "YYYYMMDD", open, to, e))
		return err_within(e, "%s", what);
	if (value.len)
		return err_fail(
		    e, ERR_INPUT, "%s: \"" STR_FMT "\" stands behind the date", what, STR_ARG(value));
	return true;
}

/* Other ASC MH10 data: up to three digits, a letter, a value. */
static bool is_other_data(struct str s)
{
	size_t digits = 0;

	while (digits < s.len && char_is_digit(s.ptr[digits]))
		digits++;
	return digits <= 3 && digits < s.len && char_is_alpha(s.ptr[digits]);
}

/* One piece of secondary data, without the "/" in front. */
static bool take_piece(struct str piece, struct udi *u, struct err *e)
{
	struct str rest = piece;

	if (str_starts(piece, STR("$$+"))) {
		rest = str_from(piece, 3);
		return cut_flagged(&rest, u, e) && take_text(rest, "serial", &u->serial, e);
	}
	if (str_starts(piece, STR("$$"))) {
		rest = str_from(piece, 2);
		return cut_flagged(&rest, u, e) && take_text(rest, "lot", &u->lot, e);
	}
	if (str_starts(piece, STR("$+")))
		return take_text(str_from(piece, 2), "serial", &u->serial, e);
	if (str_starts(piece, STR("$")))
		return take_text(str_from(piece, 1), "lot", &u->lot, e);
	if (str_starts(piece, STR("S")))
		return take_text(str_from(piece, 1), "serial", &u->serial, e);
	if (str_starts(piece, STR("16D")))
		return take_full_date(
		    str_from(piece, 3), "manufacturing date", UDI_DAY_FIRST, &u->manufactured, e);
	if (str_starts(piece, STR("14D")))
		return take_full_date(str_from(piece, 3), "expiration date", UDI_DAY_LAST, &u->expires, e);
	if (piece.len >= 5 && udi_is_digits(str_first(piece, 5)))
		return cut_date(&rest, "YYJJJ", UDI_DAY_LAST, &u->expires, e) &&
		       take_text(rest, "lot", &u->lot, e);
	if (is_other_data(piece))
		return true;
	return err_fail(e, ERR_INPUT, "\"" STR_FMT "\" is no HIBC secondary data", STR_ARG(piece));
}

static bool take_pieces(struct str rest, struct udi *u, struct err *e)
{
	struct str piece;

	while (str_next(&rest, '/', &piece))
		if (!take_piece(piece, u, e))
			return false;
	return true;
}

/* The second of two codes: "+", data, the check character of the first, its own. */
static bool parse_second(struct str code, char link, struct udi *u, struct err *e)
{
	char check;

	if (code.len < 4)
		return err_fail(e, ERR_INPUT, "the second code is too short");
	if (!cut_check_character(&code, &check, e))
		return err_within(e, "second code");
	if (code.ptr[code.len - 1] != link)
		return err_fail(e, ERR_INPUT, "the link character is \"%c\", that of the first code \"%c\"",
		    code.ptr[code.len - 1], link);
	code.len--;
	return take_pieces(str_from(code, 1), u, e);
}

bool udi_hibcc_parse(struct str text, struct udi *u, struct err *e)
{
	size_t gap = str_find(text, STR(" +"));
	struct str code = trim_code(str_first(text, gap)), second = trim_code(str_from(text, gap + 1)),
		   primary;
	char check;

	if (code.len < LEAST_DI + 2)
		return err_fail(
		    e, ERR_INPUT, "is too short for labeler, product, unit of measure and check character");
	if (!cut_check_character(&code, &check, e))
		return false;
	code = str_from(code, 1);
	if (!char_is_alpha(code.ptr[0]))
		return err_fail(
		    e, ERR_INPUT, "is secondary data alone; the code with the device identifier is missing");
	if (!str_cut(&code, '/', &primary)) {
		primary = code;
		code = STR_NONE;
	}
	return take_di(primary, u, e) && take_pieces(code, u, e) &&
	       (gap == text.len || parse_second(second, check, u, e));
}

/* Many labelers list their DI with the check character. It is told by being right; a digit as well may be the
 * unit of measure, and by chance one DI in 43 looks so. */
bool udi_hibcc_parse_di(struct str text, struct udi *u, struct err *e)
{
	char with_plus[MOST_DI + 2] = "+", check;
	struct str without = str_first(text, text.len ? text.len - 1 : 0);

	if (is_di(without)) {
		memcpy(with_plus + 1, without.ptr, without.len);
		if (find_check_character((struct str){ with_plus, without.len + 1 }, &check) &&
		    check == (text.ptr[text.len - 1] == '_' ? ' ' : text.ptr[text.len - 1]))
			text = without;
	}
	return take_di(text, u, e);
}
