#include "reports/fda/mdr_draft.h"

#include <assert.h>

#include "base/number.h"
#include "decision/evidence.h"
#include "reports/casefile_words.h"
#include "reports/fda/mdr_action.h"
#include "reports/fda/mdr_form.h"

/* --- the blocks of the form --- */

static void open_block(struct mdr_form *form, const char *id, const char *title, const char *brief)
{
	document_section(form->d, id, title, brief);
	document_fields(form->d, FIELDS_WIDE);
}

/* 803.52(a). Of patients nothing is kept here. */
static void put_people(struct mdr_form *form)
{
	static const struct {
		const char *key, *label, *cites;
	} patient[] = { { "a1", "A1 Patient identifier", "21 CFR 803.52(a)(1)" },
		{ "a2", "A2 Age or date of birth", "21 CFR 803.52(a)(2)" },
		{ "a3", "A3 Sex", "21 CFR 803.52(a)(3)" }, { "a4", "A4 Weight", "21 CFR 803.52(a)(4)" } };

	open_block(form, "a", "A. Patient", "Patient");
	for (size_t i = 0; i < COUNT(patient); i++) {
		document_field(form->d, patient[i].key, str_of(patient[i].label))->personal = true;
		document_last_field(form->d)->mark = i ? FIELD_MISSING : FIELD_GIVEN;
		document_field_note(form->d);
		document_say(form->d, "Held by the manufacturer's complaint file, filled in by hand. ");
		document_cites(form->d, patient[i].cites);
	}
}

/* What the event has to do with the vulnerability is a person's judgement. */
static void put_vulnerability(struct mdr_form *form)
{
	const struct fda_case *c = form->c;
	struct document *d = form->d;

	document_part(d, BLOCK_PART);
	document_say(d, "The vulnerability");
	if (form->event->associated != YES) {
		document_paragraph(d, TONE_PLAIN);
		document_say(d,
		    form->event->associated == NO
			? "The event is judged not associated with the vulnerability of this casefile, "
			: "Nobody has judged yet whether the event is associated with the vulnerability of "
			  "this casefile, ");
		document_text(d, c->casefile->casefile.vulnerability);
		document_say(d, ".");
	}
	if (form->event->associated == NO)
		return;
	fda_put_vulnerability(c, d);
	fda_put_assessment(c, d);
}

static void put_event(struct mdr_form *form)
{
	const struct event_fact *event = form->event;
	struct str text = fda_text_of(form->c, "event", event->index);
	struct document *d = form->d;

	if (!text.len && form->complaint)
		text = form->complaint->details;
	open_block(form, "b", "B. Adverse event or product problem", "Event");
	document_field(d, "b1", STR("B1 Kind"));
	document_say(d, event->kind == EVENT_MALFUNCTION ? "product problem" : "adverse event");
	document_field(d, "b2", STR("B2 Outcome"));
	document_say(d, words_event(event->kind));
	mdr_form_put(form, "b3", mdr_form_day(form, event->happened_on));
	document_field(d, "b4", STR("B4 Date of this report"));
	document_date(d, form->c->casefile->facts->today);
	mdr_form_put(form, "b5", text);
	mdr_form_put(form, "b6", STR(""));
	mdr_form_put(form, "b7", STR(""));
	put_vulnerability(form);
}

/* Lot and serial number may lead to a patient, and so are personal. */
static struct str unit_text(const struct mdr_form *form)
{
	const struct udi *unit = &form->unit;
	struct arena *arena = form->d->arena;

	if (!form->has_udi)
		return form->complaint ? form->complaint->unit : STR("");
	if (unit->lot.len && unit->serial.len)
		return arena_printf(
		    arena, "lot %.*s, serial number %.*s", STR_WHOLE(unit->lot), STR_WHOLE(unit->serial));
	if (unit->lot.len)
		return arena_printf(arena, "lot %.*s", STR_WHOLE(unit->lot));
	return unit->serial.len ? arena_printf(arena, "serial number %.*s", STR_WHOLE(unit->serial))
				: STR(""); /* a device identifier alone is of no unit */
}

static struct str manufacturer(const struct fda_case *c, struct arena *arena)
{
	const struct device *device = &c->profile.device;
	bool other = device->manufacturer_name.len > 0;
	struct str name = other ? device->manufacturer_name : c->firm.name;
	struct str address = other ? device->manufacturer_address : c->firm.address;

	return name.len && address.len
		   ? arena_printf(arena, "%.*s\n%.*s", STR_WHOLE(name), STR_WHOLE(address))
		   : STR("");
}

