/*
 * csaf_cvss - the keys of FIRST's CVSS objects. For publishing/csaf alone.
 */
#pragma once
#include "base/str.h"

/* Does the schema of 2.0, or of 3.0 and 3.1, have such a key? */
bool csaf_cvss_has_key(struct str key, bool is_v2);
