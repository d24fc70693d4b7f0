#include "store/evidence.h"

#include "base/zstd_pack.h"
#include "store/row_seals.h"
#include "store/rows.h"

bool evidence_add(struct db *db, const struct evidence *new, struct str list, int64_t *id, struct err *e)
{
	SCOPED_BUF packed = buf_new(2 * list.len + 1024);
	struct statement *s = db_use(db, SQL_EVIDENCE_ADD);
	bool has_row;

	zstd_pack_one(list, &packed);
	db_bind_int(s, 1, new->release_id);
	db_bind_text(s, 2, new->component);
	db_bind_blob(s, 3, sha256_str(&new->digest));
	db_bind_text(s, 4, new->file);
	db_bind_int(s, 5, new->files);
	db_bind_int(s, 6, new->imported_at.us);
	db_bind_blob(s, 7, buf_str(&packed));
	if (!db_row(s, &has_row, e))
		return false;
	*id = db_int(s, 0);
	db_done(s);
	row_touch(db, ROWS_EVIDENCE, *id);
	return true;
}

bool evidence_newest(struct db *db, int64_t release_id, struct str component, struct arena *arena,
    struct evidence *out, struct buf *list, struct err *e)
{
	struct statement *s = db_use(db, SQL_EVIDENCE_NEWEST);
	bool found, read = true;

	*out = (struct evidence){ 0 };
	db_bind_int(s, 1, release_id);
	db_bind_text(s, 2, component);
	if (!db_row(s, &found, e))
		return false;
	if (!found)
		return true;
	*out = (struct evidence){ .id = db_int(s, 0),
		.release_id = release_id,
		.component = db_text_copy(s, 1, arena),
		.file = db_text_copy(s, 3, arena),
		.files = db_int(s, 4),
		.imported_at = { db_int(s, 5) } };
	out->digest = rows_digest(s, 2);
	if (list)
		read = zstd_unpack_one(db_blob(s, 6), list, e);
	db_done(s);
	return read;
}
