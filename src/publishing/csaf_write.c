#include "publishing/csaf_write.h"

#include "publishing/csaf_score.h"

#define PRODUCT_ID_SIZE 32
#define SUBJECT_ID "AFTERCARE-0"

struct writing {
	const struct vex_document *d;
	struct json_out *json;
	struct arena arena;
};

/* A component by itself, by its place in the SBOM. */
static struct str component_id(size_t component, char out[PRODUCT_ID_SIZE])
{
	snprintf(out, PRODUCT_ID_SIZE, "AFTERCARE-C%zu", component + 1);
	return str_of(out);
}

/* What statuses are about: the component in the subject, the subject, or the component alone. */
static struct str product_id(const struct vex_document *d, size_t component, char out[PRODUCT_ID_SIZE])
{
	if (!d->subject)
		return component_id(component, out);
	if (&d->scan->components[component] == d->subject)
		return STR(SUBJECT_ID);
	snprintf(out, PRODUCT_ID_SIZE, "AFTERCARE-P%zu", component + 1);
	return str_of(out);
}

/* The SBOM by its serial number, where that is a URI: what the SBOM is about. */
static void put_sbom(struct writing *out)
{
	struct str serial = out->d->scan->serial;
	struct json_out *w = out->json;

	json_key(w, "x_generic_uris");
	json_open_array(w);
	json_open_object(w);
	json_field_text(w, "namespace", STR("https://cyclonedx.org/"));
	json_field_text(w, "uri", serial);
	json_close_object(w);
	json_close_array(w);
}

static void put_full_name(struct writing *out, struct str id, struct str name, const struct component *c)
{
	struct str purl = c ? vex_component_name(c, PACKAGE_PURL) : STR("");
	struct str cpe = c ? vex_component_name(c, PACKAGE_CPE) : STR("");
	bool is_sbom = c && c == out->d->subject && str_starts(out->d->scan->serial, STR("urn:uuid:"));
	struct json_out *w = out->json;

	json_field_text(w, "name", name);
	json_field_text(w, "product_id", id);
	if (purl.len == 0 && cpe.len == 0 && !is_sbom)
		return;
	json_key(w, "product_identification_helper");
	json_open_object(w);
	if (cpe.len)
		json_field_text(w, "cpe", cpe);
	if (purl.len)
		json_field_text(w, "purl", purl);
	if (is_sbom)
		put_sbom(out);
	json_close_object(w);
}

/* Which components are named, each once. */
static bool *find_named(struct writing *out)
{
	bool *named = arena_alloc(&out->arena, out->d->scan->component_count, sizeof(*named));

	for (size_t i = 0; i < out->d->row_count; i++)
		named[out->d->rows[i].finding.component] = true;
	return named;
}

static void put_products(struct writing *out, const bool *named)
{
	const struct scan *s = out->d->scan;
	char id[PRODUCT_ID_SIZE];

	json_key(out->json, "full_product_names");
	json_open_array(out->json);
	if (out->d->subject) {
		json_open_object(out->json);
		put_full_name(
		    out, STR(SUBJECT_ID), vex_component_title(out->d->subject, &out->arena), out->d->subject);
		json_close_object(out->json);
	}
	for (size_t i = 0; i < s->component_count; i++) {
		const struct component *c = &s->components[i];

		if (!named[i] || c == out->d->subject)
			continue;
		json_open_object(out->json);
		put_full_name(out, component_id(i, id), vex_component_title(c, &out->arena), c);
		json_close_object(out->json);
	}
	json_close_array(out->json);
}

static void put_relationship(struct writing *out, size_t component)
{
	const struct component *c = &out->d->scan->components[component];
	struct str name = vex_component_title(c, &out->arena);
	struct str subject = vex_component_title(out->d->subject, &out->arena);
	struct json_out *w = out->json;
	char id[PRODUCT_ID_SIZE];

	json_open_object(w);
	json_field_text(w, "category", STR("default_component_of"));
	json_key(w, "full_product_name");
	json_open_object(w);
	put_full_name(out, product_id(out->d, component, id),
	    arena_printf(&out->arena, "%.*s as a component of %.*s", (int)name.len, name.ptr,
		(int)subject.len, subject.ptr),
	    NULL);
	json_close_object(w);
	json_field_text(w, "product_reference", component_id(component, id));
	json_field_text(w, "relates_to_product_reference", STR(SUBJECT_ID));
	json_close_object(w);
}

