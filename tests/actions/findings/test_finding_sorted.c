/* Findings in an order: the pages by the ranking of vulnerabilities have, byte for byte, what sorting all
 * there is gives, whatever has changed before. */
#include "actions/casework/restate_register.h"
#include "actions/small_fleet.h"

#include <stdlib.h>

#include "actions/feeds/import_feed.h"
#include "actions/findings/finding_set.h"
#include "actions/findings/finding_sorted.h"
#include "actions/matching/teach_alias.h"
#include "actions/vex/vex_import.h"
#include "base/vec.h"

#define BYTES_MOST ((size_t)8 << 20)

/* Each change has an instant of its own, as it has in the world. */
static struct change_by at_next_instant(void)
{
	static int64_t us = 1000000;
	struct change_by by = somebody();

	by.at.us = us += 1000000;
	by.why = STR("for the test");
	return by;
}

static void import(struct db *db, const char *file, struct str text)
{
	const char *path = write_file(file, text);
	struct import_report report;
	struct err e = { 0 };

	if (!import_feeds(db, &path, 1, at_next_instant(), (struct import_talk){ 0 }, &report, &e))
		printf("# %s\n", e.text);
	assert_string_equal(e.text, "");
}

/* A record about the package, with a score. */
static void import_record(struct db *db, int number, const char *package, int day, const char *vector)
{
	SCOPED_BUF text = buf_new(8192);

	buf_printf(&text,
	    "{\"resultsPerPage\":1,\"format\":\"NVD_CVE\",\"version\":\"2.0\",\"vulnerabilities\":[{\"cve\":{"
	    "\"id\":\"CVE-2024-%d\",\"published\":\"2024-01-%02dT00:00:00.000\","
	    "\"lastModified\":\"2024-02-%02dT00:00:00.000\",\"vulnStatus\":\"Analyzed\","
	    "\"metrics\":{\"cvssMetricV31\":[{\"source\":\"nvd@nist.gov\",\"type\":\"Primary\",\"cvssData\":{"
	    "\"version\":\"3.1\",\"vectorString\":\"%s\",\"baseScore\":5.0,\"baseSeverity\":\"MEDIUM\"}}]},"
	    "\"configurations\":[{\"nodes\":[{\"operator\":\"OR\",\"negate\":false,\"cpeMatch\":["
	    "{\"vulnerable\":true,\"criteria\":\"cpe:2.3:%s:*:*:*:*:*:*:*:*\",\"versionEndExcluding\":\"9."
	    "0\"}"
	    "]}]}]}}]}",
	    number, number % 28 + 1, day, vector, package);
	import(db, "feed.json", buf_str(&text));
}

static void import_kev(struct db *db, int number)
{
	SCOPED_BUF text = buf_new(4096);

	buf_printf(&text,
	    "{\"title\":\"CISA Catalog of Known Exploited Vulnerabilities\",\"catalogVersion\":\"1\","
	    "\"dateReleased\":\"2024-03-01T00:00:00Z\",\"count\":1,\"vulnerabilities\":[{\"cveID\":\"CVE-"
	    "2024-%d\","
	    "\"vendorProject\":\"v\",\"product\":\"p\",\"vulnerabilityName\":\"n\",\"dateAdded\":\"2024-03-"
	    "01\","
	    "\"shortDescription\":\"s\",\"requiredAction\":\"r\",\"dueDate\":\"2024-04-01\","
	    "\"knownRansomwareCampaignUse\":\"Known\",\"notes\":\"\"}]}",
	    number);
	import(db, "kev.json", buf_str(&text));
}

static void import_epss(struct db *db, int number, const char *score)
{
	SCOPED_BUF text = buf_new(4096);

	buf_printf(&text,
	    "#model_version:v2025.03.14,score_date:2025-04-01T00:00:00+0000\ncve,epss,percentile\n"
	    "CVE-2024-%d,%s,0.9\n",
	    number, score);
	import(db, "epss_scores-2025-04-01.csv", buf_str(&text));
}

