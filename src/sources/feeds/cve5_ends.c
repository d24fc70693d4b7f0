#include "sources/feeds/cve5_ends.h"

#include "base/vec.h"

bool cve5_ends_is_end(struct str version, struct str end, bool inclusive, bool is_loose)
{
	return version.len > 0 && str_eq(version, end) && (is_loose || !inclusive);
}

/* Where the branch of high begins, high being the next end above below: "22.5R2.2" and "22.7R2" give 22.6,
 * for up to there it is the branch of below. Empty where it cannot be told. */
static struct str branch_start(struct str below, struct str high, struct arena *record)
{
	size_t shorter = below.len < high.len ? below.len : high.len, from = 0, to;
	struct version_span branch;

	while (from < shorter && below.ptr[from] == high.ptr[from])
		from++;
	while (from > 0 && char_is_digit(below.ptr[from - 1]))
		from--;
	for (to = from; to < below.len && char_is_digit(below.ptr[to]); to++)
		;
	if (to == from)
		return STR_NONE;
	branch = version_span_branch(arena_printf(record, "%.*s.*", (int)to, below.ptr), record);
	return branch.high_inclusive ? STR_NONE : branch.high;
}

static int compare_ends(const void *left, const void *right)
{
	const struct cve5_piece *const *a = left, *const *b = right;

	return version_span_compare(VERSION_GENERIC, (*a)->span.high, (*b)->span.high);
}

/* A beginning behind the end says nothing: "12.1.0.0" alone is no branch of 12.1. */
static void set_beginning(struct cve5_piece *piece, const struct cve5_piece *below, struct arena *record)
{
	struct affected row = { 0 };
	struct version_span span = piece->span;

	span.low = branch_start(below->span.high, span.high, record);
	span.low_inclusive = true;
	if (span.low.len == 0)
		return;
	version_span_put(&span, VERSION_GENERIC, &row);
	if (!version_span_is_empty(&row) && !str_eq(row.low, row.high))
		piece->span = span;
}

void cve5_ends_settle(struct cve5_piece *pieces, size_t count, struct arena *record)
{
	struct cve5_piece **ends;
	size_t found = 0;

	for (size_t i = 0; i < count; i++)
		found += pieces[i].is_end && pieces[i].status == STATUS_AFFECTED;
	if (found < 2)
		return;
	ends = arena_alloc(record, found, sizeof(struct cve5_piece *));
	found = 0;
	for (size_t i = 0; i < count; i++)
		if (pieces[i].is_end && pieces[i].status == STATUS_AFFECTED)
			ends[found++] = &pieces[i];
	vec_sort(ends, found, sizeof(struct cve5_piece *), compare_ends);
	for (size_t i = 1; i < found; i++)
		set_beginning(ends[i], ends[i - 1], record);
}
