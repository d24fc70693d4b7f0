#include "sources/sboms/spdx/spdx3_json.h"

#include "formats/json_stream.h"
#include "sources/sboms/collect.h"
#include "sources/sboms/json_start.h"
#include "sources/sboms/spdx/spdx3_element.h"
#include "sources/sboms/spdx/spdx3_links.h"
#include "sources/sboms/spdx/spdx3_statements.h"
#include "sources/sboms/spdx/spdx_field.h"
#include "sources/sboms/spdx/spdx_packages.h"
#include "sources/sboms/spdx/spdx_relation.h"

struct reader {
	struct json *j;
	struct sbom_sink out;
	struct spdx_packages *packages;
	struct spdx3_links *links;
	struct spdx3_statements *statements;
	struct arena *arena; /* the head's texts */
	struct sbom_head *head;
	struct err *e;
	struct str name;	 /* of the file */
	struct str author, tool; /* ids, in the arena */
	bool stopped;		 /* *e says why */
	bool has_graph;
	struct spdx3_element element;
};

static void warn(struct reader *r, const struct err *why)
{
	if (!r->stopped && !r->out.warning(r->out.ctx, why, r->e))
		r->stopped = true;
}

static void read_version(struct reader *r, struct str version)
{
	struct err why = { 0 };

	r->head->format = arena_printf(r->arena, "SPDX " STR_FMT, STR_ARG(version));
	if (str_starts(version, STR("3.0")))
		return;
	err_fail(&why, ERR_INPUT,
	    STR_FMT ": specVersion \"" STR_FMT "\" is not one of 3.0; read as far as it is understood",
	    STR_ARG(r->name), STR_ARG(version));
	warn(r, &why);
}

static void keep_first(struct reader *r, struct str *to, struct str text)
{
	if (to->len == 0)
		*to = arena_copy(r->arena, text);
}

/* There may be one for each tool that had a part in it; the first is the document's. */
static bool take_creation(struct reader *r, struct err *why)
{
	const struct spdx3_element *el = &r->element;

	if (str_eq(r->head->format, STR("SPDX 3")) && el->spec_version.len > 0)
		read_version(r, el->spec_version);
	keep_first(r, &r->author, el->created_by);
	keep_first(r, &r->tool, el->created_using);
	return instant_is_known(r->head->created) || el->created.len == 0 ||
	       instant_parse(el->created, true, &r->head->created, why);
}

static void describe(struct reader *r)
{
	for (size_t i = 0; i < r->element.roots.count; i++)
		spdx_packages_describe(r->packages, r->element.roots.ids[i]);
}

/* The document itself, and what it says is elsewhere. */
static bool give_document(struct reader *r)
{
	const struct spdx3_refs *imports = &r->element.imports;

	for (size_t i = 0; i < imports->count; i++)
		if (!collect_give_other(&r->out, imports->ids[i], r->e))
			return false;
	return collect_give_other(&r->out, r->element.c.ref, r->e);
}

static bool take_package(struct reader *r, struct err *why)
{
	struct spdx3_element *el = &r->element;
	struct sbom_component *c = &el->c, kept;

	if (c->name.len == 0)
		return err_fail(why, ERR_INPUT, "package without a name");
	if (c->supplier.len == 0)
		c->supplier = el->originator;
	if (c->kind.len == 0 && str_starts(el->type, STR("ai_")))
		c->kind = STR("machine-learning-model");
	c->version = spdx_value(c->version);
	kept = collect_copy(c, spdx_packages_arena(r->packages));
	if (!spdx_packages_add(r->packages, &kept, r->e))
		r->stopped = true;
	return true;
}

static bool take_relation(struct reader *r)
{
	const struct spdx3_element *el = &r->element;
	bool concluded = str_eq(el->relation, STR("hasConcludedLicense"));
	bool licence = concluded || str_eq(el->relation, STR("hasDeclaredLicense"));

	for (size_t i = 0; i < el->to.count; i++) {
		struct str to = el->to.ids[i];

		if (licence ? !spdx3_links_licence(r->links, el->from, to, concluded, r->e)
			    : !spdx_relation_give(&r->out, el->from, el->relation, to, r->e))
			return false;
		if (str_eq(el->relation, STR("describes")))
			spdx_packages_describe(r->packages, to);
	}
	return true;
}

