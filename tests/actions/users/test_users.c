/* Who may change what, and how one proves who one is: 21 CFR 11.10(d), (e), (g), 11.100, 11.300. */
#include "actions/place.h"

#include "actions/prove.h"
#include "records/authority.h"
#include "store/change.h"
#include "store/users.h"

/* Tries to leave an entry that tells of what. */
static bool try(struct place *p, const char *who, const char *what, int64_t minutes, struct err *e)
{
	struct change_by changes = by(p, who, minutes);
	SCOPED_CHANGE *c = NULL;

	if (!change_open(p->db, &changes, &c, e) ||
	    !change_note(c, what, STR("object 1"), STR_NONE, STR_NONE, e))
		return false;
	return change_close(&c, e);
}

static void nobody_changes_anything_without_signing_in(void **state)
{
	struct place p;
	struct err e = { 0 };

	(void)state;
	open_place(&p);
	assert_true(try(&p, "root", "user.add", 1, &e));
	assert_false(try(&p, "anna", "user.add", 1, &e));
	assert_string_equal(e.text, "\"root\" has signed in, not \"anna\"");
	assert_int_equal(err_exit_status(e.code), 5);
	snprintf(p.token, sizeof(p.token), "guessed");
	assert_false(try(&p, "root", "user.add", 1, &e));
	assert_string_equal(e.text, "the session of \"root\" has ended: sign in again");
	*p.token = '\0';
	assert_false(try(&p, "root", "user.add", 1, &e));
	assert_non_null(strstr(e.text, "nobody has signed in"));
	assert_int_equal(entries("what = 'refused' AND object = 'store'"), 3);
	db_close(p.db);
}

/* every operation against every role. */
static void each_role_may_what_the_table_says_and_no_more(void **state)
{
	static const enum role roles[] = { ROLE_READER, ROLE_SECURITY, ROLE_REGULATORY, ROLE_REVIEWER,
		ROLE_DESIGNATED, ROLE_ADMINISTRATOR };
	struct place p;

	(void)state;
	open_place(&p);
	for (size_t i = 0; i < COUNT(roles); i++) {
		struct err e = { 0 };
		char name[8];

		snprintf(name, sizeof(name), "u%zu", i);
		assert_true(enter(&p, "root", SECRET, NULL, 0, &e));
		add_user(&p, name, roles[i], "root");
		for (const struct authority *a = authorities; a->what; a++) {
			CASE(a->what);
			assert_int_equal(try(&p, name, a->what, 1, &e), (a->roles & roles[i]) != 0);
		}
		assert_false(try(&p, name, "trail.change", 1, &e));
		assert_non_null(strstr(e.text, "has no role that allows trail.change"));
	}
	assert_int_equal(entries("what = 'refused' AND why LIKE '%allows trail.change'"), COUNT(roles));
	db_close(p.db);
}

/* Even in the name of somebody who has signed in. */
static bool try_program(struct place *p, unsigned program, const char *what, struct err *e)
{
	struct change_by changes = by(p, "root", 1);
	SCOPED_CHANGE *c = NULL;

	changes.program = program;
	return change_open(p->db, &changes, &c, e) &&
	       change_note(c, what, STR("object 1"), STR_NONE, STR_NONE, e) && change_close(&c, e);
}

static void the_program_records_what_its_role_is_for_and_no_more(void **state)
{
	static const struct {
		unsigned role;
		const char *may;
		const char *name;
	} programs[] = { { ROLE_PUBLIC_FORM, "signal.received|signal.contact|signal.credit", "public form" },
		{ ROLE_ALERTS, "security.told", "security alerts" },
		{ ROLE_FEED_SYNC, "feed.import|feed.sync", "feed sync" } };
	struct place p;
	struct err e = { 0 };

	(void)state;
	open_place(&p);
	for (size_t i = 0; i < COUNT(programs); i++)
		for (const struct authority *a = authorities; a->what; a++) {
			CASE(a->what);
			assert_int_equal(try_program(&p, programs[i].role, a->what, &e),
			    str_is_among(str_of(a->what), programs[i].may));
		}
	assert_int_equal(entries("who = 'public form' AND what <> 'refused'"), 3);
	assert_int_equal(entries("who = 'security alerts' AND what <> 'refused'"), 1);
	assert_int_equal(entries("who = 'feed sync' AND what <> 'refused'"), 2);
	db_close(p.db);
}

