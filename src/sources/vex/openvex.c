#include "sources/vex/openvex.h"

#include <inttypes.h>

#include "identity/cve_id.h"
#include "limits.h"
#include "sources/feeds/draft.h"
#include "sources/sboms/collect.h"
#include "sources/sboms/json_start.h"
#include "sources/vex/claim.h"
#include "sources/vex/product.h"

#define CONTEXT "https://openvex.dev/ns"

struct reader {
	struct json *j;
	struct arena *arena; /* the head's texts */
	struct statement_document head;
	struct claim claim;
	struct statement_product beside; /* has the subcomponents that stand beside the products */
};

/* --- products --- */

static void take_name(struct json *j, struct statement_product *p, struct arena *record)
{
	struct str text;

	if (collect_text(j, record, &text) && !product_name(p, text, record))
		json_refuse(j, "more than %d names of one product", LIMIT_STATEMENT_NAMES);
}

/* {"purl": "pkg:...", "cpe23": "cpe:2.3:..."} */
static void read_identifiers(struct json *j, struct statement_product *p, struct arena *record)
{
	struct str key;

	while (json_next_key(j, &key))
		take_name(j, p, record);
}

/* {"sha-256": "..."} */
static void read_hashes(struct json *j, struct statement_product *p, struct arena *record)
{
	struct str key, value;

	while (json_next_key(j, &key)) {
		struct str algorithm = arena_copy(record, key);

		if (collect_text(j, record, &value) && !product_hash(p, algorithm, value, record))
			json_refuse(j, "more than %d hashes", LIMIT_SBOM_LIST);
	}
}

/* What products and their subcomponents have in common. */
static void read_field(struct json *j, struct str key, struct statement_product *p, struct arena *record)
{
	if (str_eq(key, STR("@id")))
		take_name(j, p, record);
	else if (str_eq(key, STR("identifiers")))
		read_identifiers(j, p, record);
	else if (str_eq(key, STR("hashes")))
		read_hashes(j, p, record);
	else
		json_skip(j);
}

static void read_subcomponents(struct json *j, struct statement_product *p, struct arena *record)
{
	size_t room = 0;
	struct str key;

	while (json_next_item(j)) {
		struct statement_product *inner;

		if (p->subcomponent_count == LIMIT_STATEMENT_PRODUCTS) {
			json_refuse(j, "more than %d subcomponents", LIMIT_STATEMENT_PRODUCTS);
			return;
		}
		p->subcomponents = arena_room(
		    record, p->subcomponents, p->subcomponent_count, &room, sizeof(*p->subcomponents));
		inner = &p->subcomponents[p->subcomponent_count++];
		*inner = (struct statement_product){ 0 };
		if (json_peek(j) == JSON_TEXT)
			take_name(j, inner, record);
		else
			while (json_next_key(j, &key))
				read_field(j, key, inner, record);
	}
}

static void read_products(struct reader *r)
{
	struct arena *record = &r->claim.arena;
	struct str key;

	while (json_next_item(r->j)) {
		struct statement_product *p = claim_product(&r->claim, r->j);

		if (!p)
			return;
		if (json_peek(r->j) == JSON_TEXT) {
			take_name(r->j, p, record);
			continue;
		}
		while (json_next_key(r->j, &key))
			if (str_eq(key, STR("subcomponents")))
				read_subcomponents(r->j, p, record);
			else
				read_field(r->j, key, p, record);
	}
}

/* Up to 0.0.2 they are those of every product. */
static void share_subcomponents(struct reader *r)
{
	struct vex_statement *s = &r->claim.s;

	for (size_t i = 0; i < s->product_count; i++) {
		if (s->products[i].subcomponent_count > 0)
			continue;
		s->products[i].subcomponents = r->beside.subcomponents;
		s->products[i].subcomponent_count = r->beside.subcomponent_count;
	}
}

/* --- the vulnerability --- */

/* "https://nvd.nist.gov/vuln/detail/CVE-2024-1" says which, where nothing else does. */
static void take_iri(struct reader *r, struct str iri)
{
	struct str last = str_from(iri, str_last_index(iri, '/') + 1);
	int64_t cve;

	if (str_last_index(iri, '/') < iri.len && cve_id_parse(last, &cve))
		claim_id(&r->claim, r->j, last);
}

static void read_vulnerability(struct reader *r)
{
	struct str key, text, iri = STR_NONE;
	struct claim *c = &r->claim;

	if (json_peek(r->j) == JSON_TEXT) { /* up to 0.0.2 */
		if (collect_text(r->j, &c->arena, &text))
			claim_main_id(c, r->j, text);
		return;
	}
	while (json_next_key(r->j, &key)) {
		if (str_eq(key, STR("name"))) {
			if (collect_text(r->j, &c->arena, &text))
				claim_main_id(c, r->j, text);
		} else if (str_eq(key, STR("aliases"))) {
			while (json_next_item(r->j))
				if (collect_text(r->j, &c->arena, &text))
					claim_id(c, r->j, text);
		} else if (str_eq(key, STR("@id"))) {
			collect_text(r->j, &c->arena, &iri);
		} else {
			json_skip(r->j);
		}
	}
	if (c->s.id_count == 0)
		take_iri(r, iri);
}

