#include "server/route.h"

#include "server/tables.h"

const struct route *const route_tables[] = {
	routes_service,
	routes_session,
	routes_casefiles,
	routes_case_views,
	routes_devices,
	routes_due,
	routes_imports,
	routes_jobs,
	routes_program,
	routes_reports,
	routes_tokens,
	routes_trail,
	routes_users,
	NULL,
};