static void put_product_tree(struct writing *out)
{
	const bool *named = find_named(out);
	const struct scan *s = out->d->scan;
	bool begun = false;

	if (!out->d->subject && out->d->row_count == 0)
		return;
	json_key(out->json, "product_tree");
	json_open_object(out->json);
	put_products(out, named);
	for (size_t i = 0; i < s->component_count && out->d->subject; i++) {
		if (!named[i] || &s->components[i] == out->d->subject)
			continue;
		if (!begun) {
			json_key(out->json, "relationships");
			json_open_array(out->json);
			begun = true;
		}
		put_relationship(out, i);
	}
	if (begun)
		json_close_array(out->json);
	json_close_object(out->json);
}

static void put_note(struct json_out *w, const char *category, const char *title, struct str text)
{
	json_open_object(w);
	json_field_text(w, "category", str_of(category));
	json_field_text(w, "text", text);
	json_field_text(w, "title", str_of(title));
	json_close_object(w);
}

static void put_publisher(struct writing *out)
{
	const struct vex_edition *edition = out->d->edition;
	struct json_out *w = out->json;

	json_key(w, "publisher");
	json_open_object(w);
	json_field_text(w, "category", edition->author.len ? STR("vendor") : STR("other"));
	json_field_text(w, "name", edition->author.len ? edition->author : STR("not stated"));
	/* a name under .invalid belongs to nobody (RFC 6761) */
	json_field_text(w, "namespace",
	    edition->author_space.len ? edition->author_space : STR("https://not-stated.invalid"));
	json_close_object(w);
}

static void put_tracking(struct writing *out)
{
	struct json_out *w = out->json;
	char text[INSTANT_TEXT_SIZE];
	struct str at = str_of(instant_write(out->d->edition->at, text));

	json_key(w, "tracking");
	json_open_object(w);
	json_field_text(w, "current_release_date", at);
	json_key(w, "generator");
	json_open_object(w);
	json_key(w, "engine");
	json_open_object(w);
	json_field_text(w, "name", STR("aftercare"));
	json_field_text(w, "version", STR(PROGRAM_VERSION));
	json_close_object(w);
	json_close_object(w);
	json_field_text(w, "id", arena_printf(&out->arena, "aftercare-%.16s", out->d->hex));
	json_field_text(w, "initial_release_date", at);
	json_key(w, "revision_history");
	json_open_array(w);
	json_open_object(w);
	json_field_text(w, "date", at);
	json_field_text(w, "number", STR("1"));
	json_field_text(w, "summary", STR("Made from an SBOM and vulnerability records."));
	json_close_object(w);
	json_close_array(w);
	json_field_text(w, "status", STR("draft"));
	json_field_text(w, "version", STR("1"));
	json_close_object(w);
}

static void put_document(struct writing *out)
{
	struct str title = vex_document_title(out->d, &out->arena);
	struct json_out *w = out->json;

	json_key(w, "document");
	json_open_object(w);
	json_field_text(w, "category", out->d->row_count ? STR("csaf_vex") : STR("csaf_base"));
	json_field_text(w, "csaf_version", STR("2.0"));
	json_field_text(w, "lang", STR("en"));
	json_key(w, "notes");
	json_open_array(w);
	put_note(w, "details", "What this document rests on", vex_document_tooling(out->d, &out->arena));
	if (out->d->row_count == 0)
		put_note(
		    w, "summary", "Result", STR("No vulnerability in these records touches a component."));
	json_close_array(w);
	put_publisher(out);
	json_field_text(
	    w, "title", arena_printf(&out->arena, "Vulnerabilities in %.*s", (int)title.len, title.ptr));
	put_tracking(out);
	json_close_object(w);
}

