#include "store/signatures.h"

#include "store/rows.h"

bool signature_add(struct db *db, const struct signature *sig, int64_t *id, struct err *e)
{
	struct statement *s = db_use(db, SQL_SIGNATURE_ADD);

	db_bind_text(s, 1, sig->subject);
	db_bind_int(s, 2, sig->record);
	db_bind_text(s, 3, str_of(meaning_word(sig->meaning)));
	db_bind_text(s, 4, sig->name);
	db_bind_text(s, 5, sig->full_name);
	db_bind_int(s, 6, sig->at.us);
	db_bind_blob(s, 7, sha256_str(&sig->content));
	db_bind_blob(s, 8, sha256_str(&sig->seal));
	db_bind_int(s, 9, sig->entry);
	return db_add(s, id, e);
}

static struct signature read_signature(struct statement *s, struct arena *arena)
{
	struct signature sig = { .id = db_int(s, 0),
		.subject = db_text_copy(s, 1, arena),
		.record = db_int(s, 2),
		.name = db_text_copy(s, 4, arena),
		.full_name = db_text_copy(s, 5, arena),
		.at = { db_int(s, 6) },
		.content = rows_digest(s, 7),
		.seal = rows_digest(s, 8),
		.entry = db_int(s, 9) };
	struct err unknown;

	if (!meaning_parse(db_text(s, 3), &sig.meaning, &unknown))
		sig.meaning = MEANING_NONE;
	return sig;
}

bool signature_list(struct db *db, struct str subject, struct arena *arena, struct signature **out,
    size_t *count, struct err *e)
{
	struct statement *s = db_use(db, subject.ptr ? SQL_SIGNATURE_OF_SUBJECT : SQL_SIGNATURE_LIST);
	size_t room = 0;
	bool more;

	*out = NULL;
	*count = 0;
	if (subject.ptr)
		db_bind_text(s, 1, subject);
	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			return true;
		*out = arena_room(arena, *out, *count, &room, sizeof(**out));
		(*out)[(*count)++] = read_signature(s, arena);
	}
}
