/*
 * policy_words - the questions A1 to A19 that the guidance and the regulations leave open, in words: what is
 * asked, by which key of the policy document it is answered, and the default.
 */
#pragma once
#include "base/str.h"

struct policy_question {
	const char *number; /* "A1" */
	const char *asks;
	const char *key;      /* of the policy document */
	const char *standard; /* the default, as the document would have it in JSON */
};

/* In their order, ended by a row without a number. A question may have several keys. */
extern const struct policy_question policy_questions[];
