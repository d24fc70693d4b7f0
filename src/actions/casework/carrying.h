/*
 * carrying - the releases of a device that a fix came in: units that run one of them have it.
 *
 * A distribution tells: it says that its release came with the fix, or no unit was known to run that release
 * when it was recorded.
 */
#pragma once
#include "actions/casework/case_view.h"

#define HAS_FIX_KEY "has_fix"		  /* what a person says of it: "yes", "no" */
#define KNOWN_RUNNING_KEY "known_running" /* units that were known to run it when it was recorded */

struct carrying {
	struct str release;
	struct date on;	     /* of the first such distribution */
	bool said;	     /* by a person; else no unit was known to run it */
	struct date lost_on; /* it carries none since: its fix failed, adds risk, or leaves a risk that is not
				acceptable; DATE_NONE: it does */
};

/* As of a day. Of the view the records alone are asked. In the arena. */
MUST_CHECK bool carrying_releases(const struct case_view *view, struct date as_of, struct arena *arena,
    struct carrying **out, size_t *count, struct err *e);

/* NULL: it is none of them. */
const struct carrying *carrying_find(const struct carrying *list, size_t count, struct str release);
