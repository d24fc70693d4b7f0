#include "reports/scan_sarif.h"

#include "base/number.h"
#include "formats/json_write.h"
#include "reports/scan_keep.h"
#include "reports/scan_statement.h"

#define SCHEMA "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
#define TEXT_BYTES_MOST (64 * 1024)

struct writing {
	const struct scan *scan;
	const struct scan_kept *kept;
	struct json_out *json;
	struct str uri; /* of the SBOM */
};

static void put_message(struct json_out *w, const char *key, struct str text)
{
	json_key(w, key);
	json_open_object(w);
	json_field_text(w, "text", text);
	json_close_object(w);
}

static void put_texts(struct json_out *w, const char *key, const struct str *texts, size_t count)
{
	if (count == 0)
		return;
	json_key(w, key);
	json_open_array(w);
	for (size_t i = 0; i < count; i++)
		json_put_text(w, texts[i]);
	json_close_array(w);
}

/* A path as a URI reference (RFC 3986): what is not unreserved is escaped. */
static struct str uri_of(struct str path, struct arena *arena)
{
	SCOPED_BUF uri = buf_new(TEXT_BYTES_MOST);

	if (str_starts(path, STR("/")))
		buf_add(&uri, STR("file://"));
	buf_escape(&uri, path, "/");
	return arena_copy(arena, buf_str(&uri));
}

static void put_rule_properties(struct json_out *w, const struct scan_row *row)
{
	char text[NUMBER_TEXT_SIZE], day[DATE_TEXT_SIZE];

	json_key(w, "properties");
	json_open_object(w);
	json_key(w, "tags");
	json_open_array(w);
	json_put_text(w, STR("security"));
	if (row->exploited)
		json_put_text(w, STR("kev"));
	json_close_array(w);
	if (row->score_count) {
		/* a text, as code scanning reads it */
		json_field_text(w, "security-severity", number_write_decimal(row->scores[0].tenths, 1, text));
		json_field_text(w, "severity", str_of(scan_severity_name(scan_row_severity(row))));
		json_field_text(w, "scoreSource", row->scores[0].source);
	}
	if (row->score_count && row->scores[0].vector.len)
		json_field_text(w, "cvss", row->scores[0].vector);
	put_texts(w, "aliases", row->aliases, row->alias_count);
	json_field_bool(w, "kev", scan_row_kev(row));
	scan_write_exploited(row, "exploitedIn", w);
	if (row->epss >= 0) {
		json_key(w, "epss");
		json_put_decimal(w, row->epss, 6);
	}
	if (instant_is_known(row->published))
		json_field_text(w, "published", str_of(date_write(instant_date(row->published, 0), day)));
	json_close_object(w);
}

static void put_rule(struct json_out *w, const struct scan_row *row)
{
	struct str says = row->summary.len ? row->summary : row->vulnerability;

	json_open_object(w);
	json_field_text(w, "id", row->vulnerability);
	put_message(w, "shortDescription", row->vulnerability);
	put_message(w, "fullDescription", says);
	put_message(w, "help", says);
	put_rule_properties(w, row);
	json_close_object(w);
}

static void put_tool(const struct writing *out)
{
	struct json_out *w = out->json;

	json_key(w, "tool");
	json_open_object(w);
	json_key(w, "driver");
	json_open_object(w);
	json_field_text(w, "name", STR("aftercare"));
	json_field_text(w, "semanticVersion", STR(PROGRAM_VERSION));
	json_key(w, "rules");
	json_open_array(w);
	for (size_t i = 0; i < out->kept->group_count; i++)
		put_rule(w, &out->kept->rows[out->kept->groups[i].rows[0]]);
	json_close_array(w);
	json_close_object(w);
	json_close_object(w);
}

