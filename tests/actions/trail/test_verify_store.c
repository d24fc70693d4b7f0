/* R-01, 21 CFR 11.10(a): whatever is altered in the store is found and named. */
#include "actions/casework/restate_register.h"
#include "actions/ward.h"

#include "actions/casework/restate_device.h"
#include "actions/field/import_consignees.h"
#include "actions/field/register.h"
#include "actions/field/register_lot.h"
#include "actions/intake/signals.h"
#include "actions/program/program_policy.h"
#include "actions/program/program_set.h"

#include "actions/trail/verify_store.h"
#include "store/attachments.h"
#include "store/change.h"
#include "store/coverage.h"
#include "store/evidence.h"
#include "store/identities.h"
#include "store/package_aliases.h"
#include "store/refused_names.h"
#include "store/second_factors.h"
#include "store/statements.h"
#include "store/users.h"
#include "store/vulnerabilities.h"

struct found {
	char text[4096];
};

static void take(void *ctx, const char *says)
{
	struct found *f = ctx;
	size_t len = strlen(f->text);

	snprintf(f->text + len, sizeof(f->text) - len, "%s\n", says);
}

static int64_t faults_in(const char *path, struct found *found, struct store_verification *v)
{
	struct err e = { 0 };
	SCOPED_DB *db = NULL;

	*found->text = '\0';
	assert_true(db_open(path, DB_READ, &db, &e));
	assert_true(verify_store(db, (struct verify_sink){ found, take }, v, &e));
	return v->trail.faults + v->faults;
}

static bool alter(void *ctx, struct device_profile *p, struct arena *arena, struct err *e)
{
	(void)ctx;
	p->device.support = STR("supported");
	return device_list_add(p, DEVICE_PRODUCT_CODE, STR("FRN"), arena, e);
}

/* A device with a release, a lot, and a hospital that has it. */
static void fill_register(struct ward *w, struct change_by who)
{
	struct release release = {
		.device_id = 1, .version = STR("2.1"), .units = 40, .released_on = date_of(2026, 1, 5)
	};
	struct lot lot = { .lot = STR("L1"),
		.serial_from = STR("A1"),
		.serial_to = STR("A9"),
		.model_number = STR("M"),
		.manufactured_on = date_of(2026, 1, 2),
		.expires_on = date_of(2030, 1, 2),
		.quantity = -1 };
	struct lot_change more = {
		.id = 1, .manufactured_on = DATE_NONE, .expires_on = date_of(2031, 1, 2), .quantity = -1
	};
	struct consignee_import counts;
	struct err e = { 0 };
	size_t altered;
	int64_t id;

	assert_true(
	    restate_device(w->db, STR("Pump"), (struct device_change){ NULL, alter }, who, &altered, &e));
	assert_true(register_release(w->db, &release, who, &lot.release_id, &e));
	assert_true(register_lot(w->db, &lot, who, &id, &e));
	assert_true(restate_lot(w->db, &more, who, &e));
	assert_true(restate_consignees(w->db,
	    write_file(
		"where.csv", STR("account,name,country,contact,device,release,lot,shipped_on,quantity\n"
				 "C1,General Hospital,US,J. Doe,Pump,2.1,L1,2026-02-03,4\n")),
	    who, &counts, &e));
}

/* A signal with its contact and triage, an answer of the programme, and a policy that was approved. */
static void fill_programme(struct ward *w, struct change_by who)
{
	struct signal_receipt receipt = { .received = STR(
					      "{\"kind\":\"researcher_report\",\"received\":\"2026-06-11\","
					      "\"source\":\"mail\",\"summary\":\"a flaw\"}"),
		.contact = STR("{\"name\":\"R. Roe\"}") };
	struct change_by rita = by(&w->rita, "rita", w->minutes + 11);
	struct policy_approval approval = { 1, STR("rita"), STR(SECRET) };
	SCOPED_ARENA arena = { 0 };
	struct program_version version;
	struct err e = { 0 };
	int64_t id;
	bool waits;

	assert_true(signal_add(w->db, &receipt, who, &id, &e));
	assert_true(program_state(
	    w->db, "check", STR("SA-01"), STR("{\"answer\":\"yes\"}"), who, &arena, &version, &e));
	assert_true(
	    program_import_policy(w->db, STR("{\"version\":\"A\"}"), who, &arena, &version, &waits, &e));
	assert_true(waits);
	assert_true(policy_approve(w->db, &approval, rita, &arena, &version, &e));
}

