#include "actions/matching/match_events_json.h"

#include "matching/change.h"

const char *match_event_kind(const struct match_event_row *row)
{
	if (!row->before)
		return "appeared";
	return row->after ? "changed" : "vanished";
}

static void put_code(struct json_out *w, const char *key, unsigned char code)
{
	char tier[2] = "";

	if (!code) {
		json_field_null(w, key);
		return;
	}
	json_key(w, key);
	tier[0] = (char)finding_code_tier(code);
	json_open_object(w);
	json_field_text(w, "state", str_of(finding_state_name(finding_code_state(code))));
	json_field_text(w, "tier", str_of(tier));
	json_close_object(w);
}

void match_event_json(struct json_out *w, const struct match_event_row *row)
{
	json_open_object(w);
	json_field_int(w, "run", row->run->id);
	json_field_instant(w, "at", row->run->at);
	json_field_text(w, "cause", str_of(match_cause_name(row->run->cause)));
	json_field_int(w, "trail", row->run->trail);
	json_field_optional(w, "advisory", row->cause);
	json_field_text(w, "kind", str_of(match_event_kind(row)));
	json_field_text(w, "vulnerability", row->vulnerability);
	json_field_text(w, "component", row->component->name);
	json_field_text(w, "version", row->component->version);
	json_field_text_or_null(w, "device", row->device ? row->device->name : STR_NONE);
	json_field_text_or_null(w, "release", row->release ? row->release->version : STR_NONE);
	put_code(w, "before", row->before);
	put_code(w, "after", row->after);
	json_close_object(w);
}

void match_run_json(struct json_out *w, bool done, const struct match_run *run)
{
	json_open_object(w);
	json_field_bool(w, "matched", done);
	json_field_int_or_null(w, "run", run->id, 1);
	json_field_int(w, "appeared", run->appeared);
	json_field_int(w, "vanished", run->vanished);
	json_field_int(w, "changed", run->changed);
	json_close_object(w);
}
