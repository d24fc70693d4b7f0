#include "sources/sboms/spdx/spdx3_element.h"

#include "limits.h"
#include "sources/sboms/collect.h"
#include "sources/sboms/spdx/spdx_field.h"

/* A reference: an id; or an element written out in its place, or an ExternalMap, of which the id counts. */
static void read_ref(struct json *j, struct arena *arena, struct str *id)
{
	struct str key;

	if (json_peek(j) != JSON_OBJECT) {
		collect_text(j, arena, id);
		return;
	}
	while (json_next_key(j, &key))
		if (str_eq(key, STR("spdxId")) || str_eq(key, STR("@id")) ||
		    str_eq(key, STR("externalSpdxId")))
			collect_text(j, arena, id);
		else
			json_skip(j);
}

static void add_ref(struct json *j, struct arena *arena, struct spdx3_refs *refs)
{
	struct str id = STR_NONE;

	read_ref(j, arena, &id);
	if (id.len == 0 || json_failed(j))
		return;
	refs->ids = arena_room(arena, refs->ids, refs->count, &refs->room, sizeof(*refs->ids));
	refs->ids[refs->count++] = id;
}

/* One reference or an array of them. */
static void read_refs(struct json *j, struct arena *arena, struct spdx3_refs *refs)
{
	if (json_peek(j) != JSON_ARRAY) {
		add_ref(j, arena, refs);
		return;
	}
	while (json_next_item(j))
		add_ref(j, arena, refs);
}

/* The first of one reference or word, or of an array of them. */
static void read_first(struct json *j, struct arena *arena, struct str *id)
{
	struct spdx3_refs refs = { 0 };

	read_refs(j, arena, &refs);
	if (id->len == 0 && refs.count > 0)
		*id = refs.ids[0];
}

/* clang-format off */
/* ExternalIdentifierType of SPDX 3.0 and what it is called as a reference type in SPDX 2. */
static const struct {
	const char *type, *reference;
} identifier_types[] = {
	{ "packageUrl", "purl" },
	{ "purl", "purl" },
	{ "cpe22", "cpe22Type" },
	{ "cpe23", "cpe23Type" },
	{ "swid", "swid" },
	{ "swhid", "swh" },
	{ "gitoid", "gitoid" },
};
/* clang-format on */

static void take_identifier(struct json *j, struct spdx3_element *el, struct str type, struct str identifier)
{
	if (str_eq(type, STR("cve")))
		el->cve = identifier;
	for (size_t i = 0; i < COUNT(identifier_types); i++)
		if (str_eq(type, str_of(identifier_types[i].type)) &&
		    !spdx_reference(&el->c, str_of(identifier_types[i].reference), identifier, &el->arena))
			json_refuse(j, "more than %d identifiers", LIMIT_SBOM_LIST);
}

static void read_identifiers(struct json *j, struct spdx3_element *el)
{
	struct str key;

	while (json_next_item(j)) {
		struct str type = STR_NONE, identifier = STR_NONE;

		while (json_next_key(j, &key)) {
			if (str_eq(key, STR("externalIdentifierType")))
				collect_text(j, &el->arena, &type);
			else if (str_eq(key, STR("identifier")))
				collect_text(j, &el->arena, &identifier);
			else
				json_skip(j);
		}
		if (!json_failed(j))
			take_identifier(j, el, type, identifier);
	}
}

/* "sha256" gives "SHA-256", "sha3_256" "SHA3-256". */
static struct str algorithm_of(struct str word, struct arena *arena)
{
	char *copy = arena_alloc(arena, word.len + 1, 1);

	for (size_t i = 0; i < word.len; i++)
		copy[i] = word.ptr[i] == '_' ? '-' : char_upper(word.ptr[i]);
	return (struct str){ copy, word.len };
}

