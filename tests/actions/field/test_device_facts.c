/* What the register knows of a device, as the rules are told it on a day. */
#include "store/store_folder.h"

#include "actions/field/device_facts.h"
#include "store/consignees.h"

static const struct device pump = { .id = 1,
	.name = { "Pump", 4 },
	.common_name = { "no fact", 7 },
	.pathway = { "pma", 3 },
	.marketed = { "yes", 3 },
	.cyber_device = { "no", 2 },
	.support = { "supported", 9 },
	.end_of_support_on = { "2026-06-30", 10 },
	.expected_life_years = { "10", 2 } };

static void shipped(struct db *db, struct date on)
{
	struct shipment s = { .consignee_id = 1, .device_id = 1, .shipped_on = on, .quantity = 1 };
	struct err e = { 0 };

	assert_true(shipment_add(db, &s, &s.id, &e));
}

static void facts_are_those_of_the_day(void **state)
{
	static const struct {
		const char *today, *stated, *last, *support;
	} rows[] = {
		{ "2025-01-31", "", "", "supported" },
		{ "2025-02-01", "", "2025-02-01", "supported" },
		{ "2025-12-31", "", "2025-02-01", "supported" },
		{ "2026-01-15", "", "2026-01-15", "supported" },
		{ "2026-06-29", "", "2026-01-15", "supported" },
		{ "2026-06-30", "", "2026-01-15", "end_of_support" },
		{ "2026-01-20", "2026-01-19", "2026-01-19", "supported" }, /* the later of the two */
		{ "2026-01-20", "2024-01-01", "2026-01-15", "supported" },
		{ "2025-12-31", "2026-05-01", "2025-02-01", "supported" }, /* stated for a day to come */
		{ "2025-01-01", "2026-05-01", "2026-05-01", "supported" },
	};
	SCOPED_DB *db = NULL;
	struct err e = { 0 };

	(void)state;
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &db, &e));
	shipped(db, date_of(2025, 2, 1));
	shipped(db, date_of(2026, 1, 15));
	shipped(db, DATE_NONE);
	for (size_t i = 0; i < COUNT(rows); i++) {
		SCOPED_ARENA arena = { 0 };
		struct device d = pump;
		struct date today;
		struct str json, last = STR("");

		CASE(rows[i].today);
		d.last_distributed_on = str_of(rows[i].stated);
		assert_true(date_parse(str_of(rows[i].today), &today, &e));
		assert_true(device_facts(db, &d, today, &arena, &json, &e));
		if (*rows[i].last)
			last = arena_printf(&arena, ",\"last_distributed_on\":\"%s\"", rows[i].last);
		assert_string_equal(arena_text(&arena, json),
		    arena_text(&arena, arena_printf(&arena,
					   "{\"pathway\":\"pma\",\"marketed\":true,\"cyber_device\":false,"
					   "\"support\":\"%s\",\"expected_life_years\":10" STR_FMT "}",
					   rows[i].support, STR_ARG(last))));
	}
}

TESTS(IN_FOLDER(facts_are_those_of_the_day))
