#include "actions/trail/attach.h"

#include "actions/casework/case_record.h"
#include "formats/input.h"
#include "formats/json_write.h"
#include "limits.h"
#include "reports/casefile_record.h"
#include "store/attachments.h"
#include "store/casefiles.h"
#include "store/change.h"

#define NOTE_MOST ((size_t)64 * 1024)
#define PLAIN_NAME_MOST 100U

/* The name without its folders: those are of this machine. */
static struct str file_name(const char *path)
{
	struct str rest = str_of(path), folder;

	while (str_cut(&rest, '/', &folder))
		continue;
	return rest;
}

static struct str attachment_json(
    const struct attaching *a, size_t size, const struct sha256 *digest, struct arena *arena)
{
	SCOPED_BUF out = buf_new(NOTE_MOST);
	struct json_out *w = json_out_buf(&out, false);
	char hex[SHA256_HEX_SIZE];

	json_open_object(w);
	json_field_text(w, "file", file_name(a->path));
	json_field_int(w, "size_bytes", (int64_t)size);
	json_field_text(w, "sha256", str_of(sha256_hex(digest, hex)));
	if (a->text.len)
		json_field_text(w, "text", a->text);
	json_close_object(w);
	json_out_close(w);
	return arena_copy(arena, buf_str(&out));
}

bool case_attach(struct db *db, const struct attaching *a, struct change_by by, int64_t *record,
    struct sha256 *digest, struct err *e)
{
	SCOPED_BUF content = buf_new(LIMIT_ATTACHMENT_BYTES);
	SCOPED_ARENA arena = { 0 };
	SCOPED_INPUT *in = NULL;
	SCOPED_CHANGE *change = NULL;
	struct case_addition addition = {
		.casefile_id = a->casefile_id, .kind = "attachment", .facts = STR("{}")
	};

	if (!input_open_file(a->path, &in, e) || !input_read_all(in, &content, e))
		return false;
	*digest = sha256_of(buf_str(&content));
	addition.more = attachment_json(a, content.len, digest, &arena);
	return change_open(db, &by, &change, e) && attachment_add(db, digest, buf_str(&content), by.at, e) &&
	       case_record_within(db, change, &addition, by, &arena, record, e) && change_close(&change, e);
}

bool case_record_file(
    struct db *db, const struct case_record *record, struct buf *out, bool *found, struct err *e)
{
	bool attached = str_eq(record->kind, STR("attachment"));
	SCOPED_ARENA arena = { 0 };
	struct report_fields fields;
	struct sha256 digest, now;

	*found = false;
	if (!attached && !str_is_among(record->kind, "report|advisory"))
		return true;
	if (!report_fields_read(record->more, &arena, &fields, e))
		return false;
	if (!sha256_parse(report_fields_text(&fields, attached ? STR("sha256") : STR("digest")), &digest))
		return err_fail(
		    e, ERR_STORE, "record %lld is damaged: it has no digest", (long long)record->id);
	if (!attachment_get(db, &digest, out, found, e))
		return false;
	now = sha256_of(buf_str(out));
	if (*found ? sha256_same(&now, &digest) : !attached)
		return true;
	return err_fail(e, ERR_STORE, "the attachment of record %lld is %s", (long long)record->id,
	    *found ? "damaged" : "not there");
}

bool case_attachment(struct db *db, int64_t casefile_id, int64_t record, struct arena *arena, struct buf *out,
    struct str *name, struct err *e)
{
	struct case_record *records;
	struct report_fields fields;
	bool found = false;
	size_t count;

	if (!casefile_records(db, casefile_id, arena, &records, &count, e))
		return false;
	for (size_t i = 0; i < count && !found; i++) {
		if (records[i].id != record)
			continue;
		if (!case_record_file(db, &records[i], out, &found, e) ||
		    !report_fields_read(records[i].more, arena, &fields, e))
			return false;
		*name = report_fields_text(&fields, STR("file"));
	}
	return found || err_fail(e, ERR_ABSENT, "casefile %lld has no attachment with number %lld",
			    (long long)casefile_id, (long long)record);
}

struct str attachment_plain_name(struct str name, struct arena *arena)
{
	char *text = arena_text(arena, str_first(name, PLAIN_NAME_MOST));

	for (char *c = text; *c; c++)
		if (!char_is_alnum(*c) && *c != '-' && *c != '_' && (*c != '.' || c == text))
			*c = '_';
	return str_of(text);
}
