#include "reports/scan_document.h"

#include "base/number.h"
#include "reports/document/document_form.h"
#include "reports/scan_statement.h"

struct page {
	const struct scan *scan;
	struct arena *arena;
	struct document *document;
};

static struct str title(const struct scan *s, const struct scan_row *first, struct arena *arena)
{
	const struct component *of = scan_subject(s);

	if (first && first->device.len)
		return arena_printf(arena, "Vulnerabilities of " STR_FMT " " STR_FMT, STR_ARG(first->device),
		    STR_ARG(first->release));
	if (of)
		return arena_printf(arena, "Vulnerabilities of " STR_FMT " " STR_FMT, STR_ARG(of->name),
		    STR_ARG(of->version));
	return arena_printf(arena, "Vulnerabilities of what " STR_FMT " lists", STR_ARG(s->file));
}

static void begin(struct page *p, const struct scan_row *first)
{
	struct instant at = scan_newest(p->scan, (struct instant){ 0 });
	struct document_meta meta = { .kind = "findings",
		.title = title(p->scan, first, p->arena),
		.kicker = STR("Findings"),
		.as_of = instant_date(at, 0),
		.at = at,
		.program = STR("aftercare " PROGRAM_VERSION) };

	p->document = document_new(p->arena, &meta);
}

/* A row's texts are gone with the next. */
static struct str kept(struct page *p, struct str text)
{
	return arena_copy(p->arena, text);
}

/* A shape says whether it counts. */
static void put_state(struct document *d, const struct scan_row *row)
{
	static const struct {
		enum run_shape shape;
		const char *words;
	} states[] = {
		[FINDING_AFFECTED] = { SHAPE_LATE, "affected" },
		[FINDING_PLATFORM_NOT_IN_SBOM] = { SHAPE_LATE, "platform not in SBOM" },
		[FINDING_WITHDRAWN] = { SHAPE_DONE, "withdrawn" },
		[FINDING_NOT_AFFECTED] = { SHAPE_DONE, "not affected" },
		[FINDING_FIXED] = { SHAPE_DONE, "fixed" },
		[FINDING_UNDER_INVESTIGATION] = { SHAPE_OPEN, "under investigation" },
	};

	_Static_assert(COUNT(states) == FINDING_STATE_COUNT, "words for each");
	document_state(d, states[row->finding.state].shape, states[row->finding.state].words);
}

static void put_score(struct page *p, const struct scan_row *row)
{
	struct document *d = p->document;
	char text[NUMBER_TEXT_SIZE];

	document_say(d, scan_severity_name(scan_row_severity(row)));
	if (row->score_count)
		document_printf(
		    d, RUN_PLAIN, " " STR_FMT, STR_ARG(number_write_decimal(row->scores[0].tenths, 1, text)));
	if (row->exploited) {
		document_break(d);
		document_put(d, RUN_STRONG,
		    arena_printf(p->arena, "exploited (" STR_FMT ")", STR_ARG(scan_exploited_words(row))));
	}
	if (row->epss >= 0) {
		document_break(d);
		document_printf(
		    d, RUN_NOTE, "EPSS " STR_FMT, STR_ARG(number_write_decimal(row->epss, 6, text)));
	}
}

/* Why it is one: what people have said of it, or else the comparison. */
static void put_why(struct page *p, const struct scan_row *row)
{
	const struct vex_opinion *deciding = vex_deciding(&row->position);
	struct document *d = p->document;

	if (deciding)
		document_text(d, scan_opinion_line(deciding, p->arena));
	else if (row->finding.trace_count)
		document_text(d, kept(p, row->finding.trace[0]));
	for (size_t i = 0; i < row->finding.fixed_count; i++) {
		if (i == 0)
			document_break(d);
		document_printf(
		    d, RUN_NOTE, "%s" STR_FMT, i ? ", " : "fixed in ", STR_ARG(row->finding.fixed_in[i]));
	}
}

static void put_row(struct page *p, const struct scan_row *row)
{
	const struct component *c = &p->scan->components[row->finding.component];
	struct document *d = p->document;

	document_row(d, ROW_PLAIN);
	document_cell(d);
	document_put(d, RUN_WHOLE, kept(p, row->vulnerability));
	document_cell(d);
	document_text(d, c->name);
	document_printf(d, RUN_PLAIN, " " STR_FMT, STR_ARG(c->version));
	document_cell(d);
	put_state(d, row);
	document_cell(d);
	put_score(p, row);
	document_cell(d);
	put_why(p, row);
}

