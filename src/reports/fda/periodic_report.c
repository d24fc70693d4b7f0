#include "reports/fda/periodic_report.h"

#include "reports/casefile_words.h"
#include "reports/fda/periodic_points.h"

bool periodic_report_has(const struct fda_case *c, struct window p)
{
	const struct facts *f = c->casefile->facts;
	bool has = window_has(p, c->casefile->determination->initiated_on);

	for (size_t i = 0; i < f->correction.extension_count; i++)
		has |= window_has(p, f->correction.extensions[i].initiated_on);
	for (size_t i = 0; i < f->fix_count; i++)
		has |= window_has(p, f->fixes[i].distributed_on) || window_has(p, f->fixes[i].available_on);
	for (size_t i = 0; i < f->control_count; i++)
		has |= window_has(p, f->controls[i].identified_on);
	for (size_t i = 0; i < f->communication_count; i++)
		has |= window_has(p, f->communications[i].on);
	return has;
}

/* What was newly learned is told of as well, though nothing was changed yet. */
static bool is_only_learned(const struct fda_case *c, struct window p)
{
	return window_has(p, c->casefile->facts->vulnerability.learned_on) && !periodic_report_has(c, p) &&
	       c->casefile->determination->scope == SCOPE_IN;
}

static struct str section_id(const struct fda_case *c, struct arena *arena)
{
	return arena_printf(arena, "casefile-%lld", (long long)c->casefile->casefile.id);
}

static void put_case(const struct periodic_case *p, struct document *d)
{
	const struct casefile_report *r = p->c.casefile;

	document_section(d, arena_text(d->arena, section_id(&p->c, d->arena)),
	    arena_text(d->arena, arena_printf(d->arena, "%.*s: %.*s", STR_WHOLE(r->casefile.vulnerability),
				     STR_WHOLE(r->casefile.title))),
	    arena_text(d->arena, r->casefile.vulnerability));
	periodic_points_put(p, d);
}

static void put_row(const struct periodic_case *p, bool linked, struct document *d)
{
	const struct casefile_report *r = p->c.casefile;

	document_row(d, ROW_PLAIN);
	document_cell(d);
	if (linked)
		document_link(d, arena_text(d->arena, section_id(&p->c, d->arena)),
		    arena_text(d->arena, r->casefile.vulnerability));
	else
		document_text(d, r->casefile.vulnerability);
	document_cell(d);
	document_printf(d, RUN_PLAIN, "%lld", (long long)r->casefile.id);
	document_cell(d);
	document_text(d, r->casefile.title);
	document_cell(d);
	document_date(d, r->facts->vulnerability.learned_on);
	document_cell(d);
	document_say(d, words_risk(r->determination->risk));
	document_cell(d);
	document_date(d, r->determination->initiated_on);
	document_cell(d);
	document_date(d, r->determination->distributed_on);
}

/* A row for each casefile that is told of in full, or of those of which no more is known than that they are.
 * False: there is none. */
static bool put_table(const struct periodic *p, bool in_full, const char *caption, struct document *d)
{
	static const struct table_column columns[] = { { .title = "Vulnerability" }, { .title = "Casefile" },
		{ .title = "Title", .percent = 30 }, { .title = "Learned of" },
		{ .title = "Risk of patient harm" }, { .title = "Correction or removal" },
		{ .title = "First change distributed" } };
	bool any = false;

	for (size_t i = 0; i < p->count; i++) {
		const struct fda_case *c = &p->cases[i].c;

		if (!(in_full ? periodic_report_has : is_only_learned)(c, p->period))
			continue;
		if (!any)
			document_table(d, str_of(caption), columns, COUNT(columns));
		any = true;
		put_row(&p->cases[i], in_full, d);
	}
	return any;
}

static void put_head(const struct periodic *p, struct document *d)
{
	const struct fda_case *first = &p->cases[0].c;
	const struct device_numbers *pma = &first->profile.lists[DEVICE_MARKETING_NUMBER];

	document_fields(d, FIELDS_WIDE);
	fda_put(d, "firm", "Company", first->firm.name);
	fda_put(d, "device", "Device", first->profile.device.name);
	if (pma->count)
		fda_put_list(d, "pma", "PMA", pma);
	else
		fda_put(d, "pma", "PMA", STR(""));
	document_field(d, "period", STR("Period"));
	document_date(d, p->period.from);
	document_say(d, " to ");
	document_date(d, p->period.to);
}

struct document *periodic_report(const struct periodic *p, struct arena *arena)
{
	struct document *d = fda_document(
	    &p->cases[0].c, "periodic", STR("Cybersecurity in the periodic report, 21 CFR 814.84"), arena);

	d->meta.kicker = p->cases[0].c.profile.device.name;
	d->meta.contents = true;
	put_head(p, d);
	if (!put_table(p, true, "Vulnerabilities that something was done about in the period", d)) {
		document_paragraph(d, TONE_PLAIN);
		document_say(d,
		    "No casefile of the device has a communication, a compensating control, a fix or a "
		    "correction in the period.");
	}
	put_table(p, false, "Learned of in the period, with nothing done about it in the period", d);
	for (size_t i = 0; i < p->count; i++)
		if (periodic_report_has(&p->cases[i].c, p->period))
			put_case(&p->cases[i], d);
	metrics_put_patching(p->metrics, d);
	return d;
}
