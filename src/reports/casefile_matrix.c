/*
 * casefile_matrix - the manufacturer's matrix drawn, with the cell before controls (a whole ring) and after
 * them (a dashed one).
 */
#include "reports/casefile_sections.h"
#include "reports/casefile_words.h"
#include "reports/document/drawing.h"

#define LEFT 82
#define TOP 30
#define CELL_WIDTH 124
#define CELL_HEIGHT 60
#define ROWS 3
#define COLUMNS 5

/* High exploitability is the upper row. */
static int row_of(enum exploitability x)
{
	return EXPLOITABILITY_HIGH - (int)x;
}

static void put_cell(struct drawing *m, enum cell cell, int column, int row)
{
	bool uncontrolled = cell == CELL_U || cell == CELL_U_BORDERLINE;
	bool borderline = cell == CELL_C_BORDERLINE || cell == CELL_U_BORDERLINE;
	int x = LEFT + column * CELL_WIDTH, y = TOP + row * CELL_HEIGHT;
	int middle = x + CELL_WIDTH / 2;

	_Static_assert(LOOK_CELL_U - LOOK_CELL_NONE == CELL_U - CELL_NONE, "a look for every cell");
	drawing_rect(m, (enum look)(LOOK_CELL_NONE + (int)cell), x, y, CELL_WIDTH, CELL_HEIGHT);
	drawing_text(m, LOOK_TEXT, middle, y + CELL_HEIGHT / 2 + (borderline ? -2 : 4),
	    uncontrolled ? STR("uncontrolled") : STR("controlled"))
	    ->anchor = ANCHOR_MIDDLE;
	if (borderline)
		drawing_text(m, LOOK_TEXT_SMALL, middle, y + CELL_HEIGHT / 2 + 13, STR("borderline"))
		    ->anchor = ANCHOR_MIDDLE;
}

/* The acceptable line: where controlled meets uncontrolled, one step a row. */
static void put_line(struct drawing *m, const struct policy *p)
{
	int before = -1;

	for (int row = 0; row < ROWS; row++) {
		enum exploitability x = (enum exploitability)(EXPLOITABILITY_HIGH - row);
		int column = 0, y = TOP + row * CELL_HEIGHT;

		while (column < COLUMNS &&
		       policy_cell(p, x, (enum severity)(SEVERITY_NEGLIGIBLE + column)) < CELL_U_BORDERLINE)
			column++;
		drawing_rect(m, LOOK_EDGE, LEFT + column * CELL_WIDTH - 1, y - 1, 2, CELL_HEIGHT + 2);
		if (before >= 0 && before < column)
			drawing_rect(m, LOOK_EDGE, LEFT + before * CELL_WIDTH - 1, y - 1,
			    (column - before) * CELL_WIDTH + 2, 2);
		before = column;
	}
}

static void put_ring(struct drawing *m, const struct assessment_fact *a, bool after)
{
	enum exploitability x;
	enum severity s;
	int inset = after ? 9 : 4;

	if (!casefile_report_place(a, after, &x, &s))
		return;
	drawing_rect(m, after ? LOOK_AFTER : LOOK_BEFORE,
	    LEFT + (int)(s - SEVERITY_NEGLIGIBLE) * CELL_WIDTH + inset, TOP + row_of(x) * CELL_HEIGHT + inset,
	    CELL_WIDTH - 2 * inset, CELL_HEIGHT - 2 * inset)
	    ->radius = 14;
}

static void say_place(struct document *d, const struct assessment_fact *a, bool after, const char *when)
{
	enum exploitability x;
	enum severity s;

	if (!casefile_report_place(a, after, &x, &s))
		return;
	document_printf(d, RUN_PLAIN, " %s controls the risk lies at exploitability %s, severity %s.", when,
	    words_exploitability(x), words_severity(s));
}

static void describe(const struct casefile_report *r, struct document *d)
{
	document_say(d, "Three rows of exploitability, five columns of severity.");
	for (int row = 0; row < ROWS; row++) {
		enum exploitability x = (enum exploitability)(EXPLOITABILITY_HIGH - row);

		document_printf(d, RUN_PLAIN, " %s:", words_exploitability(x));
		for (int column = 0; column < COLUMNS; column++) {
			enum severity s = (enum severity)(SEVERITY_NEGLIGIBLE + column);

			document_printf(d, RUN_PLAIN, " %s %s%s", words_severity(s),
			    words_cell(policy_cell(r->policy, x, s)), column < COLUMNS - 1 ? ";" : ".");
		}
	}
	if (r->current) {
		say_place(d, r->current->fact, false, "Before");
		say_place(d, r->current->fact, true, "After");
	}
}

static void put_axes(struct drawing *m)
{
	int bottom = TOP + ROWS * CELL_HEIGHT;

	drawing_text(m, LOOK_TEXT_AXIS, 0, 12, STR("Exploitability"));
	for (int row = 0; row < ROWS; row++)
		drawing_text(m, LOOK_TEXT, LEFT - 12, TOP + row * CELL_HEIGHT + CELL_HEIGHT / 2 + 4,
		    str_of(words_exploitability((enum exploitability)(EXPLOITABILITY_HIGH - row))))
		    ->anchor = ANCHOR_END;
	for (int column = 0; column < COLUMNS; column++)
		drawing_text(m, LOOK_TEXT, LEFT + column * CELL_WIDTH + CELL_WIDTH / 2, bottom + 18,
		    str_of(words_severity((enum severity)(SEVERITY_NEGLIGIBLE + column))))
		    ->anchor = ANCHOR_MIDDLE;
	drawing_text(m, LOOK_TEXT_AXIS, LEFT + COLUMNS * CELL_WIDTH, bottom + 38,
	    STR("Severity of patient harm, if exploited"))
	    ->anchor = ANCHOR_END;
}

void casefile_matrix(const struct casefile_report *r, struct document *d)
{
	static const struct drawing_key keys[] = { { LOOK_BEFORE, "before controls" },
		{ LOOK_AFTER, "after controls" }, { LOOK_EDGE, "the acceptable line" } };
	struct drawing *m = drawing_new(d->arena, "matrix", 704, 252);

	m->title = STR("Matrix of exploitability and severity of patient harm");
	m->keys = keys;
	m->key_count = COUNT(keys);
	for (int row = 0; row < ROWS; row++)
		for (int column = 0; column < COLUMNS; column++)
			put_cell(m,
			    policy_cell(r->policy, (enum exploitability)(EXPLOITABILITY_HIGH - row),
				(enum severity)(SEVERITY_NEGLIGIBLE + column)),
			    column, row);
	put_line(m, r->policy);
	put_axes(m);
	if (r->current) {
		put_ring(m, r->current->fact, false);
		put_ring(m, r->current->fact, true);
	}
	document_figure(d, m);
	describe(r, d);
}