/* An SBOM with what its supplier says of a vulnerability. */
static void fill_sbom(struct ward *w, struct change_by who)
{
	static const char sbom[] =
	    "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.5\",\"serialNumber\":"
	    "\"urn:uuid:00000000-0000-4000-8000-000000000009\",\"version\":1,\"metadata\":{\"component\":{"
	    "\"type\":\"device\",\"name\":\"Pump\",\"version\":\"2.1\"}},\"components\":[{\"type\":"
	    "\"library\","
	    "\"bom-ref\":\"a\",\"name\":\"parser\",\"version\":\"1.4\",\"purl\":\"pkg:npm/parser@1.4\"}],"
	    "\"vulnerabilities\":[{\"id\":\"CVE-2026-0007\",\"analysis\":{\"state\":\"exploitable\"},"
	    "\"affects\":"
	    "[{\"ref\":\"a\"}]}]}";
	struct sbom_registration what = {
		.device = STR("Pump"), .version = STR("2.1"), .path = write_file("pump.json", str_of(sbom))
	};
	SCOPED_REGISTERED_SBOM r = { 0 };
	SCOPED_ARENA arena = { 0 };
	struct err e = { 0 };

	assert_true(restate_sbom(w->db, &what, who, &arena, &r, &e));
	assert_non_null(r.vex);
}

static void put_statement(struct ward *w, struct change_by who)
{
	struct str ids[] = { STR("CVE-2026-0001"), STR("GHSA-1") };
	struct vex_record r = { .origin = VEX_OWN,
		.life = VEX_STANDING,
		.reason = STR("not built"),
		.who = who.who,
		.made_at = who.at,
		.from = DATE_NONE,
		.until = date_of(2027, 1, 1),
		.said = {
		    .ids = ids, .id_count = 2, .status = STATEMENT_NOT_AFFECTED, .impact = STR("none") } };
	struct err e = { 0 };
	int64_t id;

	assert_true(statements_add(w->db, &r, &id, &e));
}

static void put_credentials(struct ward *w, struct change_by who)
{
	static const unsigned char secret[TOTP_SECRET_BYTES] = { 1, 2, 3 };
	struct person_identity identity = { STR("https://id.example"), STR("s1"), STR("") };
	struct access_token token = { .user_id = 2,
		.label = STR("build"),
		.roles = ROLE_SECURITY,
		.created_at = who.at,
		.expires_at = { who.at.us + DAY_US },
		.ended_at = INSTANT_NONE };
	struct sha256 digest = sha256_of(STR("code"));
	struct err e = { 0 };

	assert_true(second_factor_put(w->db, 2, secret, &e));
	assert_true(second_factor_confirm(w->db, 2, who.at, &e));
	assert_true(recovery_code_add(w->db, 2, &digest, &e));
	assert_true(identity_put(w->db, 3, &identity, &e));
	assert_true(access_token_add(w->db, &token, &digest, &token.id, &e));
}

/* What people decide about findings and sources, and what they sign in with: the store writes such rows, and
 * the entry tells of them. */
