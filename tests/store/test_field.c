/* Devices with all that is stated of them, and where their units went. */
#include "store/store_folder.h"

#include "store/change.h"
#include "store/consignees.h"
#include "store/devices.h"
#include "store/lots.h"

/* Every field with a text of its own, so that no two columns are mixed up. */
static void every_field_and_list_comes_back(void **state)
{
	SCOPED_ARENA arena = { 0 };
	struct device_profile p = { .device.name = STR("Pump") }, read;
	SCOPED_DB *db = NULL;
	struct err e = { 0 };
	int64_t id;

	(void)state;
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &db, &e));
	for (const struct device_field *f = device_fields; f->name; f++)
		device_field_put(&p.device, f, arena_printf(&arena, "text of %s", f->name));
	for (enum device_list list = 0; list < DEVICE_LIST_COUNT; list++) {
		struct device_numbers *n = &p.lists[list];

		n->items = arena_alloc(&arena, 2, sizeof(*n->items));
		n->items[n->count++] = arena_printf(&arena, "z first %s", device_list_name(list));
		n->items[n->count++] = arena_printf(&arena, "a second %s", device_list_name(list));
	}
	assert_true(device_add(db, &p, &id, &e));
	for (int again = 0; again < 2; again++) { /* as added, then as set */
		assert_true(device_profile_get(db, STR("Pump"), &arena, &read, &e));
		for (const struct device_field *f = device_fields; f->name; f++) {
			CASE(f->name);
			assert_true(
			    str_eq(device_field_text(&read.device, f), device_field_text(&p.device, f)));
		}
		for (enum device_list list = 0; list < DEVICE_LIST_COUNT; list++) {
			CASE(device_list_name(list));
			assert_int_equal(read.lists[list].count, 2);
			for (size_t i = 0; i < 2; i++)
				assert_true(str_eq(read.lists[list].items[i], p.lists[list].items[i]));
		}
		assert_true(str_eq(read.device.udi_di, p.lists[DEVICE_UDI_DI].items[0]));
		assert_true(str_eq(read.device.product_code, p.lists[DEVICE_PRODUCT_CODE].items[0]));
		p.device.id = id;
		for (const struct device_field *f = device_fields; f->name; f++)
			device_field_put(&p.device, f, arena_printf(&arena, "other %s", f->name));
		assert_true(device_set(db, &p, &e));
	}
	assert_true(device_get(db, p.lists[DEVICE_UDI_DI].items[1], &arena, &read.device, &e));
	assert_int_equal(read.device.id, id);
}

static void a_second_device_of_one_udi_is_refused(void **state)
{
	struct str udi = STR("09521000000018");
	struct device_profile a = { .device.name = STR("A") }, b = { .device.name = STR("B") };
	SCOPED_DB *db = NULL;
	struct err e = { 0 };
	int64_t id;

	(void)state;
	a.lists[DEVICE_UDI_DI] = b.lists[DEVICE_UDI_DI] = (struct device_numbers){ &udi, 1 };
	a.lists[DEVICE_MODEL_NUMBER] = b.lists[DEVICE_MODEL_NUMBER] = (struct device_numbers){ &udi, 1 };
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &db, &e));
	assert_true(device_add(db, &a, &id, &e));
	assert_false(device_add(db, &b, &id, &e));
}

