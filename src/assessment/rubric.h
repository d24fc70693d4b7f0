/*
 * rubric - MITRE's rubric for applying CVSS to medical devices, as a questionnaire: from its answers to a
 * base vector, with the answer that each metric rests on.
 *
 * The order of the questions and where an answer leads are those of the worksheet in MITRE's repository; the
 * wording is our own. What is not known counts as the worse. The answers give the same base metrics in CVSS
 * 3.0, for which the rubric was made, and in 3.1. A vector says nothing of harm to a patient:
 * rubric_result.safety_count tells that a hazard analysis has to.
 */
#pragma once
#include "assessment/cvss.h"
#include "base/buf.h"
#include "base/str.h"

#define RUBRIC_EDITION "MITRE rubric, worksheet of 2020-10-21"
#define RUBRIC_QUESTIONS 31
#define RUBRIC_METRICS 8

enum rubric_answer {
	RUBRIC_UNANSWERED,
	RUBRIC_YES,
	RUBRIC_NO,
	RUBRIC_UNKNOWN,
	RUBRIC_HIGH,
	RUBRIC_LOW,
	RUBRIC_NONE,
	RUBRIC_ANSWER_COUNT
};

/* Where an answer leads: a value of a metric, "AV:N", a further question, or both; NULL: to neither. */
struct rubric_route {
	const char *value, *next;
};

struct rubric_question {
	const char *id; /* "XAVN" */
	const char *text;
	bool follows; /* asked only where an answer leads to it */
	bool safety;  /* about diagnosis, monitoring or therapy */
	struct rubric_route routes[RUBRIC_ANSWER_COUNT];
	const char *choices; /* "yes|no|unknown" */
};

/* In the order they are asked; answers only lead forwards. */
extern const struct rubric_question rubric_questions[RUBRIC_QUESTIONS];

struct rubric_sheet {
	enum rubric_answer answers[RUBRIC_QUESTIONS];
	bool unknown_is_low; /* XPRS unknown gives PR:L, and not PR:N as the worksheet has it */
};

struct rubric_result {
	bool asked[RUBRIC_QUESTIONS];
	size_t open; /* asked and not answered, though the vector rests on it: without any there is one */
	char values[RUBRIC_METRICS];	 /* of AV AC PR UI S C I A; 0 where no answer says */
	size_t safety[RUBRIC_QUESTIONS]; /* answers that mean a potential impact to patient safety */
	size_t safety_count;
};

/* False where there is no question of that id, in any case. */
bool rubric_find(struct str id, size_t *question);
/* "" for unanswered. */
const char *rubric_answer_word(enum rubric_answer answer);
/* A word of the question's choices in any case, or nothing for unanswered. */
MUST_CHECK bool rubric_answer_read(size_t question, struct str word, enum rubric_answer *out, struct err *e);

/* What XPRS unknown counts as: "none" or "low". */
const char *rubric_unknown_word(const struct rubric_sheet *sheet);
/* What the answer to a question gives, "AV:N"; NULL: nothing. */
const char *rubric_value(const struct rubric_sheet *sheet, size_t question);
void rubric_derive(const struct rubric_sheet *sheet, struct rubric_result *out);
/* Answers given anew: of what is not given here the sheet's own stands. */
struct rubric_changes {
	bool given[RUBRIC_QUESTIONS];
	enum rubric_answer answers[RUBRIC_QUESTIONS];
};
/* Puts them in, and takes out what is not asked any more. ERR_INPUT where one is given that is not asked. */
MUST_CHECK bool rubric_change(
    struct rubric_sheet *sheet, const struct rubric_changes *changes, struct err *e);

/* version: 3.0 or 3.1; r has no open question. */
void rubric_vector(const struct rubric_result *r, enum cvss_version version, struct cvss *out);
/* Do the base metrics say the same? Of any version of CVSS: another one than 3.0 and 3.1 never does. */
bool rubric_agrees(const struct cvss *derived, const struct cvss *stated);
