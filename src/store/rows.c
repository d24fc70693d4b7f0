#include "store/rows.h"

bool rows_ids(struct statement *s, struct arena *arena, int64_t **ids, size_t *count, struct err *e)
{
	size_t room = 0;
	bool more;

	*ids = NULL;
	*count = 0;
	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			return true;
		*ids = arena_room(arena, *ids, *count, &room, sizeof(**ids));
		(*ids)[(*count)++] = db_int(s, 0);
	}
}

bool rows_texts(struct statement *s, struct arena *arena, struct str **texts, size_t *count, struct err *e)
{
	size_t room = 0;
	bool more;

	*texts = NULL;
	*count = 0;
	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			return true;
		*texts = arena_room(arena, *texts, *count, &room, sizeof(**texts));
		(*texts)[(*count)++] = db_text_copy(s, 0, arena);
	}
}

bool rows_number(struct statement *s, int64_t *number, struct err *e)
{
	bool has_row;

	if (!db_row(s, &has_row, e))
		return false;
	*number = has_row ? db_int(s, 0) : 0;
	db_done(s);
	return true;
}

bool rows_any(struct statement *s, bool *any, struct err *e)
{
	int64_t count;

	if (!rows_number(s, &count, e))
		return false;
	*any = count > 0;
	return true;
}

struct sha256 rows_digest(struct statement *s, int column)
{
	struct sha256 digest = { { 0 } };
	struct str bytes = db_blob(s, column);

	if (bytes.len == SHA256_BYTES)
		memcpy(digest.bytes, bytes.ptr, SHA256_BYTES);
	return digest;
}
