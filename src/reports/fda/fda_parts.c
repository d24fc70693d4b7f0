/*
 * fda_parts - what several reports say in the same words.
 */
#include "base/number.h"
#include "base/text.h"
#include "decision/evidence.h"
#include "reports/casefile_words.h"
#include "reports/fda/fda_case.h"

struct document *fda_document(
    const struct fda_case *c, const char *kind, struct str title, struct arena *arena)
{
	const struct casefile_report *r = c->casefile;
	struct document_meta meta = { .kind = kind,
		.title = title,
		.kicker = arena_printf(arena, "Casefile %lld", (long long)r->casefile.id),
		.as_of = r->determination->today,
		.at = r->verification.at,
		.program = r->program,
		.author = c->firm.name };

	return document_new(arena, &meta);
}

void fda_put(struct document *d, const char *key, const char *label, struct str value)
{
	struct document_field *f = document_field(d, key, str_of(label));

	if (!value.len)
		f->mark = FIELD_MISSING;
	document_text(d, value);
}

void fda_put_may(struct document *d, const char *key, const char *label, struct str value)
{
	if (!value.len)
		return;
	document_field(d, key, str_of(label));
	document_text(d, value);
}

void fda_put_list(struct document *d, const char *key, const char *label, const struct device_numbers *list)
{
	if (!list->count)
		return;
	document_field(d, key, str_of(label));
	for (size_t i = 0; i < list->count; i++) {
		if (i)
			document_say(d, ", ");
		document_text(d, list->items[i]);
	}
}

void fda_put_device(const struct fda_case *c, struct document *d)
{
	const struct device *device = &c->profile.device;

	fda_put(d, "brand_name", "Brand name", device->name);
	fda_put(d, "common_name", "Common or usual name", device->common_name);
	fda_put_may(d, "classification_name", "Classification name", device->classification_name);
	fda_put_list(d, "product_code", "Product code", &c->profile.lists[DEVICE_PRODUCT_CODE]);
	fda_put(d, "intended_use", "Intended use", device->intended_use);
}

/* What the first finding in the file says of the vulnerability. */
static struct str summary_of(const struct casefile_report *r)
{
	for (size_t i = 0; i < r->finding_count; i++)
		if (r->findings[i].summary.len)
			return r->findings[i].summary;
	return STR("");
}

void fda_put_vulnerability(const struct fda_case *c, struct document *d)
{
	const struct casefile_report *r = c->casefile;
	struct date learned = r->facts->vulnerability.learned_on;

	document_paragraph(d, TONE_PLAIN);
	document_text(d, r->casefile.vulnerability);
	if (!str_eq(r->casefile.title, r->casefile.vulnerability)) {
		document_say(d, ", ");
		document_text(d, r->casefile.title);
	}
	if (date_is_known(learned)) {
		document_say(d, ": the manufacturer learned of it on ");
		document_date(d, learned);
	}
	document_say(d, ".");
	if (summary_of(r).len) {
		document_paragraph(d, TONE_PLAIN);
		document_text(d, summary_of(r));
	}
	if (!r->finding_count)
		return;
	document_list(d, LIST_PLAIN, STR("Components concerned"));
	for (size_t i = 0; i < r->finding_count; i++) {
		document_item(d);
		document_text(d, r->findings[i].component);
		document_say(d, " ");
		document_text(d, r->findings[i].version);
		document_say(d, " in release ");
		document_text(d, r->findings[i].release);
	}
}

bool fda_is_not_affected(const struct fda_case *c)
{
	return c->casefile->determination->scope == SCOPE_NOT_AFFECTED;
}

void fda_put_not_affected(const struct fda_case *c, struct document *d)
{
	struct str why = c->casefile->facts->vulnerability.vex_justification, word;

	document_say(d, "The device is not affected by the vulnerability");
	for (bool first = true; str_next(&why, '_', &word); first = false) {
		document_say(d, first ? ": " : " ");
		document_text(d, word);
	}
	document_say(d, ".");
}

/* What is on record of the risk; the rationale where it is for the regulator. What was assessed before the
 * device was found not to be affected is told as what it was. */
