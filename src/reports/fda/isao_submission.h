/*
 * isao_submission - what an ISAO is told: the vulnerability, the assessment, and the notices to customers
 * (PMG IX).
 */
#pragma once
#include "reports/fda/fda_case.h"

struct document *isao_submission(const struct fda_case *c, struct arena *arena);
