/*
 * One walk over the tables of fields.h, with a small stack: it goes as deep as the tables do, whatever the
 * document holds.
 */
#include "decision/facts_json.h"

#include <assert.h>
#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>

#include "base/buf.h"
#include "base/memory.h"
#include "decision/fields.h"
#include "limits.h"

/* Years beyond this leave no room for a retention period before the year 10000. */
#define LAST_YEAR 9700

struct facts_document {
	json_t *root;
};

/* Where a value stands: the last key or index, and what it stands in. */
struct place {
	const struct place *in;
	const char *key; /* NULL: index counts */
	size_t index;
};

struct reader {
	struct arena *arena;
	const struct time_zone *zone; /* NULL: dates only */
	bool long_registration;	      /* 10 digits are taken too */
	struct err *e;
};

#define PLACES_MOST 8

static bool at_place(const struct reader *r, const struct place *p)
{
	const struct place *way[PLACES_MOST];
	size_t count = 0;
	SCOPED_BUF path = buf_new(400);

	for (; p && count < PLACES_MOST; p = p->in)
		way[count++] = p;
	while (count-- > 0) {
		if (way[count]->key)
			buf_printf(&path, "%s%.200s", path.len ? "." : "",
			    *way[count]->key ? way[count]->key : "\"\"");
		else
			buf_printf(&path, "[%zu]", way[count]->index);
	}
	return path.len ? err_within(r->e, STR_FMT, STR_ARG(buf_str(&path))) : false;
}

static const char *type_name(json_t *v)
{
	switch (json_typeof(v)) {
	case JSON_OBJECT:
		return "an object";
	case JSON_ARRAY:
		return "an array";
	case JSON_STRING:
		return "text";
	case JSON_INTEGER:
	case JSON_REAL:
		return "a number";
	case JSON_TRUE:
		return "true";
	case JSON_FALSE:
		return "false";
	case JSON_NULL:
		return "null";
	}
	return "nothing";
}

static bool wrong_type(const struct reader *r, const struct place *p, const char *expected, json_t *v)
{
	err_fail(r->e, ERR_INPUT, "expected %s, found %s", expected, type_name(v));
	return at_place(r, p);
}

static struct str text_of(json_t *v)
{
	return (struct str){ json_string_value(v), json_string_length(v) };
}

static bool find_word(const struct word *words, struct str text, int *out)
{
	for (; words->text; words++)
		if (str_eq(str_of(words->text), text)) {
			*out = words->value;
			return true;
		}
	return false;
}

static bool take_word(
    const struct reader *r, const struct place *p, const struct word *words, json_t *v, int *out)
{
	SCOPED_BUF list = buf_new(300);

	if (!json_is_string(v))
		return wrong_type(r, p, "text", v);
	if (find_word(words, text_of(v), out))
		return true;
	for (size_t i = 0; words[i].text; i++)
		buf_printf(&list, "%s%s", i ? ", " : "", words[i].text);
	err_fail(r->e, ERR_INPUT, "\"" STR_FMT "\" is not one of " STR_FMT, STR_ARG(text_of(v)),
	    STR_ARG(buf_str(&list)));
	return at_place(r, p);
}

static bool take_answer(
    const struct reader *r, const struct place *p, bool judgement, json_t *v, enum answer *out)
{
	if (judgement && json_is_string(v) && str_eq(text_of(v), STR("unknown"))) {
		*out = UNKNOWN;
		return true;
	}
	if (!json_is_boolean(v))
		return wrong_type(r, p, judgement ? "true, false or \"unknown\"" : "true or false", v);
	*out = json_is_true(v) ? YES : NO;
	return true;
}

static bool take_date(const struct reader *r, const struct place *p, json_t *v, struct date *out)
{
	struct instant instant;
	struct str text;

	if (!json_is_string(v))
		return wrong_type(r, p, "a date", v);
	text = text_of(v);
	if (!r->zone || text.len <= 10 || char_upper(text.ptr[10]) != 'T')
		return date_parse(text, out, r->e) || at_place(r, p);
	if (!instant_parse(text, false, &instant, r->e))
		return at_place(r, p);
	*out = time_zone_date(r->zone, instant);
	return true;
}

static bool take_text(const struct reader *r, const struct place *p, json_t *v, struct str *out)
{
	if (!json_is_string(v))
		return wrong_type(r, p, "text", v);
	*out = arena_copy(r->arena, text_of(v));
	return true;
}

