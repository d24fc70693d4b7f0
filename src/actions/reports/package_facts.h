/*
 * package_facts - is facts.json of a casefile in an inspection package what the sealed entries state?
 *
 * Facts are the records' with what follows from others: when a fix had gone to all, who signed an assessment,
 * what was not answered. What may follow, and from which records, is in the table of package_facts.c, and in
 * verify.py of the package.
 */
#pragma once
#include "actions/reports/package_told.h"

/* Each difference is told. */
void package_facts_check(struct package_told *t, json_t *facts);
