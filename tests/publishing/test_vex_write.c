#include "example.h"

#include "publishing/csaf_write.h"
#include "publishing/cyclonedx_write.h"
#include "publishing/openvex_write.h"

/* What each statement says, one row and one component each, in this order. */
static const struct vex_claim claims[] = {
	{ .status = STATEMENT_NOT_AFFECTED, .justification = JUSTIFICATION_COMPONENT_NOT_PRESENT },
	{ .status = STATEMENT_NOT_AFFECTED, .justification = JUSTIFICATION_CODE_NOT_PRESENT },
	{ .status = STATEMENT_NOT_AFFECTED, .justification = JUSTIFICATION_CODE_NOT_IN_EXECUTE_PATH },
	{ .status = STATEMENT_NOT_AFFECTED, .justification = JUSTIFICATION_CANNOT_BE_CONTROLLED },
	{ .status = STATEMENT_NOT_AFFECTED, .justification = JUSTIFICATION_INLINE_MITIGATIONS },
	{ .status = STATEMENT_NOT_AFFECTED, .impact = { "why", 3 } },
	{ .status = STATEMENT_AFFECTED, .action = { "do", 2 } },
	{ .status = STATEMENT_FIXED },
	{ .status = STATEMENT_UNDER_INVESTIGATION },
};
#define CLAIMS COUNT(claims)

struct example {
	struct scan scan;
	struct scan_row rows[CLAIMS];
	size_t numbers[CLAIMS];
	struct vex_entry entries[CLAIMS];
	struct vex_issue issues[CLAIMS];
	char names[CLAIMS][16];
	struct vex_document d;
};

static void make_example(struct example *x, bool with_subject)
{
	*x = (struct example){ .scan = example_scan(with_subject) };
	for (size_t i = 0; i < CLAIMS; i++) {
		snprintf(x->names[i], sizeof(x->names[i]), "CVE-2026-000%zu", i);
		x->rows[i] = (struct scan_row){ .vulnerability = str_of(x->names[i]),
			.finding = { .component = with_subject, .source = STR("nvd") },
			.epss = -1,
			.published = INSTANT_NONE };
		x->numbers[i] = i;
		x->entries[i] = (struct vex_entry){ &claims[i], &x->numbers[i], 1 };
		x->issues[i] = (struct vex_issue){ &x->rows[i], &x->entries[i], 1 };
	}
	x->d = (struct vex_document){ .scan = &x->scan,
		.edition = &example_edition,
		.subject = with_subject ? &example_components[0] : NULL,
		.rows = x->rows,
		.claims = claims,
		.row_count = CLAIMS,
		.issues = x->issues,
		.issue_count = CLAIMS,
		.uuid = "00000000-0000-8000-8000-000000000000",
		.hex = "0123456789abcdef" };
}

static char *written(
    const struct vex_document *d, bool (*write)(const struct vex_document *d, FILE *to, struct err *e))
{
	struct err e = { 0 };
	size_t len;
	char *text;
	FILE *to = open_memstream(&text, &len);

	assert_true(write(d, to, &e));
	fclose(to);
	return text;
}

/* The value behind the next "key": " from *at on. */
static struct str next_word(const char **at, const char *key)
{
	char begin[64];
	const char *found;

	snprintf(begin, sizeof(begin), "\"%s\": \"", key);
	found = strstr(*at, begin);
	assert_non_null(found);
	*at = found + strlen(begin);
	return (struct str){ *at, strcspn(*at, "\"") };
}

static void words_of_cyclonedx_are_read_back(void **state)
{
	struct example x;
	char *text;
	const char *at;

	make_example(&x, true);
	text = written(&x.d, cyclonedx_write);
	at = text;
	for (size_t i = 0; i < CLAIMS; i++) {
		enum statement_justification justification = JUSTIFICATION_NONE;
		enum statement_status status;

		CASE(x.names[i]);
		assert_true(statement_status_parse(next_word(&at, "state"), &status));
		assert_int_equal(status, claims[i].status);
		if (!claims[i].justification)
			continue;
		assert_true(statement_justification_parse(next_word(&at, "justification"), &justification));
		assert_int_equal(justification, claims[i].justification);
	}
	free(text);
	(void)state;
}

