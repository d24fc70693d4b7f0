#include "assessment/vex_fit.h"
#include "base/buf.h"
#include "check.h"
#include "sources/vex/product.h"

/* A place: release 2 of device 1, "Pump" 2.0, with an SBOM, about pkg:generic/acme/pump@2.0, that holds curl.
 */
struct scene {
	struct arena arena;
	struct component components[3];
	struct str serial;
	struct vex_place place;
};

static struct component component_of(
    struct scene *s, const char *name, const char *version, const char *purl, const char *supplier)
{
	struct sbom_component from = { .name = str_of(name),
		.version = str_of(version),
		.purl = str_of(purl),
		.supplier = str_of(supplier),
		.end_of_support = DATE_NONE };
	struct component c;

	component_from_sbom(&from, &s->arena, &c);
	return c;
}

static void set_scene(struct scene *s)
{
	*s = (struct scene){ .serial = STR("urn:uuid:3e67") };
	s->components[0] =
	    component_of(s, "curl", "7.50.3", "pkg:deb/debian/curl@7.50.3?distro=debian-12", "");
	s->components[1] = component_of(s, "pump", "2.0", "pkg:generic/acme/pump@2.0", "");
	s->components[2] = component_of(s, "Wi-Fi Stack", "1.2", "", "Radio Works");
	s->place = (struct vex_place){ .device_id = 1,
		.release_id = 2,
		.device = STR("Pump"),
		.release = STR("2.0"),
		.serials = &s->serial,
		.serial_count = 1,
		.components = s->components,
		.component_count = COUNT(s->components),
		.subject = &s->components[1] };
}

static void end_scene(struct scene *s)
{
	arena_free(&s->arena);
}
#define SCENE __attribute__((cleanup(end_scene))) struct scene

static struct statement_product product(struct scene *s, const char *name)
{
	struct statement_product p = { 0 };

	assert_true(product_name(&p, str_of(name), &s->arena));
	return p;
}

/* A supplier's statement about one product. */
static struct vex_record claim(struct scene *s, enum statement_status status, struct statement_product p)
{
	struct vex_record r = { .id = 10,
		.origin = VEX_SUPPLIER,
		.life = VEX_STANDING,
		.made_at = INSTANT_NONE,
		.from = DATE_NONE,
		.until = DATE_NONE };

	r.said.status = status;
	r.said.impact = STR("said so");
	r.said.products = arena_alloc(&s->arena, 1, sizeof(p));
	r.said.products[0] = p;
	r.said.product_count = 1;
	return r;
}

/* An own decision about curl. */
static struct vex_record decision(struct scene *s, int64_t device, int64_t release, bool about_component)
{
	struct vex_record r = claim(s, STATEMENT_NOT_AFFECTED, product(s, "pkg:deb/debian/curl"));

	r.origin = VEX_OWN;
	r.device_id = device;
	r.release_id = release;
	r.said.products[0].name = STR("curl");
	r.said.products[0].version = STR("7.50.3");
	r.said.product_count = about_component;
	return r;
}

static struct date day(const char *text)
{
	struct date d = DATE_NONE;
	struct err e;

	assert_true(date_parse(str_of(text), &d, &e));
	return d;
}

static struct vex_position weigh(
    struct scene *s, const struct vex_record *records, size_t count, size_t component)
{
	struct vex_position out;

	vex_weigh(records, count, &s->place, &s->components[component], day("2026-03-01"), &s->arena, &out);
	return out;
}

/* What is not local is said of the same component anywhere. */
static void fits_anywhere(struct scene *s, const struct vex_record *r, size_t component)
{
	static const struct vex_place anywhere;
	const struct component *c = &s->components[component];
	struct vex_fitting here = vex_fit(r, &s->place, c, &s->arena),
			   there = vex_fit(r, &anywhere, c, &s->arena);

	if (vex_fit_is_local(r, &s->place, &s->arena))
		return;
	assert_int_equal(here.fit, there.fit);
	assert_int_equal(here.scope, there.scope);
	assert_true(str_eq(here.how, there.how));
}