/* A store of before: columns and facts become fields, UDI-DI and product code lists. */
static void devices_of_an_older_store_keep_what_was_stated(void **state)
{
	static const struct {
		const char *field, *text;
	} kept[] = { { "common_name", "pump" }, { "class", "II" }, { "pathway", "510k" },
		{ "support", "limited" }, { "marketed", "yes" }, { "cyber_device", "no" },
		{ "combination_product", "" }, { "approved_on", "2021-03-09" },
		{ "expected_life_years", "10" }, { "last_distributed_on", "2025-01-01" } };
	SCOPED_ARENA arena = { 0 };
	struct device_profile read;
	char message[256];
	SCOPED_DB *db = NULL;
	struct err e = { 0 };
	int before = 0;

	(void)state;
	while (strcmp(schema_steps[before].name, "field") != 0) {
		run_sql(in_folder("a.db"), schema_steps[before].sqlite, message, sizeof(message));
		assert_string_equal(message, "");
		before++;
	}
	snprintf(message, sizeof(message), "PRAGMA user_version = %d", before);
	run_sql(in_folder("a.db"), message, message, sizeof(message));
	run_sql(in_folder("a.db"),
	    "INSERT INTO device (id, name, common_name, device_class, pathway, product_code, udi_di, "
	    "support, facts)"
	    " VALUES (7, 'Pump', 'pump', 'II', '510k', 'FRN', '09521000000018', 'limited',"
	    " '{\"marketed\":true,\"cyber_device\":false,\"approved_on\":\"2021-03-09\",\"expected_life_"
	    "years\":10,"
	    "\"last_distributed_on\":\"2025-01-01\"}'), (8, 'Other', NULL, NULL, NULL, NULL, NULL, NULL, "
	    "'{}')",
	    message, sizeof(message));
	assert_string_equal(message, "");
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &db, &e));
	assert_true(device_profile_get(db, STR("09521000000018"), &arena, &read, &e));
	assert_int_equal(read.device.id, 7);
	for (size_t i = 0; i < COUNT(kept); i++)
		for (const struct device_field *f = device_fields; f->name; f++)
			if (strcmp(f->name, kept[i].field) == 0) {
				CASE(f->name);
				assert_string_equal(
				    arena_text(&arena, device_field_text(&read.device, f)), kept[i].text);
			}
	assert_true(str_eq(read.device.product_code, STR("FRN")));
	assert_true(device_profile_get(db, STR("Other"), &arena, &read, &e));
	assert_int_equal(read.device.id, 8);
	assert_int_equal(read.lists[DEVICE_UDI_DI].count, 0);
}

static void a_shipment_is_found_by_what_it_is_known_by(void **state)
{
	struct shipment s = {
		.consignee_id = 1, .device_id = 1, .release_id = 3, .shipped_on = DATE_NONE, .quantity = 2
	};
	struct shipment other, found;
	SCOPED_ARENA arena = { 0 };
	struct shipment_counts counts;
	SCOPED_DB *db = NULL;
	struct err e = { 0 };
	struct date newest;
	int64_t id;

	(void)state;
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &db, &e));
	assert_true(shipment_add(db, &s, &id, &e));
	assert_true(shipment_find(db, &s, &arena, &found, &e));
	assert_int_equal(found.id, id);
	assert_int_equal(found.release_id, 3);
	other = s;
	other.release_id = 4;
	assert_true(shipment_find(db, &other, &arena, &found, &e));
	assert_int_equal(found.id, 0);
	assert_true(shipment_newest(db, 1, date_of(2026, 1, 1), &newest, &e));
	assert_false(date_is_known(newest));
	other.lot = STR("L1");
	other.shipped_on = date_of(2025, 5, 6);
	assert_true(shipment_add(db, &other, &id, &e));
	other.release_id = 0;
	assert_true(shipment_find(db, &other, &arena, &found, &e));
	assert_int_equal(found.id, id);
	assert_false(shipment_add(db, &other, &id, &e)); /* the store itself refuses it */
	other.reference = STR("D-1");
	other.shipped_on = date_of(2025, 7, 8);
	assert_true(shipment_add(db, &other, &id, &e));
	other.device_id = 9;
	assert_true(shipment_find(db, &other, &arena, &found, &e));
	assert_int_equal(found.id, id);
	assert_int_equal(found.shipped_on.days, date_of(2025, 7, 8).days);
	assert_true(shipment_newest(db, 1, date_of(2026, 1, 1), &newest, &e));
	assert_int_equal(newest.days, date_of(2025, 7, 8).days);
	assert_true(shipment_newest(db, 1, date_of(2025, 7, 7), &newest, &e));
	assert_int_equal(newest.days, date_of(2025, 5, 6).days);
	assert_true(shipment_counts(db, 1, &counts, &e));
	assert_int_equal(counts.consignees, 1);
	assert_int_equal(counts.units, 6);
}

