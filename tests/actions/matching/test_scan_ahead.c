/* Rows that are read ahead are the rows that were read: all of them, in their order, whole. */
#include "check.h"

#include "actions/matching/scan_ahead.h"

/* Gives rows whose texts are written over by the next, as a scan does. */
struct source {
	size_t given, count;
	bool fails; /* behind the last */
	char name[32], why[32];
	struct str texts[2];
	struct finding_other other;
	struct scan_score score;
	struct scan_row row;
};

static struct str numbered(char text[32], const char *what, size_t number)
{
	snprintf(text, 32, "%s %zu", what, number);
	return str_of(text);
}

static bool give(void *ctx, const struct scan_row **row, struct err *e)
{
	struct source *s = ctx;

	*row = NULL;
	if (s->given == s->count)
		return !s->fails || err_fail(e, ERR_STORE, "row %zu cannot be read", s->count);
	s->texts[0] = numbered(s->name, "name", s->given);
	s->texts[1] = numbered(s->why, "why", s->given);
	s->other = (struct finding_other){ FINDING_FIXED, TIER_A, s->texts[1] };
	s->score = (struct scan_score){ s->texts[0], s->texts[1], (int)(s->given % 100), CVSS_LOW };
	s->row = (struct scan_row){
		.finding = { .component = s->given,
		    .source = s->texts[0],
		    .trace = s->texts,
		    .trace_count = 2,
		    .other_sources = s->texts,
		    .others = &s->other,
		    .other_count = 1,
		    .fixed_in = &s->texts[1],
		    .fixed_count = 1 },
		.vulnerability = s->texts[0],
		.aliases = s->texts,
		.alias_count = 2,
		.scores = &s->score,
		.score_count = 1,
		.epss = (int64_t)s->given,
		.summary = s->texts[1],
		.device = STR_NONE,
		.release = s->texts[0],
	};
	s->given++;
	*row = &s->row;
	return true;
}

static void is_row(const struct scan_row *row, size_t number)
{
	char name_text[32], why_text[32];
	struct str name = numbered(name_text, "name", number), why = numbered(why_text, "why", number);
	const struct finding *f = &row->finding;

	assert_int_equal(f->component, number);
	assert_int_equal(row->epss, number);
	assert_int_equal(row->scores[0].tenths, number % 100);
	assert_true(str_eq(f->source, name) && str_eq(f->trace[0], name) && str_eq(f->trace[1], why));
	assert_true(str_eq(f->other_sources[0], name) && str_eq(f->others[0].why, why));
	assert_true(f->others[0].state == FINDING_FIXED && str_eq(f->fixed_in[0], why));
	assert_true(str_eq(row->vulnerability, name) && str_eq(row->summary, why));
	assert_true(str_eq(row->aliases[0], name) && str_eq(row->aliases[1], why));
	assert_true(str_eq(row->scores[0].source, name) && str_eq(row->scores[0].vector, why));
	assert_true(str_eq(row->release, name) && !row->device.ptr);
}

/* Few start no thread; more fill one batch, or all of them several times. */
static const size_t counts[] = { 0, 1, 255, 256, 257, 256 + 128, 256 + 4 * 128, 10000 };

static void all_rows_come_in_their_order(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(counts) * 2; i++) {
		struct source source = { .count = counts[i / 2], .fails = i % 2 };
		struct scan_ahead *ahead = scan_ahead_new((struct scan_rows){ &source, give });
		struct scan_rows rows = scan_ahead_rows(ahead);
		const struct scan_row *row;
		struct err e = { 0 };

		for (size_t k = 0; k < source.count; k++) {
			assert_true(rows.next(rows.ctx, &row, &e));
			assert_non_null(row);
			is_row(row, k);
		}
		assert_int_equal(rows.next(rows.ctx, &row, &e), !source.fails);
		assert_null(row);
		assert_int_equal(e.code, source.fails ? ERR_STORE : ERR_NONE);
		if (!source.fails)
			assert_true(rows.next(rows.ctx, &row, &e) && !row);
		scan_ahead_free(ahead);
	}
}

static void it_may_be_stopped_anywhere(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(counts); i++) {
		struct source source = { .count = 20000 };
		struct scan_ahead *ahead = scan_ahead_new((struct scan_rows){ &source, give });
		struct scan_rows rows = scan_ahead_rows(ahead);
		const struct scan_row *row;
		struct err e = { 0 };

		for (size_t k = 0; k < counts[i]; k++)
			assert_true(rows.next(rows.ctx, &row, &e) && row);
		scan_ahead_free(ahead);
		/* memory is bounded: it never ran far ahead */
		assert_in_range(source.given, counts[i], counts[i] + 5 * 128);
	}
}

TESTS(cmocka_unit_test(all_rows_come_in_their_order), cmocka_unit_test(it_may_be_stopped_anywhere))
