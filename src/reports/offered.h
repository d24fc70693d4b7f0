/*
 * offered - what customers may be told of as a remedy: no control that adds risk or is withdrawn, and no fix
 * that is known not to hold.
 */
#pragma once
#include "decision/determination.h"
#include "decision/facts.h"

bool control_is_offered(const struct control_fact *c, struct date today);
/* It is not known to add risk, to have failed its last validation or to leave an unacceptable risk, and no
 * assessment since it went out finds the risk uncontrolled with it. */
bool fix_holds(const struct fix_fact *fix, const struct determination *d, struct date today);
/* The same, and some unit could have it by today. */
bool fix_is_offered(const struct fix_fact *fix, const struct determination *d, struct date today);
