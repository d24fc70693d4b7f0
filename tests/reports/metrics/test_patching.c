#include "check.h"

#include "reports/metrics/patching.h"

static void share_is(struct share s, const char *text)
{
	SCOPED_ARENA arena = { 0 };

	assert_string_equal(arena_text(&arena, figure_percent(s, &arena)), text);
}

static void mean_and_median_are(struct spread s, const char *mean, const char *median)
{
	SCOPED_ARENA arena = { 0 };

	assert_string_equal(arena_text(&arena, figure_mean(&s, &arena)), mean);
	assert_string_equal(arena_text(&arena, figure_median(&s, &arena)), median);
}

static void figures_are_rounded_half_up_and_none_is_said_of_nothing(void **state)
{
	share_is((struct share){ 0, 0 }, "n/a");
	share_is((struct share){ 0, 3 }, "0.0 %");
	share_is((struct share){ 1, 3 }, "33.3 %");
	share_is((struct share){ 2, 3 }, "66.7 %");
	share_is((struct share){ 1, 2000 }, "0.1 %");	 /* 0.05 */
	share_is((struct share){ 1, 2001 }, "0.0 %");	 /* just below */
	share_is((struct share){ 999, 1000 }, "99.9 %"); /* not 100 */
	share_is((struct share){ 4, 3 }, "133.3 %");
	mean_and_median_are(spread_of(NULL, 0), "n/a", "n/a");
	mean_and_median_are(spread_of((int64_t[]){ 7 }, 1), "7.0", "7.0");
	mean_and_median_are(spread_of((int64_t[]){ 4, 1 }, 2), "2.5", "2.5");
	mean_and_median_are(spread_of((int64_t[]){ 10, 0, 1 }, 3), "3.7", "1.0");
	(void)state;
}

/* A to E: identified and patched, one of them open, one identified before the period. */
static const struct window first_quarter = { { 20454 }, { 20543 } };

static void measures_of_a_quarter_are_exact(void **state)
{
	struct patch_finding findings[] = {
		{ date_of(2026, 1, 5), date_of(2026, 2, 4), DATE_NONE },
		{ date_of(2026, 1, 20), date_of(2026, 3, 21), DATE_NONE },
		{ date_of(2026, 2, 10), DATE_NONE, date_of(2026, 2, 12) },
		{ date_of(2026, 3, 1), date_of(2026, 3, 1), DATE_NONE },
		{ date_of(2025, 12, 15), date_of(2026, 1, 14), DATE_NONE },
	};
	SCOPED_ARENA arena = { 0 };
	struct patching p;

	assert_int_equal(first_quarter.from.days, date_of(2026, 1, 1).days);
	assert_int_equal(first_quarter.to.days, date_of(2026, 3, 31).days);
	p = patching_of(findings, COUNT(findings), first_quarter, &arena);
	share_is(p.patched, "75.0 %");
	share_is(p.dealt_with, "100.0 %");
	share_is(p.flow, "100.0 %");
	mean_and_median_are(p.duration, "30.0", "30.0");
	assert_int_equal(p.duration.count, 4);
	assert_int_equal(p.duration.least, 0);
	assert_int_equal(p.duration.most, 60);
	assert_int_equal(p.open, 1);
	assert_int_equal(p.oldest, 49);
	/* Open after 0 days 3 of 4, after 30 days 2 of 4; the one that is open since 49 days comes later. */
	assert_int_equal(p.estimate, 30);
	(void)state;
}

static void both_ends_of_the_period_belong_to_it(void **state)
{
	struct patch_finding first = { first_quarter.from, first_quarter.to, DATE_NONE };
	struct patch_finding before = { date_plus(first_quarter.from, -1), DATE_NONE, DATE_NONE };
	struct patch_finding late = { first_quarter.to, date_plus(first_quarter.to, 1), DATE_NONE };
	SCOPED_ARENA arena = { 0 };

	share_is(patching_of(&first, 1, first_quarter, &arena).patched, "100.0 %");
	assert_int_equal(patching_of(&first, 1, first_quarter, &arena).duration.sum, 89);
	share_is(patching_of(&before, 1, first_quarter, &arena).patched, "n/a");
	assert_int_equal(patching_of(&before, 1, first_quarter, &arena).open, 1);
	share_is(patching_of(&late, 1, first_quarter, &arena).patched, "0.0 %");
	assert_int_equal(patching_of(&late, 1, first_quarter, &arena).oldest, 0);
	share_is(patching_of(NULL, 0, first_quarter, &arena).flow, "n/a");
	(void)state;
}

static struct rollout rollout_of_200(void)
{
	static struct rollout_step steps[3];

