/*
 * metrics_report - the measures of the programme as a report: for people a document, for machines JSON. Both
 * print the definitions that were used.
 */
#pragma once
#include "formats/json_write.h"
#include "reports/document/document.h"
#include "reports/metrics/metric_case.h"
#include "reports/metrics/programme.h"
#include "reports/metrics/slices.h"

struct metrics_report {
	const struct metrics *metrics;
	struct metric_part *parts;
	size_t part_count;
	struct spread rollouts; /* M3 */
	int64_t rollouts_waiting;
	struct share capability;
	struct measure *measures;
	size_t measure_count;
};

/* In the arena; m must outlive it. */
void metrics_report_make(const struct metrics *m, struct arena *arena, struct metrics_report *out);

struct document *metrics_document(
    const struct metrics_report *r, const struct document_meta *meta, struct arena *arena);
/* The same under a title page of its own. */
struct document *metrics_report_document(const struct metrics_report *r, struct arena *arena);
/* M1 to M3 and their definitions alone, as a section: for a periodic report. */
void metrics_put_patching(const struct metrics_report *r, struct document *d);
/* Updates on their way, as a list. */
void metrics_write_rollouts(
    struct json_out *w, const struct metric_rollout *list, size_t count, struct date as_of);
void metrics_write_json(const void *report, struct json_out *w);

/* What the edition is: "draft", or "edition 2". */
struct str metrics_edition(const struct metrics *m, struct arena *arena);
/* M3 as it is told: a mean, or why there is none. */
struct str metrics_m3(const struct metrics_report *r, struct arena *arena);
/* The patching capability likewise. */
struct str metrics_rate(const struct metrics_report *r, struct arena *arena);
