/*
 * signal_sign - signing why a complaint is not reportable, with name, secret and meaning every time (21
 * CFR 11.50, 11.200). It is all of a signal that is signed.
 */
#pragma once
#include "records/signature.h"
#include "store/change.h"

struct signal_signing {
	int64_t signal;
	enum meaning meaning;
	struct str name, secret; /* both components, whoever has signed in */
};

/* As sign_record() (actions/casework/sign.h) has it of a casefile's: its author for authorship, behind that a
 * second person. ERR_CONFLICT where the signal says no such reason, or says something else since; ERR_DENIED.
 * The refusal is recorded. Texts of *out in the arena. */
MUST_CHECK bool signal_sign(struct db *db, const struct signal_signing *s, struct change_by by,
    struct arena *arena, struct signature *out, struct err *e);
