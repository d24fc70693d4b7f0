/* What an import does to a store: again, newer, older, broken, beside another, on a full disk. */
#include "store/store_folder.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "actions/feeds/import_feed.h"
#include "matching/packed.h"
#include "store/aliases.h"
#include "store/packages.h"

/* An OSV record about versions of npm packages below 2.0.0. */
struct record {
	const char *id, *modified, *aliases, *package;
};

static struct str osv_record(const struct record *r, char *text, size_t size)
{
	int len = snprintf(text, size,
	    "{\"schema_version\":\"1.4.0\",\"id\":\"%s\",\"modified\":\"%s\",\"published\":\"2024-01-01T00:"
	    "00:00Z\","
	    "\"aliases\":[%s],\"summary\":\"s\",\"affected\":[{\"package\":{\"ecosystem\":\"npm\",\"name\":"
	    "\"%s\"},"
	    "\"ranges\":[{\"type\":\"SEMVER\",\"events\":[{\"introduced\":\"0\"},{\"fixed\":\"2.0.0\"}]}]}]}",
	    r->id, r->modified, r->aliases, r->package);

	assert_true(len > 0 && (size_t)len < size);
	return (struct str){ text, (size_t)len };
}

static const char *write_record(const char *name, const struct record *r)
{
	char text[2048];

	return write_file(name, osv_record(r, text, sizeof(text)));
}

static bool import_into(const char *store, const char *path, struct import_report *report, struct err *e)
{
	struct change_by by = { STR("tester"), { 1000000 }, STR(""), STR_NONE, NULL, 0 };
	SCOPED_DB *db = NULL;

	return db_open(store, DB_WRITE, &db, e) &&
	       import_feeds(db, &path, 1, by, (struct import_talk){ 0 }, report, e);
}

static struct import_report imported(const char *path)
{
	struct import_report report = { 0 };
	struct err e = { 0 };

	if (!import_into(in_folder("a.db"), path, &report, &e))
		printf("# %s\n", e.text);
	assert_string_equal(e.text, "");
	return report;
}

/* How many ranges a package has. */
static size_t ranges_of(const char *package)
{
	SCOPED_DB *db = NULL;
	struct packed_block block;
	struct str packed, rest;
	struct range r;
	struct err e = { 0 };
	bool damaged = false;
	size_t count = 0;
	int64_t id;

	assert_true(db_open(in_folder("a.db"), DB_READ, &db, &e));
	assert_true(packages_find(db, PACKAGE_PURL, str_of(package), &id, &e));
	if (!id)
		return 0;
	assert_true(packages_ranges(db, id, &packed, &e));
	assert_true(packed_open(packed, &rest));
	while (packed_next_block(&rest, &block, &damaged))
		while (packed_next(&block, &r, &damaged))
			count++;
	assert_false(damaged);
	return count;
}

/* The vulnerabilities an advisory is about, by name: "CVE-2024-0001 CVE-2024-0002". */
static const char *about(const char *advisory)
{
	static char text[512];
	char sql[256];
	SCOPED_ARENA arena = { 0 };
	SCOPED_BUF names = buf_new(sizeof(text) - 1);
	SCOPED_DB *db = NULL;
	struct err e = { 0 };
	int64_t ids[16], id;
	size_t count;

	snprintf(sql, sizeof(sql), "SELECT id FROM advisory WHERE name = '%s'", advisory);
	id = count_sql(in_folder("a.db"), sql);
	assert_true(db_open(in_folder("a.db"), DB_READ, &db, &e));
	assert_true(aliases_vulnerabilities(db, id, str_of(advisory), ids, COUNT(ids), &count, &e));
	for (size_t i = 0; i < count; i++) {
		struct str name;

		assert_true(aliases_name(db, ids[i], &arena, &name, &e));
		buf_printf(&names, "%s" STR_FMT, i ? " " : "", STR_ARG(name));
	}
	snprintf(text, sizeof(text), STR_FMT, STR_ARG(buf_str(&names)));
	return text;
}

#define JAN "2024-01-01T00:00:00Z"
#define FEB "2024-02-01T00:00:00Z"

