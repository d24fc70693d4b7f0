#include "publishing/publication_csaf.h"

#include "base/number.h"
#include "identity/cwe.h"
#include "publishing/csaf/csaf_provider.h"
#include "publishing/csaf_score.h"

#define GUDID "https://accessgudid.nlm.nih.gov/devices/"

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

static void field_number(struct json_out *w, const char *key, int64_t n)
{
	char text[NUMBER_TEXT_SIZE];

	json_field_text(w, key, number_write(n, text));
}

/* A release keeps its id in every issue. */
static struct str product_id(struct writing *out, const struct publication_product *p)
{
	return p->release ? arena_printf(out->arena, "RELEASE-%lld", (long long)p->release) : STR("DEVICE");
}

static void put_credits(struct writing *out)
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
static void put_distribution(struct writing *out)
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

static void put_note(struct json_out *w, const struct publication_note *n)
{
	json_open_object(w);
	json_field_text(w, "category", n->category);
	json_field_text(w, "text", n->text);
	if (n->title.len)
		json_field_text(w, "title", n->title);
	json_close_object(w);
}

static void put_publisher(struct writing *out)
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
static struct publication_reference own_reference(struct writing *out)
{
	const struct publication *p = out->p;
	struct str url = p->firm.advisory_url;
	struct str place = csaf_place_of(label_of(p), p->revisions[0].at, p->id, out->arena);

	return (struct publication_reference){ true, STR("The canonical address of this document."),
		arena_printf(out->arena, STR_FMT "%s" STR_FMT, STR_WHOLE(url),
		    str_ends(url, STR("/")) ? "" : "/", STR_WHOLE(place)) };
}

static void put_references(struct writing *out)
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

static void put_history(struct writing *out)
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

