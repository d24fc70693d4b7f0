/*
 * check_sbom - an SBOM file against the minimum elements (inventory/sbom_check.h).
 */
#pragma once
#include "actions/sboms/read_sbom.h"
#include "formats/json_write.h"
#include "inventory/sbom_check.h"
#include "reports/life_report.h"
#include "store/db.h"

struct checked_sbom {
	struct sbom_reading reading;
	struct sbom_check *check;
	const struct sbom_check_result *result;
	struct life_of
	    *ended; /* at the end of its life, by a store's table of life cycles; none where nobody looked */
	size_t ended_count;
	struct date today;
};

/* Texts live in the arena or in *out, which checked_sbom_clear() ends, after a failure too. */
MUST_CHECK bool check_sbom(
    const char *path, struct date today, struct arena *arena, struct checked_sbom *out, struct err *e);
/* The same of the newest document that a release has. ERR_ABSENT where there is no such release, ERR_INPUT
 * where it has none. */
struct kept_sbom {
	struct str device, release;
};
MUST_CHECK bool check_kept_sbom(struct db *db, const struct kept_sbom *which, struct date today,
    struct arena *arena, struct checked_sbom *out, struct err *e);
/* What of these components is at the end of its life, by the store's table of life cycles; in the arena. */
MUST_CHECK bool check_sbom_lives(struct db *db, const struct component *components, size_t count,
    struct date today, struct arena *arena, struct checked_sbom *out, struct err *e);
/* The same of the file, which is read once more. */
MUST_CHECK bool check_sbom_file_lives(struct db *db, const char *path, struct date today, struct arena *arena,
    struct checked_sbom *out, struct err *e);
/* What is found, for machines (docs/man/sbom-check.md); regime: the one that decides whether it passes. */
void checked_sbom_json(struct json_out *w, const struct checked_sbom *s, enum check_regime regime);
void checked_sbom_clear(struct checked_sbom *s);

#define SCOPED_CHECKED_SBOM __attribute__((cleanup(checked_sbom_clear))) struct checked_sbom