static void put_id(struct json_out *w, struct str name)
{
	json_open_object(w);
	json_field_text(w, "system_name", str_first(name, str_index(name, '-')));
	json_field_text(w, "text", name);
	json_close_object(w);
}

static void put_names(struct json_out *w, const struct scan_row *about)
{
	bool is_cve = vex_is_cve(about);

	if (is_cve)
		json_field_text(w, "cve", about->vulnerability);
	if (is_cve && about->alias_count == 0)
		return;
	json_key(w, "ids");
	json_open_array(w);
	if (!is_cve)
		put_id(w, about->vulnerability);
	for (size_t i = 0; i < about->alias_count; i++)
		put_id(w, about->aliases[i]);
	json_close_array(w);
}

static void put_ids(struct writing *out, const char *key, const struct vex_entry *entry)
{
	char id[PRODUCT_ID_SIZE];

	json_key(out->json, key);
	json_open_array(out->json);
	for (size_t i = 0; i < entry->count; i++)
		json_put_text(
		    out->json, product_id(out->d, out->d->rows[entry->rows[i]].finding.component, id));
	json_close_array(out->json);
}

/* All entries of one status make one list. */
static void put_status(
    struct writing *out, const struct vex_issue *issue, enum statement_status status, const char *key)
{
	char id[PRODUCT_ID_SIZE];
	bool begun = false;

	for (size_t i = 0; i < issue->count; i++) {
		const struct vex_entry *entry = &issue->entries[i];

		if (entry->claim->status != status)
			continue;
		if (!begun) {
			json_key(out->json, key);
			json_open_array(out->json);
			begun = true;
		}
		for (size_t k = 0; k < entry->count; k++)
			json_put_text(out->json,
			    product_id(out->d, out->d->rows[entry->rows[k]].finding.component, id));
	}
	if (begun)
		json_close_array(out->json);
}

static void put_statuses(struct writing *out, const struct vex_issue *issue)
{
	json_key(out->json, "product_status");
	json_open_object(out->json);
	put_status(out, issue, STATEMENT_FIXED, "fixed");
	put_status(out, issue, STATEMENT_AFFECTED, "known_affected");
	put_status(out, issue, STATEMENT_NOT_AFFECTED, "known_not_affected");
	put_status(out, issue, STATEMENT_UNDER_INVESTIGATION, "under_investigation");
	json_close_object(out->json);
}

/* An object of a list that is opened with its first. */
static void begin_item(struct json_out *w, const char *list, bool *begun)
{
	if (!*begun) {
		json_key(w, list);
		json_open_array(w);
		*begun = true;
	}
	json_open_object(w);
}

static void put_flags(struct writing *out, const struct vex_issue *issue)
{
	bool begun = false;

	for (size_t i = 0; i < issue->count; i++) {
		const struct vex_claim *claim = issue->entries[i].claim;

		if (claim->status != STATEMENT_NOT_AFFECTED || !claim->justification)
			continue;
		begin_item(out->json, "flags", &begun);
		json_field_text(out->json, "label", statement_justification_word(claim->justification));
		put_ids(out, "product_ids", &issue->entries[i]);
		json_close_object(out->json);
	}
	if (begun)
		json_close_array(out->json);
}

/* 6.1.27.10: whatever is affected has an answer, even if it is that there is none. */
static void put_remediations(struct writing *out, const struct vex_issue *issue)
{
	static const char *const categories[] = {
		[VEX_NONE_AVAILABLE] = "none_available",
		[VEX_VENDOR_FIX] = "vendor_fix",
		[VEX_WORKAROUND] = "workaround",
		[VEX_MITIGATION] = "mitigation",
		[VEX_NO_FIX_PLANNED] = "no_fix_planned",
	};
	bool begun = false;

	_Static_assert(COUNT(categories) == VEX_REMEDY_COUNT, "a category for every remedy");
	for (size_t i = 0; i < issue->count; i++) {
		const struct vex_claim *claim = issue->entries[i].claim;

		if (claim->status != STATEMENT_AFFECTED)
			continue;
		begin_item(out->json, "remediations", &begun);
		json_field_text(out->json, "category", str_of(categories[claim->remedy]));
		json_field_text(out->json, "details", claim->action);
		put_ids(out, "product_ids", &issue->entries[i]);
		json_close_object(out->json);
	}
	if (begun)
		json_close_array(out->json);
}