static void the_same_record_again_changes_nothing(void **state)
{
	struct record r = { "GHSA-aaaa-aaaa-aaaa", JAN, "\"CVE-2024-0001\"", "left" };
	char before[SHA256_HEX_SIZE], after[SHA256_HEX_SIZE];
	char text[2048], file[4096];
	struct str record = osv_record(&r, text, sizeof(text));
	struct import_report report;

	(void)state;
	report = imported(write_file("one.json", record));
	assert_int_equal(report.records[PUT_NEW], 1);
	digest_of_store(in_folder("a.db"), before);

	report = imported(in_folder("one.json"));
	assert_int_equal(report.unchanged_files, 1);
	assert_int_equal(report.documents, 0);

	/* another file with the same record in it */
	snprintf(file, sizeof(file), "%s\n\n", text);
	report = imported(write_file("two.json", str_of(file)));
	assert_int_equal(report.unchanged_files, 0);
	assert_int_equal(report.records[PUT_UNCHANGED], 1);
	digest_of_store(in_folder("a.db"), after);
	assert_string_equal(before, after);
	assert_int_equal(count_sql(in_folder("a.db"), "SELECT count(*) FROM trail"), 3);
}

static void a_newer_revision_replaces_and_an_older_does_not(void **state)
{
	struct record old = { "GHSA-aaaa-aaaa-aaaa", JAN, "\"CVE-2024-0001\"", "left" };
	struct record new = { "GHSA-aaaa-aaaa-aaaa", FEB, "\"CVE-2024-0001\"", "right" };
	char before[SHA256_HEX_SIZE], after[SHA256_HEX_SIZE];
	struct import_report report;

	(void)state;
	imported(write_record("old.json", &old));
	assert_int_equal(ranges_of("npm/left"), 1);
	report = imported(write_record("new.json", &new));
	assert_int_equal(report.records[PUT_CHANGED], 1);
	assert_int_equal(ranges_of("npm/left"), 0);
	assert_int_equal(ranges_of("npm/right"), 1);

	digest_of_store(in_folder("a.db"), before);
	old.package = "middle";
	report = imported(write_record("older.json", &old));
	assert_int_equal(report.records[PUT_OLDER], 1);
	assert_int_equal(ranges_of("npm/middle"), 0);
	digest_of_store(in_folder("a.db"), after);
	assert_string_equal(before, after);
}

static void advisories_that_share_names_are_one_vulnerability_in_any_order(void **state)
{
	static const struct record records[] = {
		{ "GHSA-aaaa-aaaa-aaaa", JAN, "", "p" },
		{ "PYSEC-2024-1", JAN, "\"GHSA-aaaa-aaaa-aaaa\",\"CVE-2024-0001\"", "p" },
		{ "GHSA-cccc-cccc-cccc", JAN, "\"CVE-2024-0002\",\"CVE-2024-0003\"", "p" },
		{ "RUSTSEC-2024-9", JAN, "\"GHSA-dddd-dddd-dddd\"", "p" },
		{ "GHSA-dddd-dddd-dddd", JAN, "", "p" },
	};
	static const int orders[][5] = { { 0, 1, 2, 3, 4 }, { 4, 3, 2, 1, 0 }, { 1, 0, 4, 2, 3 } };

	(void)state;
	for (size_t i = 0; i < COUNT(orders); i++) {
		run_sql(in_folder("a.db"), "", (char[8]){ 0 }, 8);
		unlink(in_folder("a.db"));
		for (size_t k = 0; k < COUNT(records); k++)
			imported(write_record("r.json", &records[orders[i][k]]));
		assert_string_equal(about("GHSA-aaaa-aaaa-aaaa"), "CVE-2024-0001");
		assert_string_equal(about("PYSEC-2024-1"), "CVE-2024-0001");
		assert_string_equal(about("GHSA-cccc-cccc-cccc"), "CVE-2024-0002 CVE-2024-0003");
		assert_string_equal(about("RUSTSEC-2024-9"), "GHSA-dddd-dddd-dddd");
		assert_string_equal(about("GHSA-dddd-dddd-dddd"), "GHSA-dddd-dddd-dddd");
	}
}

static void an_advisory_that_gives_up_a_name_lets_the_others_go(void **state)
{
	struct record named = { "GHSA-aaaa-aaaa-aaaa", JAN, "", "p" };
	struct record naming = { "PYSEC-2024-1", JAN, "\"GHSA-aaaa-aaaa-aaaa\",\"CVE-2024-0001\"", "p" };

	(void)state;
	imported(write_record("named.json", &named));
	imported(write_record("naming.json", &naming));
	assert_string_equal(about("GHSA-aaaa-aaaa-aaaa"), "CVE-2024-0001");
	naming.modified = FEB;
	naming.aliases = "\"CVE-2024-0001\"";
	imported(write_record("later.json", &naming));
	assert_string_equal(about("PYSEC-2024-1"), "CVE-2024-0001");
	assert_string_equal(about("GHSA-aaaa-aaaa-aaaa"), "GHSA-aaaa-aaaa-aaaa");
}