static bool put_rows(struct page *p, struct scan_rows rows, const struct scan_row *row,
    struct scan_counts *counts, struct err *e)
{
	static const struct table_column columns[] = { { .title = "Vulnerability", .percent = 16 },
		{ .title = "Component", .percent = 17 }, { .title = "State", .percent = 20 },
		{ .title = "Severity", .percent = 13 }, { .title = "Why, and fixed in" } };

	document_section(p->document, "findings", "Findings", "Findings");
	if (!row) {
		document_paragraph(p->document, TONE_PLAIN);
		document_say(p->document, "None was found in what the sources below could see.");
		return true;
	}
	document_table(p->document, STR("By component and vulnerability"), columns, COUNT(columns));
	while (row) {
		scan_count_row(counts, row);
		put_row(p, row);
		if (!rows.next(rows.ctx, &row, e))
			return false;
	}
	return true;
}

static void put_counts(struct page *p, const struct scan_counts *counts)
{
	struct document *d = p->document;
	struct str held = scan_held_line(&counts->held, p->arena);

	document_section(d, "counts", "How many", "How many");
	document_fields(d, FIELDS_CARDS);
	document_field(d, "findings", STR("Findings"));
	document_printf(d, RUN_PLAIN, "%zu", counts->rows);
	for (size_t i = 0; i < SCAN_SEVERITY_COUNT; i++) {
		const char *word = scan_severity_name((enum scan_severity)i);

		document_field(d, word, arena_printf(p->arena, "%s, that count", word));
		document_printf(d, RUN_PLAIN, "%zu", counts->of[i]);
	}
	document_field(d, "kev", STR("Exploited (KEV)"));
	document_printf(d, RUN_PLAIN, "%zu", counts->exploited);
	if (held.len) {
		document_paragraph(d, TONE_ALERT);
		document_text(d, held);
	}
}

/* What nobody could see must not look like what is safe. */
static void put_basis(struct page *p)
{
	static const struct table_column columns[] = { { .title = "Source" },
		{ .title = "Records", .align = ALIGN_END }, { .title = "Newest record" } };
	const struct scan *s = p->scan;
	struct document *d = p->document;
	struct unseen unseen = scan_unseen(s);
	struct str blind = unseen_line(&unseen, p->arena);

	document_section(d, "basis", "What it rests on", "Basis");
	document_fields(d, FIELDS_WIDE);
	document_field(d, "sbom", STR("SBOM"));
	document_text(d, s->file);
	document_field(d, "format", STR("Format"));
	document_text(d, s->format);
	document_field(d, "components", STR("Components"));
	document_printf(d, RUN_PLAIN, "%zu", component_count(s->components, s->component_count));
	document_table(d, STR("Sources, and how new they are"), columns, COUNT(columns));
	for (size_t i = 0; i < s->source_count; i++) {
		document_row(d, ROW_PLAIN);
		document_cell(d);
		document_text(d, s->sources[i].name);
		document_cell(d);
		document_printf(d, RUN_PLAIN, "%lld", (long long)s->sources[i].records);
		document_cell(d);
		if (instant_is_known(s->sources[i].newest))
			document_instant(d, s->sources[i].newest);
		else
			document_say(d, "not stated");
	}
	for (size_t i = 0; i < s->source_count; i++)
		if (source_is_off(&s->sources[i].off)) {
			document_paragraph(d, TONE_ALERT);
			document_text(d, source_off_words(s->sources[i].name, &s->sources[i].off, p->arena));
		}
	document_paragraph(d, blind.len ? TONE_ALERT : TONE_PLAIN);
	document_text(
	    d, blind.len ? blind : STR("Each component could be looked up in at least one source."));
}

bool scan_document(
    const struct scan *s, struct scan_rows rows, struct arena *arena, struct document **out, struct err *e)
{
	struct page p = { .scan = s, .arena = arena };
	struct scan_counts counts = { 0 };
	const struct scan_row *first;

	if (!rows.next(rows.ctx, &first, e))
		return false;
	begin(&p, first);
	if (!put_rows(&p, rows, first, &counts, e))
		return false;
	put_counts(&p, &counts);
	put_basis(&p);
	*out = p.document;
	return true;
}

static bool write_form(const struct scan *s, struct scan_rows rows, struct str form, FILE *to, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct document *d;

	return scan_document(s, rows, &arena, &d, e) && document_write_form(d, NULL, form, PDF_A4, to, e);
}

bool scan_write_html(const struct scan *s, struct scan_rows rows, FILE *to, struct err *e)
{
	return write_form(s, rows, STR("html"), to, e);
}

bool scan_write_pdf(const struct scan *s, struct scan_rows rows, FILE *to, struct err *e)
{
	return write_form(s, rows, STR("pdf"), to, e);
}