/* A supplier says that its product has a vulnerability that no record of a feed gives it. */
static void import_claim(struct db *db, int number, const char *package, const char *version)
{
	SCOPED_BUF text = buf_new(4096);
	SCOPED_ARENA arena = { 0 };
	struct vex_import what = { .count = 1 };
	struct vex_report *reports;
	struct err e = { 0 };
	const char *path;
	size_t count;

	buf_printf(&text,
	    "{\"@context\":\"https://openvex.dev/ns/v0.2.0\",\"@id\":\"https://example.com/%d\","
	    "\"author\":\"Example\",\"timestamp\":\"2026-01-10T00:00:00Z\",\"version\":1,\"statements\":[{"
	    "\"vulnerability\":{\"name\":\"CVE-2024-%d\"},\"products\":[{\"@id\":\"p\",\"identifiers\":{"
	    "\"cpe23\":"
	    "\"cpe:2.3:%s:%s:*:*:*:*:*:*:*\"}}],\"status\":\"affected\",\"action_statement\":\"update\"}]}",
	    number, number, package, version);
	path = write_file("vex.json", buf_str(&text));
	what.paths = &path;
	assert_true(vex_import(db, &what, at_next_instant(), &arena, &reports, &count, &e));
	assert_int_equal(reports[0].rows[0].reached_all, 1);
}

static void decide(struct db *db, const char *vulnerability, const char *device)
{
	struct finding_decision d = { .scope = VEX_DEVICE,
		.vulnerability = str_of(vulnerability),
		.device = str_of(device),
		.status = STATEMENT_NOT_AFFECTED,
		.justification = JUSTIFICATION_CODE_NOT_PRESENT,
		.reason = STR("for the test"),
		.from = DATE_NONE,
		.until = DATE_NONE };
	SCOPED_ARENA arena = { 0 };
	struct finding_set made;
	struct err e = { 0 };

	if (!restate_finding(db, &d, (struct date){ 20000 }, at_next_instant(), &arena, &made, &e))
		printf("# %s\n", e.text);
	assert_string_equal(e.text, "");
}

struct asked {
	struct finding_filter filter;
	struct str component;
};

/* One row of all. */
struct row {
	struct finding_rank rank;
	struct str json;
};

struct all {
	struct arena arena;
	enum finding_order order;
	const struct finding_filter *filter;
	struct finding_places places;
	struct row *rows;
	size_t count, room;
};

static bool keep_row(void *ctx, const struct component *components, const struct scan_row *row, struct err *e)
{
	struct all *all = ctx;
	struct finding_worth worth = finding_worth_of(row);
	struct str place = finding_place(&all->places, &components[row->finding.component], row);
	SCOPED_BUF json = buf_new(BYTES_MOST);
	struct json_out *w;

	(void)e;
	if (!finding_passes(all->filter, row))
		return true;
	w = json_out_buf(&json, false);
	scan_write_row(components, row, w);
	assert_true(json_out_close(w));
	all->rows = arena_room(&all->arena, all->rows, all->count, &all->room, sizeof(*all->rows));
	all->rows[all->count++] =
	    (struct row){ { finding_key(&worth, all->order), row->finding.vulnerability_id,
			      arena_copy(&all->arena, place) },
		    arena_copy(&all->arena, buf_str(&json)) };
	return true;
}

static int in_order(const void *left, const void *right)
{
	const struct row *a = left, *b = right;

	return finding_rank_cmp(&a->rank, &b->rank);
}

/* By sorting what the list gives. */
static size_t expect(struct db *db, enum finding_order order, const struct asked *asked, struct json_out *w)
{
	struct all all = { .order = order, .filter = &asked->filter, .places = finding_places_new() };
	struct finding_query query = { .component = asked->component, .today = { 20000 } };
	struct err e = { 0 };

	assert_true(finding_list(db, &query, (struct finding_sink){ &all, keep_row }, &e));
	vec_sort(all.rows, all.count, sizeof(*all.rows), in_order);
	for (size_t i = 0; i < all.count; i++)
		json_put_written(w, all.rows[i].json);
	finding_places_free(&all.places);
	arena_free(&all.arena);
	return all.count;
}

static void page_through(struct db *db, struct finding_ranking *ranking, enum finding_order order,
    const struct asked *asked, size_t limit, struct json_out *w)
{
	struct finding_page page = { .query = { .component = asked->component, .today = { 20000 } },
		.filter = asked->filter,
		.limit = limit };
	SCOPED_ARENA arena = { 0 };
	struct err e = { 0 };
	struct str next;

	do {
		if (!finding_sorted(db, ranking, &page, order, w, &arena, &next, &e))
			printf("# %s\n", e.text);
		assert_string_equal(e.text, "");
		page.cursor = next;
	} while (next.ptr);
}

static struct json_out *begin(struct buf *to)
{
	struct json_out *w = json_out_buf(to, false);

