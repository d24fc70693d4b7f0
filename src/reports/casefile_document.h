/*
 * casefile_document - the report of a casefile as a document for people.
 */
#pragma once
#include "reports/casefile_report.h"
#include "reports/document/document.h"

/* Points to r, in the arena. */
struct document *casefile_document(const struct casefile_report *r, struct arena *arena);
