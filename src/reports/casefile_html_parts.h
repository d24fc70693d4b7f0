/*
 * casefile_html_parts - what the page of a casefile is put together from. For casefile_html*.c alone.
 */
#pragma once
#include "formats/html_write.h"
#include "reports/casefile_report.h"

/* A state is told by a word and a shape, never by colour alone. */
enum part_shape {
	SHAPE_DONE,	 /* a filled circle */
	SHAPE_OPEN,	 /* an empty one */
	SHAPE_LATE,	 /* a filled triangle: something is wrong now */
	SHAPE_DONE_LATE, /* an empty triangle: done, but not as it should be */
	SHAPE_COUNT
};

/* The symbols that parts_state() uses; once, at the front of the page. */
void parts_symbols(struct html *h);
void parts_state(struct html *h, enum part_shape shape, const char *word);

/* A section with its heading; id is ours. Ended by parts_section_end(). */
void parts_section(struct html *h, const char *id, const char *title);
void parts_section_end(struct html *h);
/* Opens a table with its caption and its head row; ended by parts_table_end(). */
void parts_table(struct html *h, const char *caption, const char *const *columns, size_t count);
void parts_table_end(struct html *h);

void parts_text(struct html *h, const char *text);
/* <dt> and the opening of <dd>, and their end. */
void parts_term(struct html *h, const char *term);
void parts_term_end(struct html *h);
/* A dash with "not set" for those who listen, where there is nothing. */
void parts_text_or_dash(struct html *h, struct str s);
void parts_date(struct html *h, struct date d);
void parts_instant(struct html *h, struct instant t); /* "2026-01-02 14:05 UTC" */
/* "PMG VII.B; 21 CFR 806.10(b)", each unbroken. */
void parts_cites(struct html *h, const char *cites);

/* A blank, then name="n" inside a tag; name is ours. */
void parts_number(struct html *h, const char *name, int n);
/* A text in a drawing; its class is ours, x and y are where its line begins. */
void parts_svg_text(struct html *h, const char *class, int x, int y, struct str text);

/* The drawings. */
void html_matrix(const struct casefile_report *r, struct html *h);
void html_timeline(const struct casefile_report *r, struct html *h);

/* The sections. */
void html_position(const struct casefile_report *r, struct html *h);
void html_assessment(const struct casefile_report *r, struct html *h);
void html_conditions(const struct casefile_report *r, struct html *h);
void html_obligations(const struct casefile_report *r, struct html *h);
void html_reasons(const struct casefile_report *r, struct html *h);
void html_findings(const struct casefile_report *r, struct html *h);
void html_records(const struct casefile_report *r, struct html *h);
void html_trail(const struct casefile_report *r, struct html *h);
void html_basis(const struct casefile_report *r, struct html *h);

extern const char *const casefile_style[]; /* CSS; ended by NULL */
