/*
 * policy_answers - how a version of the policy answers the questions that the guidance leaves open, beside
 * the defaults; and the versions there are.
 */
#pragma once
#include "actions/program/program_policy.h"
#include "decision/policy_words.h"

struct policy_answer {
	const struct policy_question *question;
	struct str answer, standard; /* in words: none, 1, ["2026-12-24"] */
	bool chosen;		     /* other than the default */
};

struct policy_answers {
	int64_t number;	    /* 0: the defaults */
	struct str version; /* "default-1" of the defaults */
	struct policy_answer *answers;
	size_t count;
};

/* The one in force. */
#define POLICY_IN_FORCE (-1)

/* ERR_INPUT where there is none of that number. In the arena. */
MUST_CHECK bool policy_answers(
    struct db *db, int64_t number, struct arena *arena, struct policy_answers *out, struct err *e);

struct policy_row {
	struct program_version version;
	struct str called;	/* what determinations name it */
	struct str approved_by; /* the full name; empty: nobody */
	bool is_draft, in_force;
};
/* Versions by number, then the drafts that wait. In the arena. */
MUST_CHECK bool policy_listing(
    struct db *db, struct arena *arena, struct policy_row **out, size_t *count, struct err *e);
