#include "reports/fda/mdr_draft.h"

#include <assert.h>

#include "base/number.h"
#include "identity/udi.h"
#include "reports/casefile_words.h"

static void missing(struct document *d, const char *key, const char *label)
{
	fda_put(d, key, label, STR(""));
}

/* The complaint that tells of the event: the one it names, else the only one. NULL: none, or not known which.
 */
static const struct fda_complaint *complaint_of(const struct fda_case *c, const struct event_fact *event)
{
	int64_t signal = fda_number_of(c, "event", event->index, "signal");

	for (size_t i = 0; i < c->complaint_count; i++)
		if (c->complaints[i].signal == signal)
			return &c->complaints[i];
	return !signal && c->complaint_count == 1 ? c->complaints : NULL;
}

/* What the complaint says of the unit, as far as it is a UDI. */
static bool read_unit(const struct fda_complaint *from, struct arena *arena, struct udi *out)
{
	struct err unread;

	return from && from->unit.len && udi_parse(from->unit, arena, out, &unread);
}

static void put_people(struct document *d)
{
	document_section(d, "a", "A. Patient", "Patient");
	document_fields(d, FIELDS_WIDE);
	document_field(d, "a1", STR("A1 Patient identifier"))->personal = true;
	missing(d, "a2", "A2 Age or date of birth");
	missing(d, "a3", "A3 Sex");
	missing(d, "a4", "A4 Weight");
}

static void put_event(const struct fda_case *c, const struct event_fact *event, struct document *d)
{
	struct str text = fda_text_of(c, "event", event->index);
	const struct fda_complaint *from = complaint_of(c, event);

	if (!text.len && from)
		text = from->details;
	document_section(d, "b", "B. Adverse event or product problem", "Event");
	document_fields(d, FIELDS_WIDE);
	document_field(d, "b1", STR("B1 Kind"));
	document_say(d, event->kind == EVENT_MALFUNCTION ? "product problem" : "adverse event");
	document_field(d, "b2", STR("B2 Outcome"));
	document_say(d, words_event(event->kind));
	document_field(d, "b3", STR("B3 Date of the event"))->mark =
	    date_is_known(event->happened_on) ? FIELD_GIVEN : FIELD_MISSING;
	document_date(d, event->happened_on);
	document_field(d, "b4", STR("B4 Date of this report"));
	document_date(d, c->casefile->facts->today);
	fda_put(d, "b5", "B5 Description", text);
	document_part(d, BLOCK_PART);
	document_say(d, "The vulnerability");
	fda_put_vulnerability(c, d);
	fda_put_assessment(c, d);
}

/* Lot and serial number may lead to a patient, and so are personal. */
static void put_unit(const struct fda_complaint *from, const struct udi *unit, struct document *d)
{
	struct str text = from ? from->unit : STR("");

	if (unit && unit->lot.len && unit->serial.len)
		text = arena_printf(
		    d->arena, "lot %.*s, serial number %.*s", STR_WHOLE(unit->lot), STR_WHOLE(unit->serial));
	else if (unit && unit->lot.len)
		text = arena_printf(d->arena, "lot %.*s", STR_WHOLE(unit->lot));
	else if (unit && unit->serial.len)
		text = arena_printf(d->arena, "serial number %.*s", STR_WHOLE(unit->serial));
	else if (unit)
		text = STR(""); /* a device identifier alone is of no unit */
	fda_put(d, "d4_lot", "D4 Lot and serial number of this unit", text);
	if (text.len)
		document_last_field(d)->personal = true;
}

static void put_device(const struct fda_case *c, const struct event_fact *event, struct document *d)
{
	const struct device *device = &c->profile.device;
	const struct device_numbers *lists = c->profile.lists;
	const struct fda_complaint *from = complaint_of(c, event);
	struct udi unit;
	bool is_udi = read_unit(from, d->arena, &unit);

	document_section(d, "d", "D. Suspect medical device", "Device");
	document_fields(d, FIELDS_WIDE);
	fda_put(d, "d1", "D1 Brand name", device->name);
	fda_put(d, "d2a", "D2a Common device name", device->common_name);
	fda_put(d, "d2b", "D2b Product code", device->product_code);
	fda_put(d, "d3", "D3 Manufacturer",
	    device->manufacturer_name.len ? device->manufacturer_name : c->firm.name);
	fda_put_list(d, "d4_model", "D4 Model number", &lists[DEVICE_MODEL_NUMBER]);
	fda_put_list(d, "d4_catalog", "D4 Catalog number", &lists[DEVICE_CATALOG_NUMBER]);
	fda_put(d, "d4_udi", "D4 Unique device identifier", is_udi ? from->unit : device->udi_di);
	if (is_udi)
		document_last_field(d)->personal = true;
	put_unit(from, is_udi ? &unit : NULL, d);
	missing(d, "d5", "D5 Operator of the device");
}

