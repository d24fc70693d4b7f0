#include "sources/sboms/spdx/spdx_json.h"

#include "formats/json_stream.h"
#include "limits.h"
#include "sources/sboms/collect.h"
#include "sources/sboms/json_start.h"
#include "sources/sboms/spdx/spdx_field.h"
#include "sources/sboms/spdx/spdx_packages.h"
#include "sources/sboms/spdx/spdx_relation.h"

struct reader {
	struct json *j;
	struct sbom_sink out;
	struct spdx_packages *packages;
	struct arena *arena; /* the head's texts */
	struct sbom_head *head;
	struct err *e;
	struct str name; /* of the file */
	bool stopped;	 /* *e says why */
	bool is_spdx;	 /* spdxVersion was there */
};

/* A package being read: fields of which one stands in for another. */
struct package {
	struct sbom_component c;
	struct str concluded, declared, originator;
};

static void warn(struct reader *r, const struct err *why)
{
	if (!r->stopped && !r->out.warning(r->out.ctx, why, r->e))
		r->stopped = true;
}

/* {"referenceCategory": ..., "referenceType": "purl", "referenceLocator": "pkg:..."} */
static void read_references(struct json *j, struct sbom_component *c, struct arena *arena)
{
	struct str key;

	while (json_next_item(j)) {
		struct str type = STR_NONE, locator = STR_NONE;

		while (json_next_key(j, &key)) {
			if (str_eq(key, STR("referenceType")))
				collect_text(j, arena, &type);
			else if (str_eq(key, STR("referenceLocator")))
				collect_text(j, arena, &locator);
			else
				json_skip(j);
		}
		if (!json_failed(j) && !spdx_reference(c, type, locator, arena))
			json_refuse(j, "more than %d references", LIMIT_SBOM_LIST);
	}
}

static void read_checksums(struct json *j, struct sbom_component *c, struct arena *arena)
{
	struct str key;

	while (json_next_item(j)) {
		struct str algorithm = STR_NONE, value = STR_NONE;

		while (json_next_key(j, &key)) {
			if (str_eq(key, STR("algorithm")))
				collect_text(j, arena, &algorithm);
			else if (str_eq(key, STR("checksumValue")))
				collect_text(j, arena, &value);
			else
				json_skip(j);
		}
		if (!json_failed(j) && !collect_hash(c, algorithm, value, arena))
			json_refuse(j, "more than %d checksums", LIMIT_SBOM_LIST);
	}
}

static void read_valid_until(struct json *j, struct sbom_component *c)
{
	struct err why = { 0 };
	struct str text;

	if (json_text(j, &text) && !spdx_valid_until(c, text, &why))
		json_refuse(j, "%s", why.text);
}

/* Annotations carry, among others, what a tool could not say elsewhere. */
static void read_annotations(struct json *j, struct sbom_component *c, struct arena *arena)
{
	struct str key, text;

	while (json_next_item(j))
		while (json_next_key(j, &key))
			if (!str_eq(key, STR("comment")))
				json_skip(j);
			else if (json_text(j, &text))
				spdx_comment(c, text, arena);
}

static struct str *plain_field(struct package *p, struct str key)
{
	struct {
		struct str key, *field;
	} fields[] = {
		{ STR("SPDXID"), &p->c.ref },
		{ STR("name"), &p->c.name },
		{ STR("versionInfo"), &p->c.version },
		{ STR("downloadLocation"), &p->c.repository },
		{ STR("supplier"), &p->c.supplier },
		{ STR("originator"), &p->originator },
		{ STR("licenseConcluded"), &p->concluded },
		{ STR("licenseDeclared"), &p->declared },
		{ STR("primaryPackagePurpose"), &p->c.kind },
	};

	for (size_t i = 0; i < COUNT(fields); i++)
		if (str_eq(key, fields[i].key))
			return fields[i].field;
	return NULL;
}

