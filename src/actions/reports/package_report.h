/*
 * package_report - does report.json of a casefile in an inspection package show what the sealed entries tell:
 * its opening, each record, and each signature with what it covers?
 */
#pragma once
#include "actions/reports/package_told.h"

/* Each difference is told. */
void package_report_check(struct package_told *t, json_t *report);
