#include "reports/vex_report.h"

#include "reports/scan_statement.h"

static const char *const outcome_names[] = {
	[VEX_APPLIED] = "applied",
	[VEX_AMBIGUOUS] = "ambiguous",
	[VEX_UNMATCHED] = "unmatched",
	[VEX_INCOMPLETE] = "incomplete",
	[VEX_UNREADABLE] = "unreadable",
};

const char *vex_outcome_name(enum vex_outcome outcome)
{
	_Static_assert(COUNT(outcome_names) == VEX_OUTCOME_COUNT, "a name for every outcome");
	return outcome_names[outcome];
}

const char *vex_fate_name(enum vex_fate fate)
{
	static const char *const names[] = { [VEX_TAKEN] = "taken",
		[VEX_UNCHANGED] = "unchanged",
		[VEX_OLDER] = "older",
		[VEX_TAKEN_BACK] = "withdrawn" };

	return names[fate];
}

static void write_products(const struct vex_statement *said, struct json_out *w)
{
	json_key(w, "products");
	json_open_array(w);
	for (size_t i = 0; i < said->product_count; i++) {
		const struct statement_product *p = &said->products[i];

		json_open_object(w);
		json_field_text(w, "id", p->id);
		json_field_optional(w, "name", p->name);
		json_key(w, "subcomponents");
		json_open_array(w);
		for (size_t k = 0; k < p->subcomponent_count; k++)
			json_put_text(w, p->subcomponents[k].id);
		json_close_array(w);
		json_close_object(w);
	}
	json_close_array(w);
}

static void write_reached(const struct vex_report_row *row, struct json_out *w)
{
	json_field_int(w, "reached_count", (int64_t)row->reached_all);
	json_key(w, "reached");
	json_open_array(w);
	for (size_t i = 0; i < row->reached_count; i++) {
		const struct vex_reached *at = &row->reached[i];

		json_open_object(w);
		json_field_text(w, "device", at->device);
		json_field_text(w, "release", at->release);
		json_field_text(w, "component", at->component);
		json_field_optional(w, "version", at->version);
		json_field_text(w, "matched_by", at->how);
		json_field_bool(w, "certain", at->certain);
		json_field_bool(w, "finding", at->has_finding);
		json_close_object(w);
	}
	json_close_array(w);
}

static void write_row(const struct vex_report_row *row, struct json_out *w)
{
	json_open_object(w);
	json_field_text(w, "outcome", str_of(outcome_names[row->outcome]));
	json_field_optional(w, "why", row->why);
	if (row->record) {
		json_field_text(w, "vulnerability", row->record->said.ids[0]);
		json_key(w, "statement");
		scan_write_record(row->record, w);
		write_products(&row->record->said, w);
		write_reached(row, w);
	}
	json_close_object(w);
}

void vex_report_write(const struct vex_report *r, struct json_out *w)
{
	char issued[INSTANT_TEXT_SIZE];

	json_open_object(w);
	json_field_text(w, "file", r->file);
	json_field_text(w, "fate", str_of(vex_fate_name(r->fate)));
	if (r->document_id)
		json_field_int(w, "id", r->document_id);
	else
		json_field_null(w, "id");
	json_field_optional(w, "format", r->format);
	json_field_optional(w, "document", r->document);
	json_field_optional(w, "version", r->version);
	json_field_optional(w, "author", r->author);
	json_field_text_or_null(
	    w, "issued", instant_is_known(r->issued) ? str_of(instant_write(r->issued, issued)) : STR_NONE);
	json_field_int(w, "replaced", (int64_t)r->replaced);
	json_key(w, "counts");
	json_open_object(w);
	for (size_t i = 0; i < VEX_OUTCOME_COUNT; i++)
		json_field_int(w, outcome_names[i], (int64_t)r->counts[i]);
	json_close_object(w);
	json_key(w, "statements");
	json_open_array(w);
	for (size_t i = 0; i < r->row_count; i++)
		write_row(&r->rows[i], w);
	json_close_array(w);
	json_close_object(w);
}

void vex_reports_write(const struct vex_report *reports, size_t count, struct json_out *w)
{
	json_open_array(w);
	for (size_t i = 0; i < count; i++)
		vex_report_write(&reports[i], w);
	json_close_array(w);
}

void vex_totals_write(const struct vex_report *reports, size_t count, struct json_out *w)
{
	for (int k = 0; k < VEX_OUTCOME_COUNT; k++) {
		size_t all = 0;

		for (size_t i = 0; i < count; i++)
			all += reports[i].counts[k];
		json_field_int(w, outcome_names[k], (int64_t)all);
	}
}