static void put_tracking(struct writing *out)
{
	struct json_out *w = out->json;

	json_key(w, "tracking");
	json_open_object(w);
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

static void put_document(struct writing *out)
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

static void put_texts(struct json_out *w, const char *key, const struct device_numbers *list)
{
	if (list->count == 0)
		return;
	json_key(w, key);
	json_open_array(w);
	for (size_t i = 0; i < list->count; i++)
		json_put_text(w, list->items[i]);
	json_close_array(w);
}

/* Models, catalogue numbers, and the UDI-DIs as addresses of AccessGUDID. */
static void put_helper(struct writing *out)
{
	const struct device_numbers *udi = &out->p->device.lists[DEVICE_UDI_DI];
	const struct device_numbers *models = &out->p->device.lists[DEVICE_MODEL_NUMBER];
	const struct device_numbers *catalog = &out->p->device.lists[DEVICE_CATALOG_NUMBER];
	struct json_out *w = out->json;

	if (udi->count + models->count + catalog->count == 0)
		return;
	json_key(w, "product_identification_helper");
	json_open_object(w);
	put_texts(w, "model_numbers", models);
	put_texts(w, "skus", catalog);
	if (udi->count) {
		json_key(w, "x_generic_uris");
		json_open_array(w);
		for (size_t i = 0; i < udi->count; i++) {
			SCOPED_BUF uri = buf_new(1024);

			buf_add(&uri, STR(GUDID));
			buf_escape(&uri, udi->items[i], "");
			json_open_object(w);
			json_field_text(w, "namespace", STR(GUDID));
			json_field_text(w, "uri", buf_str(&uri));
			json_close_object(w);
		}
		json_close_array(w);
	}
	json_close_object(w);
}

static void put_product(struct writing *out, const struct publication_product *p)
{
	struct str device = out->p->device.device.name;
	struct json_out *w = out->json;

	json_key(w, "product");
	json_open_object(w);
	json_field_text(w, "name",
	    arena_printf(out->arena, STR_FMT "%s" STR_FMT, STR_WHOLE(device), p->version.len ? " " : "",
		STR_WHOLE(p->version)));
	json_field_text(w, "product_id", product_id(out, p));
	put_helper(out);
	json_close_object(w);
}

/* The last key of a branch that was opened, and its end. */
static void close_branch(struct json_out *w, const char *category, struct str name)
{
	json_field_text(w, "category", str_of(category));
	json_field_text(w, "name", name);
}

static void put_device_branch(struct writing *out)
{
	const struct publication *p = out->p;
	struct json_out *w = out->json;
	bool has_releases = p->products[0].release != 0;

	json_open_object(w);
	if (has_releases) {
		json_key(w, "branches");
		json_open_array(w);
		for (size_t i = 0; i < p->product_count; i++) {
			json_open_object(w);
			close_branch(w, "product_version", p->products[i].version);
			put_product(out, &p->products[i]);
			json_close_object(w);
		}
		json_close_array(w);
	}
	close_branch(w, "product_name", p->device.device.name);
	if (!has_releases)
		put_product(out, &p->products[0]);
	json_close_object(w);
}

/* Vendor, device, release (6.3.9). */
static void put_product_tree(struct writing *out)
{
	const struct device *device = &out->p->device.device;
	struct json_out *w = out->json;

	json_key(w, "product_tree");
	json_open_object(w);
	json_key(w, "branches");
	json_open_array(w);
	json_open_object(w);
	json_key(w, "branches");
	json_open_array(w);
	put_device_branch(out);
	json_close_array(w);
	close_branch(
	    w, "vendor", device->manufacturer_name.len ? device->manufacturer_name : out->p->firm.name);
	json_close_object(w);
	json_close_array(w);
	json_close_object(w);
}

static bool is_open(const struct publication_product *p)
{
	return p->status == STATEMENT_AFFECTED || p->status == STATEMENT_UNDER_INVESTIGATION;
}

static bool is_affected(const struct publication_product *p)
{
	return p->status == STATEMENT_AFFECTED;
}

static bool is_investigated(const struct publication_product *p)
{
	return p->status == STATEMENT_UNDER_INVESTIGATION;
}

static bool is_fixed(const struct publication_product *p)
{
	return p->status == STATEMENT_FIXED;
}

static bool is_not_affected(const struct publication_product *p)
{
	return p->status == STATEMENT_NOT_AFFECTED;
}

static bool is_first_fixed(const struct publication_product *p)
{
	return p->first_fixed;
}

static bool is_recommended(const struct publication_product *p)
{
	return p->recommended;
}

/* The ids of the products that are so, as a list under the key; nothing where there is none. */
static void put_ids(struct writing *out, const char *key, bool (*is_so)(const struct publication_product *p))
{
	struct json_out *w = out->json;
	size_t count = 0;

	for (size_t i = 0; i < out->p->product_count; i++) {
		if (!is_so(&out->p->products[i]))
			continue;
		if (count++ == 0) {
			json_key(w, key);
			json_open_array(w);
		}
		json_put_text(w, product_id(out, &out->p->products[i]));
	}
	if (count)
		json_close_array(w);
}

static bool has_any(const struct publication *p, bool (*is_so)(const struct publication_product *p))
{
	for (size_t i = 0; i < p->product_count; i++)
		if (is_so(&p->products[i]))
			return true;
	return false;
}

static void put_statuses(struct writing *out)
{
	json_key(out->json, "product_status");
	json_open_object(out->json);
	put_ids(out, "first_fixed", is_first_fixed);
	put_ids(out, "fixed", is_fixed);
	put_ids(out, "known_affected", is_affected);
	put_ids(out, "known_not_affected", is_not_affected);
	put_ids(out, "recommended", is_recommended);
	put_ids(out, "under_investigation", is_investigated);
	json_close_object(out->json);
}

static void put_one_id(struct writing *out, const struct publication_product *p)
{
	json_key(out->json, "product_ids");
	json_open_array(out->json);
	json_put_text(out->json, product_id(out, p));
	json_close_array(out->json);
}

static void put_flags(struct writing *out)
{
	struct json_out *w = out->json;
	size_t count = 0;

	for (size_t i = 0; i < out->p->product_count; i++) {
		const struct publication_product *p = &out->p->products[i];

		if (!is_not_affected(p) || !p->justification)
			continue;
		if (count++ == 0) {
			json_key(w, "flags");
			json_open_array(w);
		}
		json_open_object(w);
		json_field_text(w, "label", statement_justification_word(p->justification));
		put_one_id(out, p);
		json_close_object(w);
	}
	if (count)
		json_close_array(w);
}

static void put_names(struct writing *out)
{
	struct str name = out->p->vulnerability;
	bool is_cve = str_starts(name, STR("CVE-"));
	struct json_out *w = out->json;

	if (is_cve && out->p->alias_count == 0)
		return;
	json_key(w, "ids");
	json_open_array(w);
	for (size_t i = 0; i < out->p->alias_count + !is_cve; i++) {
		struct str text = i < out->p->alias_count ? out->p->aliases[i] : name;

		json_open_object(w);
		json_field_text(w, "system_name",
		    i < out->p->alias_count ? str_first(text, str_index(text, '-')) : out->p->firm.name);
		json_field_text(w, "text", text);
		json_close_object(w);
	}
	json_close_array(w);
}

static void put_notes(struct writing *out)
{
	json_key(out->json, "notes");
	json_open_array(out->json);
	for (size_t i = 0; i < out->p->note_count; i++)
		put_note(out->json, &out->p->notes[i]);
	json_close_array(out->json);
}

/* A fix helps whoever has what is affected; that something is looked into has no remedy yet (6.2.2). */
static void put_remediations(struct writing *out)
{
	static const char *const categories[] = {
		[VEX_NONE_AVAILABLE] = "none_available",
		[VEX_VENDOR_FIX] = "vendor_fix",
		[VEX_WORKAROUND] = "workaround",
		[VEX_MITIGATION] = "mitigation",
		[VEX_NO_FIX_PLANNED] = "no_fix_planned",
	};
	struct json_out *w = out->json;

	_Static_assert(COUNT(categories) == VEX_REMEDY_COUNT, "a category for every remedy");
	if (!has_any(out->p, is_open))
		return;
	json_key(w, "remediations");
	json_open_array(w);
	for (size_t i = 0; i < out->p->remedy_count; i++) {
		const struct publication_remedy *r = &out->p->remedies[i];
		char on[DATE_TEXT_SIZE];

		json_open_object(w);
		json_field_text(w, "category", str_of(categories[r->kind]));
		if (date_is_known(r->on))
			json_field_text(
			    w, "date", arena_printf(out->arena, "%sT00:00:00Z", date_write(r->on, on)));
		json_field_text(w, "details", r->details);
		put_ids(out, "product_ids", is_open);
		json_close_object(w);
	}
	json_close_array(w);
}

static void put_scores(struct writing *out)
{
	struct csaf_scores scores = { STR_NONE, STR_NONE };
	struct json_out *w = out->json;

	for (size_t i = 0; i < out->p->vector_count; i++)
		csaf_add_score(&scores, out->p->vectors[i]);
	if (!has_any(out->p, is_open) || (!scores.v2.len && !scores.v3.len))
		return;
	json_key(w, "scores");
	json_open_array(w);
	json_open_object(w);
	csaf_put_scores(w, &scores);
	put_ids(out, "products", is_open);
	json_close_object(w);
	json_close_array(w);
}

static bool says_impact(const struct publication_product *p)
{
	return is_not_affected(p) && p->impact.len > 0;
}

static void put_threats(struct writing *out)
{
	struct json_out *w = out->json;
	bool exploited = out->p->exploited && has_any(out->p, is_open);

	if (!exploited && !has_any(out->p, says_impact))
		return;
	json_key(w, "threats");
	json_open_array(w);
	if (exploited) {
		json_open_object(w);
		json_field_text(w, "category", STR("exploit_status"));
		json_field_text(w, "details", STR("The vulnerability is known to be exploited."));
		put_ids(out, "product_ids", is_open);
		json_close_object(w);
	}
	for (size_t i = 0; i < out->p->product_count; i++) {
		const struct publication_product *p = &out->p->products[i];

		if (!says_impact(p))
			continue;
		json_open_object(w);
		json_field_text(w, "category", STR("impact"));
		json_field_text(w, "details", p->impact);
		put_one_id(out, p);
		json_close_object(w);
	}
	json_close_array(w);
}

static void put_vulnerability(struct writing *out)
{
	struct json_out *w = out->json;

	json_open_object(w);
	if (str_starts(out->p->vulnerability, STR("CVE-")))
		json_field_text(w, "cve", out->p->vulnerability);
	if (out->p->cwe) {
		json_key(w, "cwe");
		json_open_object(w);
		json_field_text(w, "id", arena_printf(out->arena, "CWE-%lld", (long long)out->p->cwe));
		json_field_text(w, "name", cwe_name(out->p->cwe));
		json_close_object(w);
	}
	put_flags(out);
	put_names(out);
	put_notes(out);
	put_statuses(out);
	put_remediations(out);
	put_scores(out);
	put_threats(out);
	json_close_object(w);
}

void publication_csaf_write(const struct publication *p, struct arena *arena, struct json_out *w)
{
	struct writing out = { .p = p, .arena = arena, .json = w };

	json_open_object(w);
	put_document(&out);
	put_product_tree(&out);
	json_key(w, "vulnerabilities");
	json_open_array(w);
	put_vulnerability(&out);
	json_close_array(w);
	json_close_object(w);
}
