#include "reports/sbom_check_json.h"

static const enum check_regime regimes[] = { CHECK_NTIA, CHECK_CISA, CHECK_FDA };

const char *check_regime_name(enum check_regime regime)
{
	switch (regime) {
	case CHECK_NTIA:
		return "ntia";
	case CHECK_CISA:
		return "cisa";
	case CHECK_FDA:
		return "fda";
	}
	return "";
}

bool check_regime_find(struct str word, enum check_regime *out)
{
	for (size_t i = 0; i < COUNT(regimes); i++)
		if (str_eq(word, str_of(check_regime_name(regimes[i])))) {
			*out = regimes[i];
			return true;
		}
	return false;
}

static void write_document(const struct sbom_check_about *about, size_t components, struct json_out *w)
{
	char hex[SHA256_HEX_SIZE];

	json_key(w, "sbom");
	json_open_object(w);
	json_field_text(w, "file", about->file);
	json_field_text(w, "format", about->format);
	json_field_int(w, "components", (int64_t)components);
	json_field_text(w, "sha256", str_of(sha256_hex(&about->digest, hex)));
	json_close_object(w);
}

static void write_scores(const struct sbom_check_result *r, struct json_out *w)
{
	json_key(w, "scores");
	json_open_object(w);
	for (size_t i = 0; i < COUNT(regimes); i++) {
		json_key(w, check_regime_name(regimes[i]));
		json_put_decimal(w, check_score(r, regimes[i]), 1);
	}
	json_close_object(w);
}

static void write_elements(const struct sbom_check_result *r, struct json_out *w)
{
	json_key(w, "elements");
	json_open_array(w);
	for (int i = 0; i < CHECK_ELEMENT_COUNT; i++) {
		json_open_object(w);
		json_field_text(w, "element", str_of(check_elements[i].key));
		json_key(w, "asked_by");
		json_open_array(w);
		for (size_t k = 0; k < COUNT(regimes); k++)
			if (check_elements[i].regimes & (int)regimes[k])
				json_put_text(w, str_of(check_regime_name(regimes[k])));
		json_close_array(w);
		json_field_int(w, "asked", (int64_t)r->wanted[i]);
		json_field_int(w, "there", (int64_t)r->met[i]);
		json_close_object(w);
	}
	json_close_array(w);
}

static void write_components(const struct sbom_check_result *r, struct json_out *w)
{
	json_key(w, "components");
	json_open_array(w);
	for (size_t i = 0; i < r->component_count; i++) {
		const struct check_component *c = &r->components[i];

		json_open_object(w);
		json_field_text(w, "name", c->name);
		json_field_text_or_null(w, "version", c->version.len > 0 ? c->version : STR_NONE);
		json_field_text_or_null(w, "ref", c->ref.len > 0 ? c->ref : STR_NONE);
		json_key(w, "missing");
		json_open_array(w);
		for (int k = 0; k < CHECK_ELEMENT_COUNT; k++)
			if (c->gaps & 1U << k)
				json_put_text(w, str_of(check_elements[k].key));
		json_close_array(w);
		json_close_object(w);
	}
	json_close_array(w);
}

static void write_findings(const struct sbom_check_result *r, struct json_out *w)
{
	json_key(w, "findings");
	json_open_array(w);
	for (size_t i = 0; i < r->finding_count; i++) {
		const struct check_finding_about *about = &check_finding_kinds[r->findings[i].kind];

		json_open_object(w);
		json_field_text(w, "kind", str_of(about->key));
		json_field_text(w, "severity", about->is_error ? STR("error") : STR("note"));
		json_field_text(w, "text", r->findings[i].text);
		json_close_object(w);
	}
	json_close_array(w);
}

void sbom_check_write(
    const struct sbom_check_about *about, const struct sbom_check_result *r, struct json_out *w)
{
	json_open_object(w);
	write_document(about, check_component_count(r), w);
	json_field_text(w, "require", str_of(check_regime_name(about->regime)));
	json_field_bool(w, "passes", check_passes(r, about->regime));
	write_scores(r, w);
	write_elements(r, w);
	write_components(r, w);
	write_findings(r, w);
	json_key(w, "warnings");
	json_open_array(w);
	for (size_t i = 0; i < about->warning_count; i++)
		json_put_text(w, about->warnings[i]);
	json_close_array(w);
	if (about->ended_count)
		life_write_ended(about->ended, about->ended_count, about->today, w);
	json_close_object(w);
}
