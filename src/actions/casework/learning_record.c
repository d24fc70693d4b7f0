#include "actions/casework/learning_record.h"

#include "actions/casework/case_record.h"
#include "actions/json_merge.h"
#include "formats/json_write.h"
#include "limits.h"
#include "reports/casefile_record.h"

struct str learning_basis(struct str basis, struct str reason, struct arena *arena)
{
	SCOPED_BUF json = buf_new(LIMIT_RECORD_BYTES);
	struct json_out *w = json_out_buf(&json, false);

	json_open_object(w);
	json_field_text(w, "learned_on_basis", basis);
	json_field_text(w, "learned_on_reason", reason);
	json_close_object(w);
	json_out_close(w);
	return arena_copy(arena, buf_str(&json));
}

struct str learning_facts(struct date on, struct arena *arena)
{
	char day[DATE_TEXT_SIZE];

	return arena_printf(arena, "{\"learned_on\":\"%s\"}", date_write(on, day));
}

bool learning_restate(
    const struct case_addition *a, struct change_by by, struct arena *arena, struct str *more, struct err *e)
{
	struct report_fields stated, said, stands;

	if (!report_fields_read(a->facts, arena, &stated, e) ||
	    !report_fields_read(a->more, arena, &said, e) || !report_fields_read(*more, arena, &stands, e))
		return false;
	if (report_fields_text(&stated, STR("learned_on")).len == 0 ||
	    report_fields_text(&said, STR("learned_on_basis")).len ||
	    report_fields_text(&stands, STR("learned_on_basis")).len == 0)
		return true;
	return json_merge(*more, learning_basis(STR("stated by a person"), by.why, arena), arena, more, e);
}
