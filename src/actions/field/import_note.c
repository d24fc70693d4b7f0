#include "actions/field/import_note.h"

#include "actions/digest_file.h"

bool import_note_file(const char *path, struct json_out *w, struct err *e)
{
	char hex[SHA256_HEX_SIZE];
	struct sha256 digest;
	bool regular;

	if (!digest_file(path, &regular, &digest, e))
		return false;
	json_field_text(w, "file", str_of(path));
	json_field_text(w, "sha256", str_of(sha256_hex(&digest, hex)));
	return true;
}

void import_note_counts(const char *key, const struct import_counts *c, struct json_out *w)
{
	json_key(w, key);
	json_open_object(w);
	json_field_int(w, "added", (int64_t)c->added);
	json_field_int(w, "changed", (int64_t)c->changed);
	json_field_int(w, "unchanged", (int64_t)c->unchanged);
	json_close_object(w);
}