static void a_session_ends_by_itself(void **state)
{
	struct place p;
	struct err e = { 0 };

	(void)state;
	open_place(&p);
	for (int64_t minutes = 29; minutes < 12 * 60; minutes += 29) /* in use */
		assert_true(try(&p, "root", "user.add", minutes, &e));
	assert_false(try(&p, "root", "user.add", 12 * 60 + 1, &e)); /* for long enough */
	assert_true(enter(&p, "root", SECRET, NULL, 800, &e));
	assert_false(try(&p, "root", "user.add", 831, &e)); /* idle */
	assert_true(enter(&p, "root", SECRET, NULL, 900, &e));
	assert_true(sign_out(p.db, by(&p, "root", 901), &e));
	assert_false(try(&p, "root", "user.add", 901, &e));
	db_close(p.db);
}

/* 21 CFR 11.200(a)(2): what one has signed in with proves nobody else, and the secret of one nobody else's
 * name. */
static void s_10_what_one_signs_in_with_is_of_use_to_nobody_else(void **state)
{
	struct place p, root;
	struct err e = { 0 };

	(void)state;
	open_place(&p);
	add_user(&p, "anna", ROLE_SECURITY, "root");
	root = p;
	assert_true(enter(&root, "root", SECRET, NULL, 1, &e));
	assert_false(try(&p, "root", "user.add", 2, &e)); /* the session of anna */
	assert_string_equal(e.text, "\"anna\" has signed in, not \"root\"");
	assert_false(try(&root, "anna", "device.add", 3, &e));
	assert_string_equal(e.text, "\"root\" has signed in, not \"anna\"");
	assert_int_equal(entries("what = 'refused'"), 2);
	assert_true(try(&root, "root", "user.add", 4, &e));
	db_close(p.db);
}

static void who_is_disabled_is_out_at_once(void **state)
{
	struct place p, q;
	struct err e = { 0 };

	(void)state;
	open_place(&p);
	q = p;
	add_user(&q, "anna", ROLE_SECURITY, "root");
	assert_true(try(&q, "anna", "feed.import", 1, &e));
	assert_true(user_set_state(p.db, STR("anna"), USER_DISABLED, by(&p, "root", 2), &e));
	assert_false(try(&q, "anna", "feed.import", 2, &e));
	assert_false(enter(&q, "anna", SECRET, NULL, 3, &e));
	assert_int_equal(err_exit_status(e.code), 5);
	assert_true(user_set_state(p.db, STR("anna"), USER_ACTIVE, by(&p, "root", 4), &e));
	assert_true(enter(&q, "anna", SECRET, NULL, 5, &e));
	assert_false(user_set_state(p.db, STR("root"), USER_DISABLED, by(&p, "root", 6), &e));
	assert_string_equal(e.text, "\"root\" is the last active administrator");
	assert_false(user_set_roles(p.db, STR("root"), ROLE_READER, by(&p, "root", 6), &e));
	db_close(p.db);
}

static void guessing_locks_for_a_while(void **state)
{
	struct place p;
	struct err e = { 0 };

	(void)state;
	open_place(&p);
	for (int i = 0; i < USER_FAILURES_MOST; i++)
		assert_false(enter(&p, "root", "wrong wrong wrong", NULL, 1, &e));
	assert_int_equal(entries("what = 'user.sign-in-refused' AND new LIKE '%\"locked\":true%'"), 1);
	assert_false(enter(&p, "root", SECRET, NULL, 15, &e));
	assert_true(enter(&p, "root", SECRET, NULL, 17, &e));
	assert_false(enter(&p, "nobody", SECRET, NULL, 17, &e));
	assert_int_equal(entries("what = 'user.sign-in-refused'"), USER_FAILURES_MOST + 2);
	db_close(p.db);
}

static void a_lost_secret_takes_two_administrators(void **state)
{
	char secret[SECRET_WORD_SIZE] = "";
	struct place p, q, r;
	struct err e = { 0 };
	bool given;

	(void)state;
	open_place(&p);
	q = r = p;
	add_user(&q, "second", ROLE_ADMINISTRATOR, "root");
	add_user(&r, "anna", ROLE_SECURITY, "root");
	assert_true(user_reset(p.db, STR("anna"), by(&p, "root", 1), secret, &given, &e) && !given);
	assert_string_equal(secret, "");
	assert_false(try(&r, "anna", "feed.import", 1, &e)); /* sessions end */
	assert_false(user_reset(p.db, STR("anna"), by(&p, "root", 2), secret, &given, &e));
	assert_non_null(strstr(e.text, "a second administrator must confirm"));
	assert_true(user_reset(p.db, STR("anna"), by(&q, "second", 2), secret, &given, &e) && given);
	assert_false(enter(&r, "anna", SECRET, NULL, 3, &e));
	assert_false(enter(&r, "anna", secret, NULL, 3, &e));
	assert_string_equal(e.text, "the secret was given for one sign-in: choose one of your own");
	assert_false(enter(&r, "anna", secret, "short", 3, &e));
	assert_true(enter(&r, "anna", secret, "another " SECRET, 3, &e));
	assert_true(try(&r, "anna", "feed.import", 4, &e));
	db_close(p.db);
}