static void lots_come_back_and_move(void **state)
{
	struct lot l = { .release_id = 5,
		.lot = STR("L"),
		.serial_from = STR("S1"),
		.serial_to = STR("S9"),
		.model_number = STR("M"),
		.manufactured_on = date_of(2025, 1, 2),
		.expires_on = DATE_NONE,
		.quantity = 9 };
	SCOPED_ARENA arena = { 0 };
	struct lot *lots;
	SCOPED_DB *db = NULL;
	struct err e = { 0 };
	size_t count;

	(void)state;
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &db, &e));
	assert_true(lot_add(db, &l, &l.id, &e));
	assert_true(lots_of_release(db, 5, &arena, &lots, &count, &e));
	assert_int_equal(count, 1);
	assert_int_equal(lots[0].quantity, 9);
	assert_int_equal(lots[0].manufactured_on.days, l.manufactured_on.days);
	assert_false(date_is_known(lots[0].expires_on));
	assert_true(str_eq(lots[0].serial_to, STR("S9")));
	l.release_id = 6;
	l.quantity = -1;
	assert_true(lot_set(db, &l, &e));
	assert_true(lots_of_release(db, 5, &arena, &lots, &count, &e));
	assert_int_equal(count, 0);
	assert_true(lots_of_release(db, 6, &arena, &lots, &count, &e));
	assert_int_equal(lots[0].quantity, -1);
}

/* Units are with consignees as a shipment says, or, where it says only a lot, as the one release says that
 * has it. */
static void units_with_consignees_follow_from_lots(void **state)
{
	struct device_profile device = { .device.name = STR("D") };
	struct release releases[2] = { { .version = STR("1"), .units = -1, .released_on = DATE_NONE },
		{ .version = STR("2"), .units = -1, .released_on = DATE_NONE } };
	struct shipment s = { .consignee_id = 1, .shipped_on = DATE_NONE, .returned = 1 };
	struct lot lots[] = { { .lot = STR("A"), .manufactured_on = DATE_NONE, .expires_on = DATE_NONE },
		{ .lot = STR("B"), .manufactured_on = DATE_NONE, .expires_on = DATE_NONE },
		{ .lot = STR("B"),
		    .manufactured_on = DATE_NONE,
		    .expires_on = DATE_NONE,
		    .serial_from = STR("5") } };
	static const char *const sent_lots[] = { "A", "B", "C", "" };
	struct release_units *units;
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct err e = { 0 };
	int64_t id;

	(void)state;
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &db, &e));
	assert_true(device_add(db, &device, &s.device_id, &e));
	for (int i = 0; i < 2; i++) {
		releases[i].device_id = s.device_id;
		assert_true(release_add(db, &releases[i], &releases[i].id, &e));
	}
	for (size_t i = 0; i < COUNT(lots); i++) {
		lots[i].release_id = releases[i % 2].id; /* B is of both */
		assert_true(lot_add(db, &lots[i], &id, &e));
	}
	for (size_t i = 0; i < COUNT(sent_lots); i++) {
		s.lot = str_of(sent_lots[i]);
		s.quantity = 11 + (int64_t)i * 100;
		assert_true(shipment_add(db, &s, &id, &e));
	}
	s.release_id = releases[0].id;
	s.lot = STR("B");
	s.serial_from = STR("7");
	s.quantity = 1001;
	assert_true(shipment_add(db, &s, &id, &e));
	assert_true(release_units(db, releases, 2, &arena, &units, &e));
	assert_int_equal(units[0].held, 10 + 1000);
	assert_int_equal(units[1].held, -1);
}

TESTS(IN_FOLDER(every_field_and_list_comes_back), IN_FOLDER(a_second_device_of_one_udi_is_refused),
    IN_FOLDER(devices_of_an_older_store_keep_what_was_stated),
    IN_FOLDER(a_shipment_is_found_by_what_it_is_known_by), IN_FOLDER(lots_come_back_and_move),
    IN_FOLDER(units_with_consignees_follow_from_lots))
