#include "actions/backup/backup.h"

#include <stdio.h>

#include "actions/backup/backup_file.h"
#include "actions/backup/new_file.h"
#include "actions/clock.h"
#include "actions/permitted.h"
#include "store/backup_counts.h"
#include "store/change.h"
#include "store/trails.h"

#define ENTRY_BYTES 4096

static bool note(struct db *db, const char *path, const struct backup *b, struct change_by by, struct err *e)
{
	SCOPED_BUF json = buf_new(ENTRY_BYTES);
	struct json_out *w = json_out_buf(&json, false);
	SCOPED_CHANGE *change = NULL;
	struct str name = str_of(path), folder;
	char hex[SHA256_HEX_SIZE];

	str_cut_last(&name, '/', &folder);
	json_open_object(w);
	json_field_text(w, "file", name);
	json_field_text(w, "file_sha256", str_of(sha256_hex(&b->file, hex)));
	backup_manifest_fields(&b->manifest, w);
	json_close_object(w);
	json_out_close(w);
	by.at = instant_now();
	return change_open(db, &by, &change, e) &&
	       change_note(change, "store.backup", STR("store"), STR_NONE, buf_str(&json), e) &&
	       change_close(&change, e);
}

/* What is said of it comes from the copy: the store goes on. */
static bool describe(const char *path, struct verify_sink faults, struct backup_manifest *m, struct err *e)
{
	struct store_verification v = { 0 };
	SCOPED_DB *copy = NULL;

	if (!db_open(path, DB_READ, &copy, e) || !db_check(copy, e) || !db_schema(copy, &m->schema, e) ||
	    !backup_counts(copy, m->counts, e) || !trail_head(copy, &m->entries, &m->head, e) ||
	    !verify_store(copy, faults, &v, e))
		return false;
	m->faults = v.faults + v.trail.faults;
	return true;
}

bool backup_make(struct db *db, const char *path, struct change_by by, struct db_copying copying,
    struct verify_sink faults, struct backup *out, struct err *e)
{
	struct backup b = { .manifest.program = PROGRAM_VERSION };
	SCOPED_ARENA arena = { 0 };
	SCOPED_NEW_FILE file = { 0 };

	if (!permitted(db, "store.backup", STR("store"), by, e) || !new_file_open(path, &arena, &file, e))
		return false;
	b.manifest.at = instant_now();
	if (!db_copy(db, file.part, copying, e) || !new_file_settle(&file, e) ||
	    !describe(file.part, faults, &b.manifest, e) || !backup_file_seal(file.part, &b, e) ||
	    !new_file_settle(&file, e) || !note(db, path, &b, by, e) || !new_file_keep(&file, e))
		return false;
	*out = b;
	return true;
}

static bool verify_within(
    const char *path, struct verify_sink faults, struct backup_manifest *m, struct err *e)
{
	struct store_verification v = { 0 };
	SCOPED_DB *db = NULL;

	if (!db_open(path, DB_READ, &db, e))
		return false;
	if (!db_check(db, e))
		return err_within(e, "%s", path);
	if (!backup_file_compare(path, db, m, e) || !verify_store(db, faults, &v, e))
		return false;
	m->faults = v.faults + v.trail.faults;
	return true;
}

bool backup_verify(
    const char *path, struct verify_sink faults, struct backup *out, bool *verified, struct err *e)
{
	struct backup b = { 0 };

	if (!backup_file_manifest(path, &b.manifest, e) ||
	    !backup_file_read(path, &b.manifest, NULL, &b.file, e))
		return false;
	b.bytes = b.manifest.bytes + BACKUP_MANIFEST_BYTES;
	*verified = b.manifest.schema == db_schema_known();
	if (*verified && !verify_within(path, faults, &b.manifest, e))
		return false;
	*out = b;
	return true;
}
