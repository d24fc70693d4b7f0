/*
 * matched - which vulnerabilities components have, as kept matches say.
 */
#pragma once
#include "store/db.h"
#include "store/id_set.h"

/* Those of some components, NULL: of all there are; and each that a supplier says anything has. Matches must
 * be current (store/matches.h). out is empty before. */
MUST_CHECK bool matched_vulnerabilities(
    struct db *db, const struct id_set *components, struct id_set *out, struct err *e);
