/* Signatures on the records of casefiles: 21 CFR 11.50, 11.70, 11.100, 11.200, and the order of
 * steps, 11.10(f). */
#include "actions/ward.h"

#include "actions/users/access.h"

/* S-01 */
static void s_01_a_signature_has_name_instant_and_meaning(void **state)
{
	struct ward w = open_ward();
	int64_t id = assess(&w);
	struct signature made;
	struct err e = { 0 };
	enum meaning meaning;

	(void)state;
	assert_true(sign_with(&w, &w.anna, "anna", SECRET, id, MEANING_AUTHORSHIP, &made, &e));
	assert_true(str_eq(made.full_name, STR("Full Name")));
	assert_int_equal(made.at.us, noon.us + (w.minutes - 1) * MINUTE_US);
	assert_int_equal(made.meaning, MEANING_AUTHORSHIP);
	assert_false(meaning_parse(STR("liked"), &meaning, &e));
	assert_string_equal(e.text, "there is no meaning \"liked\"; there are " MEANING_CHOICES);
	assert_int_equal(entries("what = 'sign.authorship' AND new LIKE '%\"full_name\":\"Full Name\"%'"), 1);
	db_close(w.db);
}

/* S-03: moved to another record it no longer fits; nor when its record is another. */
static void s_03_a_signature_covers_one_record_as_it_is(void **state)
{
	struct ward w = open_ward();
	int64_t id = assess(&w), other = assess(&w);
	SCOPED_ARENA arena = { 0 };
	struct case_view view;
	struct err e = { 0 };
	char sql[256], message[256];

	(void)state;
	assert_true(sign(&w, &w.anna, "anna", id, MEANING_AUTHORSHIP, &e));
	assert_true(case_view(w.db, w.casefile, DATE_NONE, noon, &arena, &view, &e));
	assert_true(case_is_signed(&view.signatures, id, MEANING_AUTHORSHIP, STR("anna")));
	assert_false(case_is_signed(&view.signatures, other, MEANING_AUTHORSHIP, STR_NONE));
	snprintf(sql, sizeof(sql),
	    "DROP TRIGGER signature_is_never_changed; UPDATE signature SET record = %lld", (long long)other);
	run_sql(in_folder("a.db"), sql, message, sizeof(message));
	assert_string_equal(message, "");
	assert_true(case_view(w.db, w.casefile, DATE_NONE, noon, &arena, &view, &e));
	assert_false(case_is_signed(&view.signatures, other, MEANING_AUTHORSHIP, STR_NONE));
	snprintf(sql, sizeof(sql),
	    "UPDATE signature SET record = %lld; DROP TRIGGER casefile_record_is_never_changed;"
	    "UPDATE casefile_record SET facts = replace(facts, 'minor', 'serious') WHERE id = %lld",
	    (long long)id, (long long)id);
	run_sql(in_folder("a.db"), sql, message, sizeof(message));
	assert_string_equal(message, "");
	assert_true(case_view(w.db, w.casefile, DATE_NONE, noon, &arena, &view, &e));
	assert_false(case_is_signed(&view.signatures, id, MEANING_AUTHORSHIP, STR_NONE));
	db_close(w.db);
}

/* S-07, S-09: name and secret, each time; a session alone signs nothing. */
static void s_07_signing_takes_both_components_every_time(void **state)
{
	struct ward w = open_ward();
	int64_t id = assess(&w);
	struct signature unused;
	struct err e = { 0 };

	(void)state;
	assert_true(sign(&w, &w.anna, "anna", id, MEANING_AUTHORSHIP, &e));
	assert_false(sign_with(&w, &w.rita, "rita", "", id, MEANING_REVIEW, &unused, &e));
	assert_int_equal(err_exit_status(e.code), 5);
	assert_false(sign_with(&w, &w.anna, "rita", SECRET, id, MEANING_REVIEW, &unused, &e));
	assert_string_equal(e.text, "\"anna\" has signed in, not \"rita\"");
	assert_int_equal(entries("what = 'sign.refused'"), 1);
	assert_int_equal(count_sql(in_folder("a.db"), "SELECT count(*) FROM signature"), 1);
	db_close(w.db);
}