	steps[0] = (struct rollout_step){ date_of(2026, 4, 11), 100 };
	steps[1] = (struct rollout_step){ date_of(2026, 5, 1), 60 };
	steps[2] = (struct rollout_step){ date_of(2026, 6, 30), 20 };
	return (struct rollout){ date_of(2026, 4, 1), 200, 180, steps, COUNT(steps), ROLLOUT_UNPLANNED };
}

static void adoption_says_against_what(void **state)
{
	struct rollout r = rollout_of_200();
	struct adoption of_all = adoption_of(&r, r.installed, date_of(2026, 7, 1));
	struct adoption of_known = adoption_of(&r, r.known, date_of(2026, 7, 1));
	struct adoption early = adoption_of(&r, r.installed, date_of(2026, 4, 30));

	share_is(of_all.done, "90.0 %");
	share_is(of_all.known, "90.0 %");
	assert_int_equal(of_all.days_50, 10);
	assert_int_equal(of_all.days_90, 90);
	assert_int_equal(of_all.days_100, ADOPTION_NONE);
	share_is(of_known.done, "100.0 %");
	assert_int_equal(of_known.days_100, 90);
	share_is(early.done, "50.0 %");
	assert_int_equal(early.days_90, ADOPTION_NONE);
	(void)state;
}

static void an_update_that_is_not_complete_is_not_in_the_mean(void **state)
{
	struct window w = { date_of(2026, 4, 1), date_of(2026, 6, 30) };
	struct rollout r[2] = { rollout_of_200(), rollout_of_200() };
	SCOPED_ARENA arena = { 0 };
	int64_t waiting = 0;
	struct spread s;

	r[1].installed = 180;
	s = rollout_spread(r, 2, w, &waiting, &arena);
	mean_and_median_are(s, "90.0", "90.0");
	assert_int_equal(s.count, 1);
	assert_int_equal(waiting, 1);
	w.to = date_of(2026, 6, 29);
	assert_int_equal(rollout_spread(r, 2, w, &waiting, &arena).count, 0);
	assert_int_equal(waiting, 2);
	w.to = date_of(2026, 3, 31);
	assert_int_equal(rollout_spread(r, 2, w, &waiting, &arena).count, 0);
	assert_int_equal(waiting, 0);
	(void)state;
}

static void open_ones_make_the_estimate_longer(void **state)
{
	/* By hand: 6/7 after 10 days, 5/7 after 20; two open after 25 and 30; of 3, 2/3 of it after 40:
	 * 10/21. */
	struct survival of_seven[] = { { 40, true }, { 10, true }, { 25, false }, { 60, false }, { 20, true },
		{ 30, false }, { 50, true } };
	struct survival on_one_day[] = { { 7, true }, { 7, false } };
	struct survival open[] = { { 5, true }, { 9, false }, { 9, false } };
	struct survival half[2000];

	assert_int_equal(survival_median(of_seven, COUNT(of_seven)), 40);
	assert_int_equal(survival_median(on_one_day, COUNT(on_one_day)), 7);
	assert_int_equal(survival_median(open, COUNT(open)), SURVIVAL_NONE);
	assert_int_equal(survival_median(NULL, 0), SURVIVAL_NONE);
	/* Exactly one half, after a thousand factors. */
	for (size_t i = 0; i < COUNT(half); i++)
		half[i] = (struct survival){ (int64_t)i, i < COUNT(half) / 2 };
	assert_int_equal(survival_median(half, COUNT(half)), 999);
	(void)state;
}

static void a_plan_is_held_to_its_target_day(void **state)
{
	struct window w = { date_of(2026, 4, 1), date_of(2026, 6, 30) };
	struct rollout r[2] = { rollout_of_200(), rollout_of_200() };

	r[0].target_days = ROLLOUT_UNPLANNED;
	r[1].target_days = 30; /* 1 May: 160 of the 180 that are known */
	share_is(rollout_capability(r, 2, w), "88.9 %");
	r[1].target_days = 29;
	share_is(rollout_capability(r, 2, w), "55.6 %");
	r[1].target_days = 90; /* the last day of the window */
	share_is(rollout_capability(r, 2, w), "100.0 %");
	r[1].target_days = 91;
	share_is(rollout_capability(r, 2, w), "n/a");
	r[1].target_days = 30;
	r[1].known = 150; /* more had it than it was known of */
	share_is(rollout_capability(r, 2, w), "100.0 %");
	(void)state;
}

TESTS(cmocka_unit_test(figures_are_rounded_half_up_and_none_is_said_of_nothing),
    cmocka_unit_test(measures_of_a_quarter_are_exact), cmocka_unit_test(both_ends_of_the_period_belong_to_it),
    cmocka_unit_test(adoption_says_against_what), cmocka_unit_test(open_ones_make_the_estimate_longer),
    cmocka_unit_test(a_plan_is_held_to_its_target_day),
    cmocka_unit_test(an_update_that_is_not_complete_is_not_in_the_mean))
