/*
 * spdx3_element - one element of an SPDX 3 document (JSON-LD, an object of "@graph"), whatever its type.
 *
 * The type may stand behind the other fields, so all that is wanted of any type is read first.
 */
#pragma once
#include "formats/json_stream.h"
#include "sources/sbom.h"

struct spdx3_refs {
	struct str *ids;
	size_t count, room;
};

struct spdx3_element {
	struct arena arena;	 /* for all texts; reset for each element */
	struct str type;	 /* "software_Package", "Relationship"; without a prefix "spdx:" */
	struct sbom_component c; /* ref is the spdxId or @id, supplier an id */
	struct str originator;	 /* the first one, an id */
	struct str expression;	 /* of a licence */
	struct str relation, from;
	struct spdx3_refs to, roots;
	struct spdx3_refs imports; /* of a document: elements that are in others */
	struct str spec_version, created, created_by, created_using; /* of a CreationInfo; first ones, ids */
	struct str sbom_type;
	struct str cve;					 /* of a vulnerability */
	struct str justification, impact, action, notes; /* of a VEX relationship */
};

/* The object that comes next. Mistakes stick to the record of j. */
void spdx3_element_read(struct json *j, struct spdx3_element *out);
