#include "identity/cwe.h"
#include "publishing/csaf_score.h"
#include "publishing/publication_csaf_parts.h"

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
static void put_ids(
    struct csaf_writing *out, const char *key, bool (*is_so)(const struct publication_product *p))
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
		json_put_text(w, csaf_product_id(out, &out->p->products[i]));
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

static void put_statuses(struct csaf_writing *out)
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

static void put_one_id(struct csaf_writing *out, const struct publication_product *p)
{
	json_key(out->json, "product_ids");
	json_open_array(out->json);
	json_put_text(out->json, csaf_product_id(out, p));
	json_close_array(out->json);
}

static void put_flags(struct csaf_writing *out)
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

static void put_names(struct csaf_writing *out)
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
		bool is_own = i + out->p->own_alias_count >= out->p->alias_count;

		json_open_object(w);
		json_field_text(
		    w, "system_name", is_own ? out->p->firm.name : str_first(text, str_index(text, '-')));
		json_field_text(w, "text", text);
		json_close_object(w);
	}
	json_close_array(w);
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

static void put_notes(struct csaf_writing *out)
{
	json_key(out->json, "notes");
	json_open_array(out->json);
	for (size_t i = 0; i < out->p->note_count; i++)
		put_note(out->json, &out->p->notes[i]);
	json_close_array(out->json);
}

/* The products that a remedy is for; it is for one at least. */
static void put_helped(struct csaf_writing *out, const struct publication_remedy *r)
{
	json_key(out->json, "product_ids");
	json_open_array(out->json);
	for (size_t i = 0; i < out->p->product_count; i++)
		if (publication_is_open(&out->p->products[i]) &&
		    publication_remedy_is_for(r, &out->p->products[i]))
			json_put_text(out->json, csaf_product_id(out, &out->p->products[i]));
	json_close_array(out->json);
}

/* A fix helps whoever has what is affected; that something is looked into has no remedy yet (6.2.2). */
static void put_remediations(struct csaf_writing *out)
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
	if (!has_any(out->p, publication_is_open))
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
		put_helped(out, r);
		json_close_object(w);
	}
	json_close_array(w);
}

static void put_scores(struct csaf_writing *out)
{
	struct csaf_scores scores = { STR_NONE, STR_NONE };
	struct json_out *w = out->json;

	for (size_t i = 0; i < out->p->vector_count; i++)
		csaf_add_score(&scores, out->p->vectors[i]);
	if (!has_any(out->p, publication_is_open) || (!scores.v2.len && !scores.v3.len))
		return;
	json_key(w, "scores");
	json_open_array(w);
	json_open_object(w);
	csaf_put_scores(w, &scores);
	put_ids(out, "products", publication_is_open);
	json_close_object(w);
	json_close_array(w);
}

static bool says_impact(const struct publication_product *p)
{
	return is_not_affected(p) && p->impact.len > 0;
}

static void put_threats(struct csaf_writing *out)
{
	struct json_out *w = out->json;
	bool exploited = out->p->exploited && has_any(out->p, publication_is_open);

	if (!exploited && !has_any(out->p, says_impact))
		return;
	json_key(w, "threats");
	json_open_array(w);
	if (exploited) {
		json_open_object(w);
		json_field_text(w, "category", STR("exploit_status"));
		json_field_text(w, "details", STR("The vulnerability is known to be exploited."));
		put_ids(out, "product_ids", publication_is_open);
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

void csaf_put_flaw(struct csaf_writing *out)
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
