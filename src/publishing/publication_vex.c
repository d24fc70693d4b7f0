#include "publishing/publication_vex.h"

#include "publishing/cyclonedx_words.h"

#define NAME_BYTES_MOST 4096

struct writing {
	const struct publication *p;
	struct arena *arena;
	struct json_out *json;
};

static const struct publication_revision *this_revision(const struct publication *p)
{
	return &p->revisions[p->revision_count - 1];
}

static void field_instant(struct json_out *w, const char *key, struct instant at)
{
	char text[INSTANT_TEXT_SIZE];

	json_field_text(w, key, str_of(instant_write(at, text)));
}

static struct str local_name(struct writing *out, struct str name)
{
	SCOPED_BUF uri = buf_new(NAME_BYTES_MOST);

	buf_add(&uri, out->p->firm.namespace_uri);
	buf_byte(&uri, '#');
	buf_escape(&uri, name, "");
	return arena_copy(out->arena, buf_str(&uri));
}

/* "https://example.com#Example%20Pump%201.0" */
static struct str product_name(struct writing *out, const struct publication_product *p)
{
	struct str device = out->p->device.device.name;

	return local_name(out, arena_printf(out->arena, STR_FMT "%s" STR_FMT, STR_WHOLE(device),
				   p->version.len ? " " : "", STR_WHOLE(p->version)));
}

/* All remedies for the product as one text, a line each. */
static struct str action_of(struct writing *out, const struct publication_product *p)
{
	struct str text = STR("");

