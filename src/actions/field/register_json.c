#include "actions/field/register_json.h"

#include "reports/sbom_diff_json.h"

static void put_lost(struct json_out *w, const struct lost_decision *l)
{
	json_open_object(w);
	json_field_int(w, "statement", l->statement);
	json_field_text(w, "status", l->status);
	json_field_text(w, "vulnerability", l->vulnerability);
	json_field_text(w, "component", l->component);
	json_field_optional(w, "version", l->version);
	json_close_object(w);
}

/* What another SBOM did to a release that had one. */
static void put_correction(struct json_out *w, const struct registered_sbom *r)
{
	const struct sbom_correction *c = &r->correction;

	json_open_object(w);
	json_key(w, "difference");
	sbom_diff_write(c->before.file, r->sbom.file, &c->diff, w);
	json_field_int(w, "findings_appeared", (int64_t)c->appeared);
	json_field_int(w, "findings_vanished", (int64_t)c->vanished);
	json_field_int(w, "findings_stayed", (int64_t)c->stayed);
	json_key(w, "decisions_without_finding");
	json_open_array(w);
	for (size_t i = 0; i < c->lost_count; i++)
		put_lost(w, &c->lost[i]);
	json_close_array(w);
	json_close_object(w);
}

void registered_sbom_json(struct json_out *w, const struct registered_sbom *r)
{
	char hex[SHA256_HEX_SIZE];

	json_open_object(w);
	json_field_text(w, "file", r->sbom.file);
	json_field_text(w, "format", r->sbom.head.format);
	json_field_text(w, "sha256", str_of(sha256_hex(&r->sbom.digest, hex)));
	json_field_int(w, "components", (int64_t)r->components);
	json_field_int(w, "new_components", (int64_t)r->added);
	json_key(w, "warnings");
	json_open_array(w);
	for (size_t i = 0; i < r->sbom.warning_count; i++)
		json_put_text(w, r->sbom.warnings[i]);
	json_close_array(w);
	json_key(w, "correction");
	if (r->correction.corrects)
		put_correction(w, r);
	else
		json_put_null(w);
	json_key(w, "statements");
	if (r->vex)
		vex_report_write(r->vex, w);
	else
		json_put_null(w);
	json_close_object(w);
}
