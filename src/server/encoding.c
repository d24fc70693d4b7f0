#include "server/encoding.h"

#include "base/gzip_pack.h"
#include "limits.h"
#include "server/route.h"

#define LEAST_BYTES 1024 /* below, a packet more or less is no difference */

/* "gzip;q=0.5": the name, and whether its weight is more than 0. */
static bool is_taken(struct str part, struct str *name)
{
	struct str weight = part;

	if (!str_cut(&weight, ';', name)) {
		*name = str_trim(part);
		return true;
	}
	*name = str_trim(*name);
	weight = str_trim(weight);
	if (!str_starts_nocase(weight, STR("q=")))
		return false;
	weight = str_from(weight, 2);
	for (size_t i = 0; i < weight.len; i++)
		if (weight.ptr[i] >= '1' && weight.ptr[i] <= '9')
			return true;
	return false;
}

bool encoding_takes_gzip(struct str accept)
{
	bool named = false, takes = false, takes_all = false;
	struct str part, name;

	while (str_next(&accept, ',', &part)) {
		bool taken = is_taken(part, &name);

		if (str_eq_nocase(name, STR("gzip")) || str_eq_nocase(name, STR("x-gzip"))) {
			named = true;
			takes |= taken;
		} else if (str_eq(name, STR("*"))) {
			takes_all = taken;
		}
	}
	return named ? takes : takes_all;
}

/* Everything else that is answered is packed already: PDF, archives. */
static bool is_text(const char *type)
{
	return type &&
	       (str_starts(str_of(type), STR("text/")) || str_starts(str_of(type), STR("application/json")) ||
		   str_starts(str_of(type), STR("application/problem+json")));
}

void encoding_choose(struct exchange *x)
{
	struct response *a = &x->answer;

	if (a->file || a->standing || a->stream || a->body.len < LEAST_BYTES || !is_text(a->type) ||
	    x->route->flags & ROUTE_TELLS_SECRET)
		return;
	answer_header(x, "Vary", STR("Accept-Encoding"));
	a->varies = true;
	a->is_packed = encoding_takes_gzip(x->headers[HEADER_ACCEPT_ENCODING]);
}

void encoding_pack(struct exchange *x)
{
	struct response *a = &x->answer;
	struct buf packed;

	if (!a->is_packed || a->body.len == 0)
		return;
	packed = buf_new(2 * (size_t)LIMIT_ANSWER_BYTES);
	gzip_pack(buf_str(&a->body), &packed);
	buf_free(&a->body);
	a->body = packed;
	if (a->status != 304)
		answer_header(x, "Content-Encoding", STR("gzip"));
}
