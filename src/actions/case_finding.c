#include "actions/case_finding.h"

#include "actions/scan.h"
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

static bool write_release(
    struct db *db, const struct release *release, struct str vulnerability, struct json_out *w, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_SCANNER *scanner = NULL;
	struct component *components;
	int64_t vulnerability_id;
	size_t count, found;

	if (!components_of_list(db, release->list_id, &arena, &components, &count, e) ||
	    !aliases_find(db, vulnerability, &vulnerability_id, e) ||
	    !scan_open(db, components, count, vulnerability_id, &scanner, e))
		return false;
	json_open_object(w);
	json_field_text(w, "release", release->version);
	json_key(w, "findings");
	if (!write_findings(scanner, components, vulnerability, w, &found, e))
		return false;
	json_close_object(w);
	return found || err_fail(e, ERR_INPUT, "nothing in release \"" STR_FMT "\" is touched by " STR_FMT,
			    STR_ARG(release->version), STR_ARG(vulnerability));
}

bool case_finding(struct db *db, const struct device *device, struct str version, struct str vulnerability,
    struct arena *arena, struct str *json, struct err *e)
{
	SCOPED_BUF out = buf_new(LIMIT_RECORD_BYTES);
	struct release release;
	struct json_out *w;

	if (!release_find(db, device->id, version, arena, &release, e))
		return false;
	if (!release.id || !release.list_id)
		return err_fail(e, ERR_INPUT,
		    "device \"" STR_FMT "\" has no release \"" STR_FMT "\" with an SBOM",
		    STR_ARG(device->name), STR_ARG(version));
	w = json_out_buf(&out, false);
	if (!write_release(db, &release, vulnerability, w, e)) {
		json_out_drop(w);
		return false;
	}
	if (!json_out_close(w))
		return err_fail(e, ERR_LIMIT, "the findings of " STR_FMT " take more than %d bytes",
		    STR_ARG(vulnerability), LIMIT_RECORD_BYTES);
	*json = arena_copy(arena, buf_str(&out));
	return true;
}
