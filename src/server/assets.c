#include "server/assets.h"

#include "server/problem.h"

/* Nothing but what comes from here; no script and no style within a page. */
#define POLICY                                                                                               \
	"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "   \
	"connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

static bool is_api(struct str path)
{
	return str_starts(path, STR("/api/")) || str_eq(path, STR("/healthz")) ||
	       str_eq(path, STR("/metrics"));
}

bool assets_answer(struct exchange *x)
{
	if (x->method != METHOD_GET || is_api(x->path))
		return false;
	return false;
}