/* S-16: guessing at the signature locks as guessing at the sign-in does, and is told at once. */
static void s_16_guessing_at_signatures_locks(void **state)
{
	struct ward w = open_ward();
	int64_t id = assess(&w);
	struct signature unused;
	struct err e = { 0 };

	(void)state;
	for (int i = 0; i < USER_FAILURES_MOST; i++)
		assert_false(
		    sign_with(&w, &w.anna, "anna", "wrong wrong wrong", id, MEANING_AUTHORSHIP, &unused, &e));
	assert_false(sign(&w, &w.anna, "anna", id, MEANING_AUTHORSHIP, &e));
	assert_int_equal(entries("what = 'sign.refused' AND new LIKE '%\"locked\":true%'"), 1);
	db_close(w.db);
}

/* S-18 */
static void s_18_only_the_designated_person_signs_as_such(void **state)
{
	struct ward w = open_ward();
	int64_t id = assess(&w);
	struct err e = { 0 };

	(void)state;
	assert_true(sign(&w, &w.anna, "anna", id, MEANING_AUTHORSHIP, &e));
	assert_false(sign(&w, &w.rita, "rita", id, MEANING_DESIGNATED_PERSON, &e));
	assert_string_equal(e.text, "user \"rita\" has no role that allows sign.designated_person");
	assert_true(sign(&w, &w.dora, "dora", id, MEANING_DESIGNATED_PERSON, &e));
	db_close(w.db);
}

static void nobody_reviews_the_own_record_nor_authors_anothers(void **state)
{
	struct ward w = open_ward();
	int64_t id = assess(&w);
	struct err e = { 0 };

	(void)state;
	assert_false(sign(&w, &w.rita, "rita", id, MEANING_REVIEW, &e));
	assert_non_null(strstr(e.text, "is signed for authorship first, by \"anna\""));
	assert_true(sign(&w, &w.anna, "anna", id, MEANING_AUTHORSHIP, &e));
	assert_false(sign(&w, &w.anna, "anna", id, MEANING_AUTHORSHIP, &e));
	assert_non_null(strstr(e.text, "already"));
	assert_false(sign(&w, &w.anna, "anna", id, MEANING_REVIEW, &e));
	assert_non_null(strstr(e.text, "review takes a second person"));
	assert_false(sign(&w, &w.rita, "rita", id, MEANING_AUTHORSHIP, &e));
	assert_non_null(strstr(e.text, "who alone signs it for authorship"));
	assert_false(sign(&w, &w.rita, "rita", 999, MEANING_REVIEW, &e));
	assert_int_equal(err_exit_status(e.code), 3);
	assert_int_equal(entries("what = 'refused' AND object LIKE 'casefile %'"), 5);
	db_close(w.db);
}

/* S-05, R-09 */
static void s_05_a_signer_is_attested_and_trained(void **state)
{
	struct ward w = open_ward();
	int64_t id = assess(&w);
	struct place root = w.anna;
	struct err e = { 0 };

	(void)state;
	assert_true(sign(&w, &w.anna, "anna", id, MEANING_AUTHORSHIP, &e));
	assert_true(enter(&root, "root", SECRET, NULL, w.minutes, &e));
	assert_true(user_train(
	    w.db, STR("rita"), STR("TR-7"), date_of(2026, 6, 1), by(&root, "root", w.minutes), &e));
	assert_false(sign(&w, &w.rita, "rita", id, MEANING_REVIEW, &e));
	assert_string_equal(e.text, "the training of \"rita\" ran out on 2026-06-01");
	assert_true(user_train(
	    w.db, STR("rita"), STR("TR-8"), date_of(2027, 6, 1), by(&root, "root", w.minutes), &e));
	assert_true(sign(&w, &w.rita, "rita", id, MEANING_REVIEW, &e));
	db_close(w.db);
}

