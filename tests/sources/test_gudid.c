#include "check.h"

#include "base/buf.h"
#include "formats/unpack.h"
#include "limits.h"
#include "sources/gudid.h"

static bool dump(void *ctx, const struct gudid_device *d, struct err *e)
{
	struct buf *out = ctx;

	(void)e;
	buf_printf(out, STR_FMT " " STR_FMT " by " STR_FMT " model " STR_FMT ",", STR_ARG(d->di),
	    STR_ARG(d->brand), STR_ARG(d->company), STR_ARG(d->model));
	for (size_t i = 0; i < d->identifier_count; i++)
		buf_printf(out, " " STR_FMT "(" STR_FMT ")", STR_ARG(d->identifiers[i].di),
		    STR_ARG(d->identifiers[i].type));
	for (size_t i = 0; i < d->product_count; i++)
		buf_printf(
		    out, " " STR_FMT "=" STR_FMT, STR_ARG(d->products[i].code), STR_ARG(d->products[i].name));
	for (size_t i = 0; i < d->submission_count; i++)
		buf_printf(out, " " STR_FMT, STR_ARG(d->submissions[i]));
	buf_printf(out, " " STR_FMT "|" STR_FMT ";", STR_ARG(d->term), STR_ARG(d->combination_product));
	return true;
}

static void note_bad(void *ctx, const struct err *why)
{
	buf_printf(ctx, "bad %s;", why->text);
}

static const char expected[] =
    "1 Pump by Firm model M1, 1(Primary) FRN=Pump, Infusion K210001 Infusion pump|false;"
    "2 Lead by Firm model M2, 9(Package) 2(Primary) AAA=A BBB=B P910023/S014 P910023 |true;";

static const char as_json[] =
    "{\"deviceId\":\"1\",\"brandName\":\"Pump\",\"companyName\":\"Firm\",\"versionModelNumber\":\"M1\","
    "\"identifiers\":{\"identifier\":{\"deviceId\":\"1\",\"deviceIdType\":\"Primary\",\"pkgQuantity\":null}},"
    "\"productCodes\":{\"fdaProductCode\":{\"productCode\":\"FRN\",\"productCodeName\":\"Pump, Infusion\"}},"
    "\"gmdnTerms\":{\"gmdn\":{\"gmdnPTName\":\"Infusion pump\",\"gmdnPTDefinition\":\"x\"}},"
    "\"premarketSubmissions\":{\"premarketSubmission\":{\"submissionNumber\":\"K210001\","
    "\"supplementNumber\":\"000\"}},"
    "\"deviceCombinationProduct\":\"false\",\"deviceSizes\":null}\n"
    "\n"
    "{\"deviceId\":\"2\",\"brandName\":\"Lead\",\"companyName\":\"Firm\",\"versionModelNumber\":\"M2\","
    "\"identifiers\":{\"identifier\":[{\"deviceId\":\"9\",\"deviceIdType\":\"Package\"},"
    "{\"deviceId\":\"2\",\"deviceIdType\":\"Primary\"}]},"
    "\"productCodes\":{\"fdaProductCode\":[{\"productCode\":\"AAA\",\"productCodeName\":\"A\"},"
    "{\"productCode\":\"BBB\",\"productCodeName\":\"B\"}]},\"gmdnTerms\":null,"
    "\"premarketSubmissions\":{\"premarketSubmission\":[{\"submissionNumber\":\"P910023\","
    "\"supplementNumber\":\"014\"},"
    "{\"submissionNumber\":\"P910023\",\"supplementNumber\":null}, {\"submissionNumber\":null}]},"
    "\"deviceCombinationProduct\":\"true\"}\n";

static const char as_xml[] =
    "<gudid><header><device>not one</device></header>"
    "<device xmlns='http://www.fda.gov/cdrh/gudid' deviceid='1'><deviceId>1</deviceId><brandName> Pump "
    "</brandName>"
    "<companyName>Firm</companyName><versionModelNumber>M1</versionModelNumber><identifiers><identifier>"
    "<deviceId>1</deviceId><deviceIdType>Primary</deviceIdType></identifier></identifiers><productCodes>"
    "<fdaProductCode><productCode>FRN</productCode><productCodeName>Pump, "
    "Infusion</productCodeName></fdaProductCode>"
    "</productCodes><gmdnTerms><gmdn><gmdnPTName>Infusion pump</gmdnPTName></gmdn></gmdnTerms>"
    "<premarketSubmissions xmlns=''><premarketSubmission><submissionNumber>K210001</submissionNumber>"
    "<supplementNumber>000</supplementNumber></premarketSubmission></premarketSubmissions>"
    "<contacts><customerContact><phone>1</phone></customerContact></contacts>"
    "<deviceCombinationProduct>false</deviceCombinationProduct></device>"
    "<device><brandName>Lead</brandName><companyName>Firm</companyName><versionModelNumber>M2</"
    "versionModelNumber>"
    "<identifiers><identifier><deviceId>9</deviceId><deviceIdType>Package</deviceIdType></"
    "identifier><identifier>"
    "<deviceId>2</deviceId><deviceIdType>Primary</deviceIdType></identifier></"
    "identifiers><productCodes><fdaProductCode>"
    "<productCode>AAA</productCode><productCodeName>A</productCodeName></fdaProductCode><fdaProductCode>"
    "<productCode>BBB</productCode><productCodeName>B</productCodeName></fdaProductCode></productCodes>"
    "<deviceId>2</deviceId><premarketSubmissions><premarketSubmission><submissionNumber>P910023</"
    "submissionNumber>"
    "<supplementNumber>014</supplementNumber></premarketSubmission><premarketSubmission>"
    "<submissionNumber>P910023</submissionNumber><supplementNumber/></"
    "premarketSubmission><premarketSubmission/>"
    "</premarketSubmissions><deviceCombinationProduct>true</deviceCombinationProduct></device></gudid>";

