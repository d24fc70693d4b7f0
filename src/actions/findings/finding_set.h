/*
 * finding_set - the manufacturer's own statements about findings: made, confirmed for a later release,
 * withdrawn.
 *
 * Each is one change with its entry in the audit trail. A statement is never edited: a new one of the same
 * scope stands in for it. One about something that the store does not know is refused, unless it is forced.
 */
#pragma once
#include "actions/findings/finding_list.h"
#include "assessment/vex.h"
#include "records/trail.h"
#include "store/change.h"
#include "store/db.h"

struct finding_decision {
	enum vex_scope scope;	    /* VEX_FINDING, VEX_COMPONENT, VEX_DEVICE or VEX_PORTFOLIO */
	struct str vulnerability;   /* any of its names */
	struct str device, release; /* by name, as far as the scope has them */
	struct str component;	    /* as in finding_query; a device's may be empty */
	enum statement_status status;
	enum statement_justification justification;
	struct str impact, action, reason, evidence;
	struct date from, until; /* DATE_NONE: open */
	bool force_unknown;
};

struct finding_set {
	int64_t id;
	int64_t replaces;     /* 0: none */
	struct str *warnings; /* what should be looked at; in the arena */
	size_t warning_count;
};

/* ERR_CONFLICT where not_affected has no justification and no impact statement, or a window ends before it
 * begins; ERR_INPUT where a name is not known. As a part of a change that is open, whose reason is that of
 * the decision: what it moves of what is due is for the caller (actions/casework/restate_register.h). */
MUST_CHECK bool finding_set_within(struct db *db, struct change *change, const struct finding_decision *d,
    struct date today, struct change_by by, struct arena *arena, struct finding_set *out, struct err *e);

/* Makes what is proposed for the findings asked for (device and release are given) hold for them. *count: how
 * many; ERR_INPUT where nothing is proposed. */
struct finding_confirming {
	struct str reason;
	struct change_by by;
};
MUST_CHECK bool finding_confirm_within(struct db *db, struct change *change,
    const struct finding_query *query, struct finding_confirming what, size_t *count, struct err *e);

/* An own statement holds no longer; the reason is by.why. ERR_CONFLICT where it does not stand. */
MUST_CHECK bool finding_withdraw_within(struct db *db, struct change *change, int64_t id, struct err *e);
