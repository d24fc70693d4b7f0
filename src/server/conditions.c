#include "server/conditions.h"

#include "base/crypto.h"
#include "server/problem.h"
#include "server/route.h"

#define TAG_BYTES 12U
#define TAG_SIZE (2 * TAG_BYTES + 3) /* digits, quotes and the end */

static struct str tag_of(struct str body, char out[TAG_SIZE])
{
	struct sha256 digest = sha256_of(body);

	out[0] = '"';
	hex_write(digest.bytes, TAG_BYTES, out + 1);
	out[TAG_SIZE - 2] = '"';
	out[TAG_SIZE - 1] = '\0';
	return str_of(out);
}

/* Is the tag in the list? A weak one names the same bytes here. */
static bool names(struct str list, struct str tag)
{
	struct str one;

	while (str_next(&list, ',', &one)) {
		one = str_trim(one);
		if (str_starts(one, STR("W/")))
			one = str_from(one, 2);
		if (str_eq(one, tag) || str_eq(one, STR("*")))
			return true;
	}
	return false;
}

/* What GET at the same address answers now. */
static bool read_now(struct exchange *x, struct exchange *now, struct err *e)
{
	struct str allowed;

	now->method = METHOD_GET;
	now->path = x->path;
	now->at = x->at;
	now->who = x->who;
	now->server = x->server;
	now->db = x->db;
	now->route = route_find(now, &allowed, e);
	if (!now->route)
		return e->code ? false
			       : err_fail(e, ERR_USAGE, "If-Match: nothing can be read at this address");
	return now->route->handle(now, e);
}

bool conditions_hold(struct exchange *x, struct err *e)
{
	struct exchange now = { 0 };
	char tag[TAG_SIZE];
	bool read;

	if (x->method == METHOD_GET || !x->headers[HEADER_IF_MATCH].ptr)
		return true;
	read = read_now(x, &now, e);
	if (read && !names(x->headers[HEADER_IF_MATCH], tag_of(buf_str(&now.answer.body), tag)))
		problem_answer_status(x, 412,
		    STR("this was changed since you read it: read it again, and change what stands now"));
	exchange_free(&now);
	return read;
}

void conditions_answer(struct exchange *x)
{
	struct response *a = &x->answer;
	char tag[TAG_SIZE];

	if (x->method != METHOD_GET || a->status != 200 || a->file || a->standing || a->stream)
		return;
	tag_of(buf_str(&a->body), tag);
	answer_header(x, "ETag", str_of(tag));
	if (names(x->headers[HEADER_IF_NONE_MATCH], str_of(tag))) {
		buf_free(&a->body);
		a->status = 304;
	}
}
