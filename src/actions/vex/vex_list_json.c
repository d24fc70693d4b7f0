#include "actions/vex/vex_list_json.h"

static void put_document(struct json_out *w, const struct vex_document *d)
{
	char hex[SHA256_HEX_SIZE];

	json_open_object(w);
	json_field_int(w, "number", d->id);
	json_field_text(w, "document", d->name);
	json_field_optional(w, "version", d->version);
	json_field_optional(w, "author", d->author);
	json_field_text(w, "format", d->format);
	json_field_text(w, "file", d->file);
	json_field_text(w, "sha256", str_of(sha256_hex(&d->digest, hex)));
	json_field_instant(w, "issued", d->issued_at);
	json_field_instant(w, "imported", d->imported_at);
	json_field_text(w, "life", str_of(vex_life_name(d->life)));
	json_close_object(w);
}

void vex_list_json(struct json_out *w, const struct vex_document *documents, size_t count)
{
	json_open_array(w);
	for (size_t i = 0; i < count; i++)
		put_document(w, &documents[i]);
	json_close_array(w);
}
