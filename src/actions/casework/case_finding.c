#include "actions/casework/case_finding.h"

#include "actions/firm_day.h"
#include "actions/matching/scan.h"
#include "limits.h"
#include "store/aliases.h"
#include "store/components.h"
#include "store/devices.h"

/* Writes the rows about the vulnerability as an array; how many into *count. */
static bool write_findings(struct scanner *scanner, const struct component *components,
    struct str vulnerability, struct json_out *w, size_t *count, struct err *e)
{
	const struct scan_row *row;

	json_open_array(w);
	for (*count = 0;;) {
		if (!scan_next(scanner, &row, e))
			return false;
		if (!row)
			break;
		if (!str_eq(row->vulnerability, vulnerability))
			continue;
		scan_write_row(components, row, w);
		++*count;
	}
	json_close_array(w);
	return true;
}

/* The release, and the day on which statements about it hold. */
struct seen {
	const struct device *device;
	struct release release;
	struct date today;
};

static bool write_release(
    struct db *db, const struct seen *seen, struct str vulnerability, struct json_out *w, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_POSITIONS *positions = NULL;
	SCOPED_SOUGHT sought = { 0 };
	SCOPED_SCANNER *scanner = NULL;
	struct positions_place at = { .device = seen->device, .release = &seen->release };
	struct component *components;
	int64_t vulnerability_id;
	size_t found;

	if (!components_of_list(db, seen->release.list_id, &arena, &components, &at.count, e) ||
	    !aliases_find(db, vulnerability, &vulnerability_id, e))
		return false;
	at.components = components;
	if (!positions_open(db, seen->today, &positions, e) || !positions_at(positions, &at, e) ||
	    !sought_find(db, &vulnerability_id, 1, &sought, e) ||
	    !scan_open(db, components, at.count, &sought, &scanner, e))
		return false;
	scan_use(scanner, positions);
	json_open_object(w);
	json_field_text(w, "release", seen->release.version);
	json_key(w, "findings");
	if (!write_findings(scanner, components, vulnerability, w, &found, e))
		return false;
	json_close_object(w);
	return found || err_fail(e, ERR_INPUT, "nothing in release \"" STR_FMT "\" is touched by " STR_FMT,
			    STR_ARG(seen->release.version), STR_ARG(vulnerability));
}

bool case_finding(struct db *db, const struct case_asked *asked, struct instant now, struct arena *arena,
    struct str *json, struct err *e)
{
	SCOPED_BUF out = buf_new(LIMIT_RECORD_BYTES);
	struct seen seen = { .device = asked->device };
	struct json_out *w;

	if (!release_find(db, asked->device->id, asked->release, arena, &seen.release, e) ||
	    !firm_day(db, DATE_NONE, now, &seen.today, e))
		return false;
	if (!seen.release.id || !seen.release.list_id)
		return err_fail(e, ERR_INPUT,
		    "device \"" STR_FMT "\" has no release \"" STR_FMT "\" with an SBOM",
		    STR_ARG(asked->device->name), STR_ARG(asked->release));
	w = json_out_buf(&out, false);
	if (!write_release(db, &seen, asked->vulnerability, w, e)) {
		json_out_drop(w);
		return false;
	}
	if (!json_out_close(w))
		return err_fail(e, ERR_LIMIT, "the findings of " STR_FMT " take more than %d bytes",
		    STR_ARG(asked->vulnerability), LIMIT_RECORD_BYTES);
	*json = arena_copy(arena, buf_str(&out));
	return true;
}
