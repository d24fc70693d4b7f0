/*
 * cyclonedx_grammar - what CycloneDX calls things, and where, as far as it is read: one table for JSON and
 * XML.
 *
 * The two forms say the same in two ways. What is a key in JSON is an element or an attribute in XML, the
 * items of an array are elements inside one, and some values are an element's own text. A row says what
 * stands under a name in a context; the readers of the two forms walk along the rows, and cyclonedx.c is told
 * what they find.
 */
#pragma once
#include "base/str.h"

/* Where we are: what a JSON object or an XML element is. */
enum cyclonedx_context {
	IN_DOCUMENT,
	IN_METADATA,
	IN_LIFECYCLE,
	IN_AUTHOR,
	IN_MANUFACTURER_OF_BOM,
	IN_SUPPLIER_OF_SUBJECT,
	IN_TOOLS,
	IN_TOOL,
	IN_LOOSE_PROPERTY, /* of anything but a component */
	IN_COMPONENT,
	IN_SUPPLIER,
	IN_MANUFACTURER,
	IN_HASH,
	IN_LICENCES, /* JSON: one choice of the list; XML: all of them */
	IN_EXPRESSION,
	IN_LICENCE,
	IN_ATTACHMENT,
	IN_SWID,
	IN_REFERENCE,
	IN_PROPERTY,
	IN_EVIDENCE,
	IN_IDENTITY,
	IN_PEDIGREE,
	IN_ANCESTOR,
	IN_COMMIT,
	IN_PATCH,
	IN_ISSUE,
	IN_DEPENDENCY,
	IN_DEPENDED,
	IN_OWN_DEPENDENCIES, /* of a component, by the extension for 1.0 */
	IN_SERVICE,
	IN_COMPOSITION,
	IN_CITATION,
	IN_VULNERABILITY, /* those below stand in it */
	IN_OTHER_NAME,
	IN_ANALYSIS,
	IN_RESPONSES,
	IN_AFFECTED,
	IN_AFFECTED_VERSION,
};

/* What a text is. */
enum cyclonedx_field {
	FIELD_BOM_FORMAT,
	FIELD_SPEC_VERSION,
	FIELD_SERIAL,
	FIELD_TIMESTAMP,
	FIELD_PHASE,
	FIELD_AUTHOR_NAME,
	FIELD_BOM_MANUFACTURER_NAME,
	FIELD_SUBJECT_SUPPLIER_NAME,
	FIELD_TOOL_NAME,
	FIELD_LOOSE_PROPERTY_NAME,
	FIELD_REF,
	FIELD_TYPE,
	FIELD_GROUP,
	FIELD_NAME,
	FIELD_VERSION,
	FIELD_VERSION_RANGE,
	FIELD_IS_EXTERNAL,
	FIELD_PUBLISHER,
	FIELD_SCOPE,
	FIELD_PURL,
	FIELD_CPE,
	FIELD_OTHER_ID,
	FIELD_SUPPLIER_NAME,
	FIELD_MANUFACTURER_NAME,
	FIELD_HASH_ALGORITHM,
	FIELD_HASH_VALUE,
	FIELD_LICENCE_EXPRESSION,
	FIELD_LICENCE_ID,
	FIELD_LICENCE_NAME,
	FIELD_ENCODING,
	FIELD_SWID_TAG,
	FIELD_SWID_NAME,
	FIELD_REFERENCE_TYPE,
	FIELD_REFERENCE_URL,
	FIELD_PROPERTY_NAME,
	FIELD_PROPERTY_VALUE,
	FIELD_IDENTITY_FIELD,
	FIELD_IDENTITY_VALUE,
	FIELD_ANCESTOR_GROUP,
	FIELD_ANCESTOR_NAME,
	FIELD_ANCESTOR_VERSION,
	FIELD_ANCESTOR_PURL,
	FIELD_ANCESTOR_CPE,
	FIELD_COMMIT,
	FIELD_PATCH_TYPE,
	FIELD_ISSUE_TYPE,
	FIELD_ISSUE_ID,
	FIELD_DEPENDENCY_REF,
	FIELD_DEPENDS_ON,
	FIELD_SERVICE_REF,
	FIELD_AGGREGATE,
	FIELD_POINTER,
	FIELD_CITED_EXPRESSION,
	FIELD_ATTRIBUTED_TO,
	FIELD_PROCESS,
	FIELD_VULNERABILITY_ID,
	FIELD_VULNERABILITY_ALIAS,
	FIELD_RECOMMENDATION,
	FIELD_WORKAROUND,
	FIELD_STATE,
	FIELD_JUSTIFICATION,
	FIELD_RESPONSE,
	FIELD_DETAIL,
	FIELD_FIRST_ISSUED,
	FIELD_LAST_UPDATED,
	FIELD_AFFECTED_REF,
	FIELD_AFFECTED_VERSION,
	FIELD_AFFECTED_STATUS,
	FIELD_COUNT
};

enum cyclonedx_form { IN_BOTH, IN_JSON, IN_XML };

/* How the value stands there. */
enum cyclonedx_take {
	TAKE_TEXT,   /* a text; XML: an attribute, an element, or with the name "" the text of the element
			itself */
	TAKE_TEXTS,  /* an array of them; XML: the element again and again */
	TAKE_BOOL,   /* handed on as "true" or "false" */
	TAKE_OBJECT, /* one */
	TAKE_LIST,   /* an array of objects; XML: an element with an element for each */
	TAKE_EITHER, /* one object, or an array of them; XML: the element again and again */
};

struct cyclonedx_row {
	enum cyclonedx_context in;
	const char *name;
	enum cyclonedx_form form;
	enum cyclonedx_take take;
	int to;		  /* the field of a text, the context of an object or of the objects in a list */
	const char *item; /* of a list in XML: the name of its elements */
};

/* NULL: nothing of this name is read in this context. */
const struct cyclonedx_row *cyclonedx_find_row(
    enum cyclonedx_context in, struct str name, enum cyclonedx_form form);
/* The rows of a context, one behind the other. */
const struct cyclonedx_row *cyclonedx_rows(enum cyclonedx_context in, size_t *count);
