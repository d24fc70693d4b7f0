#include "reports/fda/record_806_20.h"

#include "decision/evidence.h"
#include "reports/casefile_words.h"
#include "reports/offered.h"

static void put_versions(const struct fda_case *c, struct document *d)
{
	bool any = false;

	for (size_t i = 0; i < c->release_count; i++) {
		if (c->releases[i].state == FDA_RELEASE_NOT_AFFECTED)
			continue;
		document_say(d, any ? "; " : "");
		document_text(d, c->releases[i].release.version);
		document_say(d, c->releases[i].state == FDA_RELEASE_AFFECTED ? "" : " (not known)");
		any = true;
	}
}

static void put_lots(const struct fda_case *c, const struct fda_shipped_lots *shipped, struct document *d)
{
	for (size_t i = 0; i < c->lot_count; i++) {
		const struct lot *lot = &c->lots[i];

		document_say(d, i ? "; " : "");
		document_text(d, lot->lot);
		document_say(d, lot->lot.len && lot->serial_from.len ? ", " : "");
		document_text(d, serial_range_text(lot->serial_from, lot->serial_to, d->arena));
	}
	for (size_t i = 0; i < shipped->count; i++) {
		const struct shipment *s = shipped->items[i].shipment;

		document_say(d, c->lot_count || i ? "; " : "");
		document_text(d, s->lot);
		document_say(d, s->lot.len && s->serial_from.len ? ", " : "");
		document_text(d, serial_range_text(s->serial_from, s->serial_to, d->arena));
	}
}

/* --- what 806.20(b) asks for --- */

struct record {
	const struct fda_case *c;
	struct document *d;
	struct str lacks; /* "common name, intended use" */
};

static void lack(struct record *r, const char *what)
{
	r->lacks = arena_printf(r->d->arena, "%.*s%s%s", STR_WHOLE(r->lacks), r->lacks.len ? ", " : "", what);
}

/* What people wrote of an item of the 806 report holds for the record: what it is, or why it does not apply.
 */
static bool put_written(struct record *r, int item)
{
	const struct fda_item *written = fda_item_of(r->c, item);

	if (!written || !written->text.len)
		return false;
	document_paragraph(r->d, TONE_PLAIN);
	document_text(r->d, written->text);
	return true;
}

static void put_device(struct record *r)
{
	const struct device *device = &r->c->profile.device;

	document_section(r->d, "device", "1. Device", "Device");
	document_fields(r->d, FIELDS_WIDE);
	fda_put_device(r->c, r->d);
	if (put_written(r, 3))
		return;
	if (!device->common_name.len)
		lack(r, "common name");
	if (!device->intended_use.len)
		lack(r, "intended use");
}

static bool is_identified(const struct fda_case *c)
{
	const struct device_numbers *lists = c->profile.lists;

	return lists[DEVICE_UDI_DI].count || lists[DEVICE_MODEL_NUMBER].count ||
	       lists[DEVICE_CATALOG_NUMBER].count;
}

static void put_identification(struct record *r)
{
	const struct fda_case *c = r->c;
	const struct device_numbers *lists = c->profile.lists;
	const struct fda_item *written = fda_item_of(c, 5);
	bool stated = written && written->text.len;
	struct document *d = r->d;
	struct fda_shipped_lots shipped = fda_shipped_lots(c, d->arena);
	bool lots = c->lot_count || shipped.count;

	document_section(d, "identification", "2. Identification", "Identification");
	document_fields(d, FIELDS_WIDE);
	fda_put_list(d, "udi_di", "Unique device identifier (DI)", &lists[DEVICE_UDI_DI]);
	fda_put_list(d, "model_number", "Model number", &lists[DEVICE_MODEL_NUMBER]);
	fda_put_list(d, "catalog_number", "Catalog or code number", &lists[DEVICE_CATALOG_NUMBER]);
	if (!is_identified(c) && !stated) {
		fda_put(d, "udi_di", "UDI, model or catalog number", STR(""));
		lack(r, "UDI, model or catalog number");
	}
	if (c->release_count || !stated) {
		document_field(d, "versions", STR("Software versions"))->mark =
		    c->release_count ? FIELD_GIVEN : FIELD_MISSING;
		put_versions(c, d);
	}
	if (!c->release_count && !stated)
		lack(r, "software versions");
	if (lots || !stated) {
		document_field(d, "lots", STR("Lots and serial numbers"))->mark =
		    lots ? FIELD_GIVEN : FIELD_MISSING;
		put_lots(c, &shipped, d);
	}
	if ((!lots || shipped.unnamed) && !stated)
		lack(r, "lots or serial numbers");
	(void)put_written(r, 5);
}

