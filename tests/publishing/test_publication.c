#include "check.h"

#include "decision/facts.h"
#include "publishing/csaf/csaf_check.h"
#include "publishing/publication_csaf.h"
#include "publishing/publication_vex.h"

/* STR for tables that are there before the program is. */
#define TEXT(literal)                                                                                        \
	{                                                                                                    \
		literal, sizeof(literal) - 1                                                                 \
	}

/* A casefile on an invented pump with three releases, and what its records say. */
struct example {
	struct arena arena;
	struct facts facts;
	struct control_fact control; /* as the rules see the records */
	struct fix_fact fix;
	struct determination determination;
	struct casefile_report report;
	struct publication_facts published;
	struct publication_product products[3];
	struct publication_request request;
};

static const struct case_record kept_records[] = {
	{ .id = 1,
	    .kind = TEXT("control"),
	    .facts = TEXT("{\"identified_on\":\"2026-01-05\"}"),
	    .more = TEXT("{\"text\":\"Unplug it.\"}") },
	{ .id = 2,
	    .kind = TEXT("communication"),
	    .facts = TEXT("{\"on\":\"2026-01-06\"}"),
	    .more = TEXT("{\"text\":\"Dear customer\"}") },
	{ .id = 3,
	    .kind = TEXT("fix"),
	    .facts = TEXT("{\"kind\":\"software\",\"distributed_on\":\"2026-02-01\"}"),
	    .more = TEXT("{\"text\":\"Update to 3.0.\"}") },
};

static void add_record(struct example *x, struct report_record *to, const struct case_record *from)
{
	struct err e = { 0 };

	to->record = from;
	if (!report_fields_read(from->facts, &x->arena, &to->facts, &e) ||
	    !report_fields_read(from->more, &x->arena, &to->more, &e))
		fail_msg("%s", e.text);
	x->report.record_count++;
}

/* The first records of the list are in the file. */
static void make_example(struct example *x, size_t records)
{
	static struct str vectors[] = { TEXT("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:P/MAV:L") };
	static struct str models[] = { TEXT("P-1") };

	*x = (struct example){ .facts = facts_unknown() };
	x->facts.today = date_of(2026, 3, 1);
	x->report.casefile = (struct casefile){ .id = 7, .vulnerability = STR("CVE-2026-1001") };
	x->report.device.name = STR("Pump");
	x->report.facts = &x->facts;
	x->report.case_records = kept_records;
	x->report.case_record_count = records;
	x->determination.left_uncontrolled_on = DATE_NONE;
	x->report.determination = &x->determination;
	x->control = control_unknown(0);
	x->control.identified_on = date_of(2026, 1, 5);
	x->facts.controls = &x->control;
	x->facts.control_count = 1;
	x->fix = fix_unknown(0);
	x->fix.kind = FIX_SOFTWARE;
	x->fix.distributed_on = date_of(2026, 2, 1);
	x->facts.fixes = &x->fix;
	x->facts.fix_count = records == COUNT(kept_records);
	x->report.records = arena_alloc(&x->arena, COUNT(kept_records), sizeof(*x->report.records));
	for (size_t i = 0; i < records; i++)
		add_record(x, &x->report.records[i], &kept_records[i]);
	x->products[0] =
	    (struct publication_product){ .release = 1, .version = STR("1.0"), .status = STATEMENT_AFFECTED };
	x->products[1] = (struct publication_product){ .release = 2,
		.version = STR("2.0"),
		.status = STATEMENT_NOT_AFFECTED,
		.justification = JUSTIFICATION_CODE_NOT_PRESENT };
	x->products[2] = (struct publication_product){ .release = 3, .version = STR("3.0") };
	x->published = (struct publication_facts){ .casefile = &x->report,
		.device = { .device = { .name = STR("Pump") } },
		.firm = { .name = STR("Maker"),
		    .namespace_uri = STR("https://maker.example"),
		    .advisory_url = STR("https://maker.example/csaf/") },
		.products = x->products,
		.product_count = COUNT(x->products),
		.vectors = vectors,
		.vector_count = 1,
		.components = STR("openssl 1.1.1k") };
	x->published.device.lists[DEVICE_MODEL_NUMBER] = (struct device_numbers){ models, 1 };
	x->request.at = (struct instant){ INT64_C(1767225600) * 1000000 }; /* 2026-01-01 */
}

