/*
 * pdf_table - tables, whose head is drawn again on every page, and fields.
 *
 * Columns get the width they ask for, or else what their texts need. That is estimated from their lengths: to
 * lay every text out twice would double the work, and what comes out too narrow is broken over lines.
 */
#include "reports/document/pdf_parts.h"

#define GAP 9.0
#define LABEL_WIDTH 128.0
#define LABEL_SHARE 0.36   /* of a cell with fields in it */
#define LABEL_MOST 92.0	   /* there */
#define LEAST_WIDTH 26.0   /* of a column */
#define WIDEST_WORD 92.0   /* longer ones are broken */
#define CHARACTER 0.54	   /* of the size: how wide one is on average */
#define CHARACTER_WIDE 0.6 /* in bold, in code, in what is not broken */
#define ROW_GAP 3.6

static const struct pdf_look text_look = { SIZE_TEXT, INK, false, false, false };
static const struct pdf_look cell_look = { SIZE_TABLE, INK, false, false, false };
static const struct pdf_look first_look = { SIZE_TABLE, INK, true, false, false };
static const struct pdf_look replaced_look = { SIZE_TABLE, SOFT, false, false, false };
static const struct pdf_look head_look = { SIZE_NOTE, SOFT, true, false, false };
static const struct pdf_look label_look = { SIZE_TABLE, SOFT, false, false, false };
static const struct pdf_look field_label_look = { SIZE_TEXT, SOFT, false, false, false };
static const struct pdf_look note_look = { SIZE_NOTE, SOFT, false, false, false };
static const struct pdf_look mark_look = { SIZE_TABLE, INK, true, false, false };
static const struct pdf_look card_look = { 11, INK, true, false, false };

struct widths {
	double least, wish;
};

static size_t characters(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++)
		n += ((unsigned char)s.ptr[i] & 0xc0) != 0x80;
	return n;
}

static double longest_word(struct str s)
{
	struct str word;
	size_t most = 0;

	while (str_next(&s, ' ', &word))
		if (characters(word) > most)
			most = characters(word);
	return (double)most;
}

static void widen(struct widths *w, double least, double wish)
{
	if (least > WIDEST_WORD)
		least = WIDEST_WORD;
	if (least > w->least)
		w->least = least;
	if (wish > w->wish)
		w->wish = wish;
}

/* What a text of prose needs, line by line. */
static void measure(const struct prose *prose, struct widths *w)
{
	double line = 0;

	for (size_t i = 0; i < prose->count; i++) {
		const struct run *run = &prose->runs[i];
		bool whole = run->style == RUN_WHOLE || run->style == RUN_TIME;
		bool wide = whole || run->style == RUN_STRONG || run->style == RUN_CODE;
		double character = SIZE_TABLE * (wide ? CHARACTER_WIDE : CHARACTER);
		double width = (double)characters(run->text) * character + (run->shape ? SIZE_TABLE : 0);

		line = run->style == RUN_BREAK ? 0 : line + width;
		widen(w, whole ? width : longest_word(run->text) * character, line);
	}
}

/* How many columns get what their texts need; one alone gets what is left, whatever that is. */
static size_t open_columns(const struct table *t)
{
	size_t count = 0;

	for (size_t i = 0; i < t->column_count; i++)
		count += t->columns[i].percent == 0;
	return count;
}

static void measure_columns(const struct table *t, struct widths *w)
{
	for (size_t i = 0; i < t->column_count; i++) {
		double title = (double)strlen(t->columns[i].title) * SIZE_NOTE * CHARACTER_WIDE;

		widen(&w[i], longest_word(str_of(t->columns[i].title)) * SIZE_NOTE * CHARACTER_WIDE, title);
		widen(&w[i], LEAST_WIDTH, LEAST_WIDTH);
	}
	for (size_t r = 0; r < t->row_count && open_columns(t) > 1; r++) {
		const struct table_row *row = &t->rows[r];

		for (size_t i = 0; row->kind != ROW_UNDER && i < row->cell_count; i++) {
			if (t->columns[i].percent)
				continue;
			measure(&row->cells[i].text, &w[i]);
			if (row->cells[i].fields.count)
				widen(&w[i], 2 * WIDEST_WORD, 4 * WIDEST_WORD);
		}
	}
}

