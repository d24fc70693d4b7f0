/*
 * csaf_shape - what the JSON schema of CSAF 2.0 says, as tables: which keys an object has, and what stands
 * under them. For publishing/csaf alone.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>

enum csaf_form {
	CSAF_OBJECT, /* of the shape */
	CSAF_CVSS,   /* an object that test 6.1.8 looks into */
	CSAF_WORD,   /* one of the words */
	CSAF_TEXT,   /* not empty */
	CSAF_URI,
	CSAF_DATE_TIME,
	CSAF_VERSION,
	CSAF_LANGUAGE,
	CSAF_TRACKING_ID,
	CSAF_CATEGORY,
	CSAF_CVE,
	CSAF_CWE,
	CSAF_CPE,
	CSAF_PURL,
	CSAF_HASH,
	CSAF_FORM_COUNT
};

struct csaf_shape;

struct csaf_field {
	const char *key; /* NULL ends the table */
	enum csaf_form form;
	bool needed;
	size_t list; /* least items of an array of this form; 0: no array */
	bool unique; /* no item twice */
	const struct csaf_shape *shape;
	const char *words; /* between bars */
};

struct csaf_shape {
	const struct csaf_field *fields;
	size_t least, most; /* keys; most 0: any number */
};

extern const struct csaf_shape csaf_document_shape; /* of the whole */
