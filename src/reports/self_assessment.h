/*
 * self_assessment - the questions by which a manufacturer looks at its own programme: what the guidance's
 * appendix and body ask for (PMG), and section 524B with the premarket guidance of 2026 (PRE26).
 */
#pragma once
#include "base/str.h"

struct self_question {
	const char *id;	   /* "SA-05"; ids never change, answers are kept by them */
	const char *part;  /* "Identify", "Part V", "524B" */
	const char *cites; /* "PMG Appendix" */
	const char *asks;
};

/* In their order, ended by a row without an id. */
extern const struct self_question self_questions[];
const struct self_question *self_question_find(struct str id);
