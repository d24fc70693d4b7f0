#include "server/assets.h"

#include <assert.h>

#include "base/gzip_pack.h"
#include "generated/web_assets.h"
#include "limits.h"
#include "server/encoding.h"
#include "server/problem.h"

/* Nothing but what comes from here; no script and no style within a page. */
#define POLICY                                                                                               \
	"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "   \
	"connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

/* For a year: another content has another name. */
#define KEPT "public, max-age=31536000, immutable"

/* What has routes of its own. */
static bool is_service(struct str path)
{
	static const char *const places[] = { "/api/", "/healthz", "/metrics", "/.well-known/",
		"/advisories/" };

	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++)
		if (str_starts(path, str_of(places[i])))
			return true;
	return false;
}

static const struct web_asset *asset_find(struct str path)
{
	for (const struct web_asset *a = web_assets; a->path; a++)
		if (str_eq(path, str_of(a->path)))
			return a;
	return NULL;
}

/* A file that is not there is not a page: a page of an older version asks for its script. */
static bool is_file(struct str path)
{
	struct str name = path, folder;

	return str_cut(&name, '/', &folder) && !str_has(name, STR("/")) &&
	       (str_ends(name, STR(".js")) || str_ends(name, STR(".css")) || str_ends(name, STR(".svg")) ||
		   str_ends(name, STR(".ico")) || str_ends(name, STR(".txt")));
}

/* For the few who take no gzip: unpacked for each, as it is kept packed alone. In the arena. */
static struct str unpack(struct exchange *x, struct str packed)
{
	SCOPED_BUF plain = buf_new(LIMIT_ANSWER_BYTES);
	bool is_whole = gzip_unpack(packed, &plain);

	assert(is_whole); /* it is part of the program */
	return arena_copy(&x->arena, buf_str(&plain));
}

static void send_asset(struct exchange *x, const struct web_asset *a)
{
	struct str *packed = arena_alloc(&x->arena, 1, sizeof(*packed));

	*packed = (struct str){ (const char *)a->packed, a->packed_size_bytes };
	x->answer.status = 200;
	x->answer.type = a->type;
	x->answer.standing = packed;
	x->answer.standing_of = a;
	answer_header(x, "ETag", str_of(a->etag));
	answer_header(x, "Vary", STR("Accept-Encoding"));
	answer_header(x, "Cache-Control", a->is_named_after_content ? STR(KEPT) : STR("no-cache"));
	answer_header(x, "Content-Security-Policy", STR(POLICY));
	answer_header(x, "Referrer-Policy", STR("no-referrer"));
	if (str_has(x->headers[HEADER_IF_NONE_MATCH], str_of(a->etag))) {
		*packed = STR("");
		x->answer.status = 304;
		return;
	}
	if (encoding_takes_gzip(x->headers[HEADER_ACCEPT_ENCODING])) {
		answer_header(x, "Content-Encoding", STR("gzip"));
		return;
	}
	*packed = unpack(x, *packed);
	x->answer.standing_of = NULL; /* what stands for everybody is the packed one */
}

bool assets_answer(struct exchange *x)
{
	const struct web_asset *a;

	if (x->method != METHOD_GET || is_service(x->path))
		return false;
	a = asset_find(x->path);
	if (!a && !is_file(x->path))
		a = asset_find(STR("/index.html"));
	if (!a)
		problem_answer_status(x, 404, STR("there is no such file"));
	else
		send_asset(x, a);
	return true;
}
