#include "check.h"

#include "assessment/vex_index.h"

#define RECORDS 3

struct fixture {
	struct str ids[RECORDS];
	struct affected rows[RECORDS];
	struct statement_product products[RECORDS];
	struct vex_record records[RECORDS];
};

static void set(
    struct fixture *f, size_t i, const char *id, enum statement_status status, const char *package)
{
	f->ids[i] = str_of(id);
	f->rows[i] = (struct affected){ .kind = PACKAGE_PURL, .package = str_of(package) };
	f->products[i] = (struct statement_product){ .rows = &f->rows[i], .row_count = package ? 1 : 0 };
	f->records[i].said = (struct vex_statement){ .ids = &f->ids[i],
		.id_count = 1,
		.status = status,
		.products = &f->products[i],
		.product_count = 1 };
}

static void statements_are_found_by_name_and_by_what_they_call_affected(void **state)
{
	struct str names[] = { STR("cve-2099-1"), STR("CVE-2099-1"), STR("GHSA-none") };
	SCOPED_ARENA arena = { 0 };
	struct fixture f = { 0 };
	const struct vex_record **found;
	struct vex_index *x;

	set(&f, 0, "CVE-2099-1", STATEMENT_AFFECTED, "npm/a");
	set(&f, 1, "CVE-2099-2", STATEMENT_NOT_AFFECTED, "npm/a");
	set(&f, 2, "CVE-2099-1", STATEMENT_AFFECTED, NULL);
	f.products[2].bom = STR("urn:uuid:1");
	f.products[2].ref = STR("part");
	x = vex_index_new(f.records, RECORDS);

	assert_int_equal(vex_index_about(x, names, COUNT(names), &arena, &found), 2);
	assert_ptr_equal(found[0], &f.records[0]);
	assert_ptr_equal(found[1], &f.records[2]);
	assert_int_equal(vex_index_about(x, names + 2, 1, &arena, &found), 0);
	assert_int_equal(vex_index_claims(x, PACKAGE_PURL, STR("npm/a"), &arena, &found), 1);
	assert_ptr_equal(found[0], &f.records[0]);
	assert_int_equal(vex_index_claims(x, PACKAGE_CPE, STR("npm/a"), &arena, &found), 0);
	assert_int_equal(vex_index_claims(x, VEX_BY_SBOM, STR("urn:uuid:1"), &arena, &found), 1);
	assert_ptr_equal(found[0], &f.records[2]);
	vex_index_free(x);
	(void)state;
}

TESTS(cmocka_unit_test(statements_are_found_by_name_and_by_what_they_call_affected))