static void put_unit(struct mdr_form *form)
{
	const struct device_numbers *lists = form->c->profile.lists;
	struct date expires = form->has_udi ? form->unit.expires : DATE_NONE;
	struct document *d = form->d;

	fda_put_list(d, "d4_model", "D4 Model number", &lists[DEVICE_MODEL_NUMBER]);
	fda_put_list(d, "d4_catalog", "D4 Catalog number", &lists[DEVICE_CATALOG_NUMBER]);
	fda_put(d, "d4_udi", "D4 Unique device identifier",
	    form->has_udi ? form->complaint->unit : form->c->profile.device.udi_di);
	if (form->has_udi)
		document_last_field(d)->personal = true;
	mdr_form_put(form, "d4", unit_text(form));
	if (!date_is_known(expires) && form->lot)
		expires = form->lot->expires_on;
	mdr_form_put(form, "d4_expires", mdr_form_day(form, expires));
}

static void put_device(struct mdr_form *form)
{
	const struct device *device = &form->c->profile.device;
	bool reusable = str_eq(mdr_form_said(form, "h5"), STR("no"));

	open_block(form, "d", "D. Suspect medical device", "Device");
	fda_put(form->d, "d1", "D1 Brand name", device->name);
	mdr_form_put(form, "d2a", device->common_name);
	mdr_form_put(form, "d2b", device->product_code);
	mdr_form_put(form, "d3", manufacturer(form->c, form->d->arena));
	put_unit(form);
	mdr_form_put(form, "d5", STR(""));
	mdr_form_put(form, "d6", STR(""));
	mdr_form_put(form, "d7", STR(""));
	mdr_form_put(form, "d8",
	    reusable && !mdr_form_said(form, "d8").len ? STR("no: it is not labeled for single use")
						       : STR(""));
	if (!mdr_form_put(form, "d9", STR("")) && str_eq(mdr_form_said(form, "d8"), STR("yes")))
		mdr_form_lacks(form, "d9");
	mdr_form_put(form, "d10", STR(""));
	mdr_form_put(form, "d11", STR(""));
}

/* Each that is there in a line of its own. */
static struct str lines_of(const struct str *lines, size_t count, struct arena *arena)
{
	struct str text = STR("");

	for (size_t i = 0; i < count; i++)
		if (lines[i].len)
			text = arena_printf(
			    arena, "%.*s%s%.*s", STR_WHOLE(text), text.len ? "\n" : "", STR_WHOLE(lines[i]));
	return text;
}

/* Who reported it first. Personal data. */
static void put_reporter(struct mdr_form *form)
{
	const struct fda_complaint *from = form->complaint;
	struct str who = STR("");

	if (from)
		who =
		    lines_of((const struct str[]){ from->name, from->address, from->telephone, from->email },
			4, form->d->arena);
	open_block(form, "e", "E. Initial reporter", "Reporter");
	mdr_form_put(form, "e1", who);
	mdr_form_put(form, "e2", STR(""));
	mdr_form_put(form, "e3", STR(""));
	mdr_form_put(form, "e4", STR(""));
}

static struct str marketing(const struct fda_case *c, struct arena *arena)
{
	const struct device_numbers *list = &c->profile.lists[DEVICE_MARKETING_NUMBER];
	struct str text = STR("");

	for (size_t i = 0; i < list->count; i++)
		text = arena_printf(
		    arena, "%.*s%s%.*s", STR_WHOLE(text), i ? ", " : "", STR_WHOLE(list->items[i]));
	if (!text.len && str_eq(c->profile.device.pathway, STR("exempt")))
		return STR("none: the device is exempt");
	return text;
}

/* What kind of report the rules ask for, or that it is a follow-up. */
static void put_type(struct mdr_form *form)
{
	const struct determination *det = form->c->casefile->determination;
	struct document *d = form->d;

	document_field(d, "g7", STR("G7 Type of report"));
	if (form->follow_up)
		document_printf(d, RUN_PLAIN, "follow-up %lld", (long long)form->follow_up);
	else
		document_say(d, "initial");
	for (size_t i = 0; i < det->mdr_count; i++)
		if (det->mdrs[i].event == form->event->index) {
			document_say(d, ", ");
			document_say(d, words_mdr(det->mdrs[i].kind));
		}
	document_field_note(d);
	document_cites(d, "21 CFR 803.52(e)(6)");
}

static void put_maker(struct mdr_form *form)
{
	const struct fda_case *c = form->c;
	const struct firm_profile *f = &c->firm;
	struct document *d = form->d;
	struct str office = STR("");

	if (f->name.len && f->address.len)
		office = lines_of(
		    (const struct str[]){ f->representative_name, f->name, f->address }, 3, d->arena);
	open_block(form, "g", "G. All manufacturers", "Manufacturers");
	mdr_form_put(form, "g1", office);
	mdr_form_put(form, "g2", f->telephone);
	mdr_form_put(form, "g3", STR(""));
	mdr_form_put(form, "g4", mdr_form_day(form, form->event->known_on));
	mdr_form_put(form, "g5", marketing(c, d->arena));
	fda_put(d, "g5_combination", "G5 Combination product", c->profile.device.combination_product);
	put_type(form);
	mdr_form_put(form, "g9", form->number);
}

