/*
 * spdx_relation - which relations of SPDX mean that one thing needs or holds another; SPDX 2 and 3 alike.
 */
#pragma once
#include "sources/sbom.h"

/* Passes "from relation to" on as a dependency, in its direction, if that is what the relation says; NONE and
 * NoneElement say that there is none. Others, and what is not asserted, are passed over. */
MUST_CHECK bool spdx_relation_give(
    const struct sbom_sink *out, struct str from, struct str relation, struct str to, struct err *e);