static void read_hashes(struct json *j, struct spdx3_element *el)
{
	struct str key;

	while (json_next_item(j)) {
		struct str algorithm = STR_NONE, value = STR_NONE;

		while (json_next_key(j, &key)) {
			if (str_eq(key, STR("algorithm")))
				collect_text(j, &el->arena, &algorithm);
			else if (str_eq(key, STR("hashValue")))
				collect_text(j, &el->arena, &value);
			else
				json_skip(j);
		}
		if (json_failed(j) || value.len == 0) /* what verifies it is no hash: a signature, a code */
			continue;
		if (!collect_hash(&el->c, algorithm_of(algorithm, &el->arena), value, &el->arena))
			json_refuse(j, "more than %d hashes", LIMIT_SBOM_LIST);
	}
}

static void read_valid_until(struct json *j, struct spdx3_element *el)
{
	struct err why = { 0 };
	struct str text;

	if (json_text(j, &text) && !spdx_valid_until(&el->c, text, &why))
		json_refuse(j, "%s", why.text);
}

/* A key whose value is one text. */
static struct str *plain_field(struct spdx3_element *el, struct str key)
{
	struct {
		struct str key, *field;
	} fields[] = {
		{ STR("type"), &el->type },
		{ STR("@type"), &el->type },
		{ STR("spdxId"), &el->c.ref },
		{ STR("@id"), &el->c.ref },
		{ STR("name"), &el->c.name },
		{ STR("software_packageVersion"), &el->c.version },
		{ STR("software_primaryPurpose"), &el->c.kind },
		{ STR("simplelicensing_licenseExpression"), &el->expression },
		{ STR("relationshipType"), &el->relation },
		{ STR("specVersion"), &el->spec_version },
		{ STR("created"), &el->created },
		{ STR("security_justificationType"), &el->justification },
		{ STR("security_impactStatement"), &el->impact },
		{ STR("security_actionStatement"), &el->action },
		{ STR("security_statusNotes"), &el->notes },
	};

	for (size_t i = 0; i < COUNT(fields); i++)
		if (str_eq(key, fields[i].key))
			return fields[i].field;
	return NULL;
}

/* A key whose value is a reference or a word, or an array of which the first counts. */
static struct str *first_field(struct spdx3_element *el, struct str key)
{
	struct {
		struct str key, *field;
	} fields[] = {
		{ STR("from"), &el->from },
		{ STR("suppliedBy"), &el->c.supplier },
		{ STR("originatedBy"), &el->originator },
		{ STR("createdBy"), &el->created_by },
		{ STR("createdUsing"), &el->created_using },
		{ STR("supportLevel"), &el->c.support_level },
		{ STR("software_sbomType"), &el->sbom_type },
	};

	for (size_t i = 0; i < COUNT(fields); i++)
		if (str_eq(key, fields[i].key))
			return fields[i].field;
	return NULL;
}

static void read_field(struct json *j, struct spdx3_element *el, struct str key)
{
	struct str *plain = plain_field(el, key), *first = first_field(el, key), text;

	if (plain)
		collect_text(j, &el->arena, plain);
	else if (first)
		read_first(j, &el->arena, first);
	else if (str_eq(key, STR("to")))
		read_refs(j, &el->arena, &el->to);
	else if (str_eq(key, STR("rootElement")))
		read_refs(j, &el->arena, &el->roots);
	else if (str_eq(key, STR("import")))
		read_refs(j, &el->arena, &el->imports);
	else if (str_eq(key, STR("externalIdentifier")))
		read_identifiers(j, el);
	else if (str_eq(key, STR("verifiedUsing")))
		read_hashes(j, el);
	else if (str_eq(key, STR("validUntilTime")))
		read_valid_until(j, el);
	else if (str_eq(key, STR("software_packageUrl")) && json_text(j, &text))
		take_identifier(j, el, STR("packageUrl"), text);
	else if (str_eq(key, STR("comment")) && json_text(j, &text))
		spdx_comment(&el->c, text, &el->arena);
	else
		json_skip(j);
}

void spdx3_element_read(struct json *j, struct spdx3_element *out)
{
	struct arena arena = out->arena;
	struct str key;

	arena_reset(&arena);
	*out = (struct spdx3_element){ .arena = arena, .c.end_of_support = DATE_NONE };
	while (json_next_key(j, &key))
		read_field(j, out, key);
}