static void read_field(struct json *j, struct package *p, struct str key, struct arena *arena)
{
	struct str *field = plain_field(p, key), text;

	if (field) {
		collect_text(j, arena, field);
	} else if (str_eq(key, STR("externalRefs"))) {
		read_references(j, &p->c, arena);
	} else if (str_eq(key, STR("checksums"))) {
		read_checksums(j, &p->c, arena);
	} else if (str_eq(key, STR("validUntilDate"))) {
		read_valid_until(j, &p->c);
	} else if (str_eq(key, STR("comment"))) {
		if (json_text(j, &text))
			spdx_comment(&p->c, text, arena);
	} else if (str_eq(key, STR("annotations"))) {
		read_annotations(j, &p->c, arena);
	} else {
		json_skip(j);
	}
}

static void add_package(struct reader *r, struct package *p)
{
	struct sbom_component *c = &p->c;

	c->version = spdx_value(c->version);
	c->repository = spdx_repository(c->repository);
	c->supplier = spdx_party(c->supplier.len > 0 ? c->supplier : p->originator);
	c->licence = spdx_value(p->concluded);
	if (c->licence.len == 0)
		c->licence = spdx_value(p->declared);
	c->kind = spdx_purpose(c->kind, spdx_packages_arena(r->packages));
	if (!spdx_packages_add(r->packages, c, r->e))
		r->stopped = true;
}

static void read_package(struct reader *r)
{
	struct arena *arena = spdx_packages_arena(r->packages);
	struct package p = { .c.end_of_support = DATE_NONE };
	struct err why = { 0 };
	struct str key;

	json_record_begin(r->j, false);
	while (json_next_key(r->j, &key))
		read_field(r->j, &p, key, arena);
	if (!json_failed(r->j) && p.c.name.len == 0)
		json_refuse(r->j, "package without a name");
	if (json_record_end(r->j, &why))
		add_package(r, &p);
	else if (!json_failed(r->j)) /* an error of the whole document is left to json_finish() */
		warn(r, &why);
}

static void read_relation(struct reader *r)
{
	struct str key, from = STR_NONE, relation = STR_NONE, to = STR_NONE;
	struct err why = { 0 };
	SCOPED_ARENA arena = { 0 };

	json_record_begin(r->j, false);
	while (json_next_key(r->j, &key)) {
		if (str_eq(key, STR("spdxElementId")))
			collect_text(r->j, &arena, &from);
		else if (str_eq(key, STR("relationshipType")))
			collect_text(r->j, &arena, &relation);
		else if (str_eq(key, STR("relatedSpdxElement")))
			collect_text(r->j, &arena, &to);
		else
			json_skip(r->j);
	}
	if (!json_record_end(r->j, &why)) {
		if (!json_failed(r->j))
			warn(r, &why);
		return;
	}
	spdx_packages_relate(r->packages, from, relation, to);
	if (!spdx_relation_give(&r->out, from, relation, to, r->e))
		r->stopped = true;
}

/* A file is no component, but relations name it. */
static void read_file(struct reader *r)
{
	struct sbom_component file = { 0 };
	struct str key;
	struct err why = { 0 };
	SCOPED_ARENA arena = { 0 };

	json_record_begin(r->j, false);
	while (json_next_key(r->j, &key)) {
		if (str_eq(key, STR("SPDXID")))
			collect_text(r->j, &arena, &file.ref);
		else if (str_eq(key, STR("fileName")))
			collect_text(r->j, &arena, &file.name);
		else if (str_eq(key, STR("checksums")))
			read_checksums(r->j, &file, &arena);
		else
			json_skip(r->j);
	}
	if (!json_record_end(r->j, &why)) {
		if (!json_failed(r->j))
			warn(r, &why);
	} else if (!collect_give_file(&r->out, &file, STR_NONE, r->e)) {
		r->stopped = true;
	}
}

static void read_created(struct reader *r)
{
	struct err why = { 0 };
	struct str key, text;

	while (json_next_key(r->j, &key)) {
		if (str_eq(key, STR("creators"))) {
			while (json_next_item(r->j))
				if (json_text(r->j, &text))
					spdx_creator(r->head, text, r->arena);
		} else if (!str_eq(key, STR("created"))) {
			json_skip(r->j);
		} else if (json_text(r->j, &text) && !instant_parse(text, true, &r->head->created, &why)) {
			err_within(&why, STR_FMT ": creationInfo.created", STR_ARG(r->name));
			warn(r, &why);
		}
	}
}

