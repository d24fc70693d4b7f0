#include "reports/fda/periodic_points.h"

#include "base/number.h"
#include "reports/casefile_words.h"

#define KEV_PAGE "https://www.cisa.gov/known-exploited-vulnerabilities-catalog"

/* --- the records of the file --- */

static struct str text_of(const struct report_record *r, const char *key)
{
	return report_fields_text(&r->more, str_of(key));
}

/* The record at *i or behind it that is of this kind and stands; NULL: no more. *i is behind it then. */
static const struct report_record *next_record(const struct casefile_report *r, const char *kind, size_t *i)
{
	while (*i < r->record_count) {
		const struct report_record *record = &r->records[(*i)++];

		if (!record->replaced_by && str_eq(record->record->kind, str_of(kind)))
			return record;
	}
	return NULL;
}

/* "researcher_report" as people read it. */
static void put_word(struct document *d, struct str word)
{
	SCOPED_BUF said = buf_new(256);

	words_of_value(STR("kind"), word, &said);
	document_text(d, arena_copy(d->arena, buf_str(&said)));
}

static void put_separated(struct document *d, bool *any)
{
	document_say(d, *any ? ", " : "");
	*any = true;
}

/* --- 1: how the manufacturer became aware --- */

/* Who told of it may be a person, whom nobody else is to know of (21 CFR 20.63). */
static void put_signal(const struct report_record *r, struct document *d)
{
	struct str received = text_of(r, "received_on"), source = text_of(r, "source");
	bool names_nobody = str_eq(text_of(r, "kind"), STR("isao_alert")) ||
			    str_eq(text_of(r, "kind"), STR("supplier_advisory"));

	document_item(d);
	put_word(d, text_of(r, "kind"));
	if (names_nobody && source.len) {
		document_say(d, " of ");
		document_text(d, source);
	}
	if (received.len) {
		document_say(d, ", received on ");
		document_text(d, received);
	}
}

static bool put_awareness(const struct casefile_report *r, struct document *d)
{
	const struct report_record *record;
	bool any = r->finding_count;
	size_t i = 0;

	any |= next_record(r, "signal", &i) != NULL;
	if (!any)
		return false;
	document_list(d, LIST_PLAIN, STR("How the manufacturer became aware of it"));
	i = 0;
	while ((record = next_record(r, "signal", &i)))
		put_signal(record, d);
	if (r->finding_count) {
		document_item(d);
		document_say(d, "Published records, held against the components of the device: ");
		document_text(d, r->findings[0].source);
	}
	i = 0;
	while ((record = next_record(r, "vulnerability", &i)))
		if (text_of(record, "learned_on_basis").len) {
			document_item(d);
			document_say(d, "The day is that of the ");
			document_text(d, text_of(record, "learned_on_basis"));
			if (text_of(record, "learned_on_reason").len) {
				document_say(d, ": ");
				document_text(d, text_of(record, "learned_on_reason"));
			}
		}
	return true;
}

static bool put_vulnerability(const struct periodic_case *p, struct document *d)
{
	fda_put_vulnerability(&p->c, d);
	return put_awareness(p->c.casefile, d);
}

/* --- 2: the risk --- */

static bool put_risk(const struct periodic_case *p, struct document *d)
{
	const struct casefile_report *r = p->c.casefile;

	fda_put_assessment(&p->c, d);
	document_paragraph(d, TONE_PLAIN);
	document_say(d, "Risk of patient harm: ");
	document_say(d, words_risk(r->determination->risk));
	document_say(d, ".");
	return r->current && r->determination->risk != RISK_UNDETERMINED;
}

/* --- 3 and 4: the change --- */

/* Of several distributions under one name the first. */
static bool is_told_before(const struct fda_case *c, const struct report_record *at)
{
	const struct report_record *record;
	size_t i = 0;

	while ((record = next_record(c->casefile, "distribution", &i)) && record != at)
		if (str_eq(text_of(record, "release"), text_of(at, "release")))
			return true;
	return false;
}

static void put_releases(const struct fda_case *c, struct document *d)
{
	const struct report_record *record;
	bool any = false;
	size_t i = 0;

	document_fields(d, FIELDS_WIDE);
	document_field(d, "releases_before", STR("Releases concerned"));
	for (size_t k = 0; k < c->release_count; k++) {
		if (c->releases[k].state == FDA_RELEASE_NOT_AFFECTED || c->releases[k].came_with_fix)
			continue;
		put_separated(d, &any);
		document_text(d, c->releases[k].release.version);
	}
	any = false;
	while ((record = next_record(c->casefile, "distribution", &i))) {
		if (is_told_before(c, record))
			continue;
		if (!any)
			document_field(d, "releases_after", STR("Releases with the change"));
		put_separated(d, &any);
		document_text(d, text_of(record, "release"));
	}
}

