/* R-01, 21 CFR 11.10(a): whatever is altered in the store is found and named. */
#include "actions/program/program_set.h"
#include "actions/ward.h"

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
	assert_true(change_open(w->db, who, &change, &e));
	assert_true(attachment_add(w->db, &digest, content, who.at, &e));
	assert_true(change_note(change, "casefile.attachment", STR("casefile 1"), STR_NONE, STR("{}"), &e));
	assert_true(change_close(&change, &e));
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
	assert_int_equal(v.signatures, 3);
	assert_int_equal(v.attachments, 1);
	db_close(NULL);
}

/* Alters a copy of the store by SQL, without the triggers. */
static int64_t forge(const char *sql, struct found *found)
{
	SCOPED_BUF bytes = buf_new(64 * 1024 * 1024);
	SCOPED_INPUT *in = NULL;
	struct store_verification v;
	struct err e = { 0 };
	char message[256];
	const char *path;

	assert_true(input_open_file(in_folder("a.db"), &in, &e));
	assert_true(input_read_all(in, &bytes, &e));
	path = write_file("forged.db", buf_str(&bytes));
	run_sql(path,
	    "DROP TRIGGER trail_is_never_changed; DROP TRIGGER trail_is_never_shortened;"
	    "DROP TRIGGER signature_is_never_changed; DROP TRIGGER signature_is_never_taken_out;"
	    "DROP TRIGGER casefile_record_is_never_changed; DROP TRIGGER casefile_record_is_never_taken_out;"
	    "DROP TRIGGER attachment_is_never_changed; DROP TRIGGER attachment_is_never_taken_out;"
	    "DROP TRIGGER casefile_is_never_taken_out; DROP TRIGGER person_is_never_taken_out;",
	    message, sizeof(message));
	assert_string_equal(message, "");
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
	};
	struct ward w = open_ward();
	struct found found;

	(void)state;
	fill(&w);
	for (size_t i = 0; i < COUNT(cells); i++) {
		struct str rest = str_of(cells[i].columns), column;

		while (rest.len > 0) {
			char sql[512];
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
				    "CAST(substr(" STR_FMT ", 1, 31) || x'5A' AS BLOB) ELSE " STR_FMT
				    " || '~' END WHERE %s = (SELECT %s FROM %s ORDER BY %s LIMIT 1 "
				    "OFFSET "
				    "%ld)",
				    cells[i].table, STR_ARG(column), STR_ARG(column), STR_ARG(column),
				    STR_ARG(column), STR_ARG(column), cells[i].key, cells[i].key,
				    cells[i].table, cells[i].key, row);
				CASE(sql);
				if (forge(sql, &found) == 0)
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
		{ "UPDATE casefile SET closed_on = NULL", "casefile 1 is not there: entry " },
	};
	struct ward w = open_ward();
	struct found found;

	(void)state;
	fill(&w);
	for (size_t i = 0; i < COUNT(cases); i++) {
		CASE(cases[i].sql);
		assert_true(forge(cases[i].sql, &found) > 0);
		if (!strstr(found.text, cases[i].says))
			assert_string_equal(found.text, cases[i].says);
	}
}

TESTS(IN_FOLDER(what_is_as_it_was_told_is_whole), IN_FOLDER(r_01_every_cell_that_is_altered_is_found),
    IN_FOLDER(r_01_what_is_taken_out_or_put_in_is_named))