static void both_forms_give_the_same(void **state)
{
	const char *const documents[] = { as_json, as_xml };

	for (size_t i = 0; i < COUNT(documents); i++) {
		SCOPED_INPUT *in = input_open_memory(STR("gudid"), str_of(documents[i]));
		SCOPED_BUF out = buf_new(10000);
		struct err e = { 0 };

		CASE(i ? "XML" : "JSON");
		assert_true(gudid_read(in, (struct gudid_sink){ &out, dump, note_bad }, &e));
		buf_byte(&out, '\0');
		assert_string_equal(buf_str(&out).ptr, expected);
	}
	(void)state;
}

static void one_bad_record_is_passed_over_and_a_broken_document_is_not(void **state)
{
	static const struct {
		const char *text, *rows, *error;
	} cases[] = {
		{ "{\"deviceId\":\"1\"}\n{\"deviceId\":\"\\ud800\"}\n{\"deviceId\":\"3\"}\n",
		    "1  by  model , |;bad gudid:2: [1].deviceId: half a surrogate pair in a text;3  by  "
		    "model , |;",
		    NULL },
		{ "{\"deviceId\":\"1\"}\n{\"deviceId\":\n", NULL, "gudid:" },
		{ "hello", "", "gudid: expected GUDID records as XML, or as JSON a record a line" },
		{ "<data><device></data>", "", "gudid:1:" },
		{ "<data/>", "", NULL },
		{ "\xef\xbb\xbf{\"deviceId\":\"1\"}", "1  by  model , |;", NULL },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_INPUT *in = input_open_memory(STR("gudid"), str_of(cases[i].text));
		SCOPED_BUF out = buf_new(10000);
		struct err e = { 0 };

		CASE(cases[i].text);
		assert_int_equal(
		    gudid_read(in, (struct gudid_sink){ &out, dump, note_bad }, &e), !cases[i].error);
		if (cases[i].error)
			assert_memory_equal(e.text, cases[i].error, strlen(cases[i].error));
		buf_byte(&out, '\0');
		if (cases[i].rows)
			assert_string_equal(buf_str(&out).ptr, cases[i].rows);
	}
	(void)state;
}

static bool count_device(void *ctx, const struct gudid_device *d, struct err *e)
{
	size_t *counts = ctx;

	(void)e;
	counts[0]++;
	counts[1] += d->di.len > 0 && d->brand.len > 0 && d->company.len > 0 && d->identifier_count > 0;
	return true;
}

static void count_bad(void *ctx, const struct err *why)
{
	(void)why;
	((size_t *)ctx)[2]++;
}

static bool read_input(void *ctx, struct input *in, struct err *e)
{
	return gudid_read(in, (struct gudid_sink){ ctx, count_device, count_bad }, e);
}

/* The records that FDA published are read, all of them. */
static void real_records_are_read(void **state)
{
	static const struct {
		const char *file;
		size_t records;
	} files[] = { { "devices/gudid/gudid-50k.jsonl.zst", 37510 },
		{ "devices/gudid/gudid-sample.xml", 93 } };

	(void)state;
	for (size_t i = 0; i < COUNT(files); i++) {
		const char *path = check_data(files[i].file);
		size_t counts[3] = { 0 };
		struct err e = { 0 };

		if (!path)
			skip();
		CASE(files[i].file);
		assert_true(unpack_path(path, (struct unpack_sink){ counts, read_input }, &e));
		assert_int_equal(counts[0], files[i].records);
		assert_int_equal(counts[2], 0);
		assert_int_equal(counts[1], files[i].records);
	}
}

TESTS(cmocka_unit_test(both_forms_give_the_same),
    cmocka_unit_test(one_bad_record_is_passed_over_and_a_broken_document_is_not),
    cmocka_unit_test(real_records_are_read))
