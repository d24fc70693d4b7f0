#include "actions/feeds/feed_json.h"

#include "reports/source_off_json.h"

void import_report_json(struct json_out *w, const struct import_report *r)
{
	json_open_object(w);
	json_field_int(w, "documents", (int64_t)r->documents);
	json_field_int(w, "new", (int64_t)r->records[PUT_NEW]);
	json_field_int(w, "changed", (int64_t)r->records[PUT_CHANGED]);
	json_field_int(w, "unchanged", (int64_t)r->records[PUT_UNCHANGED]);
	json_field_int(w, "older", (int64_t)r->records[PUT_OLDER]);
	json_field_int(w, "skipped", (int64_t)r->skipped);
	json_field_int(w, "unchanged_files", (int64_t)r->unchanged_files);
	json_field_int(w, "other_documents", (int64_t)r->other_documents);
	json_close_object(w);
}

void feed_sources_json(struct json_out *w, const struct source_row *rows, size_t count)
{
	json_open_array(w);
	for (size_t i = 0; i < count; i++) {
		json_open_object(w);
		json_field_text(w, "source", rows[i].name);
		json_field_int(w, "records", rows[i].records);
		json_field_instant(w, "newest", rows[i].newest);
		json_field_instant(w, "imported", rows[i].imported);
		source_off_json(w, &rows[i].off);
		json_close_object(w);
	}
	json_close_array(w);
}
