/*
 * vex_print - what became of the statements of a document, for people.
 */
#pragma once
#include <stdio.h>

#include "reports/vex_report.h"

void vex_print_report(const struct vex_report *r, FILE *to);
