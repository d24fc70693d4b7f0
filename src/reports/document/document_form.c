#include "reports/document/document_form.h"

#include <stdlib.h>

#include "formats/csv_write.h"
#include "formats/html_write.h"
#include "reports/document/document_csv.h"
#include "reports/document/document_html.h"
#include "reports/document/document_json.h"

static void write_json(const struct document *d, const struct document_object *object, FILE *to)
{
	struct json_out *w = json_out_file(to, true);

	if (object)
		object->write(object->report, w);
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

bool document_write_form(const struct document *d, const struct document_object *object, struct str form,
    enum pdf_paper paper, FILE *to, struct err *e)
{
	if (str_eq(form, STR("pdf")))
		return document_write_pdf(d, paper, to, e);
	if (str_eq(form, STR("json")))
		write_json(d, object, to);
	else if (str_eq(form, STR("csv")))
		write_csv(d, to);
	else
		write_html(d, to);
	return true;
}

bool document_form_bytes(const struct document *d, const struct document_object *object,
    const struct document_shape *shape, char **bytes, size_t *len, struct err *e)
{
	FILE *to = open_memstream(bytes, len);
	bool good;

	if (!to)
		return err_fail(e, ERR_IO, "no memory for the report");
	good = document_write_form(d, object, shape->form, shape->paper, to, e);
	if (fclose(to) != 0 && good)
		good = err_fail(e, ERR_IO, "no memory for the report");
	if (!good)
		free(*bytes);
	return good;
}