/* 803.52(d): who reported it first. Personal data. */
static void put_reporter(const struct fda_complaint *from, struct document *d)
{
	const struct str lines[] = { from->name, from->address, from->telephone, from->email };
	bool any = false;

	for (size_t i = 0; i < COUNT(lines); i++) {
		if (!lines[i].len)
			continue;
		if (any)
			document_break(d);
		document_text(d, lines[i]);
		any = true;
	}
	if (!any)
		document_last_field(d)->mark = FIELD_MISSING;
}

static void put_maker(
    const struct fda_case *c, const struct event_fact *event, struct str number, struct document *d)
{
	const struct device_numbers *lists = c->profile.lists;

	document_section(d, "e", "E. Initial reporter", "Reporter");
	document_fields(d, FIELDS_WIDE);
	document_field(d, "e1", STR("E1 Name and address"))->personal = true;
	if (complaint_of(c, event))
		put_reporter(complaint_of(c, event), d);
	missing(d, "e4", "E4 Did the initial reporter also send it to FDA");
	document_section(d, "g", "G. All manufacturers", "Manufacturers");
	document_fields(d, FIELDS_WIDE);
	fda_put(d, "g1", "G1 Contact office", c->firm.name);
	fda_put(d, "g1_address", "G1 Address", c->firm.address);
	fda_put(d, "g2", "G2 Telephone", c->firm.telephone);
	document_field(d, "g4", STR("G4 Date received"))->mark =
	    date_is_known(event->known_on) ? FIELD_GIVEN : FIELD_MISSING;
	document_date(d, event->known_on);
	fda_put_list(d, "g5", "G5 510(k) or PMA", &lists[DEVICE_MARKETING_NUMBER]);
	fda_put(d, "g9", "G9 Manufacturer report number", number);
}

static const struct mdr *mdr_of(const struct determination *det, int64_t event)
{
	for (size_t i = 0; i < det->mdr_count; i++)
		if (det->mdrs[i].event == event)
			return &det->mdrs[i];
	return NULL;
}

static void put_device_makers(const struct fda_case *c, const struct event_fact *event, struct document *d)
{
	const struct fda_issued *issued = fda_last_report(c);
	const struct device_facts *device = &c->casefile->facts->device;
	bool initiated = date_is_known(c->casefile->determination->initiated_on);

	document_section(d, "h", "H. Device manufacturers only", "Device manufacturers");
	document_fields(d, FIELDS_WIDE);
	document_field(d, "h1", STR("H1 Type of reportable event"));
	document_say(d, words_event(event->kind));
	document_field(d, "h4", STR("H4 Device manufacture date"))->mark = FIELD_MISSING;
	document_field(d, "h6_problem", STR("H6 Device problem (IMDRF annex A), proposed"));
	document_say(d, "A1105 Computer System Security Problem; A110501 application security, or A110502 "
			"unauthorised access, where one of them is known to be it");
	document_field(d, "h6_cause", STR("H6 Cause (IMDRF annex C), proposed"));
	document_say(d, "C1007 Software Security Vulnerability");
	document_field(d, "h7", STR("H7 Remedial action initiated"))->mark =
	    initiated ? FIELD_GIVEN : FIELD_MISSING;
	if (initiated)
		document_say(
		    d, fda_is_removal(c) ? "recall: removal" : "modification or adjustment, notification");
	document_field(d, "h9", STR("H9 Correction or removal report number"))->mark =
	    issued ? FIELD_GIVEN : FIELD_MISSING;
	if (issued)
		document_text(d, issued->number);
	document_field(d, "expected_life", STR("Expected life"))->mark =
	    device->expected_life_years == FACT_NO_NUMBER ? FIELD_MISSING : FIELD_GIVEN;
	if (device->expected_life_years != FACT_NO_NUMBER)
		document_printf(d, RUN_PLAIN, "%lld year%s", (long long)device->expected_life_years,
		    PLURAL(device->expected_life_years));
}

