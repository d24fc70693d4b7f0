/*
 * meters - what the server has done so far, for /metrics in the text form of Prometheus.
 */
#pragma once
#include <stdatomic.h>

#include "base/buf.h"

#define METERS_BOUNDS 8 /* bounds of the histogram of times */

struct meters {
	_Atomic int64_t requests[6];		 /* by the first digit of the status */
	_Atomic int64_t took[METERS_BOUNDS + 1]; /* at most so long; the last: longer */
	_Atomic int64_t took_us, sent_bytes, refused_sign_ins, limited, kept;
};

void meters_count(struct meters *m, int status, int64_t took_us, size_t sent_bytes);
/* Requests in line for each worker. */
struct meters_waiting {
	size_t changes, secrets, slow;
};
void meters_write(struct meters *m, const struct meters_waiting *waiting, struct buf *out);
