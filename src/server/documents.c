#include "server/documents.h"

#include "formats/csv_write.h"
#include "formats/html_write.h"
#include "reports/document/document_csv.h"
#include "reports/document/document_html.h"
#include "reports/document/document_json.h"
#include "reports/document/document_pdf.h"

/* A report is a page of its own: styled, without script, and shown within the app's pages alone. */
#define POLICY "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox"

enum document_kind { DOCUMENT_HTML, DOCUMENT_PDF, DOCUMENT_JSON, DOCUMENT_CSV };

static const struct {
	const char *word, *type;
} kinds[] = {
	[DOCUMENT_HTML] = { "html", "text/html; charset=utf-8" },
	[DOCUMENT_PDF] = { "pdf", "application/pdf" },
	[DOCUMENT_JSON] = { "json", "application/json" },
	[DOCUMENT_CSV] = { "csv", "text/csv; charset=utf-8" },
};

static bool read_kind(struct exchange *x, enum document_kind *kind, struct err *e)
{
	struct str word;

	*kind = DOCUMENT_HTML;
	if (!exchange_query(x, "format", &word, e) || !word.ptr)
		return !e->code;
	for (enum document_kind k = DOCUMENT_HTML; k <= DOCUMENT_CSV; k++)
		if (str_eq(word, str_of(kinds[k].word))) {
			*kind = k;
			return true;
		}
	return err_fail(
	    e, ERR_USAGE, "query: format is one of html, pdf, json, csv, not \"" STR_FMT "\"", STR_ARG(word));
}

static bool read_paper(struct exchange *x, enum pdf_paper *paper, struct err *e)
{
	struct str word;

	if (!exchange_query(x, "paper", &word, e))
		return false;
	*paper = str_eq(word, STR("letter")) ? PDF_LETTER : PDF_A4;
	return !word.ptr || str_is_among(word, "a4|letter") ||
	       err_fail(e, ERR_USAGE, "query: paper is a4 or letter, not \"" STR_FMT "\"", STR_ARG(word));
}

static void write_json(const struct document *d, const struct document_form *form, FILE *to)
{
	struct json_out *w = json_out_file(to, true);

	if (form->json)
		form->json(form->of, w);
	else
		document_write_json(d, w);
	json_out_close(w);
}

static void write_csv(const struct document *d, FILE *to)
{
	struct csv_out *w = csv_out_file(to);

	document_write_csv(d, w);
	csv_out_close(w);
}

static void write_html(const struct document *d, FILE *to)
{
	struct html *h = html_file(to);

	document_write_html(d, h);
	html_close(h);
}

static bool write_form(const struct document *d, const struct document_form *form, enum document_kind kind,
    enum pdf_paper paper, FILE *to, struct err *e)
{
	if (kind == DOCUMENT_PDF)
		return document_write_pdf(d, paper, to, e);
	if (kind == DOCUMENT_JSON)
		write_json(d, form, to);
	else if (kind == DOCUMENT_CSV)
		write_csv(d, to);
	else
		write_html(d, to);
	return true;
}

bool document_make(struct exchange *x, const struct document *d, const struct document_form *form, int *file,
    const char **type, struct err *e)
{
	enum document_kind kind;
	enum pdf_paper paper;
	FILE *to;
	bool done;

	if (!read_kind(x, &kind, e) || !read_paper(x, &paper, e))
		return false;
	to = tmpfile();
	if (!to)
		return err_fail(e, ERR_IO, "no temporary file could be made");
	done = write_form(d, form, kind, paper, to, e);
	if (done && fflush(to) != 0)
		done = err_fail(e, ERR_IO, "the report could not be written: the disk is full or failing");
	if (done) {
		*file = dup(fileno(to));
		*type = kinds[kind].type;
		answer_header(x, "Content-Disposition",
		    arena_printf(&x->arena, "inline; filename=\"%s.%s\"", form->name, kinds[kind].word));
	}
	fclose(to);
	return done;
}

bool document_answer(
    struct exchange *x, const struct document *d, const struct document_form *form, struct err *e)
{
	if (!document_make(x, d, form, &x->answer.file, &x->answer.type, e))
		return false;
	answer_header(x, "Content-Security-Policy", STR(POLICY));
	x->answer.status = 200;
	return true;
}