static void read_version(struct reader *r)
{
	struct err why = { 0 };
	struct str text;

	if (!collect_text(r->j, r->arena, &text))
		return;
	r->is_spdx = true;
	if (!spdx_version_is_known(text, &why)) {
		err_within(&why, STR_FMT ": spdxVersion", STR_ARG(r->name));
		warn(r, &why);
	}
	if (str_starts(text, STR("SPDX-")))
		text = str_from(text, 5);
	r->head->format = arena_printf(r->arena, "SPDX " STR_FMT, STR_ARG(text));
}

static void read_member(struct reader *r, struct str key)
{
	struct json *j = r->j;
	struct str id;

	if (str_eq(key, STR("spdxVersion")))
		read_version(r);
	else if (str_eq(key, STR("SPDXID")) && json_text(j, &id))
		r->stopped = !collect_give_other(&r->out, id, r->e);
	else if (str_eq(key, STR("name")))
		collect_text(j, r->arena, &r->head->name);
	else if (str_eq(key, STR("documentNamespace")))
		collect_text(j, r->arena, &r->head->serial);
	else if (str_eq(key, STR("creationInfo")))
		read_created(r);
	else if (str_eq(key, STR("documentDescribes")))
		while (json_next_item(j)) {
			if (json_text(j, &id))
				spdx_packages_describe(r->packages, id);
		}
	else if (str_eq(key, STR("packages")))
		while (!r->stopped && json_next_item(j))
			read_package(r);
	else if (str_eq(key, STR("files")))
		while (!r->stopped && json_next_item(j))
			read_file(r);
	else if (str_eq(key, STR("relationships")))
		while (!r->stopped && json_next_item(j))
			read_relation(r);
	else
		json_skip(j);
}

static void read_document(struct reader *r)
{
	struct str key;

	while (!r->stopped && json_next_key(r->j, &key)) {
		if (!str_eq(key, STR("sbom"))) {
			read_member(r, key);
			continue;
		}
		while (!r->stopped && json_next_key(r->j, &key))
			read_member(r, key);
	}
}

static bool is_document(struct json_start *s, bool *wrapped)
{
	struct json_member m;
	bool like = false;

	while (json_start_next(s, &m)) {
		if (str_eq(m.key, STR("spdxVersion")))
			return m.kind == '"' && str_starts(m.value, STR("SPDX-2"));
		if (str_eq(m.key, STR("@context")) || str_eq(m.key, STR("@graph")))
			return false;
		/* spdxVersion may stand behind the packages, beyond what is at hand here. */
		like = like || (str_eq(m.key, STR("SPDXID")) && str_eq(m.value, STR("SPDXRef-DOCUMENT")));
		if (str_eq(m.key, STR("sbom")) && m.kind == '{') {
			*wrapped = json_start_open(m.value, s);
			return false;
		}
	}
	return like;
}

bool spdx_json_recognises(struct str start)
{
	bool wrapped = false;
	struct json_start s;

	if (!json_start_open(start, &s))
		return false;
	return is_document(&s, &wrapped) || (wrapped && is_document(&s, &wrapped));
}

bool spdx_json_read(
    struct input *in, struct sbom_sink out, struct arena *arena, struct sbom_head *head, struct err *e)
{
	SCOPED_JSON *j = json_open(in);
	SCOPED_SPDX_PACKAGES *packages = spdx_packages_open(input_name(in));
	struct sbom_head found = { .format = STR("SPDX"), .created = INSTANT_NONE };
	struct reader r = {
		.j = j, .out = out, .packages = packages, .arena = arena, .head = &found, .e = e
	};

	r.name = input_name(in);
	read_document(&r);
	if (r.stopped || !json_finish(j, e))
		return false;
	if (!r.is_spdx)
		return err_fail(e, ERR_INPUT, STR_FMT ": spdxVersion is missing", STR_ARG(r.name));
	if (!spdx_packages_give(packages, out, e))
		return false;
	*head = found;
	return true;
}
