/*
 * document - a report as its readers see it, without markup: sections, paragraphs, lists, fields, tables,
 * figures, signatures. document_html.h, document_pdf.h, document_json.h and document_csv.h write it.
 *
 * It is put together from front to back. document_field(), document_cell(), document_item() and the like open
 * the place that texts go to until the next one is opened. Texts are borrowed, and must live as long as the
 * document; what document_printf() makes lives in its arena.
 */
#pragma once
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "base/time.h"

/* A state is told by a word and a shape, never by colour alone. */
enum run_shape {
	SHAPE_NONE,
	SHAPE_DONE,	 /* a filled circle */
	SHAPE_OPEN,	 /* an empty one */
	SHAPE_LATE,	 /* a filled triangle: something is wrong now */
	SHAPE_DONE_LATE, /* an empty triangle: done, but not as it should be */
	SHAPE_COUNT
};

enum run_style {
	RUN_PLAIN,
	RUN_STRONG,
	RUN_NOTE, /* small and soft */
	RUN_CODE,
	RUN_WHOLE, /* not broken over lines: a citation, a state */
	RUN_TIME,  /* a date or an instant, likewise; exact is its machine form, if that is another */
	RUN_LINK,  /* to the section of that id */
	RUN_NOT_SET,
	RUN_BREAK, /* the end of a line */
	RUN_STYLE_COUNT
};

struct run {
	enum run_style style;
	enum run_shape shape; /* before the text */
	struct str text, exact, target;
};

struct prose {
	struct run *runs;
	size_t count, room;
};

enum field_mark {
	FIELD_GIVEN,
	FIELD_MISSING,	 /* it is asked for, and not there */
	FIELD_DEFERRED,	 /* not there yet: why, and when it will be submitted (21 CFR 806.10(c)(13)) */
	FIELD_EXPLAINED, /* not known: why (21 CFR 803.50(b)(3)) */
	FIELD_MARK_COUNT
};

struct document_field {
	const char *key; /* for machines; NULL: none */
	struct str label;
	struct prose value, note;
	enum field_mark mark;
	bool personal; /* personal data: to be taken out of what is disclosed (21 CFR 806.40) */
};

struct document_fields {
	struct document_field *items;
	size_t count, room;
};

enum column_align { ALIGN_START, ALIGN_END };

struct table_column {
	const char *title;
	enum column_align align;
	int percent;   /* of the width; 0: as its content needs */
	bool personal; /* as of a field */
};

struct table_cell {
	struct prose text;
	struct document_fields fields; /* below the text */
};

enum row_kind {
	ROW_PLAIN,    /* its first cell is the head of the row */
	ROW_REPLACED, /* likewise, of something that no longer stands */
	ROW_UNDER     /* belongs to the row above: one cell, as wide as all columns but the first */
};

struct table_row {
	enum row_kind kind;
	struct table_cell *cells; /* as many as columns */
	size_t cell_count;
};

struct table {
	struct str caption;
	const struct table_column *columns;
	size_t column_count;
	struct table_row *rows;
	size_t row_count, room;
};

enum block_kind {
	BLOCK_SECTION, /* a heading of the second level, and what follows it */
	BLOCK_PART,    /* of the third */
	BLOCK_ARTICLE, /* likewise, one of several of its kind */
	BLOCK_PARAGRAPH,
	BLOCK_LIST,
	BLOCK_FIELDS,
	BLOCK_TABLE,
	BLOCK_FIGURE,
	BLOCK_SIGNATURES
};

enum tone { TONE_PLAIN, TONE_ALERT };
enum list_kind { LIST_PLAIN, LIST_ALERT, LIST_KEYS };
enum fields_layout { FIELDS_WIDE, FIELDS_TWO_COLUMNS, FIELDS_CARDS };

/* 21 CFR 11.50: who, when, and what it means. */
struct document_signature {
	struct str name, meaning, record; /* record: what was signed */
	struct instant at;
	bool covers; /* the record is still what was signed */
};

struct drawing;

struct block {
	enum block_kind kind;
	const char *id, *brief; /* of a section: its anchor, its name in the table of contents */
	struct prose text;	/* of a heading or a paragraph */
	enum tone tone;
	enum list_kind list;
	struct str title; /* of a list; may be empty */
	struct prose *items;
	size_t item_count, item_room;
	enum fields_layout layout;
	struct document_fields fields;
	struct table table;
	const struct drawing *figure;
	struct document_signature *signatures;
	size_t signature_count, signature_room;
};

struct document_meta {
	const char *kind;  /* "casefile", "806"; for machines */
	struct str title;  /* the heading of the first level */
	struct str kicker; /* above it, and on every page: "Casefile 7" */
	struct date as_of;
	struct instant at; /* when what it is made from was last changed: no clock is read */
	struct str program, author;
	bool contents; /* with a table of contents */
};

struct document {
	struct document_meta meta;
	struct block *blocks; /* those before the first section belong to the head */
	size_t block_count, block_room;
	struct arena *arena;
	struct prose *open; /* where texts go */
};

struct document *document_new(struct arena *arena, const struct document_meta *meta);

/* Blocks. */
void document_section(struct document *d, const char *id, const char *title, const char *brief);
void document_part(
    struct document *d, enum block_kind kind); /* BLOCK_PART or BLOCK_ARTICLE; its heading follows */
void document_paragraph(struct document *d, enum tone tone);
void document_list(struct document *d, enum list_kind kind, struct str title);
void document_item(struct document *d);
void document_fields(struct document *d, enum fields_layout layout);
/* Of the open block of fields, or of the open cell. */
struct document_field *document_field(struct document *d, const char *key, struct str label);
struct document_field *document_last_field(struct document *d); /* that was opened last in the last block */
void document_field_note(struct document *d); /* texts go to the note of the last field of the block */
void document_table(struct document *d, struct str caption, const struct table_column *columns, size_t count);
void document_row(struct document *d, enum row_kind kind);
void document_cell(struct document *d);
void document_figure(struct document *d, struct drawing *drawing); /* texts go to its description */
void document_sign(struct document *d, const struct document_signature *signature);

/* Texts. */
void document_put(struct document *d, enum run_style style, struct str text); /* its line ends end lines */
void document_text(struct document *d, struct str text);
void document_say(struct document *d, const char *text);
void document_printf(struct document *d, enum run_style style, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
void document_state(struct document *d, enum run_shape shape, const char *word);
void document_link(struct document *d, const char *id, const char *text);
void document_break(struct document *d);
void document_text_or_dash(struct document *d, struct str text); /* a dash where there is nothing */
void document_date(struct document *d, struct date date);
void document_instant(struct document *d, struct instant at); /* "2026-01-02 14:05 UTC" */
void document_cites(struct document *d, const char *cites);   /* "PMG VII.B; 21 CFR 806.10(b)" */

/* Nothing but the text, a line end for every break. */
void document_plain(const struct prose *prose, struct buf *out);
bool document_is_empty(const struct prose *prose);
const char *field_mark_word(enum field_mark mark); /* "given", "missing", "deferred", "explained" */