static void put_artifact(const struct writing *out)
{
	struct json_out *w = out->json;
	char hex[SHA256_HEX_SIZE];

	json_key(w, "artifacts");
	json_open_array(w);
	json_open_object(w);
	json_key(w, "location");
	json_open_object(w);
	json_field_text(w, "uri", out->uri);
	json_close_object(w);
	json_key(w, "hashes");
	json_open_object(w);
	json_field_text(w, "sha-256", str_of(sha256_hex(&out->scan->digest, hex)));
	json_close_object(w);
	json_close_object(w);
	json_close_array(w);
}

/* 3.27.9: what is not a failure says what it is instead. */
static struct str kind_of(const struct scan_row *row)
{
	static const char *const kinds[] = {
		[FINDING_AFFECTED] = "fail",
		[FINDING_PLATFORM_NOT_IN_SBOM] = "fail",
		[FINDING_WITHDRAWN] = "notApplicable",
		[FINDING_NOT_AFFECTED] = "pass",
		[FINDING_FIXED] = "pass",
		[FINDING_UNDER_INVESTIGATION] = "open",
	};

	_Static_assert(COUNT(kinds) == FINDING_STATE_COUNT, "a kind for every state");
	return str_of(kinds[row->finding.state]);
}

/* 3.27.10: "none" wherever the kind is not "fail". What nobody has scored is not taken lightly. */
static struct str level_of(const struct scan_row *row)
{
	static const char *const levels[] = {
		[SCAN_CRITICAL] = "error",
		[SCAN_HIGH] = "error",
		[SCAN_MEDIUM] = "warning",
		[SCAN_LOW] = "note",
		[SCAN_NONE] = "note",
		[SCAN_UNSCORED] = "warning",
	};

	_Static_assert(COUNT(levels) == SCAN_SEVERITY_COUNT, "a level for every severity");
	return scan_row_counts(row) ? str_of(levels[scan_row_severity(row)]) : STR("none");
}

static void put_result_message(
    const struct writing *out, const struct component *c, const struct scan_row *row)
{
	SCOPED_BUF text = buf_new(TEXT_BYTES_MOST);

	buf_add(&text, c->name);
	buf_byte(&text, ' ');
	buf_add(&text, c->version.len ? c->version : STR("(no version)"));
	buf_add(&text, STR(": "));
	buf_add(&text, row->vulnerability);
	buf_add(&text, STR(", "));
	buf_add(&text, str_of(finding_state_name(row->finding.state)));
	for (size_t i = 0; i < row->finding.trace_count; i++) {
		buf_add(&text, i ? STR("; ") : STR(", by "));
		buf_add(&text, row->finding.trace[i]);
	}
	put_message(out->json, "message", buf_str(&text));
}

/* Readers of SBOMs keep no line, so the place is the file's beginning, and the component a logical place in
 * it.
 */
static void put_location(const struct writing *out, const struct component *c)
{
	struct json_out *w = out->json;
	struct str purl = component_written(c, PACKAGE_PURL), cpe = component_written(c, PACKAGE_CPE);

	json_key(w, "locations");
	json_open_array(w);
	json_open_object(w);
	json_key(w, "physicalLocation");
	json_open_object(w);
	json_key(w, "artifactLocation");
	json_open_object(w);
	json_field_text(w, "uri", out->uri);
	json_field_int(w, "index", 0);
	json_close_object(w);
	json_key(w, "region");
	json_open_object(w);
	json_field_int(w, "startLine", 1);
	json_close_object(w);
	json_close_object(w);
	json_key(w, "logicalLocations");
	json_open_array(w);
	json_open_object(w);
	json_field_text(w, "name", c->name);
	if (purl.len || cpe.len)
		json_field_text(w, "fullyQualifiedName", purl.len ? purl : cpe);
	json_field_text(w, "kind", STR("module"));
	json_close_object(w);
	json_close_array(w);
	json_close_object(w);
	json_close_array(w);
}

