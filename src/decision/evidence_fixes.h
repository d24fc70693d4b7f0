/*
 * evidence_fixes - which versions of fixes went out to the field, and which of them count for condition 3.
 *
 * Asked twice: of what is known today, and of what was known on an earlier day, to tell when something that
 * counted was lost.
 */
#pragma once
#include "decision/evidence.h"

/* A version of a fix that went out: one of its distributions, else what distributed_on says. */
struct fix_version {
	const struct fix_fact *fix;
	struct date on, validated_on, failed_on;
	struct str release; /* empty: to all that are to get it */
	int64_t units;
};

/* What is asked, with what was known by a day. */
struct fixes_asked {
	const struct evidence *ev;
	struct date limit; /* of which it is asked */
	struct date by;	   /* what became known later is left out */
	struct {
		enum answer uncontrolled;
		struct date on, since; /* the last assessment that says so, and the first of those before */
	} left;			       /* the risk with the controls, by the last assessment that tells */
	const struct assessment_fact *silent; /* the last of all, where it does not tell; else NULL */
	struct known control;		      /* one that stands as a fix for the long term (A15) */
};
struct fixes_asked fixes_asked(const struct evidence *ev, struct date limit, struct date by);

/* All that went out by q->by, fix by fix. In the arena. */
struct fix_version *fix_versions(const struct fixes_asked *q, size_t *count);
/* Those of one fix. */
size_t fix_versions_of(const struct fixes_asked *q, const struct fix_fact *fix, struct fix_version *out);

/* Does it count, and since when? Where that is unknown on is the earliest day, with the keys that are needed.
 */
struct known fix_version_counts(const struct fixes_asked *q, const struct fix_version *v);
/* Would it, did not an assessment since it went out find the risk uncontrolled with it? */
bool fix_version_is_contradicted(const struct fixes_asked *q, const struct fix_version *v);

/* Does this kind of fix count at all? */
struct known fix_kind_counts(const struct fixes_asked *q, const struct fix_fact *fix);
/* A workaround and a control leave the vulnerability where it is. */
bool fix_leaves_the_flaw(const struct fix_fact *fix);

/* Had every unit in the field one that counts by limit, as far as was known by a day? (evidence_day60.c) */
enum answer fixes_count(const struct evidence *ev, struct date limit, struct date by);
