#include "store/job_rows.h"

#include "store/moments.h"
#include "store/rows.h"

#define PART_BYTES ((size_t)1 << 20)

static void bind_optional(struct statement *s, int index, struct str text)
{
	if (text.ptr)
		db_bind_text(s, index, text);
	else
		db_bind_null(s, index);
}

static struct str optional(struct statement *s, int column, struct arena *arena)
{
	return db_is_null(s, column) ? STR_NONE : db_text_copy(s, column, arena);
}

bool job_row_add(struct db *db, const struct job_row *row, const struct job_request *request, struct err *e)
{
	struct statement *s = db_use(db, SQL_JOB_ADD);

	db_bind_int(s, 1, row->id);
	db_bind_text(s, 2, row->runner);
	db_bind_text(s, 3, row->who);
	db_bind_text(s, 4, row->kind);
	db_bind_text(s, 5, row->key.key.ptr ? row->key.key : STR(""));
	db_bind_blob(s, 6, sha256_str(&row->key.digest));
	bind_optional(s, 7, request->path);
	bind_optional(s, 8, request->query);
	bind_optional(s, 9, request->body);
	db_bind_int(s, 10, row->added_at.us);
	return db_run(s, e);
}

bool job_row_end(struct db *db, const struct job_row *row, struct err *e)
{
	struct statement *s = db_use(db, SQL_JOB_END);

	db_bind_int(s, 1, row->ended_at.us);
	bind_optional(s, 2, row->error);
	bind_optional(s, 3, row->remedy);
	bind_optional(s, 4, row->result);
	bind_optional(s, 5, row->file_name);
	bind_optional(s, 6, row->file_type);
	db_bind_int(s, 7, row->file_bytes);
	db_bind_int(s, 8, row->id);
	db_bind_text(s, 9, row->runner);
	return db_run(s, e);
}

static struct job_row read_row(struct statement *s, struct arena *arena)
{
	return (struct job_row){ .id = db_int(s, 0),
		.runner = db_text_copy(s, 1, arena),
		.who = db_text_copy(s, 2, arena),
		.kind = db_text_copy(s, 3, arena),
		.key = { db_text_copy(s, 4, arena), rows_digest(s, 5) },
		.has_request = db_int(s, 6) != 0,
		.added_at = moments_instant(s, 7),
		.ended_at = moments_instant(s, 8),
		.error = optional(s, 9, arena),
		.remedy = optional(s, 10, arena),
		.result = optional(s, 11, arena),
		.file_name = optional(s, 12, arena),
		.file_type = optional(s, 13, arena) };
}

bool job_row_list(struct db *db, struct arena *arena, struct job_row **out, size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_JOB_LIST);
	struct job_row *rows = NULL;
	size_t room = 0, found = 0;
	bool more;

	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			break;
		rows = arena_room(arena, rows, found, &room, sizeof(*rows));
		rows[found++] = read_row(s, arena);
	}
	*out = rows;
	*count = found;
	return true;
}

bool job_row_request(
    struct db *db, int64_t id, struct arena *arena, struct job_request *out, bool *found, struct err *e)
{
	struct statement *s = db_use(db, SQL_JOB_REQUEST);

	db_bind_int(s, 1, id);
	if (!db_row(s, found, e))
		return false;
	if (*found)
		*out = (struct job_request){ db_text_copy(s, 0, arena), optional(s, 1, arena),
			optional(s, 2, arena) };
	db_done(s);
	return true;
}

bool job_row_forget_request(struct db *db, int64_t id, struct err *e)
{
	struct statement *s = db_use(db, SQL_JOB_FORGET_REQUEST);

	db_bind_int(s, 1, id);
	return db_run(s, e);
}

bool job_row_trim(struct db *db, int64_t kept, int64_t file_bytes, struct err *e)
{
	struct statement *s = db_use(db, SQL_JOB_TRIM);

	db_bind_int(s, 1, kept);
	if (!db_run(s, e))
		return false;
	s = db_use(db, SQL_JOB_FILE_TRIM);
	db_bind_int(s, 1, file_bytes);
	return db_run(s, e);
}

bool job_file_put(struct db *db, int64_t id, struct str bytes, struct err *e)
{
	if (!job_file_drop(db, id, e))
		return false;
	for (int64_t part = 0; bytes.len; part++) {
		struct str first = str_first(bytes, PART_BYTES);
		struct statement *s = db_use(db, SQL_JOB_FILE_ADD);

		db_bind_int(s, 1, id);
		db_bind_int(s, 2, part);
		db_bind_blob(s, 3, first);
		if (!db_run(s, e))
			return false;
		bytes = str_from(bytes, first.len);
	}
	return true;
}

bool job_file_drop(struct db *db, int64_t id, struct err *e)
{
	struct statement *s = db_use(db, SQL_JOB_FILE_DROP);

	db_bind_int(s, 1, id);
	return db_run(s, e);
}

bool job_file_read(struct db *db, int64_t id, struct job_file_sink out, int64_t *bytes, struct err *e)
{
	struct statement *s = db_use(db, SQL_JOB_FILE_READ);
	bool more;

	*bytes = 0;
	db_bind_int(s, 1, id);
	for (;;) {
		struct str part;

		if (!db_row(s, &more, e))
			return false;
		if (!more)
			return true;
		part = db_blob(s, 0);
		out.take(out.ctx, part);
		*bytes += (int64_t)part.len;
	}
}
