/*
 * document_form - a document in the form that is asked for by its word: html, pdf, json or csv.
 */
#pragma once
#include <stdio.h>

#include "formats/json_write.h"
#include "reports/document/document.h"
#include "reports/document/document_pdf.h"

/* A report that has a JSON object of its own; NULL: the document's. */
struct document_object {
	void (*write)(const void *report, struct json_out *w);
	const void *report;
};

/* What a report is written as. */
struct document_shape {
	struct str form;
	enum pdf_paper paper;
};
/* The same in memory, to be freed by the caller. */
MUST_CHECK bool document_form_bytes(const struct document *d, const struct document_object *object,
    const struct document_shape *shape, char **bytes, size_t *len, struct err *e);

/* object: for JSON, where the report has a form of its own; NULL: that of the document. Whether the stream
 * failed is told by whoever ends it. */
MUST_CHECK bool document_write_form(const struct document *d, const struct document_object *object,
    struct str form, enum pdf_paper paper, FILE *to, struct err *e);