static void a_broken_document_undoes_the_whole_import(void **state)
{
	struct record good = { "GHSA-aaaa-aaaa-aaaa", JAN, "\"CVE-2024-0001\"", "left" };
	struct record second = { "GHSA-bbbb-bbbb-bbbb", JAN, "\"CVE-2024-0002\"", "right" };
	char before[SHA256_HEX_SIZE], after[SHA256_HEX_SIZE], text[2048];
	struct change_by by = { STR("tester"), { 1000000 }, STR(""), STR_NONE, NULL, 0 };
	struct str whole = osv_record(&second, text, sizeof(text));
	struct import_report report;
	struct err e = { 0 };
	SCOPED_DB *db = NULL;
	const char *paths[2];

	(void)state;
	imported(write_record("good.json", &good));
	digest_of_store(in_folder("a.db"), before);
	paths[0] = write_file("second.json", whole);
	paths[1] = write_file("cut.json", str_first(whole, whole.len - 20));
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &db, &e));
	assert_false(import_feeds(db, paths, 2, by, (struct import_talk){ 0 }, &report, &e));
	assert_non_null(strstr(e.text, "cut.json:1: "));
	assert_int_equal(err_exit_status(e.code), 3);
	digest_of_store(in_folder("a.db"), after);
	assert_string_equal(before, after);
	assert_int_equal(count_sql(in_folder("a.db"), "SELECT count(*) FROM trail"), 1);
	assert_int_equal(count_sql(in_folder("a.db"), "SELECT count(*) FROM feed_file"), 1);
}

static void told(void *ctx, const struct err *why)
{
	snprintf(ctx, 512, "%s", why->text);
}

static void a_bad_record_among_others_is_told_and_counted(void **state)
{
	struct record good = { "GHSA-aaaa-aaaa-aaaa", JAN, "\"CVE-2024-0001\"", "left" };
	struct change_by by = { STR("tester"), { 1000000 }, STR(""), STR_NONE, NULL, 0 };
	char text[2048], why[512] = "";
	struct str whole = osv_record(&good, text, sizeof(text));
	const char *path = in_folder("many");
	struct import_report report;
	struct err e = { 0 };
	SCOPED_DB *db = NULL;

	(void)state;
	assert_int_equal(mkdir(path, 0700), 0);
	write_file("many/1.json", str_first(whole, whole.len - 30));
	write_file("many/2.json", whole);
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &db, &e));
	assert_true(
	    import_feeds(db, &path, 1, by, (struct import_talk){ why, told, NULL, { 0 } }, &report, &e));
	assert_int_equal(report.records[PUT_NEW], 1);
	assert_int_equal(report.skipped, 1);
	assert_non_null(strstr(why, "many/1.json:1: "));
}

/* A list of KEV of a day, with one entry. */
static const char *write_kev(const char *name, const char *date, const char *cve)
{
	char text[1024];
	int len = snprintf(text, sizeof(text),
	    "{\"title\":\"CISA Catalog of Known Exploited "
	    "Vulnerabilities\",\"catalogVersion\":\"1\",\"dateReleased\":\"%s\",\"count\":1,"
	    "\"vulnerabilities\":["
	    "{\"cveID\":\"%s\",\"vendorProject\":\"v\",\"product\":\"p\",\"vulnerabilityName\":\"n\","
	    "\"dateAdded\":\"2024-01-01\","
	    "\"shortDescription\":\"s\",\"requiredAction\":\"r\",\"dueDate\":\"2024-02-01\","
	    "\"knownRansomwareCampaignUse\":\"Known\",\"notes\":\"\"}]}",
	    date, cve);

	return write_file(name, (struct str){ text, (size_t)len });
}

static void an_older_list_is_passed_over(void **state)
{
	struct import_report report;

	(void)state;
	report = imported(write_kev("new.json", FEB, "CVE-2024-0002"));
	assert_int_equal(report.records[PUT_NEW], 1);
	report = imported(write_kev("old.json", JAN, "CVE-2024-0001"));
	assert_int_equal(report.records[PUT_OLDER], 1);
	assert_int_equal(count_sql(in_folder("a.db"), "SELECT count(*) FROM kev"), 1);
}