/* S-14 */
static void s_14_a_secret_that_has_aged_signs_nothing(void **state)
{
	struct ward w = open_ward();
	int64_t id = assess(&w), days = 91 * INT64_C(1440);
	struct place root = w.anna;
	struct access_rules rules = { .secret_days = 90 };
	struct err e = { 0 };

	(void)state;
	assert_true(enter(&root, "root", SECRET, NULL, w.minutes, &e));
	assert_true(access_set(w.db, &rules, by(&root, "root", w.minutes), &e));
	w.minutes = 90 * INT64_C(1440);
	assert_true(enter(&w.anna, "anna", SECRET, NULL, w.minutes, &e));
	assert_true(sign(&w, &w.anna, "anna", id, MEANING_AUTHORSHIP, &e));
	w.minutes = days;
	assert_true(enter(&w.rita, "rita", SECRET, NULL, w.minutes, &e));
	assert_false(sign(&w, &w.rita, "rita", id, MEANING_REVIEW, &e));
	assert_string_equal(
	    e.text, "the secret of \"rita\" is 91 days old, and may be 90: choose a new one before signing");
	assert_int_equal(e.remedy, REMEDY_NEW_SECRET);
	assert_int_equal(entries("what = 'refused' AND who = 'rita' AND why LIKE '%is 91 days old%'"), 1);
	assert_true(enter(&w.rita, "rita", SECRET, "another battery staple", w.minutes, &e));
	assert_true(enter(&w.rita, "rita", "another battery staple", SECRET, w.minutes, &e));
	assert_true(sign(&w, &w.rita, "rita", id, MEANING_REVIEW, &e));
	db_close(w.db);
}

/* */
static void r_06_steps_out_of_order_are_refused_and_recorded(void **state)
{
	struct ward w = open_ward();
	struct err e = { 0 };
	int64_t assessment, plan, unused;

	(void)state;
	assert_false(
	    record(&w, "fix", "{\"kind\":\"software\",\"distributed_on\":\"2026-06-20\"}", "", &unused, &e));
	assert_non_null(strstr(e.text, "validated_on is missing"));
	assert_false(record(&w, "fix",
	    "{\"kind\":\"software\",\"distributed_on\":\"2026-06-19\",\"validated_on\":\"2026-06-20\"}", "",
	    &unused, &e));
	assert_non_null(strstr(e.text, "distributed_on 2026-06-19 is before validated_on 2026-06-20"));
	assert_true(
	    record(&w, "plan", "{\"on\":\"2026-06-20\",\"timeline_rationale\":\"r\"}", "", &plan, &e));
	assert_true(sign(&w, &w.anna, "anna", plan, MEANING_AUTHORSHIP, &e));
	assert_false(sign(&w, &w.rita, "rita", plan, MEANING_APPROVAL, &e));
	assert_string_equal(e.text, "a plan is signed after the assessment: there is none");
	assessment = assess(&w);
	assert_false(sign(&w, &w.rita, "rita", plan, MEANING_APPROVAL, &e));
	assert_non_null(strstr(e.text, "is not signed by its author and a second person"));
	assert_true(sign(&w, &w.anna, "anna", assessment, MEANING_AUTHORSHIP, &e));
	assert_true(sign(&w, &w.rita, "rita", assessment, MEANING_APPROVAL, &e));
	assert_true(sign(&w, &w.rita, "rita", plan, MEANING_APPROVAL, &e));
	assert_int_equal(entries("what = 'refused' AND object LIKE 'casefile %'"), 4);
	db_close(w.db);
}

