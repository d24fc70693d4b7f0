#include "check.h"

#include "base/buf.h"
#include "base/time_zone.h"

static void add_big_endian(struct buf *b, uint64_t n, int bytes)
{
	while (bytes-- > 0)
		buf_byte(b, (char)(n >> (bytes * 8) & 0xff));
}

static void add_header(struct buf *b, char version, uint32_t leaps, uint32_t times, uint32_t types)
{
	buf_add(b, STR("TZif"));
	buf_byte(b, version);
	for (int i = 0; i < 15; i++)
		buf_byte(b, '\0');
	add_big_endian(b, 0, 4);
	add_big_endian(b, 0, 4);
	add_big_endian(b, leaps, 4);
	add_big_endian(b, times, 4);
	add_big_endian(b, types, 4);
	add_big_endian(b, 1, 4);
}

static void add_type(struct buf *b, int32_t offset)
{
	add_big_endian(b, (uint32_t)offset, 4);
	buf_byte(b, '\0');
	buf_byte(b, '\0');
}

/* A zone of one transition: before from the offset is first, then second; then a POSIX rule, NULL for none.
 */
static void build(struct buf *b, int64_t from, int32_t first, int32_t second, const char *rule)
{
	add_header(b, '2', 0, 0, 1);
	add_type(b, 0);
	buf_byte(b, '\0');
	add_header(b, '2', 0, 1, 2);
	add_big_endian(b, (uint64_t)from, 8);
	buf_byte(b, '\1');
	add_type(b, first);
	add_type(b, second);
	buf_byte(b, '\0');
	buf_printf(b, "\n%s\n", rule ? rule : "");
}

static struct instant at(const char *text)
{
	struct instant t;
	struct err e;

	assert_true(instant_parse(str_of(text), false, &t, &e));
	return t;
}

static void rules_hold_behind_the_last_transition(void **state)
{
	static const struct {
		const char *rule, *instant;
		int32_t offset;
	} cases[] = {
		{ "EST5EDT,M3.2.0,M11.1.0", "2090-03-12T06:59:59Z", -18000 },
		{ "EST5EDT,M3.2.0,M11.1.0", "2090-03-12T07:00:00Z", -14400 },
		{ "EST5EDT,M3.2.0,M11.1.0", "2090-11-05T05:59:59Z", -14400 },
		{ "EST5EDT,M3.2.0,M11.1.0", "2090-11-05T06:00:00Z", -18000 },
		{ "AEST-10AEDT,M10.1.0,M4.1.0/3", "2090-01-01T00:00:00Z",
		    39600 }, /* summer over the new year */
		{ "AEST-10AEDT,M10.1.0,M4.1.0/3", "2090-07-01T00:00:00Z", 36000 },
		{ "IST-1GMT0,M10.5.0,M3.5.0/1", "2090-01-01T00:00:00Z", 0 }, /* Dublin's winter time */
		{ "IST-1GMT0,M10.5.0,M3.5.0/1", "2090-07-01T00:00:00Z", 3600 },
		{ "<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2090-03-26T00:59:59Z", -7200 }, /* the evening before */
		{ "<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2090-03-26T01:00:00Z", -3600 },
		{ "EET-2EEST,M3.4.4/50,M10.4.4/50", "2090-03-24T23:59:59Z",
		    7200 }, /* 50 hours behind midnight */
		{ "EET-2EEST,M3.4.4/50,M10.4.4/50", "2090-03-25T00:00:00Z", 10800 },
		{ "<+0330>-3:30", "2090-03-25T00:00:00Z", 12600 },
		{ "XXX3YYY,J60/0,J300/0", "2088-03-01T02:59:59Z",
		    -10800 }, /* J60 is 1 March in leap years too */
		{ "XXX3YYY,J60/0,J300/0", "2088-03-01T03:00:00Z", -7200 },
		{ "XXX3YYY,59/0,300/0", "2088-02-29T03:00:00Z", -7200 },    /* 59 counts the leap day */
		{ "XXX3EDT4,0/0,J365/23", "2088-12-31T23:00:00Z", -14400 }, /* summer all year */
		{ "XXX3EDT4,0/0,J365/23", "2089-01-01T03:00:00Z", -14400 },
		{ "", "2090-03-25T00:00:00Z", 3600 },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		SCOPED_BUF bytes = buf_new(1000);
		struct time_zone z;
		struct err e = { 0 };

		CASE(cases[i].instant);
		build(&bytes, 0, 0, 3600, cases[i].rule);
		assert_true(time_zone_parse(STR("Test/Zone"), buf_str(&bytes), &arena, &z, &e));
		assert_int_equal(time_zone_offset(&z, at(cases[i].instant)), cases[i].offset);
	}
	(void)state;
}

static void a_transition_begins_with_its_second(void **state)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_BUF bytes = buf_new(1000);
	struct time_zone z;
	struct err e = { 0 };

	build(&bytes, 1000, -3600, 7200, NULL);
	assert_true(time_zone_parse(STR("Test/Zone"), buf_str(&bytes), &arena, &z, &e));
	assert_int_equal(time_zone_offset(&z, (struct instant){ INT64_C(999999999) }), -3600);
	assert_int_equal(time_zone_offset(&z, (struct instant){ INT64_C(1000000000) }), 7200);
	assert_int_equal(time_zone_offset(&z, (struct instant){ INT64_MIN + 1 }), -3600);
	(void)state;
}

