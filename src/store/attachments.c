#include "store/attachments.h"

#include "base/zstd_pack.h"
#include "limits.h"
#include "store/row_seals.h"
#include "store/rows.h"

/* zstd adds some bytes to what cannot be made smaller. */
#define PACKED_MOST ((size_t)LIMIT_ATTACHMENT_BYTES + LIMIT_ATTACHMENT_BYTES / 128 + 4096)

bool attachment_add(
    struct db *db, const struct sha256 *digest, struct str content, struct instant at, struct err *e)
{
	SCOPED_BUF packed = buf_new(PACKED_MOST);
	struct statement *s = db_use(db, SQL_ATTACHMENT_ADD);
	char hex[SHA256_HEX_SIZE];

	zstd_pack_one(content, &packed);
	db_bind_blob(s, 1, sha256_str(digest));
	db_bind_int(s, 2, (int64_t)content.len);
	db_bind_blob(s, 3, buf_str(&packed));
	db_bind_int(s, 4, at.us);
	row_touch_text(db, ROWS_ATTACHMENT, str_of(sha256_hex(digest, hex)));
	return db_run(s, e);
}

bool attachment_get(struct db *db, const struct sha256 *digest, struct buf *out, bool *found, struct err *e)
{
	struct statement *s = db_use(db, SQL_ATTACHMENT_GET);
	bool done = true;

	db_bind_blob(s, 1, sha256_str(digest));
	if (!db_row(s, found, e))
		return false;
	if (*found)
		done = zstd_unpack_one(db_blob(s, 1), out, e);
	db_done(s);
	return done;
}

bool attachment_read(struct db *db, struct attachment_sink out, struct err *e)
{
	struct statement *s = db_use(db, SQL_ATTACHMENT_LIST);
	bool more;

	for (;;) {
		struct sha256 digest;

		if (!db_row(s, &more, e))
			return false;
		if (!more)
			return true;
		digest = rows_digest(s, 0);
		if (!out.attachment(out.ctx, &digest, db_int(s, 1), db_blob(s, 2), e)) {
			db_done(s);
			return false;
		}
	}
}
