#include "actions/backup/restore.h"

#include <sys/stat.h>
#include <unistd.h>

#include "actions/backup/backup_file.h"
#include "actions/backup/new_file.h"
#include "store/change.h"

#define ENTRY_BYTES 4096

/* What SQLite keeps beside a store would be played into the new one, if it is left of another. */
static bool check_place(const char *path, struct err *e)
{
	static const char *const beside[] = { "-wal", "-journal" };
	SCOPED_ARENA arena = { 0 };

	if (access(path, F_OK) == 0)
		return err_fail(e, ERR_CONFLICT,
		    "%s: there is a store already, and none is overwritten: move it away", path);
	for (size_t i = 0; i < COUNT(beside); i++) {
		const char *left = arena_text(&arena, arena_printf(&arena, "%s%s", path, beside[i]));
		struct stat there;

		if (stat(left, &there) == 0 && there.st_size > 0)
			return err_fail(e, ERR_CONFLICT,
			    "%s is left of a store that was here, and would spoil this one: move it away",
			    left);
	}
	return true;
}

static bool check_schema(const char *path, const struct backup_manifest *m, struct err *e)
{
	return m->schema <= db_schema_known() ||
	       err_fail(e, ERR_STORE,
		   "%s: aftercare %s made this backup, with schema %lld; this program knows up to %lld: use "
		   "a "
		   "newer aftercare",
		   path, m->program, (long long)m->schema, (long long)db_schema_known());
}

static bool note(struct db *db, const struct backup *b, struct change_by by, struct err *e)
{
	SCOPED_BUF json = buf_new(ENTRY_BYTES);
	struct json_out *w = json_out_buf(&json, false);
	SCOPED_CHANGE *change = NULL;
	char hex[SHA256_HEX_SIZE];

	json_open_object(w);
	json_field_text(w, "file_sha256", str_of(sha256_hex(&b->file, hex)));
	backup_manifest_fields(&b->manifest, w);
	json_close_object(w);
	json_out_close(w);
	return change_open_unproved(db, &by, &change, e) &&
	       change_note(change, "store.restore", STR("store"), STR_NONE, buf_str(&json), e) &&
	       change_close(&change, e);
}

/* The copy under its own name until it has been found to be what the manifest says. */
static bool finish(const char *backup, const char *part, struct change_by by, struct verify_sink faults,
    struct backup *b, struct err *e)
{
	bool older = b->manifest.schema < db_schema_known();
	struct store_verification v = { 0 };
	SCOPED_DB *db = NULL;

	if (!db_open(part, DB_CHANGE, &db, e))
		return false;
	if (!db_check(db, e))
		return err_within(e, "%s", backup);
	if ((!older && !backup_file_compare(backup, db, &b->manifest, e)) ||
	    !verify_store(db, faults, &v, e) || !note(db, b, by, e))
		return false;
	b->manifest.faults = v.faults + v.trail.faults;
	return true;
}

bool backup_restore(const char *backup, const char *path, struct change_by by, struct verify_sink faults,
    struct backup *out, struct err *e)
{
	struct backup b = { 0 };
	SCOPED_ARENA arena = { 0 };
	SCOPED_NEW_FILE file = { 0 };

	if (!backup_file_manifest(backup, &b.manifest, e) || !check_schema(backup, &b.manifest, e) ||
	    !check_place(path, e) || !new_file_open(path, &arena, &file, e) ||
	    !backup_file_read(backup, &b.manifest, file.part, &b.file, e) || !new_file_settle(&file, e) ||
	    !finish(backup, file.part, by, faults, &b, e) || !new_file_keep(&file, e))
		return false;
	b.bytes = b.manifest.bytes + BACKUP_MANIFEST_BYTES;
	*out = b;
	return true;
}
