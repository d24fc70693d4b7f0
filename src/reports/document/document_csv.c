#include "reports/document/document_csv.h"

#include "limits.h"

/* A cell with fields in it is one text: "Label: value", a line each. */
static void put_cell(struct csv_out *w, const struct table_cell *c)
{
	SCOPED_BUF text = buf_new(LIMIT_RECORD_BYTES);

	document_plain(&c->text, &text);
	for (size_t i = 0; i < c->fields.count; i++) {
		if (text.len)
			buf_byte(&text, '\n');
		buf_add(&text, c->fields.items[i].label);
		buf_add(&text, STR(": "));
		document_plain(&c->fields.items[i].value, &text);
	}
	csv_put(w, buf_str(&text));
}

static void put_table(struct csv_out *w, const struct table *t)
{
	for (size_t i = 0; i < t->column_count; i++)
		csv_put(w, str_of(t->columns[i].title));
	csv_end_row(w);
	for (size_t i = 0; i < t->row_count; i++) {
		if (t->rows[i].kind == ROW_UNDER)
			csv_put(w, STR(""));
		for (size_t k = 0; k < t->rows[i].cell_count; k++)
			put_cell(w, &t->rows[i].cells[k]);
		csv_end_row(w);
	}
}

/* A report without a table is told as its fields, a row each. */
static void put_fields(struct csv_out *w, const struct document *d)
{
	csv_put(w, STR("field"));
	csv_put(w, STR("value"));
	csv_end_row(w);
	for (size_t i = 0; i < d->block_count; i++)
		for (size_t k = 0; d->blocks[i].kind == BLOCK_FIELDS && k < d->blocks[i].fields.count; k++) {
			const struct document_field *f = &d->blocks[i].fields.items[k];
			SCOPED_BUF text = buf_new(LIMIT_RECORD_BYTES);

			document_plain(&f->value, &text);
			csv_put(w, f->label);
			csv_put(w, buf_str(&text));
			csv_end_row(w);
		}
}

void document_write_csv(const struct document *d, struct csv_out *w)
{
	size_t tables = 0;

	for (size_t i = 0; i < d->block_count; i++)
		tables += d->blocks[i].kind == BLOCK_TABLE;
	if (tables == 0)
		put_fields(w, d);
	for (size_t i = 0; i < d->block_count; i++) {
		if (d->blocks[i].kind != BLOCK_TABLE)
			continue;
		if (tables > 1) {
			csv_put(w, d->blocks[i].table.caption);
			csv_end_row(w);
		}
		put_table(w, &d->blocks[i].table);
	}
}
