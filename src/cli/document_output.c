#include "cli/document_output.h"

#include "cli/output_file.h"

struct form {
	const struct document *document;
	const struct document_object *object;
	struct str format;
	enum pdf_paper paper;
};

static struct form form_of(
    const struct options *o, const struct document *d, const struct document_object *object)
{
	struct str paper = str_of(options_value(o, "paper"));

	return (struct form){ d, object, str_of(options_value(o, "format")),
		str_eq(paper, STR("letter")) ? PDF_LETTER : PDF_A4 };
}

/* To --output, whole or not at all, or to the terminal. It tells of records, so the file is its owner's
 * alone. */
static bool put(struct app *app, const struct options *o,
    bool (*write)(const void *ctx, FILE *to, struct err *e), const void *ctx, struct err *e)
{
	const char *path = options_value(o, "output");
	SCOPED_OUTPUT_FILE *file = NULL;
	struct output_file *kept;

	if (!path || strcmp(path, "-") == 0)
		return write(ctx, app->out, e);
	if (!output_file_open_private(path, &file, e) || !write(ctx, output_file_stream(file), e))
		return false;
	kept = file;
	file = NULL;
	return output_file_keep(kept, e);
}

static bool put_form(const void *ctx, FILE *to, struct err *e)
{
	const struct form *f = ctx;

	return document_write_form(f->document, f->object, f->format, f->paper, to, e);
}

static bool put_bytes(const void *ctx, FILE *to, struct err *e)
{
	const struct str *bytes = ctx;

	(void)e;
	fwrite(bytes->ptr, 1, bytes->len, to);
	return true;
}

bool document_output(struct app *app, const struct options *o, const struct document *d,
    const struct document_object *object, struct err *e)
{
	struct form f = form_of(o, d, object);

	return put(app, o, put_form, &f, e);
}

struct document_shape document_output_shape(const struct options *o)
{
	struct form f = form_of(o, NULL, NULL);

	return (struct document_shape){ f.format.len ? f.format : STR("html"), f.paper };
}

bool document_output_put(struct app *app, const struct options *o, struct str bytes, struct err *e)
{
	return put(app, o, put_bytes, &bytes, e);
}
