/*
 * hints - for the components of a scan, the packages that are meant by their names alone, if at all (tier E).
 *
 * Names are gone through once, when hints are asked for: a store keeps nothing for them.
 */
#pragma once
#include "matching/hint.h"
#include "store/db.h"

struct hints;

/* Reads in the transaction that is open; the components are borrowed. */
MUST_CHECK bool hints_open(
    struct db *db, const struct component *components, size_t count, struct hints **out, struct err *e);
void hints_close(struct hints *h);

/* The packages that the component of this number may be; in the arena. */
size_t hints_of(const struct hints *h, size_t component, struct arena *arena, struct reach **out);

static inline void hints_scoped_close(struct hints **h)
{
	hints_close(*h);
}
#define SCOPED_HINTS __attribute__((cleanup(hints_scoped_close))) struct hints
