/*
 * Matches that a person judged by reading the records and the specifications, against what the product says:
 * precision and recall. The rows are in cases/matching/labels-*.txt, how they are made is told in
 * docs/choices/labels.md. What the product got wrong when it was last looked at is recorded in
 * cases/matching/labels-recorded.txt, to the row: another mistake fails, and one less must be recorded too.
 */
#include "check.h"

#include <glob.h>

#include "base/buf.h"
#include "matching/answers.h"
#include "matching/label.h"
#include "matching/picked.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
enum { WHOLE = false };
#else
enum { WHOLE = true };
#endif

#define CASES CHECK_SOURCE "/tests/cases/matching/"

/* How often something was labelled, answered, and both. */
struct tally {
	size_t labelled, answered, right;
};

struct figures {
	size_t labels, agreed;
	struct tally counting, tier[VERDICT_COUNT]; /* what counts as a finding; tiers A to D */
	struct buf differences;			    /* a line each */
};

static struct str read_text(const char *path, struct arena *arena)
{
	FILE *file = fopen(path, "r");
	char *bytes = NULL;
	size_t room = 0;
	ssize_t len;
	struct str text;

	assert_non_null(file);
	len = getdelim(&bytes, &room, '\0', file);
	text = arena_copy(arena, (struct str){ bytes, len > 0 ? (size_t)len : 0 });
	free(bytes);
	fclose(file);
	return text;
}

static void read_tables(struct arena *arena, struct label_table *out)
{
	glob_t files = { 0 };
	struct err e = { 0 };

	assert_int_equal(glob(CASES "labels-[!r]*.txt", 0, NULL, &files), 0);
	for (size_t i = 0; i < files.gl_pathc; i++)
		if (!labels_read(strrchr(files.gl_pathv[i], '/') + 1, read_text(files.gl_pathv[i], arena),
			arena, out, &e))
			fail_msg("%s", e.text);
	globfree(&files);
}

/* ---- what the product says ---- */

struct question {
	const struct label *label;
	struct answer answer;
};

static enum verdict verdict_of_tier(enum tier tier)
{
	switch ((char)tier) {
	case 'A':
		return SAYS_A;
	case 'B':
		return SAYS_B;
	case 'C':
		return SAYS_C;
	case 'D':
		return SAYS_D;
	default:
		return SAYS_HINT;
	}
}

static struct answer answer_of(const struct finding *f)
{
	switch (f->state) {
	case FINDING_AFFECTED:
		return (struct answer){ verdict_of_tier(f->tier), false };
	case FINDING_PLATFORM_NOT_IN_SBOM:
		return (struct answer){ verdict_of_tier(f->tier), true };
	case FINDING_WITHDRAWN:
		return (struct answer){ SAYS_WITHDRAWN, false };
	case FINDING_NOT_AFFECTED:
		return (struct answer){ SAYS_NOT_AFFECTED, false };
	case FINDING_FIXED:
		return (struct answer){ SAYS_FIXED, false };
	case FINDING_UNDER_INVESTIGATION:
		return (struct answer){ SAYS_INVESTIGATED, false };
	case FINDING_STATE_COUNT:
		break;
	}
	abort();
}

static void see_row(void *ctx, const struct scan_row *row)
{
	struct question *q = ctx;
	bool meant = str_eq(row->vulnerability, q->label->vulnerability);

	for (size_t i = 0; i < row->alias_count; i++)
		meant |= str_eq(row->aliases[i], q->label->vulnerability);
	if (meant && row->finding.component == 0)
		q->answer = answer_of(&row->finding);
}

/* ---- the figures ---- */

static void count(struct tally *t, bool labelled, bool answered)
{
	t->labelled += labelled;
	t->answered += answered;
	t->right += labelled && answered;
}

static void note(struct figures *f, const struct label *l, struct answer answered)
{
	bool agreed = l->answer.verdict == answered.verdict && l->answer.platform == answered.platform;

	f->labels++;
	f->agreed += agreed;
	count(&f->counting, answer_counts(l->answer), answer_counts(answered));
	for (enum verdict v = SAYS_A; v <= SAYS_D; v++)
		count(&f->tier[v], l->answer.verdict == v, answered.verdict == v);
	if (agreed)
		return;
	buf_printf(&f->differences, STR_FMT " " STR_FMT ": %s, answered ", STR_ARG(l->vulnerability),
	    STR_ARG(l->release), answer_word(l->answer));
	buf_printf(&f->differences, "%s\n", answer_word(answered));
}

static void ask_block(const struct label_block *b, const struct picked *picked, struct figures *f)
{
	SCOPED_ANSWERS *answers = answers_new();

	for (size_t i = 0; i < b->record_count; i++)
		picked_add(picked, b->records[i], answers);
	for (size_t i = 0; i < b->label_count; i++) {
		struct question q = { &b->labels[i], { SAYS_NOTHING, false } };

		CASE(b->labels[i].place.ptr);
		answers_scan(answers, q.label->components, q.label->component_count, see_row, &q);
		note(f, q.label, q.answer);
	}
}

