#include "actions/case_finding.h"

#include "actions/scan.h"
#include "limits.h"
#include "store/components.h"
#include "store/devices.h"

/* Keeps the rows about the vulnerability alone. */
static void only(struct scan *s, struct str vulnerability)
{
	size_t kept = 0;

	for (size_t i = 0; i < s->row_count; i++)
		if (str_eq(s->rows[i].vulnerability, vulnerability))
			s->rows[kept++] = s->rows[i];
	s->row_count = kept;
}

bool case_finding(struct db *db, const struct device *device, struct str version, struct str vulnerability,
    struct arena *arena, struct str *json, struct err *e)
{
	SCOPED_BUF out = buf_new(LIMIT_RECORD_BYTES);
	struct component *components;
	struct release release;
	struct json_out *w;
	struct scan scan;
	size_t count;

	if (!release_find(db, device->id, version, arena, &release, e))
		return false;
	if (!release.id || !release.list_id)
		return err_fail(e, ERR_INPUT,
		    "device \"" STR_FMT "\" has no release \"" STR_FMT "\" with an SBOM",
		    STR_ARG(device->name), STR_ARG(version));
	if (!components_of_list(db, release.list_id, arena, &components, &count, e) ||
	    !scan_list(db, components, count, arena, &scan, e))
		return false;
	only(&scan, vulnerability);
	if (scan.row_count == 0)
		return err_fail(e, ERR_INPUT, "nothing in release \"" STR_FMT "\" is touched by " STR_FMT,
		    STR_ARG(version), STR_ARG(vulnerability));
	w = json_out_buf(&out, false);
	json_open_object(w);
	json_field_text(w, "release", version);
	json_key(w, "findings");
	scan_write_rows(&scan, w);
	json_close_object(w);
	json_out_close(w);
	*json = arena_copy(arena, buf_str(&out));
	return true;
}
