/*
 * check_sbom - an SBOM file against the minimum elements (inventory/sbom_check.h).
 */
#pragma once
#include "actions/sboms/read_sbom.h"
#include "inventory/sbom_check.h"

struct checked_sbom {
	struct sbom_reading reading;
	struct sbom_check *check;
	const struct sbom_check_result *result;
};

/* Texts live in the arena or in *out, which checked_sbom_clear() ends, after a failure too. */
MUST_CHECK bool check_sbom(
    const char *path, struct date today, struct arena *arena, struct checked_sbom *out, struct err *e);
void checked_sbom_clear(struct checked_sbom *s);

#define SCOPED_CHECKED_SBOM __attribute__((cleanup(checked_sbom_clear))) struct checked_sbom