static void put_events(struct record *r)
{
	document_section(r->d, "events", "3. Events and actions, taken and expected", "Events and actions");
	fda_put_vulnerability(r->c, r->d);
	if (r->c->casefile->facts->event_count)
		fda_put_events(r->c, r->d);
	fda_put_actions(r->c, r->d);
	if (!put_written(r, 7) && !r->c->casefile->current)
		lack(r, "the assessment of the risk");
}

static void put_communications(struct record *r)
{
	const struct facts *f = r->c->casefile->facts;
	size_t without = 0;

	document_section(r->d, "communications", "5. Copies of all communications", "Communications");
	if (!f->communication_count) {
		document_paragraph(r->d, TONE_PLAIN);
		document_say(r->d, "There were none.");
	}
	fda_put_communications(r->c, r->d);
	for (size_t i = 0; i < f->communication_count; i++)
		without += !fda_text_of(r->c, "communication", f->communications[i].index).len;
	if (!put_written(r, 12) && without)
		lack(r, "the text of each communication");
}

/* What is stated of the risk that a fix leaves, and what has become known against it since. */
static void put_residual(const struct fda_case *c, const struct fix_fact *fix, struct document *d)
{
	const struct determination *det = c->casefile->determination;
	const char *residual = words_residual(fix->residual_risk);

	document_say(d, residual ? residual : "not judged");
	if (date_by(fix->adds_risk_known_on, det->today)) {
		document_say(d, "; ");
		document_state(d, SHAPE_LATE, "known to add risk");
		document_say(d, " since ");
		document_date(d, fix->adds_risk_known_on);
	}
	if (fix->validated == NO) {
		document_say(d, "; ");
		document_state(d, SHAPE_LATE, "its last validation did not pass");
	}
	if (fix_is_contradicted(fix, det)) {
		document_say(d, "; ");
		document_state(d, SHAPE_LATE, "assessed as uncontrolled");
		document_say(d, " on ");
		document_date(d, det->left_uncontrolled_on);
	}
}

/* Condition 3 rests on the risk that is left with a fix. */
static void put_fixes(const struct fda_case *c, struct document *d)
{
	static const struct table_column columns[] = { { .title = "Fix", .percent = 40 },
		{ .title = "Validated" }, { .title = "Distributed" }, { .title = "Residual risk" },
		{ .title = "Acceptable since" } };
	const struct facts *f = c->casefile->facts;

	if (!f->fix_count)
		return;
	document_table(d, STR("The fixes, and the risk that is left with each"), columns, COUNT(columns));
	for (size_t i = 0; i < f->fix_count; i++) {
		const struct fix_fact *fix = &f->fixes[i];
		struct str text = fda_text_of(c, "fix", fix->index);

		document_row(d, ROW_PLAIN);
		document_cell(d);
		document_say(d, fda_fix_words(fix->kind));
		document_say(d, text.len ? ": " : "");
		document_text(d, text);
		document_cell(d);
		document_date(d, fix->validated_on);
		document_cell(d);
		document_date(d, fix_out_on(fix, c->casefile->determination));
		document_cell(d);
		put_residual(c, fix, d);
		document_cell(d);
		document_date(d, fix->residual_on);
	}
}