/* As much as each wishes where there is room; else the least, and of what is left in proportion. */
static double share_of(const struct widths *w, const struct widths *all, double width)
{
	if (all->wish <= width)
		return w->wish * width / all->wish;
	if (all->least < width)
		return w->least + (width - all->least) * (w->wish - w->least) / (all->wish - all->least);
	return w->least * width / all->least;
}

static void share(const struct table *t, const struct widths *w, double width, double *out)
{
	double inner = width - GAP * (double)(t->column_count - 1), rest = inner;
	struct widths all = { 0 };

	for (size_t i = 0; i < t->column_count; i++) {
		if (t->columns[i].percent) {
			rest -= inner * t->columns[i].percent / 100;
			continue;
		}
		all.least += w[i].least;
		all.wish += w[i].wish;
	}
	for (size_t i = 0; i < t->column_count; i++)
		out[i] =
		    t->columns[i].percent ? inner * t->columns[i].percent / 100 : share_of(&w[i], &all, rest);
}

static void put_mark(struct pages *p, struct band_cell *c, const struct document_field *f, struct piece *at)
{
	static const char *const words[] = { "", "\xe2\x96\xb2 missing", "\xe2\x97\x8b submitted later",
		"\xe2\x97\x8b not known" };

	_Static_assert(COUNT(words) == FIELD_MARK_COUNT, "words for every mark");
	if (f->mark != FIELD_GIVEN)
		at->y += band_text(p, c, str_of(words[f->mark]), &mark_look, *at);
	if (f->personal)
		at->y += band_text(p, c, STR("personal data"), &note_look, *at);
}

/* The value of a field with its marks and its note, below one another. */
static void put_value(struct pages *p, struct band_cell *c, const struct document_field *f,
    const struct pdf_look *look, struct piece at)
{
	put_mark(p, c, f, &at);
	if (f->value.count)
		at.y += band_prose(p, c, &f->value, look, at);
	if (f->note.count)
		at.y += band_prose(p, c, &f->note, &note_look, at);
}

static void put_cell_fields(
    struct pages *p, struct band_cell *c, const struct document_fields *fields, struct piece at)
{
	double label = at.width * LABEL_SHARE > LABEL_MOST ? LABEL_MOST : at.width * LABEL_SHARE;

	for (size_t i = 0; i < fields->count; i++) {
		struct piece left = at, right = at;

		left.width = label;
		right.x += label + GAP / 2;
		right.width -= label + GAP / 2;
		left.y = right.y = c->height;
		band_text(p, c, fields->items[i].label, &label_look, left);
		put_value(p, c, &fields->items[i], &cell_look, right);
	}
}

static void put_cell(struct pages *p, struct band_cell *c, const struct table_cell *cell,
    const struct pdf_look *look, struct piece at)
{
	if (cell->text.count)
		band_prose(p, c, &cell->text, look, at);
	put_cell_fields(p, c, &cell->fields, at);
}

static const struct pdf_look *look_of(const struct table_row *row, size_t column)
{
	if (row->kind == ROW_REPLACED)
		return &replaced_look;
	return column == 0 ? &first_look : &cell_look;
}

static void place_row(struct pages *p, const struct table *t, const struct table_row *row,
    const double *widths, bool last_of_group)
{
	struct band *b = band_new(p, PDF_ROW);
	double x = 0;

	for (size_t i = 0; i < row->cell_count; i++) {
		struct piece at = { .x = x, .width = widths[i], .align = t->columns[i].align };

		if (row->kind == ROW_UNDER) {
			at.x = widths[0] + GAP;
			at.width = pages_width(p) - at.x;
		}
		put_cell(p, band_cell(p, b, i || row->kind == ROW_UNDER ? PDF_CELL : PDF_ROW_HEAD),
		    &row->cells[i], look_of(row, row->kind == ROW_UNDER ? 1 : i), at);
		x += widths[i] + GAP;
	}
	b->before = row->kind == ROW_UNDER ? 0 : ROW_GAP;
	b->after = last_of_group ? ROW_GAP : ROW_GAP / 2;
	b->rule = last_of_group ? LINE : PDF_NO_COLOUR;
	pages_place(p, b);
}

