/*
 * answers - what the product answers about a release, from records that a test picks.
 *
 * Records come in through the product's own readers, answers go out through its own scan: what stands between
 * may change as it likes. A store of this process alone; nothing is left behind.
 */
#pragma once
#include "actions/matching/scan.h"
#include "formats/unpack.h"
#include "inventory/component.h"
#include "sources/advisory.h"

struct answers;

struct answers *answers_new(void);
void answers_free(struct answers *a);
/* Adds a record; what is wrong with the store ends the test. */
void answers_add(struct answers *a, const struct advisory *adv);

/* What of a path is read, and where it goes. Both functions get ctx. */
struct picking {
	void *ctx;
	/* Is the document of this name worth opening? NULL: all are. */
	bool (*opens)(void *ctx, struct str document);
	void (*takes)(void *ctx, const struct advisory *adv);
};

/* Reads the feeds of a path by the readers of the product. Bad records are passed over. */
void answers_read(const char *path, struct picking picking);

/* One row of the answer; valid in the call. */
typedef void answers_see(void *ctx, const struct scan_row *row);

/* Scans the components as one release: findings, then hints (tier E). The first call ends the adding. */
void answers_scan(
    struct answers *a, const struct component *components, size_t count, answers_see *see, void *ctx);

static inline void answers_scoped_free(struct answers **a)
{
	answers_free(*a);
}
#define SCOPED_ANSWERS __attribute__((cleanup(answers_scoped_free))) struct answers
