#include "formats/pdf/pdf_text.h"

#include <assert.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/vec.h"
#include "formats/pdf/pdf_syntax.h"
#include "limits.h"

#define STICK_OUT 1.2

/* A word, or a blank, in its look. */
struct atom {
	struct pdf_word word;
	struct str text;
	const struct pdf_look *look;
};

/* A text that is being broken into lines. */
struct breaking {
	struct pdf_text *t;
	double width;	   /* 0: as wide as it takes */
	double x;	   /* where the open line ends */
	bool begun;	   /* something stands on it */
	bool in_segment;   /* the last segment is open */
	struct atom *unit; /* what is not parted, if it fits on a line */
	size_t count, room;
	struct atom *blanks; /* behind what stands on the line: left out where it ends */
	size_t blank_count, blank_room;
};

static unsigned face_of(const struct pdf_look *look)
{
	return pdf_face(look->bold, look->mono);
}

static double width_of(const struct atom *a)
{
	return a->word.width * a->look->size / 1000;
}

static void end_segment(struct breaking *b)
{
	struct pdf_text *t = b->t;
	struct pdf_segment *last;

	if (!b->in_segment)
		return;
	assert(t->segments && t->segment_count > 0);
	last = &t->segments[t->segment_count - 1];
	pdf_say(&t->bytes, ")]TJ\n");
	last->len = t->bytes.len - last->from;
	b->in_segment = false;
}

static void begin_line(struct breaking *b)
{
	struct pdf_text *t = b->t;

	t->lines = vec_room(t->lines, &t->line_room, t->line_count + 1, sizeof(*t->lines));
	t->lines[t->line_count++] = (struct pdf_line){ .first = t->segment_count };
	b->x = 0;
	b->begun = false;
	b->blank_count = 0;
}

/* The line is as high as what stands on it, and one without anything as what would. */
static void reach(struct breaking *b, const struct pdf_look *look)
{
	struct pdf_line *line = &b->t->lines[b->t->line_count - 1];
	int above, below;

	pdf_words_reach(b->t->setter->words, face_of(look), &above, &below);
	if (above * look->size / 1000 > line->above)
		line->above = above * look->size / 1000;
	if (below * look->size / 1000 > line->below)
		line->below = below * look->size / 1000;
}

static void next_line(struct breaking *b, const struct pdf_look *look)
{
	end_segment(b);
	if (!b->begun)
		reach(b, look);
	begin_line(b);
}

static void put_atom(struct breaking *b, const struct atom *a)
{
	struct pdf_text *t = b->t;
	struct pdf_line *line = &t->lines[t->line_count - 1];
	const struct pdf_segment *last = b->in_segment ? &t->segments[t->segment_count - 1] : NULL;
	struct pdf_font *font = pdf_words_font(t->setter->words, face_of(a->look));

	if (!last || last->font != font || last->size != a->look->size || last->colour != a->look->colour) {
		end_segment(b);
		t->segments =
		    vec_room(t->segments, &t->segment_room, t->segment_count + 1, sizeof(*t->segments));
		t->segments[t->segment_count++] = (struct pdf_segment){ .font = font,
			.size = a->look->size,
			.colour = a->look->colour,
			.x = b->x,
			.from = t->bytes.len };
		pdf_say(&t->bytes, "[(");
		b->in_segment = true;
		line->count++;
	}
	buf_add(&t->bytes, a->word.glyphs);
	b->x += width_of(a);
	b->begun = true;
	line->width = b->x;
	reach(b, a->look);
}

/* How much of a text that fits to n bytes is better put on the line: up to a sign that words are joined by,
 * if one stands in the latter half. */
static size_t good_end(struct str text, size_t n)
{
	for (size_t i = n; i > n / 2; i--)
		if (!char_is_alnum(text.ptr[i - 1]) && (text.ptr[i - 1] & 0x80) == 0)
			return i;
	return n;
}

static size_t first_character(struct str s)
{
	struct str rest = s;

	pdf_take_character(&rest);
	return s.len - rest.len;
}

/* Puts a word over as many lines as it takes, and at least a character on each. One that a line has room for
 * goes to the next. */
static void put_broken(struct breaking *b, const struct atom *whole)
{
	struct pdf_words *words = b->t->setter->words;
	unsigned face = face_of(whole->look);
	struct atom a = *whole;

	if (b->begun && b->x + width_of(&a) > b->width && width_of(&a) <= b->width) {
		next_line(b, a.look);
		if (str_eq(a.text, STR(" ")))
			return;
	}
	while (b->x + width_of(&a) > b->width) {
		int room = (int)((b->width - b->x) * 1000 / a.look->size);
		size_t n = pdf_word_fit(words, face, a.text, room);
		struct atom part = a;

		if (n == 0 && b->begun) {
			next_line(b, a.look);
			continue;
		}
		n = n ? good_end(a.text, n) : first_character(a.text);
		if (n == a.text.len)
			break;
		part.text = str_first(a.text, n);
		part.word = pdf_word_of(words, face, part.text);
		put_atom(b, &part);
		next_line(b, a.look);
		a.text = str_from(a.text, n);
		a.word = pdf_word_of(words, face, a.text);
	}
	put_atom(b, &a);
}

static double width_of_all(const struct atom *atoms, size_t count)
{
	double width = 0;

	for (size_t i = 0; i < count; i++)
		width += width_of(&atoms[i]);
	return width;
}

/* What is to be whole may stick out a little, as into the gap between two columns, before it is broken. */
static bool must_break(const struct breaking *b, const struct atom *first, double wide)
{
	return b->width > 0 && wide > b->width * (first->look->whole ? STICK_OUT : 1);
}

