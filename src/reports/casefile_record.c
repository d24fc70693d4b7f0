#include "reports/casefile_record.h"

#include "formats/json_stream.h"

static struct str copied_text(struct json *j, struct arena *arena)
{
	struct str text;

	return json_text(j, &text) ? arena_copy(arena, text) : STR("");
}

static void add_text(struct report_texts *t, struct arena *arena, struct str text)
{
	t->items = arena_room(arena, t->items, t->count, &t->room, sizeof(*t->items));
	t->items[t->count++] = text;
}

static struct report_field *add_field(struct report_fields *f, struct arena *arena, struct str key)
{
	f->items = arena_room(arena, f->items, f->count, &f->room, sizeof(*f->items));
	f->items[f->count] = (struct report_field){ .key = key };
	return &f->items[f->count++];
}

static void read_scalar(struct json *j, struct report_fields *f, struct str key, struct arena *arena)
{
	struct report_field *field = add_field(f, arena, key);
	bool answer = false;

	switch (json_peek(j)) {
	case JSON_TEXT:
		field->kind = REPORT_TEXT;
		field->text = copied_text(j, arena);
		return;
	case JSON_NUMBER:
		field->kind = REPORT_NUMBER;
		json_int(j, INT64_MIN, INT64_MAX, &field->number);
		return;
	case JSON_BOOL:
		field->kind = REPORT_ANSWER;
		json_bool(j, &answer);
		field->number = answer;
		return;
	case JSON_NULL:
	case JSON_NOTHING:
		json_skip(j);
		return;
	case JSON_ARRAY:
	case JSON_OBJECT:
		json_refuse(j, "nested deeper than a record is");
		json_skip(j);
	}
}

/* Texts, or objects whose members are scalars. */
static void read_list(struct json *j, struct report_fields *f, struct str key, struct arena *arena)
{
	struct report_texts texts = { 0 };
	struct str member;

	for (int i = 0; json_next_item(j); i++) {
		if (json_peek(j) == JSON_TEXT) {
			add_text(&texts, arena, copied_text(j, arena));
			continue;
		}
		while (json_next_key(j, &member)) {
			struct str path =
			    arena_printf(arena, STR_FMT "[%d]." STR_FMT, STR_ARG(key), i, STR_ARG(member));

			read_scalar(j, f, path, arena);
		}
	}
	if (texts.count) {
		struct report_field *field = add_field(f, arena, key);

		field->kind = REPORT_TEXTS;
		field->texts = texts;
	}
}

/* Whose members are scalars. */
static void read_object(struct json *j, struct report_fields *f, struct str key, struct arena *arena)
{
	struct str member;

	while (json_next_key(j, &member))
		read_scalar(
		    j, f, arena_printf(arena, STR_FMT "." STR_FMT, STR_ARG(key), STR_ARG(member)), arena);
}

bool report_fields_read(struct str json, struct arena *arena, struct report_fields *out, struct err *e)
{
	SCOPED_INPUT *in = input_open_memory(STR("record"), json);
	SCOPED_JSON *j = json_open(in);
	struct report_fields fields = { 0 };
	struct str key;

	while (json_next_key(j, &key)) {
		key = arena_copy(arena, key);
		if (json_peek(j) == JSON_ARRAY)
			read_list(j, &fields, key, arena);
		else if (json_peek(j) == JSON_OBJECT)
			read_object(j, &fields, key, arena);
		else
			read_scalar(j, &fields, key, arena);
	}
	if (!json_finish(j, e)) {
		e->code = ERR_STORE;
		return false;
	}
	*out = fields;
	return true;
}

struct str report_fields_text(const struct report_fields *f, struct str key)
{
	for (size_t i = 0; i < f->count; i++)
		if (f->items[i].kind == REPORT_TEXT && str_eq(f->items[i].key, key))
			return f->items[i].text;
	return STR("");
}

int64_t report_fields_number(const struct report_fields *f, struct str key, int64_t otherwise)
{
	for (size_t i = 0; i < f->count; i++)
		if (f->items[i].kind == REPORT_NUMBER && str_eq(f->items[i].key, key))
			return f->items[i].number;
	return otherwise;
}

static void put_field(const struct report_field *f, struct json_out *w)
{
	json_key_str(w, f->key);
	switch (f->kind) {
	case REPORT_TEXT:
		json_put_text(w, f->text);
		return;
	case REPORT_NUMBER:
		json_put_int(w, f->number);
		return;
	case REPORT_ANSWER:
		json_put_bool(w, f->number != 0);
		return;
	case REPORT_TEXTS:
		json_open_array(w);
		for (size_t i = 0; i < f->texts.count; i++)
			json_put_text(w, f->texts.items[i]);
		json_close_array(w);
		return;
	case REPORT_NULL:
		json_put_null(w);
	}
}

