/*
 * cwe - what a weakness is called: the numbers and names of MITRE's Common Weakness Enumeration, as cwe.txt
 * has them.
 */
#pragma once
#include <stdint.h>

#include "base/str.h"

/* "CWE-79", all of s, capitals as they are: 79. */
bool cwe_id_parse(struct str s, int64_t *out);
/* The name of today; empty for a number that no list has. */
struct str cwe_name(int64_t id);
/* Is it the name of today, or one that a late edition had? */
bool cwe_is_name(int64_t id, struct str name);