	for (size_t i = 0; i < out->p->remedy_count; i++)
		if (publication_remedy_is_for(&out->p->remedies[i], p))
			text = arena_printf(out->arena, STR_FMT "%s" STR_FMT, STR_WHOLE(text),
			    text.len ? "\n" : "", STR_WHOLE(out->p->remedies[i].details));
	return text;
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

static void put_statement(struct writing *out, const struct publication_product *p)
{
	struct json_out *w = out->json;

	json_open_object(w);
	json_key(w, "vulnerability");
	json_open_object(w);
	json_field_text(w, "name", out->p->vulnerability);
	json_field_text(w, "description", out->p->notes[0].text);
	put_texts(w, "aliases", out->p->aliases, out->p->alias_count);
	json_close_object(w);
	json_key(w, "products");
	json_open_array(w);
	json_open_object(w);
	json_field_text(w, "@id", product_name(out, p));
	json_close_object(w);
	json_close_array(w);
	json_field_text(w, "status", statement_status_word(p->status));
	if (p->justification)
		json_field_text(w, "justification", statement_justification_word(p->justification));
	if (p->impact.len)
		json_field_text(w, "impact_statement", p->impact);
	if (p->status == STATEMENT_AFFECTED)
		json_field_text(w, "action_statement", action_of(out, p));
	json_close_object(w);
}

void publication_openvex_write(const struct publication *p, struct arena *arena, struct json_out *w)
{
	struct writing out = { p, arena, w };

	json_open_object(w);
	json_field_text(w, "@context", STR("https://openvex.dev/ns/v0.2.0"));
	json_field_text(w, "@id", local_name(&out, p->id));
	json_field_text(w, "author", p->firm.name);
	json_field_text(w, "role", STR("vendor"));
	field_instant(w, "timestamp", p->revisions[0].at);
	if (p->revision_count > 1)
		field_instant(w, "last_updated", this_revision(p)->at);
	json_field_int(w, "version", this_revision(p)->number);
	json_field_text(w, "tooling", STR("aftercare " PROGRAM_VERSION));
	json_key(w, "statements");
	json_open_array(w);
	for (size_t i = 0; i < p->product_count; i++)
		put_statement(&out, &p->products[i]);
	json_close_array(w);
	json_close_object(w);
}

static void put_component(struct writing *out, const struct publication_product *p)
{
	struct json_out *w = out->json;

	json_open_object(w);
	json_field_text(w, "type", STR("device"));
	json_field_text(w, "bom-ref", product_name(out, p));
	json_field_text(w, "name", out->p->device.device.name);
	if (p->version.len)
		json_field_text(w, "version", p->version);
	json_close_object(w);
}

static void put_metadata(struct writing *out)
{
	struct json_out *w = out->json;

	json_key(w, "metadata");
	json_open_object(w);
	field_instant(w, "timestamp", this_revision(out->p)->at);
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
	json_key(w, "manufacturer");
	json_open_object(w);
	json_field_text(w, "name", out->p->firm.name);
	put_texts(w, "url", &out->p->firm.namespace_uri, 1);
	json_close_object(w);
	json_close_object(w);
}

static void put_ratings(struct writing *out)
{
	struct json_out *w = out->json;

	if (out->p->vector_count == 0)
		return;
	json_key(w, "ratings");
	json_open_array(w);
	for (size_t i = 0; i < out->p->vector_count; i++) {
		struct str vector = out->p->vectors[i];
		struct cvss_scores scores;
		struct cvss cvss;
		struct err unread;

		if (!cvss_parse(vector, &cvss, &unread))
			continue;
		cvss_score(&cvss, &scores);
		json_open_object(w);
		json_key(w, "score");
		json_put_decimal(w, scores.base, 1);
		json_field_text(w, "severity", str_of(cvss_band_name(cvss_band(cvss.version, scores.base))));
		json_field_text(w, "method", str_of(cyclonedx_method(vector)));
		json_field_text(w, "vector", vector);
		json_close_object(w);
	}
	json_close_array(w);
}

/* Each word once: two remedies may have the same. */
static void put_responses(struct writing *out, const struct publication_product *p)
{
	struct json_out *w = out->json;
	bool said[VEX_REMEDY_COUNT] = { false };
	size_t count = 0;

	for (size_t i = 0; i < out->p->remedy_count; i++) {
		enum vex_remedy kind = out->p->remedies[i].kind;

		if (kind == VEX_MITIGATION) /* has the word of workarounds */
			kind = VEX_WORKAROUND;
		if (!cyclonedx_response(kind) || said[kind] ||
		    !publication_remedy_is_for(&out->p->remedies[i], p))
			continue;
		said[kind] = true;
		if (count++ == 0) {
			json_key(w, "response");
			json_open_array(w);
		}
		json_put_text(w, str_of(cyclonedx_response(kind)));
	}
	if (count)
		json_close_array(w);
}

static void put_vulnerability(struct writing *out, const struct publication_product *p, size_t nth)
{
	struct json_out *w = out->json;

	json_open_object(w);
	json_field_text(w, "bom-ref",
	    arena_printf(out->arena, STR_FMT ":%zu", STR_WHOLE(out->p->vulnerability), nth + 1));
	json_field_text(w, "id", out->p->vulnerability);
	put_ratings(out);
	if (out->p->cwe) {
		json_key(w, "cwes");
		json_open_array(w);
		json_put_int(w, out->p->cwe);
		json_close_array(w);
	}
	json_field_text(w, "description", out->p->notes[0].text);
	if (p->status == STATEMENT_AFFECTED)
		json_field_text(w, "recommendation", action_of(out, p));
	json_key(w, "analysis");
	json_open_object(w);
	json_field_text(w, "state", str_of(cyclonedx_state(p->status)));
	if (cyclonedx_justification(p->justification))
		json_field_text(w, "justification", str_of(cyclonedx_justification(p->justification)));
	if (p->status == STATEMENT_AFFECTED)
		put_responses(out, p);
	if (p->impact.len)
		json_field_text(w, "detail", p->impact);
	json_close_object(w);
	json_key(w, "affects");
	json_open_array(w);
	json_open_object(w);
	json_field_text(w, "ref", product_name(out, p));
	json_close_object(w);
	json_close_array(w);
	json_close_object(w);
}

/* The same serial number in each issue, and its version. */
static struct str serial_of(struct writing *out)
{
	struct sha256 digest = sha256_of(local_name(out, out->p->id));
	char uuid[VEX_UUID_SIZE];

	vex_uuid_write(&digest, uuid);
	return arena_printf(out->arena, "urn:uuid:%s", uuid);
}

void publication_cyclonedx_write(const struct publication *p, struct arena *arena, struct json_out *w)
{
	struct writing out = { p, arena, w };

	json_open_object(w);
	json_field_text(w, "$schema", STR("http://cyclonedx.org/schema/bom-1.6.schema.json"));
	json_field_text(w, "bomFormat", STR("CycloneDX"));
	json_field_text(w, "specVersion", STR("1.6"));
	json_field_text(w, "serialNumber", serial_of(&out));
	json_field_int(w, "version", this_revision(p)->number);
	put_metadata(&out);
	json_key(w, "components");
	json_open_array(w);
	for (size_t i = 0; i < p->product_count; i++)
		put_component(&out, &p->products[i]);
	json_close_array(w);
	json_key(w, "vulnerabilities");
	json_open_array(w);
	for (size_t i = 0; i < p->product_count; i++)
		put_vulnerability(&out, &p->products[i], i);
	json_close_array(w);
	json_close_object(w);
}