/* The same vulnerability in the same component and version is the same result from run to run. */
static void put_fingerprint(const struct writing *out, const struct component *c, const struct scan_row *row)
{
	SCOPED_BUF text = buf_new(TEXT_BYTES_MOST);
	struct sha256 digest;
	char hex[SHA256_HEX_SIZE];

	buf_text(&text, row->vulnerability);
	buf_text(&text, c->name);
	buf_text(&text, c->version);
	buf_text(&text, component_written(c, PACKAGE_PURL));
	buf_text(&text, component_written(c, PACKAGE_CPE));
	digest = sha256_of(buf_str(&text));
	json_key(out->json, "partialFingerprints");
	json_open_object(out->json);
	json_field_text(out->json, "aftercareFinding/v1", str_of(sha256_hex(&digest, hex)));
	json_close_object(out->json);
}

static void put_result_properties(
    const struct writing *out, const struct component *c, const struct finding *f)
{
	struct json_out *w = out->json;
	char tier[2] = { (char)f->tier, 0 };

	json_key(w, "properties");
	json_open_object(w);
	if (c->version.len)
		json_field_text(w, "version", c->version);
	if (c->ref.len)
		json_field_text(w, "ref", c->ref);
	json_field_text(w, "tier", str_of(tier));
	json_field_text(w, "state", str_of(finding_state_name(f->state)));
	json_field_text(w, "source", f->source);
	put_texts(w, "otherSources", f->other_sources, f->other_count);
	put_texts(w, "fixedIn", f->fixed_in, f->fixed_count);
	json_close_object(w);
}

/* What a statement settles is shown as settled, not left out (3.27.23, 3.35). */
static void put_suppression(struct json_out *w, const struct scan_row *row)
{
	const struct vex_opinion *deciding = vex_deciding(&row->position);
	enum statement_status status = deciding ? deciding->record->said.status : STATEMENT_AFFECTED;

	if (status != STATEMENT_NOT_AFFECTED && status != STATEMENT_FIXED)
		return;
	json_key(w, "suppressions");
	json_open_array(w);
	json_open_object(w);
	json_field_text(w, "kind", STR("external"));
	json_field_text(w, "status", STR("accepted"));
	json_field_text(w, "justification", scan_opinion_text(deciding));
	json_close_object(w);
	json_close_array(w);
}

static void put_result(const struct writing *out, size_t n)
{
	const struct scan_row *row = &out->kept->rows[n];
	const struct component *c = &out->scan->components[row->finding.component];
	struct json_out *w = out->json;

	json_open_object(w);
	json_field_text(w, "ruleId", row->vulnerability);
	json_field_int(w, "ruleIndex", (int64_t)out->kept->group_of[n]);
	json_field_text(w, "kind", kind_of(row));
	json_field_text(w, "level", level_of(row));
	put_result_message(out, c, row);
	put_location(out, c);
	put_fingerprint(out, c, row);
	put_suppression(w, row);
	put_result_properties(out, c, &row->finding);
	json_close_object(w);
}

static void put_run_properties(const struct writing *out)
{
	struct json_out *w = out->json;

	json_key(w, "properties");
	json_open_object(w);
	scan_write_data(out->scan, false, w);
	scan_write_unseen(out->scan, w);
	json_close_object(w);
}

static void put_log(const struct writing *out)
{
	struct json_out *w = out->json;

	json_open_object(w);
	json_field_text(w, "$schema", STR(SCHEMA));
	json_field_text(w, "version", STR("2.1.0"));
	json_key(w, "runs");
	json_open_array(w);
	json_open_object(w);
	put_tool(out);
	put_artifact(out);
	json_key(w, "results");
	json_open_array(w);
	for (size_t i = 0; i < out->kept->count; i++)
		put_result(out, i);
	json_close_array(w);
	put_run_properties(out);
	json_close_object(w);
	json_close_array(w);
	json_close_object(w);
}

bool scan_write_sarif(const struct scan *s, struct scan_rows rows, FILE *to, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct scan_kept kept;
	struct writing out = { s, &kept, NULL, STR_NONE };

	if (!scan_keep(s, rows, &arena, &kept, e))
		return false;
	out.uri = uri_of(s->file, &arena);
	out.json = json_out_file(to, true);
	put_log(&out);
	return json_out_close(out.json) || err_fail(e, ERR_IO, "the output could not be written");
}