static void fill_decisions(struct ward *w, struct change_by who)
{
	struct package_alias alias = { .left = { PACKAGE_CPE, STR("acme:parser") },
		.right = { PACKAGE_PURL, STR("npm/parser") },
		.who = who.who,
		.why = STR("the same"),
		.at = who.at };
	struct refused_name refused = { .source = STR("osv"),
		.record = STR("GHSA-2"),
		.name = STR("CVE-2026-0002"),
		.at = who.at,
		.by = who.who,
		.why = STR("another") };
	struct source_off off = { who.at, who.who, STR("stale") };
	struct evidence list = { .release_id = 1,
		.component = STR("parser"),
		.file = STR("files.txt"),
		.files = 1,
		.imported_at = who.at };
	SCOPED_CHANGE *change = NULL;
	struct err e = { 0 };
	int64_t id;

	assert_true(change_open(w->db, &who, &change, &e));
	put_statement(w, who);
	put_credentials(w, who);
	assert_true(package_alias_add(w->db, &alias, &id, &e));
	assert_true(refused_name_add(w->db, &refused, &id, &e));
	assert_true(source_turn_off(w->db, STR("osv"), &off, &e));
	assert_true(evidence_add(w->db, &list, STR("parser.c\n"), &id, &e));
	assert_true(coverage_run_add(w->db, who.at, STR("coverage"), &e));
	assert_true(
	    change_note(change, "finding.set", STR("vulnerability CVE-2026-0001"), STR_NONE, STR_NONE, &e));
	assert_true(change_close(&change, &e));
}

/* A record of each kind there is something to say of: signed, closed, with a setting and an attachment. */
static void fill(struct ward *w)
{
	struct change_by who = by(&w->anna, "anna", w->minutes);
	struct str content = STR("test report 17, passed");
	struct sha256 digest = sha256_of(content);
	SCOPED_CHANGE *change = NULL;
	struct err e = { 0 };
	int64_t id = assess(w);

	assert_true(sign(w, &w->anna, "anna", id, MEANING_AUTHORSHIP, &e));
	assert_true(sign(w, &w->rita, "rita", id, MEANING_APPROVAL, &e));
	who.at.us += 10 * MINUTE_US;
	assert_true(program_set(w->db, "firm", STR("{\"registration_number\":\"1234567\"}"), who, &e));
	assert_true(program_set(w->db, "time_zone", STR("America/Chicago"), who, &e));
	assert_true(change_open(w->db, &who, &change, &e));
	assert_true(attachment_add(w->db, &digest, content, who.at, &e));
	assert_true(change_note(change, "casefile.attachment", STR("casefile 1"), STR_NONE, STR("{}"), &e));
	assert_true(change_close(&change, &e));
	fill_register(w, who);
	fill_sbom(w, who);
	fill_decisions(w, who);
	fill_programme(w, who);
	who.at.us += 10 * MINUTE_US;
	assert_true(case_close(w->db, w->casefile, date_of(2026, 6, 20), STR(SECRET), who, &e));
	db_close(w->db);
}

static void what_is_as_it_was_told_is_whole(void **state)
{
	struct ward w = open_ward();
	struct store_verification v;
	struct found found;

	(void)state;
	fill(&w);
	assert_int_equal(faults_in(in_folder("a.db"), &found, &v), 0);
	assert_string_equal(found.text, "");
	assert_int_equal(v.records, 3);
	assert_int_equal(v.signatures, 4);
	assert_int_equal(v.attachments, 1);
	db_close(NULL);
}

static const char *const triggers =
    "DROP TRIGGER trail_is_never_changed; DROP TRIGGER trail_is_never_shortened;"
    "DROP TRIGGER signature_is_never_changed; DROP TRIGGER signature_is_never_taken_out;"
    "DROP TRIGGER casefile_record_is_never_changed;"
    "DROP TRIGGER casefile_record_is_never_taken_out;"
    "DROP TRIGGER attachment_is_never_changed; DROP TRIGGER attachment_is_never_taken_out;"
    "DROP TRIGGER casefile_is_never_taken_out; DROP TRIGGER person_is_never_taken_out;"
    "DROP TRIGGER signal_entry_is_never_changed;"
    "DROP TRIGGER signal_entry_is_never_taken_out;"
    "DROP TRIGGER program_version_is_never_changed;"
    "DROP TRIGGER program_version_is_never_taken_out;";

