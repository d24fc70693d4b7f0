/* What a question and a changed record cost in statements and rows: it follows from what they touch, and not
 * from how large the fleet or the feed is. */
#include "actions/small_fleet.h"

#include "actions/feeds/import_feed.h"
#include "actions/matching/scan.h"
#include "actions/matching/where.h"

static struct db_work import(struct db *db, int number, const char *package, int day)
{
	const char *path = write_record(number, package, day);
	struct db_work before = db_work(db), after;
	struct import_report report;
	struct err e = { 0 };

	assert_true(import_feeds(db, &path, 1, somebody(), (struct import_talk){ 0 }, &report, &e));
	after = db_work(db);
	return (struct db_work){ after.uses - before.uses, after.rows - before.rows };
}

static struct db_work ask(struct db *db, const char *query, size_t expected)
{
	struct db_work before = db_work(db), after;
	SCOPED_ARENA arena = { 0 };
	struct where found;
	struct err e = { 0 };

	if (!where_is(db, str_of(query), DATE_NONE, &arena, &found, &e))
		printf("# %s\n", e.text);
	assert_string_equal(e.text, "");
	assert_int_equal(found.count, expected);
	after = db_work(db);
	return (struct db_work){ after.uses - before.uses, after.rows - before.rows };
}

/* One may be a look-up in 20 more than the other. */
static void same_work(struct db_work a, struct db_work b)
{
	uint64_t left = a.uses + a.rows, right = b.uses + b.rows;

	assert_true(left * 100 <= right * 105 && right * 100 <= left * 105);
}

static void work_follows_what_is_touched_and_not_the_fleet(void **state)
{
	static const char *const queries[] = { "CVE-2024-1001", "cpe:2.3:a:v:few:*:*:*:*:*:*:*:*",
		"a:v:few" };
	struct db_work small[COUNT(queries)], changed;
	SCOPED_DB *db = NULL;
	struct err e = { 0 };

	(void)state;
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &db, &e));
	add_devices(db, 0, 3, "a:v:few", NULL);
	add_devices(db, 3, 5, "a:v:many", NULL);
	import(db, 1001, "a:v:few", 1);
	import(db, 1002, "a:v:many", 1);
	changed = import(db, 1001, "a:v:few", 2);
	for (size_t i = 0; i < COUNT(queries); i++)
		small[i] = ask(db, queries[i], 3);
	add_devices(db, 8, 800, "a:v:many", NULL);
	same_work(import(db, 1001, "a:v:few", 3), changed);
	for (size_t i = 0; i < COUNT(queries); i++) {
		CASE(queries[i]);
		same_work(ask(db, queries[i], 3), small[i]);
	}
	ask(db, "CVE-2024-1002", 805);
}

/* Records 2000 to 2999, each about a package of its own. */
static void import_others(struct db *db)
{
	SCOPED_BUF text = buf_new(1024 * 1024);
	const char *path;
	struct import_report report;
	struct err e = { 0 };

	buf_printf(&text,
	    "{\"resultsPerPage\":1000,\"format\":\"NVD_CVE\",\"version\":\"2.0\",\"vulnerabilities\":[");
	for (int i = 2000; i < 3000; i++)
		buf_printf(&text,
		    "%s{\"cve\":{\"id\":\"CVE-2024-%d\",\"published\":\"2024-01-01T00:00:00.000\","
		    "\"lastModified\":\"2024-02-01T00:00:00.000\",\"vulnStatus\":\"Analyzed\","
		    "\"configurations\":["
		    "{\"nodes\":[{\"operator\":\"OR\",\"negate\":false,\"cpeMatch\":[{\"vulnerable\":true,"
		    "\"criteria\":\"cpe:2.3:a:v:other%d:*:*:*:*:*:*:*:*\",\"versionEndExcluding\":\"9.0\"}]}]"
		    "}]}}",
		    i > 2000 ? "," : "", i, i);
	buf_printf(&text, "]}");
	path = write_file("others.json", buf_str(&text));
	assert_true(import_feeds(db, &path, 1, somebody(), (struct import_talk){ 0 }, &report, &e));
	assert_int_equal(report.records[PUT_NEW], 1000);
}

