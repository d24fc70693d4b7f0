/*
 * holding - the components that a vulnerability may be in, and the component lists that hold them.
 *
 * The cost follows what its records and suppliers name, not how large the fleet is.
 */
#pragma once
#include "actions/matching/kept_findings.h"
#include "store/id_set.h"

/* Adds the components that reach a package in which some advisory about the vulnerability has ranges. */
MUST_CHECK bool holding_components(
    struct db *db, int64_t vulnerability_id, struct id_set *components, struct err *e);

/* Adds the component lists that can have findings of the vulnerability. */
MUST_CHECK bool holding_lists(struct db *db, int64_t vulnerability_id, struct id_set *lists, struct err *e);

/* Adds the components that have findings of the vulnerability, as kept matches and what suppliers say have
 * them, and the component lists that have those; some may have none in the end. among: the components that
 * matter, NULL: all. */
MUST_CHECK bool holding_found(struct db *db, struct kept_findings *kept, int64_t vulnerability_id,
    const struct id_set *among, struct id_set *components, struct id_set *lists, struct err *e);

/* Can the store answer where the vulnerability is? EPSS and KEV name it without saying what has it: fails as
 * holding_unsaid() where nothing else is known and no list can have it. */
MUST_CHECK bool holding_answers(struct db *db, int64_t vulnerability_id, struct str vulnerability,
    const struct id_set *lists, struct err *e);
/* Fails (ERR_INPUT): "nowhere" would not be known. */
bool holding_unsaid(struct str vulnerability, struct err *e);