struct reading {
	const struct example *x;
	size_t count;
	bool with_subject;
};

static bool take_statement(void *ctx, const struct vex_statement *s, struct err *e)
{
	struct reading *r = ctx;
	const struct vex_claim *claim = &claims[r->count];
	const struct statement_product *product = &s->products[0];

	(void)e;
	CASE(r->x->names[r->count]);
	assert_int_equal(s->id_count, 1);
	assert_true(str_eq(s->ids[0], str_of(r->x->names[r->count])));
	assert_int_equal(s->status, claim->status);
	assert_int_equal(s->justification, claim->justification);
	assert_true(str_eq(s->impact, claim->impact));
	assert_true(str_eq(s->action, claim->action));
	assert_int_equal(s->product_count, 1);
	assert_int_equal(product->subcomponent_count, r->with_subject);
	if (r->with_subject)
		product = &product->subcomponents[0];
	assert_true(str_eq(product->id, example_tls.written));
	r->count++;
	return true;
}

static bool take_warning(void *ctx, const struct err *why, struct err *e)
{
	(void)ctx;
	(void)e;
	fail_msg("%s", why->text);
	return false;
}

/* What we say in OpenVEX, our own reader takes for the same. */
static void openvex_is_read_back_as_the_same_statements(void **state)
{
	for (int with_subject = 0; with_subject < 2; with_subject++) {
		struct example x;
		struct reading r = { &x, 0, with_subject };
		struct statement_document head;
		SCOPED_ARENA arena = { 0 };
		SCOPED_INPUT *in = NULL;
		struct err e = { 0 };
		char *text;

		make_example(&x, with_subject);
		text = written(&x.d, openvex_write);
		in = input_open_memory(STR("openvex.json"), str_of(text));
		assert_true(statement_read(
		    in, (struct statement_sink){ &r, take_statement, take_warning }, &arena, &head, &e));
		assert_int_equal(r.count, CLAIMS);
		assert_true(str_eq(head.author, example_edition.author));
		assert_true(str_eq(head.id, STR("urn:uuid:00000000-0000-8000-8000-000000000000")));
		assert_int_equal(head.issued.us, example_edition.at.us);
		free(text);
	}
	(void)state;
}

static bool take_cyclonedx(void *ctx, const struct vex_statement *s, struct err *e)
{
	struct reading *r = ctx;
	const struct vex_claim *claim = &claims[r->count];

	(void)e;
	CASE(r->x->names[r->count]);
	assert_true(str_eq(s->ids[0], str_of(r->x->names[r->count])));
	assert_int_equal(s->status, claim->status);
	assert_int_equal(s->justification, claim->justification);
	assert_int_equal(s->product_count, 1);
	r->count++;
	return true;
}

static void cyclonedx_is_read_back_as_the_same_statements(void **state)
{
	struct example x;
	struct reading r = { &x, 0, true };
	struct statement_document head;
	SCOPED_ARENA arena = { 0 };
	SCOPED_INPUT *in = NULL;
	struct err e = { 0 };
	char *text;

	make_example(&x, true);
	text = written(&x.d, cyclonedx_write);
	in = input_open_memory(STR("vex.json"), str_of(text));
	assert_true(statement_read(
	    in, (struct statement_sink){ &r, take_cyclonedx, take_warning }, &arena, &head, &e));
	assert_int_equal(r.count, CLAIMS);
	free(text);
	(void)state;
}

static void csaf_gives_a_reason_or_a_remedy_wherever_one_is_asked_for(void **state)
{
	struct example x;
	char *text;
	const char *at;

	make_example(&x, true);
	text = written(&x.d, csaf_write);
	at = text;
	for (size_t i = 0; i < CLAIMS; i++) {
		enum statement_justification justification;

		if (!claims[i].justification)
			continue;
		CASE(x.names[i]);
		assert_true(statement_justification_parse(next_word(&at, "label"), &justification));
		assert_int_equal(justification, claims[i].justification);
	}
	assert_true(str_eq(next_word(&at, "details"), STR("why")));
	assert_true(str_eq(next_word(&at, "details"), STR("do")));
	free(text);
	(void)state;
}