/* "decides", "uncertain", ... of the only record; "none" where it means something else. */
static const char *verdict(struct scene *s, const struct vex_record *r, size_t component)
{
	struct vex_position p = weigh(s, r, 1, component);

	fits_anywhere(s, r, component);
	return p.count ? vex_standing_name(p.opinions[0].standing) : "none";
}

static void a_hash_that_is_equal_means_the_component(void **state)
{
	static const char ours[] = "0123456789abcdef0123456789abcdef01234567";
	static const char theirs[] = "f123456789abcdef0123456789abcdef01234567";
	struct str hash = STR("SHA-1:0123456789abcdef0123456789abcdef01234567");
	static const struct {
		const char *name, *algorithm, *value, *standing;
		enum statement_status status;
	} cases[] = {
		{ "", "sha-1", ours, "decides", STATEMENT_NOT_AFFECTED },
		{ "", "SHA1", ours, "decides", STATEMENT_NOT_AFFECTED },
		{ "", "sha-1", theirs, "none", STATEMENT_NOT_AFFECTED },
		{ "", "md5", "0123456789abcdef0123456789abcdef", "none", STATEMENT_NOT_AFFECTED },
		/* of the same names, but another build */
		{ "pkg:deb/debian/curl@7.50.3", "sha-1", theirs, "uncertain", STATEMENT_NOT_AFFECTED },
		{ "pkg:deb/debian/curl@7.50.3", "sha-256", theirs, "decides", STATEMENT_NOT_AFFECTED },
		{ "pkg:deb/debian/curl@7.50.3", "sha-1", ours, "decides", STATEMENT_NOT_AFFECTED },
		/* "fixed" without a version: the hash says which */
		{ "pkg:deb/debian/curl", "sha-1", ours, "decides", STATEMENT_FIXED },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCENE s;
		struct statement_product p;
		struct vex_record r;

		CASE(cases[i].value);
		set_scene(&s);
		s.components[0].hashes = &hash;
		s.components[0].hash_count = 1;
		p = product(&s, cases[i].name);
		assert_true(product_hash(&p, str_of(cases[i].algorithm), str_of(cases[i].value), &s.arena));
		r = claim(&s, cases[i].status, p);
		assert_string_equal(verdict(&s, &r, 0), cases[i].standing);
	}
	(void)state;
}

