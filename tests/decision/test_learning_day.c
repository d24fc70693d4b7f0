/* The day on which a vulnerability was learned of, from the signals that point to it (A1). */
#include "check.h"

#include "decision/learning_day.h"

#define DAY(month, day) date_of(2026, month, day)

static struct signal signal_of(int64_t id, struct date received, struct date applicable, struct date triaged)
{
	return (struct signal){ .id = id,
		.kind = &signal_kinds[0],
		.received = STR("as written"),
		.received_on = received,
		.applicable_on = applicable,
		.triaged_on = triaged };
}

static void the_earliest_day_counts_by_what_starts_the_clock(void **state)
{
	const struct signal signals[] = {
		signal_of(4, DAY(1, 5), DATE_NONE, DAY(1, 6)),
		signal_of(7, DAY(1, 2), DAY(1, 20), DAY(1, 19)),
		signal_of(9, DAY(1, 3), DAY(1, 10), DATE_NONE),
	};
	static const struct {
		const char *name;
		size_t count;
		enum clock_start start;
		int month, day; /* month 0: unknown */
		int64_t signal;
	} cases[] = {
		{ "no signal", 0, CLOCK_FROM_RECEIPT, 0, 0, 0 },
		{ "one", 1, CLOCK_FROM_RECEIPT, 1, 5, 4 },
		{ "the earliest of all, wherever it stands", 3, CLOCK_FROM_RECEIPT, 1, 2, 7 },
		{ "confirmed to apply", 3, CLOCK_FROM_CONFIRMATION, 1, 10, 9 },
		{ "triaged", 3, CLOCK_FROM_TRIAGE, 1, 6, 4 },
		{ "none is confirmed: no clock stands still", 1, CLOCK_FROM_CONFIRMATION, 1, 5, 4 },
	};
	struct arena arena = { 0 };

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct learning_day day =
		    learning_day_of(signals, cases[i].count, cases[i].start, STR("UTC"), &arena);

		CASE(cases[i].name);
		assert_int_equal(date_is_known(day.on), cases[i].month != 0);
		if (!date_is_known(day.on))
			continue;
		assert_int_equal(day.on.days, DAY(cases[i].month, cases[i].day).days);
		assert_int_equal(day.signal, cases[i].signal);
	}
	arena_free(&arena);
	(void)state;
}

static void of_one_day_the_first_signal_says_so(void **state)
{
	const struct signal signals[] = { signal_of(4, DAY(1, 2), DATE_NONE, DATE_NONE),
		signal_of(5, DAY(1, 2), DATE_NONE, DATE_NONE) };
	struct arena arena = { 0 };

	assert_int_equal(learning_day_of(signals, 2, CLOCK_FROM_RECEIPT, STR("UTC"), &arena).signal, 4);
	arena_free(&arena);
	(void)state;
}

TESTS(cmocka_unit_test(the_earliest_day_counts_by_what_starts_the_clock),
    cmocka_unit_test(of_one_day_the_first_signal_says_so))
