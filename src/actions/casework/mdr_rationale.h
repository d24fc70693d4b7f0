/*
 * mdr_rationale - why what a complaint or an event tells of is not reportable: what such a reason has to say
 * (21 CFR 803.18(e), 803.20(c)(2), 803.22(b)), and where it stands at a complaint that is in no casefile.
 */
#pragma once
#include "actions/casework/case_signatures.h"
#include "assessment/signal.h"
#include "reports/casefile_record.h"

/* The day, the basis, the reason, and of a medical judgment who made it and what qualifies them. ERR_INPUT
 * with what is missing or wrong. */
MUST_CHECK bool mdr_rationale_check(const struct report_fields *f, struct err *e);

/* That of a signal, of what it says as it stands. */
struct signal_rationale {
	const struct signal_entry *entry; /* NULL: there is none */
	struct case_signatures signatures;
	struct str waits; /* who signs it still, in a store with users; empty: it counts */
};
/* All in the arena. */
MUST_CHECK bool signal_rationale(struct db *db, const struct signal *s, bool guarded, struct arena *arena,
    struct signal_rationale *out, struct err *e);

/* What a signature on an entry of a signal covers. */
struct sha256 signal_entry_digest(const struct signal_entry *entry, struct arena *arena);