/* The statements that make the triggers anew, as the store has them. */
static char made_anew[16 * 1024];

static void keep_triggers(void)
{
	sqlite3_stmt *s;
	sqlite3 *db;
	size_t used = 0;

	assert_int_equal(sqlite3_open(in_folder("a.db"), &db), SQLITE_OK);
	assert_int_equal(
	    sqlite3_prepare_v2(db, "SELECT sql FROM sqlite_schema WHERE type = 'trigger'", -1, &s, NULL),
	    SQLITE_OK);
	while (sqlite3_step(s) == SQLITE_ROW) {
		int more = snprintf(made_anew + used, sizeof(made_anew) - used, "%s;",
		    (const char *)sqlite3_column_text(s, 0));

		used += (size_t)more;
		assert_true(used < sizeof(made_anew));
	}
	sqlite3_finalize(s);
	sqlite3_close(db);
}

/* The store as fill() left it, without the triggers that keep others from what forge() does. */
static struct str open_for_forging(struct buf *bytes)
{
	SCOPED_INPUT *in = NULL;
	struct err e = { 0 };
	char message[256];

	keep_triggers();
	run_sql(in_folder("a.db"), triggers, message, sizeof(message));
	assert_string_equal(message, "");
	assert_true(input_open_file(in_folder("a.db"), &in, &e));
	assert_true(input_read_all(in, bytes, &e));
	return buf_str(bytes);
}

/* Alters a copy of the store by SQL, and puts the triggers back: what is found is found without them. */
static int64_t forge(struct str store, const char *sql, struct found *found)
{
	const char *path = write_file("forged.db", store);
	struct store_verification v;
	char message[256];

	run_sql(path, sql, message, sizeof(message));
	assert_string_equal(message, "");
	run_sql(path, made_anew, message, sizeof(message));
	assert_string_equal(message, "");
	return faults_in(path, found, &v);
}

/* --- every table that there is, by the schema --- */

#define TEXT_MOST 64 /* a name of the schema */

/* Is it named in the list of docs/man/audit.md of what is not held: "| `kev` |", "| `session.used_at` |"? */
static bool is_excepted(const char *docs, const char *table, const char *column)
{
	char row[4 * TEXT_MOST];

	snprintf(row, sizeof(row), column ? "| `%s.%s` |" : "| `%s` |", table, column);
	return strstr(docs, row) != NULL;
}

static char *read_docs(void)
{
	static char docs[256 * 1024];
	FILE *file = fopen(CHECK_SOURCE "/docs/man/audit.md", "r");

	assert_non_null(file);
	docs[fread(docs, 1, sizeof(docs) - 1, file)] = '\0';
	fclose(file);
	return docs;
}

/* The texts of the first column. */
static size_t texts_of(sqlite3 *db, const char *sql, char out[][TEXT_MOST], size_t most)
{
	sqlite3_stmt *s;
	size_t count = 0;

	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &s, NULL), SQLITE_OK);
	for (; count < most && sqlite3_step(s) == SQLITE_ROW; count++)
		snprintf(out[count], TEXT_MOST, "%s", (const char *)sqlite3_column_text(s, 0));
	sqlite3_finalize(s);
	return count;
}

struct table_cell {
	char table[TEXT_MOST], keys[4 * TEXT_MOST], column[TEXT_MOST], type[TEXT_MOST];
};

/* One character more or another byte, or another number. */
static void write_alteration(const struct table_cell *c, long row, char *sql, size_t size)
{
	const char *column = c->column, *one = strcmp(c->type, "BLOB") == 0 ? "x'31'" : "'1'";

	snprintf(sql, size,
	    "UPDATE %s SET %s = CASE typeof(%s) WHEN 'integer' THEN -1 - %s WHEN 'null' THEN %s WHEN 'blob' "
	    "THEN "
	    "CAST(substr(%s, 1, 31) || CASE substr(%s, 32) WHEN x'5A' THEN x'A5' ELSE x'5A' END AS BLOB) "
	    "ELSE %s "
	    "|| '~' END WHERE (%s) = (SELECT %s FROM %s ORDER BY %s LIMIT 1 OFFSET %ld)",
	    c->table, column, column, column, one, column, column, column, c->keys, c->keys, c->table,
	    c->keys, row);
}