/* --- statements --- */

static struct str *text_field(struct vex_statement *s, struct str key)
{
	struct {
		struct str key, *field;
	} fields[] = {
		{ STR("@id"), &s->id },
		{ STR("impact_statement"), &s->impact },
		{ STR("action_statement"), &s->action },
		{ STR("status_notes"), &s->notes },
		{ STR("supplier"), &s->author },
	};

	for (size_t i = 0; i < COUNT(fields); i++)
		if (str_eq(key, fields[i].key))
			return fields[i].field;
	return NULL;
}

static void read_statement(struct reader *r)
{
	struct claim *c = &r->claim;
	struct str key, *text;

	claim_clear(c);
	r->beside = (struct statement_product){ 0 };
	while (json_next_key(r->j, &key)) {
		text = text_field(&c->s, key);
		if (text)
			collect_text(r->j, &c->arena, text);
		else if (str_eq(key, STR("vulnerability")))
			read_vulnerability(r);
		else if (str_eq(key, STR("products")))
			read_products(r);
		else if (str_eq(key, STR("subcomponents")))
			read_subcomponents(r->j, &r->beside, &c->arena);
		else if (str_eq(key, STR("status")))
			claim_read_status(c, r->j);
		else if (str_eq(key, STR("justification")))
			claim_read_justification(c, r->j);
		else if (str_eq(key, STR("timestamp")))
			draft_read_instant(r->j, &c->s.issued);
		else if (str_eq(key, STR("last_updated")))
			draft_read_instant(r->j, &c->s.updated);
		else
			json_skip(r->j);
	}
	share_subcomponents(r);
}

static bool read_statements(struct reader *r, const struct statement_sink *out, struct err *e)
{
	size_t count = 0;

	while (json_next_item(r->j)) {
		if (count++ == LIMIT_STATEMENTS)
			return err_fail(e, ERR_LIMIT, "more than %d statements", LIMIT_STATEMENTS);
		json_record_begin(r->j, false);
		read_statement(r);
		if (!claim_give(&r->claim, r->j, out, e))
			return false;
	}
	return true;
}

/* --- the document --- */

/* "https://openvex.dev/ns/v0.2.0"; the first documents have no version there. */
static void read_context(struct reader *r)
{
	struct str text, version;

	if (!collect_text(r->j, r->arena, &text))
		return;
	if (!str_starts(text, STR(CONTEXT))) {
		json_refuse(r->j, "expected \"" CONTEXT "\", found \"" STR_FMT "\"", STR_ARG(text));
		return;
	}
	version = str_from(text, strlen(CONTEXT "/v"));
	r->head.format =
	    version.len > 0 ? arena_printf(r->arena, "OpenVEX " STR_FMT, STR_ARG(version)) : STR("OpenVEX");
}

/* A number; text in the first documents and in those of some tools. */
static void read_version(struct reader *r)
{
	int64_t number;

	if (json_peek(r->j) == JSON_TEXT)
		collect_text(r->j, r->arena, &r->head.version);
	else if (json_int(r->j, 0, INT64_MAX, &number))
		r->head.version = arena_printf(r->arena, "%" PRId64, number);
}

static bool read_document(struct reader *r, const struct statement_sink *out, struct err *e)
{
	struct str key;

	while (json_next_key(r->j, &key)) {
		if (str_eq(key, STR("@context")))
			read_context(r);
		else if (str_eq(key, STR("@id")))
			collect_text(r->j, r->arena, &r->head.id);
		else if (str_eq(key, STR("author")))
			collect_text(r->j, r->arena, &r->head.author);
		else if (str_eq(key, STR("role")))
			collect_text(r->j, r->arena, &r->head.role);
		else if (str_eq(key, STR("timestamp")))
			draft_read_instant(r->j, &r->head.issued);
		else if (str_eq(key, STR("last_updated")))
			draft_read_instant(r->j, &r->head.updated);
		else if (str_eq(key, STR("version")))
			read_version(r);
		else if (!str_eq(key, STR("statements")))
			json_skip(r->j);
		else if (!read_statements(r, out, e))
			return false;
	}
	return true;
}

bool openvex_recognises(struct str start)
{
	struct json_start s;
	struct json_member m;

	if (!json_start_open(start, &s))
		return false;
	while (json_start_next(&s, &m))
		if (str_eq(m.key, STR("@context")))
			return m.kind == '"' && str_starts(m.value, STR(CONTEXT));
	return false;
}

bool openvex_read(struct input *in, struct statement_sink out, struct arena *arena,
    struct statement_document *head, struct err *e)
{
	SCOPED_JSON *j = json_open(in);
	struct reader r = { .j = j, .arena = arena };
	bool ok;

	r.head = (struct statement_document){ .issued = INSTANT_NONE, .updated = INSTANT_NONE };
	ok = read_document(&r, &out, e);
	claim_free(&r.claim);
	if (!ok || !json_finish(j, e))
		return false;
	if (r.head.format.len == 0)
		return err_fail(e, ERR_INPUT, STR_FMT ": @context is missing", STR_ARG(input_name(in)));
	*head = r.head;
	return true;
}