static bool take_digits(const struct reader *r, const struct place *p, json_t *v, struct str *out)
{
	struct str text = STR_NONE;
	bool good;

	if (!take_text(r, p, v, &text))
		return false;
	good = text.len == 7 || (r->long_registration && text.len == 10);
	for (size_t i = 0; good && i < text.len; i++)
		good = char_is_digit(text.ptr[i]);
	if (!good) {
		err_fail(r->e, ERR_INPUT, "\"" STR_FMT "\" does not have %s", STR_ARG(text),
		    r->long_registration ? "7 or 10 digits" : "7 digits");
		return at_place(r, p);
	}
	*out = text;
	return true;
}

static bool take_whole(
    const struct reader *r, const struct place *p, const struct field *f, json_t *v, int64_t *out)
{
	if (!json_is_integer(v))
		return wrong_type(r, p, "a whole number", v);
	if (json_integer_value(v) < f->least || json_integer_value(v) > f->most) {
		err_fail(r->e, ERR_INPUT, "%" JSON_INTEGER_FORMAT " is not from %" PRId64 " to %" PRId64,
		    json_integer_value(v), f->least, f->most);
		return at_place(r, p);
	}
	*out = json_integer_value(v);
	return true;
}

static bool check_array(const struct reader *r, const struct place *p, json_t *v)
{
	if (!json_is_array(v))
		return wrong_type(r, p, "an array", v);
	if (json_array_size(v) > LIMIT_FACTS_ITEMS) {
		err_fail(r->e, ERR_LIMIT, "%zu elements, limit %d", json_array_size(v), LIMIT_FACTS_ITEMS);
		return at_place(r, p);
	}
	return true;
}

static bool take_set(
    const struct reader *r, const struct place *p, const struct word *words, json_t *v, unsigned *out)
{
	unsigned set = 0;

	if (!check_array(r, p, v))
		return false;
	for (size_t i = 0; i < json_array_size(v); i++) {
		struct place item = { p, NULL, i };
		int bit = 0;

		if (!take_word(r, &item, words, json_array_get(v, i), &bit))
			return false;
		set |= (unsigned)bit;
	}
	*out = set;
	return true;
}

static bool take_names(const struct reader *r, const struct place *p, json_t *v, struct names *out)
{
	struct names n = { .given = true };

	if (!check_array(r, p, v))
		return false;
	n.count = json_array_size(v);
	n.items = arena_alloc(r->arena, n.count, sizeof(*n.items));
	for (size_t i = 0; i < n.count; i++) {
		struct place item = { p, NULL, i };

		if (!take_text(r, &item, json_array_get(v, i), &n.items[i]))
			return false;
	}
	*out = n;
	return true;
}

static bool take_dates(
    const struct reader *r, const struct place *p, json_t *v, struct date **out, size_t *count)
{
	struct date *dates;

	if (!check_array(r, p, v))
		return false;
	dates = arena_alloc(r->arena, json_array_size(v), sizeof(*dates));
	for (size_t i = 0; i < json_array_size(v); i++) {
		struct place item = { p, NULL, i };

		if (!take_date(r, &item, json_array_get(v, i), &dates[i]))
			return false;
	}
	*out = dates;
	*count = json_array_size(v);
	return true;
}

/* What the rows cannot leave at zero. */
static void set_unknown(const struct field *rows, char *base)
{
	for (; rows->key; rows++) {
		if (rows->kind == FIELD_DATE)
			memcpy(base + rows->offset, &DATE_NONE, sizeof(DATE_NONE));
		else if (rows->kind == FIELD_WHOLE)
			memcpy(base + rows->offset, &(int64_t){ FACT_NO_NUMBER }, sizeof(int64_t));
	}
}

