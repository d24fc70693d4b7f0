/*
 * purl_normalise - checks the decoded parts of a purl and brings them into the one form of their type.
 *
 * Part of purl; used by purl.c only.
 */
#pragma once
#include "identity/purl.h"
#include "identity/purl_types.h"

/* How the parts of one purl are read. */
struct purl_reading {
	struct arena *arena;
	const struct purl_type *type; /* set on the way; NULL: the type has no definition */
	bool lenient, mended;
	bool escaped; /* there is a "%" in it */
	bool plain;   /* nothing in it is a control or other than ASCII: no part need be looked at for that */
};

/* What is not allowed but can be understood: false where it is to be refused, else remembered. */
static inline bool purl_mend(struct purl_reading *r)
{
	r->mended |= r->lenient;
	return r->lenient;
}

MUST_CHECK bool purl_normalise_parts(struct purl *p, struct purl_reading *r, struct err *e);
