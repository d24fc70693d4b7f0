/*
 * report_806 - the report of a correction or removal, 21 CFR 806.10(c), item by item, and its amendment,
 * 806.10(d).
 *
 * Each of items 1 to 12 is there, or a statement says why it is not immediately available and when it will be
 * submitted (item 13). The report is final when none is missing.
 */
#pragma once
#include "base/crypto.h"
#include "reports/fda/fda_case.h"

struct correction_report {
	struct document *document;
	struct str number;		    /* that it bears, or would get; empty: none */
	unsigned missing, deferred;	    /* bits of items: 1 << number */
	struct sha256 items[FDA_ITEMS + 1]; /* of what each item says, by number */
	bool is_removal;
	int64_t event;	   /* of an MDR: the record of its event; else 0 */
	int64_t follow_up; /* likewise: its number, 803.56; 0: it is the initial report */
	/* Of an MDR and a record of 806.20: what is neither there nor explained; empty: nothing. */
	struct str lacks;
	/* Of an amendment: items (bits) that say something else than FDA was told last; 0: nothing is new. */
	unsigned news;
};

/* Under the number it was issued with, else the next one. In the arena. */
void report_806_make(const struct fda_case *c, struct arena *arena, struct correction_report *out);
/* Of the report that was issued: what is new, item 2, and those of items 3 to 12 that say something else than
 * in what was issued last, the report or an amendment. ERR_INPUT where no report was issued. */
MUST_CHECK bool report_806_amendment(
    const struct fda_case *c, struct arena *arena, struct correction_report *out, struct err *e);

/* What item 2 lacks: "the firm's telephone, and the representative's name and title". Empty: nothing. */
struct str report_806_firm_lacks(const struct firm_profile *firm, struct arena *arena);
/* "4, 9 and 11", in the arena. */
struct str report_806_items(unsigned items, struct arena *arena);
