/* What may be recorded in a casefile, whoever asks. */
#include "store/store_folder.h"

#include "actions/casework/case_record.h"
#include "actions/field/register_device.h"
#include "actions/intake/case_open.h"

static const struct change_by somebody = { { "ra", 2 }, { INT64_C(1782000000000000) }, { "test", 4 },
	{ NULL, 0 }, NULL, 0 };

static struct db *open_store(void)
{
	struct case_opening opening = { .title = STR("Pump"),
		.device = STR("Pump"),
		.vulnerability = STR("CVE-2021-31571"),
		.facts = STR("{\"learned_on\":\"2026-06-10\"}") };
	struct device_profile device = { .device = { .name = STR("Pump") } };
	SCOPED_ARENA arena = { 0 };
	struct case_opened opened;
	struct err e = { 0 };
	struct db *db;
	int64_t id;

	assert_true(db_open(in_folder("a.db"), DB_WRITE, &db, &e));
	assert_true(register_device(db, &device, somebody, &id, &e));
	assert_true(case_open(db, &opening, somebody, &arena, &opened, &e));
	return db;
}

/* A record that no report could show would be in the file for ever. */
static void a_record_is_no_deeper_than_reports_show(void **state)
{
#define TOLD "{\"on\":\"2026-06-12\",\"to\":[\"customers\"]}"
	static const struct {
		const char *facts, *more;
		const char *says; /* NULL: it is kept */
	} cases[] = {
		{ TOLD, "{\"text\":\"told\",\"by\":{\"mail\":true},\"to\":[\"a\"]}", NULL },
		{ TOLD, "{\"by\":{\"mail\":{\"at\":1}}}", "more: " },
		{ TOLD, "{\"to\":[[\"a\"]]}", "more: " },
		{ TOLD, "[]", "more: " },
		{ TOLD, "", "more: " },
		{ "{\"on\":{\"day\":{\"is\":1}}}", "{}", "facts: " },
	};
	SCOPED_DB *db = open_store();

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct err e = { 0 };
		int64_t id;
		bool done = case_record(db, 1, "communication", str_of(cases[i].facts), str_of(cases[i].more),
		    0, somebody, &id, &e);

		CASE(cases[i].more);
		assert_int_equal(done, cases[i].says == NULL);
		if (done)
			continue;
		assert_int_equal(e.code, ERR_INPUT);
		assert_true(str_starts(str_of(e.text), str_of(cases[i].says)));
	}
}

TESTS(IN_FOLDER(a_record_is_no_deeper_than_reports_show))