/* A folder of count records that share nothing, ids from first. */
static void write_many(const char *name, int first, int count)
{
	char file[64], id[32], package[32], text[2048];

	assert_int_equal(mkdir(in_folder(name), 0700), 0);
	for (int i = first; i < first + count; i++) {
		struct record r = { id, JAN, "", package };

		snprintf(id, sizeof(id), "OSV-2024-%d", i);
		snprintf(package, sizeof(package), "package-%d", i);
		snprintf(file, sizeof(file), "%s/%d.json", name, i);
		write_file(file, osv_record(&r, text, sizeof(text)));
	}
}

static void two_processes_import_at_once_and_both_are_whole(void **state)
{
	struct import_report report;
	struct err e = { 0 };
	const char *mine, *theirs;
	int status;
	bool done;
	pid_t other;

	(void)state;
	write_many("mine", 0, 300);
	write_many("theirs", 1000, 300);
	mine = in_folder("mine");
	theirs = in_folder("theirs");
	other = fork();
	assert_true(other >= 0);
	if (other == 0) {
		done = import_into(in_folder("a.db"), theirs, &report, &e);
		_exit(done ? 0 : e.code == ERR_CONFLICT ? 1 : 2);
	}
	done = import_into(in_folder("a.db"), mine, &report, &e);
	assert_int_equal(waitpid(other, &status, 0), other);
	assert_true(WIFEXITED(status));
	if (!done)
		printf("# %s\n", e.text);
	assert_true(done || e.code == ERR_CONFLICT);
	assert_true(WEXITSTATUS(status) <= 1);
	assert_true(done || WEXITSTATUS(status) == 0);
	assert_int_equal(count_sql(in_folder("a.db"), "SELECT count(*) FROM advisory"),
	    300 * (done + (WEXITSTATUS(status) == 0)));
	assert_int_equal(
	    count_sql(in_folder("a.db"), "SELECT count(*) FROM trail"), done + (WEXITSTATUS(status) == 0));
	assert_int_equal(count_sql(in_folder("a.db"), "SELECT count(*) FROM pragma_integrity_check"
						      " WHERE integrity_check = 'ok'"),
	    1);
}

static void a_full_disk_leaves_the_store_as_it_was(void **state)
{
	struct record good = { "GHSA-aaaa-aaaa-aaaa", JAN, "\"CVE-2024-0001\"", "left" };
	char before[SHA256_HEX_SIZE], after[SHA256_HEX_SIZE];
	const char *many;
	int status;
	pid_t child;

	(void)state;
	imported(write_record("good.json", &good));
	digest_of_store(in_folder("a.db"), before);
	write_many("many", 0, 500);
	many = in_folder("many");
	fflush(stdout);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		struct rlimit small = { 300 * 1024, 300 * 1024 };
		struct import_report report;
		struct err e = { 0 };
		bool done;

		signal(SIGXFSZ, SIG_IGN);
		setrlimit(RLIMIT_FSIZE, &small);
		done = import_into(in_folder("a.db"), many, &report, &e);
		if (!done)
			fprintf(stderr, "# %s\n", e.text);
		_exit(!done && err_exit_status(e.code) == 4 &&
			      strstr(e.text, "the store cannot be written: the disk is full or failing")
			  ? 0
			  : 1);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
	digest_of_store(in_folder("a.db"), after);
	assert_string_equal(before, after);
	assert_int_equal(count_sql(in_folder("a.db"), "SELECT count(*) FROM trail"), 1);
	assert_int_equal(imported(in_folder("many")).records[PUT_NEW], 500);
}

TESTS(IN_FOLDER(the_same_record_again_changes_nothing),
    IN_FOLDER(a_newer_revision_replaces_and_an_older_does_not),
    IN_FOLDER(advisories_that_share_names_are_one_vulnerability_in_any_order),
    IN_FOLDER(an_advisory_that_gives_up_a_name_lets_the_others_go),
    IN_FOLDER(a_broken_document_undoes_the_whole_import),
    IN_FOLDER(a_bad_record_among_others_is_told_and_counted), IN_FOLDER(an_older_list_is_passed_over),
    IN_FOLDER(two_processes_import_at_once_and_both_are_whole),
    IN_FOLDER(a_full_disk_leaves_the_store_as_it_was))
