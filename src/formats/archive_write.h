/*
 * archive_write - writes an archive, member by member: a zip or a tar packed by zstd. Equal members give
 * equal bytes.
 */
#pragma once
#include "base/buf.h"
#include "base/err.h"
#include "base/time.h"

enum archive_form { ARCHIVE_ZIP, ARCHIVE_TAR_ZST };

struct archive_out;

/* To the end of to. at: the time of all members; of a zip they have none, for its times are local ones. */
MUST_CHECK bool archive_out_open(
    struct buf *to, enum archive_form form, struct instant at, struct archive_out **out, struct err *e);
MUST_CHECK bool archive_out_add(struct archive_out *a, struct str name, struct str bytes, struct err *e);
/* Ends and frees. ERR_LIMIT where it does not fit. */
MUST_CHECK bool archive_out_close(struct archive_out *a, struct err *e);
void archive_out_drop(struct archive_out *a); /* NULL is fine */