	json_open_array(w);
	return w;
}

static void end(struct json_out *w)
{
	json_close_array(w);
	assert_true(json_out_close(w));
}

/* Gives back how many findings there are. */
static size_t compare(struct db *db, struct finding_ranking *ranking, const struct asked *asked)
{
	struct err e = { 0 };
	size_t count = 0;

	assert_true(db_read_begin(db, &e));
	for (enum finding_order order = FINDING_BY_WORST; order < FINDING_ORDER_COUNT; order++) {
		SCOPED_BUF expected = buf_new(BYTES_MOST);
		struct json_out *w = begin(&expected);

		count = expect(db, order, asked, w);
		end(w);
		for (size_t limit = 1; limit <= count + 1; limit += 3) {
			SCOPED_BUF given = buf_new(BYTES_MOST);

			w = begin(&given);
			page_through(db, ranking, order, asked, limit, w);
			end(w);
			assert_true(str_eq(buf_str(&given), buf_str(&expected)));
		}
	}
	db_read_end(db);
	return count;
}

#define WORST "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
#define MIDDLE "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N"
#define LEAST "CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N"

static void pages_have_what_sorting_everything_gives(void **state)
{
	static const struct asked all = { 0 }, kev = { .filter.kev = true },
				  severe = { .filter.severities = 1U << SCAN_CRITICAL },
				  affected = { .filter.states = 1U << FINDING_AFFECTED },
				  two = { .component = { "a:v:two", 7 } },
				  one_of_two = { .component = { "a:v:two@1.3", 11 } };
	struct finding_ranking *ranking = finding_ranking_new();
	SCOPED_DB *db = NULL;
	struct err e = { 0 };
	int64_t rule;
	size_t before;

	(void)state;
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &db, &e));
	assert_int_equal(compare(db, ranking, &all), 0);
	add_devices(db, 0, 3, "a:v:one", "1.0");
	add_devices(db, 3, 3, "a:v:two", NULL);
	import_record(db, 1001, "a:v:one", 1, MIDDLE);
	import_record(db, 1002, "a:v:one", 1, MIDDLE);
	import_record(db, 1003, "a:v:two", 1, LEAST);
	assert_int_equal(compare(db, ranking, &all), 9);
	/* what is said of one changes, and no match does */
	import_record(db, 1003, "a:v:two", 2, WORST);
	assert_int_equal(compare(db, ranking, &all), 9);
	assert_int_equal(compare(db, ranking, &severe), 3);
	import_epss(db, 1002, "0.75");
	compare(db, ranking, &all);
	import_epss(db, 1001, "0.85");
	compare(db, ranking, &all);
	assert_int_equal(compare(db, ranking, &kev), 0);
	import_kev(db, 1001);
	compare(db, ranking, &all);
	assert_int_equal(compare(db, ranking, &kev), 3);
	/* more devices of what is known, and of what is not */
	add_devices(db, 6, 2, "a:v:one", "1.0");
	add_devices(db, 8, 2, "a:v:three", "1.0");
	before = compare(db, ranking, &all);
	import_record(db, 1004, "a:v:three", 1, LEAST);
	assert_int_equal(compare(db, ranking, &all), before + 2);
	/* what people say */
	decide(db, "CVE-2024-1001", "Device 1");
	assert_int_equal(compare(db, ranking, &all), before + 2);
	assert_int_equal(compare(db, ranking, &affected), before + 1);
	import_claim(db, 1002, "a:v:two", "1.3");
	assert_int_equal(compare(db, ranking, &all), before + 3);
	assert_int_equal(compare(db, ranking, &two), 4);
	assert_int_equal(compare(db, ranking, &one_of_two), 2);
	/* two names of one product: a vulnerability that no component had is one of the fleet's now */
	import_record(db, 1005, "a:v:other", 1, WORST);
	before = compare(db, ranking, &all);
	assert_true(teach_alias(db, (struct alias_name){ PACKAGE_CPE, STR("a:v:other") },
	    (struct alias_name){ PACKAGE_CPE, STR("a:v:three") }, at_next_instant(), &rule, &e));
	assert_int_equal(compare(db, ranking, &all), before + 2);
	/* a record takes back what it said */
	import_record(db, 1002, "a:v:none", 3, MIDDLE);
	compare(db, ranking, &all);
	finding_ranking_free(ranking);
}

TESTS(IN_FOLDER(pages_have_what_sorting_everything_gives))