static void a_name_is_given_once_and_identities_are_attested_by_others(void **state)
{
	struct enrolment n = { STR("root"), STR("Another"), ROLE_SECURITY, date_of(2026, 6, 1) };
	char secret[SECRET_WORD_SIZE], message[256];
	struct place p;
	struct err e = { 0 };

	(void)state;
	open_place(&p);
	assert_false(user_enrol(p.db, &n, by(&p, "root", 1), secret, &e));
	assert_string_equal(e.text, "there is a user \"root\"; a name is never given to anybody else");
	n.name = STR("Root");
	assert_false(user_enrol(p.db, &n, by(&p, "root", 1), secret, &e));
	n.name = STR("berta");
	n.verified_on = DATE_NONE;
	assert_false(user_enrol(p.db, &n, by(&p, "root", 1), secret, &e));
	assert_string_equal(e.text, "the day on which the identity was verified is missing");
	assert_false(user_attest(p.db, STR("root"), date_of(2026, 6, 1), by(&p, "root", 1), &e));
	assert_string_equal(e.text, "nobody attests the own identity");
	run_sql(in_folder("a.db"), "DELETE FROM person", message, sizeof(message));
	assert_non_null(strstr(message, "a user is disabled, never taken out"));
	db_close(p.db);
}

/* Neither secrets nor tokens, nor their hashes, are told to the trail. */
static void secrets_stay_out_of_the_trail(void **state)
{
	struct place p;

	(void)state;
	open_place(&p);
	assert_int_equal(entries("new LIKE '%argon2%' OR old LIKE '%argon2%'"), 0);
	assert_int_equal(entries("new LIKE '%" SECRET "%'"), 0);
	assert_int_equal(
	    count_sql(in_folder("a.db"), "SELECT count(*) FROM session WHERE length(token) <> 32"), 0);
	db_close(p.db);
}

/* Comparing takes a tenth of a second: who tries secrets must not hold up who changes. */
static void a_secret_is_compared_while_somebody_else_changes(void **state)
{
	SCOPED_ARENA arena = { 0 };
	struct claim right = { .name = STR("root"), .secret = STR(SECRET) };
	struct claim wrong = { .name = STR("root"), .secret = STR("guessed") },
		     nobody = { .name = STR("eve") };
	struct place p;
	struct err e = { 0 };
	struct db *other;

	(void)state;
	open_place(&p);
	assert_true(db_open(in_folder("a.db"), DB_CHANGE, &other, &e) && db_begin(other, &e));
	assert_true(claim_check(p.db, &right, &arena, &e) && claim_check(p.db, &wrong, &arena, &e) &&
		    claim_check(p.db, &nobody, &arena, &e));
	assert_true(right.matches && !wrong.matches && !nobody.matches);
	db_rollback(other);
	db_close(other);
	db_close(p.db);
}

/* What was compared is of no use once the secret is another one. */
static void a_secret_that_was_changed_meanwhile_is_compared_again(void **state)
{
	SCOPED_ARENA arena = { 0 };
	struct claim claim = {
		.name = STR("root"), .secret = STR(SECRET), .refused = "user.sign-in-refused"
	};
	struct change_by changes;
	SCOPED_CHANGE *c = NULL;
	struct place p;
	struct user u;
	struct err e = { 0 };

	(void)state;
	open_place(&p);
	assert_true(claim_check(p.db, &claim, &arena, &e) && claim.matches);
	assert_true(enter(&p, "root", SECRET, "another battery staple", 1, &e));
	changes = by(&p, "root", 2);
	assert_true(change_open_unproved(p.db, &changes, &c, &e));
	assert_false(prove(p.db, &c, &claim, changes.at, &arena, &u, &e));
	assert_null(c);
	assert_int_equal(entries("what = 'user.sign-in-refused'"), 1);
	db_close(p.db);
}

TESTS(IN_FOLDER(nobody_changes_anything_without_signing_in),
    IN_FOLDER(each_role_may_what_the_table_says_and_no_more),
    IN_FOLDER(the_program_records_what_its_role_is_for_and_no_more), IN_FOLDER(a_session_ends_by_itself),
    IN_FOLDER(s_10_what_one_signs_in_with_is_of_use_to_nobody_else),
    IN_FOLDER(who_is_disabled_is_out_at_once), IN_FOLDER(guessing_locks_for_a_while),
    IN_FOLDER(a_lost_secret_takes_two_administrators),
    IN_FOLDER(a_name_is_given_once_and_identities_are_attested_by_others),
    IN_FOLDER(secrets_stay_out_of_the_trail), IN_FOLDER(a_secret_is_compared_while_somebody_else_changes),
    IN_FOLDER(a_secret_that_was_changed_meanwhile_is_compared_again))
