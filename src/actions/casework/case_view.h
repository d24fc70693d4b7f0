/*
 * case_view - one casefile as it stands in the store, and what the rules say of it.
 */
#pragma once
#include "actions/casework/case_shared.h"
#include "actions/casework/case_signatures.h"
#include "actions/casework/kept_policies.h"
#include "assessment/casefile.h"
#include "base/arena.h"
#include "decision/determination.h"
#include "decision/facts.h"
#include "decision/policy.h"
#include "obligations/obligation.h"
#include "store/db.h"

/* What an assessment's record keeps of the policy it was made under, among "more". */
#define CASE_POLICY_KEY "policy_number"
#define CASE_POLICY_VERSION_KEY "policy_version"

/* The policy in force, beside the one in force at the assessment, by which a casefile is judged. */
struct case_policy_now {
	int64_t number;
	struct str version;
	struct str *otherwise; /* what it would conclude otherwise, in words */
	size_t otherwise_count;
};

/* One casefile as it stands, and what the rules say of it. All in the arena. */
struct case_view {
	struct casefile casefile;
	struct case_record *records;
	size_t record_count;
	struct case_signatures signatures;
	bool guarded; /* the store has users, so that signatures are asked for */
	struct str facts_json;
	struct facts facts;
	struct policy policy; /* by which it is judged */
	int64_t policy_number;
	struct case_policy_now now;
	struct determination determination;
	struct obligation *obligations; /* the soonest due first */
	size_t obligation_count;
	struct case_shared *shared; /* where many are looked at; NULL: alone */
};

/* today: DATE_NONE for the date in the firm's zone at now. */
MUST_CHECK bool case_view(struct db *db, int64_t casefile_id, struct date today, struct instant now,
    struct arena *arena, struct case_view *out, struct err *e);

/* One of many, on the day of shared, which outlives the view. */
MUST_CHECK bool case_view_shared(struct case_shared *shared, int64_t casefile_id, struct arena *arena,
    struct case_view *out, struct err *e);

/* Facts, determination and obligations of view->casefile and its records and signatures, with the settings
 * that stand. It is judged by the policy that was in force when the assessment that counts was made, and
 * before there is one by the policy in force; a warning tells where these are two. ERR_INPUT where the facts
 * document they make is none that decide() can read. */
MUST_CHECK bool case_judge(struct db *db, struct date today, struct instant now, struct arena *arena,
    struct case_view *view, struct err *e);

/* The same day of *view, judged by another version of the policy. */
MUST_CHECK bool case_judge_by(struct db *db, const struct kept_policy *policy, struct arena *arena,
    struct case_view *view, struct err *e);

/* The assessment that decide() takes: the last not after today, of one day the last in the list. NULL: none,
 * and *on is untouched. */
const struct case_record *case_counting_assessment(const struct case_view *view, struct date *on);

/* Is record i of the view of this kind, and does no other stand in its place? */
bool case_stands(const struct case_view *view, size_t i, const char *kind);
