#include "store/request_keys.h"

#include "store/rows.h"

bool request_key_add(struct db *db, struct str who, const struct request_key *key, int64_t entry,
    struct instant at, struct err *e)
{
	struct statement *s = db_use(db, SQL_REQUEST_KEY_END_OLD);

	db_bind_int(s, 1, at.us - REQUEST_KEY_KEPT_US);
	if (!db_run(s, e))
		return false;
	s = db_use(db, SQL_REQUEST_KEY_ADD);
	db_bind_text(s, 1, who);
	db_bind_text(s, 2, key->key);
	db_bind_blob(s, 3, sha256_str(&key->digest));
	db_bind_int(s, 4, entry);
	db_bind_int(s, 5, at.us);
	return db_run(s, e);
}

bool request_key_find(struct db *db, struct str who, struct str key, struct arena *arena,
    struct request_key_row *out, bool *found, struct err *e)
{
	struct statement *s = db_use(db, SQL_REQUEST_KEY_FIND);

	db_bind_text(s, 1, who);
	db_bind_text(s, 2, key);
	if (!db_row(s, found, e))
		return false;
	if (*found)
		*out = (struct request_key_row){ .digest = rows_digest(s, 0),
			.entry = db_int(s, 1),
			.status = db_is_null(s, 2) ? 0 : (int)db_int(s, 2),
			.answer = db_text_copy(s, 3, arena) };
	db_done(s);
	return true;
}

bool request_key_answer(
    struct db *db, struct str who, struct str key, int status, struct str answer, struct err *e)
{
	struct statement *s = db_use(db, SQL_REQUEST_KEY_ANSWER);

	db_bind_int(s, 1, status);
	db_bind_text(s, 2, answer);
	db_bind_text(s, 3, who);
	db_bind_text(s, 4, key);
	return db_run(s, e);
}