static void vex_names_of_products_are_matched_tolerantly(void **state)
{
	static const struct {
		const char *name;
		size_t component;
		enum statement_status status;
		const char *verdict;
	} cases[] = {
		{ "pkg:deb/debian/curl@7.50.3", 0, STATEMENT_NOT_AFFECTED, "decides" },
		{ "pkg:deb/debian/curl@7.50.3?distro=debian-12&arch=amd64", 0, STATEMENT_NOT_AFFECTED,
		    "decides" },
		{ "pkg:deb/debian/curl@7.50.3?distro=debian-11", 0, STATEMENT_NOT_AFFECTED, "none" },
		{ "pkg:deb/debian/curl", 0, STATEMENT_NOT_AFFECTED, "decides" },
		{ "pkg:deb/debian/curl", 0, STATEMENT_FIXED, "uncertain" },
		{ "pkg:deb/debian/curl@7.50.3", 0, STATEMENT_FIXED, "decides" },
		{ "pkg:deb/debian/curl@7.50.4", 0, STATEMENT_NOT_AFFECTED, "none" },
		{ "pkg:npm/curl@7.50.3", 0, STATEMENT_NOT_AFFECTED, "none" },
		{ "pkg:generic/haxx/curl@7.50.3", 0, STATEMENT_NOT_AFFECTED, "uncertain" },
		{ "pkg:generic/haxx/curl@7.50.2", 0, STATEMENT_NOT_AFFECTED, "none" },
		{ "cpe:2.3:a:haxx:curl:7.50.3:*:*:*:*:*:*:*", 0, STATEMENT_NOT_AFFECTED, "uncertain" },
		{ "pkg:generic/wi-fi_stack@1.2", 2, STATEMENT_NOT_AFFECTED, "uncertain" },
		{ "pkg:generic/wi-fi_stack@1.2", 2, STATEMENT_AFFECTED, "uncertain" },
		{ "urn:uuid:3e67", 0, STATEMENT_NOT_AFFECTED, "decides" },
		{ "urn:cdx:3e67/1", 2, STATEMENT_NOT_AFFECTED, "decides" },
		{ "urn:uuid:0000", 0, STATEMENT_NOT_AFFECTED, "none" },
		{ "urn:cdx:0000/1#pkg:deb/debian/curl@7.50.3", 0, STATEMENT_NOT_AFFECTED, "decides" },
		{ "pkg:generic/acme/pump@2.0", 0, STATEMENT_NOT_AFFECTED, "decides" },
		{ "pkg:generic/acme/pump@2.1", 0, STATEMENT_NOT_AFFECTED, "none" },
		{ "https://x.example/anything", 0, STATEMENT_NOT_AFFECTED, "none" },
	};
	SCENE s;

	set_scene(&s);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct vex_record r = claim(&s, cases[i].status, product(&s, cases[i].name));

		CASE(cases[i].name);
		assert_string_equal(verdict(&s, &r, cases[i].component), cases[i].verdict);
	}
	(void)state;
}

static void vex_a_product_tree_names_vendor_and_product(void **state)
{
	struct affected row = { .kind = PACKAGE_NAME,
		.package = STR("radio_works:wi-fi_stack"),
		.config = -1,
		.scheme = VERSION_GENERIC,
		.high = STR("1.2"),
		.high_inclusive = true };
	struct statement_product p = { .id = STR("P1"), .rows = &row, .row_count = 1 };
	struct vex_record r;
	SCENE s;

	set_scene(&s);
	r = claim(&s, STATEMENT_NOT_AFFECTED, p);
	assert_string_equal(verdict(&s, &r, 2), "decides");
	row.package = STR("other:wi-fi_stack");
	assert_string_equal(verdict(&s, &r, 2), "uncertain");
	row.high = STR("1.1");
	assert_string_equal(verdict(&s, &r, 2), "none");
	(void)state;
}

static void vex_a_product_tree_writes_no_backslashes(void **state)
{
	struct affected row = {
		.kind = PACKAGE_NAME, .package = STR("maker:pump++"), .config = -1, .scheme = VERSION_GENERIC
	};
	struct statement_product p = { .id = STR("P1"), .rows = &row, .row_count = 1 };
	struct identity *cpe;
	struct vex_record r;
	SCENE s;

	set_scene(&s);
	cpe = &s.components[0].identities[0];
	*cpe = (struct identity){ .kind = PACKAGE_CPE,
		.package = STR("a:maker:pump\\+\\+"),
		.version = STR("1.2"),
		.scheme = VERSION_GENERIC };
	r = claim(&s, STATEMENT_NOT_AFFECTED, p);
	assert_string_equal(verdict(&s, &r, 0), "decides");
	row.package = STR("maker:pump+");
	assert_string_equal(verdict(&s, &r, 0), "none");
	row.package = STR("maker:pump+++");
	assert_string_equal(verdict(&s, &r, 0), "none");
	(void)state;
}

