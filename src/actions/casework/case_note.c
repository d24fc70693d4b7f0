#include "actions/casework/case_note.h"

#include "formats/json_write.h"
#include "limits.h"

#define NOTE_MOST LIMIT_RECORD_BYTES

struct str case_opening_json(const struct casefile *c, struct str device, struct arena *arena)
{
	SCOPED_BUF record = buf_new(NOTE_MOST);
	struct json_out *w = json_out_buf(&record, false);

	json_open_object(w);
	json_field_text(w, "device", device); /* first: the device may get another name */
	json_field_text(w, "title", c->title);
	json_field_text(w, "vulnerability", c->vulnerability);
	json_field_int(w, "device_number", c->device_id);
	json_close_object(w);
	json_out_close(w);
	return arena_copy(arena, buf_str(&record));
}

struct str case_closing_json(struct date on, struct arena *arena)
{
	char date[DATE_TEXT_SIZE];

	if (!date_is_known(on))
		return STR("{\"closed_on\":null}");
	return arena_printf(arena, "{\"closed_on\":\"%s\"}", date_write(on, date));
}

struct str case_record_json(int64_t id, const struct case_record *r, struct arena *arena)
{
	SCOPED_BUF out = buf_new(NOTE_MOST);

	buf_printf(&out, "{\"record\":%lld,\"kind\":\"", (long long)id);
	buf_add(&out, r->kind);
	buf_byte(&out, '"');
	if (r->replaces)
		buf_printf(&out, ",\"replaces\":%lld", (long long)r->replaces);
	buf_printf(&out, ",\"facts\":");
	buf_add(&out, r->facts);
	buf_printf(&out, ",\"more\":");
	buf_add(&out, r->more);
	buf_byte(&out, '}');
	return arena_copy(arena, buf_str(&out));
}
