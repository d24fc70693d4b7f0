#include "store/vex_documents.h"

#include "store/moments.h"
#include "store/row_seals.h"
#include "store/rows.h"

static struct vex_document read_document(struct statement *s, struct arena *arena)
{
	struct vex_document d = { .id = db_int(s, 0),
		.name = db_text_copy(s, 1, arena),
		.version = db_text_copy(s, 2, arena),
		.author = db_text_copy(s, 3, arena),
		.format = db_text_copy(s, 4, arena),
		.file = db_text_copy(s, 5, arena),
		.device_id = db_int(s, 6),
		.release_id = db_int(s, 7),
		.life = (enum vex_life)db_int(s, 8),
		.issued_at = moments_instant(s, 9),
		.imported_at = { db_int(s, 10) },
		.digest = rows_digest(s, 11) };

	return d;
}

static bool list_documents(
    struct statement *s, struct arena *arena, struct vex_document **out, size_t *count, struct err *e)
{
	size_t room = 0;
	bool more;

	*out = NULL;
	*count = 0;
	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			return true;
		*out = arena_room(arena, *out, *count, &room, sizeof(**out));
		(*out)[(*count)++] = read_document(s, arena);
	}
}

bool vex_document_add(struct db *db, const struct vex_document *d, struct str raw, int64_t *id, struct err *e)
{
	struct statement *s = db_use(db, SQL_VEX_DOCUMENT_ADD);
	bool has_row;

	db_bind_blob(s, 1, sha256_str(&d->digest));
	db_bind_text(s, 2, d->name);
	db_bind_text(s, 3, d->version);
	db_bind_text(s, 4, d->author);
	db_bind_text(s, 5, d->format);
	db_bind_text(s, 6, d->file);
	db_bind_int(s, 7, d->device_id);
	db_bind_int(s, 8, d->release_id);
	moments_bind_instant(s, 9, d->issued_at);
	db_bind_int(s, 10, d->imported_at.us);
	db_bind_blob(s, 11, raw);
	db_bind_text(s, 12, STR("{}"));
	if (!db_row(s, &has_row, e))
		return false;
	*id = db_int(s, 0);
	db_done(s);
	row_touch(db, ROWS_VEX_DOCUMENT, *id);
	return true;
}

bool vex_document_set_report(struct db *db, int64_t id, struct str report, struct err *e)
{
	struct statement *s = db_use(db, SQL_VEX_DOCUMENT_SET_REPORT);

	db_bind_text(s, 1, report);
	db_bind_int(s, 2, id);
	row_touch(db, ROWS_VEX_DOCUMENT, id);
	return db_run(s, e);
}

bool vex_document_report(struct db *db, int64_t id, struct arena *arena, struct str *report, struct err *e)
{
	struct statement *s = db_use(db, SQL_VEX_DOCUMENT_REPORT);
	bool found;

	db_bind_int(s, 1, id);
	if (!db_row(s, &found, e))
		return false;
	if (!found)
		return err_fail(e, ERR_ABSENT, "there is no VEX document %lld", (long long)id) ||
		       err_remedy(e, REMEDY_VEX);
	*report = db_text_copy(s, 0, arena);
	db_done(s);
	return true;
}

bool vex_document_end(struct db *db, int64_t id, enum vex_life life, struct err *e)
{
	struct statement *s = db_use(db, SQL_VEX_DOCUMENT_END);

	db_bind_int(s, 1, life);
	db_bind_int(s, 2, id);
	row_touch(db, ROWS_VEX_DOCUMENT, id);
	return db_run(s, e);
}

bool vex_document_find(struct db *db, const struct vex_document *like, struct arena *arena,
    struct vex_document *out, struct err *e)
{
	struct statement *s = db_use(db, SQL_VEX_DOCUMENT_FIND);
	bool found;