/* --- the justification --- */

static void put_conditions(const struct determination *det, struct document *d)
{
	static const enum run_shape shapes[] = { SHAPE_OPEN, SHAPE_DONE, SHAPE_LATE };
	static const struct table_column columns[] = { { .title = "Condition", .percent = 30 },
		{ .title = "State" }, { .title = "Since" }, { .title = "Why" } };

	if (!det->reading.has_conditions)
		return;
	document_table(d, STR("The conditions of the guidance, VII.B"), columns, COUNT(columns));
	for (int i = 0; i < CONDITION_COUNT; i++) {
		const struct condition_result *c = &det->reading.conditions[i];

		document_row(d, ROW_PLAIN);
		document_cell(d);
		document_say(d, words_condition((enum condition_id)i));
		document_cell(d);
		document_state(d, shapes[c->state], condition_state_word(c->state));
		document_cell(d);
		document_date(d, c->on);
		document_cell(d);
		document_text(d, c->why);
	}
}

static void put_reasons(const struct determination *det, struct document *d)
{
	static const struct table_column columns[] = { { .title = "Rule" },
		{ .title = "What it says", .percent = 40 }, { .title = "Basis", .percent = 22 },
		{ .title = "Facts it rests on" } };

	document_table(
	    d, STR("The rules that decided, and their evidence in the casefile"), columns, COUNT(columns));
	for (size_t i = 0; i < det->reason_count; i++) {
		const struct reason *reason = &det->rationale[i];

		document_row(d, ROW_PLAIN);
		document_cell(d);
		document_put(d, RUN_WHOLE, str_of(reason->rule));
		document_cell(d);
		document_say(d, reason->says);
		document_cell(d);
		document_cites(d, reason->cites);
		document_cell(d);
		for (size_t k = 0; k < reason->fact_count; k++) {
			if (k)
				document_break(d);
			document_put(d, RUN_CODE, reason->facts[k]);
		}
	}
}

bool record_806_20_is_report(const struct fda_case *c)
{
	const struct facts *f = c->casefile->facts;
	enum report_806 report = c->casefile->determination->reading.report_806;

	return date_by(f->correction.reported_on, f->today) || report == REPORT_REQUIRED ||
	       report == REPORT_ON_INITIATION;
}

const struct case_record *record_806_20_overtaken(
    const struct case_record *records, size_t count, int64_t issued)
{
	static const char rests_on[] = "vulnerability|assessment|clock_decision|event|communication|control|"
				       "plan|fix|validation|distribution|correction|extension|report_item";

	for (size_t i = 0; i < count; i++)
		if (records[i].id > issued && str_is_among(records[i].kind, rests_on))
			return &records[i];
	return NULL;
}

/* The record that was issued and still says what is so; NULL: there is none. */
static const struct fda_issued *standing_record(const struct fda_case *c)
{
	const struct fda_issued *issued = fda_last_issued(c, STR("806.20"));
	const struct casefile_report *r = c->casefile;

	if (!issued || record_806_20_overtaken(r->case_records, r->case_record_count, issued->record))
		return NULL;
	for (size_t i = 0; i < r->determination->warning_count; i++) /* by the register */
		if (strcmp(r->determination->warnings[i].id, "record_806_20_overtaken") == 0)
			return NULL;
	return issued;
}

/* Who reviewed and evaluated the record that was issued; NULL: nobody yet. */
static const struct signature *evaluation_of(const struct fda_case *c, const struct fda_issued *issued)
{
	const struct casefile_report *r = c->casefile;

	for (size_t i = 0; issued && i < r->signature_count; i++)
		if (r->signatures[i].record == issued->record && r->signature_holds[i] &&
		    r->signatures[i].meaning == MEANING_DESIGNATED_PERSON)
			return &r->signatures[i];
	return NULL;
}

