/* Statements: kept, found by every name of the vulnerability, ended; their stored form. */
#include "store/store_folder.h"

#include "limits.h"
#include "sources/vex/product.h"
#include "store/statement_form.h"
#include "store/statements.h"

static struct vex_record record_of(struct arena *arena, enum vex_origin origin, const char *purl)
{
	static struct str ids[2];
	struct vex_record r = { .origin = origin,
		.device_id = 3,
		.release_id = 4,
		.reason = STR("why"),
		.evidence = STR("log"),
		.who = STR("qa"),
		.document = STR("doc"),
		.document_version = STR("2"),
		.made_at = { 77 },
		.from = date_of(2026, 1, 2),
		.until = DATE_NONE,
		.replaces = 9 };
	struct statement_product *p = arena_alloc(arena, 2, sizeof(*p));

	ids[0] = STR("cve-2024-1234");
	ids[1] = STR("GHSA-aaaa-bbbb-cccc");
	assert_true(product_name(&p[0], str_of(purl), arena));
	assert_true(product_hash(&p[0], STR("SHA-256"), STR("AB"), arena));
	assert_true(product_name(&p[1], STR("cpe:2.3:a:haxx:curl:-:*:*:*:*:*:*:*"), arena));
	p[0].name = STR("a");
	p[0].version = STR("1");
	p[0].bom = STR("urn:uuid:1");
	p[0].ref = STR("r");
	p[0].subcomponents = &p[1];
	p[0].subcomponent_count = 1;
	r.said = (struct vex_statement){ .id = STR("s1"),
		.ids = ids,
		.id_count = 2,
		.products = p,
		.product_count = 1,
		.status = STATEMENT_AFFECTED,
		.justification = JUSTIFICATION_NONE,
		.status_word = STR("exploitable"),
		.impact = STR("i"),
		.action = STR("do"),
		.responses = &ids[1],
		.response_count = 1,
		.notes = STR("n"),
		.author = STR("x"),
		.issued = INSTANT_NONE,
		.updated = INSTANT_NONE };
	return r;
}

static void assert_same(const struct vex_record *a, const struct vex_record *b)
{
	SCOPED_BUF x = buf_new(LIMIT_RECORD_BYTES), y = buf_new(LIMIT_RECORD_BYTES);

	statement_form_write(a, &x);
	statement_form_write(b, &y);
	assert_true(str_eq(buf_str(&x), buf_str(&y)));
	assert_int_equal(a->origin, b->origin);
	assert_int_equal(a->said.status, b->said.status);
	assert_int_equal(a->said.justification, b->said.justification);
	assert_int_equal(a->device_id, b->device_id);
	assert_int_equal(a->release_id, b->release_id);
	assert_true(a->made_at.us == b->made_at.us);
	assert_int_equal(a->from.days, b->from.days);
	assert_int_equal(a->until.days, b->until.days);
	assert_true(a->replaces == b->replaces);
}

static void the_stored_form_comes_back_and_is_never_read_past_its_end(void **state)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_BUF bytes = buf_new(LIMIT_RECORD_BYTES);
	struct vex_record r = record_of(&arena, VEX_OWN, "pkg:npm/a@1"), back = r;
	struct err e = { 0 };

	(void)state;
	back.said.products = NULL;
	back.who = STR("");
	statement_form_write(&r, &bytes);
	assert_true(statement_form_read(buf_str(&bytes), &arena, &back, &e));
	assert_same(&r, &back);
	for (size_t len = 0; len < bytes.len; len++) {
		assert_false(statement_form_read(str_first(buf_str(&bytes), len), &arena, &back, &e));
		assert_int_equal(e.code, ERR_STORE);
	}
}

static size_t count_about(struct db *db, const char *name, enum vex_life life, struct arena *arena)
{
	struct str names[] = { str_of(name), STR("CVE-2000-1") };
	struct vex_record *records;
	struct err e = { 0 };
	size_t count;

	assert_true(statements_about(db, names, COUNT(names), life, arena, &records, &count, &e));
	return count;
}

static void statements_are_found_by_every_name_until_they_end(void **state)
{
	static const char *const names[] = { "CVE-2024-1234", "Cve-2024-1234", "GHSA-aaaa-bbbb-cccc" };
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct err e = { 0 };
	struct vex_record r = record_of(&arena, VEX_SUPPLIER, "pkg:npm/a@1"), back;
	int64_t id, *ids;
	size_t count;
	bool any;

	(void)state;
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &db, &e));
	assert_true(db_begin(db, &e));
	assert_true(statements_any(db, &any, &e) && !any);
	assert_true(statements_add(db, &r, &id, &e));
	assert_true(statements_get(db, id, &arena, &back, &e));
	assert_same(&r, &back);
	for (size_t i = 0; i < COUNT(names); i++) {
		CASE(names[i]);
		assert_int_equal(count_about(db, names[i], VEX_STANDING, &arena), 1);
	}
	assert_int_equal(count_about(db, "CVE-2024-1235", VEX_STANDING, &arena), 0);
	assert_true(statements_on_package(db, PACKAGE_CPE, STR("a:haxx:curl"), &arena, &ids, &count, &e));
	assert_int_equal(count, 1);
	assert_true(statements_any(db, &any, &e) && any);
	assert_true(statements_end(db, id, VEX_REPLACED, &e));
	assert_int_equal(count_about(db, names[0], VEX_STANDING, &arena), 0);
	assert_int_equal(count_about(db, names[0], VEX_REPLACED, &arena), 1);
	assert_true(statements_on_package(db, PACKAGE_CPE, STR("a:haxx:curl"), &arena, &ids, &count, &e));
	assert_int_equal(count, 0);
	assert_true(statements_any(db, &any, &e) && !any);
	assert_false(statements_get(db, id + 1, &arena, &back, &e));
	assert_int_equal(e.code, ERR_ABSENT);
	db_rollback(db);
}

TESTS(IN_FOLDER(the_stored_form_comes_back_and_is_never_read_past_its_end),
    IN_FOLDER(statements_are_found_by_every_name_until_they_end))
