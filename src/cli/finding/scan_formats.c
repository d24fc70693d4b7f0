#include "cli/finding/scan_formats.h"

#include <assert.h>
#include <inttypes.h>

#include "base/number.h"
#include "cli/print.h"
#include "publishing/csaf_write.h"
#include "publishing/cyclonedx_write.h"
#include "publishing/openvex_write.h"
#include "reports/scan_csv.h"
#include "reports/scan_document.h"
#include "reports/scan_json.h"
#include "reports/scan_sarif.h"
#include "reports/scan_statement.h"

struct printing {
	const struct scan *scan;
	struct scan_rows rows; /* counted */
	const struct scan_edition *edition;
	const struct scan_counts *counts;
	FILE *to;
};

static void print_days(FILE *to, int64_t days)
{
	fprintf(to, ", %" PRId64 " day%s old", days, PLURAL(days));
}

static void print_age(const struct printing *p)
{
	const struct scan *s = p->scan;
	char text[INSTANT_TEXT_SIZE];

	for (size_t i = 0; i < s->source_count; i++) {
		struct instant newest = s->sources[i].newest;

		fprintf(p->to, "data: " STR_FMT ", %" PRId64 " record%s, newest %s",
		    STR_ARG(s->sources[i].name), s->sources[i].records, PLURAL(s->sources[i].records),
		    instant_is_known(newest) ? instant_write(newest, text) : "not stated");
		if (instant_is_known(newest) && instant_is_known(p->edition->now))
			print_days(p->to, scan_source_days(&s->sources[i], p->edition->now));
		if (source_is_off(&s->sources[i].off))
			fputs(", turned off: not counted", p->to);
		fputc('\n', p->to);
	}
}

/* Sources that see it otherwise than the one that decides. */
static void print_losers(FILE *to, const struct scan_row *row)
{
	const struct finding *f = &row->finding;

	for (size_t i = 0; i < f->other_count; i++)
		if (f->others[i].state != row->matched)
			print_line(to, "    but %s: " STR_FMT, finding_state_name(f->others[i].state),
			    STR_WHOLE(f->others[i].why));
}

static void print_row(const struct printing *p, const struct scan_row *row)
{
	const struct component *c = &p->scan->components[row->finding.component];
	SCOPED_ARENA arena = { 0 };
	char text[NUMBER_TEXT_SIZE];
	struct str score = row->score_count ? number_write_decimal(row->scores[0].tenths, 1, text) : STR("-");

	print_line(p->to, "%-24.*s %-14.*s %-20.*s %c %5.*s %-8s %s%s", STR_ARG(c->name), STR_ARG(c->version),
	    STR_ARG(row->vulnerability), (char)row->finding.tier, STR_ARG(score),
	    scan_severity_name(scan_row_severity(row)), scan_exploited_mark(row),
	    row->finding.state == FINDING_AFFECTED ? "" : finding_state_name(row->finding.state));
	for (size_t i = 0; i < row->position.count; i++)
		print_line(
		    p->to, "    " STR_FMT, STR_ARG(scan_opinion_line(&row->position.opinions[i], &arena)));
	for (size_t i = 0; i < row->finding.trace_count; i++)
		print_line(p->to, "    " STR_FMT, STR_WHOLE(row->finding.trace[i]));
	print_losers(p->to, row);
}

static bool print_hints(const struct printing *p, struct err *e)
{
	const struct scan_rows *hints = &p->edition->hints;
	const struct scan_row *row;

	for (size_t count = 0;; count++) {
		if (!hints->next(hints->ctx, &row, e))
			return false;
		if (count == 0)
			fprintf(p->to, "\n%s:\n",
			    row ? "hints, not findings: only the names are alike"
				: "no hints: no other name is alike");
		if (!row)
			return true;
		print_row(p, row);
	}
}

static void print_unmatched(const struct printing *p)
{
	const struct scan *s = p->scan;
	size_t unmatched = 0;

	for (size_t i = 0; i < s->component_count; i++) {
		struct str why = component_why_not_matchable(&s->components[i]);

		if (why.len == 0 || s->components[i].is_subject)
			continue;
		if (unmatched++ == 0)
			fputs("\nno source can see these components:\n", p->to);
		print_line(p->to, "    " STR_FMT " " STR_FMT ": " STR_FMT, STR_ARG(s->components[i].name),
		    STR_ARG(s->components[i].version), STR_ARG(why));
	}
}

static void print_unserved(const struct printing *p)
{
	SCOPED_ARENA arena = { 0 };
	struct unseen u = scan_unseen(p->scan);
	struct str line = unseen_kinds_line(&u, &arena);

	if (line.len)
		fprintf(p->to, "\n");
	if (line.len)
		print_line(p->to, STR_FMT, STR_WHOLE(line));
}

