/*
 * tables - the route tables of the resources, one a file.
 */
#pragma once
#include "server/route.h"

extern const struct route routes_case_views[];
extern const struct route routes_casefiles[];
extern const struct route routes_devices[];
extern const struct route routes_due[];
extern const struct route routes_imports[];
extern const struct route routes_jobs[];
extern const struct route routes_program[];
extern const struct route routes_reports[];
extern const struct route routes_service[];
extern const struct route routes_session[];
extern const struct route routes_tokens[];
extern const struct route routes_trail[];
extern const struct route routes_users[];
