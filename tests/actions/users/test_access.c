/* How old a secret may be, reviews of access, who is signed in where: 21 CFR 11.300(b), 11.200(a)(2). */
#include "actions/place.h"

#include "actions/users/access.h"
#include "actions/users/sessions.h"

#define DAY_MINUTES INT64_C(1440)

static struct access_standing standing(struct place *p, int64_t minutes)
{
	static struct arena arena;
	struct access_standing s;
	struct err e = { 0 };

	assert_true(
	    access_standing(p->db, (struct instant){ noon.us + minutes * MINUTE_US }, &arena, &s, &e));
	return s;
}

static void rules_of_access_are_an_administrators_and_stand_in_the_trail(void **state)
{
	struct access_rules rules = { 90, 180, 60 };
	struct place p;
	struct err e = { 0 };

	(void)state;
	open_place(&p);
	assert_int_equal(standing(&p, 0).rules.secret_days, 0);
	assert_false(date_is_known(standing(&p, 0).review_due));
	assert_true(access_set(p.db, &rules, by(&p, "root", 1), &e));
	assert_int_equal(standing(&p, 2).rules.secret_days, 90);
	assert_int_equal(standing(&p, 2).rules.stale_days, 60);
	assert_int_equal(entries("what = 'user.access' AND object = 'setting access' AND new = "
				 "'{\"secret_days\":90,\"review_days\":180,\"stale_days\":60}'"),
	    1);
	add_user(&p, "sam", ROLE_SECURITY, "root");
	assert_false(access_set(p.db, &rules, by(&p, "sam", 3), &e));
	assert_string_equal(e.text, "user \"sam\" has no role that allows user.access");
	assert_false(access_review(p.db, DATE_NONE, STR(""), by(&p, "sam", 3), &e));
	db_close(p.db);
}

static void a_review_is_due_so_many_days_after_the_last_one(void **state)
{
	struct access_rules rules = { 0, 30, 0 };
	struct date first = instant_date(noon, 0);
	struct access_standing s;
	struct place p;
	struct err e = { 0 };

	(void)state;
	open_place(&p);
	assert_true(access_set(p.db, &rules, by(&p, "root", 1), &e));
	/* on the last day it is not late yet */
	s = standing(&p, 30 * DAY_MINUTES);
	assert_int_equal(s.review_due.days, first.days + 30);
	assert_false(s.review_overdue);
	assert_true(standing(&p, 31 * DAY_MINUTES).review_overdue);
	assert_true(enter(&p, "root", SECRET, NULL, 31 * DAY_MINUTES, &e));
	assert_false(
	    access_review(p.db, date_plus(first, 32), STR(""), by(&p, "root", 31 * DAY_MINUTES), &e));
	assert_non_null(strstr(e.text, "is still to come"));
	assert_true(access_review(
	    p.db, date_plus(first, 31), STR(" all as it should be "), by(&p, "root", 31 * DAY_MINUTES), &e));
	s = standing(&p, 31 * DAY_MINUTES);
	assert_false(s.review_overdue);
	assert_int_equal(s.review_due.days, first.days + 61);
	assert_true(str_eq(s.review.by, STR("root")));
	assert_true(str_eq(s.review.note, STR("all as it should be")));
	assert_int_equal(
	    entries("what = 'user.review' AND new LIKE '%\"users\":\"root: administrator (active)\"%'"), 1);
	assert_false(access_review(p.db, first, STR(""), by(&p, "root", 31 * DAY_MINUTES + 1), &e));
	assert_int_equal(e.code, ERR_CONFLICT);
	db_close(p.db);
}

