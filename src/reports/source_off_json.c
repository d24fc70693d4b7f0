#include "reports/source_off_json.h"

void source_off_json(struct json_out *w, const struct source_off *off)
{
	if (!source_is_off(off))
		return;
	json_key(w, "off");
	json_open_object(w);
	json_field_instant(w, "since", off->at);
	json_field_text(w, "by", off->by);
	json_field_text(w, "why", off->why);
	json_close_object(w);
}
