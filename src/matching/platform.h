/*
 * platform - configurations: "this, running on that", judged over a whole release with three values.
 *
 * NVD API 2.0 configurations: AND, OR and negate over CPE match criteria. A platform that is not in the SBOM
 * is unknown, not absent: an SBOM seldom lists the hardware.
 */
#pragma once
#include "base/arena.h"
#include "base/buf.h"
#include "sources/advisory.h"

enum platform_answer { PLATFORM_NO, PLATFORM_UNKNOWN, PLATFORM_YES };

/* What is asked of a release: does it hold this leg? package is "h:vendor:product"; the range is the leg's.
 */
struct platform_legs {
	void *ctx;
	enum platform_answer (*holds)(void *ctx, const struct affected *leg, bool vulnerable);
};

/* The configurations of an advisory as bytes for the store. */
void platform_write(const struct config *configs, size_t count, struct buf *out);
/* How many there are, then each off the front of rest; texts borrow from packed, nodes are in the arena.
 * False where they are damaged. */
MUST_CHECK bool platform_open(struct str packed, struct str *rest, size_t *count);
MUST_CHECK bool platform_next(struct str *rest, struct arena *arena, struct config *out);
/* Passes over one. */
MUST_CHECK bool platform_skip(struct str *rest);

/* Kleene's three-valued logic over the nodes in pre-order. */
enum platform_answer platform_judge(const struct config *config, struct platform_legs legs);