static void put_actions(struct mdr_form *form)
{
	const struct fda_case *c = form->c;
	struct document *d = form->d;
	bool apart = form->event->associated != YES; /* then an action of its own may have a number */

	document_field(d, "h7", STR("H7 Remedial action initiated"));
	document_text(d, mdr_action_types(c, form->event, d->arena));
	document_field_note(d);
	document_cites(d, "21 CFR 803.52(f)(7)");
	mdr_form_put(form, "h8", STR(""));
	mdr_form_put(form, "h9",
	    apart && mdr_form_said(form, "h9").len ? STR("") : mdr_action_806(c, form->event, d->arena));
	mdr_form_put(form, "h10", STR(""));
}

/* 803.52(f)(3): why the device was not evaluated, as the complaint has it; what is stated of the item goes
 * before. */
static struct str not_evaluated(const struct mdr_form *form)
{
	if (!form->complaint || !form->complaint->not_investigated.len || mdr_form_said(form, "h3").len)
		return STR("");
	return arena_printf(
	    form->d->arena, "not evaluated: %.*s", STR_WHOLE(form->complaint->not_investigated));
}

/* Proposed of an event that is judged to come from the vulnerability, and of no other. */
static void put_codes(struct mdr_form *form)
{
	static const struct {
		const char *key, *label, *code;
	} codes[] = {
		{ "h6_problem", "H6 Device problem (IMDRF annex A), proposed",
		    "A1105 Computer System Security Problem; A110501 application security, or A110502 "
		    "unauthorised access, where one of them is known to be it" },
		{ "h6_cause", "H6 Cause (IMDRF annex C), proposed", "C1007 Software Security Vulnerability" },
	};

	for (size_t i = 0; i < COUNT(codes); i++) {
		document_field(form->d, codes[i].key, str_of(codes[i].label));
		if (form->event->associated == YES) {
			document_say(form->d, codes[i].code);
			continue;
		}
		document_last_field(form->d)->mark = FIELD_MISSING;
		document_field_note(form->d);
		document_say(form->d,
		    form->event->associated == NO
			? "None is proposed: the event is judged not associated with the vulnerability."
			: "None is proposed: nobody has judged whether the event is associated with the "
			  "vulnerability.");
	}
}

static void put_device_makers(struct mdr_form *form)
{
	struct date made = form->has_udi ? form->unit.manufactured : DATE_NONE;
	const struct device_facts *device = &form->c->casefile->facts->device;
	struct document *d = form->d;

	if (!date_is_known(made) && form->lot)
		made = form->lot->manufactured_on;
	open_block(form, "h", "H. Device manufacturers only", "Device manufacturers");
	document_field(d, "h1", STR("H1 Type of reportable event"));
	document_say(d, words_event(form->event->kind));
	if (form->follow_up)
		mdr_form_put(form, "h2", STR(""));
	mdr_form_put(form, "h3", not_evaluated(form));
	mdr_form_put(form, "h4", mdr_form_day(form, made));
	mdr_form_put(form, "h5", STR(""));
	put_codes(form);
	put_actions(form);
	document_field(d, "expected_life", STR("Expected life"))->mark =
	    device->expected_life_years == FACT_NO_NUMBER ? FIELD_MISSING : FIELD_GIVEN;
	if (device->expected_life_years != FACT_NO_NUMBER)
		document_printf(d, RUN_PLAIN, "%lld year%s", (long long)device->expected_life_years,
		    PLURAL(device->expected_life_years));
}

/* H11, 803.52(f)(11)(iii). */
static void put_explained(struct mdr_form *form)
{
	static const struct table_column columns[] = { { .title = "Item" },
		{ .title = "Why it is not known" }, { .title = "Steps taken to obtain it" } };
	struct document *d = form->d;

	document_section(d, "h11", "H11. What is not known", "Not known");
	if (!form->explained) {
		document_paragraph(d, TONE_PLAIN);
		document_say(d, "Nothing is said to be unknown.");
		return;
	}
	document_table(
	    d, STR("Explanations, 21 CFR 803.50(b)(3), 803.52(f)(11)(iii)"), columns, COUNT(columns));
	for (size_t i = 0; mdr_items[i].key; i++) {
		struct mdr_said said;

		if (!(form->explained >> i & 1U))
			continue;
		said = mdr_item_said(form->c, form->event->index, &mdr_items[i]);
		document_row(d, ROW_PLAIN);
		document_cell(d);
		document_say(d, mdr_items[i].label);
		document_cell(d);
		document_text(d, said.reason);
		document_cell(d);
		document_text(d, said.steps);
	}
}

