/*
 * licence_id - the identifiers of the SPDX licence list: "MIT", "GPL-2.0-only".
 */
#pragma once
#include "base/str.h"

/* Is it on the list (of licences or exceptions, 3.28, as CycloneDX 1.7 refers to it), letter for letter? */
bool licence_id_is_known(struct str id);
