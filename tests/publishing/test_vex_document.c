#include "example.h"

static struct str fixed_in[] = { { "2.0", 3 } };
static struct str trace[] = { { "nvd CVE-1: x", 12 } };

static struct scan_row row_of(const char *name, size_t component, enum finding_state state, enum tier tier)
{
	struct scan_row row = { .vulnerability = str_of(name), .epss = -1, .published = INSTANT_NONE };

	row.finding = (struct finding){ .component = component,
		.state = state,
		.tier = tier,
		.source = STR("nvd"),
		.trace = trace,
		.trace_count = 1 };
	return row;
}

static void make(const struct scan *s, const struct scan_row *rows, size_t count,
    const struct vex_edition *edition, struct arena *arena, struct vex_document *out)
{
	struct example_rows from = { rows, count, 0 };
	struct err e = { 0 };

	assert_true(vex_document_make(s, (struct scan_rows){ &from, example_next }, edition, arena, out, &e));
}

static void what_is_not_sure_is_still_looked_into(void **state)
{
	static const struct {
		const char *text;
		enum finding_state state;
		enum tier tier;
		enum statement_status status;
	} cases[] = {
		{ "affected A", FINDING_AFFECTED, TIER_A, STATEMENT_AFFECTED },
		{ "affected B", FINDING_AFFECTED, TIER_B, STATEMENT_AFFECTED },
		{ "affected C", FINDING_AFFECTED, TIER_C, STATEMENT_AFFECTED },
		{ "affected D", FINDING_AFFECTED, TIER_D, STATEMENT_UNDER_INVESTIGATION },
		{ "platform", FINDING_PLATFORM_NOT_IN_SBOM, TIER_B, STATEMENT_UNDER_INVESTIGATION },
		{ "withdrawn", FINDING_WITHDRAWN, TIER_A, STATEMENT_UNDER_INVESTIGATION },
		{ "not affected", FINDING_NOT_AFFECTED, TIER_A, STATEMENT_NOT_AFFECTED },
		{ "fixed", FINDING_FIXED, TIER_A, STATEMENT_FIXED },
		{ "looked into", FINDING_UNDER_INVESTIGATION, TIER_A, STATEMENT_UNDER_INVESTIGATION },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct scan_row row = row_of("CVE-2026-0001", 1, cases[i].state, cases[i].tier);
		struct scan s = example_scan(true);
		SCOPED_ARENA arena = { 0 };
		struct vex_document d;

		CASE(cases[i].text);
		make(&s, &row, 1, &example_edition, &arena, &d);
		assert_int_equal(d.claims[0].status, cases[i].status);
		assert_int_equal(d.claims[0].action.len > 0, cases[i].status == STATEMENT_AFFECTED);
		assert_int_equal(d.claims[0].impact.len > 0, cases[i].status == STATEMENT_NOT_AFFECTED);
		assert_true(str_has(d.claims[0].notes, STR("not confirmed by a person")));
		assert_true(str_has(d.claims[0].notes, trace[0]));
	}
	(void)state;
}

static void a_fix_of_a_component_is_none_of_the_product(void **state)
{
	for (int with_subject = 0; with_subject < 2; with_subject++) {
		struct scan_row row = row_of("CVE-2026-0001", 1, FINDING_AFFECTED, TIER_A);
		struct scan s = example_scan(with_subject);
		SCOPED_ARENA arena = { 0 };
		struct vex_document d;

		row.finding.fixed_in = fixed_in;
		row.finding.fixed_count = 1;
		make(&s, &row, 1, &example_edition, &arena, &d);
		assert_int_equal(d.claims[0].remedy, with_subject ? VEX_NONE_AVAILABLE : VEX_VENDOR_FIX);
		assert_int_equal(str_has(d.claims[0].action, STR("No fix of the product")), with_subject);
		assert_true(str_has(d.claims[0].action, STR("nvd names as fixed: 2.0.")));
	}
	(void)state;
}

