/*
 * casefile_html_matrix - the manufacturer's matrix drawn, with the cell before controls (a whole ring) and
 * after them (a dashed one).
 */
#include "reports/casefile_html_parts.h"
#include "reports/casefile_words.h"

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

static void put_rect(struct html *h, const char *class, int x, int y, int width, int height)
{
	html_raw(h, "<rect");
	html_attribute(h, "class", str_of(class));
	parts_number(h, "x", x);
	parts_number(h, "y", y);
	parts_number(h, "width", width);
	parts_number(h, "height", height);
	html_raw(h, "/>\n");
}

static void put_cell(struct html *h, enum cell cell, int column, int row)
{
	static const char *const classes[] = { "c0", "c1", "c2", "c3", "c4" };
	bool uncontrolled = cell == CELL_U || cell == CELL_U_BORDERLINE;
	bool borderline = cell == CELL_C_BORDERLINE || cell == CELL_U_BORDERLINE;
	int x = LEFT + column * CELL_WIDTH, y = TOP + row * CELL_HEIGHT;
	int middle = x + CELL_WIDTH / 2;

	put_rect(h, classes[cell], x, y, CELL_WIDTH, CELL_HEIGHT);
	parts_svg_text(h, "mid", middle, y + CELL_HEIGHT / 2 + (borderline ? -2 : 4),
	    uncontrolled ? STR("uncontrolled") : STR("controlled"));
	if (borderline)
		parts_svg_text(h, "mid small", middle, y + CELL_HEIGHT / 2 + 13, STR("borderline"));
}

/* The acceptable line: where controlled meets uncontrolled, one step a row. */
static void put_line(struct html *h, const struct policy *p)
{
	int before = -1;

	for (int row = 0; row < ROWS; row++) {
		enum exploitability x = (enum exploitability)(EXPLOITABILITY_HIGH - row);
		int column = 0, y = TOP + row * CELL_HEIGHT;

		while (column < COLUMNS &&
		       policy_cell(p, x, (enum severity)(SEVERITY_NEGLIGIBLE + column)) < CELL_U_BORDERLINE)
			column++;
		put_rect(h, "edge", LEFT + column * CELL_WIDTH - 1, y - 1, 2, CELL_HEIGHT + 2);
		if (before >= 0 && before < column)
			put_rect(h, "edge", LEFT + before * CELL_WIDTH - 1, y - 1,
			    (column - before) * CELL_WIDTH + 2, 2);
		before = column;
	}
}

static void put_ring(struct html *h, const struct assessment_fact *a, bool after)
{
	enum exploitability x;
	enum severity s;
	int inset = after ? 9 : 4;

	if (!casefile_report_place(a, after, &x, &s))
		return;
	html_raw(h, "<rect");
	html_attribute(h, "class", after ? STR("after") : STR("before"));
	parts_number(h, "x", LEFT + (int)(s - SEVERITY_NEGLIGIBLE) * CELL_WIDTH + inset);
	parts_number(h, "y", TOP + row_of(x) * CELL_HEIGHT + inset);
	parts_number(h, "width", CELL_WIDTH - 2 * inset);
	parts_number(h, "height", CELL_HEIGHT - 2 * inset);
	html_raw(h, " rx=\"14\"/>\n");
}

static void say_place(struct html *h, const struct assessment_fact *a, bool after, const char *when)
{
	enum exploitability x;
	enum severity s;

	if (!casefile_report_place(a, after, &x, &s))
		return;
	html_printf(h, " %s controls the risk lies at exploitability %s, severity %s.", when,
	    words_exploitability(x), words_severity(s));
}

static void put_description(const struct casefile_report *r, struct html *h)
{
	html_raw(h,
	    "<title id=\"matrix-title\">Matrix of exploitability and severity of patient harm</title>\n"
	    "<desc id=\"matrix-desc\">Three rows of exploitability, five columns of severity.");
	for (int row = 0; row < ROWS; row++) {
		enum exploitability x = (enum exploitability)(EXPLOITABILITY_HIGH - row);

		html_printf(h, " %s:", words_exploitability(x));
		for (int column = 0; column < COLUMNS; column++) {
			enum severity s = (enum severity)(SEVERITY_NEGLIGIBLE + column);

			html_printf(h, " %s %s%s", words_severity(s),
			    words_cell(policy_cell(r->policy, x, s)), column < COLUMNS - 1 ? ";" : ".");
		}
	}
	if (r->current) {
		say_place(h, r->current->fact, false, "Before");
		say_place(h, r->current->fact, true, "After");
	}
	html_raw(h, "</desc>\n");
}

static void put_axes(struct html *h)
{
	int bottom = TOP + ROWS * CELL_HEIGHT;

	parts_svg_text(h, "axis", 0, 12, STR("Exploitability"));
	for (int row = 0; row < ROWS; row++)
		parts_svg_text(h, "end", LEFT - 12, TOP + row * CELL_HEIGHT + CELL_HEIGHT / 2 + 4,
		    str_of(words_exploitability((enum exploitability)(EXPLOITABILITY_HIGH - row))));
	for (int column = 0; column < COLUMNS; column++)
		parts_svg_text(h, "mid", LEFT + column * CELL_WIDTH + CELL_WIDTH / 2, bottom + 18,
		    str_of(words_severity((enum severity)(SEVERITY_NEGLIGIBLE + column))));
	parts_svg_text(h, "axis end", LEFT + COLUMNS * CELL_WIDTH, bottom + 38,
	    STR("Severity of patient harm, if exploited"));
}

static void put_legend(struct html *h)
{
	html_raw(h,
	    "<figcaption><span class=\"key\"><svg width=\"26\" height=\"14\" aria-hidden=\"true\"><rect "
	    "class=\"before\" x=\"2\" y=\"2\" width=\"22\" height=\"10\" rx=\"5\"/></svg>before "
	    "controls</span> <span class=\"key\"><svg width=\"26\" height=\"14\" "
	    "aria-hidden=\"true\"><rect class=\"after\" x=\"2\" y=\"2\" width=\"22\" height=\"10\" "
	    "rx=\"5\"/></svg>after controls</span> <span class=\"key\"><svg width=\"26\" height=\"14\" "
	    "aria-hidden=\"true\"><rect class=\"edge\" x=\"2\" y=\"6\" width=\"22\" "
	    "height=\"2\"/></svg>the acceptable line</span></figcaption>\n");
}

void html_matrix(const struct casefile_report *r, struct html *h)
{
	html_raw(h, "<figure>\n<svg class=\"matrix\" viewBox=\"0 0 704 252\" role=\"img\" "
		    "aria-labelledby=\"matrix-title matrix-desc\">\n");
	put_description(r, h);
	for (int row = 0; row < ROWS; row++)
		for (int column = 0; column < COLUMNS; column++)
			put_cell(h,
			    policy_cell(r->policy, (enum exploitability)(EXPLOITABILITY_HIGH - row),
				(enum severity)(SEVERITY_NEGLIGIBLE + column)),
			    column, row);
	put_line(h, r->policy);
	put_axes(h);
	if (r->current) {
		put_ring(h, r->current->fact, false);
		put_ring(h, r->current->fact, true);
	}
	html_raw(h, "</svg>\n");
	put_legend(h);
	html_raw(h, "</figure>\n");
}