/* With the version approved before a person compares it; where nothing replaces it there is nothing to
 * compare. */
static bool put_change(const struct periodic_case *p, struct document *d)
{
	put_releases(&p->c, d);
	fda_put_actions(&p->c, d);
	return !p->c.casefile->facts->fix_count;
}

static bool put_rationale(const struct periodic_case *p, struct document *d)
{
	const struct casefile_report *r = p->c.casefile;
	enum risk risk = r->determination->risk;

	if (!r->current || risk == RISK_UNDETERMINED)
		return false;
	document_paragraph(d, TONE_PLAIN);
	document_say(d, risk == RISK_UNCONTROLLED
			    ? "The risk of patient harm was uncontrolled: the change is to bring the "
			      "residual risk to an acceptable level. "
			    : "The risk of patient harm is controlled: the change is a routine update or "
			      "patch, to increase security or to remediate a vulnerability. ");
	document_cites(d, risk == RISK_UNCONTROLLED ? "PMG VII.B" : "PMG VII.A");
	if (r->current->fact->rationale.len) {
		document_break(d);
		document_say(d, "By the assessment: ");
		document_text(d, r->current->fact->rationale);
	}
	for (size_t i = 0; i < r->facts->fix_count; i++) {
		const char *residual = words_residual(r->facts->fixes[i].residual_risk);

		if (!residual)
			continue;
		document_break(d);
		document_printf(d, RUN_PLAIN, "The residual risk with it was judged %s.", residual);
	}
	return true;
}

/* --- 5: elsewhere --- */

static void put_elsewhere(const struct periodic_elsewhere *at, struct document *d)
{
	document_item(d);
	document_text(d, at->device);
	for (size_t i = 0; i < at->marketing.count; i++) {
		document_say(d, i ? ", " : " (");
		document_text(d, at->marketing.items[i]);
	}
	document_say(d, at->marketing.count ? ")" : "");
	document_printf(d, RUN_PLAIN, ", casefile %lld: ", (long long)at->casefile);
	if (date_is_known(at->distributed_on)) {
		document_say(d, "a change was distributed on ");
		document_date(d, at->distributed_on);
	} else if (date_is_known(at->initiated_on)) {
		document_printf(d, RUN_PLAIN, "a %s was initiated on ",
		    at->is_controlled ? words_action(RISK_CONTROLLED, false) : "correction or removal");
		document_date(d, at->initiated_on);
	} else {
		document_say(d, "nothing was changed yet");
	}
}

static bool put_others(const struct periodic_case *p, struct document *d)
{
	bool modified = false;

	if (p->elsewhere_count)
		document_list(d, LIST_PLAIN, STR("Other casefiles on the same vulnerability"));
	for (size_t i = 0; i < p->elsewhere_count; i++) {
		put_elsewhere(&p->elsewhere[i], d);
		modified |= date_is_known(p->elsewhere[i].distributed_on) ||
			    date_is_known(p->elsewhere[i].initiated_on);
	}
	return modified;
}

/* --- 6: events --- */

static void put_event(const struct fda_case *c, const struct event_fact *event, struct document *d)
{
	document_item(d);
	document_say(d, words_event(event->kind));
	if (date_is_known(event->known_on)) {
		document_say(d, ", known on ");
		document_date(d, event->known_on);
	}
	fda_put_mdr(c, event, d);
	if (!date_is_known(event->mdr_submitted_on) && date_is_known(event->not_reportable_on)) {
		document_say(d, ", found not reportable on ");
		document_date(d, event->not_reportable_on);
	}
}

static void put_supplements(const struct casefile_report *r, struct document *d)
{
	const struct report_record *record;
	size_t i = 0;

	while ((record = next_record(r, "supplement", &i))) {
		struct str number = text_of(record, "report_number");

		document_item(d);
		document_say(d, "supplement of a medical device report");
		if (number.len) {
			document_say(d, ", number ");
			document_text(d, number);
		}
	}
}

/* Is the number of a report that FDA has not on record? */
static bool lacks_number(const struct fda_case *c)
{
	const struct facts *f = c->casefile->facts;

	for (size_t i = 0; i < f->event_count; i++)
		if (date_is_known(f->events[i].mdr_submitted_on) &&
		    !fda_mdr_number(c, f->events[i].index).len)
			return true;
	return false;
}

/* The number of a recall is FDA's: a person states it, as that of a report that was numbered elsewhere. */
static const char *asked_of_events(const struct periodic_case *p)
{
	bool recall = date_is_known(p->c.casefile->facts->correction.reported_on);

	if (lacks_number(&p->c))
		return recall ? "Numbers of device reports and of the recall" : "Numbers of device reports";
	return recall ? "Number of the recall" : NULL;
}

