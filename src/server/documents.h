/*
 * documents - a report as an answer, in the form that the query asks for: format=html|pdf|json|csv,
 * paper=a4|letter.
 */
#pragma once
#include "reports/document/document.h"
#include "server/exchange.h"

/* The JSON form of a report that has one of its own; NULL: that of the document. */
struct document_form {
	const char *name; /* of the file, without its ending: "casefile-7" */
	void (*json)(const void *of, struct json_out *w);
	const void *of;
};

MUST_CHECK bool document_answer(
    struct exchange *x, const struct document *d, const struct document_form *form, struct err *e);
