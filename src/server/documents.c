#include "server/documents.h"

#include "limits.h"
#include "reports/document/document_form.h"
#include "server/temporary.h"

/* A report is a page of its own: styled, without script, and shown within the app's pages alone. */
#define POLICY "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox"

#define PIECE_BYTES ((size_t)16 * 1024)

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

/* A text goes into the answer's body, where it has a tag and can be packed. */
static bool take_text(struct exchange *x, FILE *from, struct err *e)
{
	char piece[PIECE_BYTES];
	size_t count;

	if (fflush(from) != 0)
		return err_fail(e, ERR_IO, "the report could not be written: the disk is full or failing");
	x->answer.body = buf_new(LIMIT_ANSWER_BYTES);
	rewind(from);
	while ((count = fread(piece, 1, sizeof(piece), from)) > 0)
		buf_add(&x->answer.body, (struct str){ piece, count });
	if (ferror(from))
		return err_fail(e, ERR_IO, "the report could not be read again from its temporary file");
	return !buf_full(&x->answer.body) ||
	       err_fail(e, ERR_LIMIT, "the report is larger than %d bytes", LIMIT_ANSWER_BYTES);
}

static bool make(
    struct exchange *x, const struct document *d, const struct document_form *form, struct err *e)
{
	struct document_object object = { form->json, form->of };
	enum document_kind kind;
	enum pdf_paper paper;
	FILE *to;
	bool done;

	if (!read_kind(x, &kind, e) || !read_paper(x, &paper, e))
		return false;
	if (!temporary_open(&to, e))
		return false;
	done = document_write_form(d, form->json ? &object : NULL, str_of(kinds[kind].word), paper, to, e);
	if (done && kind == DOCUMENT_PDF)
		done = temporary_keep(to, "the report", &x->answer.file, e);
	else if (done)
		done = take_text(x, to, e);
	if (done) {
		x->answer.type = kinds[kind].type;
		answer_header(x, "Content-Disposition",
		    arena_printf(&x->arena, "inline; filename=\"%s.%s\"", form->name, kinds[kind].word));
	}
	fclose(to);
	return done;
}

bool document_answer(
    struct exchange *x, const struct document *d, const struct document_form *form, struct err *e)
{
	if (!make(x, d, form, e))
		return false;
	answer_header(x, "Content-Security-Policy", STR(POLICY));
	x->answer.status = 200;
	return true;
}

bool document_shape_read(const struct body *b, struct document_shape *out, struct err *e)
{
	struct str paper;

	if (!body_text(b, "format", &out->form, e) || !body_text(b, "paper", &paper, e))
		return false;
	if (!out->form.ptr)
		out->form = STR("pdf");
	out->paper = str_eq(paper, STR("letter")) ? PDF_LETTER : PDF_A4;
	if (!document_type(out->form))
		return err_fail(e, ERR_INPUT,
		    "body: /format is one of html, pdf, json, csv, not \"" STR_FMT "\"", STR_ARG(out->form));
	return !paper.ptr || str_is_among(paper, "a4|letter") ||
	       err_fail(e, ERR_INPUT, "body: /paper is a4 or letter");
}

const char *document_type(struct str form)
{
	for (enum document_kind k = DOCUMENT_HTML; k <= DOCUMENT_CSV; k++)
		if (str_eq(form, str_of(kinds[k].word)))
			return kinds[k].type;
	return NULL;
}