static void an_account_is_unused_from_the_last_sign_in_on(void **state)
{
	struct access_rules rules = { 0, 0, 30 };
	SCOPED_ARENA arena = { 0 };
	struct place p;
	struct user u;
	struct err e = { 0 };
	bool found;

	(void)state;
	open_place(&p);
	assert_true(user_find(p.db, STR("root"), &arena, &u, &found, &e) && found);
	assert_false(access_is_stale(&rules, &u, (struct instant){ noon.us + 30 * DAY_US }));
	assert_true(access_is_stale(&rules, &u, (struct instant){ noon.us + 31 * DAY_US }));
	assert_true(enter(&p, "root", SECRET, NULL, 20 * DAY_MINUTES, &e));
	assert_true(user_find(p.db, STR("root"), &arena, &u, &found, &e));
	assert_int_equal(u.signed_in_at.us, noon.us + 20 * DAY_US);
	assert_false(access_is_stale(&rules, &u, (struct instant){ noon.us + 50 * DAY_US }));
	u.signed_in_at = INSTANT_NONE;
	assert_true(access_is_stale(&rules, &u, (struct instant){ noon.us + 50 * DAY_US }));
	u.state = USER_DISABLED;
	assert_false(access_is_stale(&rules, &u, (struct instant){ noon.us + 50 * DAY_US }));
	db_close(p.db);
}

static size_t open_sessions(struct place *p, const char *user, struct open_session **out, int64_t minutes)
{
	static struct arena arena;
	struct err e = { 0 };
	size_t count;

	assert_true(sessions_open(p->db, user ? str_of(user) : STR_NONE, str_of(p->token),
	    (struct instant){ noon.us + minutes * MINUTE_US }, &arena, out, &count, &e));
	return count;
}

/* S-10 */
static void a_session_is_ended_by_its_user_or_an_administrator(void **state)
{
	struct open_session *open;
	struct place root, sam, elsewhere;
	struct err e = { 0 };

	(void)state;
	open_place(&root);
	sam = root;
	add_user(&sam, "sam", ROLE_SECURITY, "root");
	elsewhere = sam;
	assert_true(enter(&elsewhere, "sam", SECRET, NULL, 1, &e));
	assert_int_equal(open_sessions(&sam, "sam", &open, 1), 2);
	assert_true(open[0].is_asking && !open[1].is_asking);
	assert_true(str_eq(open[0].terminal, STR("ward")));
	assert_int_equal(open[0].ends_at.us, open[0].used_at.us + SESSION_IDLE_US);
	/* the other one of one's own */
	assert_true(sessions_end(sam.db, str_of(open[1].name), by(&sam, "sam", 1), &e));
	assert_false(sessions_end(sam.db, str_of(open[1].name), by(&sam, "sam", 1), &e));
	assert_int_equal(e.code, ERR_ABSENT);
	assert_false(user_train(sam.db, STR("sam"), STR("T"), DATE_NONE, by(&elsewhere, "sam", 1), &e));
	assert_string_equal(e.text, "the session of \"sam\" has ended: sign in again");
	/* nobody else's */
	assert_int_equal(open_sessions(&root, "root", &open, 1), 1);
	assert_false(sessions_end(sam.db, str_of(open[0].name), by(&sam, "sam", 1), &e));
	assert_int_equal(e.code, ERR_DENIED);
	assert_int_equal(entries("what = 'refused' AND object = 'user root'"), 1);
	/* an administrator's word */
	assert_int_equal(open_sessions(&root, "sam", &open, 1), 1);
	assert_true(sessions_end(sam.db, str_of(open[0].name), by(&root, "root", 1), &e));
	assert_int_equal(open_sessions(&root, "sam", &open, 1), 0);
	assert_int_equal(entries("what = 'user.session-end' AND object = 'user sam'"), 2);
	/* what is over is not open */
	assert_int_equal(open_sessions(&root, NULL, &open, 1), 1);
	assert_int_equal(open_sessions(&root, NULL, &open, 60), 0);
	db_close(root.db);
}

TESTS(IN_FOLDER(rules_of_access_are_an_administrators_and_stand_in_the_trail),
    IN_FOLDER(a_review_is_due_so_many_days_after_the_last_one),
    IN_FOLDER(an_account_is_unused_from_the_last_sign_in_on),
    IN_FOLDER(a_session_is_ended_by_its_user_or_an_administrator))
