/*
 * scan_ahead - reads rows of a scan on a thread of its own, ahead of whoever writes them.
 *
 * Looking up keeps one core busy, writing the other. Rows arrive in their order, whatever they are; some
 * hundred at most wait. A scan of few findings starts no thread.
 */
#pragma once
#include "reports/scan_report.h"

struct scan_ahead;

/* Until the last row was given, or the reader is closed, nobody else touches what the rows are read from, nor
 * its store. */
struct scan_ahead *scan_ahead_new(struct scan_rows from);
/* Stops reading where it stands. */
void scan_ahead_free(struct scan_ahead *a);
struct scan_rows scan_ahead_rows(struct scan_ahead *a);
