#include "reports/document/document.h"

#include <stdarg.h>
#include <stdio.h>

#include "reports/document/drawing.h"

#define PRINTED_BYTES 4096 /* the most that one document_printf makes */
#define FIRST_RUNS 2	   /* most texts have one or two, and a table has many texts */

struct document *document_new(struct arena *arena, const struct document_meta *meta)
{
	struct document *d = arena_alloc(arena, 1, sizeof(*d));

	d->meta = *meta;
	d->arena = arena;
	return d;
}

static struct block *add_block(struct document *d, enum block_kind kind)
{
	struct block *b;

	d->blocks = arena_room(d->arena, d->blocks, d->block_count, &d->block_room, sizeof(*d->blocks));
	b = &d->blocks[d->block_count++];
	*b = (struct block){ .kind = kind };
	d->open = &b->text;
	return b;
}

static struct block *last_block(struct document *d)
{
	return &d->blocks[d->block_count - 1];
}

void document_section(struct document *d, const char *id, const char *title, const char *brief)
{
	struct block *b = add_block(d, BLOCK_SECTION);

	b->id = id;
	b->brief = brief;
	document_say(d, title);
}

void document_part(struct document *d, enum block_kind kind)
{
	add_block(d, kind);
}

void document_paragraph(struct document *d, enum tone tone)
{
	add_block(d, BLOCK_PARAGRAPH)->tone = tone;
}

void document_list(struct document *d, enum list_kind kind, struct str title)
{
	struct block *b = add_block(d, BLOCK_LIST);

	b->list = kind;
	b->title = title;
}

void document_item(struct document *d)
{
	struct block *b = last_block(d);

	b->items = arena_room(d->arena, b->items, b->item_count, &b->item_room, sizeof(*b->items));
	d->open = &b->items[b->item_count++];
	*d->open = (struct prose){ 0 };
}

void document_fields(struct document *d, enum fields_layout layout)
{
	add_block(d, BLOCK_FIELDS)->layout = layout;
}

static struct table_row *last_row(struct block *b)
{
	return &b->table.rows[b->table.row_count - 1];
}

static struct document_fields *open_fields(struct document *d)
{
	struct block *b = last_block(d);
	struct table_row *row;

	if (b->kind != BLOCK_TABLE)
		return &b->fields;
	row = last_row(b);
	return &row->cells[row->cell_count - 1].fields;
}

struct document_field *document_field(struct document *d, const char *key, struct str label)
{
	struct document_fields *f = open_fields(d);
	struct document_field *field;

	f->items = arena_room(d->arena, f->items, f->count, &f->room, sizeof(*f->items));
	field = &f->items[f->count++];
	*field = (struct document_field){ .key = key, .label = label };
	d->open = &field->value;
	return field;
}

struct document_field *document_last_field(struct document *d)
{
	struct document_fields *f = open_fields(d);

	return &f->items[f->count - 1];
}

void document_field_note(struct document *d)
{
	struct document_fields *f = open_fields(d);

	d->open = &f->items[f->count - 1].note;
}

void document_table(struct document *d, struct str caption, const struct table_column *columns, size_t count)
{
	struct block *b = add_block(d, BLOCK_TABLE);

	b->table = (struct table){ .caption = caption, .columns = columns, .column_count = count };
}

void document_row(struct document *d, enum row_kind kind)
{
	struct table *t = &last_block(d)->table;
	struct table_row *row;

	t->rows = arena_room(d->arena, t->rows, t->row_count, &t->room, sizeof(*t->rows));
	row = &t->rows[t->row_count++];
	*row = (struct table_row){ .kind = kind };
	row->cells = arena_alloc(d->arena, kind == ROW_UNDER ? 1 : t->column_count, sizeof(*row->cells));
}

void document_cell(struct document *d)
{
	struct table_row *row = last_row(last_block(d));

	d->open = &row->cells[row->cell_count++].text;
}

void document_figure(struct document *d, struct drawing *drawing)
{
	add_block(d, BLOCK_FIGURE)->figure = drawing;
	d->open = &drawing->description;
}

