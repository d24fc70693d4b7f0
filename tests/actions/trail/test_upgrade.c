/* Stores of earlier versions: brought up to date whole or not at all, with everything that was in them. */
#include "store/store_folder.h"

#include <signal.h>
#include <sys/wait.h>

#include "actions/trail/verify_store.h"
#include "formats/input.h"
#include "records/trail.h"
#include "store/change.h"

#define STORE_BYTES (1 << 20)
#define SAID_BYTES 1024

static const char *const stores[] = { "schema_0011.sql", "schema_0016.sql" };

static void make_store(const char *path, const char *name)
{
	SCOPED_BUF sql = buf_new(STORE_BYTES);
	SCOPED_INPUT *in = NULL;
	char from[512], message[256];
	struct err e = { 0 };

	snprintf(from, sizeof(from), "%s/tests/cases/stores/%s", CHECK_SOURCE, name);
	CASE(name);
	if (!input_open_file(from, &in, &e) || !input_read_all(in, &sql, &e))
		fail_msg("%s", e.text);
	buf_byte(&sql, '\0');
	run_sql(path, sql.ptr, message, sizeof(message));
	assert_string_equal(message, "");
}

static void no_fault(void *ctx, const char *says)
{
	(void)ctx;
	fail_msg("%s", says);
}

static void take(void *ctx, const char *says)
{
	char *said = ctx;
	size_t len = strlen(said);

	snprintf(said + len, SAID_BYTES - len, "%s\n", says);
}

static void verify(const char *path, struct store_verification *v)
{
	SCOPED_DB *db = NULL;
	struct err e = { 0 };

	if (!db_open(path, DB_READ, &db, &e) || !db_check(db, &e) ||
	    !verify_store(db, (struct verify_sink){ NULL, no_fault }, v, &e))
		fail_msg("%s", e.text);
}

static void upgrade(const char *path)
{
	SCOPED_DB *db = NULL;
	struct err e = { 0 };

	if (!db_open(path, DB_CHANGE, &db, &e))
		fail_msg("%s", e.text);
}

/* What a person has stated or done; each gives the same rows before and after. */
static const char *const kept[] = {
	"SELECT count(*), sum(number), max(at), group_concat(hex(digest)), group_concat(who), "
	"group_concat(new) FROM trail",
	"SELECT number, hex(digest) FROM trail_head",
	"SELECT group_concat(name), count(*) FROM device",
	"SELECT group_concat(version), count(*) FROM release",
	"SELECT group_concat(id), group_concat(kind), group_concat(facts), group_concat(more), max(at) FROM "
	"casefile_record",
	"SELECT group_concat(vulnerability), group_concat(title), max(opened_at) FROM casefile",
	"SELECT group_concat(name), group_concat(content) FROM setting",
	"SELECT group_concat(name), group_concat(secret), group_concat(roles) FROM person",
	"SELECT count(*), group_concat(hex(digest)), group_concat(hex(raw)) FROM sbom",
	"SELECT count(*), group_concat(hex(content)) FROM component",
	"SELECT count(*), group_concat(name) FROM advisory",
	"SELECT count(*), group_concat(hex(packed)) FROM raw_bytes",
};

static void read_kept(const char *path, const char *sql, char *to, size_t room)
{
	sqlite3 *db;
	sqlite3_stmt *query;
	size_t len = 0;

	CASE(sql);
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	if (sqlite3_prepare_v2(db, sql, -1, &query, NULL) != SQLITE_OK)
		fail_msg("%s", sqlite3_errmsg(db));
	assert_int_equal(sqlite3_step(query), SQLITE_ROW);
	for (int i = 0; i < sqlite3_column_count(query); i++) {
		const char *text = (const char *)sqlite3_column_text(query, i);

		len += (size_t)snprintf(to + len, room - len, "%s|", text ? text : "");
		assert_true(len < room);
	}
	sqlite3_finalize(query);
	sqlite3_close(db);
}

static void what_was_in_an_older_store_is_still_there(void **state)
{
	static char before[COUNT(kept)][32768], after[32768];

	(void)state;
	for (size_t i = 0; i < COUNT(stores); i++) {
		const char *path = in_folder(stores[i]);
		struct store_verification v = { 0 };

		make_store(path, stores[i]);
		for (size_t j = 0; j < COUNT(kept); j++)
			read_kept(path, kept[j], before[j], sizeof(before[j]));
		upgrade(path);
		assert_int_equal(count_sql(path, "PRAGMA user_version"), db_schema_known());
		for (size_t j = 0; j < COUNT(kept); j++) {
			read_kept(path, kept[j], after, sizeof(after));
			assert_string_equal(after, before[j]);
		}
		verify(path, &v);
		assert_true(v.trail.entries > 5);
		assert_true(v.records > 1);
	}
}

/* What today's entries would say otherwise is told in its old form, and still must be there. */
static void what_an_older_trail_tells_of_must_be_there(void **state)
{
	const char *path = in_folder("a.db");
	char message[256], said[SAID_BYTES] = "";
	struct store_verification v = { 0 };
	SCOPED_DB *db = NULL;
	struct err e = { 0 };

	(void)state;
	make_store(path, stores[0]);
	upgrade(path);
	verify(path, &v);
	/* the device and the casefile; and, without their seals, the rows of casefile, release, SBOM and
	 * others */
	assert_int_equal(v.earlier, 7);
	run_sql(path, "PRAGMA foreign_keys = OFF; DELETE FROM device", message, sizeof(message));
	assert_string_equal(message, "");
	assert_true(db_open(path, DB_READ, &db, &e));
	assert_true(verify_store(db, (struct verify_sink){ said, take }, &v, &e));
	assert_non_null(strstr(said, "device 1 is not there: entry 2 tells of it"));
}