static struct band *head_of(struct pages *p, const struct table *t, const double *widths)
{
	struct band *b = band_new(p, PDF_ROW);
	double x = 0;

	for (size_t i = 0; i < t->column_count; i++) {
		struct piece at = { .x = x, .width = widths[i], .align = t->columns[i].align };
		struct band_cell *c = band_cell(p, b, PDF_COLUMN_HEAD);

		at.y += band_text(p, c, str_of(t->columns[i].title), &head_look, at);
		if (t->columns[i].personal)
			band_text(p, c, STR("personal data"), &note_look, at);
		x += widths[i] + GAP;
	}
	b->after = 2;
	b->rule = INK;
	b->kept = true;
	return b;
}

static void place_caption(struct pages *p, const struct table *t)
{
	struct band *b = band_new(p, PDF_NO_ROLE);

	band_text(p, band_cell(p, b, PDF_CAPTION), t->caption, &label_look,
	    (struct piece){ .width = pages_width(p) });
	b->before = 8;
	b->after = 5;
	pages_place(p, b);
}

void pdf_put_table(struct pages *p, const struct table *t)
{
	struct widths *w = arena_alloc(p->open, t->column_count, sizeof(*w));
	double *widths = arena_alloc(p->open, t->column_count, sizeof(*widths));
	struct band *head;

	measure_columns(t, w);
	share(t, w, pages_width(p), widths);
	pages_need(p, 90); /* caption, head and a row are not parted */
	pdf_tag(p->pdf, PDF_TABLE, STR(""));
	place_caption(p, t);
	head = head_of(p, t, widths);
	pages_place(p, head);
	p->head = head;
	p->open = &p->rows;
	for (size_t i = 0; i < t->row_count; i++) {
		place_row(
		    p, t, &t->rows[i], widths, i + 1 == t->row_count || t->rows[i + 1].kind != ROW_UNDER);
		arena_reset(&p->rows);
	}
	p->open = &p->arena;
	p->head = NULL;
	band_free_texts(head);
	pdf_tag_end(p->pdf, PDF_TABLE);
	p->y += 8;
}

void pdf_put_fields(struct pages *p, const struct document_fields *fields)
{
	pdf_tag(p->pdf, PDF_LIST, STR(""));
	for (size_t i = 0; i < fields->count; i++) {
		struct band *b = band_new(p, PDF_ITEM);
		struct piece left = { .width = LABEL_WIDTH }, right = { .x = LABEL_WIDTH + GAP };

		right.width = pages_width(p) - right.x;
		band_text(p, band_cell(p, b, PDF_LABEL), fields->items[i].label, &field_label_look, left);
		put_value(p, band_cell(p, b, PDF_BODY), &fields->items[i], &text_look, right);
		b->before = 2.5;
		pages_place(p, b);
	}
	pdf_tag_end(p->pdf, PDF_LIST);
	p->y += 8;
}

/* Side by side, each a label, what it says in large letters, and a note. */
void pdf_put_cards(struct pages *p, const struct document_fields *fields)
{
	struct band *b = band_new(p, PDF_LIST);
	double width = pages_width(p) / (double)(fields->count ? fields->count : 1);

	for (size_t i = 0; i < fields->count; i++) {
		struct piece at = { .x = width * (double)i, .width = width - GAP };
		struct band_cell *c = band_cell(p, b, PDF_ITEM);

		at.y += band_text(p, c, fields->items[i].label, &note_look, at) + 2;
		at.y += band_prose(p, c, &fields->items[i].value, &card_look, at) + 2;
		band_prose(p, c, &fields->items[i].note, &note_look, at);
	}
	b->before = 4;
	b->after = 6;
	pages_place(p, b);
}
