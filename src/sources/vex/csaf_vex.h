/*
 * csaf_vex - the statements of a CSAF 2.0 document: its product_status, with flags, threats, remediations.
 *
 * Specification: CSAF 2.0 sections 3.2.3 and 4.5. Any profile is read, not csaf_vex alone. The products of a
 * vulnerability that have the same status and the same words about it are one statement. A component on a
 * platform is a subcomponent of the platform, unless the component names the distribution itself.
 */
#pragma once
#include "sources/statement.h"

bool csaf_vex_recognises(struct str start);
bool csaf_vex_read(struct input *in, struct statement_sink out, struct arena *arena,
    struct statement_document *head, struct err *e);
