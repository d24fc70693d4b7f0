/*
 * tables - the route tables of the resources, one a file.
 */
#pragma once
#include "server/route.h"

extern const struct route routes_access[];
extern const struct route routes_advisories[];
extern const struct route routes_aliases[];
extern const struct route routes_backups[];
extern const struct route routes_case_views[];
extern const struct route routes_casefiles[];
extern const struct route routes_consignees[];
extern const struct route routes_controls[];
extern const struct route routes_devices[];
extern const struct route routes_disclosures[];
extern const struct route routes_due[];
extern const struct route routes_evidence[];
extern const struct route routes_feeds[];
extern const struct route routes_findings[];
extern const struct route routes_gudid[];
extern const struct route routes_imports[];
extern const struct route routes_inspections[];
extern const struct route routes_jobs[];
extern const struct route routes_lookups[];
extern const struct route routes_matches[];
extern const struct route routes_metrics[];
extern const struct route routes_names[];
extern const struct route routes_oidc[];
extern const struct route routes_program[];
extern const struct route routes_providers[];
extern const struct route routes_publications[];
extern const struct route routes_release_findings[];
extern const struct route routes_releases[];
extern const struct route routes_reports[];
extern const struct route routes_rules[];
extern const struct route routes_sbom_checks[];
extern const struct route routes_sboms[];
extern const struct route routes_scans[];
extern const struct route routes_second_factor[];
extern const struct route routes_service[];
extern const struct route routes_session[];
extern const struct route routes_signals[];
extern const struct route routes_signals_made[];
extern const struct route routes_statements[];
extern const struct route routes_templates[];
extern const struct route routes_tokens[];
extern const struct route routes_trail[];
extern const struct route routes_users[];
extern const struct route routes_vex[];
extern const struct route routes_views[];
