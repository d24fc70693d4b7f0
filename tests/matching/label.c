#include "matching/label.h"

#include <stdlib.h>

#include "base/vec.h"
#include "limits.h"

#define WORDS_MOST 32

static const struct {
	const char *word;
	struct answer answer;
} words[] = {
	{ "no", { SAYS_NOTHING, false } },
	{ "A", { SAYS_A, false } },
	{ "B", { SAYS_B, false } },
	{ "C", { SAYS_C, false } },
	{ "D", { SAYS_D, false } },
	{ "A?", { SAYS_A, true } },
	{ "B?", { SAYS_B, true } },
	{ "C?", { SAYS_C, true } },
	{ "D?", { SAYS_D, true } },
	{ "E", { SAYS_HINT, false } },
	{ "not_affected", { SAYS_NOT_AFFECTED, false } },
	{ "fixed", { SAYS_FIXED, false } },
	{ "withdrawn", { SAYS_WITHDRAWN, false } },
	{ "investigated", { SAYS_INVESTIGATED, false } },
};

const char *answer_word(struct answer a)
{
	for (size_t i = 0; i < COUNT(words); i++)
		if (words[i].answer.verdict == a.verdict && words[i].answer.platform == a.platform)
			return words[i].word;
	return "?";
}

static bool read_answer(struct str word, struct answer *out, struct err *e)
{
	for (size_t i = 0; i < COUNT(words); i++) {
		if (!str_eq(word, str_of(words[i].word)))
			continue;
		*out = words[i].answer;
		return true;
	}
	return err_fail(e, ERR_INPUT, "there is no verdict \"" STR_FMT "\"", STR_ARG(word));
}

/* The next word; false where there is none. */
static bool next_word(struct str *rest, struct str *word)
{
	*rest = str_trim(*rest);
	if (rest->len == 0)
		return false;
	*word = str_first(*rest, str_index(*rest, ' '));
	*rest = str_from(*rest, word->len);
	return true;
}

/* "o:amazon:freertos:10.0.1" as a whole CPE name: what is left out at the end is "*". */
static struct str whole_cpe(struct str word, struct arena *arena)
{
	SCOPED_BUF text = buf_new(LIMIT_CPE_BYTES);
	int attributes = 1;

	for (size_t i = 0; i < word.len; i++) {
		attributes += word.ptr[i] == ':';
		i += word.ptr[i] == '\\';
	}
	buf_printf(&text, "cpe:2.3:" STR_FMT, STR_ARG(word));
	for (; attributes < 11; attributes++)
		buf_add(&text, STR(":*"));
	return arena_copy(arena, buf_str(&text));
}

/* "Vue_PACS" as "Vue PACS". */
static struct str spaced(struct str word, struct arena *arena)
{
	char *text = arena_text(arena, word);

	for (size_t i = 0; i < word.len; i++)
		if (text[i] == '_')
			text[i] = ' ';
	return (struct str){ text, word.len };
}

static bool read_component(struct str text, struct arena *arena, struct component *out, struct err *e)
{
	struct sbom_component c = { .name = STR("component") };
	struct str rest = text, word;

	c.cpes = arena_alloc(arena, WORDS_MOST, sizeof(*c.cpes));
	while (next_word(&rest, &word)) {
		if (str_eq(word, STR("&")))
			continue;
		if (str_starts(word, STR("pkg:")))
			c.purl = word;
		else if (str_starts(word, STR("version=")))
			c.version = str_from(word, strlen("version="));
		else if (str_starts(word, STR("name=")))
			c.name = spaced(str_from(word, strlen("name=")), arena);
		else if (str_starts(word, STR("supplier=")))
			c.supplier = spaced(str_from(word, strlen("supplier=")), arena);
		else if (c.cpe_count == WORDS_MOST || str_index(word, ':') == word.len)
			return err_fail(
			    e, ERR_INPUT, "\"" STR_FMT "\" says nothing of a component", STR_ARG(word));
		else
			c.cpes[c.cpe_count++] = whole_cpe(word, arena);
	}
	component_from_sbom(&c, arena, out);
	if (out->problem_count)
		return err_fail(e, ERR_INPUT, STR_FMT, STR_ARG(out->problems[0]));
	return true;
}

static bool read_release(struct str text, struct arena *arena, struct label *out, struct err *e)
{
	struct str rest = text;

	out->release = text;
	out->components = arena_alloc(arena, WORDS_MOST, sizeof(*out->components));
	while (rest.len) {
		size_t end = str_find(rest, STR(" + "));

		if (out->component_count == WORDS_MOST)
			return err_fail(e, ERR_INPUT, "more than %d components", WORDS_MOST);
		if (!read_component(str_first(rest, end), arena, &out->components[out->component_count++], e))
			return false;
		rest = str_from(rest, end + 3);
	}
	return out->component_count > 0 || err_fail(e, ERR_INPUT, "no component");
}

/* "B    a:amazon:freertos:10.0.1 : up to 10.0.1 inclusive" */
static bool read_label(struct str line, struct arena *arena, struct label *out, struct err *e)
{
	size_t reason = str_find(line, STR(" : "));
	struct str rest = str_first(line, reason), word;

	if (str_trim(str_from(line, reason + 3)).len == 0)
		return err_fail(e, ERR_INPUT, "a verdict without \" : \" and its reason");
	if (!next_word(&rest, &word))
		return err_fail(e, ERR_INPUT, "a reason without a verdict");
	return read_answer(word, &out->answer, e) && read_release(str_trim(rest), arena, out, e);
}

static void begin_block(struct label_table *t, struct str words_of, struct arena *arena, struct str *about)
{
	struct label_block *block;
	struct str rest = words_of, word;

	t->blocks = vec_room(t->blocks, &t->block_room, t->block_count + 1, sizeof(*t->blocks));
	block = &t->blocks[t->block_count++];
	*block = (struct label_block){ .records = arena_alloc(arena, WORDS_MOST, sizeof(struct str)) };
	while (block->record_count < WORDS_MOST && next_word(&rest, &word))
		block->records[block->record_count++] = word;
	*about = block->record_count ? block->records[0] : STR("");
	*about = str_from(*about, str_index(*about, ':') + 1);
}

static void add_label(struct label_block *b, struct label label)
{
	b->labels = vec_room(b->labels, &b->label_room, b->label_count + 1, sizeof(label));
	b->labels[b->label_count++] = label;
}

bool labels_read(
    const char *name, struct str text, struct arena *arena, struct label_table *out, struct err *e)
{
	struct str rest = arena_copy(arena, text), line, about = STR("");
	int number = 0;

	while (str_next(&rest, '\n', &line)) {
		struct label label = { 0 };

		number++;
		line = str_trim(line);
		if (line.len == 0 || line.ptr[0] == '#')
			continue;
		if (str_starts(line, STR("records "))) {
			begin_block(out, str_from(line, strlen("records ")), arena, &about);
			continue;
		}
		if (str_starts(line, STR("about "))) {
			about = str_trim(str_from(line, strlen("about ")));
			continue;
		}
		label.place = arena_printf(arena, "%s:%d", name, number);
		label.vulnerability = about;
		if (!read_label(line, arena, &label, e))
			return err_within(e, "%s:%d", name, number);
		if (about.len == 0)
			return err_fail(e, ERR_INPUT, "%s:%d: no records above", name, number);
		add_label(&out->blocks[out->block_count - 1], label);
	}
	return true;
}

void label_table_free(struct label_table *t)
{
	for (size_t i = 0; i < t->block_count; i++)
		free(t->blocks[i].labels);
	free(t->blocks);
	*t = (struct label_table){ 0 };
}
