/*
 * package_stated - the facts of a casefile, put together again from the sealed entries of an inspection
 * package as the program puts them together from its store: what the records state, and what follows from
 * them.
 *
 * What the package does not hold is taken as it is shown: the day, and the units of each release in the
 * field.
 */
#pragma once
#include "actions/reports/package_told.h"

/* shown: facts.json. Belongs to t; NULL where that cannot be done, which is told. */
json_t *package_stated(struct package_told *t, const json_t *shown);