static size_t unfound;

static void forge_cell(struct str store, const struct table_cell *c, long rows)
{
	struct found found;
	char sql[2048];

	for (long row = 0; row < rows; row++) {
		write_alteration(c, row, sql, sizeof(sql));
		CASE(sql);
		if (forge(store, sql, &found) > 0)
			continue;
		printf("# not found: row %ld of %s.%s\n", row, c->table, c->column);
		unfound++;
	}
}

static void forge_table(struct str store, sqlite3 *db, const char *docs, const char *table)
{
	static char columns[64][TEXT_MOST], types[64][TEXT_MOST], keys[8][TEXT_MOST];
	char sql[2048];
	struct table_cell c = { .keys = "" };
	struct found found;
	size_t count, key_count;
	long rows;

	snprintf(c.table, sizeof(c.table), "%s", table);
	snprintf(sql, sizeof(sql), "SELECT name FROM pragma_table_info('%s') ORDER BY cid", table);
	count = texts_of(db, sql, columns, COUNT(columns));
	snprintf(sql, sizeof(sql), "SELECT type FROM pragma_table_info('%s') ORDER BY cid", table);
	texts_of(db, sql, types, COUNT(types));
	snprintf(
	    sql, sizeof(sql), "SELECT name FROM pragma_table_info('%s') WHERE pk > 0 ORDER BY pk", table);
	key_count = texts_of(db, sql, keys, COUNT(keys));
	for (size_t i = 0; i < key_count; i++)
		snprintf(
		    c.keys + strlen(c.keys), sizeof(c.keys) - strlen(c.keys), "%s%s", i ? ", " : "", keys[i]);
	snprintf(sql, sizeof(sql), "SELECT count(*) FROM %s", table);
	rows = count_sql(in_folder("a.db"), sql);
	if (rows == 0)
		fail_msg("%s has no row that could be altered", table);
	for (size_t i = 0; i < count; i++) {
		snprintf(c.column, sizeof(c.column), "%s", columns[i]);
		snprintf(c.type, sizeof(c.type), "%s", types[i]);
		if (!is_excepted(docs, table, columns[i]))
			forge_cell(store, &c, rows);
	}
	snprintf(sql, sizeof(sql), "DELETE FROM %s WHERE (%s) = (SELECT %s FROM %s ORDER BY %s LIMIT 1)",
	    table, c.keys, c.keys, table, c.keys);
	if (!is_excepted(docs, table, "*") && forge(store, sql, &found) == 0) {
		printf("# not found: %s\n", sql);
		unfound++;
	}
}

/* Every column of every row of every table of the schema, altered by one character, or by one; and a row
 * taken out: but for what docs/man/audit.md says is not held, and why. */
static void r_01_every_cell_that_is_altered_is_found(void **state)
{
	static char tables[128][TEXT_MOST];
	SCOPED_BUF bytes = buf_new(64 * 1024 * 1024);
	struct ward w = open_ward();
	char *docs = read_docs();
	struct str store;
	sqlite3 *db;
	size_t count;

	(void)state;
	fill(&w);
	store = open_for_forging(&bytes);
	assert_int_equal(sqlite3_open(in_folder("a.db"), &db), SQLITE_OK);
	count = texts_of(db,
	    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
	    tables, COUNT(tables));
	assert_true(count > 50);
	for (size_t i = 0; i < count; i++)
		if (!is_excepted(docs, tables[i], NULL))
			forge_table(store, db, docs, tables[i]);
	sqlite3_close(db);
	assert_int_equal(unfound, 0);
}