static struct publication made(struct example *x)
{
	struct publication p;
	struct err e = { 0 };

	if (!publication_make(&x->published, &x->request, &x->arena, &p, &e))
		fail_msg("%s", e.text);
	return p;
}

typedef void writer(const struct publication *p, struct arena *arena, struct json_out *w);

static const struct json_node *written(struct example *x, const struct publication *p, writer *write)
{
	SCOPED_BUF json = buf_new(1 << 20);
	struct json_out *w = json_out_buf(&json, true);
	SCOPED_INPUT *in = NULL;
	const struct json_node *root;
	struct err e = { 0 };

	write(p, &x->arena, w);
	assert_true(json_out_close(w));
	in = input_open_memory(STR("written"), arena_copy(&x->arena, buf_str(&json)));
	if (!json_tree_read(in, &x->arena, &root, &e))
		fail_msg("%s", e.text);
	return root;
}

/* What the path leads to, one behind the other. */
static const char *said(struct example *x, const struct json_node *root, const char *path)
{
	struct json_nodes found = json_tree_find(root, path, &x->arena);
	SCOPED_BUF text = buf_new(65536);

	for (size_t i = 0; i < found.count; i++)
		buf_printf(&text, "%s" STR_FMT, i ? "|" : "", STR_WHOLE(found.at[i]->text));
	return arena_text(&x->arena, buf_str(&text));
}

static void publication_is_csaf_without_a_warning(void **state)
{
	static struct str others[] = { TEXT("VU#123456") };

	for (int profile = 0; profile < PUBLICATION_PROFILE_COUNT; profile++)
		for (size_t records = 0; records <= COUNT(kept_records); records++) {
			struct example x;
			struct publication p;
			struct csaf_verdict v;

			make_example(&x, records);
			x.request.profile = (enum publication_profile)profile;
			x.request.status = PUBLICATION_FINAL;
			x.request.other_ids = others;
			x.request.other_id_count = COUNT(others);
			p = made(&x);
			csaf_check(
			    written(&x, &p, publication_csaf_write), STR("ac-2026-0001.json"), &x.arena, &v);
			for (size_t i = 0; i < v.fault_count; i++)
				if (v.faults[i].test->level != CSAF_INFORMATIVE)
					fail_msg("%s " STR_FMT ": " STR_FMT, v.faults[i].test->id,
					    STR_ARG(v.faults[i].path), STR_ARG(v.faults[i].text));
			arena_free(&x.arena);
		}
	(void)state;
}

