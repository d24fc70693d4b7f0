#include "sources/sboms/cyclonedx_grammar.h"

/* clang-format off */
/* CycloneDX 1.0 to 1.7, with the extension dependency-graph 1.0; rows of one context stand together, contexts in
 * the order of their enum. */
static const struct cyclonedx_row rows[] = {
	{ IN_DOCUMENT, "bomFormat", IN_JSON, TAKE_TEXT, FIELD_BOM_FORMAT, NULL },
	{ IN_DOCUMENT, "specVersion", IN_JSON, TAKE_TEXT, FIELD_SPEC_VERSION, NULL },
	{ IN_DOCUMENT, "serialNumber", IN_BOTH, TAKE_TEXT, FIELD_SERIAL, NULL },
	{ IN_DOCUMENT, "metadata", IN_BOTH, TAKE_OBJECT, IN_METADATA, NULL },
	{ IN_DOCUMENT, "components", IN_BOTH, TAKE_LIST, IN_COMPONENT, "component" },
	{ IN_DOCUMENT, "services", IN_BOTH, TAKE_LIST, IN_SERVICE, "service" },
	{ IN_DOCUMENT, "dependencies", IN_BOTH, TAKE_LIST, IN_DEPENDENCY, "dependency" },
	{ IN_DOCUMENT, "compositions", IN_BOTH, TAKE_LIST, IN_COMPOSITION, "composition" },
	{ IN_DOCUMENT, "vulnerabilities", IN_BOTH, TAKE_LIST, IN_VULNERABILITY, "vulnerability" },
	{ IN_DOCUMENT, "citations", IN_BOTH, TAKE_LIST, IN_CITATION, "citation" },

	{ IN_METADATA, "timestamp", IN_BOTH, TAKE_TEXT, FIELD_TIMESTAMP, NULL },
	{ IN_METADATA, "lifecycles", IN_BOTH, TAKE_LIST, IN_LIFECYCLE, "lifecycle" },
	{ IN_METADATA, "tools", IN_BOTH, TAKE_EITHER, IN_TOOLS, NULL },
	{ IN_METADATA, "authors", IN_BOTH, TAKE_LIST, IN_AUTHOR, "author" },
	{ IN_METADATA, "component", IN_BOTH, TAKE_OBJECT, IN_COMPONENT, NULL },
	{ IN_METADATA, "manufacturer", IN_BOTH, TAKE_OBJECT, IN_MANUFACTURER_OF_BOM, NULL },
	{ IN_METADATA, "manufacture", IN_BOTH, TAKE_OBJECT, IN_SUPPLIER_OF_SUBJECT, NULL },
	{ IN_METADATA, "supplier", IN_BOTH, TAKE_OBJECT, IN_SUPPLIER_OF_SUBJECT, NULL },
	{ IN_METADATA, "properties", IN_BOTH, TAKE_LIST, IN_LOOSE_PROPERTY, "property" },

	{ IN_LIFECYCLE, "phase", IN_BOTH, TAKE_TEXT, FIELD_PHASE, NULL },
	{ IN_LIFECYCLE, "name", IN_BOTH, TAKE_TEXT, FIELD_PHASE, NULL },
	{ IN_AUTHOR, "name", IN_BOTH, TAKE_TEXT, FIELD_AUTHOR_NAME, NULL },
	{ IN_MANUFACTURER_OF_BOM, "name", IN_BOTH, TAKE_TEXT, FIELD_BOM_MANUFACTURER_NAME, NULL },
	{ IN_SUPPLIER_OF_SUBJECT, "name", IN_BOTH, TAKE_TEXT, FIELD_SUBJECT_SUPPLIER_NAME, NULL },
	/* Up to 1.4 an array of tools, from 1.5 on an object with components and services. */
	{ IN_TOOLS, "name", IN_JSON, TAKE_TEXT, FIELD_TOOL_NAME, NULL },
	{ IN_TOOLS, "tool", IN_XML, TAKE_OBJECT, IN_TOOL, NULL },
	{ IN_TOOLS, "components", IN_BOTH, TAKE_LIST, IN_TOOL, "component" },
	{ IN_TOOLS, "services", IN_BOTH, TAKE_LIST, IN_TOOL, "service" },
	{ IN_TOOL, "name", IN_BOTH, TAKE_TEXT, FIELD_TOOL_NAME, NULL },
	{ IN_LOOSE_PROPERTY, "name", IN_BOTH, TAKE_TEXT, FIELD_LOOSE_PROPERTY_NAME, NULL },

	{ IN_COMPONENT, "bom-ref", IN_BOTH, TAKE_TEXT, FIELD_REF, NULL },
	{ IN_COMPONENT, "type", IN_BOTH, TAKE_TEXT, FIELD_TYPE, NULL },
	{ IN_COMPONENT, "group", IN_BOTH, TAKE_TEXT, FIELD_GROUP, NULL },
	{ IN_COMPONENT, "name", IN_BOTH, TAKE_TEXT, FIELD_NAME, NULL },
	{ IN_COMPONENT, "version", IN_BOTH, TAKE_TEXT, FIELD_VERSION, NULL },
	{ IN_COMPONENT, "versionRange", IN_BOTH, TAKE_TEXT, FIELD_VERSION_RANGE, NULL },
	{ IN_COMPONENT, "isExternal", IN_BOTH, TAKE_BOOL, FIELD_IS_EXTERNAL, NULL },
	{ IN_COMPONENT, "publisher", IN_BOTH, TAKE_TEXT, FIELD_PUBLISHER, NULL },
	{ IN_COMPONENT, "scope", IN_BOTH, TAKE_TEXT, FIELD_SCOPE, NULL },
	{ IN_COMPONENT, "purl", IN_BOTH, TAKE_TEXT, FIELD_PURL, NULL },
	{ IN_COMPONENT, "cpe", IN_BOTH, TAKE_TEXT, FIELD_CPE, NULL },
	{ IN_COMPONENT, "omniborId", IN_BOTH, TAKE_TEXTS, FIELD_OTHER_ID, NULL },
	{ IN_COMPONENT, "swhid", IN_BOTH, TAKE_TEXTS, FIELD_OTHER_ID, NULL },
	{ IN_COMPONENT, "supplier", IN_BOTH, TAKE_OBJECT, IN_SUPPLIER, NULL },
	{ IN_COMPONENT, "manufacturer", IN_BOTH, TAKE_OBJECT, IN_MANUFACTURER, NULL },
	{ IN_COMPONENT, "hashes", IN_BOTH, TAKE_LIST, IN_HASH, "hash" },
	{ IN_COMPONENT, "licenses", IN_JSON, TAKE_LIST, IN_LICENCES, NULL },
	{ IN_COMPONENT, "licenses", IN_XML, TAKE_OBJECT, IN_LICENCES, NULL },
	{ IN_COMPONENT, "swid", IN_BOTH, TAKE_OBJECT, IN_SWID, NULL },
	{ IN_COMPONENT, "pedigree", IN_BOTH, TAKE_OBJECT, IN_PEDIGREE, NULL },
	{ IN_COMPONENT, "components", IN_BOTH, TAKE_LIST, IN_COMPONENT, "component" },
	{ IN_COMPONENT, "evidence", IN_BOTH, TAKE_OBJECT, IN_EVIDENCE, NULL },
	{ IN_COMPONENT, "properties", IN_BOTH, TAKE_LIST, IN_PROPERTY, "property" },
	{ IN_COMPONENT, "dependencies", IN_XML, TAKE_OBJECT, IN_OWN_DEPENDENCIES, NULL },

	{ IN_SUPPLIER, "name", IN_BOTH, TAKE_TEXT, FIELD_SUPPLIER_NAME, NULL },
	{ IN_MANUFACTURER, "name", IN_BOTH, TAKE_TEXT, FIELD_MANUFACTURER_NAME, NULL },
	{ IN_HASH, "alg", IN_BOTH, TAKE_TEXT, FIELD_HASH_ALGORITHM, NULL },
	{ IN_HASH, "content", IN_JSON, TAKE_TEXT, FIELD_HASH_VALUE, NULL },
	{ IN_HASH, "", IN_XML, TAKE_TEXT, FIELD_HASH_VALUE, NULL },
	{ IN_LICENCES, "expression", IN_BOTH, TAKE_TEXT, FIELD_LICENCE_EXPRESSION, NULL },
	{ IN_LICENCES, "expression-detailed", IN_XML, TAKE_OBJECT, IN_EXPRESSION, NULL },
	{ IN_LICENCES, "license", IN_BOTH, TAKE_OBJECT, IN_LICENCE, NULL },
	{ IN_EXPRESSION, "expression", IN_XML, TAKE_TEXT, FIELD_LICENCE_EXPRESSION, NULL },
	{ IN_LICENCE, "id", IN_BOTH, TAKE_TEXT, FIELD_LICENCE_ID, NULL },
	{ IN_LICENCE, "name", IN_BOTH, TAKE_TEXT, FIELD_LICENCE_NAME, NULL },
	{ IN_LICENCE, "text", IN_BOTH, TAKE_OBJECT, IN_ATTACHMENT, NULL },
	{ IN_LICENCE, "properties", IN_BOTH, TAKE_LIST, IN_LOOSE_PROPERTY, "property" },
	{ IN_ATTACHMENT, "encoding", IN_BOTH, TAKE_TEXT, FIELD_ENCODING, NULL },
	{ IN_SWID, "tagId", IN_BOTH, TAKE_TEXT, FIELD_SWID_TAG, NULL },
	{ IN_SWID, "name", IN_BOTH, TAKE_TEXT, FIELD_SWID_NAME, NULL },
	{ IN_PROPERTY, "name", IN_BOTH, TAKE_TEXT, FIELD_PROPERTY_NAME, NULL },
	{ IN_PROPERTY, "value", IN_JSON, TAKE_TEXT, FIELD_PROPERTY_VALUE, NULL },
	{ IN_PROPERTY, "", IN_XML, TAKE_TEXT, FIELD_PROPERTY_VALUE, NULL },
	/* One object in 1.5, an array or one object from 1.6 on. */
	{ IN_EVIDENCE, "identity", IN_BOTH, TAKE_EITHER, IN_IDENTITY, NULL },
	{ IN_IDENTITY, "field", IN_BOTH, TAKE_TEXT, FIELD_IDENTITY_FIELD, NULL },
	{ IN_IDENTITY, "concludedValue", IN_BOTH, TAKE_TEXT, FIELD_IDENTITY_VALUE, NULL },
	{ IN_PEDIGREE, "ancestors", IN_BOTH, TAKE_LIST, IN_ANCESTOR, "component" },
	{ IN_PEDIGREE, "commits", IN_BOTH, TAKE_LIST, IN_COMMIT, "commit" },
	{ IN_PEDIGREE, "patches", IN_BOTH, TAKE_LIST, IN_PATCH, "patch" },
	{ IN_ANCESTOR, "group", IN_BOTH, TAKE_TEXT, FIELD_ANCESTOR_GROUP, NULL },
	{ IN_ANCESTOR, "name", IN_BOTH, TAKE_TEXT, FIELD_ANCESTOR_NAME, NULL },
	{ IN_ANCESTOR, "version", IN_BOTH, TAKE_TEXT, FIELD_ANCESTOR_VERSION, NULL },
	{ IN_ANCESTOR, "purl", IN_BOTH, TAKE_TEXT, FIELD_ANCESTOR_PURL, NULL },
	{ IN_ANCESTOR, "cpe", IN_BOTH, TAKE_TEXT, FIELD_ANCESTOR_CPE, NULL },
	{ IN_COMMIT, "uid", IN_BOTH, TAKE_TEXT, FIELD_COMMIT, NULL },
	{ IN_PATCH, "type", IN_BOTH, TAKE_TEXT, FIELD_PATCH_TYPE, NULL },
	{ IN_PATCH, "resolves", IN_BOTH, TAKE_LIST, IN_ISSUE, "issue" },
	{ IN_ISSUE, "type", IN_BOTH, TAKE_TEXT, FIELD_ISSUE_TYPE, NULL },
	{ IN_ISSUE, "id", IN_BOTH, TAKE_TEXT, FIELD_ISSUE_ID, NULL },

	{ IN_DEPENDENCY, "ref", IN_BOTH, TAKE_TEXT, FIELD_DEPENDENCY_REF, NULL },
	{ IN_DEPENDENCY, "dependsOn", IN_JSON, TAKE_TEXTS, FIELD_DEPENDS_ON, NULL },
	{ IN_DEPENDENCY, "dependency", IN_XML, TAKE_OBJECT, IN_DEPENDED, NULL },
	{ IN_DEPENDED, "ref", IN_XML, TAKE_TEXT, FIELD_DEPENDS_ON, NULL },
	{ IN_OWN_DEPENDENCIES, "dependency", IN_XML, TAKE_OBJECT, IN_DEPENDED, NULL },
	{ IN_SERVICE, "bom-ref", IN_BOTH, TAKE_TEXT, FIELD_SERVICE_REF, NULL },
	{ IN_SERVICE, "properties", IN_BOTH, TAKE_LIST, IN_LOOSE_PROPERTY, "property" },
	{ IN_SERVICE, "services", IN_BOTH, TAKE_LIST, IN_SERVICE, "service" },
	{ IN_COMPOSITION, "aggregate", IN_BOTH, TAKE_TEXT, FIELD_AGGREGATE, NULL },
	{ IN_CITATION, "pointers", IN_BOTH, TAKE_TEXTS, FIELD_POINTER, NULL },
	{ IN_CITATION, "expressions", IN_BOTH, TAKE_TEXTS, FIELD_CITED_EXPRESSION, NULL },
	{ IN_CITATION, "attributedTo", IN_BOTH, TAKE_TEXT, FIELD_ATTRIBUTED_TO, NULL },
	{ IN_CITATION, "process", IN_BOTH, TAKE_TEXT, FIELD_PROCESS, NULL },

	{ IN_VULNERABILITY, "id", IN_BOTH, TAKE_TEXT, FIELD_VULNERABILITY_ID, NULL },
	{ IN_VULNERABILITY, "recommendation", IN_BOTH, TAKE_TEXT, FIELD_RECOMMENDATION, NULL },
	{ IN_VULNERABILITY, "workaround", IN_BOTH, TAKE_TEXT, FIELD_WORKAROUND, NULL },
	{ IN_VULNERABILITY, "references", IN_BOTH, TAKE_LIST, IN_OTHER_NAME, "reference" },
	{ IN_VULNERABILITY, "analysis", IN_BOTH, TAKE_OBJECT, IN_ANALYSIS, NULL },
	{ IN_VULNERABILITY, "affects", IN_BOTH, TAKE_LIST, IN_AFFECTED, "target" },
	{ IN_OTHER_NAME, "id", IN_BOTH, TAKE_TEXT, FIELD_VULNERABILITY_ALIAS, NULL },
	{ IN_ANALYSIS, "state", IN_BOTH, TAKE_TEXT, FIELD_STATE, NULL },
	{ IN_ANALYSIS, "justification", IN_BOTH, TAKE_TEXT, FIELD_JUSTIFICATION, NULL },
	{ IN_ANALYSIS, "response", IN_JSON, TAKE_TEXTS, FIELD_RESPONSE, NULL },
	{ IN_ANALYSIS, "responses", IN_XML, TAKE_OBJECT, IN_RESPONSES, NULL },
	{ IN_ANALYSIS, "detail", IN_BOTH, TAKE_TEXT, FIELD_DETAIL, NULL },
	{ IN_ANALYSIS, "firstIssued", IN_BOTH, TAKE_TEXT, FIELD_FIRST_ISSUED, NULL },
	{ IN_ANALYSIS, "lastUpdated", IN_BOTH, TAKE_TEXT, FIELD_LAST_UPDATED, NULL },
	{ IN_RESPONSES, "response", IN_XML, TAKE_TEXT, FIELD_RESPONSE, NULL },
	{ IN_AFFECTED, "ref", IN_BOTH, TAKE_TEXT, FIELD_AFFECTED_REF, NULL },
	{ IN_AFFECTED, "versions", IN_BOTH, TAKE_LIST, IN_AFFECTED_VERSION, "version" },
	{ IN_AFFECTED_VERSION, "version", IN_BOTH, TAKE_TEXT, FIELD_AFFECTED_VERSION, NULL },
	{ IN_AFFECTED_VERSION, "range", IN_BOTH, TAKE_TEXT, FIELD_AFFECTED_VERSION, NULL },
	{ IN_AFFECTED_VERSION, "status", IN_BOTH, TAKE_TEXT, FIELD_AFFECTED_STATUS, NULL },
};
/* clang-format on */

const struct cyclonedx_row *cyclonedx_rows(enum cyclonedx_context in, size_t *count)
{
	size_t low = 0, high = COUNT(rows), from;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (rows[middle].in < in)
			low = middle + 1;
		else
			high = middle;
	}
	for (from = low; low < COUNT(rows) && rows[low].in == in; low++)
		;
	*count = low - from;
	return &rows[from];
}

const struct cyclonedx_row *cyclonedx_find_row(
    enum cyclonedx_context in, struct str name, enum cyclonedx_form form)
{
	size_t count;
	const struct cyclonedx_row *of = cyclonedx_rows(in, &count);

	for (size_t i = 0; i < count; i++)
		if ((of[i].form == IN_BOTH || of[i].form == form) && str_eq(name, str_of(of[i].name)))
			return &of[i];
	return NULL;
}
