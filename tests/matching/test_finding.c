#include "check.h"

#include "matching/finding.h"

/* What one source says of one component and one vulnerability. Debian and PyPA say "fixed" by a range that
 * does not hold the version; Red Hat speaks of what the component is a rebuild of. */
struct saying {
	const char *source;
	enum affected_status status;
	enum platform_answer platform;
	enum tier tier;
	enum advisory_state state;
};

#define SAYINGS_MOST 5

struct story {
	const char *row;
	struct saying sayings[SAYINGS_MOST]; /* ended by one without a source */
	const char *state;		     /* "" where there is no finding */
	const char *source, *others;	     /* others separated by blanks */
	enum tier tier;
};

struct told {
	struct advisory_head heads[SAYINGS_MOST];
	struct match matches[SAYINGS_MOST];
	struct candidate candidates[SAYINGS_MOST];
	size_t count;
};

static const struct reach reach = {
	.identity = { .kind = PACKAGE_CPE, .package = { "a:x:y", 5 }, .version = { "1", 1 } }
};

static const struct reach packages[] = {
	{ .identity = { .kind = PACKAGE_PURL, .package = { "deb/debian/y", 12 }, .scheme = VERSION_DPKG } },
	{ .identity = { .kind = PACKAGE_PURL, .package = { "pypi/y", 6 }, .scheme = VERSION_PEP440 } },
	{ .identity = { .kind = PACKAGE_PURL, .package = { "rpm/redhat/y", 12 }, .scheme = VERSION_RPM },
	    .through = { "rocky-9 is built from rhel-9", 28 },
	    .rebuilt = true },
};

static const struct reach *reach_by(struct str source)
{
	if (str_eq(source, STR("osv:debian")))
		return &packages[0];
	if (str_eq(source, STR("osv:pypa")))
		return &packages[1];
	return str_eq(source, STR("csaf:redhat")) ? &packages[2] : &reach;
}

static void tell(const struct story *s, struct told *t)
{
	*t = (struct told){ 0 };
	for (size_t i = 0; i < SAYINGS_MOST && s->sayings[i].source; i++) {
		const struct saying *say = &s->sayings[i];

		t->heads[i] = (struct advisory_head){ (int64_t)i + 1, str_of(say->source), STR("CVE-2026-1"),
			say->state };
		t->matches[i] = (struct match){ .identity = &reach_by(str_of(say->source))->identity,
			.reach = reach_by(str_of(say->source)),
			.tier = say->tier,
			.outside =
			    say->status == STATUS_FIXED && str_starts(str_of(say->source), STR("osv:")),
			.range = { .advisory_id = (int64_t)i + 1,
			    .status = say->status,
			    .has_high = true,
			    .high = STR("2"),
			    .fixed = STR("2"),
			    .config = -1 } };
		t->candidates[i] = (struct candidate){ .vulnerability_id = 7,
			.match = &t->matches[i],
			.advisory = &t->heads[i],
			.platform = say->platform };
		t->count++;
	}
	/* two sayings of one source are of one advisory */
	for (size_t i = 1; i < t->count; i++)
		if (str_eq(t->heads[i].source, t->heads[i - 1].source))
			t->candidates[i].advisory = t->candidates[i - 1].advisory;
}

static void check_finding(const struct story *s, const struct finding *f, struct arena *arena)
{
	struct str others = STR("");

	for (size_t i = 0; i < f->other_count; i++)
		others = arena_printf(
		    arena, STR_FMT "%s" STR_FMT, STR_ARG(others), i ? " " : "", STR_ARG(f->other_sources[i]));
	assert_string_equal(finding_state_name(f->state), s->state);
	assert_string_equal(arena_text(arena, f->source), s->source);
	assert_string_equal(arena_text(arena, others), s->others);
	assert_int_equal(f->tier, s->tier);
	assert_int_equal(f->trace_count, 1);
	assert_true(str_starts(f->trace[0], f->source));
}