/* 6.1.27.9: the reason where there is no flag. */
static void put_threats(struct writing *out, const struct vex_issue *issue)
{
	bool begun = false;

	for (size_t i = 0; i < issue->count; i++) {
		const struct vex_claim *claim = issue->entries[i].claim;

		if (claim->status != STATEMENT_NOT_AFFECTED || claim->impact.len == 0)
			continue;
		begin_item(out->json, "threats", &begun);
		json_field_text(out->json, "category", STR("impact"));
		json_field_text(out->json, "details", claim->impact);
		put_ids(out, "product_ids", &issue->entries[i]);
		json_close_object(out->json);
	}
	if (begun)
		json_close_array(out->json);
}

static bool is_open(const struct vex_entry *entry)
{
	return entry->claim->status == STATEMENT_AFFECTED ||
	       entry->claim->status == STATEMENT_UNDER_INVESTIGATION;
}

/* A score is of products that may be harmed by it. */
static void put_scores(struct writing *out, const struct vex_issue *issue)
{
	struct csaf_scores scores = csaf_scores_of(issue->about);
	char id[PRODUCT_ID_SIZE];
	size_t open = 0;

	for (size_t i = 0; i < issue->count; i++)
		open += is_open(&issue->entries[i]);
	if (open == 0 || (!scores.v2.len && !scores.v3.len))
		return;
	json_key(out->json, "scores");
	json_open_array(out->json);
	json_open_object(out->json);
	csaf_put_scores(out->json, &scores);
	json_key(out->json, "products");
	json_open_array(out->json);
	for (size_t i = 0; i < issue->count; i++)
		for (size_t k = 0; k < issue->entries[i].count && is_open(&issue->entries[i]); k++)
			json_put_text(
			    out->json, product_id(out->d,
					   out->d->rows[issue->entries[i].rows[k]].finding.component, id));
	json_close_array(out->json);
	json_close_object(out->json);
	json_close_array(out->json);
}

static void put_vulnerability(struct writing *out, const struct vex_issue *issue)
{
	const struct scan_row *about = issue->about;
	struct json_out *w = out->json;
	char text[INSTANT_TEXT_SIZE];

	json_open_object(w);
	put_names(w, about);
	put_flags(out, issue);
	json_key(w, "notes");
	json_open_array(w);
	put_note(w, "description", "The vulnerability",
	    about->summary.len ? about->summary : STR("The records hold no description."));
	for (size_t i = 0; i < issue->count; i++) {
		struct str notes = vex_entry_notes(out->d, &issue->entries[i], &out->arena);

		if (notes.len)
			put_note(w, "details", "How it was found", notes);
	}
	json_close_array(w);
	put_statuses(out, issue);
	if (instant_is_known(about->published))
		json_field_text(w, "release_date", str_of(instant_write(about->published, text)));
	put_remediations(out, issue);
	put_scores(out, issue);
	put_threats(out, issue);
	json_field_text(w, "title", about->vulnerability);
	json_close_object(w);
}

bool csaf_write(const struct vex_document *d, FILE *to, struct err *e)
{
	struct writing out = { d, json_out_file(to, true), { 0 } };

	json_open_object(out.json);
	put_document(&out);
	put_product_tree(&out);
	if (d->issue_count) {
		json_key(out.json, "vulnerabilities");
		json_open_array(out.json);
		for (size_t i = 0; i < d->issue_count; i++)
			put_vulnerability(&out, &d->issues[i]);
		json_close_array(out.json);
	}
	json_close_object(out.json);
	arena_free(&out.arena);
	return json_out_close(out.json) || err_fail(e, ERR_IO, "the output could not be written");
}
