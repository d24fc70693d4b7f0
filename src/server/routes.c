#include "server/route.h"

#include "server/tables.h"

const struct route *const route_tables[] = {
	routes_service,
	routes_session,
	routes_advisories,
	routes_aliases,
	routes_case_views,
	routes_casefiles,
	routes_consignees,
	routes_controls,
	routes_devices,
	routes_disclosures,
	routes_due,
	routes_feeds,
	routes_findings,
	routes_imports,
	routes_inspections,
	routes_jobs,
	routes_lookups,
	routes_releases,
	routes_program,
	routes_publications,
	routes_reports,
	routes_sboms,
	routes_signals,
	routes_statements,
	routes_tokens,
	routes_trail,
	routes_users,
	NULL,
};