/* A value that holds no other values with keys of their own. */
static bool take_value(
    const struct reader *r, const struct place *p, const struct field *f, json_t *v, char *base)
{
	void *to = base + f->offset;
	enum answer answer = UNKNOWN;
	bool truth;

	switch (f->kind) {
	case FIELD_DATES:
		return take_dates(r, p, v, to, (void *)(base + f->count));
	case FIELD_NAMES:
		return take_names(r, p, v, to);
	case FIELD_SET:
		return take_set(r, p, f->words, v, to);
	case FIELD_WORD:
		return take_word(r, p, f->words, v, to);
	case FIELD_ANSWER:
		return take_answer(r, p, false, v, to);
	case FIELD_JUDGEMENT:
		return take_answer(r, p, true, v, to);
	case FIELD_BOOL:
		if (!take_answer(r, p, false, v, &answer))
			return false;
		truth = answer == YES;
		memcpy(to, &truth, sizeof(truth));
		return true;
	case FIELD_DATE:
		return take_date(r, p, v, to);
	case FIELD_TEXT:
		return take_text(r, p, v, to);
	case FIELD_DIGITS:
		return take_digits(r, p, v, to);
	case FIELD_WHOLE:
		return take_whole(r, p, f, v, to);
	case FIELD_BLOCK:
	case FIELD_LIST:
		break;
	}
	return false;
}

/* An object whose keys, or an array whose elements, are being read. */
struct frame {
	struct place place;
	const struct place *at; /* &place, or NULL for the whole document */
	json_t *value;
	const struct field *rows;  /* of the object, or of each element */
	char *base;		   /* the struct they fill, or the first element */
	void *key;		   /* where an object's walk stands */
	size_t next, element_size; /* where an array's does; 0 for an object */
};

struct walk {
	struct frame frames[PLACES_MOST];
	size_t depth;
};

/* What is entered stands at a place within the frame on top, or is the whole document. */
static struct frame *enter(
    struct walk *w, const struct place *p, json_t *value, const struct field *rows, char *base)
{
	struct frame *f = &w->frames[w->depth];

	assert(w->depth < PLACES_MOST); /* the tables do not nest that deep */
	w->depth++;
	*f = (struct frame){ .value = value, .rows = rows, .base = base };
	if (p) {
		f->place = *p;
		f->at = &f->place;
	}
	return f;
}

static bool enter_object(struct walk *w, const struct reader *r, const struct place *p, json_t *value,
    const struct field *rows, char *base)
{
	if (!json_is_object(value))
		return wrong_type(r, p, "an object", value);
	enter(w, p, value, rows, base)->key = json_object_iter(value);
	return true;
}

static bool enter_list(struct walk *w, const struct reader *r, const struct place *p, const struct field *f,
    json_t *value, char *base)
{
	size_t count = json_array_size(value);
	char *items;

	if (!check_array(r, p, value))
		return false;
	items = arena_alloc(r->arena, count, f->size);
	memcpy(base + f->offset, &items, sizeof(items));
	memcpy(base + f->count, &count, sizeof(count));
	enter(w, p, value, f->fields, items)->element_size = f->size;
	return true;
}

/* The next element of the array on top; every element begins with its index. */
static bool next_element(struct walk *w, const struct reader *r, struct frame *top)
{
	struct place here = { top->at, NULL, top->next };
	char *element = top->base + top->next * top->element_size;
	int64_t index = (int64_t)top->next;

	set_unknown(top->rows, element);
	memcpy(element, &index, sizeof(index));
	return enter_object(w, r, &here, json_array_get(top->value, top->next++), top->rows, element);
}

/* The next key of the object on top. */
static bool next_key(struct walk *w, const struct reader *r, struct frame *top)
{
	struct place here = { top->at, json_object_iter_key(top->key), 0 };
	json_t *value = json_object_iter_value(top->key);
	const struct field *f = top->rows;

	top->key = json_object_iter_next(top->value, top->key);
	while (f->key && strcmp(f->key, here.key) != 0)
		f++;
	if (!f->key) {
		err_fail(r->e, ERR_INPUT, "there is no such key");
		return at_place(r, &here);
	}
	if (f->given != FIELD_NOWHERE)
		memcpy(top->base + f->given, &(bool){ true }, sizeof(bool));
	if (f->kind == FIELD_LIST)
		return enter_list(w, r, &here, f, value, top->base);
	if (f->kind != FIELD_BLOCK)
		return take_value(r, &here, f, value, top->base);
	if (f->size > 0)
		memset(top->base + f->offset, 0, f->size);
	return enter_object(w, r, &here, value, f->fields, top->base);
}

static bool read_rows(
    const struct reader *r, const struct place *p, const struct field *rows, json_t *v, char *base)
{
	struct walk w = { .depth = 0 };

	if (!enter_object(&w, r, p, v, rows, base))
		return false;
	while (w.depth > 0) {
		struct frame *top = &w.frames[w.depth - 1];
		bool is_list = top->element_size > 0;

		if (is_list ? top->next == json_array_size(top->value) : !top->key)
			w.depth--;
		else if (is_list ? !next_element(&w, r, top) : !next_key(&w, r, top))
			return false;
	}
	return true;
}

