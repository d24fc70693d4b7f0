#include "publishing/cyclonedx_write.h"

#include <inttypes.h>

#include "base/intern.h"
#include "base/number.h"
#include "publishing/cyclonedx_words.h"

struct writing {
	const struct vex_document *d;
	struct json_out *json;
	struct str *refs; /* of the components, none twice; only those that are named have one */
	struct arena arena;
};

/* The SBOM's own references where it has them, so that both documents can be read together. */
static void make_refs(struct writing *out)
{
	const struct scan *s = out->d->scan;
	bool *found = arena_alloc(&out->arena, s->component_count, sizeof(*found));
	SCOPED_INTERN *taken = intern_new();

	out->refs = arena_alloc(&out->arena, s->component_count, sizeof(*out->refs));
	for (size_t i = 0; i < out->d->row_count; i++)
		found[out->d->rows[i].finding.component] = true;
	if (out->d->subject)
		found[out->d->subject - s->components] = true;
	for (size_t i = 0; i < s->component_count; i++) {
		struct str ref = s->components[i].ref;

		if (!found[i])
			continue;
		if (ref.len == 0 || str_starts(ref, STR("aftercare:")) ||
		    intern_find(taken, ref) != INTERN_NONE)
			ref = arena_printf(&out->arena, "aftercare:component:%zu", i + 1);
		intern_add(taken, ref);
		out->refs[i] = ref;
	}
}

static void put_name_value(struct json_out *w, const char *name, struct str value)
{
	json_open_object(w);
	json_field_text(w, "name", str_of(name));
	json_field_text(w, "value", value);
	json_close_object(w);
}

/* Its type as the SBOM has it; where that is no word of CycloneDX, the one that says least. */
static struct str type_of(const struct component *c)
{
	static const char *const types[] = { "application", "framework", "library", "container", "platform",
		"operating-system", "device", "device-driver", "firmware", "file", "machine-learning-model",
		"data", "cryptographic-asset" };

	for (size_t i = 0; i < COUNT(types); i++)
		if (str_eq_nocase(c->kind, str_of(types[i])))
			return str_of(types[i]);
	return STR("library");
}

static void put_component(struct writing *out, size_t number)
{
	const struct component *c = &out->d->scan->components[number];
	struct str purl = vex_component_name(c, PACKAGE_PURL), cpe = vex_component_name(c, PACKAGE_CPE);
	struct json_out *w = out->json;

	json_open_object(w);
	json_field_text(w, "type", type_of(c));
	json_field_text(w, "bom-ref", out->refs[number]);
	if (c->supplier.len) {
		json_key(w, "supplier");
		json_open_object(w);
		json_field_text(w, "name", c->supplier);
		json_close_object(w);
	}
	json_field_text(w, "name", c->name);
	if (c->version.len)
		json_field_text(w, "version", c->version);
	if (cpe.len)
		json_field_text(w, "cpe", cpe);
	if (purl.len)
		json_field_text(w, "purl", purl);
	json_close_object(w);
}

static void put_data(struct writing *out)
{
	const struct scan *s = out->d->scan;
	char text[INSTANT_TEXT_SIZE], hex[SHA256_HEX_SIZE];
	struct str unseen;

	json_key(out->json, "properties");
	json_open_array(out->json);
	put_name_value(out->json, "aftercare:sbom:sha256", str_of(sha256_hex(&s->digest, hex)));
	for (size_t i = 0; i < s->source_count; i++) {
		bool is_known = instant_is_known(s->sources[i].newest);

		put_name_value(out->json, "aftercare:data",
		    arena_printf(&out->arena, "%.*s: %" PRId64 " record%s, newest %s",
			(int)s->sources[i].name.len, s->sources[i].name.ptr, s->sources[i].records,
			PLURAL(s->sources[i].records),
			is_known ? instant_write(s->sources[i].newest, text) : "not stated"));
	}
	unseen = vex_document_unseen(out->d, &out->arena);
	if (unseen.len)
		put_name_value(out->json, "aftercare:unseen", unseen);
	json_close_array(out->json);
}

static void put_tool(struct json_out *w)
{
	json_key(w, "tools");
	json_open_object(w);
	json_key(w, "components");
	json_open_array(w);
	json_open_object(w);
	json_field_text(w, "type", STR("application"));
	json_field_text(w, "name", STR("aftercare"));
	json_field_text(w, "version", STR(PROGRAM_VERSION));
	json_close_object(w);
	json_close_array(w);
	json_close_object(w);
}

static void put_metadata(struct writing *out)
{
	const struct vex_edition *edition = out->d->edition;
	struct json_out *w = out->json;
	char text[INSTANT_TEXT_SIZE];

	json_key(w, "metadata");
	json_open_object(w);
	json_field_text(w, "timestamp", str_of(instant_write(edition->at, text)));
	put_tool(w);
	if (edition->author.len) {
		json_key(w, "authors");
		json_open_array(w);
		json_open_object(w);
		json_field_text(w, "name", edition->author);
		json_close_object(w);
		json_close_array(w);
	}
	if (out->d->subject) {
		json_key(w, "component");
		put_component(out, (size_t)(out->d->subject - out->d->scan->components));
	}
	put_data(out);
	json_close_object(w);
}

static void put_components(struct writing *out)
{
	json_key(out->json, "components");
	json_open_array(out->json);
	for (size_t i = 0; i < out->d->scan->component_count; i++)
		if (out->refs[i].len && &out->d->scan->components[i] != out->d->subject)
			put_component(out, i);
	json_close_array(out->json);
}

static void put_source(struct json_out *w, struct str name)
{
	json_key(w, "source");
	json_open_object(w);
	json_field_text(w, "name", name);
	json_close_object(w);
}

