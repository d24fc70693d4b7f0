/* Pages of findings: every finding is on one of them, whatever their size, and only once. */
#include "actions/small_fleet.h"

#include "actions/feeds/import_feed.h"
#include "actions/findings/finding_page.h"

#define DEVICES 3
#define RECORDS 4
#define PARTS 200

static void import_records(struct db *db, int count)
{
	struct import_report report;
	struct err e = { 0 };

	for (int i = 0; i < count; i++) {
		const char *path = write_record(1000 + i, "a:v:part", 1 + i);

		assert_true(import_feeds(db, &path, 1, somebody(), (struct import_talk){ 0 }, &report, &e));
	}
}

/* What is on a page, and how often anything was on any. */
struct seen {
	size_t rows, times[DEVICES][RECORDS];
};

static bool count_row(
    void *ctx, const struct component *components, const struct scan_row *row, struct err *e)
{
	struct seen *seen = ctx;
	int device = row->device.ptr[row->device.len - 1] - '0';
	int record = row->vulnerability.ptr[row->vulnerability.len - 1] - '0';

	(void)components, (void)e;
	seen->rows++;
	seen->times[device][record]++;
	return true;
}

static void see_all(struct db *db, size_t limit, int records)
{
	SCOPED_ARENA arena = { 0 };
	struct seen seen = { 0 };
	struct finding_page page = { .limit = limit };
	struct str next = STR("");
	struct err e = { 0 };

	for (size_t pages = 0; next.ptr; pages++) {
		assert_true(pages * limit < (size_t)DEVICES * RECORDS);
		page.cursor = next;
		seen.rows = 0;
		assert_true(
		    finding_page(db, &page, (struct finding_sink){ &seen, count_row }, &arena, &next, &e));
		assert_true(seen.rows <= limit);
	}
	for (int i = 0; i < DEVICES; i++)
		for (int r = 0; r < RECORDS; r++)
			assert_int_equal(seen.times[i][r], r < records);
}

/* The devices have the same component, so that their rows differ in nothing but the device. */
static void each_finding_is_on_one_page(void **state)
{
	SCOPED_DB *db = NULL;
	struct err e = { 0 };

	(void)state;
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &db, &e));
	add_devices(db, 0, DEVICES, "a:v:part", "1.0");
	for (int records = 1; records <= RECORDS; records++) {
		import_records(db, records);
		for (size_t limit = 1; limit <= DEVICES * RECORDS + 1; limit++)
			see_all(db, limit, records);
	}
}

/* However many releases stand before it that cannot have the vulnerability: an empty page would look like
 * safety. */
static void what_is_asked_for_is_on_the_first_page(void **state)
{
	SCOPED_ARENA arena = { 0 };
	struct seen seen = { 0 };
	struct finding_page page = { .query.vulnerability = STR("CVE-2024-1000"), .limit = 10 };
	SCOPED_DB *db = NULL;
	struct err e = { 0 };
	struct str next;

	(void)state;
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &db, &e));
	add_devices(db, 1000, FINDING_PAGE_RELEASES + 10, "a:v:other", "1.0");
	add_devices(db, 9000, 1, "a:v:part", "1.0");
	import_records(db, 1);
	assert_true(finding_page(db, &page, (struct finding_sink){ &seen, count_row }, &arena, &next, &e));
	assert_int_equal(seen.rows, 1);
	assert_null(next.ptr);
}

static void add_large(struct db *db)
{
	struct change_by who = somebody();
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;
	struct identity identities[PARTS];
	struct component parts[PARTS];
	struct match_run run;
	struct err e = { 0 };
	bool done;

	for (int i = 0; i < PARTS; i++)
		parts[i] = a_component("a:v:part", arena_printf(&arena, "1.%03d", i), &identities[i]);
	assert_true(change_open(db, &who, &change, &e));
	add_device(db, STR("Large"), parts, PARTS);
	assert_true(change_note(change, "test", STR("large"), STR_NONE, STR_NONE, &e));
	assert_true(change_close(&change, &e));
	assert_true(rematch(db, true, somebody(), &done, &run, &e));
	import_records(db, RECORDS);
}

static bool pass_over(
    void *ctx, const struct component *components, const struct scan_row *row, struct err *e)
{
	(void)ctx, (void)components, (void)row, (void)e;
	return true;
}

/* What one page costs in rows, and where the next begins. */
static uint64_t page_work(struct db *db, struct finding_page *page, struct arena *arena)
{
	uint64_t before = db_work(db).rows;
	struct err e = { 0 };

	assert_true(
	    finding_page(db, page, (struct finding_sink){ NULL, pass_over }, arena, &page->cursor, &e));
	return db_work(db).rows - before;
}

static void a_page_far_behind_costs_what_the_first_does(void **state)
{
	SCOPED_ARENA arena = { 0 };
	struct finding_page page = { .limit = 8 };
	uint64_t first, last = 0;
	SCOPED_DB *db = NULL;
	struct err e = { 0 };
	int pages = 1;

	(void)state;
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &db, &e));
	add_large(db);
	for (first = page_work(db, &page, &arena); page.cursor.ptr; pages++)
		last = page_work(db, &page, &arena);
	assert_int_equal(pages, PARTS * RECORDS / 8);
	assert_true(last <= first + first / 2);
}

TESTS(IN_FOLDER(each_finding_is_on_one_page), IN_FOLDER(what_is_asked_for_is_on_the_first_page),
    IN_FOLDER(a_page_far_behind_costs_what_the_first_does))
