#include "reports/scan_csv.h"

#include "base/number.h"
#include "formats/csv_write.h"
#include "reports/scan_statement.h"

static void put_component(struct csv_out *w, const struct component *c)
{
	csv_put(w, c->name);
	csv_put(w, c->version);
	csv_put(w, component_written(c, PACKAGE_PURL));
	csv_put(w, component_written(c, PACKAGE_CPE));
	csv_put(w, c->ref);
}

static void put_score(struct csv_out *w, const struct scan_row *row)
{
	const struct scan_score none = { 0 }, *score = row->score_count ? &row->scores[0] : &none;
	char text[NUMBER_TEXT_SIZE];

	csv_put(w, str_of(scan_severity_name(scan_row_severity(row))));
	csv_put(w, row->score_count ? number_write_decimal(score->tenths, 1, text) : STR(""));
	csv_put(w, score->vector);
	csv_put(w, score->source);
}

static void put_epss(struct csv_out *w, const struct scan_row *row)
{
	char text[NUMBER_TEXT_SIZE];

	csv_put(w, row->epss >= 0 ? number_write_decimal(row->epss, 6, text) : STR(""));
}

static void put_published(struct csv_out *w, const struct scan_row *row)
{
	char text[DATE_TEXT_SIZE];

	csv_put(w, instant_is_known(row->published)
		       ? str_of(date_write(instant_date(row->published, 0), text))
		       : STR(""));
}

/* How fresh the records are that decide. */
static void put_newest(struct csv_out *w, const struct scan *s, struct str source)
{
	const struct scan_source *from = scan_source_find(s, source);
	char text[INSTANT_TEXT_SIZE];

	csv_put(
	    w, from && instant_is_known(from->newest) ? str_of(instant_write(from->newest, text)) : STR(""));
}

/* What the records alone come to, and the statement that decides. */
static void put_statement(struct csv_out *w, const struct scan_row *row)
{
	const struct vex_opinion *deciding = vex_deciding(&row->position);

	csv_put(w, str_of(finding_state_name(row->matched)));
	csv_put(w, deciding ? statement_status_word(deciding->record->said.status) : STR(""));
	csv_put(w, deciding ? str_of(vex_origin_name(deciding->record->origin)) : STR(""));
	csv_put(w, deciding ? statement_justification_word(deciding->record->said.justification) : STR(""));
	csv_put(w, deciding ? scan_opinion_text(deciding) : STR(""));
}

static void put_exploited(struct csv_out *w, const struct scan_row *row)
{
	struct str lists[EXPLOIT_LIST_COUNT];
	size_t count = 0;

	for (unsigned i = 0; i < EXPLOIT_LIST_COUNT; i++)
		if (row->exploited & 1U << i)
			lists[count++] = exploit_list_name((enum exploit_list)i);
	csv_put_list(w, lists, count);
}

static void put_row(struct csv_out *w, const struct scan *s, const struct scan_row *row)
{
	const struct finding *f = &row->finding;
	char tier = (char)f->tier;

	csv_put(w, row->vulnerability);
	csv_put_list(w, row->aliases, row->alias_count);
	put_component(w, &s->components[f->component]);
	csv_put(w, (struct str){ &tier, 1 });
	csv_put(w, str_of(finding_state_name(f->state)));
	csv_put(w, f->source);
	csv_put_list(w, f->other_sources, f->other_count);
	put_score(w, row);
	csv_put(w, scan_row_kev(row) ? STR("yes") : STR("no"));
	put_epss(w, row);
	csv_put_list(w, f->fixed_in, f->fixed_count);
	put_published(w, row);
	csv_put(w, row->summary);
	csv_put_list(w, f->trace, f->trace_count);
	put_newest(w, s, f->source);
	put_statement(w, row);
	csv_put(w, row->device);
	csv_put(w, row->release);
	put_exploited(w, row);
	csv_end_row(w);
}

static void put_header(struct csv_out *w)
{
	static const char *const columns[] = { "vulnerability", "aliases", "component", "version", "purl",
		"cpe", "ref", "tier", "state", "source", "other_sources", "severity", "score", "vector",
		"score_source", "kev", "epss", "fixed_in", "published", "summary", "trace", "source_newest",
		"matched_state", "statement", "statement_origin", "justification", "statement_text", "device",
		"release", "exploited_in" };

	for (size_t i = 0; i < COUNT(columns); i++)
		csv_put(w, str_of(columns[i]));
	csv_end_row(w);
}

bool scan_write_csv(const struct scan *s, struct scan_rows rows, FILE *to, struct err *e)
{
	struct csv_out *w = csv_out_file(to);
	const struct scan_row *row;

	put_header(w);
	for (;;) {
		if (!rows.next(rows.ctx, &row, e)) {
			csv_out_drop(w);
			return false;
		}
		if (!row)
			break;
		put_row(w, s, row);
	}
	return csv_out_close(w) || err_fail(e, ERR_IO, "the output could not be written");
}
