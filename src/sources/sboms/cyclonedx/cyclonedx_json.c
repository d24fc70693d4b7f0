/*
 * The walk: a stack of what is open, each level either an object, whose keys are looked up in the grammar, or
 * an array of objects. What the grammar does not have is skipped.
 */
#include "sources/sboms/cyclonedx/cyclonedx_json.h"

#include "formats/json_stream.h"
#include "limits.h"
#include "sources/sboms/cyclonedx/cyclonedx.h"
#include "sources/sboms/json_start.h"

/* An open object, or an array of such objects. */
struct level {
	enum cyclonedx_context in;
	bool is_list;
};

struct reader {
	struct json *j;
	struct cyclonedx *c;
	size_t depth, record; /* levels open; those up to and with the record, 0: none */
	struct level levels[LIMIT_JSON_DEPTH + 2];
};

static void within(void *ctx, struct err *e)
{
	const struct reader *r = ctx;

	json_within(r->j, e);
}

static void push(struct reader *r, enum cyclonedx_context in, bool is_list)
{
	r->levels[r->depth++] = (struct level){ in, is_list };
}

static void open_object(struct reader *r, enum cyclonedx_context in)
{
	struct err why = { 0 };

	if (cyclonedx_is_record(in) && r->record == 0) {
		json_record_begin(r->j, false);
		r->record = r->depth + 1;
	}
	push(r, in, false);
	if (!cyclonedx_begin(r->c, in, &why))
		json_refuse(r->j, "%s", why.text);
}

static void give_text(struct reader *r, const struct cyclonedx_row *row, struct str text)
{
	struct err why = { 0 };

	if (!cyclonedx_text(r->c, row, text, &why))
		json_refuse(r->j, "%s", why.text);
}

static void take_texts(struct reader *r, const struct cyclonedx_row *row)
{
	struct str text;

	while (json_next_item(r->j))
		if (json_text(r->j, &text))
			give_text(r, row, text);
}

static void take_key(struct reader *r, const struct cyclonedx_row *row)
{
	struct str text;
	bool yes;

	if (json_peek(r->j) == JSON_NULL) {
		json_skip(r->j);
		return;
	}
	switch (row->take) {
	case TAKE_TEXT:
		if (json_text(r->j, &text))
			give_text(r, row, text);
		break;
	case TAKE_TEXTS:
		take_texts(r, row);
		break;
	case TAKE_BOOL:
		if (json_bool(r->j, &yes))
			give_text(r, row, yes ? STR("true") : STR("false"));
		break;
	case TAKE_LIST:
		push(r, (enum cyclonedx_context)row->to, true);
		break;
	case TAKE_EITHER:
		if (json_peek(r->j) == JSON_ARRAY)
			push(r, (enum cyclonedx_context)row->to, true);
		else
			open_object(r, (enum cyclonedx_context)row->to);
		break;
	case TAKE_OBJECT:
		open_object(r, (enum cyclonedx_context)row->to);
		break;
	}
}

/* The record has an error, or has ended. False where the document cannot be read on. */
static bool end_record(struct reader *r)
{
	struct err why = { 0 };

	r->depth = r->record - 1;
	r->record = 0;
	if (json_record_end(r->j, &why))
		return true;
	cyclonedx_drop(r->c);
	if (json_failed(r->j)) /* an error of the whole document, which is left to json_finish() */
		return false;
	cyclonedx_warn(r->c, &why);
	return true;
}

/* The innermost level has come to its end. */
static void leave(struct reader *r)
{
	struct level *l = &r->levels[r->depth - 1];
	struct err why = { 0 };

	if (!l->is_list && !cyclonedx_end(r->c, l->in, &why))
		json_refuse(r->j, "%s", why.text);
	else if (r->depth == r->record)
		end_record(r);
	else
		r->depth--;
}

static void step(struct reader *r)
{
	struct level *l = &r->levels[r->depth - 1];
	const struct cyclonedx_row *row;
	struct str key;

	if (l->is_list && json_next_item(r->j)) {
		open_object(r, l->in);
	} else if (!l->is_list && json_next_key(r->j, &key)) {
		row = cyclonedx_find_row(l->in, key, IN_JSON);
		if (row)
			take_key(r, row);
		else
			json_skip(r->j);
	} else if (!json_failed(r->j)) {
		leave(r);
	}
}

static void walk(struct reader *r)
{
	push(r, IN_DOCUMENT, false);
	while (r->depth > 0 && !cyclonedx_stopped(r->c)) {
		step(r);
		if (json_failed(r->j) && (r->record == 0 || !end_record(r)))
			break;
	}
}

bool cyclonedx_json_recognises(struct str start)
{
	struct json_start s;
	struct json_member m;
	bool like = false;

	if (!json_start_open(start, &s))
		return false;
	while (json_start_next(&s, &m)) {
		if (str_eq(m.key, STR("bomFormat")))
			return m.kind == '"' && str_eq(m.value, STR("CycloneDX"));
		if (str_eq(m.key, STR("$schema")) && str_has(m.value, STR("cyclonedx")))
			return true;
		/* Some tools write bomFormat behind the components, beyond what is at hand here. */
		if (str_eq(m.key, STR("components")) || str_eq(m.key, STR("dependencies")))
			like = like || m.kind == '[';
	}
	return like;
}

bool cyclonedx_json_read(
    struct input *in, struct sbom_sink out, struct arena *arena, struct sbom_head *head, struct err *e)
{
	SCOPED_JSON *j = json_open(in);
	struct sbom_head found = { .format = STR("CycloneDX"), .created = INSTANT_NONE };
	struct reader r = { .j = j };
	struct cyclonedx_setup setup = { .form = IN_JSON,
		.name = input_name(in),
		.out = out,
		.arena = arena,
		.head = &found,
		.reader = &r,
		.within = within };
	SCOPED_CYCLONEDX *c = cyclonedx_open(&setup);

	r.c = c;
	walk(&r);
	if ((!cyclonedx_stopped(c) && !json_finish(j, e)) || !cyclonedx_finish(c, e))
		return false;
	*head = found;
	return true;
}