static const struct story stories[] = {
	{ "one source", { { "nvd", STATUS_AFFECTED, PLATFORM_YES, TIER_B, 0 } }, "affected", "nvd", "",
	    TIER_B },
	{ "the CNA stands nearer than NVD",
	    { { "nvd", STATUS_AFFECTED, PLATFORM_YES, TIER_B, 0 },
		{ "cve", STATUS_AFFECTED, PLATFORM_YES, TIER_B, 0 } },
	    "affected", "cve", "nvd", TIER_B },
	{ "an ecosystem nearer than the CNA, a distribution nearer still",
	    { { "cve", STATUS_AFFECTED, PLATFORM_YES, TIER_B, 0 },
		{ "osv:ghsa", STATUS_AFFECTED, PLATFORM_YES, TIER_A, 0 },
		{ "osv:debian", STATUS_AFFECTED, PLATFORM_YES, TIER_A, 0 } },
	    "affected", "osv:debian", "osv:ghsa cve", TIER_A },
	{ "a nearer source says fixed: the finding stays visible",
	    { { "csaf:acme", STATUS_FIXED, PLATFORM_YES, TIER_A, 0 },
		{ "nvd", STATUS_AFFECTED, PLATFORM_YES, TIER_B, 0 } },
	    "fixed", "csaf:acme", "nvd", TIER_A },
	{ "a distribution's range does not hold the version: fixed, and the upstream is overruled",
	    { { "osv:debian", STATUS_FIXED, PLATFORM_YES, TIER_A, 0 },
		{ "nvd", STATUS_AFFECTED, PLATFORM_YES, TIER_C, 0 } },
	    "fixed", "osv:debian", "nvd", TIER_A },
	{ "one of a distribution's ranges holds the version, another does not",
	    { { "osv:debian", STATUS_FIXED, PLATFORM_YES, TIER_A, 0 },
		{ "osv:debian", STATUS_AFFECTED, PLATFORM_YES, TIER_A, 0 },
		{ "nvd", STATUS_AFFECTED, PLATFORM_YES, TIER_C, 0 } },
	    "affected", "osv:debian", "nvd", TIER_A },
	{ "a distribution alone that does not hold the version: no finding",
	    { { "osv:debian", STATUS_FIXED, PLATFORM_YES, TIER_A, 0 } }, "", "", "", TIER_A },
	{ "a distribution's record was withdrawn: it says fixed no more",
	    { { "osv:debian", STATUS_FIXED, PLATFORM_YES, TIER_A, ADVISORY_WITHDRAWN },
		{ "nvd", STATUS_AFFECTED, PLATFORM_YES, TIER_C, 0 } },
	    "affected", "nvd", "osv:debian", TIER_C },
	{ "an ecosystem leaves the version out, against who comes through an alias",
	    { { "osv:pypa", STATUS_FIXED, PLATFORM_YES, TIER_A, 0 },
		{ "cve-adp", STATUS_AFFECTED, PLATFORM_YES, TIER_C, 0 } },
	    "fixed", "osv:pypa", "cve-adp", TIER_A },
	{ "left out, but another names the component as surely",
	    { { "osv:pypa", STATUS_FIXED, PLATFORM_YES, TIER_A, 0 },
		{ "cve", STATUS_AFFECTED, PLATFORM_YES, TIER_A, 0 },
		{ "nvd", STATUS_AFFECTED, PLATFORM_YES, TIER_C, 0 } },
	    "affected", "cve", "osv:pypa nvd", TIER_A },
	{ "left out by one who stands as near as another that says affected",
	    { { "osv:pypa", STATUS_FIXED, PLATFORM_YES, TIER_A, 0 },
		{ "osv:zz", STATUS_AFFECTED, PLATFORM_YES, TIER_D, 0 } },
	    "affected", "osv:zz", "osv:pypa", TIER_D },
	{ "left out and withdrawn",
	    { { "osv:pypa", STATUS_FIXED, PLATFORM_YES, TIER_A, ADVISORY_WITHDRAWN },
		{ "nvd", STATUS_AFFECTED, PLATFORM_YES, TIER_C, 0 } },
	    "affected", "nvd", "osv:pypa", TIER_C },
	{ "left out by all who speak: no finding", { { "osv:pypa", STATUS_FIXED, PLATFORM_YES, TIER_A, 0 } },
	    "", "", "", TIER_A },
	{ "what the component is a rebuild of is affected",
	    { { "csaf:redhat", STATUS_AFFECTED, PLATFORM_YES, TIER_D, 0 } }, "affected", "csaf:redhat", "",
	    TIER_D },
	{ "but the rebuild's own record says fixed, and stands nearer",
	    { { "csaf:redhat", STATUS_AFFECTED, PLATFORM_YES, TIER_D, 0 },
		{ "osv:debian", STATUS_FIXED, PLATFORM_YES, TIER_A, 0 } },
	    "fixed", "osv:debian", "csaf:redhat", TIER_A },
	{ "what is fixed in the original proves nothing of the rebuild",
	    { { "csaf:redhat", STATUS_FIXED, PLATFORM_YES, TIER_D, 0 },
		{ "nvd", STATUS_AFFECTED, PLATFORM_YES, TIER_D, 0 } },
	    "affected", "nvd", "csaf:redhat", TIER_D },
	{ "two that stand equally near: the surer one",
	    { { "cve", STATUS_AFFECTED, PLATFORM_YES, TIER_C, 0 },
		{ "cve-adp", STATUS_AFFECTED, PLATFORM_YES, TIER_B, 0 } },
	    "affected", "cve-adp", "cve", TIER_B },
	{ "a further one does not overrule",
	    { { "osv:ghsa", STATUS_AFFECTED, PLATFORM_YES, TIER_A, 0 },
		{ "cve", STATUS_UNAFFECTED, PLATFORM_YES, TIER_B, 0 } },
	    "affected", "osv:ghsa", "cve", TIER_A },
	{ "not affected by all who speak: no finding",
	    { { "cve", STATUS_UNAFFECTED, PLATFORM_YES, TIER_B, 0 } }, "", "", "", TIER_B },
	{ "a version taken out of a wider range",
	    { { "cve", STATUS_AFFECTED, PLATFORM_YES, TIER_B, 0 },
		{ "cve", STATUS_UNAFFECTED, PLATFORM_YES, TIER_B, 0 } },
	    "", "", "", TIER_B },
	{ "taken out, but with the version unconfirmed: it stays",
	    { { "cve", STATUS_AFFECTED, PLATFORM_YES, TIER_D, 0 },
		{ "cve", STATUS_UNAFFECTED, PLATFORM_YES, TIER_D, 0 } },
	    "affected", "cve", "", TIER_D },
	{ "its platform is not in the SBOM", { { "nvd", STATUS_AFFECTED, PLATFORM_UNKNOWN, TIER_B, 0 } },
	    "platform_not_in_sbom", "nvd", "", TIER_B },
	{ "its platform is another one", { { "nvd", STATUS_AFFECTED, PLATFORM_NO, TIER_B, 0 } }, "", "", "",
	    TIER_B },
	{ "hidden for NVD, but another source holds",
	    { { "nvd", STATUS_AFFECTED, PLATFORM_NO, TIER_B, 0 },
		{ "osv:ghsa", STATUS_AFFECTED, PLATFORM_YES, TIER_A, 0 } },
	    "affected", "osv:ghsa", "nvd", TIER_A },
	{ "withdrawn by its source, and nobody else speaks",
	    { { "osv:go", STATUS_AFFECTED, PLATFORM_YES, TIER_A, ADVISORY_WITHDRAWN } }, "withdrawn",
	    "osv:go", "", TIER_A },
	{ "withdrawn by one, upheld by another",
	    { { "osv:go", STATUS_AFFECTED, PLATFORM_YES, TIER_A, ADVISORY_WITHDRAWN },
		{ "nvd", STATUS_AFFECTED, PLATFORM_YES, TIER_B, 0 } },
	    "affected", "nvd", "osv:go", TIER_B },
};

