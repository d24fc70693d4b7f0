#include "reports/fda/record_806_20.h"

#include "reports/casefile_words.h"

static void put_device(const struct fda_case *c, struct document *d)
{
	document_section(d, "device", "1. Device", "Device");
	document_fields(d, FIELDS_WIDE);
	fda_put_device(c, d);
	document_section(d, "identification", "2. Identification", "Identification");
	document_fields(d, FIELDS_WIDE);
	fda_put_list(d, "udi_di", "Unique device identifier (DI)", &c->profile.lists[DEVICE_UDI_DI]);
	fda_put_list(d, "model_number", "Model number", &c->profile.lists[DEVICE_MODEL_NUMBER]);
	fda_put_list(d, "catalog_number", "Catalog or code number", &c->profile.lists[DEVICE_CATALOG_NUMBER]);
	document_field(d, "versions", STR("Software versions"))->mark =
	    c->release_count ? FIELD_GIVEN : FIELD_MISSING;
	for (size_t i = 0; i < c->release_count; i++) {
		if (c->releases[i].state == FDA_RELEASE_NOT_AFFECTED)
			continue;
		document_text(d, c->releases[i].release.version);
		document_say(d, c->releases[i].state == FDA_RELEASE_AFFECTED ? "; " : " (not known); ");
	}
	document_field(d, "lots", STR("Lots and serial numbers"))->mark =
	    c->lot_count ? FIELD_GIVEN : FIELD_MISSING;
	for (size_t i = 0; i < c->lot_count; i++) {
		document_text(d, c->lots[i].lot);
		document_say(d, c->lots[i].lot.len && c->lots[i].serial_from.len ? ", " : "");
		document_text(d, c->lots[i].serial_from);
		document_say(d, c->lots[i].serial_to.len ? " to " : "");
		document_text(d, c->lots[i].serial_to);
		document_say(d, "; ");
	}
}

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
	enum report_806 report = c->casefile->determination->reading.report_806;

	return report == REPORT_REQUIRED || report == REPORT_ON_INITIATION;
}

static void put_review(const struct fda_case *c, struct document *d)
{
	const struct fda_issued *issued = fda_last_issued(c, STR("806.20"));

	document_part(d, BLOCK_PART);
	document_say(d, "Review and evaluation by the designated person, 21 CFR 806.20(b)(4)");
	document_fields(d, FIELDS_WIDE);
	fda_put(d, "designated_person", "Designated person", c->firm.designated_person);
	document_field(d, "issued", STR("To be signed"))->mark = issued ? FIELD_GIVEN : FIELD_MISSING;
	if (issued) {
		document_printf(d, RUN_PLAIN, "record %lld of ", (long long)issued->record);
		document_date(d, issued->made_on);
	}
}

static void put_justification(const struct fda_case *c, struct document *d)
{
	const struct determination *det = c->casefile->determination;

	document_section(d, "justification", "4. Justification for not reporting", "Justification");
	if (record_806_20_is_report(c)) {
		document_paragraph(d, TONE_ALERT);
		document_put(d, RUN_STRONG, STR("There is none: "));
		document_say(d, words_806(det->reading.report_806));
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
	put_reasons(det, d);
	put_review(c, d);
}

struct document *record_806_20(const struct fda_case *c, struct arena *arena)
{
	struct document *d = fda_document(
	    c, "806.20", STR("Record of a correction or removal that is not reported, 21 CFR 806.20"), arena);

	d->meta.contents = true;
	document_fields(d, FIELDS_WIDE);
	fda_put_kept(c,
	    c->casefile->determination->record_806_20 ? OBLIGATION_KEEP_RECORD_806_20
						      : OBLIGATION_KEEP_CASEFILE,
	    DATE_NONE, d);
	put_device(c, d);
	document_section(d, "events", "3. Events and actions, taken and expected", "Events and actions");
	fda_put_vulnerability(c, d);
	fda_put_actions(c, d);
	put_justification(c, d);
	document_section(d, "communications", "5. Copies of all communications", "Communications");
	if (!c->casefile->facts->communication_count) {
		document_paragraph(d, TONE_PLAIN);
		document_say(d, "There were none.");
	}
	fda_put_communications(c, d);
	fda_put_signatures(c, d);
	return d;
}