/* A product of the document's tree: the component, in the pump where there is one. */
static void check_csaf_product(const struct statement_product *product, bool with_subject)
{
	if (with_subject) {
		assert_true(str_eq(product->name, STR("Pump 4.2")));
		assert_int_equal(product->subcomponent_count, 1);
		product = &product->subcomponents[0];
	}
	assert_true(product->row_count > 0);
	assert_int_equal(product->rows[0].kind, PACKAGE_PURL);
	assert_true(str_eq(product->rows[0].package, STR("generic/openssl")));
	assert_true(str_eq(product->rows[0].low, STR("1.1.1k")));
}

static bool take_csaf(void *ctx, const struct vex_statement *s, struct err *e)
{
	struct reading *r = ctx;
	const struct vex_claim *claim = &claims[r->count];

	(void)e;
	CASE(r->x->names[r->count]);
	assert_true(str_eq(s->ids[0], str_of(r->x->names[r->count])));
	assert_int_equal(s->status, claim->status);
	assert_int_equal(s->justification, claim->justification);
	assert_true(str_eq(s->impact, claim->impact));
	if (claim->action.len)
		assert_true(str_eq(s->action, claim->action));
	assert_int_equal(s->product_count, 1);
	check_csaf_product(&s->products[0], r->with_subject);
	r->count++;
	return true;
}

static void csaf_is_read_back_as_the_same_statements(void **state)
{
	for (int with_subject = 0; with_subject < 2; with_subject++) {
		struct example x;
		struct reading r = { &x, 0, with_subject };
		struct statement_document head;
		SCOPED_ARENA arena = { 0 };
		SCOPED_INPUT *in = NULL;
		struct err e = { 0 };
		char *text;

		make_example(&x, with_subject);
		text = written(&x.d, csaf_write);
		in = input_open_memory(STR("csaf.json"), str_of(text));
		assert_true(statement_read(
		    in, (struct statement_sink){ &r, take_csaf, take_warning }, &arena, &head, &e));
		assert_int_equal(r.count, CLAIMS);
		assert_true(str_eq(head.author, example_edition.author));
		assert_int_equal(head.issued.us, example_edition.at.us);
		free(text);
	}
	(void)state;
}

static void references_are_never_shared(void **state)
{
	struct example x;
	char *text;

	make_example(&x, true);
	x.rows[1].finding.component = 2; /* its reference is that of component 1 */
	text = written(&x.d, cyclonedx_write);
	assert_non_null(strstr(text, "\"bom-ref\": \"lib\""));
	assert_non_null(strstr(text, "\"bom-ref\": \"aftercare:component:3\""));
	free(text);
	(void)state;
}

static void openvex_has_no_empty_document(void **state)
{
	struct example x;
	struct err e = { 0 };
	FILE *to = tmpfile();

	make_example(&x, true);
	x.d.row_count = x.d.issue_count = 0;
	assert_false(openvex_write(&x.d, to, &e));
	assert_int_equal(e.code, ERR_CONFLICT);
	assert_int_equal(ftell(to), 0);
	fclose(to);
	(void)state;
}

TESTS(cmocka_unit_test(words_of_cyclonedx_are_read_back),
    cmocka_unit_test(openvex_is_read_back_as_the_same_statements),
    cmocka_unit_test(cyclonedx_is_read_back_as_the_same_statements),
    cmocka_unit_test(csaf_is_read_back_as_the_same_statements),
    cmocka_unit_test(csaf_gives_a_reason_or_a_remedy_wherever_one_is_asked_for),
    cmocka_unit_test(references_are_never_shared), cmocka_unit_test(openvex_has_no_empty_document))
