#include "store/texts.h"

#include <stdlib.h>

#include "base/memory.h"

struct texts {
	struct db *db;
	struct raw_blocks *blocks;
};

struct texts *texts_new(struct db *db)
{
	struct texts *t = memory_alloc(1, sizeof(*t));

	t->db = db;
	t->blocks = raw_blocks_new(db);
	return t;
}

void texts_free(struct texts *t)
{
	if (!t)
		return;
	raw_blocks_free(t->blocks);
	free(t);
}

void texts_hand_out(struct texts *t, struct raw_hand hand)
{
	raw_blocks_hand_out(t->blocks, hand);
}

bool texts_take_packed(struct texts *t, const struct raw_block *packed, struct err *e)
{
	return raw_blocks_write(t->blocks, packed, e);
}

bool texts_flush(struct texts *t, struct err *e)
{
	return raw_blocks_flush(t->blocks, e) && raw_blocks_tidy(t->blocks, e);
}

/* *known: the store has a text of the advisory; *lost: but no longer its raw record. */
static bool find_place(
    struct texts *t, int64_t advisory_id, bool *known, bool *lost, struct raw_place *out, struct err *e)
{
	struct statement *s = db_use(t->db, SQL_ADVISORY_RAW_PLACE);

	*out = (struct raw_place){ 0 };
	db_bind_int(s, 1, advisory_id);
	if (!db_row(s, known, e))
		return false;
	*lost = *known && db_is_null(s, 0);
	if (*known && !*lost)
		*out = (struct raw_place){ db_int(s, 0), (size_t)db_int(s, 1), (size_t)db_int(s, 2) };
	db_done(s);
	return true;
}

static bool drop_standing(struct texts *t, int64_t advisory_id, struct err *e)
{
	struct raw_place place;
	bool known, lost;

	return find_place(t, advisory_id, &known, &lost, &place, e) && raw_blocks_drop(t->blocks, place, e);
}

bool texts_put(
    struct texts *t, int64_t advisory_id, bool first, struct str card, struct str raw, struct err *e)
{
	struct raw_place place;
	struct statement *s;

	if ((!first && !drop_standing(t, advisory_id, e)) ||
	    !raw_blocks_put(t->blocks, advisory_id, raw, &place, e))
		return false;
	s = db_use(t->db, SQL_ADVISORY_TEXT_PUT);
	db_bind_int(s, 1, advisory_id);
	db_bind_int(s, 2, place.block_id);
	db_bind_int(s, 3, (int64_t)place.at);
	db_bind_int(s, 4, (int64_t)place.len);
	db_bind_blob(s, 5, card);
	return db_run(s, e);
}

bool texts_raw_or_lost(struct texts *t, int64_t advisory_id, struct buf *out, bool *lost, struct err *e)
{
	struct raw_place place;
	bool known;

	return find_place(t, advisory_id, &known, lost, &place, e) &&
	       (*lost || raw_blocks_get(t->blocks, place, out, e));
}

bool texts_raw(struct texts *t, int64_t advisory_id, struct buf *out, struct err *e)
{
	bool lost;

	if (!texts_raw_or_lost(t, advisory_id, out, &lost, e))
		return false;
	return !lost || err_fail(e, ERR_STORE,
			    "the record of advisory %lld was kept by an older version; import its feed again",
			    (long long)advisory_id);
}
