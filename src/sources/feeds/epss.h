/*
 * epss - scores of FIRST's Exploit Prediction Scoring System, the daily CSV.
 *
 * Specification: first.org/epss/data_stats. Columns cve, epss, percentile; since 2022 behind a comment
 * "#model_version:v2025.03.14,score_date:2026-08-16T00:00:00+0000". Scores and percentiles are millionths.
 */
#pragma once
#include "formats/input.h"
#include "sources/advisory.h"

bool epss_recognises_csv(struct str start);
MUST_CHECK bool epss_read(struct input *in, struct advisory_sink out, struct err *e);
