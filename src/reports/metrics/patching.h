/*
 * patching - the three measures of PRE26 V.A.6: the share of identified vulnerabilities that are patched
 * (M1), how long that took (M2), and how long the update took to reach the units in the field (M3).
 *
 * The guidance gives no formula: patching_definitions[] says ours, and every report prints it. Days are those
 * of the manufacturer's calendar; a window includes both its ends.
 */
#pragma once
#include "base/time.h"
#include "reports/metrics/figure.h"
#include "reports/metrics/survival.h"

struct window {
	struct date from, to;
};

static inline bool window_has(struct window w, struct date on)
{
	return date_is_known(on) && on.days >= w.from.days && on.days <= w.to.days;
}

/* One unit of count, for example a vulnerability in a release. */
struct patch_finding {
	struct date identified_on;
	struct date patched_on;	   /* a validated update that leaves an acceptable risk is distributed */
	struct date controlled_on; /* likewise a workaround or a compensating control */
};

struct patching {
	struct share patched;	 /* M1 */
	struct share dealt_with; /* M1b: patched, or a control accepted */
	struct share flow;	 /* M1-flow: patched in the window, whenever identified */
	struct spread duration;	 /* M2: over what was patched in the window */
	int64_t open, oldest;	 /* M2-open: identified by the end and not patched; the age of the oldest */
	int64_t estimate;	 /* M2-est, days; SURVIVAL_NONE */
};

/* Findings that turned out not to affect are left out by the caller. */
struct patching patching_of(
    const struct patch_finding *findings, size_t count, struct window w, struct arena *arena);

/* Units that got the update on a day. */
struct rollout_step {
	struct date on;
	int64_t units;
};

/* An update on its way to the units of the target population. */
struct rollout {
	struct date available_on;
	int64_t
	    installed; /* units in use that are to get it; those out of use, lost or refused are taken out */
	int64_t known; /* of which it is known what became of them */
	const struct rollout_step *steps; /* by day */
	size_t step_count;
	int64_t target_days; /* the plan's, from the day it is available; ROLLOUT_UNPLANNED */
};

#define ROLLOUT_UNPLANNED (-1) /* the plan sets no days */

#define ADOPTION_NONE (-1) /* not reached */

struct adoption {
	struct share done, known;	    /* of the target; the target of the installed */
	int64_t days_50, days_90, days_100; /* since it was available; ADOPTION_NONE */
};

/* As of a day, against a target: the installed units or the known ones. */
struct adoption adoption_of(const struct rollout *r, int64_t target, struct date as_of);
/* M3 over rollouts, against the installed units: those that were complete in the window. waiting: those that
 * are available and not complete at its end. */
struct spread rollout_spread(
    const struct rollout *rollouts, size_t count, struct window w, int64_t *waiting, struct arena *arena);

/* The patching capability (PRE26 VI.B): of the known units of the updates whose target day lies in the
 * window, those that had the update by that day. */
struct share rollout_capability(const struct rollout *rollouts, size_t count, struct window w);

struct definition {
	const char *id, *name, *says;
};

/* Ended by a row without an id. */
extern const struct definition patching_definitions[];