static bool put_events(const struct periodic_case *p, struct document *d)
{
	const struct facts *f = p->c.casefile->facts;

	if (!f->event_count) {
		document_paragraph(d, TONE_PLAIN);
		document_say(d, "No event is known.");
	} else {
		document_list(d, LIST_PLAIN, STR("Events in the casefile"));
	}
	for (size_t i = 0; i < f->event_count; i++)
		put_event(&p->c, &f->events[i], d);
	if (f->event_count)
		put_supplements(p->c.casefile, d);
	return !asked_of_events(p);
}

/* --- 7 to 10 --- */

static bool put_udi(const struct periodic_case *p, struct document *d)
{
	const struct device_numbers *udi = &p->c.profile.lists[DEVICE_UDI_DI];

	if (!udi->count)
		return false;
	document_fields(d, FIELDS_WIDE);
	fda_put_list(d, "udi_di", "UDI-DI", udi);
	return true;
}

static bool put_alert_of(const struct report_record *r, struct document *d)
{
	struct str kind = text_of(r, "kind");

	if (!str_eq(kind, STR("isao_alert")) && !str_eq(kind, STR("supplier_advisory")))
		return false;
	put_signal(r, d);
	if (text_of(r, "reference").len) {
		document_say(d, ": ");
		document_text(d, text_of(r, "reference"));
	}
	return true;
}

static bool put_alerts(const struct periodic_case *p, struct document *d)
{
	const struct casefile_report *r = p->c.casefile;
	bool kev = r->facts->vulnerability.kev_listed == YES, any = false;
	const struct report_record *record;
	size_t i = 0;

	for (size_t k = 0; k < r->finding_count; k++)
		kev |= r->findings[k].kev;
	document_list(d, LIST_PLAIN, STR("Of a government or an ISAO"));
	if (kev) {
		document_item(d);
		document_text(d, r->casefile.vulnerability);
		document_say(d, " is in CISA's catalogue of known exploited vulnerabilities, " KEV_PAGE);
	}
	while ((record = next_record(r, "signal", &i)))
		any |= put_alert_of(record, d);
	if (!kev && !any) {
		document_item(d);
		document_say(d, "None is in the casefile.");
	}
	return true;
}

static bool put_told(const struct periodic_case *p, struct document *d)
{
	size_t count = p->c.casefile->facts->communication_count;

	document_paragraph(d, TONE_PLAIN);
	if (count)
		document_printf(d, RUN_PLAIN, "%zu communication%s.", count, PLURAL(count));
	else
		document_say(d, "None was distributed.");
	fda_put_communications(&p->c, d);
	return true;
}

/* Without a day there is nothing to name; with one the name is asked for. */
static bool put_isao(const struct periodic_case *p, struct document *d)
{
	const struct facts *f = p->c.casefile->facts;
	bool told = false;

	for (size_t i = 0; i < f->communication_count; i++)
		told |= date_is_known(f->communications[i].isao_on);
	if (!told) {
		document_paragraph(d, TONE_PLAIN);
		document_say(d, "No day on which an ISAO was told is in the casefile.");
		return true;
	}
	document_fields(d, FIELDS_WIDE);
	fda_put(d, "isao", "ISAO", p->c.firm.isao_name);
	document_field(d, "isao_on", STR("Told on"));
	told = false;
	for (size_t i = 0; i < f->communication_count; i++)
		if (date_is_known(f->communications[i].isao_on)) {
			put_separated(d, &told);
			document_date(d, f->communications[i].isao_on);
		}
	return true;
}

/* --- 11: submissions --- */

static const char *conclusion_words(struct str conclusion)
{
	static const struct {
		const char *word, *says;
	} words[] = {
		{ "document_to_file", "no submission, the evaluation is kept on file" },
		{ "new_510k", "a new 510(k)" },
		{ "pma_supplement", "a PMA supplement (21 CFR 814.39)" },
		{ "30_day_notice", "a 30-day notice (21 CFR 814.39(f))" },
		{ "periodic_report", "this periodic report (21 CFR 814.39(b))" },
	};

	for (size_t i = 0; i < COUNT(words); i++)
		if (str_eq(conclusion, str_of(words[i].word)))
			return words[i].says;
	return "another way";
}

