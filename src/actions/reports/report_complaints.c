#include "actions/reports/report_complaints.h"

#include "actions/signal_read.h"

static bool read_complaint(
    const struct signal_file *file, struct arena *arena, struct fda_complaint *out, struct err *e)
{
	struct str contact = signal_standing(file, "contact");
	struct report_fields received, who = { 0 };

	if (!report_fields_read(signal_standing(file, "received"), arena, &received, e) ||
	    (contact.ptr && !report_fields_read(contact, arena, &who, e)))
		return err_within(e, "signal %lld", (long long)file->signal.id);
	*out = (struct fda_complaint){ .signal = file->signal.id,
		.unit = report_fields_text(&received, STR("unit")),
		.not_investigated = report_fields_text(&received, STR("not_investigated")),
		.details = report_fields_text(&received, STR("details")),
		.name = report_fields_text(&who, STR("name")),
		.address = report_fields_text(&who, STR("address")),
		.telephone = report_fields_text(&who, STR("telephone")),
		.email = report_fields_text(&who, STR("email")) };
	if (!out->details.len)
		out->details = file->signal.summary;
	return true;
}

bool report_complaints(struct db *db, struct fda_case *c, struct arena *arena, struct err *e)
{
	const struct casefile_report *r = c->casefile;

	c->complaints = arena_alloc(arena, r->record_count, sizeof(*c->complaints));
	for (size_t i = 0; i < r->record_count; i++) {
		const struct report_record *record = &r->records[i];
		struct signal_file file;

		if (record->replaced_by || !str_eq(record->record->kind, STR("signal")))
			continue;
		if (!signal_read(db, report_fields_number(&record->more, STR("signal"), 0), arena, &file, e))
			return false;
		if (strcmp(file.signal.kind->name, "complaint") != 0)
			continue;
		if (!read_complaint(&file, arena, &c->complaints[c->complaint_count], e))
			return false;
		c->complaint_count++;
	}
	return true;
}