static void publication_says_no_fix_until_there_is_one(void **state)
{
	static const struct {
		size_t records;
		const char *support, *categories;
	} cases[] = {
		{ 0, "", "none_available" },
		{ 0, "end_of_support", "no_fix_planned" },
		{ 2, "", "mitigation|none_available" },
		{ 3, "", "mitigation|vendor_fix" },
		{ 3, "end_of_support", "mitigation|vendor_fix" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct example x;
		struct publication p;

		CASE(cases[i].categories);
		make_example(&x, cases[i].records);
		x.published.device.device.support = str_of(cases[i].support);
		p = made(&x);
		assert_string_equal(said(&x, written(&x, &p, publication_csaf_write),
					"vulnerabilities/?/remediations/?/category"),
		    cases[i].categories);
		arena_free(&x.arena);
	}
	(void)state;
}

/* The surroundings of one hospital, and how easy it is today, are nothing for everybody. */
static void publication_scores_the_base_alone(void **state)
{
	struct report_assessment current = { .cvss.vector =
						 STR("CVSS:3.1/AV:L/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/CR:L") };
	const struct json_node *root;
	struct example x;
	struct publication p;

	make_example(&x, 0);
	p = made(&x);
	root = written(&x, &p, publication_csaf_write);
	assert_string_equal(said(&x, root, "vulnerabilities/?/scores/?/cvss_v3/vectorString"),
	    "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H");
	assert_string_equal(said(&x, root, "vulnerabilities/?/scores/?/products/?"), "RELEASE-1");
	x.report.current = &current; /* the vector of record stands before those of feeds */
	p = made(&x);
	root = written(&x, &p, publication_cyclonedx_write);
	assert_string_equal(said(&x, root, "vulnerabilities/?/ratings/?/vector"),
	    "CVSS:3.1/AV:L/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|"
	    "CVSS:3.1/AV:L/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H");
	arena_free(&x.arena);
	(void)state;
}

static void publication_says_of_releases_what_is_stated(void **state)
{
	static struct str third[] = { TEXT("3.0") }, first[] = { TEXT("1.0") };
	const struct json_node *root;
	struct example x;
	struct publication p;

	make_example(&x, 0);
	p = made(&x);
	assert_int_equal(p.product_count, 2); /* nothing is known of 3.0, so nothing is said */
	x.request.fixed = third;
	x.request.fixed_count = 1;
	x.request.first_fixed = STR("3.0");
	x.request.investigated = first;
	x.request.investigated_count = 1;
	p = made(&x);
	root = written(&x, &p, publication_csaf_write);
	assert_string_equal(said(&x, root, "vulnerabilities/?/product_status/fixed/?"), "RELEASE-3");
	assert_string_equal(said(&x, root, "vulnerabilities/?/product_status/first_fixed/?"), "RELEASE-3");
	assert_string_equal(
	    said(&x, root, "vulnerabilities/?/product_status/under_investigation/?"), "RELEASE-1");
	assert_string_equal(said(&x, root, "vulnerabilities/?/product_status/known_affected/?"), "");
	assert_string_equal(said(&x, root, "vulnerabilities/?/flags/?/label"), "vulnerable_code_not_present");
	root = written(&x, &p, publication_openvex_write);
	assert_string_equal(said(&x, root, "statements/?/status"), "under_investigation|not_affected|fixed");
	root = written(&x, &p, publication_cyclonedx_write);
	assert_string_equal(
	    said(&x, root, "vulnerabilities/?/analysis/state"), "in_triage|not_affected|resolved");
	arena_free(&x.arena);
	(void)state;
}

struct read_back {
	size_t of_status[5];
	enum statement_justification justification;
};

static bool take_statement(void *ctx, const struct vex_statement *s, struct err *e)
{
	struct read_back *r = ctx;

	(void)e;
	assert_true(str_eq(s->ids[0], STR("CVE-2026-1001")));
	assert_int_equal(s->product_count, 1);
	r->of_status[s->status]++;
	if (s->justification)
		r->justification = s->justification;
	return true;
}

static bool take_warning(void *ctx, const struct err *why, struct err *e)
{
	(void)ctx;
	(void)e;
	fail_msg("%s", why->text);
	return false;
}

/* Whoever reads it with this program is told the same. */
static void publication_is_read_back_as_the_same_statements(void **state)
{
	static struct str third[] = { TEXT("3.0") };
	static writer *const writers[] = { publication_csaf_write, publication_openvex_write,
		publication_cyclonedx_write };

	for (size_t i = 0; i < COUNT(writers); i++) {
		SCOPED_BUF json = buf_new(1 << 20);
		struct json_out *w = json_out_buf(&json, true);
		SCOPED_INPUT *in = NULL;
		struct statement_document head;
		struct read_back r = { 0 };
		struct err e = { 0 };
		struct example x;
		struct publication p;

		make_example(&x, COUNT(kept_records));
		x.request.fixed = third;
		x.request.fixed_count = 1;
		p = made(&x);
		writers[i](&p, &x.arena, w);
		assert_true(json_out_close(w));
		in = input_open_memory(STR("written"), buf_str(&json));
		if (!statement_read(
			in, (struct statement_sink){ &r, take_statement, take_warning }, &x.arena, &head, &e))
			fail_msg("%s", e.text);
		assert_int_equal(r.of_status[STATEMENT_AFFECTED], 1);
		assert_int_equal(r.of_status[STATEMENT_NOT_AFFECTED], 1);
		assert_int_equal(r.of_status[STATEMENT_FIXED], 1);
		assert_int_equal(r.of_status[STATEMENT_UNDER_INVESTIGATION], 0);
		assert_int_equal(r.justification, JUSTIFICATION_CODE_NOT_PRESENT);
		assert_true(str_eq(head.author, STR("Maker")));
		arena_free(&x.arena);
	}
	(void)state;
}

static void publication_refuses_what_cannot_be_meant(void **state)
{
	static struct str third[] = { TEXT("3.0") }, ninth[] = { TEXT("9") };
	struct publication p;
	struct err e = { 0 };
	struct example x;

	make_example(&x, 0);
	x.request.fixed = x.request.affected = third;
	x.request.fixed_count = x.request.affected_count = 1;
	assert_false(publication_make(&x.published, &x.request, &x.arena, &p, &e));
	assert_string_equal(e.text, "release \"3.0\" is stated to be two things");
	x.request.affected = ninth;
	assert_false(publication_make(&x.published, &x.request, &x.arena, &p, &e));
	assert_string_equal(e.text, "device \"Pump\" has no release \"9\"");
	x.request.affected_count = 0;
	x.request.fixed_count = 0;
	x.request.not_affected = third;
	x.request.not_affected_count = 1;
	assert_false(publication_make(&x.published, &x.request, &x.arena, &p, &e));
	assert_int_equal(e.code, ERR_INPUT); /* no justification */
	x.request.not_affected_count = 0;
	x.request.first_fixed = STR("1.0");
	assert_false(publication_make(&x.published, &x.request, &x.arena, &p, &e));
	assert_string_equal(e.text, "release \"1.0\" is the first fixed, and not fixed");
	x.request.first_fixed = STR("");
	x.request.cwe = 999999;
	assert_false(publication_make(&x.published, &x.request, &x.arena, &p, &e));
	assert_string_equal(e.text, "CWE-999999 is in no list of CWE");
	x.request.cwe = 0;
	x.published.firm.namespace_uri = STR("");
	assert_false(publication_make(&x.published, &x.request, &x.arena, &p, &e));
	assert_int_equal(e.code, ERR_CONFLICT);
	arena_free(&x.arena);
	(void)state;
}

/* Numbers are of the year and the whole house, versions of the casefile. */
static void publication_goes_on_with_its_number(void **state)
{
	struct publication_revision issued[] = {
		{ .casefile = 7, .id = STR("AC-2025-0009"), .number = 1, .summary = STR("First.") },
		{ .casefile = 8, .id = STR("AC-2026-0004"), .number = 1, .summary = STR("Other.") },
	};
	const struct json_node *root;
	struct example x;
	struct publication p;

	make_example(&x, 0);
	issued[0].at = (struct instant){ x.request.at.us - DAY_US };
	x.published.issued = issued;
	x.published.issued_count = 2;
	x.request.tlp = STR("AMBER+STRICT");
	p = made(&x);
	root = written(&x, &p, publication_csaf_write);
	assert_string_equal(said(&x, root, "document/tracking/id"), "AC-2025-0009");
	assert_string_equal(said(&x, root, "document/tracking/version"), "2");
	assert_string_equal(said(&x, root, "document/tracking/initial_release_date"), "2025-12-31T00:00:00Z");
	assert_string_equal(said(&x, root, "document/references/?/url"),
	    "https://maker.example/csaf/amber/2025/ac-2025-0009.json");
	assert_string_equal(said(&x, root, "document/distribution/tlp/label"), "AMBER");
	x.report.casefile.id = 9;
	p = made(&x);
	assert_string_equal(arena_text(&x.arena, p.id), "AC-2026-0005");
	arena_free(&x.arena);
	(void)state;
}

TESTS(cmocka_unit_test(publication_is_csaf_without_a_warning),
    cmocka_unit_test(publication_says_no_fix_until_there_is_one),
    cmocka_unit_test(publication_scores_the_base_alone),
    cmocka_unit_test(publication_says_of_releases_what_is_stated),
    cmocka_unit_test(publication_is_read_back_as_the_same_statements),
    cmocka_unit_test(publication_refuses_what_cannot_be_meant),
    cmocka_unit_test(publication_goes_on_with_its_number))
