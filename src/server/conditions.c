#include "server/conditions.h"

#include "base/crypto.h"
#include "server/problem.h"
#include "server/route.h"
#include "server/state.h"

#define TAG_BYTES 12U
#define DIGEST_SIZE (2 * TAG_BYTES + 1)
_Static_assert(DIGEST_SIZE == KEPT_DIGEST_SIZE, "it is kept whole");
#define PACKED "-gzip"

static struct str digest_of(struct str body, char out[DIGEST_SIZE])
{
	struct sha256 digest = sha256_of(body);

	hex_write(digest.bytes, TAG_BYTES, out);
	out[DIGEST_SIZE - 1] = '\0';
	return str_of(out);
}

/* The digest in a tag; a weak one, which a proxy may have made of it, names the same answer. */
static struct str digest_in(struct str tag)
{
	tag = str_trim(tag);
	if (str_starts(tag, STR("W/")))
		tag = str_from(tag, 2);
	if (tag.len < 2 || tag.ptr[0] != '"' || tag.ptr[tag.len - 1] != '"')
		return tag;
	tag = (struct str){ tag.ptr + 1, tag.len - 2 };
	return str_ends(tag, STR(PACKED)) ? str_first(tag, tag.len - strlen(PACKED)) : tag;
}

/* Does a tag of the list name what has the digest? */
static bool names(struct str list, struct str digest)
{
	struct str one;

	while (str_next(&list, ',', &one))
		if (str_eq(digest_in(one), digest) || str_eq(digest_in(one), STR("*")))
			return true;
	return false;
}

/* Where GET says what a change alters: at its own address; of a part that is put where it cannot be read by
 * itself, at the address above, which tells of the whole. */
static bool find_reading(struct exchange *x, struct exchange *now, struct err *e)
{
	struct str allowed, part;

	now->path = x->path;
	now->route = route_find(now, x->server->routes, &allowed, e);
	if (now->route || e->code || x->method != METHOD_PUT || !str_cut_last(&now->path, '/', &part))
		return now->route;
	now->path = part;
	now->route = route_find(now, x->server->routes, &allowed, e);
	return now->route;
}

/* What GET answers there now. */
static bool read_now(struct exchange *x, struct exchange *now, struct err *e)
{
	now->method = METHOD_GET;
	now->at = x->at;
	now->who = x->who;
	now->server = x->server;
	now->db = x->db;
	if (!find_reading(x, now, e))
		return e->code ? false
			       : err_fail(e, ERR_USAGE, "If-Match: nothing can be read at this address");
	return now->route->handle(now, e);
}

bool conditions_hold(struct exchange *x, struct err *e)
{
	struct exchange now = { 0 };
	char digest[DIGEST_SIZE];
	bool read;

	if (x->method == METHOD_GET || !x->headers[HEADER_IF_MATCH].ptr)
		return true;
	read = read_now(x, &now, e);
	if (read && !names(x->headers[HEADER_IF_MATCH], digest_of(buf_str(&now.answer.body), digest)))
		problem_answer_status(x, 412,
		    STR("this was changed since you read it: read it again, and change what stands now"));
	exchange_free(&now);
	return read;
}

bool conditions_are_same(const struct exchange *x, const char *digest)
{
	return names(x->headers[HEADER_IF_NONE_MATCH], str_of(digest));
}

void conditions_tag(struct exchange *x, const char *digest, bool is_packed)
{
	const struct str parts[] = { STR("\""), str_of(digest), is_packed ? STR(PACKED "\"") : STR("\"") };

	answer_header(x, "ETag", arena_join_all(&x->arena, parts, COUNT(parts)));
}

void conditions_answer(struct exchange *x)
{
	struct response *a = &x->answer;

	if (x->method != METHOD_GET || a->status != 200 || a->file || a->standing || a->stream)
		return;
	digest_of(buf_str(&a->body), a->digest);
	conditions_tag(x, a->digest, a->is_packed);
	if (conditions_are_same(x, a->digest)) {
		if (!x->may_be_kept)
			buf_free(&a->body);
		a->status = 304;
	}
}