/* What the element is for us; false where *why says what is wrong with it. */
static bool take_element(struct reader *r, struct err *why)
{
	struct spdx3_element *el = &r->element;
	struct str type = el->type;

	if (str_eq(type, STR("CreationInfo")))
		return take_creation(r, why);
	if (str_eq(type, STR("software_Package")) || str_eq(type, STR("ai_AIPackage")) ||
	    str_eq(type, STR("dataset_DatasetPackage")))
		return take_package(r, why);
	if (str_eq(type, STR("SpdxDocument"))) {
		keep_first(r, &r->head->serial, el->c.ref);
		keep_first(r, &r->head->name, el->c.name);
		describe(r);
		r->stopped = !give_document(r);
	} else if (str_eq(type, STR("software_Sbom"))) {
		keep_first(r, &r->head->context, el->sbom_type);
		describe(r);
		r->stopped = !collect_give_other(&r->out, el->c.ref, r->e);
	} else if (str_eq(type, STR("build_Build")) || str_eq(type, STR("software_Snippet"))) {
		r->stopped = !collect_give_other(&r->out, el->c.ref, r->e);
	} else if (str_eq(type, STR("software_File"))) {
		r->stopped = !collect_give_file(&r->out, &el->c, el->c.kind, r->e);
	} else if (spdx3_statements_takes(el)) {
		r->stopped = !spdx3_statements_add(r->statements, el, r->e);
	} else if (el->relation.len > 0) {
		r->stopped = !take_relation(r);
	} else if (el->c.ref.len > 0 && el->cve.len > 0) {
		r->stopped = !spdx3_links_name(r->links, el->c.ref, el->cve, r->e);
	} else if (el->c.ref.len > 0 && (el->expression.len > 0 || el->c.name.len > 0)) {
		r->stopped = !spdx3_links_name(
		    r->links, el->c.ref, el->expression.len > 0 ? el->expression : el->c.name, r->e);
	}
	return true;
}

static void read_element(struct reader *r)
{
	struct err why = { 0 };

	json_record_begin(r->j, false);
	spdx3_element_read(r->j, &r->element);
	if (!json_failed(r->j) && !take_element(r, &why))
		json_refuse(r->j, "%s", why.text);
	if (!json_record_end(r->j, &why) && !json_failed(r->j))
		warn(r, &why);
}

static void read_document(struct reader *r)
{
	struct str key;

	while (!r->stopped && json_next_key(r->j, &key)) {
		if (!str_eq(key, STR("@graph"))) {
			json_skip(r->j);
			continue;
		}
		r->has_graph = true;
		while (!r->stopped && json_next_item(r->j))
			read_element(r);
	}
}

/* Suppliers and licences, now that all elements are known. */
static void complete(void *ctx, struct sbom_component *c)
{
	const struct reader *r = ctx;

	c->supplier = spdx_value(spdx3_links_find_name(r->links, c->supplier));
	c->licence = spdx3_links_find_licence(r->links, c->ref);
	if (str_eq(c->support_level, STR("noAssertion")))
		c->support_level = STR_NONE;
}

static void complete_head(struct reader *r)
{
	r->head->author = arena_copy(r->arena, spdx3_links_find_name(r->links, r->author));
	r->head->tool = arena_copy(r->arena, spdx3_links_find_name(r->links, r->tool));
}

bool spdx3_json_recognises(struct str start)
{
	struct json_start s;
	struct json_member m;

	if (!json_start_open(start, &s))
		return false;
	while (json_start_next(&s, &m)) {
		if (str_eq(m.key, STR("@context")))
			return str_has(str_first(m.value, 400), STR("spdx.org/rdf/3"));
		/* The context may stand behind the elements, beyond what is at hand here. */
		if (str_eq(m.key, STR("@graph")))
			return m.kind == '[' && str_has(start, STR("\"spdxId\""));
	}
	return false;
}

bool spdx3_json_read(
    struct input *in, struct sbom_sink out, struct arena *arena, struct sbom_head *head, struct err *e)
{
	SCOPED_JSON *j = json_open(in);
	SCOPED_SPDX_PACKAGES *packages = spdx_packages_open(input_name(in));
	SCOPED_SPDX3_LINKS *links = spdx3_links_open(input_name(in));
	SCOPED_SPDX3_STATEMENTS *statements = spdx3_statements_open(input_name(in));
	struct sbom_head found = { .format = STR("SPDX 3"), .created = INSTANT_NONE };
	struct reader r = { .j = j,
		.out = out,
		.packages = packages,
		.links = links,
		.statements = statements,
		.arena = arena,
		.head = &found,
		.e = e };

	r.name = input_name(in);
	read_document(&r);
	arena_free(&r.element.arena);
	if (r.stopped || !json_finish(j, e))
		return false;
	if (!r.has_graph)
		return err_fail(e, ERR_INPUT, STR_FMT ": \"@graph\" is missing", STR_ARG(r.name));
	spdx_packages_each(packages, complete, &r);
	complete_head(&r);
	if (!spdx_packages_give(packages, out, e) || !spdx3_statements_give(statements, links, &out, e))
		return false;
	*head = found;
	return true;
}