/* A decision is told in its own words; the reason for the file, and who decided, stay in the house. */
static void what_is_decided_is_said_in_the_words_of_the_decision(void **state)
{
	static struct str responses[] = { { "workaround", 10 } };
	struct vex_record record = { .origin = VEX_OWN,
		.who = STR("qa"),
		.reason = STR("secret"),
		.evidence = STR("secret too"),
		.said = { .status = STATEMENT_NOT_AFFECTED,
		    .justification = JUSTIFICATION_CODE_NOT_PRESENT,
		    .impact = STR("It is not built in."),
		    .responses = responses,
		    .response_count = 1 } };
	struct vex_opinion opinion = { .record = &record, .standing = VEX_DECIDES };
	struct scan_row row = row_of("CVE-2026-0001", 1, FINDING_NOT_AFFECTED, TIER_A);
	struct scan s = example_scan(true);
	SCOPED_ARENA arena = { 0 };
	struct vex_document d;

	row.position = (struct vex_position){ &opinion, 1 };
	make(&s, &row, 1, &example_edition, &arena, &d);
	assert_int_equal(d.claims[0].status, STATEMENT_NOT_AFFECTED);
	assert_int_equal(d.claims[0].justification, JUSTIFICATION_CODE_NOT_PRESENT);
	assert_true(str_eq(d.claims[0].impact, STR("It is not built in.")));
	assert_int_equal(d.claims[0].notes.len, 0);
	assert_int_equal(vex_entry_notes(&d, &d.issues[0].entries[0], &arena).len, 0);

	record.said.status = STATEMENT_AFFECTED;
	record.said.action = STR("Switch it off.");
	record.origin = VEX_SUPPLIER;
	record.document = STR("vex-1");
	make(&s, &row, 1, &example_edition, &arena, &d);
	assert_int_equal(d.claims[0].status, STATEMENT_AFFECTED);
	assert_int_equal(d.claims[0].justification, JUSTIFICATION_NONE);
	assert_int_equal(d.claims[0].remedy, VEX_WORKAROUND);
	assert_true(str_eq(d.claims[0].action, STR("Switch it off.")));
	assert_true(str_eq(d.claims[0].notes, STR("Claimed by qa in vex-1")));

	opinion.standing = VEX_EXPIRED; /* then it decides nothing */
	make(&s, &row, 1, &example_edition, &arena, &d);
	assert_true(str_has(d.claims[0].notes, STR("not confirmed by a person")));
	(void)state;
}

static void rows_of_one_claim_are_one_entry(void **state)
{
	struct scan_row rows[] = {
		row_of("CVE-2026-0002", 0, FINDING_AFFECTED, TIER_A), /* the product itself */
		row_of("CVE-2026-0002", 1, FINDING_AFFECTED, TIER_A),
		row_of("CVE-2026-0001", 1, FINDING_FIXED, TIER_A),
		row_of("CVE-2026-0002", 2, FINDING_AFFECTED, TIER_A),
	};
	struct scan s = example_scan(true);
	SCOPED_ARENA arena = { 0 };
	struct vex_document d;

	make(&s, rows, COUNT(rows), &example_edition, &arena, &d);
	assert_int_equal(d.issue_count, 2);
	assert_true(str_eq(d.issues[0].about->vulnerability, STR("CVE-2026-0001")));
	assert_int_equal(d.issues[0].count, 1);
	assert_int_equal(d.issues[1].count, 2);
	assert_true(vex_is_subject(&d, &d.issues[1].entries[0]));
	assert_int_equal(d.issues[1].entries[0].count, 1);
	assert_int_equal(d.issues[1].entries[1].count, 2);
	assert_int_equal(d.issues[1].entries[1].rows[0], 1);
	assert_int_equal(d.issues[1].entries[1].rows[1], 3);
	(void)state;
}

static void the_name_of_a_document_is_made_of_what_it_says(void **state)
{
	struct vex_edition later = example_edition, other = example_edition;
	struct scan_row row = row_of("CVE-2026-0001", 1, FINDING_AFFECTED, TIER_A), fixed = row;
	struct scan s = example_scan(true);
	SCOPED_ARENA arena = { 0 };
	struct vex_document d[5];

	later.at.us++;
	other.author = STR("Somebody");
	fixed.finding.state = FINDING_FIXED;
	make(&s, &row, 1, &example_edition, &arena, &d[0]);
	make(&s, &row, 1, &later, &arena, &d[1]);
	make(&s, &row, 1, &other, &arena, &d[2]);
	make(&s, &fixed, 1, &example_edition, &arena, &d[3]);
	make(&s, &row, 1, &example_edition, &arena, &d[4]);
	assert_string_equal(d[0].uuid, d[4].uuid);
	for (size_t i = 0; i < 4; i++) {
		assert_int_equal(strlen(d[i].uuid), 36);
		assert_int_equal(d[i].uuid[14], '8');
		assert_non_null(strchr("89ab", d[i].uuid[19]));
		for (size_t k = i + 1; k < 4; k++)
			assert_string_not_equal(d[i].uuid, d[k].uuid);
	}
	(void)state;
}

TESTS(cmocka_unit_test(what_is_not_sure_is_still_looked_into),
    cmocka_unit_test(a_fix_of_a_component_is_none_of_the_product),
    cmocka_unit_test(what_is_decided_is_said_in_the_words_of_the_decision),
    cmocka_unit_test(rows_of_one_claim_are_one_entry),
    cmocka_unit_test(the_name_of_a_document_is_made_of_what_it_says))