static void vex_a_subcomponent_counts_only_inside_its_product(void **state)
{
	static const struct {
		const char *product, *subcomponent, *verdict;
		enum vex_scope scope;
	} cases[] = {
		{ "pkg:generic/acme/pump@2.0", "pkg:deb/debian/curl@7.50.3", "decides", VEX_FINDING },
		{ "pkg:generic/acme/pump@2.0", "pkg:deb/debian/wget", "none", 0 },
		{ "pkg:generic/acme/ventilator@1", "pkg:deb/debian/curl@7.50.3", "none", 0 },
		{ "urn:uuid:3e67", "pkg:deb/debian/curl", "decides", VEX_FINDING },
	};
	SCENE s;

	set_scene(&s);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct statement_product p = product(&s, cases[i].product),
					 inner = product(&s, cases[i].subcomponent);
		struct vex_record r;

		CASE(cases[i].product);
		p.subcomponents = &inner;
		p.subcomponent_count = 1;
		r = claim(&s, STATEMENT_NOT_AFFECTED, p);
		assert_string_equal(verdict(&s, &r, 0), cases[i].verdict);
		if (cases[i].scope)
			assert_int_equal(weigh(&s, &r, 1, 0).opinions[0].scope, cases[i].scope);
	}
	(void)state;
}

static void vex_an_own_decision_holds_in_its_scope(void **state)
{
	static const struct {
		const char *says;
		int64_t device, release;
		bool component;
		const char *verdict;
		enum vex_scope scope;
	} cases[] = {
		{ "this finding", 1, 2, true, "decides", VEX_FINDING },
		{ "this release", 1, 2, false, "decides", VEX_RELEASE },
		{ "the device line, this component", 1, 0, true, "decides", VEX_DEVICE_COMPONENT },
		{ "the device line", 1, 0, false, "decides", VEX_DEVICE },
		{ "the component", 0, 0, true, "decides", VEX_COMPONENT },
		{ "the portfolio", 0, 0, false, "decides", VEX_PORTFOLIO },
		{ "another device", 9, 0, true, "none", 0 },
		{ "an earlier release is a proposal", 1, 1, true, "proposed", VEX_FINDING },
		{ "a later release is none", 1, 3, true, "none", 0 },
	};
	SCENE s;

	set_scene(&s);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct vex_record r = decision(&s, cases[i].device, cases[i].release, cases[i].component);

		CASE(cases[i].says);
		assert_string_equal(verdict(&s, &r, 0), cases[i].verdict);
		if (cases[i].scope)
			assert_int_equal(weigh(&s, &r, 1, 0).opinions[0].scope, cases[i].scope);
	}
	(void)state;
}

static void vex_an_own_decision_knows_its_component(void **state)
{
	struct vex_record r;
	SCENE s;

	set_scene(&s);
	r = decision(&s, 0, 0, true);
	assert_string_equal(verdict(&s, &r, 2), "none");
	/* the same component in a new SBOM that has no package URL for it */
	s.components[0] = component_of(&s, "curl", "7.50.3", "", "");
	assert_string_equal(verdict(&s, &r, 0), "decides");
	/* its namesake of another ecosystem */
	s.components[0] = component_of(&s, "curl", "7.50.3", "pkg:npm/curl@7.50.3", "");
	assert_string_equal(verdict(&s, &r, 0), "none");
	/* another version is another component, but worth a proposal to a later release */
	s.components[0] = component_of(&s, "curl", "7.50.4", "pkg:deb/debian/curl@7.50.4", "");
	assert_string_equal(verdict(&s, &r, 0), "none");
	r = decision(&s, 1, 1, true);
	assert_string_equal(verdict(&s, &r, 0), "proposed");
	(void)state;
}

static void vex_what_does_not_hold_stays_visible(void **state)
{
	struct vex_record r;
	SCENE s;

	set_scene(&s);
	r = decision(&s, 0, 0, true);
	r.until = day("2026-03-01");
	assert_string_equal(verdict(&s, &r, 0), "decides");
	r.until = day("2026-02-28");
	assert_string_equal(verdict(&s, &r, 0), "expired");
	r.until = DATE_NONE;
	r.from = day("2026-03-02");
	assert_string_equal(verdict(&s, &r, 0), "not yet valid");
	r = claim(&s, STATEMENT_NOT_AFFECTED, product(&s, "pkg:deb/debian/curl"));
	r.said.impact = STR("");
	assert_string_equal(verdict(&s, &r, 0), "no reason given");
	r.said.justification = JUSTIFICATION_CODE_NOT_PRESENT;
	assert_string_equal(verdict(&s, &r, 0), "decides");
	(void)state;
}

