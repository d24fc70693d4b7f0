/*
 * offered - what customers may be told of as a remedy: no control that adds risk or is withdrawn, and no fix
 * that is known not to hold.
 */
#pragma once
#include "reports/casefile_report.h"

bool control_is_offered(const struct control_fact *c, struct date today);
/* Does an assessment since it went out find the risk uncontrolled with it? */
bool fix_is_contradicted(const struct fix_fact *fix, const struct determination *d);
/* It is not known to add risk, to have failed its last validation or to leave an unacceptable risk, and no
 * assessment since it went out finds the risk uncontrolled with it. */
bool fix_holds(const struct fix_fact *fix, const struct determination *d, struct date today);
/* The same, and by today some unit could have it; of a workaround or a control: it is validated. */
bool fix_is_offered(const struct fix_fact *fix, const struct determination *d, struct date today);

/* When it was there for all units that it is for: when it had gone to all, or, where several fixes reach
 * every unit together, the last day that it went out; DATE_NONE: some still lack one. */
struct date fix_out_on(const struct fix_fact *fix, const struct determination *d);

/* The releases under whose names it was distributed, each once; of one that failed a validation none from
 * before it was available again. In the arena. */
struct report_texts fix_releases(
    const struct casefile_report *r, const struct fix_fact *fix, struct arena *arena);
