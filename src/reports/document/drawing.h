/*
 * drawing - a figure as lines, rectangles, marks and texts, without markup: SVG and PDF are drawn from it.
 *
 * The looks are listed once, in drawing_looks[]: the style sheet and the PDF take them from there. Every
 * colour also differs in lightness, so that nothing is lost in grey, and every mark has its own shape.
 */
#pragma once
#include "base/arena.h"
#include "base/str.h"
#include "reports/document/document.h"

enum look {
	LOOK_CELL_NONE, /* cells of a matrix, the lightest first */
	LOOK_CELL_C,
	LOOK_CELL_C_BORDERLINE,
	LOOK_CELL_U_BORDERLINE,
	LOOK_CELL_U,
	LOOK_EDGE,
	LOOK_BEFORE, /* a whole ring */
	LOOK_AFTER,  /* a dashed one */
	LOOK_LINE,
	LOOK_TICK,
	LOOK_THREAD,
	LOOK_MARK,	   /* a circle */
	LOOK_MARK_DUE,	   /* a diamond */
	LOOK_MARK_ADVERSE, /* a triangle */
	LOOK_TEXT,
	LOOK_TEXT_STRONG,
	LOOK_TEXT_AXIS,
	LOOK_TEXT_SMALL,
	LOOK_COUNT
};

#define LOOK_NO_COLOUR (-1)

struct drawing_look {
	const char *classes;  /* of the SVG element */
	int fill, stroke;     /* 0xRRGGBB; LOOK_NO_COLOUR: none */
	int width_hundredths; /* of the stroke */
	int dash, gap;	      /* 0: a whole line */
};

extern const struct drawing_look drawing_looks[LOOK_COUNT];

enum stroke_kind { STROKE_RECT, STROKE_LINE, STROKE_MARK, STROKE_TEXT };
enum anchor { ANCHOR_START, ANCHOR_MIDDLE, ANCHOR_END };

/* x, y: the upper left corner, the first end, the middle of the mark, where the line of the text begins (its
 * middle, its end). */
struct stroke {
	enum stroke_kind kind;
	enum look look;
	enum anchor anchor;
	int x, y, to_x, to_y; /* to: the second end of a line */
	int width, height, radius;
	struct str text;
};

struct drawing_key {
	enum look look;
	const char *text;
};

struct drawing {
	const char *id; /* "matrix" */
	int width, height;
	struct str title;
	struct prose description; /* all it shows, in words */
	struct stroke *strokes;	  /* the first at the back */
	size_t stroke_count, room;
	const struct drawing_key *keys;
	size_t key_count;
	struct arena *arena;
};

/* It lives in the arena. */
struct drawing *drawing_new(struct arena *arena, const char *id, int width, int height);
/* The stroke, to set what the parameters do not. */
struct stroke *drawing_rect(struct drawing *d, enum look look, int x, int y, int width, int height);
void drawing_line(struct drawing *d, enum look look, int x, int y, int to_x, int to_y);
void drawing_mark(struct drawing *d, enum look look, int x, int y);
struct stroke *drawing_text(struct drawing *d, enum look look, int x, int y, struct str text);
