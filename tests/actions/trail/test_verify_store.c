/* R-01, 21 CFR 11.10(a): whatever is altered in the store is found and named. */
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
	assert_true(import_consignees(w->db,
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

/* The store as fill() left it, without the triggers that keep others from what forge() does. */
static struct str open_for_forging(struct buf *bytes)
{
	SCOPED_INPUT *in = NULL;
	struct err e = { 0 };
	char message[256];

	run_sql(in_folder("a.db"), triggers, message, sizeof(message));
	assert_string_equal(message, "");
	assert_true(input_open_file(in_folder("a.db"), &in, &e));
	assert_true(input_read_all(in, bytes, &e));
	return buf_str(bytes);
}

/* Alters a copy of the store by SQL. */
static int64_t forge(struct str store, const char *sql, struct found *found)
{
	const char *path = write_file("forged.db", store);
	struct store_verification v;
	char message[256];

	run_sql(path, sql, message, sizeof(message));
	assert_string_equal(message, "");
	return faults_in(path, found, &v);
}

/* Every column of every row that is to be kept, altered by one character, or by one. */
static void r_01_every_cell_that_is_altered_is_found(void **state)
{
	static const struct {
		const char *table, *key, *columns;
		long first; /* the first user has nobody who attests */
	} cells[] = {
		{ "trail", "number", "number at who what object old new why previous digest", 0 },
		{ "casefile_record", "id", "id casefile_id kind replaces facts more at who", 0 },
		{ "signature", "id", "subject record meaning name full_name at content seal entry", 0 },
		{ "casefile", "id", "title vulnerability closed_on", 0 },
		{ "setting", "name", "name content", 0 },
		{ "person", "id", "name full_name roles state attested_by attested_on", 1 },
		{ "attachment", "digest", "digest packed", 0 },
		{ "trail_head", "id", "number digest", 0 },
		{ "device", "id",
		    "name class pathway marketed support common_name approved_on manufacturer_name", 0 },
		{ "device_number", "device_id", "device_id list number", 0 },
		{ "release", "id", "device_id version units released_on", 0 },
		{ "lot", "id",
		    "release_id lot serial_from serial_to model_number manufactured_on expires_on quantity",
		    0 },
		{ "consignee", "id",
		    "account kind name role contact address city region postal_code country telephone email",
		    0 },
		{ "shipment", "id",
		    "consignee_id device_id release_id reference lot serial_from serial_to quantity returned",
		    0 },
		{ "signal_entry", "id", "signal_id kind content at who", 0 },
		{ "program_version", "id", "kind name number content at who", 0 },
	};
	SCOPED_BUF bytes = buf_new(64 * 1024 * 1024);
	struct ward w = open_ward();
	struct found found;
	struct str store;

	(void)state;
	fill(&w);
	store = open_for_forging(&bytes);
	for (size_t i = 0; i < COUNT(cells); i++) {
		struct str rest = str_of(cells[i].columns), column;

		while (rest.len > 0) {
			char sql[768];
			long rows;

			if (!str_cut(&rest, ' ', &column)) {
				column = rest;
				rest = STR("");
			}
			snprintf(sql, sizeof(sql), "SELECT count(*) FROM %s", cells[i].table);
			rows = count_sql(in_folder("a.db"), sql);
			for (long row = cells[i].first; row < rows; row++) {
				snprintf(sql, sizeof(sql),
				    "UPDATE %s SET " STR_FMT " = CASE typeof(" STR_FMT
				    ") WHEN 'integer' THEN -1 - " STR_FMT
				    " WHEN 'null' THEN '1' WHEN 'blob' THEN "
				    "CAST(substr(" STR_FMT ", 1, 31) || CASE substr(" STR_FMT
				    ", 32) WHEN x'5A' THEN x'A5' ELSE x'5A' END AS BLOB) ELSE " STR_FMT
				    " || '~' END WHERE %s = (SELECT %s FROM %s ORDER BY %s LIMIT 1 "
				    "OFFSET "
				    "%ld)",
				    cells[i].table, STR_ARG(column), STR_ARG(column), STR_ARG(column),
				    STR_ARG(column), STR_ARG(column), STR_ARG(column), cells[i].key,
				    cells[i].key, cells[i].table, cells[i].key, row);
				CASE(sql);
				if (forge(store, sql, &found) == 0)
					assert_string_equal(sql, "found");
			}
		}
	}
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

TESTS(IN_FOLDER(what_is_as_it_was_told_is_whole), IN_FOLDER(r_01_every_cell_that_is_altered_is_found),
    IN_FOLDER(r_01_what_is_taken_out_or_put_in_is_named))
