#include "store/identities.h"

#include "store/row_seals.h"

bool identity_of(struct db *db, int64_t user_id, struct arena *arena, struct person_identity *out,
    bool *found, struct err *e)
{
	struct statement *s = db_use(db, SQL_IDENTITY_OF);

	db_bind_int(s, 1, user_id);
	if (!db_row(s, found, e))
		return false;
	*out = (struct person_identity){ STR(""), STR(""), STR("") };
	if (*found)
		*out = (struct person_identity){ db_text_copy(s, 0, arena), db_text_copy(s, 1, arena),
			db_text_copy(s, 2, arena) };
	db_done(s);
	return true;
}

static bool find_by(struct db *db, enum sql_id id, struct str issuer, struct str value, struct arena *arena,
    struct str *name, struct err *e)
{
	struct statement *s = db_use(db, id);
	bool found;

	*name = STR_NONE;
	db_bind_text(s, 1, issuer);
	db_bind_text(s, 2, value);
	if (!db_row(s, &found, e))
		return false;
	if (found)
		*name = db_text_copy(s, 0, arena);
	db_done(s);
	return true;
}

bool identity_find(
    struct db *db, const struct person_identity *i, struct arena *arena, struct str *name, struct err *e)
{
	if (!find_by(db, SQL_IDENTITY_FIND, i->issuer, i->subject, arena, name, e))
		return false;
	return name->ptr || !i->email.len ||
	       find_by(db, SQL_IDENTITY_FIND_EMAIL, i->issuer, i->email, arena, name, e);
}

bool identity_put(struct db *db, int64_t user_id, const struct person_identity *i, struct err *e)
{
	struct statement *s;

	if (!identity_remove(db, user_id, e))
		return false;
	s = db_use(db, SQL_IDENTITY_ADD);
	db_bind_int(s, 1, user_id);
	db_bind_text(s, 2, i->issuer);
	db_bind_text(s, 3, i->subject);
	db_bind_text(s, 4, i->email);
	return db_run(s, e);
}

bool identity_remove(struct db *db, int64_t user_id, struct err *e)
{
	struct statement *s = db_use(db, SQL_IDENTITY_REMOVE);

	db_bind_int(s, 1, user_id);
	row_touch(db, ROWS_PERSON_IDENTITY, user_id);
	return db_run(s, e);
}
