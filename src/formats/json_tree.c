#include "formats/json_tree.h"

#include "limits.h"

struct building {
	struct json *json;
	struct arena *arena;
	struct json_node *open[LIMIT_JSON_DEPTH + 1]; /* objects and arrays, one in the other */
	size_t depth;
	struct json_node *last; /* the last member of the innermost; NULL: none yet */
	size_t nodes, bytes;
};

/* The next member of what is open, put behind the last; its value is still to be taken. */
static struct json_node *add_node(struct building *b, struct str key)
{
	struct json_node *node = arena_alloc(b->arena, 1, sizeof(*node));
	struct json_node *parent = b->depth ? b->open[b->depth - 1] : NULL;

	node->kind = json_peek(b->json);
	node->parent = parent;
	if (parent) {
		node->key = arena_copy(b->arena, key);
		node->place = parent->count++;
		if (b->last)
			b->last->next = node;
		else
			parent->first = node;
	}
	b->nodes++;
	b->bytes += key.len;
	return node;
}

static void take_scalar(struct building *b, struct json_node *node)
{
	struct str text;
	bool yes;

	if (node->kind == JSON_TEXT && json_text(b->json, &text))
		node->text = arena_copy(b->arena, text);
	else if (node->kind == JSON_NUMBER && json_number(b->json, &text))
		node->text = arena_copy(b->arena, text);
	else if (node->kind == JSON_BOOL && json_bool(b->json, &yes))
		node->text = yes ? STR("true") : STR("false");
	else
		json_skip(b->json);
	b->bytes += node->text.len;
}

/* The next member of the innermost that has one left; those that have none are closed. False where none is
 * open any more. */
static bool next_member(struct building *b, struct str *key)
{
	while (b->depth > 0 && !json_failed(b->json)) {
		struct json_node *inner = b->open[b->depth - 1];

		*key = STR_NONE;
		if (inner->kind == JSON_OBJECT ? json_next_key(b->json, key) : json_next_item(b->json))
			return true;
		b->last = inner;
		b->depth--;
	}
	return false;
}

static bool fits(const struct building *b)
{
	return b->nodes < LIMIT_JSON_TREE_NODES && b->bytes < LIMIT_JSON_TREE_BYTES;
}

bool json_tree_read(struct input *in, struct arena *arena, const struct json_node **root, struct err *e)
{
	SCOPED_JSON *json = json_open(in);
	struct building b = { .json = json, .arena = arena };
	struct json_node *top = add_node(&b, STR_NONE), *node = top;
	struct str key;

	do {
		if ((node->kind == JSON_OBJECT || node->kind == JSON_ARRAY) && b.depth < COUNT(b.open)) {
			b.open[b.depth++] = node;
			b.last = NULL;
		} else {
			take_scalar(&b, node);
			b.last = node;
		}
		if (!fits(&b))
			return err_fail(e, ERR_LIMIT, STR_FMT ": more than %d values or %d bytes of text",
			    STR_ARG(input_name(in)), LIMIT_JSON_TREE_NODES, LIMIT_JSON_TREE_BYTES);
		if (!next_member(&b, &key))
			break;
		node = add_node(&b, key);
	} while (!json_failed(json));
	if (!json_finish(json, e))
		return false;
	*root = top;
	return true;
}

const struct json_node *json_node_get(const struct json_node *at, struct str key)
{
	if (!at || at->kind != JSON_OBJECT)
		return NULL;
	for (const struct json_node *member = at->first; member; member = member->next)
		if (str_eq(member->key, key))
			return member;
	return NULL;
}

struct str json_node_text(const struct json_node *at)
{
	return at && at->kind == JSON_TEXT ? at->text : STR("");
}

struct str json_node_field(const struct json_node *at, struct str key)
{
	return json_node_text(json_node_get(at, key));
}

static void put_step(struct buf *to, const struct json_node *at)
{
	buf_byte(to, '/');
	if (at->parent->kind == JSON_ARRAY)
		buf_printf(to, "%zu", at->place);
	for (size_t i = 0; i < at->key.len; i++) {
		if (at->key.ptr[i] == '~')
			buf_add(to, STR("~0"));
		else if (at->key.ptr[i] == '/')
			buf_add(to, STR("~1"));
		else
			buf_byte(to, at->key.ptr[i]);
	}
}

struct str json_node_pointer(const struct json_node *at, struct arena *arena)
{
	const struct json_node *steps[LIMIT_JSON_DEPTH + 1];
	SCOPED_BUF text = buf_new(LIMIT_JSON_TEXT_BYTES);
	size_t count = 0;

	for (; at && at->parent && count < COUNT(steps); at = at->parent)
		steps[count++] = at;
	while (count > 0)
		put_step(&text, steps[--count]);
	return arena_copy(arena, buf_str(&text));
}

const struct json_node *json_node_after(const struct json_node *at, const struct json_node *root)
{
	if (at->first)
		return at->first;
	while (at != root && !at->next)
		at = at->parent;
	return at == root ? NULL : at->next;
}

struct finding_nodes {
	struct json_nodes found;
	size_t room;
	struct arena *arena;
};

static void found_one(struct finding_nodes *f, const struct json_node *at)
{
	if (!at)
		return;
	f->found.at = arena_room(f->arena, f->found.at, f->found.count, &f->room, sizeof(*f->found.at));
	f->found.at[f->found.count++] = at;
}

static void follow_step(struct finding_nodes *f, const struct json_node *from, struct str step)
{
	if (str_eq(step, STR("?"))) {
		for (const struct json_node *member = from->first; member; member = member->next)
			found_one(f, member);
	} else if (str_eq(step, STR("..."))) {
		for (const struct json_node *at = from; at; at = json_node_after(at, from))
			if (at->kind == JSON_OBJECT || at->kind == JSON_ARRAY)
				found_one(f, at);
	} else {
		found_one(f, json_node_get(from, step));
	}
}

struct json_nodes json_tree_find(const struct json_node *root, const char *path, struct arena *arena)
{
	struct finding_nodes now = { .arena = arena };
	struct str rest = str_of(path), step;

	found_one(&now, root);
	while (str_next(&rest, '/', &step)) {
		struct finding_nodes next = { .arena = arena };

		for (size_t i = 0; i < now.found.count; i++)
			follow_step(&next, now.found.at[i], step);
		now = next;
	}
	return now.found;
}

static void put_scalar(const struct json_node *at, struct json_out *w)
{
	if (at->kind == JSON_TEXT)
		json_put_text(w, at->text);
	else if (at->kind == JSON_NUMBER)
		json_put_written(w, at->text);
	else if (at->kind == JSON_BOOL)
		json_put_bool(w, str_eq(at->text, STR("true")));
	else
		json_put_null(w);
}

void json_node_write(const struct json_node *at, struct json_out *w)
{
	bool is_object = at->kind == JSON_OBJECT;

	if (!is_object && at->kind != JSON_ARRAY) {
		put_scalar(at, w);
		return;
	}
	if (is_object)
		json_open_object(w);
	else
		json_open_array(w);
	for (const struct json_node *in = at->first; in; in = in->next) {
		if (is_object)
			json_key_str(w, in->key);
		json_node_write(in, w);
	}
	if (is_object)
		json_close_object(w);
	else
		json_close_array(w);
}
