/* Kept sections: there and back, and every way in which bytes can be damaged. */
#include "check.h"

#include "matching/change.h"
#include "matching/kept.h"

/* STR is no constant. */
#define TEXT(literal)                                                                                        \
	{                                                                                                    \
		literal, sizeof(literal) - 1                                                                 \
	}

static struct identity identities[2] = {
	{ .kind = PACKAGE_CPE, .package = TEXT("a:v:p"), .version = TEXT("1.0"), .is_whole = true },
	{ .kind = PACKAGE_PURL, .package = TEXT("npm/p"), .version = TEXT("1.0.0"), .is_whole = true }
};
static const struct component component = {
	.name = TEXT("p"), .identities = identities, .identity_count = 2
};
static const int64_t about[] = { INT64_C(20240000001234), 7 };

static struct reach reaches[2] = {
	{ .identity = { .kind = PACKAGE_CPE,
	      .package = TEXT("a:v:p"),
	      .version = TEXT("1.0"),
	      .is_whole = true },
	    .through = TEXT(""),
	    .packaged = TEXT("") },
	{ .identity = { .kind = PACKAGE_NAME,
	      .package = TEXT("v:p"),
	      .version = TEXT("1.0.0"),
	      .is_whole = true },
	    .through = TEXT("alias npm/p = name v:p, shipped"),
	    .packaged = TEXT("1.0.0-1"),
	    .tag = TEXT("P_1_0_0"),
	    .rebuilt = true },
};

static struct match matches[2] = {
	{ .identity = &reaches[0].identity,
	    .reach = &reaches[0],
	    .range = { .scheme = VERSION_GENERIC,
		.has_high = true,
		.high = TEXT("2.0"),
		.config = 3,
		.low = TEXT(""),
		.qualifier = TEXT(""),
		.fixed = TEXT("2.0") },
	    .tier = TIER_B,
	    .unconfirmed = TEXT("") },
	{ .identity = &reaches[1].identity,
	    .reach = &reaches[1],
	    .outside = true,
	    .range = { .scheme = VERSION_SEMVER,
		.has_low = true,
		.low_inclusive = true,
		.low = TEXT("0"),
		.config = -1,
		.status = STATUS_FIXED,
		.high = TEXT(""),
		.qualifier = TEXT("q"),
		.fixed = TEXT("") },
	    .tier = TIER_D,
	    .unconfirmed = TEXT("the component states no version") },
};

static const struct kept section = { .advisory_id = 12,
	.source_id = 3,
	.state = ADVISORY_WITHDRAWN,
	.vulnerabilities = about,
	.about = 2,
	.matches = matches,
	.count = 2 };

static void a_section_is_read_as_it_was_written(void **state)
{
	SCOPED_BUF body = buf_new(1024);
	SCOPED_ARENA arena = { 0 };
	struct err e = { 0 };
	struct kept read;

	(void)state;
	kept_write(&section, &component, &body);
	assert_true(kept_read(buf_str(&body), 12, &component, &arena, &read, &e));
	assert_int_equal(read.source_id, 3);
	assert_int_equal(read.state, ADVISORY_WITHDRAWN);
	assert_int_equal(read.about, 2);
	assert_memory_equal(read.vulnerabilities, about, sizeof(about));
	assert_int_equal(read.count, 2);
	for (size_t i = 0; i < 2; i++) {
		struct str words = match_words(&matches[i], &arena),
			   again = match_words(&read.matches[i], &arena);

		assert_true(str_eq(words, again));
		assert_true(str_eq(read.matches[i].identity->package, matches[i].identity->package));
		assert_true(str_eq(read.matches[i].reach->through, matches[i].reach->through));
		assert_int_equal(read.matches[i].outside, matches[i].outside);
		assert_int_equal(read.matches[i].reach->rebuilt, matches[i].reach->rebuilt);
		assert_true(str_eq(read.matches[i].reach->tag, matches[i].reach->tag));
		assert_int_equal(read.matches[i].tier, matches[i].tier);
		assert_int_equal(read.matches[i].range.config, matches[i].range.config);
		assert_int_equal(read.matches[i].range.status, matches[i].range.status);
		assert_int_equal(read.matches[i].range.advisory_id, 12);
		assert_true(str_eq(read.matches[i].range.fixed, matches[i].range.fixed));
	}
}

static void damaged_bytes_are_refused_and_never_read_beyond(void **state)
{
	SCOPED_BUF body = buf_new(1024);
	SCOPED_ARENA arena = { 0 };
	struct kept read;

	(void)state;
	kept_write(&section, &component, &body);
	for (size_t i = 0; i < body.len; i++) {
		char *cut = malloc(i ? i : 1);
		struct err e = { 0 };

		/* cut short it ends inside of something, or between two matches */
		memcpy(cut, body.ptr, i);
		if (!kept_read((struct str){ cut, i }, 12, &component, &arena, &read, &e))
			assert_string_equal(e.text, "a kept match of component \"p\" is damaged");
		free(cut);
		for (int bit = 0; bit < 8; bit++) {
			SCOPED_BUF wrong = buf_new(1024);
			struct err unread = { 0 };

			buf_add(&wrong, buf_str(&body));
			wrong.ptr[i] = (char)(wrong.ptr[i] ^ 1 << bit);
			if (kept_read(buf_str(&wrong), 12, &component, &arena, &read, &unread))
				assert_true(read.count <= body.len);
		}
	}
}

static void a_change_is_read_as_it_was_written(void **state)
{
	struct finding_change change = { .vulnerability_id = about[0],
		.before = finding_code(FINDING_AFFECTED, TIER_B),
		.after = 0,
		.advisory_id = 4711,
		.by_platform = true,
		.lists = STR("\x01\x02") };
	SCOPED_BUF out = buf_new(1024);
	struct finding_change read;
	struct str rest;

	(void)state;
	finding_change_write(&change, &out);
	for (size_t i = 0; i < out.len; i++) {
		rest = str_first(buf_str(&out), i);
		assert_false(finding_change_take(&rest, &read));
	}
	rest = buf_str(&out);
	assert_true(finding_change_take(&rest, &read));
	assert_int_equal(rest.len, 0);
	assert_int_equal(read.vulnerability_id, change.vulnerability_id);
	assert_int_equal(finding_code_state(read.before), FINDING_AFFECTED);
	assert_int_equal(finding_code_tier(read.before), TIER_B);
	assert_int_equal(read.after, 0);
	assert_int_equal(read.advisory_id, 4711);
	assert_true(read.by_platform);
	assert_true(str_eq(read.lists, change.lists));
}

static void the_stronger_state_is_heard(void **state)
{
	unsigned char affected = finding_code(FINDING_AFFECTED, TIER_B),
		      sure = finding_code(FINDING_AFFECTED, TIER_A),
		      withdrawn = finding_code(FINDING_WITHDRAWN, TIER_A);

	(void)state;
	assert_int_equal(finding_code_stronger(0, withdrawn), withdrawn);
	assert_int_equal(finding_code_stronger(withdrawn, 0), withdrawn);
	assert_int_equal(finding_code_stronger(withdrawn, affected), affected);
	assert_int_equal(finding_code_stronger(affected, sure), sure);
}

TESTS(cmocka_unit_test(a_section_is_read_as_it_was_written),
    cmocka_unit_test(damaged_bytes_are_refused_and_never_read_beyond),
    cmocka_unit_test(a_change_is_read_as_it_was_written), cmocka_unit_test(the_stronger_state_is_heard))