/* Puts the unit and the blanks before it, on the next line if this one has no room. */
static void put_unit(struct breaking *b)
{
	double wide = width_of_all(b->unit, b->count), blank = width_of_all(b->blanks, b->blank_count);
	bool broken;

	if (b->count == 0)
		return;
	broken = must_break(b, &b->unit[0], wide);
	if (b->width > 0 && b->begun && b->x + blank + wide > b->width)
		next_line(b, b->unit[0].look);
	for (size_t i = 0; i < b->blank_count; i++)
		put_atom(b, &b->blanks[i]);
	for (size_t i = 0; i < b->count; i++)
		if (broken)
			put_broken(b, &b->unit[i]);
		else
			put_atom(b, &b->unit[i]);
	b->count = b->blank_count = 0;
}

/* May a line end behind the character before i? A hyphen and a stroke end what stands before them, but not
 * within numbers (UAX 14: HY, SY, LB25). */
static bool may_break(struct str s, size_t i)
{
	const struct str en_dash = STR("\xe2\x80\x93"), em_dash = STR("\xe2\x80\x94");
	unsigned char before = (unsigned char)s.ptr[i - 1];
	bool letter = i < s.len && (char_is_alpha(s.ptr[i]) || (s.ptr[i] & 0x80));

	if (!letter || i < 2)
		return false;
	if (before == '-' || before == '/')
		return char_is_alnum(s.ptr[i - 2]) || (s.ptr[i - 2] & 0x80);
	return str_ends(str_first(s, i), en_dash) || str_ends(str_first(s, i), em_dash);
}

/* How much of s is one word: to a blank, a line end, or where a line may end. */
static size_t word_length(struct str s, bool whole, bool *may_end)
{
	size_t n = 1;

	*may_end = false;
	while (n < s.len && s.ptr[n] != ' ' && s.ptr[n] != '\n') {
		if (!whole && may_break(s, n)) {
			*may_end = true;
			return n;
		}
		if (n >= PDF_WORD_BYTES - 4 && (s.ptr[n] & 0xc0) != 0x80)
			return n;
		n++;
	}
	return n;
}

static struct atom *add_atom(struct atom **atoms, size_t *count, size_t *room)
{
	*atoms = vec_room(*atoms, room, *count + 1, sizeof(**atoms));
	return &(*atoms)[(*count)++];
}

/* Takes the words of a run; false where one of them is not plain. */
static bool take_run(struct breaking *b, const struct pdf_run *run)
{
	struct str rest = run->text;

	while (rest.len) {
		bool blank = rest.ptr[0] == ' ', may_end = false;
		size_t n = blank ? 1 : word_length(rest, run->look.whole, &may_end);
		struct atom a = { .text = str_first(rest, n), .look = &run->look };

		if (rest.ptr[0] == '\n') {
			put_unit(b);
			next_line(b, &run->look);
			rest = str_from(rest, 1);
			continue;
		}
		a.word = pdf_word_of(b->t->setter->words, face_of(a.look), a.text);
		if (!a.word.plain)
			return false;
		rest = str_from(rest, n);
		if (blank && !run->look.whole) {
			put_unit(b);
			*add_atom(&b->blanks, &b->blank_count, &b->blank_room) = a;
			continue;
		}
		*add_atom(&b->unit, &b->count, &b->room) = a;
		if (may_end)
			put_unit(b);
	}
	return true;
}

static bool set_plain(struct pdf_text *t, const struct pdf_run *runs, size_t count, double width)
{
	struct breaking b = { .t = t, .width = width };
	bool plain = true;

	for (size_t i = 0; plain && i < count; i++)
		plain = pdf_words_may(runs[i].text);
	if (plain) {
		begin_line(&b);
		for (size_t i = 0; plain && i < count; i++)
			plain = take_run(&b, &runs[i]);
		put_unit(&b);
		if (!b.begun && count)
			reach(&b, &runs[count - 1].look);
		end_segment(&b);
	}
	free(b.unit);
	free(b.blanks);
	return plain;
}

static void clear(struct pdf_text *t)
{
	t->segment_count = t->line_count = 0;
	buf_clear(&t->bytes);
}

struct pdf_text *pdf_setter_text(struct pdf_setter *s, const struct pdf_run *runs, size_t count, double width)
{
	struct pdf_text *t = s->free;

	if (t) {
		s->free = t->next;
	} else {
		t = memory_alloc(1, sizeof(*t));
		t->setter = s;
		t->bytes = buf_new(LIMIT_PDF_BYTES);
	}
	pdf_words_trim(s->words);
	clear(t);
	if (!set_plain(t, runs, count, width)) {
		clear(t);
		pdf_layout_set(t, runs, count, width);
	}
	return t;
}

void pdf_setter_end(struct pdf_setter *s)
{
	for (struct pdf_text *t = s->free; t; t = s->free) {
		s->free = t->next;
		free(t->segments);
		free(t->lines);
		buf_free(&t->bytes);
		free(t);
	}
	pdf_words_free(s->words);
	pdf_pictures_free(s->pictures);
	pdf_fonts_free(s->fonts);
	pdf_pango_free(s->pango);
}

void pdf_text_free(struct pdf_text *t)
{
	if (!t)
		return;
	t->next = t->setter->free;
	t->setter->free = t;
}

size_t pdf_text_lines(const struct pdf_text *t)
{
	return t->line_count;
}

double pdf_text_line_height(const struct pdf_text *t, size_t line)
{
	return t->lines[line].above + t->lines[line].below;
}

double pdf_text_line_width(const struct pdf_text *t, size_t line)
{
	return t->lines[line].width;
}

double pdf_text_baseline(const struct pdf_text *t, size_t line)
{
	return t->lines[line].above;
}
