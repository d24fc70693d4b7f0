#include "publishing/csaf/csaf_check_json.h"

static void put_fault(struct json_out *w, const struct csaf_fault *f)
{
	json_open_object(w);
	json_field_text(w, "test", str_of(f->test->id));
	json_field_text(w, "level", str_of(csaf_level_name(f->test->level)));
	json_field_text(w, "title", str_of(f->test->title));
	json_field_text(w, "path", f->path);
	json_field_text(w, "text", f->text);
	json_close_object(w);
}

void csaf_verdict_json(
    struct json_out *w, struct str file, const struct csaf_verdict *verdict, enum csaf_level shown)
{
	json_open_object(w);
	json_field_text(w, "file", file);
	json_field_bool(w, "valid", verdict->of_level[CSAF_MANDATORY] == 0);
	for (int i = 0; i < CSAF_LEVEL_COUNT; i++)
		json_field_int(w, csaf_level_name((enum csaf_level)i), (int64_t)verdict->of_level[i]);
	json_key(w, "faults");
	json_open_array(w);
	for (size_t i = 0; i < verdict->fault_count; i++)
		if (verdict->faults[i].test->level <= shown)
			put_fault(w, &verdict->faults[i]);
	json_close_array(w);
	json_close_object(w);
}