static void put_risk(const struct fda_case *c, bool rationale, struct document *d)
{
	const struct casefile_report *r = c->casefile;
	const struct report_assessment *a = r->current;
	bool overtaken = fda_is_not_affected(c);

	if (overtaken) {
		fda_put_not_affected(c, d);
		document_say(d, " Before that was found, it was assessed on ");
	} else {
		document_say(d, "Assessed on ");
	}
	document_date(d, a->fact->on);
	document_printf(d, RUN_PLAIN, ": exploitability %s, severity of patient harm %s, the risk %s %s.",
	    words_exploitability(a->fact->exploitability), words_severity(a->fact->severity),
	    overtaken ? "taken for" : "is", words_cell(casefile_report_cell(r, a->fact, false)));
	if (a->fact->exploitability_after || a->fact->severity_after)
		document_printf(d, RUN_PLAIN,
		    " With the compensating controls: exploitability %s, severity %s, %s.",
		    words_exploitability(a->fact->exploitability_after),
		    words_severity(a->fact->severity_after),
		    words_cell(casefile_report_cell(r, a->fact, true)));
	if (rationale && a->fact->rationale.len) {
		document_say(d, " ");
		document_text(d, a->fact->rationale);
	}
	if (a->hazardous_situation.len) {
		document_paragraph(d, TONE_PLAIN);
		document_say(d, "Hazardous situation: ");
		document_text(d, a->hazardous_situation);
	}
}

void fda_put_assessment(const struct fda_case *c, struct document *d)
{
	document_paragraph(d, TONE_PLAIN);
	if (c->casefile->current)
		put_risk(c, true, d);
	else if (fda_is_not_affected(c))
		fda_put_not_affected(c, d);
	else
		document_say(d, "The risk of patient harm has not been assessed yet.");
}

void fda_put_events(const struct fda_case *c, struct document *d)
{
	const struct facts *f = c->casefile->facts;

	document_list(d, LIST_PLAIN, STR("Known events"));
	for (size_t i = 0; i < f->event_count; i++) {
		const struct event_fact *event = &f->events[i];
		struct str text = fda_text_of(c, "event", event->index);

		document_item(d);
		document_say(d, words_event(event->kind));
		if (date_is_known(event->happened_on)) {
			document_say(d, " of ");
			document_date(d, event->happened_on);
		}
		document_say(d, ", known on ");
		document_date(d, event->known_on);
		if (event->associated == NO)
			document_say(d, ", not associated with the vulnerability");
		fda_put_mdr(c, event, d);
		if (text.len) {
			document_say(d, ": ");
			document_text(d, text);
		}
	}
}

void fda_put_impact(const struct fda_case *c, struct document *d)
{
	document_paragraph(d, TONE_PLAIN);
	put_risk(c, false, d);
}

static void put_recipients(const struct communication_fact *m, struct document *d)
{
	document_say(d, m->to & RECIPIENT_CUSTOMERS ? "customers" : "");
	document_say(d, (m->to & RECIPIENT_CUSTOMERS) && (m->to & RECIPIENT_USER_COMMUNITY) ? ", " : "");
	document_say(d, m->to & RECIPIENT_USER_COMMUNITY ? "user community" : "");
	if (!m->to)
		document_say(d, "recipients not recorded");
}

/* Whoever got it and is no consignee, with the address (21 CFR 806.10(c)(12)). */
static void put_others(const struct fda_case *c, const struct communication_fact *m, struct document *d)
{
	struct str others = fda_said_of(c, "communication", m->index, "recipients");

	if (!others.len && fda_names_recipients(c, m))
		return;
	document_paragraph(d, TONE_PLAIN);
	document_say(d, "Recipients beside the consignees: ");
	if (others.len)
		document_text(d, others);
	else
		document_state(d, SHAPE_LATE, "not in the file");
}

bool fda_names_recipients(const struct fda_case *c, const struct communication_fact *m)
{
	return !(m->to & RECIPIENT_USER_COMMUNITY) ||
	       fda_said_of(c, "communication", m->index, "recipients").len > 0;
}

void fda_put_communications(const struct fda_case *c, struct document *d)
{
	const struct facts *f = c->casefile->facts;

	for (size_t i = 0; i < f->communication_count; i++) {
		const struct communication_fact *m = &f->communications[i];
		struct str text = fda_text_of(c, "communication", m->index);

		document_part(d, BLOCK_ARTICLE);
		document_say(d, "Communication of ");
		document_date(d, m->on);
		document_say(d, " to ");
		put_recipients(m, d);
		document_paragraph(d, TONE_PLAIN);
		if (text.len)
			document_text(d, text);
		else
			document_state(d, SHAPE_LATE, "its text is not in the file");
		put_others(c, m, d);
	}
}

void fda_put_mdr(const struct fda_case *c, const struct event_fact *event, struct document *d)
{
	struct str number = fda_mdr_number(c, event->index);

	if (!number.len && !date_is_known(event->mdr_submitted_on))
		return;
	document_say(d, ", medical device report ");
	if (number.len) {
		document_put(d, RUN_WHOLE, number);
		document_say(d, " ");
	}
	if (!date_is_known(event->mdr_submitted_on)) {
		document_say(d, "not submitted yet");
		return;
	}
	document_say(d, "submitted on ");
	document_date(d, event->mdr_submitted_on);
}

