#include "publishing/publication_csaf.h"

#include "base/number.h"
#include "publishing/csaf/csaf_provider.h"
#include "publishing/publication_csaf_parts.h"

static const struct publication_revision *this_revision(const struct publication *p)
{
	return &p->revisions[p->revision_count - 1];
}

static void field_instant(struct json_out *w, const char *key, struct instant at)
{
	char text[INSTANT_TEXT_SIZE];

	json_field_text(w, key, str_of(instant_write(at, text)));
}

static void field_number(struct json_out *w, const char *key, int64_t n)
{
	char text[NUMBER_TEXT_SIZE];

	json_field_text(w, key, number_write(n, text));
}

static void put_credits(struct csaf_writing *out)
{
	struct json_out *w = out->json;

	if (out->p->credit_count == 0)
		return;
	json_key(w, "acknowledgments");
	json_open_array(w);
	for (size_t i = 0; i < out->p->credit_count; i++) {
		const struct publication_credit *credit = &out->p->credits[i];

		json_open_object(w);
		if (credit->name.len) {
			json_key(w, "names");
			json_open_array(w);
			json_put_text(w, credit->name);
			json_close_array(w);
		}
		if (credit->summary.len)
			json_field_text(w, "summary", credit->summary);
		json_close_object(w);
	}
	json_close_array(w);
}

/* CSAF 2.0 has the labels of TLP 1.0: CLEAR was WHITE, and there was no AMBER+STRICT. */
static enum csaf_label label_of(const struct publication *p)
{
	enum csaf_label label = CSAF_WHITE;

	if (!csaf_label_find(p->tlp, &label) && str_starts(p->tlp, STR("AMBER")))
		label = CSAF_AMBER;
	return label;
}

/* Of AMBER+STRICT the text says what the label cannot. */
static void put_distribution(struct csaf_writing *out)
{
	struct json_out *w = out->json;

	json_key(w, "distribution");
	json_open_object(w);
	if (str_ends(out->p->tlp, STR("+STRICT")))
		json_field_text(w, "text", STR("TLP:AMBER+STRICT: within your own organisation only."));
	json_key(w, "tlp");
	json_open_object(w);
	json_field_text(w, "label", str_of(csaf_label_word(label_of(out->p))));
	json_field_text(w, "url", STR("https://www.first.org/tlp/"));
	json_close_object(w);
	json_close_object(w);
}

static void put_publisher(struct csaf_writing *out)
{
	const struct firm_profile *firm = &out->p->firm;
	struct json_out *w = out->json;

	json_key(w, "publisher");
	json_open_object(w);
	json_field_text(w, "category", STR("vendor"));
	if (firm->security_contact.len)
		json_field_text(w, "contact_details", firm->security_contact);
	json_field_text(w, "name", firm->name);
	json_field_text(w, "namespace", firm->namespace_uri);
	json_close_object(w);
}

static void put_reference(struct json_out *w, const struct publication_reference *r)
{
	json_open_object(w);
	json_field_text(w, "category", r->self ? STR("self") : STR("external"));
	json_field_text(w, "summary", r->summary);
	json_field_text(w, "url", r->url);
	json_close_object(w);
}

/* Where it will stand (6.2.11). */
static struct publication_reference own_reference(struct csaf_writing *out)
{
	const struct publication *p = out->p;
	struct str url = p->firm.advisory_url;
	struct str place = csaf_place_of(label_of(p), p->revisions[0].at, p->id, out->arena);

	return (struct publication_reference){ true, STR("The canonical address of this document."),
		arena_printf(out->arena, STR_FMT "%s" STR_FMT, STR_WHOLE(url),
		    str_ends(url, STR("/")) ? "" : "/", STR_WHOLE(place)) };
}

static void put_references(struct csaf_writing *out)
{
	bool has_own = out->p->firm.advisory_url.len > 0;
	struct json_out *w = out->json;

	if (out->p->reference_count == 0 && !has_own)
		return;
	json_key(w, "references");
	json_open_array(w);
	if (has_own) {
		struct publication_reference own = own_reference(out);

		put_reference(w, &own);
	}
	for (size_t i = 0; i < out->p->reference_count; i++)
		put_reference(w, &out->p->references[i]);
	json_close_array(w);
}

static void put_history(struct csaf_writing *out)
{
	struct json_out *w = out->json;

	json_key(w, "revision_history");
	json_open_array(w);
	for (size_t i = 0; i < out->p->revision_count; i++) {
		const struct publication_revision *r = &out->p->revisions[i];

		json_open_object(w);
		field_instant(w, "date", r->at);
		field_number(w, "number", r->number);
		json_field_text(w, "summary", r->summary);
		json_close_object(w);
	}
	json_close_array(w);
}

static void put_tracking(struct csaf_writing *out)
{
	struct json_out *w = out->json;

	json_key(w, "tracking");
	json_open_object(w);
	csaf_put_texts(w, "aliases", out->p->other_ids, out->p->other_id_count);
	field_instant(w, "current_release_date", this_revision(out->p)->at);
	json_key(w, "generator");
	json_open_object(w);
	json_key(w, "engine");
	json_open_object(w);
	json_field_text(w, "name", STR("aftercare"));
	json_field_text(w, "version", STR(PROGRAM_VERSION));
	json_close_object(w);
	json_close_object(w);
	json_field_text(w, "id", out->p->id);
	field_instant(w, "initial_release_date", out->p->revisions[0].at);
	put_history(out);
	json_field_text(w, "status", str_of(publication_status_word(out->p->status)));
	field_number(w, "version", this_revision(out->p)->number);
	json_close_object(w);
}

static void put_document(struct csaf_writing *out)
{
	bool is_vex = out->p->profile == PUBLICATION_VEX;
	struct json_out *w = out->json;

	json_key(w, "document");
	json_open_object(w);
	put_credits(out);
	json_field_text(w, "category", is_vex ? STR("csaf_vex") : STR("csaf_security_advisory"));
	json_field_text(w, "csaf_version", STR("2.0"));
	put_distribution(out);
	json_field_text(w, "lang", out->p->lang);
	put_publisher(out);
	put_references(out);
	json_field_text(w, "title", out->p->title);
	put_tracking(out);
	json_close_object(w);
}

void publication_csaf_write(const struct publication *p, struct arena *arena, struct json_out *w)
{
	struct csaf_writing out = { .p = p, .arena = arena, .json = w };

	json_open_object(w);
	put_document(&out);
	csaf_put_product_tree(&out);
	json_key(w, "vulnerabilities");
	json_open_array(w);
	csaf_put_flaw(&out);
	json_close_array(w);
	json_close_object(w);
}
