#include "reports/document/pages.h"

#define SIDE 45.4 /* 16 mm */
#define HEAD 51.0 /* 18 mm */
#define FOOT 62.4 /* 22 mm */
#define FOOT_BASE 34.0
#define HEAD_GAP 3.6 /* between the head of a table and what goes on below it */
#define ROUNDING 0.01

static const struct pdf_look foot_look = { SIZE_NOTE, SOFT, false, false, false };
static const struct pdf_ink rule_ink = { PDF_NO_COLOUR, LINE, 0.6, 0, 0 };

double pages_width(const struct pages *p)
{
	return p->right - p->left;
}

void pages_begin(struct pages *p, struct pdf *pdf, const struct document *d)
{
	*p = (struct pages){ .pdf = pdf, .document = d };
	p->open = &p->arena;
	p->left = SIDE;
	p->right = pdf_width(pdf) - SIDE;
	p->top = HEAD;
	p->bottom = pdf_height(pdf) - FOOT;
	p->y = p->top;
}

static void put_foot(struct pages *p, int page, int total)
{
	double y = pdf_height(p->pdf) - FOOT_BASE;
	char number[64];
	struct pdf_run run = { .look = foot_look };
	struct pdf_text *text;

	run.text = p->document->meta.kicker;
	text = pdf_text_new(p->pdf, &run, 1, 0);
	pdf_text_draw(p->pdf, text, 0, p->left, y);
	pdf_text_free(text);
	snprintf(number, sizeof(number), "page %d of %d", page, total);
	run.text = str_of(number);
	text = pdf_text_new(p->pdf, &run, 1, 0);
	pdf_text_draw(p->pdf, text, 0, p->right - pdf_text_line_width(text, 0), y);
	pdf_text_free(text);
}

void pages_end(struct pages *p)
{
	int total = pdf_page(p->pdf);

	for (int page = 1; page <= total; page++) {
		pdf_over(p->pdf, page);
		put_foot(p, page, total);
	}
	arena_free(&p->arena);
	arena_free(&p->rows);
}

struct band *band_new(struct pages *p, enum pdf_role tag)
{
	struct band *b = arena_alloc(p->open, 1, sizeof(*b));

	b->tag = tag;
	b->rule = PDF_NO_COLOUR;
	return b;
}

struct band_cell *band_cell(struct pages *p, struct band *b, enum pdf_role tag)
{
	b->cells = arena_room(p->open, b->cells, b->count, &b->room, sizeof(*b->cells));
	b->cells[b->count] = (struct band_cell){ .tag = tag };
	return &b->cells[b->count++];
}

static double add_piece(
    struct pages *p, struct band_cell *c, const struct pdf_run *runs, size_t count, struct piece at)
{
	double height = 0;

	at.text = pdf_text_new(p->pdf, runs, count, at.width);
	for (size_t i = 0; i < pdf_text_lines(at.text); i++)
		height += pdf_text_line_height(at.text, i);
	c->pieces = arena_room(p->open, c->pieces, c->count, &c->room, sizeof(*c->pieces));
	c->pieces[c->count++] = at;
	if (at.y + height > c->height)
		c->height = at.y + height;
	return height;
}

static struct pdf_run run_of(const struct run *run, const struct pdf_look *look)
{
	struct pdf_run out = { .text = run->text, .look = *look };

	switch (run->style) {
	case RUN_STRONG:
		out.look.bold = true;
		break;
	case RUN_NOTE:
		out.look.size = SIZE_NOTE;
		out.look.colour = SOFT;
		break;
	case RUN_CODE:
		out.look.mono = true;
		out.look.size = look->size * 0.88;
		break;
	case RUN_WHOLE:
	case RUN_TIME:
		out.look.whole = true;
		break;
	case RUN_BREAK:
		out.text = STR("\n");
		break;
	case RUN_PLAIN:
	case RUN_LINK:
	case RUN_NOT_SET:
	case RUN_STYLE_COUNT:
		break;
	}
	return out;
}

/* Each run takes two at most: the sign of a shape stands before its word. */
static size_t runs_of(
    const struct prose *prose, const struct pdf_look *look, struct arena *arena, struct pdf_run **out)
{
	static const char *const signs[] = { "", "\xe2\x97\x8f ", "\xe2\x97\x8b ", "\xe2\x96\xb2 ",
		"\xe2\x96\xb3 " };
	struct pdf_run *runs = arena_alloc(arena, 2 * prose->count + 1, sizeof(*runs));
	size_t count = 0;

	_Static_assert(COUNT(signs) == SHAPE_COUNT, "a sign for every shape");
	for (size_t i = 0; i < prose->count; i++) {
		struct pdf_run run = run_of(&prose->runs[i], look);

		if (prose->runs[i].shape) {
			runs[count] = run;
			runs[count].look.colour = ACCENT;
			runs[count++].text = str_of(signs[prose->runs[i].shape]);
		}
		runs[count++] = run;
	}
	*out = runs;
	return count;
}

double band_prose(struct pages *p, struct band_cell *c, const struct prose *prose,
    const struct pdf_look *look, struct piece at)
{
	struct pdf_run *runs;
	size_t count = runs_of(prose, look, p->open, &runs);

	return add_piece(p, c, runs, count, at);
}