static void what_is_entered_late_or_over_a_signature_has_a_reason(void **state)
{
	static const char late[] = "{\"on\":\"2026-06-12\",\"timeline_rationale\":\"r\"}";
	static const char plan[] = "{\"on\":\"2026-06-20\",\"timeline_rationale\":\"r\"}";
	struct ward w = open_ward();
	struct err e = { 0 };
	int64_t id;

	(void)state;
	assert_false(record(&w, "plan", late, "", &id, &e));
	assert_string_equal(
	    e.text, "on 2026-06-12 is more than 7 days before today: say why it is entered so late");
	assert_string_equal(e.field, "why");
	assert_true(record(&w, "plan", late, "found on paper", &id, &e));
	assert_true(record(&w, "plan", plan, "", &id, &e));
	assert_true(sign(&w, &w.anna, "anna", id, MEANING_AUTHORSHIP, &e));
	assert_false(record(&w, "plan", plan, "", &id, &e));
	assert_non_null(strstr(e.text, "is signed: say why another one stands in for it"));
	assert_string_equal(e.field, "why");
	assert_true(record(&w, "plan", plan, "a date was wrong", &id, &e));
	assert_false(record(&w, "assessment",
	    "{\"on\":\"2026-06-20\",\"exploitability\":\"low\",\"severity\":\"minor\",\"approvers\":["
	    "\"Somebody\"]}",
	    "", &id, &e));
	assert_non_null(strstr(e.text, "they sign"));
	db_close(w.db);
}

/* A borderline cell needs two approvers: its author and who approves it. */
static void approvers_are_who_signed(void **state)
{
	struct ward w = open_ward();
	SCOPED_ARENA arena = { 0 };
	struct case_view view;
	struct err e = { 0 };
	int64_t id;

	(void)state;
	assert_true(record(&w, "assessment",
	    "{\"on\":\"2026-06-20\",\"exploitability\":\"high\",\"severity\":\"minor\",\"rationale\":\"r\"}",
	    "", &id, &e));
	assert_true(case_view(w.db, w.casefile, DATE_NONE, noon, &arena, &view, &e));
	assert_int_equal(view.facts.assessments[0].approvers.count, 0);
	assert_true(sign(&w, &w.anna, "anna", id, MEANING_AUTHORSHIP, &e));
	assert_true(sign(&w, &w.rita, "rita", id, MEANING_APPROVAL, &e));
	assert_true(case_view(w.db, w.casefile, DATE_NONE, noon, &arena, &view, &e));
	assert_int_equal(view.facts.assessments[0].approvers.count, 2);
	db_close(w.db);
}

/* Closing is a signed act, and everything that needs signatures has them. */
static void closing_is_signed(void **state)
{
	struct ward w = open_ward();
	struct err e = { 0 };
	int64_t id = assess(&w);

	(void)state;
	assert_false(
	    case_close(w.db, w.casefile, date_of(2026, 6, 20), STR_NONE, by(&w.anna, "anna", w.minutes), &e));
	assert_string_equal(e.text, "closing a casefile is signed: the secret is missing");
	assert_false(case_close(
	    w.db, w.casefile, date_of(2026, 6, 20), STR(SECRET), by(&w.anna, "anna", w.minutes), &e));
	assert_non_null(strstr(e.text, "still owes sign record 2 (assessment)"));
	assert_true(sign(&w, &w.anna, "anna", id, MEANING_AUTHORSHIP, &e));
	assert_true(sign(&w, &w.rita, "rita", id, MEANING_APPROVAL, &e));
	assert_false(
	    case_close(w.db, w.casefile, date_of(2026, 6, 20), STR("x"), by(&w.anna, "anna", w.minutes), &e));
	assert_true(case_close(
	    w.db, w.casefile, date_of(2026, 6, 20), STR(SECRET), by(&w.anna, "anna", w.minutes), &e));
	assert_int_equal(entries("what = 'sign.responsibility'"), 1);
	db_close(w.db);
}