static void vex_own_beats_supplier_then_narrow_beats_wide_then_new_beats_old(void **state)
{
	struct vex_record r[5];
	struct vex_position p;
	SCENE s;

	set_scene(&s);
	r[0] = claim(&s, STATEMENT_AFFECTED, product(&s, "pkg:deb/debian/curl@7.50.3"));
	r[0].made_at.us = 900;
	r[1] = decision(&s, 0, 0, true); /* component */
	r[1].made_at.us = 800;
	r[2] = decision(&s, 1, 0, true); /* device and component, older */
	r[2].made_at.us = 100;
	r[3] = decision(&s, 1, 0, true); /* the same, newer */
	r[3].made_at.us = 200;
	r[4] = decision(&s, 0, 0, false); /* portfolio */
	r[4].made_at.us = 999;
	for (size_t i = 0; i < COUNT(r); i++)
		r[i].id = (int64_t)i;
	p = weigh(&s, r, COUNT(r), 0);
	assert_int_equal(p.count, 5);
	assert_ptr_equal(vex_deciding(&p), &p.opinions[0]);
	assert_ptr_equal(p.opinions[0].record, &r[3]);
	for (size_t i = 1; i < p.count; i++)
		assert_int_equal(p.opinions[i].standing, VEX_OVERRULED);
	assert_ptr_equal(p.opinions[1].record, &r[2]);
	assert_ptr_equal(p.opinions[2].record, &r[1]);
	assert_ptr_equal(p.opinions[3].record, &r[4]);
	assert_ptr_equal(p.opinions[4].record, &r[0]);
	(void)state;
}

static void vex_a_proposal_is_gone_once_the_finding_is_decided(void **state)
{
	struct vex_record r[2];
	struct vex_position p;
	SCENE s;

	set_scene(&s);
	r[0] = decision(&s, 1, 1, true);
	r[1] = decision(&s, 1, 0, true); /* the device line decides, but not for this finding by itself */
	p = weigh(&s, r, 2, 0);
	assert_int_equal(p.count, 2);
	assert_int_equal(p.opinions[1].standing, VEX_PROPOSED);
	r[1].release_id = 2;
	p = weigh(&s, r, 2, 0);
	assert_int_equal(p.count, 1);
	assert_ptr_equal(p.opinions[0].record, &r[1]);
	r[0].until = day("2026-02-01");
	assert_int_equal(weigh(&s, r, 1, 0).count, 0);
	(void)state;
}

static void vex_nothing_is_said(void **state)
{
	struct vex_position p;
	SCENE s;

	set_scene(&s);
	p = weigh(&s, NULL, 0, 0);
	assert_int_equal(p.count, 0);
	assert_null(vex_deciding(&p));
	(void)state;
}

TESTS(cmocka_unit_test(a_hash_that_is_equal_means_the_component),
    cmocka_unit_test(vex_names_of_products_are_matched_tolerantly),
    cmocka_unit_test(vex_a_product_tree_names_vendor_and_product),
    cmocka_unit_test(vex_a_product_tree_writes_no_backslashes),
    cmocka_unit_test(vex_a_subcomponent_counts_only_inside_its_product),
    cmocka_unit_test(vex_an_own_decision_holds_in_its_scope),
    cmocka_unit_test(vex_an_own_decision_knows_its_component),
    cmocka_unit_test(vex_what_does_not_hold_stays_visible),
    cmocka_unit_test(vex_own_beats_supplier_then_narrow_beats_wide_then_new_beats_old),
    cmocka_unit_test(vex_a_proposal_is_gone_once_the_finding_is_decided),
    cmocka_unit_test(vex_nothing_is_said))
