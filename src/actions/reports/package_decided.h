/*
 * package_decided - does report.json of a casefile in an inspection package conclude from its facts.json what
 * the rules conclude?
 */
#pragma once
#include "actions/reports/package_told.h"

/* facts: the bytes of facts.json. The rules are asked again; each difference is told, also that the rules of
 * this program are others. */
void package_decided_check(struct package_told *t, struct str facts, json_t *report);
