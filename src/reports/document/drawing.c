#include "reports/document/drawing.h"

#define INK 0x1c2733
#define SOFT 0x566370
#define ACCENT 0x0d5a75
#define WHITE 0xffffff

const struct drawing_look drawing_looks[LOOK_COUNT] = {
	[LOOK_CELL_NONE] = { "c0", 0xf3f6f8, WHITE, 200, 0, 0 },
	[LOOK_CELL_C] = { "c1", 0xf3f6f8, WHITE, 200, 0, 0 },
	[LOOK_CELL_C_BORDERLINE] = { "c2", 0xe6ecf0, WHITE, 200, 0, 0 },
	[LOOK_CELL_U_BORDERLINE] = { "c3", 0xcfd9e0, WHITE, 200, 0, 0 },
	[LOOK_CELL_U] = { "c4", 0xb9c7d1, WHITE, 200, 0, 0 },
	[LOOK_EDGE] = { "edge", INK, LOOK_NO_COLOUR, 0, 0, 0 },
	[LOOK_BEFORE] = { "before", LOOK_NO_COLOUR, ACCENT, 300, 0, 0 },
	[LOOK_AFTER] = { "after", LOOK_NO_COLOUR, ACCENT, 225, 6, 4 },
	[LOOK_LINE] = { "line", LOOK_NO_COLOUR, INK, 150, 0, 0 },
	[LOOK_TICK] = { "tick", LOOK_NO_COLOUR, INK, 100, 0, 0 },
	[LOOK_THREAD] = { "thread", LOOK_NO_COLOUR, 0xaab5be, 100, 0, 0 },
	[LOOK_MARK] = { "mark", ACCENT, WHITE, 100, 0, 0 },
	[LOOK_MARK_DUE] = { "due", WHITE, ACCENT, 175, 0, 0 },
	[LOOK_MARK_ADVERSE] = { "adverse", INK, WHITE, 100, 0, 0 },
	[LOOK_TEXT] = { "plain", INK, LOOK_NO_COLOUR, 0, 0, 0 },
	[LOOK_TEXT_STRONG] = { "strong", ACCENT, LOOK_NO_COLOUR, 0, 0, 0 },
	[LOOK_TEXT_AXIS] = { "axis", SOFT, LOOK_NO_COLOUR, 0, 0, 0 },
	[LOOK_TEXT_SMALL] = { "small", SOFT, LOOK_NO_COLOUR, 0, 0, 0 },
};

struct drawing *drawing_new(struct arena *arena, const char *id, int width, int height)
{
	struct drawing *d = arena_alloc(arena, 1, sizeof(*d));

	d->id = id;
	d->width = width;
	d->height = height;
	d->arena = arena;
	return d;
}

static struct stroke *add(struct drawing *d, enum stroke_kind kind, enum look look, int x, int y)
{
	struct stroke *s;

	d->strokes = arena_room(d->arena, d->strokes, d->stroke_count, &d->room, sizeof(*d->strokes));
	s = &d->strokes[d->stroke_count++];
	*s = (struct stroke){ .kind = kind, .look = look, .x = x, .y = y };
	return s;
}

struct stroke *drawing_rect(struct drawing *d, enum look look, int x, int y, int width, int height)
{
	struct stroke *s = add(d, STROKE_RECT, look, x, y);

	s->width = width;
	s->height = height;
	return s;
}

void drawing_line(struct drawing *d, enum look look, int x, int y, int to_x, int to_y)
{
	struct stroke *s = add(d, STROKE_LINE, look, x, y);

	s->to_x = to_x;
	s->to_y = to_y;
}

void drawing_mark(struct drawing *d, enum look look, int x, int y)
{
	add(d, STROKE_MARK, look, x, y);
}

struct stroke *drawing_text(struct drawing *d, enum look look, int x, int y, struct str text)
{
	struct stroke *s = add(d, STROKE_TEXT, look, x, y);

	s->text = text;
	return s;
}
