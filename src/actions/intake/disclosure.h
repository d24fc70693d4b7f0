/*
 * disclosure - what a stranger reports by the public form becomes a signal.
 *
 * Whatever it says is data: it names no record of the store, sets no embargo and closes nothing. Who sent it
 * is told a number that says nothing of other reports, and the day by which a person acknowledges it.
 */
#pragma once
#include "base/arena.h"
#include "records/trail.h"
#include "store/db.h"

/* What the form asks; no pointer: nothing was answered. */
struct disclosure {
	/* one line each */
	struct str product, version, summary, discovery, vulnerability, name, email;
	/* as long as LIMIT_FORM_TEXT_BYTES */
	struct str description, exploit, impact, plans;
	/* words: yes, no, unknown; yes, no; named, anonymous, none */
	struct str is_public, is_exploited, may_share, credit;
};

struct disclosure_receipt {
	struct str number; /* the signal's reference */
	struct date acknowledge_by;
};

/* ERR_INPUT with the key of what cannot be taken. In the arena. */
MUST_CHECK bool disclosure_take(struct db *db, const struct disclosure *d, struct instant now,
    struct arena *arena, struct disclosure_receipt *out, struct err *e);