static void r_01_what_is_taken_out_or_put_in_is_named(void **state)
{
	static const struct {
		const char *sql, *says;
	} cases[] = {
		{ "DELETE FROM casefile_record WHERE id = 2", "record 2 was taken out: entry " },
		{ "INSERT INTO casefile_record SELECT 9, casefile_id, kind, replaces, facts, more, at, who "
		  "FROM "
		  "casefile_record WHERE id = 2",
		    "record 9 of casefile 1 was put in: no entry tells of it" },
		{ "UPDATE casefile_record SET facts = replace(facts, 'low', 'high') WHERE id = 2",
		    "record 2 of casefile 1 was changed: it is not what entry " },
		{ "UPDATE casefile_record SET facts = replace(facts, 'low', 'high') WHERE id = 2",
		    "signature 1 no longer covers record 2 of casefile 1: the record was changed" },
		{ "DELETE FROM signature WHERE id = 2", "a signature was taken out or changed: entry " },
		{ "INSERT INTO signature SELECT 9, subject, record, meaning, name, full_name, at, content, "
		  "seal, "
		  "entry + 1 FROM signature WHERE id = 2",
		    "signature 9 was put in or changed" },
		{ "INSERT INTO signature SELECT 9, subject, record, meaning, name, full_name, at, content, "
		  "seal, "
		  "entry FROM signature WHERE id = 2",
		    "signature 9 was put in: entry " },
		{ "INSERT INTO trail_head SELECT 2, number, digest FROM trail_head",
		    "1 put into the table trail_head: it has one row" },
		{ "UPDATE signature SET record = 1 WHERE id = 2", "signature 2 was changed or moved" },
		{ "DELETE FROM setting WHERE name = 'firm'", "setting firm is not there: entry " },
		{ "DELETE FROM casefile", "casefile 1 is not there: entry " },
		{ "UPDATE person SET roles = 63 WHERE name = 'anna'",
		    "user anna was changed: it is not what" },
		{ "UPDATE casefile SET closed_on = NULL", "casefile 1 was changed: it is not what entry " },
		{ "UPDATE device SET class = 'III'", "device 1 was changed: it is not what entry " },
		{ "UPDATE consignee SET contact = 'Somebody'",
		    "consignees was changed: it is not what entry " },
		{ "DELETE FROM shipment", "consignees was changed: it is not what entry " },
		{ "UPDATE release SET units = 4000", "release 1 was changed: it is not what entry " },
		{ "DELETE FROM lot", "lot 1 is not there: entry " },
		{ "DELETE FROM signal_entry WHERE kind = 'contact'", "signal 1 is not there: entry " },
		{ "UPDATE signal_entry SET content = replace(content, 'Roe', 'Doe')",
		    "signal 1 was changed: it is not what entry " },
		{ "UPDATE program_version SET content = '{\"version\":\"B\"}' WHERE kind = 'policy'",
		    "policy was changed: it is not what entry " },
		{ "INSERT INTO vex_statement SELECT 99, origin, life, vulnerability, status, justification, "
		  "device_id, "
		  "release_id, document_id, made_at, from_on, until_on, replaces, content FROM vex_statement "
		  "WHERE "
		  "origin = 1",
		    "1 put into the statement rows, as 99: the entries tell of 0" },
		{ "DELETE FROM vex_statement WHERE origin = 1", "a row of statement was taken out: entry " },
		{ "UPDATE component SET version = '9'",
		    "component 1 was changed: its content does not give" },
		{ "UPDATE release SET list_id = NULL", "release 1 was changed: it is not what entry " },
		{ "INSERT INTO package_alias SELECT 99, 1, 'a:b', 2, 'npm/c', who, at, why FROM "
		  "package_alias",
		    "1 put into the package_alias rows, as 99: the entries tell of 0" },
		{ "INSERT INTO source_off VALUES ('nvd', 1, 'x', 'y')",
		    "1 put into the source_off rows, as nvd: the entries tell of 0" },
		{ "DELETE FROM refused_name", "a row of refused_name was taken out: entry " },
		{ "UPDATE casefile SET opened_at = opened_at + 1",
		    "casefile 1 was changed: it is not what entry " },
		{ "UPDATE person SET secret = (SELECT secret FROM person WHERE name = 'anna') WHERE name = "
		  "'rita'",
		    "person 3 was changed: it is not what entry " },
		{ "UPDATE sbom SET raw = x'00'", "sbom 1 was changed: it is not what entry " },
		{ "INSERT INTO session VALUES (x'01', 3, 'elsewhere', 1, 1)",
		    "1 put into the session rows, as 01: the entries tell of 0" },
		{ "INSERT INTO person_identity VALUES (2, 'https://id.example', 's2', '')",
		    "1 put into the person_identity rows, as 2: the entries tell of 0" },
		{ "INSERT INTO vex_name VALUES ('CVE-2026-0009', 1, (SELECT id FROM vex_statement WHERE "
		  "origin = 1))",
		    " was changed: it is not what entry " },
		{ "INSERT INTO vex_package VALUES ('npm/x', 2, 4711)",
		    "1 put into the statement_package rows, as 4711: the entries tell of 0" },
		{ "INSERT INTO setting VALUES ('isao', '{}')",
		    "1 put into the table setting: the entries tell of 2" },
		{ "INSERT INTO device (name) VALUES ('Ghost')",
		    "1 put into the table device: the entries tell of 1" },
		{ "INSERT INTO signal_entry (signal_id, kind, content, at, who) VALUES (1, 'triage', '{}', "
		  "1, 'x')",
		    "1 put into the table signal_entry: the entries tell of 2" },
	};
	SCOPED_BUF bytes = buf_new(64 * 1024 * 1024);
	struct ward w = open_ward();
	struct found found;
	struct str store;

	(void)state;
	fill(&w);
	store = open_for_forging(&bytes);
	for (size_t i = 0; i < COUNT(cases); i++) {
		CASE(cases[i].sql);
		assert_true(forge(store, cases[i].sql, &found) > 0);
		if (!strstr(found.text, cases[i].says))
			assert_string_equal(found.text, cases[i].says);
	}
}

