/*
 * vex_reach - which components of which registered releases a statement means.
 *
 * Candidates are found by package, name, SBOM and device; each is then judged as a finding's would be
 * (vex_fit). Releases looked at are remembered, so that the statements of a document share them.
 */
#pragma once
#include "reports/vex_report.h"
#include "store/db.h"

struct vex_reach;

/* Reads in the transaction that is open. */
struct vex_reach *vex_reach_new(struct db *db);
void vex_reach_free(struct vex_reach *r);

/* Sets outcome, why and what is reached; record is set already. In the arena. */
MUST_CHECK bool vex_reach(
    struct vex_reach *r, struct vex_report_row *row, struct arena *arena, struct err *e);

static inline void vex_reach_scoped_free(struct vex_reach **r)
{
	vex_reach_free(*r);
}
#define SCOPED_VEX_REACH __attribute__((cleanup(vex_reach_scoped_free))) struct vex_reach
