/*
 * place - a store with users, and who has signed in to it.
 */
#pragma once
#include "store/store_folder.h"

#include "actions/users/sign_in.h"
#include "actions/users/users.h"

#define SECRET "correct horse battery"
#define MINUTE_US INT64_C(60000000)

static const struct instant noon = { INT64_C(1782000000000000) };

struct place {
	struct db *db;
	char token[SECRET_WORD_SIZE]; /* of who signed in last */
};

static inline struct change_by by(const struct place *p, const char *who, int64_t minutes)
{
	return (struct change_by){ str_of(who), { noon.us + minutes * MINUTE_US }, STR("test"),
		*p->token ? str_of(p->token) : STR_NONE, NULL, 0 };
}

static inline bool enter(struct place *p, const char *name, const char *secret, const char *new_secret,
    int64_t minutes, struct err *e)
{
	struct sign_in s = { .name = str_of(name),
		.secret = str_of(secret),
		.new_secret = new_secret ? str_of(new_secret) : STR_NONE,
		.accepts = true,
		.terminal = STR("ward") };

	return sign_in(p->db, &s, by(p, name, minutes), p->token, e);
}

/* A user with these roles, enrolled by who has signed in, signs in. */
static inline void add_user(struct place *p, const char *name, unsigned roles, const char *admin)
{
	struct enrolment n = { str_of(name), STR("Full Name"), roles, date_of(2026, 6, 1) };
	char secret[SECRET_WORD_SIZE];
	struct err e = { 0 };

	assert_true(user_enrol(p->db, &n, by(p, admin, 0), secret, &e));
	assert_true(enter(p, name, secret, SECRET, 0, &e));
}

static inline void open_place(struct place *p)
{
	struct err e = { 0 };

	*p = (struct place){ 0 };
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &p->db, &e));
	add_user(p, "root", ROLE_ADMINISTRATOR, "system");
}

static inline long entries(const char *where)
{
	char sql[256];

	snprintf(sql, sizeof(sql), "SELECT count(*) FROM trail WHERE %s", where);
	return count_sql(in_folder("a.db"), sql);
}