void document_sign(struct document *d, const struct document_signature *signature)
{
	struct block *b = d->block_count ? last_block(d) : NULL;

	if (!b || b->kind != BLOCK_SIGNATURES)
		b = add_block(d, BLOCK_SIGNATURES);
	b->signatures = arena_room(
	    d->arena, b->signatures, b->signature_count, &b->signature_room, sizeof(*b->signatures));
	b->signatures[b->signature_count++] = *signature;
}

static struct run *add_run(struct document *d, enum run_style style, struct str text)
{
	struct prose *p = d->open;

	if (!p->room) {
		p->runs = arena_alloc(d->arena, FIRST_RUNS, sizeof(*p->runs));
		p->room = FIRST_RUNS;
	}
	p->runs = arena_room(d->arena, p->runs, p->count, &p->room, sizeof(*p->runs));
	p->runs[p->count] = (struct run){ .style = style, .text = text };
	return &p->runs[p->count++];
}

void document_put(struct document *d, enum run_style style, struct str text)
{
	struct str line;

	if (!text.len)
		return;
	while (str_cut(&text, '\n', &line)) {
		if (line.len)
			add_run(d, style, line);
		document_break(d);
	}
	if (text.len)
		add_run(d, style, text);
}

void document_text(struct document *d, struct str text)
{
	document_put(d, RUN_PLAIN, text);
}

void document_say(struct document *d, const char *text)
{
	document_put(d, RUN_PLAIN, str_of(text));
}

void document_printf(struct document *d, enum run_style style, const char *fmt, ...)
{
	char text[PRINTED_BYTES];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	document_put(d, style, arena_copy(d->arena, str_of(text)));
}

void document_state(struct document *d, enum run_shape shape, const char *word)
{
	add_run(d, RUN_WHOLE, str_of(word))->shape = shape;
}

void document_link(struct document *d, const char *id, const char *text)
{
	add_run(d, RUN_LINK, str_of(text))->target = str_of(id);
}

void document_break(struct document *d)
{
	add_run(d, RUN_BREAK, STR(""));
}

void document_text_or_dash(struct document *d, struct str text)
{
	if (text.len)
		document_text(d, text);
	else
		add_run(d, RUN_NOT_SET, STR("\xe2\x80\x93"));
}

void document_date(struct document *d, struct date date)
{
	char text[DATE_TEXT_SIZE];

	if (date_is_known(date))
		add_run(d, RUN_TIME, arena_copy(d->arena, str_of(date_write(date, text))));
	else
		document_text_or_dash(d, STR(""));
}

void document_instant(struct document *d, struct instant at)
{
	char text[INSTANT_TEXT_SIZE];

	instant_write(at, text);
	add_run(d, RUN_TIME, arena_printf(d->arena, "%.10s %.5s UTC", text, text + 11))->exact =
	    arena_copy(d->arena, str_of(text));
}

void document_cites(struct document *d, const char *cites)
{
	struct str rest = str_of(cites), one;
	bool first = true;

	while (rest.len && str_next(&rest, ';', &one)) {
		if (!first)
			document_say(d, "; ");
		document_put(d, RUN_WHOLE, str_trim(one));
		first = false;
	}
}

void document_plain(const struct prose *prose, struct buf *out)
{
	for (size_t i = 0; i < prose->count; i++) {
		if (prose->runs[i].style == RUN_BREAK)
			buf_byte(out, '\n');
		else if (prose->runs[i].style != RUN_NOT_SET)
			buf_add(out, prose->runs[i].text);
	}
}

bool document_is_empty(const struct prose *prose)
{
	for (size_t i = 0; i < prose->count; i++)
		if (prose->runs[i].style != RUN_BREAK && prose->runs[i].style != RUN_NOT_SET)
			return false;
	return true;
}

const char *field_mark_word(enum field_mark mark)
{
	static const char *const words[] = { "given", "missing", "deferred", "explained" };

	_Static_assert(COUNT(words) == FIELD_MARK_COUNT, "a word for every mark");
	return words[mark];
}