/* A file is issued before it is signed: what is signed is the record that keeps its digest. */
static void put_review(struct record *r)
{
	const struct fda_case *c = r->c;
	struct document *d = r->d;
	const struct fda_issued *issued = standing_record(c);
	const struct signature *signed_by = evaluation_of(c, issued);

	document_part(d, BLOCK_PART);
	document_say(d, "Review and evaluation by the designated person, 21 CFR 806.20(b)(4)");
	document_fields(d, FIELDS_WIDE);
	fda_put(d, "designated_person", "Designated person",
	    signed_by ? signed_by->full_name : c->firm.designated_person);
	if (!signed_by && !c->firm.designated_person.len)
		lack(r, "designated person");
	document_field(d, "issued", signed_by ? STR("Signed") : STR("To be signed"));
	if (!issued) {
		document_printf(d, RUN_PLAIN,
		    "the record of casefile %lld that keeps the SHA-256 of this file, once it is issued",
		    (long long)c->casefile->casefile.id);
		return;
	}
	document_printf(d, RUN_PLAIN, "record %lld of ", (long long)issued->record);
	document_date(d, issued->made_on);
	if (signed_by) {
		document_say(d, ", on ");
		document_instant(d, signed_by->at);
	}
}

static void put_justification(struct record *r)
{
	const struct determination *det = r->c->casefile->determination;
	const struct fda_case *c = r->c;
	struct date reported = c->casefile->facts->correction.reported_on;
	struct document *d = r->d;

	document_section(d, "justification", "4. Justification for not reporting", "Justification");
	if (record_806_20_is_report(c)) {
		document_paragraph(d, TONE_ALERT);
		document_put(d, RUN_STRONG, STR("There is none: "));
		if (date_by(reported, det->today)) {
			document_say(d, "FDA was given a report of the action on ");
			document_date(d, reported);
		} else {
			document_say(d, words_806(det->reading.report_806));
		}
		document_say(d, ". The rules do not support keeping a record in its place.");
	} else {
		document_paragraph(d, TONE_PLAIN);
		document_say(d, words_806(det->reading.report_806));
		document_say(d, ". Enforcement discretion ");
		document_say(d, words_discretion(det->reading.discretion));
		document_say(d, ".");
	}
	if (!det->final) {
		document_paragraph(d, TONE_ALERT);
		document_say(d, "Not final: facts or decisions are missing that can change this.");
	}
	fda_put_assessment(c, d);
	put_conditions(det, d);
	put_fixes(c, d);
	put_reasons(det, d);
	put_review(r);
}

/* At the front: whether anything is missing, which is known only at the end. */
static void say_state(const struct record *r)
{
	struct document *d = r->d;

	d->open = &d->blocks[0].fields.items[0].value;
	document_state(d, r->lacks.len ? SHAPE_LATE : SHAPE_DONE, r->lacks.len ? "not complete" : "complete");
	if (r->lacks.len)
		document_put(
		    d, RUN_PLAIN, arena_printf(d->arena, ": nothing is stated of %.*s", STR_WHOLE(r->lacks)));
}

struct document *record_806_20(const struct fda_case *c, struct arena *arena, struct str *lacks)
{
	struct record r = { .c = c,
		.d = fda_document(c, "806.20",
		    STR("Record of a correction or removal that is not reported, 21 CFR 806.20"), arena),
		.lacks = STR("") };

	r.d->meta.contents = true;
	document_fields(r.d, FIELDS_WIDE);
	document_field(r.d, "state", STR("State"));
	fda_put_kept(c,
	    c->casefile->determination->record_806_20 ? OBLIGATION_KEEP_RECORD_806_20
						      : OBLIGATION_KEEP_CASEFILE,
	    DATE_NONE, r.d);
	put_device(&r);
	put_identification(&r);
	put_events(&r);
	put_justification(&r);
	put_communications(&r);
	fda_put_signatures(c, r.d);
	say_state(&r);
	*lacks = r.lacks;
	return r.d;
}