static void put_evaluation(const struct report_record *r, struct document *d)
{
	document_part(d, BLOCK_ARTICLE);
	document_say(d, "Evaluation of ");
	document_text(d, report_fields_text(&r->facts, STR("on")));
	document_fields(d, FIELDS_WIDE);
	fda_put(d, "question", "Asked", text_of(r, "question"));
	fda_put(d, "conclusion", "Concluded", str_of(conclusion_words(text_of(r, "conclusion"))));
	fda_put(d, "basis", "Basis", text_of(r, "basis"));
	fda_put_may(d, "evaluated_by", "Evaluated by", text_of(r, "evaluated_by"));
}

static void put_issued(const struct fda_case *c, struct document *d)
{
	for (size_t i = 0; i < c->issued_count; i++) {
		const struct fda_issued *issued = &c->issued[i];

		if (issued->casefile != c->casefile->casefile.id ||
		    !str_is_among(issued->kind, "806|806-amendment"))
			continue;
		document_item(d);
		document_say(
		    d, str_eq(issued->kind, STR("806")) ? "806 report " : "Amendment of 806 report ");
		document_text(d, issued->number);
		document_say(d, " of ");
		document_date(d, issued->made_on);
	}
}

static void put_806(const struct fda_case *c, struct document *d)
{
	const struct determination *det = c->casefile->determination;
	const struct correction_facts *correction = &c->casefile->facts->correction;

	document_list(d, LIST_PLAIN, STR("Report of a correction or removal, 21 CFR 806"));
	put_issued(c, d);
	if (date_is_known(correction->reported_on)) {
		document_item(d);
		document_say(d, "FDA was given the report on ");
		document_date(d, correction->reported_on);
	}
	document_item(d);
	document_say(d, words_806(det->reading.report_806));
	for (size_t i = 0; i < det->reason_count; i++)
		if (str_starts(str_of(det->rationale[i].rule), STR("806"))) {
			document_item(d);
			document_say(d, det->rationale[i].says);
			document_say(d, " ");
			document_cites(d, det->rationale[i].cites);
		}
}

static bool put_submissions(const struct periodic_case *p, struct document *d)
{
	const struct report_record *record;
	bool evaluated = false;
	size_t i = 0;

	put_806(&p->c, d);
	while ((record = next_record(p->c.casefile, "premarket_evaluation", &i))) {
		put_evaluation(record, d);
		evaluated = true;
	}
	return evaluated;
}

/* --- all of them --- */

/* Puts what the file knows of a point; false: it does not hold all that the guidance asks. */
static const struct {
	const char *title;
	bool (*put)(const struct periodic_case *p, struct document *d);
	const char *asked; /* what a person states where the file does not know it; NULL: as asks says */
	const char *(*asks)(const struct periodic_case *p);
} points[PERIODIC_POINTS] = {
	{ "The vulnerability, and how the manufacturer became aware of it", put_vulnerability,
	    "How the manufacturer became aware of it", NULL },
	{ "Conclusions of the risk assessment", put_risk, "Whether the risk is controlled", NULL },
	{ "The change, compared with the version approved before", put_change,
	    "Comparison with the version approved before", NULL },
	{ "Rationale for the change", put_rationale, "Rationale", NULL },
	{ "Other submissions or devices modified for the same vulnerability", put_others,
	    "Modified elsewhere, or that nothing was", NULL },
	{ "Related events", put_events, NULL, asked_of_events },
	{ "Unique device identifier", put_udi, "UDI-DI", NULL },
	{ "Advisories and alerts", put_alerts, "", NULL },
	{ "Communications distributed to customers", put_told, "", NULL },
	{ "ISAO", put_isao, "", NULL },
	{ "Other submissions, or why none was needed", put_submissions,
	    "Whether the change needed a premarket submission", NULL },
};

/* What persons stated of the point. */
static bool put_stated(const struct casefile_report *r, int number, struct document *d)
{
	const struct report_record *record;
	char word[16];
	bool any = false;
	size_t i = 0;

	snprintf(word, sizeof(word), "%d", number);
	while ((record = next_record(r, "periodic_item", &i))) {
		if (!str_eq(text_of(record, "item"), str_of(word)))
			continue;
		document_paragraph(d, TONE_PLAIN);
		document_text(d, text_of(record, "text"));
		any = true;
	}
	return any;
}

void periodic_points_put(const struct periodic_case *p, struct document *d)
{
	for (int i = 0; i < PERIODIC_POINTS; i++) {
		bool whole;

		document_part(d, BLOCK_PART);
		document_printf(d, RUN_PLAIN, "%d. %s", i + 1, points[i].title);
		whole = points[i].put(p, d);
		if (put_stated(p->c.casefile, i + 1, d) || whole)
			continue;
		document_fields(d, FIELDS_WIDE);
		document_field(d, NULL, str_of(points[i].asks ? points[i].asks(p) : points[i].asked))->mark =
		    FIELD_MISSING;
	}
}