double band_text(
    struct pages *p, struct band_cell *c, struct str text, const struct pdf_look *look, struct piece at)
{
	return add_piece(p, c, &(struct pdf_run){ text, *look }, 1, at);
}

double band_height(const struct band *b)
{
	double most = 0;

	for (size_t i = 0; i < b->count; i++)
		if (b->cells[i].height > most)
			most = b->cells[i].height;
	return most;
}

static double height_left(const struct band *b)
{
	double most = 0;

	for (size_t i = 0; i < b->count; i++)
		if (b->cells[i].height - b->cells[i].done > most)
			most = b->cells[i].height - b->cells[i].done;
	return most;
}

static void draw_line(struct pages *p, const struct piece *piece, size_t line, double y)
{
	double x = p->left + piece->x;

	if (piece->align == ALIGN_END)
		x += piece->width - pdf_text_line_width(piece->text, line);
	pdf_text_draw(p->pdf, piece->text, line, x, y);
}

/* Draws the lines of a piece that fit; the first that does not is where the cell goes on. */
static void draw_piece(
    struct pages *p, const struct band_cell *c, struct piece *piece, double room, double *left)
{
	double y = piece->y;

	for (size_t line = 0; line < pdf_text_lines(piece->text); line++) {
		double height = pdf_text_line_height(piece->text, line);

		if (line >= piece->next && y - c->done + height <= room + ROUNDING) {
			draw_line(p, piece, line, p->y + y - c->done);
			piece->next = line + 1;
		} else if (line >= piece->next && y < *left) {
			*left = y;
		}
		y += height;
	}
}

/* A cell of several pieces is an element around them; of one, it is that one. */
static void draw_cell(struct pages *p, struct band_cell *c, double room)
{
	enum pdf_role around = c->count > 1 ? c->tag : PDF_NO_ROLE;
	enum pdf_role tag = around ? PDF_P : c->tag;
	double left = c->height;

	if (c->done >= c->height)
		return;
	if (around)
		pdf_tag(p->pdf, around, STR(""));
	for (size_t i = 0; i < c->count; i++) {
		if (tag)
			pdf_tag(p->pdf, tag, STR(""));
		draw_piece(p, c, &c->pieces[i], room, &left);
		if (tag)
			pdf_tag_end(p->pdf, tag);
	}
	if (around)
		pdf_tag_end(p->pdf, around);
	c->done = left;
}

static void draw_band(struct pages *p, struct band *b, double room)
{
	if (b->tag)
		pdf_tag(p->pdf, b->tag, STR(""));
	for (size_t i = 0; i < b->count; i++)
		draw_cell(p, &b->cells[i], room);
	if (b->tag)
		pdf_tag_end(p->pdf, b->tag);
}

/* Once more, all of it, outside the structure: those who listen have heard it. */
static void repeat_band(struct pages *p, const struct band *b)
{
	pdf_apart(p->pdf, true);
	for (size_t i = 0; i < b->count; i++)
		for (size_t k = 0; k < b->cells[i].count; k++) {
			const struct piece *piece = &b->cells[i].pieces[k];
			double y = p->y + piece->y;

			for (size_t line = 0; line < pdf_text_lines(piece->text); line++) {
				draw_line(p, piece, line, y);
				y += pdf_text_line_height(piece->text, line);
			}
		}
	pdf_apart(p->pdf, false);
	p->y += band_height(b) + b->after;
}

static void draw_rule(struct pages *p, int colour)
{
	struct pdf_point ends[2] = { { p->left, p->y }, { p->right, p->y } };
	struct pdf_ink ink = rule_ink;

	if (colour == PDF_NO_COLOUR)
		return;
	ink.stroke = colour;
	pdf_path(p->pdf, &ink, ends, 2);
}

static void next_page(struct pages *p)
{
	pdf_next_page(p->pdf);
	p->y = p->top;
	if (!p->head)
		return;
	repeat_band(p, p->head);
	draw_rule(p, p->head->rule);
	p->y += HEAD_GAP;
}

void pages_need(struct pages *p, double height)
{
	if (p->y > p->top && p->y + height > p->bottom)
		next_page(p);
}

void band_free_texts(struct band *b)
{
	for (size_t i = 0; i < b->count; i++)
		for (size_t k = 0; k < b->cells[i].count; k++)
			pdf_text_free(b->cells[i].pieces[k].text);
}

void pages_place(struct pages *p, struct band *b)
{
	double room = p->bottom - p->top - (p->head ? band_height(p->head) : 0), height = band_height(b);

	if (p->y > p->top)
		p->y += b->before;
	if (height <= room)
		pages_need(p, height);
	while (true) {
		draw_band(p, b, p->bottom - p->y);
		if (height_left(b) <= 0)
			break;
		/* nothing of it on an empty page would be nothing of it for ever */
		if (height_left(b) >= height && p->y <= p->top)
			break;
		height = height_left(b);
		next_page(p);
	}
	p->y += height + b->after;
	draw_rule(p, b->rule);
	if (!b->kept)
		band_free_texts(b);
}