/* Whether all records of the block are read in this build. */
static bool want_block(const struct label_block *b, struct picked *picked)
{
	bool all = true;

	for (size_t i = 0; i < b->record_count; i++)
		all &= picked_want(picked, b->records[i]);
	return all;
}

static bool ask_all(const struct label_table *t, struct figures *f)
{
	SCOPED_PICKED *picked = picked_new(check_data, WHOLE);

	for (size_t i = 0; i < t->block_count; i++)
		want_block(&t->blocks[i], picked);
	if (!picked_read(picked))
		return false;
	assert_int_equal(picked_missing(picked), 0);
	for (size_t i = 0; i < t->block_count; i++)
		if (want_block(&t->blocks[i], picked))
			ask_block(&t->blocks[i], picked, f);
	return true;
}

/* part / whole with three decimals; nothing of nothing is all. */
static void write_ratio(struct buf *out, size_t part, size_t whole)
{
	size_t thousandths = whole ? part * 1000 / whole : 1000;

	buf_printf(out, "%zu.%03zu", thousandths / 1000, thousandths % 1000);
}

static void write_figure(struct buf *out, const struct figures *f)
{
	buf_printf(out, "matching: precision ");
	write_ratio(out, f->counting.right, f->counting.answered);
	buf_printf(out, ", recall ");
	write_ratio(out, f->counting.right, f->counting.labelled);
	buf_printf(out, " over %zu labels", f->labels);
	for (enum verdict v = SAYS_A; v <= SAYS_D; v++) {
		buf_printf(
		    out, "%s %s ", v == SAYS_A ? "; by tier" : ",", answer_word((struct answer){ v, false }));
		write_ratio(out, f->tier[v].right, f->tier[v].answered);
		buf_byte(out, '/');
		write_ratio(out, f->tier[v].right, f->tier[v].labelled);
	}
}

static void write_tally(struct buf *out, const char *name, const struct tally *t)
{
	buf_printf(
	    out, "%s: labelled %zu, answered %zu, both %zu\n", name, t->labelled, t->answered, t->right);
}

/* What labels-recorded.txt must say. */
static void write_record(struct buf *out, const struct figures *f)
{
	buf_printf(out, "labels: %zu, of which agreed %zu\n", f->labels, f->agreed);
	write_tally(out, "findings", &f->counting);
	for (enum verdict v = SAYS_A; v <= SAYS_D; v++)
		write_tally(out, answer_word((struct answer){ v, false }), &f->tier[v]);
	buf_add(out, buf_str(&f->differences));
}

static const char record_head[] = "# How good the answers were when last looked at, and each row where the "
				  "product differs from its label. A mistake\n"
				  "# more fails, and so does one less until it is recorded: "
				  "AFTERCARE_RECORD=1 build/tests/matching_test_labels\n";

static void record_anew(struct str record)
{
	FILE *file = fopen(CASES "labels-recorded.txt", "w");

	assert_non_null(file);
	assert_true(fputs(record_head, file) >= 0);
	assert_int_equal(fwrite(record.ptr, 1, record.len, file), record.len);
	assert_int_equal(fclose(file), 0);
}

static struct str skip_comments(struct str text)
{
	struct str line;

	while (str_starts(text, STR("#")))
		(void)str_next(&text, '\n', &line);
	return text;
}

static size_t tell_lines(struct str these, struct str those, const char *what)
{
	struct str line;
	size_t told = 0;

	while (str_next(&these, '\n', &line)) {
		if (line.len == 0 || str_has(those, line))
			continue;
		printf("# %s: " STR_FMT "\n", what, STR_ARG(line));
		told++;
	}
	return told;
}

/* Against what was recorded; of a part of the labels only the mistakes can be compared. */
static void compare(const struct figures *f, struct str before)
{
	SCOPED_BUF record = buf_new(1 << 20), figure = buf_new(4096);
	size_t wrong;

	write_record(&record, f);
	write_figure(&figure, f);
	if (WHOLE)
		printf("# figure: " STR_FMT "\n", STR_ARG(buf_str(&figure)));
	if (WHOLE && getenv("AFTERCARE_RECORD")) {
		record_anew(buf_str(&record));
		return;
	}
	wrong = tell_lines(buf_str(&f->differences), before, "a mistake that is not recorded");
	if (WHOLE) {
		wrong += tell_lines(buf_str(&record), before, "now");
		wrong += tell_lines(skip_comments(before), buf_str(&record), "recorded, but no longer so");
	}
	assert_int_equal(wrong, 0);
}

/* False without the data. */
static bool compare_answers(void)
{
	SCOPED_ARENA arena = { 0 };
	struct figures f = { .differences = buf_new(1 << 20) };
	struct label_table tables = { 0 };
	bool there;

	read_tables(&arena, &tables);
	there = ask_all(&tables, &f);
	label_table_free(&tables);
	check_case = NULL;
	if (there)
		compare(&f, read_text(CASES "labels-recorded.txt", &arena));
	buf_free(&f.differences);
	return there;
}

static void answers_are_as_good_as_recorded(void **state)
{
	(void)state;
	if (!compare_answers())
		skip(); /* which does not come back: what is scoped would leak */
}

TESTS(cmocka_unit_test(answers_are_as_good_as_recorded))