static bool load(struct str json, json_t **out, struct err *e)
{
	json_error_t why;

	if (json.len > LIMIT_FACTS_BYTES)
		return err_fail(e, ERR_LIMIT, "%zu bytes, limit %d", json.len, LIMIT_FACTS_BYTES);
	*out = json_loadb(json.ptr ? json.ptr : "", json.len, JSON_REJECT_DUPLICATES, &why);
	return *out || err_fail(e, ERR_INPUT, "line %d: %s", why.line, why.text);
}

static bool read_policy(const struct reader *r, const struct place *p, json_t *v, struct policy *out)
{
	struct policy policy = policy_default();

	policy.version = STR_NONE;
	if (!read_rows(r, p, policy_fields, v, (char *)&policy))
		return false;
	if (!policy.version.ptr)
		policy.version = json_object_size(v) > 0 ? STR("custom") : policy_default().version;
	if (!policy_check(&policy, r->e))
		return at_place(r, p);
	*out = policy;
	return true;
}

bool facts_document_open(struct str json, struct facts_document **out, struct err *e)
{
	struct facts_document *d;
	json_t *root;

	if (!load(json, &root, e))
		return false;
	d = memory_alloc(1, sizeof(*d));
	d->root = root;
	*out = d;
	return true;
}

void facts_document_close(struct facts_document *d)
{
	if (d)
		json_decref(d->root);
	free(d);
}

struct str facts_document_zone(const struct facts_document *d)
{
	json_t *name = json_object_get(d->root, "time_zone");

	return json_is_string(name) ? text_of(name) : STR("UTC");
}

static bool check_needed(const struct facts *f, struct err *e)
{
	if (!date_is_known(f->today))
		return err_fail(e, ERR_INPUT, "today is missing");
	if (f->today.days > date_of(LAST_YEAR, 12, 31).days)
		return err_fail(e, ERR_INPUT, "today: the year is after %d", LAST_YEAR);
	if (!date_is_known(f->vulnerability.learned_on))
		return err_fail(e, ERR_INPUT, "vulnerability.learned_on is missing");
	return true;
}

/* One that there is not has no day and no reason. */
static bool check_plan(struct facts *f, struct err *e)
{
	if (date_is_known(f->plan.first_on) && f->plan.on.days < f->plan.first_on.days)
		return err_fail(e, ERR_INPUT, "plan.first_on is after plan.on, which revises it");
	if (f->plan.made != NO)
		return true;
	f->plan.given = false;
	return (!date_is_known(f->plan.on) && !date_is_known(f->plan.first_on) &&
		   !f->plan.timeline_rationale.ptr) ||
	       err_fail(e, ERR_INPUT, "plan: made is false, and there is more about it");
}

bool facts_document_read(const struct facts_document *d, const struct time_zone *zone, struct arena *a,
    struct facts *facts, struct policy *policy, struct err *e)
{
	struct reader r = { .arena = a, .zone = zone, .e = e };
	struct place at_policy = { NULL, "policy", 0 };
	struct facts f = facts_unknown();
	struct policy p = policy_default();
	json_t *given;
	json_t *rest;
	bool good;

	if (!json_is_object(d->root))
		return wrong_type(&r, NULL, "an object", d->root);
	given = json_object_get(d->root, "policy");
	if (given && !read_policy(&r, &at_policy, given, &p))
		return false;
	r.long_registration = p.registration_digits == REGISTRATION_7_OR_10;
	rest = json_copy(d->root);
	json_object_del(rest, "policy");
	good = read_rows(&r, NULL, facts_fields, rest, (char *)&f) && check_needed(&f, e);
	json_decref(rest);
	if (!good || !check_plan(&f, e))
		return false;
	*facts = f;
	*policy = p;
	return true;
}

bool policy_json_read(struct str json, struct arena *a, struct policy *out, struct err *e)
{
	struct reader r = { .arena = a, .e = e };
	json_t *root;
	bool good;

	if (!load(json, &root, e))
		return false;
	good = read_policy(&r, NULL, root, out);
	json_decref(root);
	return good;
}