static void the_source_that_stands_nearest_decides(void **state)
{
	for (size_t i = 0; i < COUNT(stories); i++) {
		SCOPED_ARENA arena = { 0 };
		struct finding *findings;
		struct told told;
		size_t count;

		CASE(stories[i].row);
		tell(&stories[i], &told);
		findings_make(told.candidates, told.count, &arena, &findings, &count);
		assert_int_equal(count, *stories[i].state ? 1 : 0);
		if (count)
			check_finding(&stories[i], &findings[0], &arena);
		free(findings);
	}
	(void)state;
}

static void the_others_say_why(void **state)
{
	SCOPED_ARENA arena = { 0 };
	static const struct story story = { "losers",
		{ { "osv:debian", STATUS_FIXED, PLATFORM_YES, TIER_A, 0 },
		    { "cve", STATUS_AFFECTED, PLATFORM_NO, TIER_B, 0 },
		    { "nvd", STATUS_AFFECTED, PLATFORM_YES, TIER_C, 0 } },
		"fixed", "osv:debian", "cve nvd", TIER_A };
	struct finding *findings;
	struct told told;
	size_t count;

	(void)state;
	tell(&story, &told);
	findings_make(told.candidates, told.count, &arena, &findings, &count);
	assert_int_equal(count, 1);
	assert_int_equal(findings[0].other_count, 2);
	assert_int_equal(findings[0].others[0].state, FINDING_NOT_AFFECTED);
	assert_true(
	    str_ends(findings[0].others[0].why, STR("; its configuration does not hold in this release")));
	assert_int_equal(findings[0].others[1].state, FINDING_AFFECTED);
	assert_int_equal(findings[0].others[1].tier, TIER_C);
	assert_true(str_starts(findings[0].others[1].why, STR("nvd CVE-2026-1: cpe a:x:y, 1 < 2 by scheme")));
	free(findings);
}

