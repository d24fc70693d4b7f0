#include "publishing/openvex_write.h"

struct writing {
	const struct vex_document *d;
	struct json_out *json;
	struct arena arena; /* reset for each statement */
};

static void put_instant(struct json_out *w, const char *key, struct instant at)
{
	char text[INSTANT_TEXT_SIZE];

	json_field_text(w, key, str_of(instant_write(at, text)));
}

/* The keys of a product or subcomponent. */
static void put_names(struct writing *out, const struct component *c)
{
	struct str purl = vex_component_name(c, PACKAGE_PURL), cpe = vex_component_name(c, PACKAGE_CPE);
	struct json_out *w = out->json;

	/* the serial number of an SBOM means all that it is about */
	json_field_text(
	    w, "@id", purl.len ? purl : vex_local_name(out->d, c == out->d->subject ? NULL : c, &out->arena));
	if (purl.len == 0 && cpe.len == 0)
		return;
	json_key(w, "identifiers");
	json_open_object(w);
	if (purl.len)
		json_field_text(w, "purl", purl);
	if (cpe.len)
		json_field_text(w, str_starts_nocase(cpe, STR("cpe:2.3:")) ? "cpe23" : "cpe22", cpe);
	json_close_object(w);
}

static void put_components(struct writing *out, const struct vex_entry *entry)
{
	for (size_t i = 0; i < entry->count; i++) {
		json_open_object(out->json);
		put_names(out, vex_component(out->d, entry->rows[i]));
		json_close_object(out->json);
	}
}

static void put_products(struct writing *out, const struct vex_entry *entry)
{
	struct json_out *w = out->json;

	json_key(w, "products");
	json_open_array(w);
	if (out->d->subject) {
		json_open_object(w);
		put_names(out, out->d->subject);
		if (!vex_is_subject(out->d, entry)) {
			json_key(w, "subcomponents");
			json_open_array(w);
			put_components(out, entry);
			json_close_array(w);
		}
		json_close_object(w);
	} else {
		put_components(out, entry);
	}
	json_close_array(w);
}

static void put_vulnerability(struct json_out *w, const struct scan_row *about)
{
	json_key(w, "vulnerability");
	json_open_object(w);
	json_field_text(w, "name", about->vulnerability);
	if (about->summary.len)
		json_field_text(w, "description", about->summary);
	if (about->alias_count) {
		json_key(w, "aliases");
		json_open_array(w);
		for (size_t i = 0; i < about->alias_count; i++)
			json_put_text(w, about->aliases[i]);
		json_close_array(w);
	}
	json_close_object(w);
}

static void put_statement(struct writing *out, const struct vex_issue *issue, const struct vex_entry *entry)
{
	const struct vex_claim *claim = entry->claim;
	struct json_out *w = out->json;
	struct str notes;

	json_open_object(w);
	put_vulnerability(w, issue->about);
	put_products(out, entry);
	json_field_text(w, "status", statement_status_word(claim->status));
	if (claim->justification)
		json_field_text(w, "justification", statement_justification_word(claim->justification));
	if (claim->impact.len)
		json_field_text(w, "impact_statement", claim->impact);
	if (claim->action.len)
		json_field_text(w, "action_statement", claim->action);
	notes = vex_entry_notes(out->d, entry, &out->arena);
	if (notes.len)
		json_field_text(w, "status_notes", notes);
	json_close_object(w);
	arena_reset(&out->arena);
}

static void put_document(struct writing *out)
{
	const struct vex_edition *edition = out->d->edition;
	struct json_out *w = out->json;

	json_open_object(w);
	json_field_text(w, "@context", STR("https://openvex.dev/ns/v0.2.0"));
	json_field_text(w, "@id", arena_printf(&out->arena, "urn:uuid:%s", out->d->uuid));
	json_field_text(w, "author", edition->author.len ? edition->author : STR("not stated"));
	put_instant(w, "timestamp", edition->at);
	json_field_int(w, "version", 1);
	json_field_text(w, "tooling", vex_document_tooling(out->d, &out->arena));
	json_key(w, "statements");
	json_open_array(w);
	for (size_t i = 0; i < out->d->issue_count; i++)
		for (size_t k = 0; k < out->d->issues[i].count; k++)
			put_statement(out, &out->d->issues[i], &out->d->issues[i].entries[k]);
	json_close_array(w);
	json_close_object(w);
}

bool openvex_write(const struct vex_document *d, FILE *to, struct err *e)
{
	struct writing out = { d, NULL, { 0 } };

	if (d->row_count == 0)
		return err_fail(e, ERR_CONFLICT,
		    "there is no finding to state anything of, and OpenVEX has no empty document");
	out.json = json_out_file(to, true);
	put_document(&out);
	arena_free(&out.arena);
	return json_out_close(out.json) || err_fail(e, ERR_IO, "the output could not be written");
}
