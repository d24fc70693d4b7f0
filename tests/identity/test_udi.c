#include "check.h"

#include "base/buf.h"
#include "formats/unpack.h"
#include "identity/udi.h"
#include "limits.h"

static void assert_text(struct str found, const char *expected, const char *what)
{
	if (!str_eq(found, str_of(expected)))
		fail_msg("%s is \"" STR_FMT "\", expected \"%s\"", what, STR_ARG(found), expected);
}

static void assert_date(struct date found, const char *expected, const char *what)
{
	char text[DATE_TEXT_SIZE] = "";

	if (date_is_known(found))
		date_write(found, text);
	assert_text(str_of(text), expected, what);
}

static void udi_of_every_agency_is_taken_apart(void **state)
{
	static const struct {
		const char *text;
		enum udi_agency agency;
		const char *di, *lot, *serial, *made, *expires, *donation, *software;
	} cases[] = {
		/* clang-format off */
		/* GS1: brackets, blanks, any order, element strings with FNC1 and symbology identifiers */
		{ "(01)51022222233336(11)141231(17)150707(10)A213B1(21)1234", UDI_GS1, "51022222233336", "A213B1", "1234", "2014-12-31", "2015-07-07", "", "" },
		{ " (01) 00841447100270 (17) 260200 (10) LOT(1)/a ", UDI_GS1, "00841447100270", "LOT(1)/a", "", "", "2026-02-28", "", "" },
		{ "(17)240200(01)00841447100270(11)240200", UDI_GS1, "00841447100270", "", "", "2024-02-01", "2024-02-29", "", "" },
		{ "010084144710027017260731" "10AB12\x1d" "21S-9", UDI_GS1, "00841447100270", "AB12", "S-9", "", "2026-07-31", "", "" },
		{ "]d2" "010084144710027010AB12", UDI_GS1, "00841447100270", "AB12", "", "", "", "", "" },
		{ "\x1d" "0100841447100270\x1d" "21S\x1d" "8012v2.1.0\x1d" "70032607311530", UDI_GS1, "00841447100270", "", "S", "", "2026-07-31", "", "v2.1.0" },
		{ "(01)00841447100270(8008)26013112(240)REF-1(20)01(90)x", UDI_GS1, "00841447100270", "", "", "2026-01-31", "", "", "" },
		{ "(01)00841447100270(11)991231", UDI_GS1, "00841447100270", "", "", "1999-12-31", "", "", "" },
		/* HIBC: the date flags, in the order of the table; then two codes, and codes of one kind of data */
		{ "+X999123ABC0/$$05191234AB/S5678EDFG/16D20151001A", UDI_HIBCC, "X999123ABC0", "1234AB", "5678EDFG", "2015-10-01", "2019-05-31", "", "" },
		{ "+X999123ABC0/$$20515191234AB/S5678EDFG/16D20151001I", UDI_HIBCC, "X999123ABC0", "1234AB", "5678EDFG", "2015-10-01", "2019-05-15", "", "" },
		{ "+X999123ABC0/$$31905151234AB/S5678EDFG/16D20151001J", UDI_HIBCC, "X999123ABC0", "1234AB", "5678EDFG", "2015-10-01", "2019-05-15", "", "" },
		{ "+X999123ABC0/$$4190515211234AB/S5678EDFG/16D20151001N", UDI_HIBCC, "X999123ABC0", "1234AB", "5678EDFG", "2015-10-01", "2019-05-15", "", "" },
		{ "+X999123ABC0/$$5191351234AB/S5678EDFG/16D20151001J", UDI_HIBCC, "X999123ABC0", "1234AB", "5678EDFG", "2015-10-01", "2019-05-15", "", "" },
		{ "+X999123ABC0/$$619135211234AB/S5678EDFG/16D20151001N", UDI_HIBCC, "X999123ABC0", "1234AB", "5678EDFG", "2015-10-01", "2019-05-15", "", "" },
		{ "+X999123ABC0/$1234AB/S5678EDFG/16D20151001/14D20190515.", UDI_HIBCC, "X999123ABC0", "1234AB", "5678EDFG", "2015-10-01", "2019-05-15", "", "" },
		{ "+A99912345/$$52001510X3/16D20111212/S77DE1G45-", UDI_HIBCC, "A99912345", "10X3", "77DE1G45", "2011-12-12", "2020-01-15", "", "" },
		{ "*+a123bjc5d6e71g*", UDI_HIBCC, "A123BJC5D6E71", "", "", "", "", "", "" },
		{ "+A123BJC5D6E71G +$$52001510X3GD", UDI_HIBCC, "A123BJC5D6E71", "10X3", "", "", "2020-01-15", "", "" },
		{ "+X999123ABC0/$$82420515191234ABP", UDI_HIBCC, "X999123ABC0", "1234AB", "", "", "2019-05-15", "", "" },
		{ "+X999123ABC0/$$900024XYZV", UDI_HIBCC, "X999123ABC0", "XYZ", "", "", "", "", "" },
		{ "+X999123ABC0/$$+7SN-17", UDI_HIBCC, "X999123ABC0", "", "SN-1", "", "", "", "" },
		{ "+X999123ABC0/$$71234AB_", UDI_HIBCC, "X999123ABC0", "1234AB", "", "", "", "", "" },
		{ "+X999123ABC0/$+SN.1/Q5/30PABC5", UDI_HIBCC, "X999123ABC0", "", "SN.1", "", "", "", "" },
		{ "+X999123ABC0/19135LOTF", UDI_HIBCC, "X999123ABC0", "LOT", "", "", "2019-05-15", "", "" },
		/* ISBT 128 */
		{ "=/A9999XYZ100T0944=,000025=A99971312345600=>014032=}013032&,1000000000000XYZ123", UDI_ICCBBA, "A9999XYZ100T0944", "000000000000XYZ123", "000025", "2013-02-01", "2014-02-01", "A99971312345600", "" },
		{ "=/1AB370000007JC89=,000000=1234567890ABC00=>030329=}025226", UDI_ICCBBA, "1AB370000007JC89", "", "000000", "2025-08-14", "2030-11-25", "1234567890ABC00", "" },
		{ "=)1TE123456A&)RZ12345678", UDI_ICCBBA, "1TE123456A", "RZ12345678", "", "", "", "", "" },
		{ "=/A9999XYZ100T0944&>9993651200=*014001", UDI_ICCBBA, "A9999XYZ100T0944", "", "", "", "1999-12-31", "", "" },
		/* a bare DI */
		{ "00841447100270", UDI_GS1, "00841447100270", "", "", "", "", "", "" },
		{ "841447100270", UDI_GS1, "00841447100270", "", "", "", "", "", "" },
		{ "A9999XYZ100T0944", UDI_ICCBBA, "A9999XYZ100T0944", "", "", "", "", "", "" },
		{ "M4400192Z1", UDI_HIBCC, "M4400192Z1", "", "", "", "", "", "" },
		/* clang-format on */
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct udi u = { 0 };
		struct err e = { 0 };

		CASE(cases[i].text);
		if (!udi_parse(str_of(cases[i].text), &arena, &u, &e))
			fail_msg("%s", e.text);
		assert_int_equal(u.agency, cases[i].agency);
		assert_text(u.di, cases[i].di, "di");
		assert_text(u.lot, cases[i].lot, "lot");
		assert_text(u.serial, cases[i].serial, "serial");
		assert_text(u.donation, cases[i].donation, "donation");
		assert_text(u.software, cases[i].software, "software");
		assert_date(u.manufactured, cases[i].made, "manufactured");
		assert_date(u.expires, cases[i].expires, "expires");
	}
	(void)state;
}

