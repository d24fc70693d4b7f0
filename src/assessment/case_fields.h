/*
 * case_fields - what may be stated in a record of a casefile, by its kind: the same for the terminal and for
 * the API.
 *
 * A field is the terminal's option and the key of the record that it fills; more: one that only people are
 * shown, and no rule asks for.
 */
#pragma once
#include "base/str.h"

/* On what a reason rests that something is not reportable (21 CFR 803.3, 803.20(c)(2), 803.22(b)), and what
 * qualifies for a medical judgment: of casefiles and of signals. */
#define MDR_BASES "criteria_not_met|medical_judgment|erroneous_information|other_manufacturer"
#define MDR_QUALIFICATIONS "physician|nurse|risk_manager|biomedical_engineer|other"

enum case_value {
	CASE_TEXT,   /* as it is */
	CASE_DATE,   /* likewise: a date */
	CASE_WHEN,   /* likewise: a date, or an instant with its offset */
	CASE_ANSWER, /* true or false; at the terminal yes or no */
	CASE_JUDGED, /* the same, or "unknown" */
	CASE_NUMBER, /* a whole number, 0 and up */
	CASE_FLAG,   /* true, or absent */
	CASE_TEXTS   /* a list of texts */
};

struct case_field {
	const char *option, *key;
	enum case_value value;
	bool more;
	const char *choices; /* "low|medium|high"; NULL: any */
};

/* Ended by one without an option; NULL for a kind that is not stated field by field. */
const struct case_field *case_fields_of(struct str kind);
/* The keys without which a record of the kind says nothing that a rule could go by, "on|to"; NULL: none. */
const char *case_fields_needed(struct str kind);