static void version_1_has_32_bit_times(void **state)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_BUF bytes = buf_new(1000);
	struct time_zone z;
	struct err e = { 0 };

	add_header(&bytes, '\0', 0, 1, 2);
	add_big_endian(&bytes, 0xfffffff6, 4); /* ten seconds before 1970 */
	buf_byte(&bytes, '\1');
	add_type(&bytes, 60);
	add_type(&bytes, 120);
	buf_byte(&bytes, '\0');
	assert_true(time_zone_parse(STR("Test/Zone"), buf_str(&bytes), &arena, &z, &e));
	assert_int_equal(time_zone_offset(&z, at("1969-12-31T23:59:49Z")), 60);
	assert_int_equal(time_zone_offset(&z, at("1969-12-31T23:59:50Z")), 120);
	(void)state;
}

static void every_shorter_file_is_refused(void **state)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_BUF bytes = buf_new(1000);
	struct str whole;

	build(&bytes, 0, 0, 3600, "EST5EDT,M3.2.0,M11.1.0");
	whole = buf_str(&bytes);
	for (size_t len = 0; len < whole.len; len++) {
		struct time_zone z;
		struct err e = { 0 };
		struct str part = arena_copy(&arena, str_first(whole, len));

		if (time_zone_parse(STR("Test/Zone"), part, &arena, &z, &e))
			fail_msg("%zu bytes are taken", len);
		assert_true(str_starts(str_of(e.text), STR("time zone \"Test/Zone\"")));
	}
	(void)state;
}

static void bad_rules_are_refused(void **state)
{
	static const char *const rules[] = { "E5", "EST", "EST5EDT", "EST5EDT,M3.2.0",
		"EST5EDT,M13.2.0,M11.1.0", "EST5EDT,M3.6.0,M11.1.0", "EST5EDT,M3.2.7,M11.1.0",
		"EST5EDT,J0,J365", "EST5EDT,0,366", "EST5EDT,M3.2.0/168,M11.1.0", "EST26", "<EST5",
		"EST5EDT,M3.2.0,M11.1.0x", "EST5:60" };

	for (size_t i = 0; i < COUNT(rules); i++) {
		SCOPED_ARENA arena = { 0 };
		SCOPED_BUF bytes = buf_new(1000);
		struct time_zone z;
		struct err e = { 0 };

		CASE(rules[i]);
		build(&bytes, 0, 0, 3600, rules[i]);
		assert_false(time_zone_parse(STR("Test/Zone"), buf_str(&bytes), &arena, &z, &e));
		assert_string_equal(e.text, "time zone \"Test/Zone\": the rule at its end cannot be read");
	}
	(void)state;
}

static void broken_data_is_refused(void **state)
{
	static const struct {
		uint32_t leaps, times, types;
		const char *why;
	} cases[] = {
		{ 0, 0, 0, "is not a compiled time zone (TZif)" },
		{ 0, 0, 257, "is not a compiled time zone (TZif)" },
		{ 0, 0xffffffff, 1, "is not a compiled time zone (TZif)" },
		{ 1, 0, 1, "counts leap seconds; take the zone of the same name without \"right/\"" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		SCOPED_BUF bytes = buf_new(4000);
		struct time_zone z;
		struct err e = { 0 };

		CASE(cases[i].why);
		add_header(&bytes, '\0', cases[i].leaps, cases[i].times, cases[i].types);
		for (int j = 0; j < 3000; j++)
			buf_byte(&bytes, '\0');
		assert_false(time_zone_parse(STR("Z"), buf_str(&bytes), &arena, &z, &e));
		assert_non_null(strstr(e.text, cases[i].why));
	}
	(void)state;
}

static void utc_needs_no_file(void **state)
{
	struct time_zone z = time_zone_utc();

	assert_int_equal(time_zone_offset(&z, at("2026-07-01T00:00:00Z")), 0);
	assert_int_equal(time_zone_date(&z, at("2026-07-01T01:00:00+02:00")).days, date_of(2026, 6, 30).days);
	(void)state;
}

/* Never longer than the date is, and shorter by less than a quarter of an hour. */
static void a_date_holds_until_its_end(void **state)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_BUF bytes = buf_new(4096);
	struct time_zone utc = time_zone_utc(), z;
	struct err e = { 0 };

	(void)state;
	build(&bytes, 0, -3600, 3600, "CET-1CEST,M3.5.0,M10.5.0/3");
	assert_true(time_zone_parse(STR("Test"), buf_str(&bytes), &arena, &z, &e));
	for (struct instant t = at("2026-10-23T00:00:01Z"); t.us < at("2026-10-27T00:00:00Z").us;
	     t.us += 1777777777) {
		const struct time_zone *zones[] = { &utc, &z };

		for (size_t i = 0; i < COUNT(zones); i++) {
			struct instant until = time_zone_date_until(zones[i], t);
			struct instant behind = { until.us + DAY_US / 96 };

			assert_true(until.us >= t.us);
			assert_int_equal(
			    time_zone_date(zones[i], until).days, time_zone_date(zones[i], t).days);
			assert_true(time_zone_date(zones[i], behind).days > time_zone_date(zones[i], t).days);
		}
	}
}

TESTS(cmocka_unit_test(rules_hold_behind_the_last_transition),
    cmocka_unit_test(a_transition_begins_with_its_second), cmocka_unit_test(version_1_has_32_bit_times),
    cmocka_unit_test(every_shorter_file_is_refused), cmocka_unit_test(bad_rules_are_refused),
    cmocka_unit_test(broken_data_is_refused), cmocka_unit_test(utc_needs_no_file),
    cmocka_unit_test(a_date_holds_until_its_end))
