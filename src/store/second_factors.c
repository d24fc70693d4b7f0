#include "store/second_factors.h"

#include "store/casefiles.h"
#include "store/moments.h"
#include "store/row_seals.h"

bool second_factor_find(struct db *db, int64_t user_id, struct second_factor *out, bool *found, struct err *e)
{
	struct statement *s = db_use(db, SQL_SECOND_FACTOR_FIND);
	struct str secret;

	db_bind_int(s, 1, user_id);
	if (!db_row(s, found, e))
		return false;
	*out = (struct second_factor){ .confirmed_at = INSTANT_NONE };
	if (!*found)
		return true;
	secret = db_blob(s, 0);
	if (secret.len != TOTP_SECRET_BYTES) {
		db_done(s);
		return err_fail(
		    e, ERR_STORE, "the second factor of user %lld is damaged", (long long)user_id);
	}
	memcpy(out->secret, secret.ptr, TOTP_SECRET_BYTES);
	out->confirmed_at = moments_instant(s, 1);
	out->last_step = db_int(s, 2);
	db_done(s);
	return true;
}

bool second_factor_put(
    struct db *db, int64_t user_id, const unsigned char secret[TOTP_SECRET_BYTES], struct err *e)
{
	struct statement *s;

	if (!second_factor_remove(db, user_id, e))
		return false;
	s = db_use(db, SQL_SECOND_FACTOR_ADD);
	db_bind_int(s, 1, user_id);
	db_bind_blob(s, 2, (struct str){ (const char *)secret, TOTP_SECRET_BYTES });
	row_touch(db, ROWS_SECOND_FACTOR, user_id);
	return db_run(s, e);
}

bool second_factor_confirm(struct db *db, int64_t user_id, struct instant at, struct err *e)
{
	struct statement *s = db_use(db, SQL_SECOND_FACTOR_CONFIRM);

	db_bind_int(s, 1, at.us);
	db_bind_int(s, 2, user_id);
	row_touch(db, ROWS_SECOND_FACTOR, user_id);
	return db_run(s, e);
}

bool second_factor_use(struct db *db, int64_t user_id, int64_t step, struct err *e)
{
	struct statement *s = db_use(db, SQL_SECOND_FACTOR_USE);

	db_bind_int(s, 1, step);
	db_bind_int(s, 2, user_id);
	return db_run(s, e);
}

static bool run_for(struct db *db, enum sql_id which, int64_t id, struct err *e)
{
	struct statement *s = db_use(db, which);

	db_bind_int(s, 1, id);
	return db_run(s, e);
}

bool second_factor_remove(struct db *db, int64_t user_id, struct err *e)
{
	row_touch(db, ROWS_SECOND_FACTOR, user_id);
	row_touch(db, ROWS_RECOVERY_CODE, user_id);
	return run_for(db, SQL_SECOND_FACTOR_REMOVE, user_id, e) &&
	       run_for(db, SQL_RECOVERY_CODE_REMOVE_ALL, user_id, e);
}

bool recovery_code_add(struct db *db, int64_t user_id, const struct sha256 *digest, struct err *e)
{
	struct statement *s = db_use(db, SQL_RECOVERY_CODE_ADD);

	db_bind_int(s, 1, user_id);
	db_bind_blob(s, 2, sha256_str(digest));
	row_touch(db, ROWS_RECOVERY_CODE, user_id);
	return db_run(s, e);
}

bool recovery_code_use(
    struct db *db, int64_t user_id, const struct sha256 *digest, bool *found, struct err *e)
{
	struct statement *s = db_use(db, SQL_RECOVERY_CODE_FIND);
	int64_t id;

	db_bind_int(s, 1, user_id);
	db_bind_blob(s, 2, sha256_str(digest));
	if (!db_row(s, found, e))
		return false;
	if (!*found)
		return true;
	id = db_int(s, 0);
	db_done(s);
	row_touch(db, ROWS_RECOVERY_CODE, user_id);
	return run_for(db, SQL_RECOVERY_CODE_REMOVE, id, e);
}

bool recovery_code_count(struct db *db, int64_t user_id, int64_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_RECOVERY_CODE_COUNT);
	bool found;

	db_bind_int(s, 1, user_id);
	if (!db_row(s, &found, e))
		return false;
	*count = found ? db_int(s, 0) : 0;
	db_done(s);
	return true;
}

bool second_factor_roles(struct db *db, unsigned *roles, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct str words;

	*roles = 0;
	if (!setting_get(db, SECOND_FACTOR_SETTING, &arena, &words, e))
		return false;
	/* a JSON text, as the trail is told of it */
	if (words.ptr && words.len >= 2)
		words = (struct str){ words.ptr + 1, words.len - 2 };
	return words.len == 0 || roles_parse(words, roles, e) ||
	       err_within(e, "setting " SECOND_FACTOR_SETTING);
}