/* Ends the process within the steps of the schema, or as they are made lasting. */
static int kill_after; /* instructions of SQLite's machine; 0: at the commit */

static int die(void *unused)
{
	(void)unused;
	raise(SIGKILL);
	return 0;
}

static int watch(sqlite3 *db, char **message, const struct sqlite3_api_routines *routines)
{
	(void)message;
	(void)routines;
	if (kill_after)
		sqlite3_progress_handler(db, kill_after, die, NULL);
	else
		sqlite3_commit_hook(db, die, NULL);
	return SQLITE_OK;
}

static bool dies_in_upgrade(const char *path)
{
	pid_t child = fork();
	int status;

	if (child == 0) {
		struct db *db = NULL;
		struct err e = { 0 };

		sqlite3_auto_extension((void (*)(void))watch);
		_exit(db_open(path, DB_CHANGE, &db, &e) ? 0 : 1);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

static void an_upgrade_that_is_killed_leaves_the_old_store(void **state)
{
	static const int after[] = { 0, 50, 200, 800, 2000, 5000 };
	char before[SHA256_HEX_SIZE], now[SHA256_HEX_SIZE];
	size_t deaths = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(stores); i++) {
		const char *path = in_folder(stores[i]);
		int schema;

		make_store(path, stores[i]);
		schema = (int)count_sql(path, "PRAGMA user_version");
		digest_of_store(path, before);
		for (size_t j = 0; j < COUNT(after); j++) {
			kill_after = after[j];
			if (!dies_in_upgrade(path)) {
				assert_int_not_equal(after[j], 0);
				break;
			}
			deaths++;
			assert_int_equal(count_sql(path, "PRAGMA user_version"), schema);
			digest_of_store(path, now);
			assert_string_equal(now, before);
		}
	}
	assert_true(deaths >= 2 * COUNT(stores));
	for (size_t i = 0; i < COUNT(stores); i++) {
		struct store_verification v = { 0 };

		upgrade(in_folder(stores[i]));
		verify(in_folder(stores[i]), &v);
	}
}

/* A first entry, sealed, and a source: what every schema has had. */
static void add_entry(const char *path)
{
	struct trail_entry entry = { .number = 1,
		.at = { 1782000000000000 },
		.who = STR("tester"),
		.what = STR("test"),
		.object = STR("x"),
		.why = STR("") };
	struct sha256 digest = trail_seal(&entry);
	char hex[SHA256_HEX_SIZE], zero[SHA256_HEX_SIZE], sql[1024], message[256];

	sha256_hex(&digest, hex);
	sha256_hex(&entry.previous, zero);
	snprintf(sql, sizeof(sql),
	    "INSERT INTO source (name, imported_at) VALUES ('nvd', 1);"
	    "INSERT INTO trail (number, at, who, what, object, why, previous, digest)"
	    " VALUES (1, 1782000000000000, 'tester', 'test', 'x', '', x'%s', x'%s')",
	    zero, hex);
	run_sql(path, sql, message, sizeof(message));
	assert_string_equal(message, "");
}

/* Not lasting, which takes most of the time. */
static void make_steps(const char *path, size_t count)
{
	char pragma[64];
	sqlite3 *db;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	sqlite3_exec(db, "PRAGMA synchronous = OFF", NULL, NULL, NULL);
	for (size_t i = 0; i < count; i++)
		assert_int_equal(sqlite3_exec(db, schema_steps[i].sqlite, NULL, NULL, NULL), SQLITE_OK);
	snprintf(pragma, sizeof(pragma), "PRAGMA user_version = %d", schema_steps[count - 1].number);
	assert_int_equal(sqlite3_exec(db, pragma, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

static void a_store_of_every_schema_is_brought_up(void **state)
{
	(void)state;
	for (size_t steps = 1; steps < SCHEMA_STEP_COUNT; steps++) {
		const char *path = in_folder(schema_steps[steps].name);

		CASE(schema_steps[steps].name);
		make_steps(path, steps);
		add_entry(path);
		upgrade(path);
		assert_int_equal(count_sql(path, "SELECT count(*) FROM source WHERE name = 'nvd'"), 1);
		assert_int_equal(count_sql(path, "SELECT count(*) FROM trail WHERE who = 'tester'"), 1);
	}
}

/* Who only reads changes nothing of it, and says what to do. */
static void who_only_reads_leaves_an_older_store_as_it_is(void **state)
{
	char before[SHA256_HEX_SIZE], now[SHA256_HEX_SIZE], expected[512];
	const char *path = in_folder("a.db");
	struct db *db = NULL;
	struct err e = { 0 };

	(void)state;
	make_store(path, stores[0]);
	digest_of_store(path, before);
	assert_false(db_open(path, DB_READ, &db, &e));
	snprintf(expected, sizeof(expected),
	    "%s: the store has schema 11 and needs %d: open it once with a command that changes it", path,
	    (int)db_schema_known());
	assert_string_equal(e.text, expected);
	digest_of_store(path, now);
	assert_string_equal(now, before);
}

TESTS(IN_FOLDER(what_was_in_an_older_store_is_still_there),
    IN_FOLDER(what_an_older_trail_tells_of_must_be_there),
    IN_FOLDER(an_upgrade_that_is_killed_leaves_the_old_store),
    IN_FOLDER(a_store_of_every_schema_is_brought_up),
    IN_FOLDER(who_only_reads_leaves_an_older_store_as_it_is))
