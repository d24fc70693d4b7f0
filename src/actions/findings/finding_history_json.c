#include "actions/findings/finding_history_json.h"

#include "reports/scan_statement.h"

void finding_history_json(struct json_out *w, const struct vex_record *records, size_t count)
{
	json_open_array(w);
	for (size_t i = 0; i < count; i++) {
		const struct vex_record *r = &records[i];

		json_open_object(w);
		json_field_text(w, "life", str_of(vex_life_name(r->life)));
		json_field_text(w, "scope", finding_history_scope(r));
		json_field_text(w, "about", finding_history_about(r));
		json_field_int_or_null(w, "replaces", r->replaces, 1);
		json_key(w, "statement");
		scan_write_record(r, w);
		json_close_object(w);
	}
	json_close_array(w);
}
