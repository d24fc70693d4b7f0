#include "server/body.h"

#include "base/number.h"
#include "base/text.h"
#include "limits.h"

static bool check_keys(const struct body *b, const char *keys, struct err *e)
{
	for (const struct json_node *at = b->root->first; at; at = at->next)
		if (!str_is_among(at->key, keys))
			return err_fail(e, ERR_INPUT, "body: /" STR_FMT " is not known here; keys are %s",
			    STR_ARG(at->key), keys);
	return true;
}

bool body_read(struct exchange *x, const char *keys, struct body *out, struct err *e)
{
	SCOPED_INPUT *in = input_open_memory(STR("body"), x->body.len ? x->body : STR("{}"));

	out->arena = &x->arena;
	if (!json_tree_read(in, &x->arena, &out->root, e))
		return false;
	if (out->root->kind != JSON_OBJECT)
		return err_fail(e, ERR_INPUT, "body: an object is expected");
	return check_keys(out, keys, e);
}

static const struct json_node *find(const struct body *b, const char *key)
{
	const struct json_node *at = json_node_get(b->root, str_of(key));

	return at && at->kind != JSON_NULL ? at : NULL;
}

bool body_text(const struct body *b, const char *key, struct str *out, struct err *e)
{
	const struct json_node *at = find(b, key);

	if (at && at->kind != JSON_TEXT)
		return err_fail(e, ERR_INPUT, "body: /%s: a text is expected", key);
	*out = at ? at->text : STR_NONE;
	return true;
}

bool body_needs_text(const struct body *b, const char *key, struct str *out, struct err *e)
{
	if (!body_text(b, key, out, e))
		return false;
	return text_says(*out) || err_fail(e, ERR_INPUT, "body: /%s is missing", key);
}

bool body_number(
    const struct body *b, const char *key, int64_t least, int64_t most, int64_t *out, struct err *e)
{
	const struct json_node *at = find(b, key);

	if (!at)
		return true;
	if (at->kind != JSON_NUMBER)
		return err_fail(e, ERR_INPUT, "body: /%s: a number is expected", key);
	return number_parse(at->text, "number", least, most, out, e) || err_within(e, "body: /%s", key);
}

bool body_bool(const struct body *b, const char *key, bool *out, struct err *e)
{
	const struct json_node *at = find(b, key);

	if (at && at->kind != JSON_BOOL)
		return err_fail(e, ERR_INPUT, "body: /%s: true or false is expected", key);
	if (at)
		*out = str_eq(at->text, STR("true"));
	return true;
}

bool body_date(const struct body *b, const char *key, struct date *out, struct err *e)
{
	struct str text;

	*out = DATE_NONE;
	if (!body_text(b, key, &text, e))
		return false;
	return !text.ptr || date_parse(text, out, e) || err_within(e, "body: /%s", key);
}

bool body_words(const struct body *b, const char *key, struct str *out, struct err *e)
{
	const struct json_node *at = find(b, key);
	SCOPED_BUF words = buf_new(LIMIT_REQUEST_BODY_BYTES);

	if (!at || at->kind == JSON_TEXT) {
		*out = at ? at->text : STR_NONE;
		return true;
	}
	if (at->kind != JSON_ARRAY)
		return err_fail(e, ERR_INPUT, "body: /%s: an array is expected", key);
	for (const struct json_node *in = at->first; in; in = in->next) {
		if (in->kind != JSON_TEXT && in->kind != JSON_NUMBER)
			return err_fail(
			    e, ERR_INPUT, "body: /%s/%zu: a text or a number is expected", key, in->place);
		if (words.len)
			buf_byte(&words, ',');
		buf_add(&words, in->text);
	}
	*out = arena_copy(b->arena, buf_str(&words));
	return true;
}

bool body_json(const struct body *b, const char *key, struct str *out, struct err *e)
{
	const struct json_node *at = find(b, key);
	SCOPED_BUF json = buf_new(LIMIT_REQUEST_BODY_BYTES * 2);
	struct json_out *w;

	*out = STR_NONE;
	if (!at)
		return true;
	if (at->kind != JSON_OBJECT && at->kind != JSON_ARRAY)
		return err_fail(e, ERR_INPUT, "body: /%s: an object or an array is expected", key);
	w = json_out_buf(&json, false);
	json_node_write(at, w);
	if (!json_out_close(w))
		return err_fail(e, ERR_LIMIT, "body: /%s is too large", key);
	*out = arena_copy(b->arena, buf_str(&json));
	return true;
}

bool body_numbers(
    const struct body *b, const char *key, int64_t *out, size_t most, size_t *count, struct err *e)
{
	const struct json_node *at = find(b, key);

	if (!at)
		return true;
	if (at->kind != JSON_ARRAY || at->count > most)
		return err_fail(
		    e, ERR_INPUT, "body: /%s: an array of at most %zu numbers is expected", key, most);
	for (const struct json_node *in = at->first; in; in = in->next)
		if (in->kind != JSON_NUMBER ||
		    !number_parse(in->text, "number", 1, INT64_MAX, &out[in->place], e))
			return err_fail(
			    e, ERR_INPUT, "body: /%s/%zu: a whole number is expected", key, in->place);
	*count = at->count;
	return true;
}

bool body_texts(
    const struct body *b, const char *key, struct str *out, size_t most, size_t *count, struct err *e)
{
	const struct json_node *at = find(b, key);

	if (at && at->kind == JSON_TEXT) {
		out[0] = at->text;
		*count = 1;
		return true;
	}
	if (!at)
		return true;
	if (at->kind != JSON_ARRAY || at->count > most)
		return err_fail(
		    e, ERR_INPUT, "body: /%s: an array of at most %zu texts is expected", key, most);
	for (const struct json_node *in = at->first; in; in = in->next) {
		if (in->kind != JSON_TEXT)
			return err_fail(e, ERR_INPUT, "body: /%s/%zu: a text is expected", key, in->place);
		out[in->place] = in->text;
	}
	*count = at->count;
	return true;
}