/* What is only added to stays so by triggers: one that was dropped, changed or put in is a fault by itself.
 */
static void r_05_a_trigger_that_is_not_as_it_was_is_named(void **state)
{
	static const struct {
		const char *sql, *says;
	} cases[] = {
		{ "DROP TRIGGER trail_is_never_shortened",
		    "the trigger trail_is_never_shortened on the table trail was taken out\n" },
		{ "DROP TRIGGER trail_is_never_changed; CREATE TRIGGER trail_is_never_changed BEFORE UPDATE "
		  "ON "
		  "trail WHEN new.number < 0 BEGIN SELECT RAISE(ABORT, 'no'); END",
		    "the trigger trail_is_never_changed on the table trail was changed\n" },
		{ "CREATE TRIGGER helper AFTER INSERT ON setting BEGIN SELECT 1; END",
		    "the trigger helper on the table setting was put in\n" },
	};
	SCOPED_BUF bytes = buf_new(64 * 1024 * 1024);
	SCOPED_INPUT *in = NULL;
	struct ward w = open_ward();
	struct store_verification v;
	struct err e = { 0 };
	struct found found;
	char message[256];

	(void)state;
	fill(&w);
	assert_true(input_open_file(in_folder("a.db"), &in, &e));
	assert_true(input_read_all(in, &bytes, &e));
	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *path = write_file("forged.db", buf_str(&bytes));

		CASE(cases[i].sql);
		run_sql(path, cases[i].sql, message, sizeof(message));
		assert_string_equal(message, "");
		assert_int_equal(faults_in(path, &found, &v), 1);
		assert_string_equal(found.text, cases[i].says);
	}
}

TESTS(IN_FOLDER(what_is_as_it_was_told_is_whole), IN_FOLDER(r_05_a_trigger_that_is_not_as_it_was_is_named),
    IN_FOLDER(r_01_every_cell_that_is_altered_is_found), IN_FOLDER(r_01_what_is_taken_out_or_put_in_is_named))
