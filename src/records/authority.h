/*
 * authority - which roles may do what (21 CFR 11.10(g)).
 *
 * What can be done is named as the audit trail names it: "casefile.assessment". What is not listed may be
 * done by nobody.
 */
#pragma once
#include "base/str.h"
#include "records/user.h"

struct authority {
	const char *what;
	unsigned roles; /* any of them */
};

/* Ended by a row without a name. */
extern const struct authority authorities[];

bool authority_allows(struct str what, unsigned roles);