/* --- the head --- */

/* The last report of the event that was issued, and what it waits for. */
static void put_issued(const struct mdr_form *form)
{
	const struct fda_case *c = form->c;
	const struct fda_issued *last = fda_last_mdr(c, form->event->index);
	struct document *d = form->d;
	const char *waits;

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

static void put_owed(const struct mdr_form *form)
{
	const struct determination *det = form->c->casefile->determination;
	const struct mdr *mdr = NULL;
	struct document *d = form->d;

	for (size_t i = 0; i < det->mdr_count && !mdr; i++)
		if (det->mdrs[i].event == form->event->index)
			mdr = &det->mdrs[i];
	document_field(d, "owed", STR("The rules say"));
	if (!mdr) {
		document_say(d, "no report is owed on what is known of this event");
		return;
	}
	document_say(d, words_mdr(mdr->kind));
	document_say(d, ", due ");
	document_date(d, mdr->due);
	if (date_is_known(mdr->submitted_on)) {
		document_say(d, ", submitted ");
		document_date(d, mdr->submitted_on);
	}
}

static void put_head(struct mdr_form *form)
{
	const struct fda_case *c = form->c;
	struct document *d = form->d;

	document_fields(d, FIELDS_WIDE);
	document_field(d, "state", STR("State"));
	put_owed(form);
	put_issued(form);
	if (form->complaint) {
		document_field(d, "complaint", STR("Complaint"));
		document_printf(d, RUN_PLAIN, "signal %lld", (long long)form->complaint->signal);
	} else if (c->complaint_count) {
		document_field(d, "complaint", STR("Complaint"))->mark = FIELD_MISSING;
		document_say(d, "several are in the file: state which tells of the event");
	}
	if (date_is_known(form->event->known_on))
		fda_put_kept(c, OBLIGATION_KEEP_EVENT_FILE, event_date(form->event), d);
	document_paragraph(d, TONE_PLAIN);
	document_put(d, RUN_NOTE,
	    STR("A draft of facts by the blocks of Form FDA 3500A. Whether the event is reportable is "
		"decided by "
		"people qualified for it; the codes are proposals."));
}

/* At the front: whether anything is missing, which is known only at the end. */
static void say_state(const struct mdr_form *form, struct str lacks)
{
	struct document *d = form->d;

	d->open = &d->blocks[0].fields.items[0].value;
	if (lacks.len) {
		document_state(d, SHAPE_LATE, "not complete");
		document_put(
		    d, RUN_PLAIN, arena_printf(d->arena, ": nothing is stated of %.*s", STR_WHOLE(lacks)));
		return;
	}
	document_state(d, form->explained ? SHAPE_OPEN : SHAPE_DONE,
	    form->explained ? "complete with explanations of H11" : "complete");
}

/* --- all of it --- */

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

static const struct event_fact *fact_at(const struct facts *f, int64_t place)
{
	for (size_t i = 0; i < f->event_count; i++)
		if (f->events[i].index == place)
			return &f->events[i];
	return NULL;
}

static struct str title_of(const struct mdr_form *form)
{
	if (!form->follow_up)
		return STR("Facts for a medical device report, 21 CFR 803.52");
	return arena_printf(form->d->arena,
	    "Facts for follow-up %lld of medical device report%s%.*s, 21 CFR 803.56",
	    (long long)form->follow_up, form->number.len ? " " : "", STR_WHOLE(form->number));
}

bool mdr_draft(const struct fda_case *c, int64_t number, struct arena *arena, struct correction_report *out,
    struct err *e)
{
	const struct facts *f = c->casefile->facts;
	struct mdr_form form = { .c = c };
	const struct case_record *record;
	int64_t place;

	if (!find_event(c, number, &record, &place, e))
		return false;
	form.event = fact_at(f, place);
	assert(form.event);
	form.number = fda_mdr_number(c, place);
	if (!form.number.len)
		form.number = mdr_numbers_next(&c->mdrs, f->firm.registration_number, f->today, arena);
	form.d = fda_document(c, "mdr", STR(""), arena);
	mdr_form_begin(&form);
	form.d->meta.title = title_of(&form);
	form.d->meta.contents = true;
	put_head(&form);
	put_people(&form);
	put_event(&form);
	put_device(&form);
	put_reporter(&form);
	put_maker(&form);
	put_device_makers(&form);
	put_explained(&form);
	fda_put_signatures(c, form.d);
	*out = (struct correction_report){ .document = form.d, .number = form.number, .event = record->id };
	out->lacks = mdr_items_listed(form.lacking, arena);
	out->follow_up = form.follow_up;
	say_state(&form, out->lacks);
	return true;
}