static void put_units(const struct holding *h, struct document *d)
{
	document_date(d, h->shipment.shipped_on);
	document_printf(d, RUN_PLAIN, ": %lld", (long long)h->shipment.quantity);
	if (h->shipment.returned)
		document_printf(d, RUN_PLAIN, " (%lld returned)", (long long)h->shipment.returned);
	if (h->shipment.lot.len)
		document_put(d, RUN_PLAIN, arena_printf(d->arena, ", lot %.*s", STR_WHOLE(h->shipment.lot)));
	if (h->shipment.serial_from.len)
		document_put(d, RUN_PLAIN,
		    arena_printf(d->arena, ", serial %.*s to %.*s", STR_WHOLE(h->shipment.serial_from),
			STR_WHOLE(h->shipment.serial_to)));
	if (h->release.len)
		document_put(d, RUN_PLAIN, arena_printf(d->arena, ", release %.*s", STR_WHOLE(h->release)));
}

static void put_address(const struct consignee *c, struct document *d)
{
	const struct str lines[] = { c->contact, c->address,
		arena_printf(d->arena, "%.*s %.*s %.*s", STR_WHOLE(c->city), STR_WHOLE(c->region),
		    STR_WHOLE(c->postal_code)),
		c->country };
	bool first = true;

	for (size_t i = 0; i < COUNT(lines); i++) {
		if (!text_says(lines[i]))
			continue;
		if (!first)
			document_break(d);
		document_text(d, str_trim(lines[i]));
		first = false;
	}
}

void fda_put_consignees(const struct fda_case *c, bool held, struct document *d)
{
	static const struct table_column columns[] = { { .title = "Name", .percent = 22 },
		{ .title = "Address", .percent = 28, .personal = true },
		{ .title = "Telephone", .percent = 16, .personal = true },
		{ .title = "Sent on: units", .percent = 24 },
		{ .title = "Units there", .align = ALIGN_END } };
	const struct consignee_report *r = c->consignees;

	document_table(d, STR("Consignees, domestic and foreign"), columns, COUNT(columns));
	for (size_t i = 0; i < r->count; i++) {
		const struct consignee_holdings *h = &r->consignees[i];

		if (held && h->units <= 0)
			continue;
		document_row(d, ROW_PLAIN);
		document_cell(d);
		document_text(d, h->consignee.name);
		document_cell(d);
		put_address(&h->consignee, d);
		document_cell(d);
		document_text_or_dash(d, h->consignee.telephone);
		document_cell(d);
		for (size_t k = 0; k < h->count; k++) {
			if (k)
				document_break(d);
			put_units(&h->items[k], d);
		}
		document_cell(d);
		document_printf(d, RUN_PLAIN, "%lld", (long long)h->units);
	}
}

/* "assessment 2"; no pointer where the record was replaced: what stands in its place is what counts. */
static struct str standing_name(const struct fda_case *c, int64_t id, struct document *d)
{
	for (size_t i = 0; i < c->casefile->record_count; i++) {
		const struct report_record *r = &c->casefile->records[i];

		if (r->record->id == id && !r->replaced_by)
			return arena_printf(
			    d->arena, STR_FMT " %lld", STR_ARG(r->record->kind), (long long)id);
	}
	return STR_NONE;
}

void fda_put_signatures(const struct fda_case *c, struct document *d)
{
	bool any = false;

	document_section(d, "signatures", "Signatures", "Signatures");
	for (size_t i = 0; i < c->casefile->signature_count; i++) {
		const struct signature *s = &c->casefile->signatures[i];
		struct document_signature shown = { .name = s->full_name,
			.meaning = str_of(meaning_says(s->meaning)),
			.record = standing_name(c, s->record, d),
			.at = s->at,
			.covers = c->casefile->signature_holds[i] };

		if (!shown.record.ptr)
			continue;
		document_sign(d, &shown);
		any = true;
	}
	if (any)
		return;
	document_paragraph(d, TONE_PLAIN);
	document_say(d, "No record of the casefile is signed.");
}

void fda_put_kept(const struct fda_case *c, enum obligation_kind kind, struct date starts, struct document *d)
{
	const struct casefile_report *r = c->casefile;

	for (size_t i = 0; i < r->obligation_count; i++) {
		const struct obligation *o = &r->obligations[i];

		if (o->kind != kind || (date_is_known(starts) && o->starts.days != starts.days))
			continue;
		document_field(d, "retain_until", STR("To be kept until"));
		if (date_is_known(o->until)) {
			document_date(d, o->until);
			document_say(d, ": ");
		}
		document_say(d, words_besides(o));
		document_say(d, ", ");
		document_cites(d, obligation_cites(o));
		return;
	}
}
