#include "reports/name_json.h"

void purl_json(struct json_out *w, const struct purl *p)
{
	SCOPED_BUF written = buf_new(PURL_WRITTEN_BYTES);

	purl_write(p, &written);
	json_open_object(w);
	json_field_text(w, "purl", buf_str(&written));
	json_field_optional(w, "type", p->type);
	json_field_optional(w, "namespace", p->namespace);
	json_field_optional(w, "name", p->name);
	json_field_optional(w, "version", p->version);
	json_key(w, "qualifiers");
	json_open_object(w);
	for (size_t i = 0; i < p->qualifier_count; i++) {
		json_key_str(w, p->qualifiers[i].key);
		json_put_text(w, p->qualifiers[i].value);
	}
	json_close_object(w);
	json_field_optional(w, "subpath", p->subpath);
	json_close_object(w);
}

void cpe_json(struct json_out *w, const struct cpe *c)
{
	SCOPED_BUF written = buf_new(CPE_WRITTEN_BYTES);
	SCOPED_ARENA arena = { 0 };

	cpe_write(c, &written);
	json_open_object(w);
	json_field_text(w, "cpe", buf_str(&written));
	for (int i = 0; i < CPE_ATTRIBUTE_COUNT; i++)
		json_field_text(
		    w, cpe_attribute_name((enum cpe_attribute)i), cpe_unescape(c->attribute[i], &arena));
	json_close_object(w);
}

static void put_score(struct json_out *w, const char *key, int tenths)
{
	json_key(w, key);
	if (tenths < 0)
		json_put_null(w);
	else
		json_put_decimal(w, tenths, 1);
}

void cvss_json(struct json_out *w, struct str text, const struct cvss *c, const struct cvss_scores *s)
{
	json_open_object(w);
	json_field_text(w, "vector", text);
	json_field_text(w, "version", str_of(cvss_version_name(c->version)));
	put_score(w, "base", s->base);
	put_score(w, "temporal", s->temporal);
	put_score(w, "environmental", s->environmental);
	put_score(w, "score", s->score);
	json_field_text(w, "severity", str_of(cvss_band_name(cvss_band(c->version, s->score))));
	json_close_object(w);
}
