#include "reports/document/document_json.h"

#include "limits.h"
#include "reports/document/drawing.h"

static void field_prose(struct json_out *w, const char *key, const struct prose *prose)
{
	SCOPED_BUF text = buf_new(LIMIT_RECORD_BYTES);

	document_plain(prose, &text);
	json_field_text_or_null(w, key, text.len ? buf_str(&text) : STR_NONE);
}

static void put_fields(struct json_out *w, const struct document_fields *fields)
{
	json_key(w, "fields");
	json_open_array(w);
	for (size_t i = 0; i < fields->count; i++) {
		const struct document_field *f = &fields->items[i];

		json_open_object(w);
		json_field_text_or_null(w, "key", str_of(f->key));
		json_field_text(w, "label", f->label);
		field_prose(w, "value", &f->value);
		if (f->note.count)
			field_prose(w, "note", &f->note);
		json_field_text(w, "state", str_of(field_mark_word(f->mark)));
		json_field_bool(w, "personal", f->personal);
		json_close_object(w);
	}
	json_close_array(w);
}

static void put_row(struct json_out *w, const struct table_row *row)
{
	json_open_array(w);
	for (size_t i = 0; i < row->cell_count; i++) {
		const struct table_cell *c = &row->cells[i];
		SCOPED_BUF text = buf_new(LIMIT_RECORD_BYTES);

		document_plain(&c->text, &text);
		if (!c->fields.count) {
			json_put_text(w, buf_str(&text));
			continue;
		}
		json_open_object(w);
		json_field_text(w, "text", buf_str(&text));
		put_fields(w, &c->fields);
		json_close_object(w);
	}
	json_close_array(w);
}

static void put_table(struct json_out *w, const struct table *t)
{
	json_field_text(w, "caption", t->caption);
	json_key(w, "columns");
	json_open_array(w);
	for (size_t i = 0; i < t->column_count; i++) {
		json_open_object(w);
		json_field_text(w, "title", str_of(t->columns[i].title));
		json_field_bool(w, "personal", t->columns[i].personal);
		json_close_object(w);
	}
	json_close_array(w);
	json_key(w, "rows");
	json_open_array(w);
	for (size_t i = 0; i < t->row_count; i++)
		put_row(w, &t->rows[i]);
	json_close_array(w);
}

static void put_items(struct json_out *w, const struct block *b)
{
	if (b->title.len)
		json_field_text(w, "title", b->title);
	json_key(w, "items");
	json_open_array(w);
	for (size_t i = 0; i < b->item_count; i++) {
		SCOPED_BUF text = buf_new(LIMIT_RECORD_BYTES);

		document_plain(&b->items[i], &text);
		json_put_text(w, buf_str(&text));
	}
	json_close_array(w);
}

static void put_signatures(struct json_out *w, const struct block *b)
{
	char at[INSTANT_TEXT_SIZE];

	json_key(w, "signatures");
	json_open_array(w);
	for (size_t i = 0; i < b->signature_count; i++) {
		const struct document_signature *s = &b->signatures[i];

		json_open_object(w);
		json_field_text(w, "name", s->name);
		json_field_text(w, "at", str_of(instant_write(s->at, at)));
		json_field_text(w, "meaning", s->meaning);
		json_field_text(w, "record", s->record);
		json_field_bool(w, "covers", s->covers);
		json_close_object(w);
	}
	json_close_array(w);
}

static void put_block(struct json_out *w, const struct block *b)
{
	static const char *const kinds[] = { "section", "part", "part", "paragraph", "list", "fields",
		"table", "figure", "signatures" };

	json_open_object(w);
	json_field_text(w, "kind", str_of(kinds[b->kind]));
	switch (b->kind) {
	case BLOCK_SECTION:
		json_field_text(w, "id", str_of(b->id));
		field_prose(w, "title", &b->text);
		break;
	case BLOCK_PART:
	case BLOCK_ARTICLE:
		field_prose(w, "title", &b->text);
		break;
	case BLOCK_PARAGRAPH:
		field_prose(w, "text", &b->text);
		break;
	case BLOCK_LIST:
		put_items(w, b);
		break;
	case BLOCK_FIELDS:
		put_fields(w, &b->fields);
		break;
	case BLOCK_TABLE:
		put_table(w, &b->table);
		break;
	case BLOCK_FIGURE:
		json_field_text(w, "title", b->figure->title);
		field_prose(w, "shows", &b->figure->description);
		break;
	case BLOCK_SIGNATURES:
		put_signatures(w, b);
		break;
	}
	json_close_object(w);
}

void document_write_blocks(const struct document *d, size_t from, struct json_out *w)
{
	json_open_array(w);
	for (size_t i = from; i < d->block_count; i++)
		put_block(w, &d->blocks[i]);
	json_close_array(w);
}

void document_write_json(const struct document *d, struct json_out *w)
{
	char date[DATE_TEXT_SIZE], at[INSTANT_TEXT_SIZE];

	json_open_object(w);
	json_field_text(w, "report", str_of(d->meta.kind));
	json_field_text(w, "program", d->meta.program);
	json_field_text(w, "subject", d->meta.kicker);
	json_field_text(w, "title", d->meta.title);
	json_field_text_or_null(
	    w, "as_of", date_is_known(d->meta.as_of) ? str_of(date_write(d->meta.as_of, date)) : STR_NONE);
	json_field_text(w, "changed_at", str_of(instant_write(d->meta.at, at)));
	json_key(w, "content");
	document_write_blocks(d, 0, w);
	json_close_object(w);
}
