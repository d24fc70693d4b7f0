#include "store/signal_heads.h"

#include "store/moments.h"
#include "store/rows.h"

static struct str text_of(struct str s)
{
	return s.ptr ? s : STR("");
}

bool signal_head_put(struct db *db, const struct signal_head *head, struct err *e)
{
	struct statement *s = db_use(db, SQL_SIGNAL_HEAD_PUT);

	db_bind_int(s, 1, head->signal_id);
	db_bind_text(s, 2, head->state);
	db_bind_text(s, 3, head->kind);
	db_bind_text(s, 4, text_of(head->vulnerability));
	db_bind_text(s, 5, text_of(head->stated));
	db_bind_int(s, 6, head->owes);
	db_bind_int(s, 7, head->alone);
	db_bind_int(s, 8, head->linked);
	moments_bind_instant(s, 9, head->embargo_until);
	db_bind_text(s, 10, text_of(head->said));
	return db_run(s, e);
}

bool signal_head_get(struct db *db, int64_t signal_id, struct arena *arena, struct signal_head *out,
    bool *found, struct err *e)
{
	struct statement *s = db_use(db, SQL_SIGNAL_HEAD_GET);

	db_bind_int(s, 1, signal_id);
	if (!db_row(s, found, e))
		return false;
	if (*found)
		*out = (struct signal_head){ .signal_id = signal_id,
			.state = db_text_copy(s, 0, arena),
			.kind = db_text_copy(s, 1, arena),
			.vulnerability = db_text_copy(s, 2, arena),
			.stated = db_text_copy(s, 3, arena),
			.owes = db_int(s, 4),
			.alone = db_int(s, 5),
			.linked = db_int(s, 6),
			.embargo_until = moments_instant(s, 7),
			.said = db_text_copy(s, 8, arena) };
	db_done(s);
	return true;
}

bool signal_heads_surplus(struct db *db, struct arena *arena, int64_t **ids, size_t *count, struct err *e)
{
	return rows_ids(db_use(db, SQL_SIGNAL_HEAD_SURPLUS), arena, ids, count, e);
}

bool signal_heads_are_there(struct db *db, bool *there, struct err *e)
{
	bool absent;

	if (!rows_any(db_use(db, SQL_SIGNAL_HEAD_ABSENT), &absent, e))
		return false;
	*there = !absent;
	return true;
}

bool signal_heads_missing(struct db *db, struct arena *arena, int64_t **ids, size_t *count, struct err *e)
{
	return rows_ids(db_use(db, SQL_SIGNAL_HEAD_MISSING), arena, ids, count, e);
}

bool signal_heads_find(struct db *db, const struct signal_head_query *q, struct arena *arena, int64_t **ids,
    size_t *count, struct err *e)
{
	static const enum sql_id statements[2][2] = { { SQL_SIGNAL_HEAD_IDS, SQL_SIGNAL_HEAD_IDS_BACKWARDS },
		{ SQL_SIGNAL_HEAD_IDS_OF_STATE, SQL_SIGNAL_HEAD_IDS_OF_STATE_BACKWARDS } };
	bool of_state = q->state.len > 0;
	struct statement *s = db_use(db, statements[of_state][q->newest_first]);
	int64_t from = q->after ? q->after : q->newest_first ? INT64_MAX : 0;

	db_bind_int(s, 1, from);
	db_bind_text(s, 2, text_of(q->kind));
	db_bind_text(s, 3, text_of(q->vulnerability));
	if (of_state)
		db_bind_text(s, 4, q->state);
	db_bind_int(s, of_state ? 5 : 4, q->most ? q->most : INT64_MAX);
	return rows_ids(s, arena, ids, count, e);
}

bool signal_heads_count(struct db *db, const struct signal_head_query *q, int64_t *count, struct err *e)
{
	bool of_state = q->state.len > 0;
	struct statement *s = db_use(db, of_state ? SQL_SIGNAL_HEAD_COUNT_OF_STATE : SQL_SIGNAL_HEAD_COUNT);

	db_bind_text(s, 1, text_of(q->kind));
	db_bind_text(s, 2, text_of(q->vulnerability));
	if (of_state)
		db_bind_text(s, 3, q->state);
	return rows_number(s, count, e);
}

bool signal_heads_holding(struct db *db, struct str letters, int64_t number, struct arena *arena,
    int64_t **ids, size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_SIGNAL_HEAD_HOLDING);

	db_bind_text(s, 1, letters);
	db_bind_int(s, 2, number);
	return rows_ids(s, arena, ids, count, e);
}

bool signal_heads_with_duties(struct db *db, struct arena *arena, int64_t **ids, size_t *count, struct err *e)
{
	return rows_ids(db_use(db, SQL_SIGNAL_HEAD_WITH_DUTIES), arena, ids, count, e);
}

bool signal_heads_linked(struct db *db, struct arena *arena, int64_t **ids, size_t *count, struct err *e)
{
	return rows_ids(db_use(db, SQL_SIGNAL_HEAD_LINKED), arena, ids, count, e);
}

bool signal_heads_embargoed(
    struct db *db, struct instant now, struct arena *arena, int64_t **ids, size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_SIGNAL_HEAD_EMBARGOED);

	db_bind_int(s, 1, now.us);
	return rows_ids(s, arena, ids, count, e);
}
