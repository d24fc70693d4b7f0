#include "actions/findings/finding_report.h"

#include <stdlib.h>

#include "actions/matching/positions.h"
#include "actions/matching/scan.h"
#include "base/memory.h"
#include "store/aliases.h"
#include "store/components.h"
#include "store/devices.h"
#include "store/vex_documents.h"

struct finding_report {
	struct arena arena;
	struct str component; /* that is asked for; empty: all */
	struct sought sought; /* where one vulnerability is asked for */
	struct positions *positions;
	struct scanner *scanner;
	struct scan about;
};

static bool open_release(struct finding_report *r, struct db *db, const struct finding_query *query,
    const struct device *device, const struct release *release, struct err *e)
{
	struct positions_place at = { .device = device, .release = release };
	struct component *components;
	struct sbom_row sbom;
	int64_t only = 0;

	if (query->vulnerability.len && !aliases_find(db, query->vulnerability, &only, e))
		return false;
	if (query->vulnerability.len && !only)
		return err_fail(e, ERR_INPUT, "no record in the store is about \"" STR_FMT "\"",
		    STR_ARG(query->vulnerability));
	if (only && !sought_find(db, &only, 1, &r->sought, e))
		return false;
	if (!sbom_newest(db, release->id, &r->arena, &sbom, e) ||
	    !components_of_release(db, release, &r->arena, &components, &at.count, e))
		return false;
	if (!finding_has_component(query->component, components, at.count))
		return finding_no_component(query->component, e);
	at.components = components;
	if (!positions_open(db, query->today, &r->positions, e) || !positions_at(r->positions, &at, e) ||
	    !scan_open(db, components, at.count, only ? &r->sought : NULL, &r->scanner, e) ||
	    !scan_use_kept(r->scanner, release->list_id, e) || !scan_find_unserved(r->scanner, e))
		return false;
	scan_use(r->scanner, r->positions);
	r->about = scan_about(r->scanner);
	r->about.file = sbom.file;
	r->about.format = sbom.format;
	r->about.serial = sbom.serial;
	r->about.digest = sbom.digest;
	return true;
}

bool finding_report_open(
    struct db *db, const struct finding_query *query, struct finding_report **out, struct err *e)
{
	SCOPED_FINDING_REPORT *r = memory_alloc(1, sizeof(*r));
	struct device device;
	struct release release;

	r->component = query->component;
	if (!device_get(db, query->device, &r->arena, &device, e) ||
	    !release_find(db, device.id, query->release, &r->arena, &release, e))
		return false;
	if (!release.id)
		return err_fail(e, ERR_ABSENT,
		    "there is no release \"" STR_FMT "\" of device \"" STR_FMT "\"", STR_ARG(query->release),
		    STR_ARG(query->device));
	if (!open_release(r, db, query, &device, &release, e))
		return err_within(e, STR_FMT " " STR_FMT, STR_ARG(query->device), STR_ARG(query->release));
	*out = r;
	r = NULL;
	return true;
}

void finding_report_close(struct finding_report *r)
{
	if (!r)
		return;
	scan_close(r->scanner);
	sought_clear(&r->sought);
	positions_close(r->positions);
	arena_free(&r->arena);
	free(r);
}

struct scan finding_report_about(const struct finding_report *r)
{
	return r->about;
}

static bool next(void *ctx, const struct scan_row **row, struct err *e)
{
	struct finding_report *r = ctx;

	do {
		if (!scan_next(r->scanner, row, e))
			return false;
	} while (
	    *row && !finding_component_is(r->component, &r->about.components[(*row)->finding.component]));
	return true;
}

struct scan_rows finding_report_rows(struct finding_report *r)
{
	return (struct scan_rows){ r, next };
}
