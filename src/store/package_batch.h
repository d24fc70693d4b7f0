/*
 * package_batch - changes to the ranges of some packages, on their way into what stands.
 *
 * Filling a batch and writing its results need the store; merging needs only the batch, and may be done by
 * another thread meanwhile.
 *
 *	package_batch_begin(b, package_id, standing);
 *	package_batch_add(b, advisory_id, entry);
 *	...
 *	package_batch_merge(b);
 *	while (package_batch_next(b, &package_id, &packed, &there, e) && there)
 *		...
 */
#pragma once
#include "base/buf.h"
#include "base/err.h"

struct package_batch;

struct package_batch *package_batch_new(void);
void package_batch_free(struct package_batch *b);

/* A package and the packed ranges it has (matching/packed.h), which are copied. */
void package_batch_begin(struct package_batch *b, int64_t package_id, struct str standing);
/* A change to the package begun last, in the order of advisories and then as they came: an entry is a range,
 * its scheme in a byte and then as packed_write_entry() makes it; an empty one takes all of the advisory's
 * ranges out that stand, or came before. Copied. */
void package_batch_add(struct package_batch *b, int64_t advisory_id, struct str entry);
/* Of what it was given. */
size_t package_batch_bytes(const struct package_batch *b);

/* All packages of the batch; what fails is told by package_batch_next(). */
void package_batch_merge(struct package_batch *b);
/* What the next package has now; at the end the batch is empty again. packed is valid until then. */
MUST_CHECK bool package_batch_next(
    struct package_batch *b, int64_t *package_id, struct str *packed, bool *there, struct err *e);
