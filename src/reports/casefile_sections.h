/*
 * casefile_sections - the sections that the document of a casefile is put together from. For casefile_*.c
 * alone.
 */
#pragma once
#include "reports/casefile_report.h"
#include "reports/document/document.h"

void casefile_position(const struct casefile_report *r, struct document *d);
void casefile_assessment(const struct casefile_report *r, struct document *d);
void casefile_conditions(const struct casefile_report *r, struct document *d);
void casefile_duties(const struct casefile_report *r, struct document *d);
void casefile_reasons(const struct casefile_report *r, struct document *d);
void casefile_findings(const struct casefile_report *r, struct document *d);
void casefile_contents(const struct casefile_report *r, struct document *d);
void casefile_trail(const struct casefile_report *r, struct document *d);
void casefile_basis(const struct casefile_report *r, struct document *d);

/* The drawings. */
void casefile_matrix(const struct casefile_report *r, struct document *d);
void casefile_timeline(const struct casefile_report *r, struct document *d);