/* 806.20(b)(4) */
static void closing_waits_for_the_designated_person(void **state)
{
	struct ward w = open_ward();
	struct err e = { 0 };
	int64_t id = assess(&w);

	(void)state;
	assert_true(sign(&w, &w.anna, "anna", id, MEANING_AUTHORSHIP, &e));
	assert_true(sign(&w, &w.rita, "rita", id, MEANING_APPROVAL, &e));
	assert_true(case_record(w.db, w.casefile, "report", STR("{}"),
	    STR("{\"kind\":\"806.20\",\"made_on\":\"2026-06-20\"}"), 0, by(&w.anna, "anna", w.minutes++), &id,
	    &e));
	assert_false(case_close(
	    w.db, w.casefile, date_of(2026, 6, 20), STR(SECRET), by(&w.anna, "anna", w.minutes), &e));
	assert_non_null(strstr(e.text, "still owes sign record 3 (report)"));
	assert_false(sign(&w, &w.dora, "dora", id, MEANING_DESIGNATED_PERSON, &e));
	assert_non_null(strstr(e.text, "is signed for authorship first, by \"anna\""));
	assert_true(sign(&w, &w.anna, "anna", id, MEANING_AUTHORSHIP, &e));
	assert_true(sign(&w, &w.dora, "dora", id, MEANING_DESIGNATED_PERSON, &e));
	assert_true(case_close(
	    w.db, w.casefile, date_of(2026, 6, 20), STR(SECRET), by(&w.anna, "anna", w.minutes), &e));
	db_close(w.db);
}

/* nobody takes a record out, whatever the role. */
static void r_03_nothing_is_deleted(void **state)
{
	static const char *const tables[] = { "signature", "casefile_record", "casefile", "trail", "person" };
	struct ward w = open_ward();
	struct err e = { 0 };
	char sql[64], message[256];

	(void)state;
	assert_true(sign(&w, &w.anna, "anna", assess(&w), MEANING_AUTHORSHIP, &e));
	for (size_t i = 0; i < COUNT(tables); i++) {
		CASE(tables[i]);
		snprintf(sql, sizeof(sql), "DELETE FROM %s", tables[i]);
		run_sql(in_folder("a.db"), sql, message, sizeof(message));
		assert_string_not_equal(message, "");
	}
	db_close(w.db);
}

/* a clock that was set back is refused without a reason, and seen where there is one. */
static void r_05_a_clock_set_back_needs_a_reason(void **state)
{
	struct ward w = open_ward();
	struct change_by early = by(&w.anna, "anna", -60);
	struct err e = { 0 };
	int64_t id;

	(void)state;
	early.why = STR("");
	assert_false(case_record(
	    w.db, w.casefile, "plan", STR("{\"on\":\"2026-06-20\"}"), STR("{}"), 0, early, &id, &e));
	assert_non_null(strstr(e.text, "set it right, or say why"));
	assert_string_equal(e.field, "why");
	assert_int_equal(entries("what = 'refused' AND object = 'store'"), 1);
	early.why = STR("the board's battery was changed");
	assert_true(case_record(
	    w.db, w.casefile, "plan", STR("{\"on\":\"2026-06-20\"}"), STR("{}"), 0, early, &id, &e));
	db_close(w.db);
}

TESTS(IN_FOLDER(s_01_a_signature_has_name_instant_and_meaning),
    IN_FOLDER(s_03_a_signature_covers_one_record_as_it_is),
    IN_FOLDER(s_07_signing_takes_both_components_every_time), IN_FOLDER(s_16_guessing_at_signatures_locks),
    IN_FOLDER(s_18_only_the_designated_person_signs_as_such),
    IN_FOLDER(nobody_reviews_the_own_record_nor_authors_anothers),
    IN_FOLDER(s_05_a_signer_is_attested_and_trained), IN_FOLDER(s_14_a_secret_that_has_aged_signs_nothing),
    IN_FOLDER(r_06_steps_out_of_order_are_refused_and_recorded),
    IN_FOLDER(what_is_entered_late_or_over_a_signature_has_a_reason), IN_FOLDER(approvers_are_who_signed),
    IN_FOLDER(closing_is_signed), IN_FOLDER(closing_waits_for_the_designated_person),
    IN_FOLDER(r_03_nothing_is_deleted), IN_FOLDER(r_05_a_clock_set_back_needs_a_reason))
