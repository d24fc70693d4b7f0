#include "server/exchange.h"

#include "actions/firm_day.h"
#include "base/number.h"
#include "base/utf8.h"
#include "limits.h"

const char *const header_names[HEADER_COUNT] = {
	[HEADER_ACCEPT_ENCODING] = "Accept-Encoding",
	[HEADER_AUTHORIZATION] = "Authorization",
	[HEADER_CONTENT_LENGTH] = "Content-Length",
	[HEADER_CONTENT_TYPE] = "Content-Type",
	[HEADER_COOKIE] = "Cookie",
	[HEADER_CSRF] = "X-CSRF-Token",
	[HEADER_FORWARDED_FOR] = "X-Forwarded-For",
	[HEADER_FORWARDED_PROTO] = "X-Forwarded-Proto",
	[HEADER_IDEMPOTENCY_KEY] = "Idempotency-Key",
	[HEADER_IF_MATCH] = "If-Match",
	[HEADER_IF_NONE_MATCH] = "If-None-Match",
	[HEADER_REQUEST_ID] = "X-Request-Id",
};

const char *method_word(enum method m)
{
	static const char *const words[] = { "GET", "POST", "PUT", "PATCH", "DELETE", "OTHER" };

	return words[m];
}

void exchange_free(struct exchange *x)
{
	if (x->file)
		unlink(x->file);
	if (x->answer.file)
		close(x->answer.file);
	if (x->answer.stream)
		x->answer.stream->end(x->answer.stream_of);
	buf_free(&x->answer.body);
	kept_answers_release(x->answer.kept);
	arena_free(&x->arena);
}

bool percent_decode(struct str s, bool plus_is_blank, struct arena *arena, struct str *out, struct err *e)
{
	char *to = arena_alloc(arena, s.len + 1, 1);
	size_t len = 0;

	for (size_t i = 0; i < s.len; i++) {
		char c = s.ptr[i];

		if (c == '%') {
			int high = i + 2 < s.len ? char_hex(s.ptr[i + 1]) : -1;
			int low = i + 2 < s.len ? char_hex(s.ptr[i + 2]) : -1;

			if (high < 0 || low < 0)
				return err_fail(
				    e, ERR_INPUT, "\"" STR_FMT "\" has a broken percent-escape", STR_ARG(s));
			c = (char)(high * 16 + low);
			i += 2;
		} else if (c == '+' && plus_is_blank) {
			c = ' ';
		}
		if (c == '\0')
			return err_fail(e, ERR_INPUT, "\"" STR_FMT "\" has a zero byte in it", STR_ARG(s));
		to[len++] = c;
	}
	if (!utf8_is_valid((struct str){ to, len }))
		return err_fail(e, ERR_INPUT, "\"" STR_FMT "\" is not UTF-8", STR_ARG(s));
	*out = (struct str){ to, len };
	return true;
}

bool exchange_query(struct exchange *x, const char *key, struct str *out, struct err *e)
{
	struct str rest = x->query, pair;

	*out = STR_NONE;
	while (str_next(&rest, '&', &pair)) {
		struct str name, value = pair;

		if (!str_cut(&value, '=', &name)) {
			name = pair;
			value = STR("");
		}
		if (str_eq(name, str_of(key)))
			return percent_decode(value, true, &x->arena, out, e) ||
			       err_within(e, "query: %s", key);
	}
	return true;
}

bool exchange_query_number(
    struct exchange *x, const char *key, int64_t low, int64_t high, int64_t *out, struct err *e)
{
	struct str text;

	if (!exchange_query(x, key, &text, e))
		return false;
	return !text.ptr || number_parse(text, key, low, high, out, e) || err_within(e, "query");
}

bool exchange_query_date(struct exchange *x, const char *key, struct date *out, struct err *e)
{
	struct str text;

	if (!exchange_query(x, key, &text, e))
		return false;
	return !text.ptr || date_parse(text, out, e) || err_within(e, "query: %s", key);
}

bool exchange_number(const struct exchange *x, size_t param, int64_t *out, struct err *e)
{
	return number_parse(x->params[param], "number", 1, INT64_MAX, out, e);
}

struct change_by exchange_by(const struct exchange *x, struct str why)
{
	return (struct change_by){ .who = x->who.name,
		.at = x->at,
		.why = why,
		.key = x->key.key.len ? &x->key : NULL,
		.token = x->who.token };
}

struct str exchange_cookie(const struct exchange *x, const char *name)
{
	struct str rest = x->headers[HEADER_COOKIE], pair;

	while (str_next(&rest, ';', &pair)) {
		struct str key, value = str_trim(pair);

		if (str_cut(&value, '=', &key) && str_eq(key, str_of(name)))
			return value;
	}
	return STR_NONE;
}

struct json_out *answer_json(struct exchange *x)
{
	x->answer.body = buf_new(LIMIT_ANSWER_BYTES);
	x->answer.type = "application/json";
	return json_out_buf(&x->answer.body, false);
}

bool answer_json_close(struct exchange *x, struct json_out *w, struct err *e)
{
	if (!json_out_close(w))
		return err_fail(e, ERR_LIMIT,
		    "the answer is larger than %d bytes: ask for less at a time (limit)", LIMIT_ANSWER_BYTES);
	if (!x->answer.status)
		x->answer.status = 200;
	return true;
}

void answer_true_until(struct exchange *x, struct instant until)
{
	if (until.us < x->true_until.us)
		x->true_until = until;
}

bool answer_day(struct exchange *x, struct date asked, struct date *out, struct err *e)
{
	struct instant until;

	if (!firm_day_until(x->db, asked, x->at, out, &until, e))
		return false;
	answer_true_until(x, until);
	return true;
}

void answer_empty(struct exchange *x, int status)
{
	x->answer.status = status;
}

void answer_header(struct exchange *x, const char *name, struct str value)
{
	struct response *a = &x->answer;

	if (a->header_count == sizeof(a->headers) / sizeof(a->headers[0]))
		abort();
	a->headers[a->header_count++] = (struct answer_header){ name, arena_copy(&x->arena, value) };
}
