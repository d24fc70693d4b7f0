#include "cli/document_output.h"

#include "cli/output_file.h"
#include "reports/document/document_csv.h"
#include "reports/document/document_html.h"
#include "reports/document/document_json.h"
#include "reports/document/document_pdf.h"

struct form {
	const struct document *document;
	const struct document_object *object;
	struct str format;
	enum pdf_paper paper;
};

/* Whether the stream failed is told by whoever ends it. */
static bool write_form(const struct form *f, FILE *to, struct err *e)
{
	if (str_eq(f->format, STR("pdf")))
		return document_write_pdf(f->document, f->paper, to, e);
	if (str_eq(f->format, STR("json"))) {
		struct json_out *w = json_out_file(to, true);

		if (f->object)
			f->object->write(f->object->report, w);
		else
			document_write_json(f->document, w);
		json_out_close(w);
	} else if (str_eq(f->format, STR("csv"))) {
		struct csv_out *w = csv_out_file(to);

		document_write_csv(f->document, w);
		csv_out_close(w);
	} else {
		struct html *h = html_file(to);

		document_write_html(f->document, h);
		html_close(h);
	}
	return true;
}

static bool write_to_file(const struct form *f, const char *path, struct err *e)
{
	SCOPED_OUTPUT_FILE *file = NULL;
	struct output_file *kept;

	if (!output_file_open(path, &file, e) || !write_form(f, output_file_stream(file), e))
		return false;
	kept = file;
	file = NULL;
	return output_file_keep(kept, e);
}

bool document_output(struct app *app, const struct options *o, const struct document *d,
    const struct document_object *object, struct err *e)
{
	struct str paper = str_of(options_value(o, "paper"));
	struct form f = { d, object, str_of(options_value(o, "format")),
		str_eq(paper, STR("letter")) ? PDF_LETTER : PDF_A4 };
	const char *path = options_value(o, "output");

	return path ? write_to_file(&f, path, e) : write_form(&f, app->out, e);
}