void report_fields_write(const char *key, const struct report_fields *f, struct json_out *w)
{
	json_key(w, key);
	json_open_object(w);
	for (size_t i = 0; i < f->count; i++)
		put_field(&f->items[i], w);
	json_close_object(w);
}

static void read_texts(struct json *j, struct report_texts *t, struct arena *arena)
{
	while (json_next_item(j))
		add_text(t, arena, copied_text(j, arena));
}

static void read_component(struct json *j, struct report_finding *f, struct arena *arena)
{
	struct str key;

	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("name")))
			f->component = copied_text(j, arena);
		else if (str_eq(key, STR("version")))
			f->version = copied_text(j, arena);
		else if (str_eq(key, STR("purl")))
			f->purl = copied_text(j, arena);
		else if (str_eq(key, STR("cpe")))
			f->cpe = copied_text(j, arena);
		else
			json_skip(j);
	}
}

static void read_score(struct json *j, struct report_score *s, struct arena *arena)
{
	struct str key;

	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("source")))
			s->source = copied_text(j, arena);
		else if (str_eq(key, STR("vector")))
			s->vector = copied_text(j, arena);
		else if (str_eq(key, STR("severity")))
			s->severity = copied_text(j, arena);
		else if (str_eq(key, STR("score")))
			json_decimal(j, 1, &s->tenths);
		else
			json_skip(j);
	}
}

static void read_scores(struct json *j, struct report_finding *f, struct arena *arena)
{
	while (json_next_item(j)) {
		f->scores = arena_room(arena, f->scores, f->score_count, &f->score_room, sizeof(*f->scores));
		f->scores[f->score_count] = (struct report_score){ 0 };
		read_score(j, &f->scores[f->score_count++], arena);
	}
}

/* Where a member that is a text goes; NULL: it is no such member. */
static struct str *text_member(struct report_finding *f, struct str key)
{
	const struct {
		const char *key;
		struct str *to;
	} members[] = {
		{ "vulnerability", &f->vulnerability },
		{ "tier", &f->tier },
		{ "state", &f->state },
		{ "source", &f->source },
		{ "published", &f->published },
		{ "summary", &f->summary },
	};

	for (size_t i = 0; i < COUNT(members); i++)
		if (str_eq(str_of(members[i].key), key))
			return members[i].to;
	return NULL;
}

static struct report_texts *list_member(struct report_finding *f, struct str key)
{
	const struct {
		const char *key;
		struct report_texts *to;
	} members[] = {
		{ "aliases", &f->aliases },
		{ "trace", &f->trace },
		{ "other_sources", &f->other_sources },
		{ "fixed_in", &f->fixed_in },
		{ "exploited_in", &f->exploited_in },
	};

	for (size_t i = 0; i < COUNT(members); i++)
		if (str_eq(str_of(members[i].key), key))
			return members[i].to;
	return NULL;
}

static void read_finding(struct json *j, struct report_finding *f, struct arena *arena)
{
	struct str key;

	while (json_next_key(j, &key)) {
		struct str *text = text_member(f, key);
		struct report_texts *list = list_member(f, key);

		if (text)
			*text = copied_text(j, arena);
		else if (list)
			read_texts(j, list, arena);
		else if (str_eq(key, STR("component")))
			read_component(j, f, arena);
		else if (str_eq(key, STR("cvss")))
			read_scores(j, f, arena);
		else if (str_eq(key, STR("kev")))
			json_bool(j, &f->kev);
		else if (str_eq(key, STR("epss")))
			json_decimal(j, 6, &f->epss);
		else
			json_skip(j);
	}
}

bool report_findings_read(struct str json, int64_t record, struct arena *arena, struct report_finding **items,
    size_t *count, size_t *room, struct err *e)
{
	SCOPED_INPUT *in = input_open_memory(STR("finding"), json);
	SCOPED_JSON *j = json_open(in);
	struct str key, release = STR("");
	size_t first = *count;

	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("release"))) {
			release = copied_text(j, arena);
			continue;
		}
		if (!str_eq(key, STR("findings"))) {
			json_skip(j);
			continue;
		}
		while (json_next_item(j)) {
			*items = arena_room(arena, *items, *count, room, sizeof(**items));
			(*items)[*count] = (struct report_finding){ .record = record, .epss = -1 };
			read_finding(j, &(*items)[(*count)++], arena);
		}
	}
	for (size_t i = first; i < *count; i++)
		(*items)[i].release = release;
	if (json_finish(j, e))
		return true;
	e->code = ERR_STORE;
	return false;
}
