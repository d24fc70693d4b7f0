#include "server/replay.h"

#include "actions/digest_file.h"
#include "server/jobs.h"
#include "server/problem.h"
#include "server/route.h"
#include "store/request_keys.h"

#define KEY_BYTES_MOST 200

/* Method, address and body: under the same key another request is a mistake. */
static bool digest_of(const struct exchange *x, struct sha256 *out, struct err *e)
{
	struct sha256_stream *h;
	struct sha256 file;
	bool regular;

	if (x->file && !digest_file(x->file, &regular, &file, e))
		return false;
	h = sha256_open();

	sha256_add(h, str_of(method_word(x->method)));
	sha256_add(h, x->path);
	sha256_add(h, STR("?"));
	sha256_add(h, x->query);
	sha256_add(h, STR("\n"));
	sha256_add(h, x->file ? sha256_str(&file) : x->body);
	*out = sha256_close(h);
	return true;
}

static void answer_again(struct exchange *x, const struct request_key_row *row)
{
	x->answer.body = buf_new(row->answer.len + 1);
	buf_add(&x->answer.body, row->answer);
	x->answer.status = row->status;
	if (row->answer.len)
		x->answer.type = row->status < 400 ? "application/json" : "application/problem+json";
	answer_header(x, "Idempotency-Replayed", STR("true"));
}

bool replay_find(struct exchange *x, struct err *e)
{
	struct str key = x->headers[HEADER_IDEMPOTENCY_KEY];
	struct request_key_row row;
	bool found;

	if (!key.len || x->method == METHOD_GET || !x->who.name.ptr)
		return true;
	if (key.len > KEY_BYTES_MOST)
		return err_fail(e, ERR_USAGE, "Idempotency-Key: at most %d bytes are taken", KEY_BYTES_MOST);
	x->key = (struct request_key){ .key = key };
	if (!digest_of(x, &x->key.digest, e) || !job_replay(x, e) || x->answer.status)
		return x->answer.status != 0;
	if (!request_key_find(x->db, x->who.name, key, &x->arena, &row, &found, e))
		return false;
	if (!found)
		return true;
	if (!sha256_same(&row.digest, &x->key.digest))
		return err_fail(
		    e, ERR_INPUT, "Idempotency-Key: another request was sent with this key before");
	if (row.status)
		answer_again(x, &row);
	else
		problem_answer_status(x, 409,
		    arena_printf(&x->arena, "this request was done before, as entry %lld of the audit trail",
			(long long)row.entry));
	return true;
}

void replay_keep(struct exchange *x)
{
	struct err lost;

	/* a job is told of while the server runs, and its number is another's after that */
	if (!x->key.key.len || x->answer.status == 202 || x->answer.file || x->answer.stream ||
	    x->route->flags & ROUTE_TELLS_SECRET)
		return;
	/* where it cannot be kept, who asks again hears which entry it was */
	if (!request_key_answer(
		x->db, x->who.name, x->key.key, x->answer.status, buf_str(&x->answer.body), &lost))
		return;
}