static void work_follows_what_is_touched_and_not_the_feed(void **state)
{
	SCOPED_DB *db = NULL;
	struct db_work changed, asked;
	struct err e = { 0 };

	(void)state;
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &db, &e));
	add_devices(db, 0, 3, "a:v:few", NULL);
	add_devices(db, 3, 5, "a:v:other2500", NULL);
	import(db, 1001, "a:v:few", 1);
	changed = import(db, 1001, "a:v:few", 2);
	asked = ask(db, "CVE-2024-1001", 3);
	import_others(db);
	same_work(import(db, 1001, "a:v:few", 3), changed);
	same_work(ask(db, "CVE-2024-1001", 3), asked);
	ask(db, "CVE-2024-2500", 5);
}

static void scores_and_exploits_touch_no_match(void **state)
{
	static const char kev[] =
	    "{\"title\":\"CISA Catalog of Known Exploited "
	    "Vulnerabilities\",\"catalogVersion\":\"1\",\"dateReleased\":\"2024-03-01T00:00:00Z\",\"count\":"
	    "1,"
	    "\"vulnerabilities\":[{\"cveID\":\"CVE-2024-1001\",\"vendorProject\":\"v\",\"product\":\"few\","
	    "\"vulnerabilityName\":\"n\",\"dateAdded\":\"2024-03-01\",\"shortDescription\":\"s\","
	    "\"requiredAction\":\"r\",\"dueDate\":\"2024-04-01\",\"knownRansomwareCampaignUse\":\"Known\","
	    "\"notes\":\"\"}]}";
	const char *path = write_file("kev.json", (struct str){ kev, sizeof(kev) - 1 });
	struct import_report report;
	SCOPED_DB *db = NULL;
	struct err e = { 0 };
	long runs;

	(void)state;
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &db, &e));
	add_devices(db, 0, 3, "a:v:few", NULL);
	import(db, 1001, "a:v:few", 1);
	runs = count_sql(in_folder("a.db"), "SELECT count(*) FROM match_run");
	assert_int_equal(runs, 1);
	assert_true(import_feeds(db, &path, 1, somebody(), (struct import_talk){ 0 }, &report, &e));
	assert_int_equal(report.records[PUT_NEW], 1);
	assert_int_equal(report.matched.id, 0);
	assert_int_equal(count_sql(in_folder("a.db"), "SELECT count(*) FROM match_run"), runs);
}

/* What is left open of a scan would keep its state of the store: behind another's change nothing could be
 * changed on the same connection any more. */
static void a_scan_leaves_nothing_in_use(void **state)
{
	SCOPED_DB *db = NULL, *other = NULL;
	SCOPED_SCANNER *scanner = NULL;
	struct identity identity;
	struct component c = a_component("a:v:few", STR("1.0"), &identity);
	const struct scan_row *row;
	struct err e = { 0 };

	(void)state;
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &db, &e));
	import(db, 1001, "a:v:few", 1);
	assert_true(scan_open(db, &c, 1, NULL, &scanner, &e));
	assert_true(scan_next(scanner, &row, &e));
	assert_non_null(row);
	assert_true(scan_next(scanner, &row, &e));
	assert_null(row);
	scan_close(scanner);
	scanner = NULL;
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &other, &e));
	import(other, 1002, "a:v:many", 1);
	import(db, 1003, "a:v:few", 1);
}

TESTS(IN_FOLDER(a_scan_leaves_nothing_in_use), IN_FOLDER(work_follows_what_is_touched_and_not_the_fleet),
    IN_FOLDER(work_follows_what_is_touched_and_not_the_feed), IN_FOLDER(scores_and_exploits_touch_no_match))
