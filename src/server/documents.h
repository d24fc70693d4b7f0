/*
 * documents - a report as an answer, in the form that the query asks for: format=html|pdf|json|csv,
 * paper=a4|letter.
 */
#pragma once
#include "reports/document/document_form.h"
#include "server/body.h"
#include "server/exchange.h"

/* The JSON form of a report that has one of its own; NULL: that of the document. */
struct document_form {
	const char *name; /* of the file, without its ending: "casefile-7" */
	void (*json)(const void *of, struct json_out *w);
	const void *of;
};

MUST_CHECK bool document_answer(
    struct exchange *x, const struct document *d, const struct document_form *form, struct err *e);

/* The shape that a body asks for with format, html|pdf|json|csv, else pdf, and paper. */
MUST_CHECK bool document_shape_read(const struct body *b, struct document_shape *out, struct err *e);
/* The media type of a form; NULL: there is no such form. */
const char *document_type(struct str form);