static void print_held(const struct printing *p)
{
	SCOPED_ARENA arena = { 0 };
	struct str line = scan_held_line(&p->counts->held, &arena);

	if (line.len)
		print_line(p->to, STR_FMT, STR_WHOLE(line));
}

static void print_counts(const struct printing *p)
{
	const struct scan_counts *counts = p->counts;
	size_t components = component_count(p->scan->components, p->scan->component_count);

	fprintf(p->to, "\n" STR_FMT ": %zu component%s, %zu finding%s", STR_ARG(p->scan->file), components,
	    PLURAL(components), counts->rows, PLURAL(counts->rows));
	for (size_t i = 0; i < SCAN_SEVERITY_COUNT; i++)
		if (counts->of[i])
			fprintf(p->to, ", %zu %s", counts->of[i], scan_severity_name((enum scan_severity)i));
	fprintf(p->to, "%s%.0zu%s\n", counts->exploited ? ", " : "", counts->exploited,
	    counts->exploited ? " in KEV" : "");
	print_held(p);
}

static bool write_table(const struct printing *p, struct err *e)
{
	const struct scan_row *row;

	for (;;) {
		if (!p->rows.next(p->rows.ctx, &row, e))
			return false;
		if (!row)
			break;
		print_row(p, row);
	}
	if (p->edition->hints.next && !print_hints(p, e))
		return false;
	print_unmatched(p);
	print_unserved(p);
	print_counts(p);
	print_age(p);
	return true;
}

static bool write_json(const struct printing *p, struct err *e)
{
	return scan_write_json(p->scan, p->rows, p->edition->hints, p->counts, p->to, e);
}

static bool write_csv(const struct printing *p, struct err *e)
{
	return scan_write_csv(p->scan, p->rows, p->to, e);
}

static bool write_html(const struct printing *p, struct err *e)
{
	return scan_write_html(p->scan, p->rows, p->to, e);
}

static bool write_pdf(const struct printing *p, struct err *e)
{
	return scan_write_pdf(p->scan, p->rows, p->to, e);
}

static bool write_sarif(const struct printing *p, struct err *e)
{
	return scan_write_sarif(p->scan, p->rows, p->to, e);
}

static bool write_vex(const struct printing *p,
    bool (*write)(const struct vex_document *d, FILE *to, struct err *e), struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct vex_document d;

	return vex_document_make(p->scan, p->rows, &p->edition->vex, &arena, &d, e) && write(&d, p->to, e);
}

static bool write_cyclonedx(const struct printing *p, struct err *e)
{
	return write_vex(p, cyclonedx_write, e);
}

static bool write_openvex(const struct printing *p, struct err *e)
{
	return write_vex(p, openvex_write, e);
}

static bool write_csaf(const struct printing *p, struct err *e)
{
	return write_vex(p, csaf_write, e);
}

static const struct {
	const char *name;
	bool (*write)(const struct printing *p, struct err *e);
	bool has_hints, is_vex;
	bool tells_unseen; /* the components that no source could see, one by one */
} formats[] = {
	{ "table", write_table, true, false, true },
	{ "json", write_json, true, false, true },
	{ "csv", write_csv, false, false, false },
	{ "html", write_html, false, false, false },
	{ "pdf", write_pdf, false, false, false },
	{ "sarif", write_sarif, false, false, true },
	{ "cyclonedx", write_cyclonedx, false, true, false },
	{ "openvex", write_openvex, false, true, false },
	{ "csaf", write_csaf, false, true, false },
};

/* options.h takes no other word. */
static size_t find_format(const char *name)
{
	size_t i = 0;

	while (name && i < COUNT(formats) && strcmp(formats[i].name, name) != 0)
		i++;
	assert(i < COUNT(formats));
	return i;
}

bool scan_format_is_vex(const char *format)
{
	return formats[find_format(format)].is_vex;
}

bool scan_format_has_hints(const char *format)
{
	return formats[find_format(format)].has_hints;
}

bool scan_format_tells_unseen(const char *format)
{
	return formats[find_format(format)].tells_unseen;
}

bool scan_print(const struct scan *s, struct scan_rows rows, const struct scan_edition *edition, FILE *to,
    struct scan_counts *counts, struct err *e)
{
	struct scan_counting counted = { rows, counts };
	struct printing p = { s, scan_counting_rows(&counted), edition, counts, to };

	return formats[find_format(edition->format)].write(&p, e);
}
