#include "reports/fda/periodic_report.h"

#include "base/number.h"
#include "reports/casefile_words.h"

bool periodic_report_has(const struct fda_case *c, struct window p)
{
	const struct facts *f = c->casefile->facts;
	bool has = window_has(p, f->correction.initiated_on);

	for (size_t i = 0; i < f->fix_count; i++)
		has |= window_has(p, f->fixes[i].distributed_on) || window_has(p, f->fixes[i].available_on);
	for (size_t i = 0; i < f->communication_count; i++)
		has |= window_has(p, f->communications[i].on);
	return has;
}

static void point(struct document *d, int number, const char *title)
{
	document_part(d, BLOCK_PART);
	document_printf(d, RUN_PLAIN, "%d. %s", number, title);
}

static void put_unknown(struct document *d, int number, const char *title)
{
	point(d, number, title);
	document_fields(d, FIELDS_WIDE);
	document_field(d, NULL, STR("To be stated"))->mark = FIELD_MISSING;
}

static void put_changes(const struct fda_case *c, struct document *d)
{
	const struct facts *f = c->casefile->facts;

	point(d, 3, "The change, compared with the version approved before");
	fda_put_actions(c, d);
	point(d, 4, "Rationale for the change");
	document_paragraph(d, TONE_PLAIN);
	if (f->plan.timeline_rationale.len)
		document_text(d, f->plan.timeline_rationale);
	else
		document_say(d, "To bring the residual risk of patient harm to an acceptable level.");
}

static void put_events(const struct fda_case *c, struct document *d)
{
	const struct facts *f = c->casefile->facts;

	point(d, 6, "Related events");
	document_paragraph(d, TONE_PLAIN);
	if (!f->event_count)
		document_say(d, "None is known.");
	for (size_t i = 0; i < f->event_count; i++) {
		if (i)
			document_break(d);
		document_say(d, words_event(f->events[i].kind));
		document_say(d, ", known on ");
		document_date(d, f->events[i].known_on);
		if (date_is_known(f->events[i].mdr_submitted_on)) {
			document_say(d, ", medical device report of ");
			document_date(d, f->events[i].mdr_submitted_on);
		}
	}
}

static void put_sharing(const struct fda_case *c, struct document *d)
{
	const struct facts *f = c->casefile->facts;
	const struct casefile_report *r = c->casefile;
	bool shared = false;

	point(d, 8, "Advisories and alerts");
	document_paragraph(d, TONE_PLAIN);
	for (size_t i = 0; i < r->finding_count; i++)
		shared |= r->findings[i].kev || r->findings[i].exploited_in.count;
	document_text(d, r->casefile.vulnerability);
	document_say(d, shared ? ", listed in CISA's catalogue of known exploited vulnerabilities" : "");
	point(d, 9, "Communications distributed to customers");
	document_paragraph(d, TONE_PLAIN);
	document_printf(
	    d, RUN_PLAIN, "%zu communication%s.", f->communication_count, PLURAL(f->communication_count));
	fda_put_communications(c, d);
	point(d, 10, "ISAO");
	document_paragraph(d, TONE_PLAIN);
	document_text(d, c->firm.isao_name.len ? c->firm.isao_name : STR("name not stated"));
	for (size_t i = 0; i < f->communication_count; i++) {
		document_say(d, "; ");
		document_date(d, f->communications[i].isao_on);
	}
}

static void put_submissions(const struct fda_case *c, struct document *d)
{
	const struct determination *det = c->casefile->determination;
	const struct fda_issued *issued = fda_last_report(c);

	point(d, 11, "Other submissions, or why none was needed");
	document_paragraph(d, TONE_PLAIN);
	if (issued) {
		document_say(d, "806 report ");
		document_text(d, issued->number);
		document_say(d, " of ");
		document_date(d, issued->made_on);
	} else {
		document_say(d, words_806(det->reading.report_806));
	}
	for (size_t i = 0; i < det->reason_count; i++)
		if (str_starts(str_of(det->rationale[i].rule), STR("806"))) {
			document_break(d);
			document_say(d, det->rationale[i].says);
			document_say(d, " ");
			document_cites(d, det->rationale[i].cites);
		}
}

static void put_case(const struct fda_case *c, struct document *d)
{
	const struct casefile_report *r = c->casefile;

	document_section(d,
	    arena_text(d->arena, arena_printf(d->arena, "casefile-%lld", (long long)r->casefile.id)),
	    arena_text(d->arena, arena_printf(d->arena, "%.*s: %.*s", STR_WHOLE(r->casefile.vulnerability),
				     STR_WHOLE(r->casefile.title))),
	    arena_text(d->arena, r->casefile.vulnerability));
	point(d, 1, "The vulnerability, and how the manufacturer became aware of it");
	fda_put_vulnerability(c, d);
	point(d, 2, "Conclusions of the risk assessment");
	fda_put_assessment(c, d);
	document_paragraph(d, TONE_PLAIN);
	document_say(d, "Risk of patient harm: ");
	document_say(d, words_risk(r->determination->risk));
	document_say(d, ".");
	put_changes(c, d);
	put_unknown(d, 5, "Other submissions or devices modified for the same vulnerability");
	put_events(c, d);
	point(d, 7, "Unique device identifier");
	document_fields(d, FIELDS_WIDE);
	fda_put(d, "udi_di", "UDI-DI", c->profile.device.udi_di);
	put_sharing(c, d);
	put_submissions(c, d);
}

struct document *periodic_report(const struct periodic *p, struct arena *arena)
{
	const struct fda_case *first = &p->cases[0];
	struct document *d = fda_document(
	    first, "periodic", STR("Cybersecurity in the periodic report, 21 CFR 814.84"), arena);
	bool told = false;

	d->meta.kicker = first->profile.device.name;
	d->meta.contents = true;
	document_fields(d, FIELDS_WIDE);
	fda_put(d, "firm", "Company", first->firm.name);
	fda_put(d, "device", "Device", first->profile.device.name);
	fda_put_list(d, "pma", "PMA", &first->profile.lists[DEVICE_MARKETING_NUMBER]);
	document_field(d, "period", STR("Period"));
	document_date(d, p->period.from);
	document_say(d, " to ");
	document_date(d, p->period.to);
	for (size_t i = 0; i < p->count; i++) {
		if (!periodic_report_has(&p->cases[i], p->period))
			continue;
		put_case(&p->cases[i], d);
		told = true;
	}
	if (!told) {
		document_paragraph(d, TONE_PLAIN);
		document_say(
		    d, "No casefile of the device has a communication, a fix or a correction in the period.");
	}
	metrics_put_patching(p->metrics, d);
	return d;
}