/* The last report of the event that was issued, and what it waits for. */
static void put_issued(const struct fda_case *c, const struct event_fact *event, struct document *d)
{
	const struct fda_issued *last = NULL;
	const char *waits;

	for (size_t i = 0; i < c->issued_count; i++)
		if (c->issued[i].casefile == c->casefile->casefile.id &&
		    str_eq(c->issued[i].kind, STR("mdr")) &&
		    fda_issued_is_of(&c->issued[i], c->casefile->case_records, c->casefile->case_record_count,
			event->index))
			last = &c->issued[i];
	if (!last)
		return;
	waits = fda_waits(c, last->record);
	document_field(d, "issued", STR("Issued"));
	document_date(d, last->made_on);
	document_printf(d, RUN_PLAIN, ", record %lld", (long long)last->record);
	if (!waits)
		return;
	document_field(d, "waits", STR("Not released"));
	document_state(d, SHAPE_LATE, "not signed");
	document_say(d, ": ");
	document_put(d, RUN_PLAIN, str_of(waits));
}

static void put_head(const struct fda_case *c, const struct event_fact *event, struct document *d)
{
	const struct mdr *mdr = mdr_of(c->casefile->determination, event->index);

	document_fields(d, FIELDS_WIDE);
	document_field(d, "owed", STR("The rules say"));
	if (!mdr) {
		document_say(d, "no report is owed on what is known of this event");
	} else {
		document_say(d, words_mdr(mdr->kind));
		document_say(d, ", due ");
		document_date(d, mdr->due);
	}
	if (mdr && date_is_known(mdr->submitted_on)) {
		document_say(d, ", submitted ");
		document_date(d, mdr->submitted_on);
	}
	put_issued(c, event, d);
	if (complaint_of(c, event)) {
		document_field(d, "complaint", STR("Complaint"));
		document_printf(d, RUN_PLAIN, "signal %lld", (long long)complaint_of(c, event)->signal);
	} else if (c->complaint_count) {
		document_field(d, "complaint", STR("Complaint"))->mark = FIELD_MISSING;
		document_say(d, "several are in the file: state which tells of the event");
	}
	if (date_is_known(event->known_on))
		fda_put_kept(c, OBLIGATION_KEEP_EVENT_FILE, event_date(event), d);
	document_paragraph(d, TONE_PLAIN);
	document_put(d, RUN_NOTE,
	    STR("A draft of facts by the blocks of Form FDA 3500A. Whether the event is reportable is "
		"decided by "
		"people qualified for it; the codes are proposals."));
}

/* The record that stands for the event, by its number or that of one before it; 0: the only one. */
static bool find_event(
    const struct fda_case *c, int64_t number, const struct case_record **out, int64_t *place, struct err *e)
{
	const struct casefile_report *r = c->casefile;
	const struct case_record *records = r->case_records;
	size_t count = r->case_record_count;

	*place = number ? casefile_place(records, count, "event", number)
		 : casefile_listed(records, count, "event", 1) ? -1
							       : 0;
	*out = *place < 0 ? NULL : casefile_listed(records, count, "event", *place);
	return *out || casefile_refuse_number(r->casefile.id, records, count, "event", number, e) ||
	       err_field(e, "event");
}

bool mdr_draft(const struct fda_case *c, int64_t number, struct arena *arena, struct correction_report *out,
    struct err *e)
{
	const struct facts *f = c->casefile->facts;
	const struct event_fact *event = NULL;
	const struct case_record *record;
	struct document *d;
	int64_t place;

	if (!find_event(c, number, &record, &place, e))
		return false;
	for (size_t i = 0; i < f->event_count; i++)
		if (f->events[i].index == place)
			event = &f->events[i];
	assert(event);
	d = fda_document(c, "mdr", STR("Facts for a medical device report, 21 CFR 803.52"), arena);
	*out = (struct correction_report){ .document = d, .event = record->id };
	out->number = fda_mdr_number(c, place);
	if (!out->number.len)
		out->number = mdr_numbers_next(&c->mdrs, f->firm.registration_number, f->today, arena);
	d->meta.contents = true;
	put_head(c, event, d);
	put_people(d);
	put_event(c, event, d);
	put_device(c, event, d);
	put_maker(c, event, out->number, d);
	put_device_makers(c, event, d);
	fda_put_signatures(c, d);
	return true;
}