static void udi_parse_says_what_is_wrong(void **state)
{
	static const struct {
		const char *text, *why;
	} cases[] = {
		{ "", "is of none of the forms of GS1, HIBCC and ICCBBA" },
		{ "?", "is of none of the forms of GS1, HIBCC and ICCBBA" },
		{ "123", "is no GTIN of 8, 12, 13 or 14 digits" },
		{ "00841447100271", "the check digit is 1, expected 0" },
		{ "(01)00841447100271", "(01): the check digit is 1, expected 0" },
		{ "(01)0084144710027", "(01): has 13 characters, expected 14" },
		{ "(01)0084144710027x", "(01): \"0084144710027x\" is not digits alone" },
		{ "(10)LOT", "the device identifier (01) is missing" },
		{ "(01)00841447100270(17)261301", "(17): there is no month 13" },
		{ "(01)00841447100270(17)260229", "(17): 2026-02 has no day 29" },
		{ "(01)00841447100270(10)A(10)B", "(10) is given twice" },
		{ "(01)00841447100270(10)", "(10): has 0 characters, expected 1 to 20" },
		{ "(01)00841447100270(55)A", "(55) is no application identifier of a device" },
		{ "(01)00841447100270(240)REF 1",
		    "(240): holds a blank or a character that is not printable ASCII" },
		{ "(x)1", "expected an application identifier such as (17) at \"(x)1\"" },
		{ "(01)00841447100270(10)A\x1b",
		    "(10): holds a blank or a character that is not printable ASCII" },
		{ "010084144710027055A", "no application identifier of a device begins \"55A\"" },
		{ "010084144710027010ABCDEFGHIJKLMNOPQRSTUVWXYZ",
		    "(10): has 26 characters, expected 1 to 20" },
		{ "+A123BJC5D6E71H", "the check character is \"H\", expected \"G\"" },
		{ "+A123", "is too short for labeler, product, unit of measure and check character" },
		{ "+A123BJC5D6E71~", "the check character is \"~\", expected \"G\"" },
		{ "+A123BJ(5D6E71G", "holds a character that HIBC does not have" },
		{ "+$$52001510X3GD",
		    "is secondary data alone; the code with the device identifier is missing" },
		{ "+A123BJC5D6E7X1/$$11", NULL },
		{ "+A123BJC5D6E71G +$$52001510X3HE",
		    "the link character is \"H\", that of the first code \"G\"" },
		{ "=/A9999XYZ100T094", "device identifier (=/): has 15 characters, expected 16" },
		{ "=/A9999XYZ100T-944", "device identifier (=/): \"A9999XYZ100T-944\" holds other characters "
					"than letters and digits" },
		{ "=/A9999XYZ100T0944=>014366", "expiration date (=>): 2014 has no day 366" },
		{ "=/A9999XYZ100T0944=>01A001", "expiration date (=>): \"01A001\" is not digits alone" },
		{ "=/A9999XYZ100T0944=/A9999XYZ100T0944", "device identifier (=/): is given twice" },
		{ "=,000025", "the device identifier (=/) is missing" },
		{ "=/A9999XYZ100T0944=+1", "no ISBT 128 data structure of a device begins \"=+1\"" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct udi u = { .agency = UDI_ICCBBA };
		struct err e = { 0 };
		char expected[600];

		CASE(cases[i].text);
		assert_false(udi_parse(str_of(cases[i].text), &arena, &u, &e));
		assert_int_equal(u.agency, UDI_ICCBBA);
		if (!cases[i].why)
			continue;
		snprintf(expected, sizeof(expected), "udi \"%s\": %s", cases[i].text, cases[i].why);
		for (char *c = expected; *c; c++)
			*c = *c == '\x1b' ? '?' : *c;
		assert_string_equal(e.text, expected);
	}
	(void)state;
}

/* ANSI/HIBC 2.6 appendix B, done again from its words. */
static char check_character(const char *code)
{
	static const char alphabet[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%";
	size_t sum = 0;

	for (; *code; code++)
		sum += (size_t)(strchr(alphabet, *code) - alphabet);
	return alphabet[sum % 43];
}

static void hibc_secondary_data_says_what_is_wrong(void **state)
{
	static const struct {
		const char *data, *why; /* empty: taken */
	} cases[] = {
		{ "", "" },
		{ "/$", "" },
		{ "/$LOT", "" },
		{ "/$123456789012345678", "" },
		{ "/$1234567890123456789", "lot \"1234567890123456789\" is longer than 18" },
		{ "/$A/$B", "lot is given twice" },
		{ "/SA/$+B", "serial is given twice" },
		{ "/$$", "\"\" has no date flag in front" },
		{ "/$$A", "\"A\" has no date flag in front" },
		{ "/$$1319", "there is no month 13" },
		{ "/$$123", "\"123\" does not begin with a date MMYY" },
		{ "/$$2023019", "2019-02 has no day 30" },
		{ "/$$5193661", "2019 has no day 366" },
		{ "/$$8X", "\"8X\" does not begin with a quantity" },
		{ "/$$8128", "\"8\" has no date flag in front" },
		{ "/16D2019", "manufacturing date: \"2019\" does not begin with a date YYYYMMDD" },
		{ "/14D201905151", "expiration date: \"1\" stands behind the date" },
		{ "/1234X", "\"1234X\" is no HIBC secondary data" },
		{ "/", "\"\" is no HIBC secondary data" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct udi u;
		struct err e = { 0 };
		char code[200] = "", expected[600] = "";
		size_t len = (size_t)snprintf(code, sizeof(code) - 1, "+A999XYZ1%s", cases[i].data);

		code[len] = check_character(code);
		CASE(code);
		assert_int_equal(udi_parse(str_of(code), &arena, &u, &e), !*cases[i].why);
		if (*cases[i].why)
			snprintf(expected, sizeof(expected), "udi \"%s\": %s", code, cases[i].why);
		assert_string_equal(e.text, expected);
	}
	(void)state;
}

static void hibc_check_character_may_be_a_blank(void **state)
{
	static const char *const cases[] = { "+A999XYA39 ", "+A999XYA39_", "*+A999XYA39_*", " +A999XYA39  " };

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct udi u;
		struct err e = { 0 };

		CASE(cases[i]);
		if (!udi_parse(str_of(cases[i]), &arena, &u, &e))
			fail_msg("%s", e.text);
		assert_text(u.di, "A999XYA39", "di");
	}
	(void)state;
}

static void udi_parse_di_recognises_how_registries_list_it(void **state)
{
	static const struct {
		const char *text;
		enum udi_agency given, agency; /* agency UDI_UNKNOWN: refused */
		const char *di;
	} cases[] = {
		{ "00841447100270", UDI_UNKNOWN, UDI_GS1, "00841447100270" },
		{ "0841447100270", UDI_GS1, UDI_GS1, "00841447100270" },
		{ "841447100270", UDI_UNKNOWN, UDI_GS1, "00841447100270" },
		{ "96385074", UDI_UNKNOWN, UDI_GS1, "00000096385074" },
		{ "84144710027", UDI_UNKNOWN, UDI_UNKNOWN, NULL },
		{ "841447100271", UDI_UNKNOWN, UDI_UNKNOWN, NULL },
		{ "m4400192z1", UDI_UNKNOWN, UDI_HIBCC, "M4400192Z1" },
		{ "H373VBJR062502A3F", UDI_UNKNOWN, UDI_HIBCC, "H373VBJR062502A3" },
		{ "H373VBJR061002A39", UDI_HIBCC, UDI_HIBCC, "H373VBJR061002A3" },
		{ "H373RLT3114173", UDI_HIBCC, UDI_HIBCC, "H373RLT3114173" },
		{ "H373RLT311417X", UDI_UNKNOWN, UDI_UNKNOWN, NULL },
		{ "A9999XYZ100T0944", UDI_UNKNOWN, UDI_ICCBBA, "A9999XYZ100T0944" },
		{ "A9999XYZ100T0944", UDI_HIBCC, UDI_HIBCC, "A9999XYZ100T0944" },
		{ "1TE123456A", UDI_ICCBBA, UDI_ICCBBA, "1TE123456A" },
		{ "1TE123456A", UDI_UNKNOWN, UDI_UNKNOWN, NULL },
		{ "00841447100270", UDI_ICCBBA, UDI_UNKNOWN, NULL },
		{ "", UDI_UNKNOWN, UDI_UNKNOWN, NULL },
		{ "", UDI_HIBCC, UDI_UNKNOWN, NULL },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct udi u;
		struct err e = { 0 };
		bool done;

		CASE(cases[i].text);
		done = udi_parse_di(str_of(cases[i].text), cases[i].given, &arena, &u, &e);
		assert_int_equal(done, cases[i].agency != UDI_UNKNOWN);
		if (!done)
			continue;
		assert_int_equal(u.agency, cases[i].agency);
		assert_text(u.di, cases[i].di, "di");
	}
	(void)state;
}

static void udi_length_is_limited(void **state)
{
	static char text[LIMIT_UDI_BYTES + 2];
	SCOPED_ARENA arena = { 0 };
	struct udi u;
	struct err e = { 0 };

	memset(text, '0', sizeof(text));
	assert_false(udi_parse((struct str){ text, LIMIT_UDI_BYTES }, &arena, &u, &e));
	assert_int_equal(e.code, ERR_INPUT);
	assert_false(udi_parse((struct str){ text, LIMIT_UDI_BYTES + 1 }, &arena, &u, &e));
	assert_int_equal(e.code, ERR_LIMIT);
	assert_string_equal(e.text, "udi has 257 bytes, the limit is 256");
	assert_false(udi_parse_di((struct str){ text, LIMIT_UDI_BYTES + 1 }, UDI_GS1, &arena, &u, &e));
	assert_int_equal(e.code, ERR_LIMIT);
	(void)state;
}

static void agency_is_found_by_its_name(void **state)
{
	for (int i = UDI_GS1; i < UDI_AGENCY_COUNT; i++) {
		enum udi_agency found;

		assert_true(udi_agency_find(str_of(udi_agency_name((enum udi_agency)i)), &found));
		assert_int_equal(found, i);
	}
	assert_false(udi_agency_find(STR("unknown"), &(enum udi_agency){ 0 }));
	(void)state;
}

struct counts {
	long listed[UDI_AGENCY_COUNT], good[UDI_AGENCY_COUNT], told[UDI_AGENCY_COUNT], shortened;
};

/* The value of "key":"value" behind the start of text; *text moves behind it. */
static bool next_value(struct str *text, struct str key, struct str *value)
{
	size_t at = str_find(*text, key);

	*text = str_from(*text, at + key.len);
	return at < text->len + key.len && str_cut(text, '"', value);
}

static void count_line(struct str line, struct counts *n)
{
	struct str di, name;

	while (next_value(&line, STR("\"deviceId\":\""), &di) &&
	       next_value(&line, STR("\"deviceIdIssuingAgency\":\""), &name)) {
		SCOPED_ARENA arena = { 0 };
		enum udi_agency agency;
		struct udi u;
		struct err e = { 0 };

		assert_true(udi_agency_find(name, &agency));
		n->listed[agency]++;
		if (udi_parse_di(di, agency, &arena, &u, &e)) {
			n->good[agency]++;
			n->shortened += u.di.len < di.len;
		}
		n->told[agency] += udi_parse(di, &arena, &u, &e) && u.agency == agency;
	}
}

static bool read_devices(void *ctx, struct input *in, struct err *e)
{
	SCOPED_BUF all = buf_new((size_t)512 * 1024 * 1024);
	static char piece[65536];
	struct str rest, line;
	size_t len;

	while ((len = input_read(in, piece, sizeof(piece))) > 0)
		buf_add(&all, (struct str){ piece, len });
	rest = buf_str(&all);
	while (str_next(&rest, '\n', &line))
		count_line(line, ctx);
	return input_finish(in, e);
}

static void device_identifiers_of_gudid_are_recognised(void **state)
{
	const char *path = check_data("devices/gudid/gudid-50k.jsonl.zst");
	struct counts n = { 0 };
	struct err e = { 0 };

	if (!path)
		skip();
	if (!unpack_path(path, (struct unpack_sink){ &n, read_devices }, &e))
		fail_msg("%s", e.text);
	for (int i = UDI_GS1; i < UDI_AGENCY_COUNT; i++)
		printf("# %s: %ld listed, %ld good, %ld told from the text alone\n",
		    udi_agency_name((enum udi_agency)i), n.listed[i], n.good[i], n.told[i]);
	printf("# %ld listed with their check character\n", n.shortened);
	assert_true(n.listed[UDI_GS1] > 40000 && n.listed[UDI_HIBCC] > 700);
	/* Nine GTINs were listed with a check digit that is wrong. */
	assert_int_equal(n.listed[UDI_GS1] - n.good[UDI_GS1], 9);
	assert_int_equal(n.told[UDI_GS1], n.good[UDI_GS1]);
	assert_int_equal(n.good[UDI_HIBCC], n.listed[UDI_HIBCC]);
	assert_true(n.shortened >= 590 && n.shortened <= 600);
	(void)state;
}

TESTS(cmocka_unit_test(udi_of_every_agency_is_taken_apart), cmocka_unit_test(udi_parse_says_what_is_wrong),
    cmocka_unit_test(hibc_secondary_data_says_what_is_wrong),
    cmocka_unit_test(hibc_check_character_may_be_a_blank),
    cmocka_unit_test(udi_parse_di_recognises_how_registries_list_it), cmocka_unit_test(udi_length_is_limited),
    cmocka_unit_test(agency_is_found_by_its_name),
    cmocka_unit_test(device_identifiers_of_gudid_are_recognised))