static void the_order_of_candidates_changes_nothing(void **state)
{
	for (size_t i = 0; i < COUNT(stories); i++) {
		SCOPED_ARENA arena = { 0 };
		struct candidate turned[SAYINGS_MOST];
		struct finding *findings;
		struct told told;
		size_t count;

		CASE(stories[i].row);
		tell(&stories[i], &told);
		for (size_t k = 0; k < told.count; k++)
			turned[k] = told.candidates[told.count - 1 - k];
		findings_make(turned, told.count, &arena, &findings, &count);
		assert_int_equal(count, *stories[i].state ? 1 : 0);
		if (count)
			check_finding(&stories[i], &findings[0], &arena);
		free(findings);
	}
	(void)state;
}

static void many_rows_of_one_advisory_take_linear_time(void **state)
{
	enum { ROWS = 60000 };
	struct match *matches = calloc(ROWS, sizeof(*matches));
	struct candidate *candidates = calloc(ROWS, sizeof(*candidates));
	struct advisory_head head = { 1, STR("cve"), STR("CVE-2026-1"), ADVISORY_ACTIVE };
	SCOPED_ARENA arena = { 0 };
	struct finding *findings;
	size_t count;

	assert_true(matches && candidates);
	for (size_t i = 0; i < ROWS; i++) {
		matches[i] = (struct match){ .identity = &reach.identity,
			.reach = &reach,
			.tier = TIER_B,
			.range = { .config = -1 } };
		candidates[i] = (struct candidate){ .vulnerability_id = 7,
			.match = &matches[i],
			.advisory = &head,
			.platform = PLATFORM_YES };
	}
	findings_make(candidates, ROWS, &arena, &findings, &count); /* quadratic would take minutes */
	assert_int_equal(count, 1);
	free(findings);
	free(matches);
	free(candidates);
	(void)state;
}

TESTS(cmocka_unit_test(the_source_that_stands_nearest_decides), cmocka_unit_test(the_others_say_why),
    cmocka_unit_test(the_order_of_candidates_changes_nothing),
    cmocka_unit_test(many_rows_of_one_advisory_take_linear_time))