static void put_ratings(struct json_out *w, const struct scan_row *about)
{
	if (about->score_count == 0)
		return;
	json_key(w, "ratings");
	json_open_array(w);
	for (size_t i = 0; i < about->score_count; i++) {
		const struct scan_score *score = &about->scores[i];

		json_open_object(w);
		put_source(w, score->source);
		json_key(w, "score");
		json_put_decimal(w, score->tenths, 1);
		json_field_text(w, "severity", str_of(cvss_band_name(score->band)));
		json_field_text(w, "method", str_of(cyclonedx_method(score->vector)));
		if (score->vector.len)
			json_field_text(w, "vector", score->vector);
		json_close_object(w);
	}
	json_close_array(w);
}

static void put_references(struct json_out *w, const struct scan_row *about)
{
	if (about->alias_count == 0)
		return;
	json_key(w, "references");
	json_open_array(w);
	for (size_t i = 0; i < about->alias_count; i++) {
		json_open_object(w);
		json_field_text(w, "id", about->aliases[i]);
		put_source(w, str_first(about->aliases[i], str_index(about->aliases[i], '-')));
		json_close_object(w);
	}
	json_close_array(w);
}

/* docs/stages/publishing.md has the whole mapping; each word is read back as what it was. */
static void put_analysis(struct writing *out, const struct vex_entry *entry)
{
	const struct vex_claim *claim = entry->claim;
	struct str notes = vex_entry_notes(out->d, entry, &out->arena);
	struct json_out *w = out->json;

	json_key(w, "analysis");
	json_open_object(w);
	json_field_text(w, "state", str_of(cyclonedx_state(claim->status)));
	if (cyclonedx_justification(claim->justification))
		json_field_text(w, "justification", str_of(cyclonedx_justification(claim->justification)));
	if (claim->status == STATEMENT_AFFECTED && cyclonedx_response(claim->remedy)) {
		json_key(w, "response");
		json_open_array(w);
		json_put_text(w, str_of(cyclonedx_response(claim->remedy)));
		json_close_array(w);
	}
	if (claim->impact.len && notes.len)
		notes = arena_printf(&out->arena, "%.*s\n%.*s", (int)claim->impact.len, claim->impact.ptr,
		    (int)notes.len, notes.ptr);
	if (claim->impact.len || notes.len)
		json_field_text(w, "detail", notes.len ? notes : claim->impact);
	json_close_object(w);
}

static void put_affects(struct writing *out, const struct vex_entry *entry)
{
	json_key(out->json, "affects");
	json_open_array(out->json);
	for (size_t i = 0; i < entry->count; i++) {
		json_open_object(out->json);
		json_field_text(out->json, "ref", out->refs[out->d->rows[entry->rows[i]].finding.component]);
		json_close_object(out->json);
	}
	json_close_array(out->json);
}

static void put_facts(struct writing *out, const struct scan_row *about)
{
	char number[NUMBER_TEXT_SIZE];

	json_key(out->json, "properties");
	json_open_array(out->json);
	put_name_value(out->json, "aftercare:kev", scan_row_kev(about) ? STR("true") : STR("false"));
	for (unsigned i = EXPLOIT_KEV + 1; i < EXPLOIT_LIST_COUNT; i++)
		if (about->exploited & 1U << i)
			put_name_value(
			    out->json, "aftercare:exploited-in", exploit_list_name((enum exploit_list)i));
	if (about->epss >= 0)
		put_name_value(out->json, "aftercare:epss", number_write_decimal(about->epss, 6, number));
	json_close_array(out->json);
}

static void put_vulnerability(struct writing *out, const struct vex_issue *issue, size_t nth)
{
	const struct vex_entry *entry = &issue->entries[nth];
	const struct scan_row *about = issue->about;
	struct json_out *w = out->json;
	char text[INSTANT_TEXT_SIZE];

	json_open_object(w);
	json_field_text(w, "bom-ref",
	    arena_printf(&out->arena, "aftercare:%.*s:%zu", (int)about->vulnerability.len,
		about->vulnerability.ptr, nth + 1));
	json_field_text(w, "id", about->vulnerability);
	put_source(w, about->finding.source);
	put_references(w, about);
	put_ratings(w, about);
	if (about->summary.len)
		json_field_text(w, "description", about->summary);
	if (entry->claim->action.len)
		json_field_text(w, "recommendation", entry->claim->action);
	if (instant_is_known(about->published))
		json_field_text(w, "published", str_of(instant_write(about->published, text)));
	put_analysis(out, entry);
	put_affects(out, entry);
	put_facts(out, about);
	json_close_object(w);
}

static void put_bom(struct writing *out)
{
	struct json_out *w = out->json;

	json_open_object(w);
	json_field_text(w, "$schema", STR("http://cyclonedx.org/schema/bom-1.6.schema.json"));
	json_field_text(w, "bomFormat", STR("CycloneDX"));
	json_field_text(w, "specVersion", STR("1.6"));
	json_field_text(w, "serialNumber", arena_printf(&out->arena, "urn:uuid:%s", out->d->uuid));
	json_field_int(w, "version", 1);
	put_metadata(out);
	put_components(out);
	json_key(w, "vulnerabilities");
	json_open_array(w);
	for (size_t i = 0; i < out->d->issue_count; i++)
		for (size_t k = 0; k < out->d->issues[i].count; k++)
			put_vulnerability(out, &out->d->issues[i], k);
	json_close_array(w);
	json_close_object(w);
}

bool cyclonedx_write(const struct vex_document *d, FILE *to, struct err *e)
{
	struct writing out = { d, NULL, NULL, { 0 } };

	make_refs(&out);
	out.json = json_out_file(to, true);
	put_bom(&out);
	arena_free(&out.arena);
	return json_out_close(out.json) || err_fail(e, ERR_IO, "the output could not be written");
}