	db_bind_blob(s, 1, sha256_str(&like->digest));
	db_bind_int(s, 2, like->device_id);
	db_bind_int(s, 3, like->release_id);
	if (!db_row(s, &found, e))
		return false;
	*out = found ? read_document(s, arena) : (struct vex_document){ 0 };
	db_done(s);
	return true;
}

bool vex_document_named(struct db *db, const struct vex_document *like, struct arena *arena,
    struct vex_document **out, size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_VEX_DOCUMENT_NAMED);

	db_bind_text(s, 1, like->name);
	db_bind_int(s, 2, like->device_id);
	db_bind_int(s, 3, like->release_id);
	return list_documents(s, arena, out, count, e);
}

bool vex_document_list(
    struct db *db, struct arena *arena, struct vex_document **out, size_t *count, struct err *e)
{
	return list_documents(db_use(db, SQL_VEX_DOCUMENT_LIST), arena, out, count, e);
}

bool sbom_newest(struct db *db, int64_t release_id, struct arena *arena, struct sbom_row *out, struct err *e)
{
	struct statement *s = db_use(db, SQL_SBOM_NEWEST);
	struct str digest;
	bool found;

	db_bind_int(s, 1, release_id);
	if (!db_row(s, &found, e))
		return false;
	if (!found)
		return err_fail(e, ERR_INPUT, "the release has no SBOM: nothing is known of what is in it");
	digest = db_blob(s, 0);
	if (digest.len != SHA256_BYTES)
		return err_fail(e, ERR_STORE, "the digest of an SBOM is damaged");
	memcpy(out->digest.bytes, digest.ptr, SHA256_BYTES);
	out->format = db_text_copy(s, 1, arena);
	out->file = db_text_copy(s, 2, arena);
	out->serial = db_text_copy(s, 3, arena);
	out->imported_at = (struct instant){ db_int(s, 4) };
	db_done(s);
	return true;
}

bool sbom_serials(struct db *db, int64_t release_id, struct arena *arena, struct str **serials, size_t *count,
    struct err *e)
{
	struct statement *s = db_use(db, SQL_SBOM_SERIALS);

	db_bind_int(s, 1, release_id);
	return rows_texts(s, arena, serials, count, e);
}

bool sbom_releases_of_serial(
    struct db *db, struct str serial, struct arena *arena, int64_t **ids, size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_SBOM_BY_SERIAL);

	db_bind_text(s, 1, serial);
	return rows_ids(s, arena, ids, count, e);
}

bool sbom_releases_of_digest(struct db *db, const struct sha256 *digest, struct arena *arena, int64_t **ids,
    size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_SBOM_BY_DIGEST);

	db_bind_blob(s, 1, sha256_str(digest));
	return rows_ids(s, arena, ids, count, e);
}

bool sbom_subject(
    struct db *db, int64_t release_id, struct arena *arena, struct component *out, bool *found, struct err *e)
{
	struct statement *s = db_use(db, SQL_SBOM_SUBJECT);
	bool done = true;

	db_bind_int(s, 1, release_id);
	if (!db_row(s, found, e))
		return false;
	if (*found)
		done = component_read(arena_copy(arena, db_blob(s, 0)), arena, out, e);
	db_done(s);
	return done;
}

bool sbom_raw_newest(struct db *db, int64_t release_id, struct buf *out, struct err *e)
{
	struct statement *s = db_use(db, SQL_SBOM_RAW_NEWEST);
	bool found;

	db_bind_int(s, 1, release_id);
	if (!db_row(s, &found, e))
		return false;
	if (found)
		buf_add(out, db_blob(s, 0));
	db_done(s);
	return found || err_fail(e, ERR_INPUT, "the release has no SBOM: nothing is known of what is in it");
}

bool sbom_raw(struct db *db, struct str serial, struct buf *out, bool *found, struct err *e)
{
	struct statement *s = db_use(db, SQL_SBOM_RAW_BY_SERIAL);

	db_bind_text(s, 1, serial);
	if (!db_row(s, found, e))
		return false;
	if (*found)
		buf_add(out, db_blob(s, 0));
	db_done(s);
	return true;
}
