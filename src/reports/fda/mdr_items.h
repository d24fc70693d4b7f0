/*
 * mdr_items - the items of Form FDA 3500A that a manufacturer answers for (21 CFR 803.52): what each is
 * called, where it is stated, and who could know it where nobody has.
 *
 * What the casefile, the register and the firm's profile do not know is stated of the report of an event in
 * records "mdr_item": in words, or why it is not known and what was done to learn it (803.50(b)(3)). Patients
 * (block A) are no part of it: they stay in the complaint file.
 */
#pragma once
#include "reports/fda/fda_case.h"

enum mdr_item_at { /* where it is stated */
	MDR_AT_ITEM,
	MDR_AT_EVENT,
	MDR_AT_COMPLAINT,
	MDR_AT_DEVICE,
	MDR_AT_FIRM,
	MDR_AT_COUNT
};

enum mdr_item_form { /* what may be stated of it as an item */
	MDR_TAKES_TEXT,
	MDR_TAKES_WORD, /* one of words */
	MDR_TAKES_DAY,
	MDR_TAKES_NONE /* but why it is not known */
};

struct mdr_item {
	const char *key;   /* "b6": the word of the record, and the key of the field */
	const char *label; /* "B6 Relevant tests", its first word that of the form */
	const char *cites;
	const char *knows; /* who could know it */
	enum mdr_item_at at;
	bool needed; /* else only if it applies, or is known */
	enum mdr_item_form form;
	const char *words;
	bool personal;
};

/* Ended by a row without a key; at most 64. case_fields.c lists the keys once more. */
extern const struct mdr_item mdr_items[];
const struct mdr_item *mdr_item_find(struct str key);
/* "B6". */
struct str mdr_item_code(const struct mdr_item *item);

/* What was stated last of an item of the report of an event: text, or reason and steps; else all are empty.
 */
struct mdr_said {
	struct str text, reason, steps;
};
struct mdr_said mdr_item_said(const struct fda_case *c, int64_t place, const struct mdr_item *item);

/* Does a record "mdr_item" state an item that tells of a person, or why one is not known? */
bool mdr_item_is_personal(const struct report_fields *more);

/* "B3 (of the event), D2a and G5 (of the device)", of those whose bit is set. In the arena. */
struct str mdr_items_listed(uint64_t set, struct arena *arena);
