/*
 * osv - records in the Open Source Vulnerability format.
 *
 * Specification: OSV schema 1.7. Source is "osv:" and the database, told by the id's prefix. Ranges of type
 * GIT name commits, which have no order without the repository, and are left out; they hide no other range.
 * Enumerated versions become rows where no range of their entry holds them.
 */
#pragma once
#include "formats/input.h"
#include "sources/advisory.h"

MUST_CHECK bool osv_read(struct input *in, struct advisory_sink out, struct err *e);
