#include "transfer/fetch.h"

#include "base/buf.h"
#include "limits.h"
#include "transfer/going.h"

#define STATUS_OK 200L

bool fetch_is_safe(struct str url)
{
	if (!going_is_address(url))
		return false;
	if (str_starts(url, STR("https://")))
		return url.len > 8 && url.ptr[8] != '/' && url.ptr[8] != ':';
	return str_starts(url, STR("http://")) && going_is_here(str_from(url, 7));
}

static size_t take(char *bytes, size_t size, size_t count, void *ctx)
{
	struct buf *body = ctx;

	buf_add(body, (struct str){ bytes, size * count });
	return buf_full(body) ? 0 : size * count; /* 0 ends the transfer */
}

static void set_all(struct going *g, const struct fetch *f, struct curl_slist *headers, struct buf *body)
{
	bool is_tls = str_starts(f->url, STR("https:"));

	going_set_address(g, f->url, is_tls ? STR("https") : STR("http"), !is_tls);
	going_set_number(g, CURLOPT_FOLLOWLOCATION, 0);
	if (f->form.ptr) {
		going_set_number(g, CURLOPT_POSTFIELDSIZE, (long)f->form.len);
		going_set_text(g, CURLOPT_COPYPOSTFIELDS, f->form);
	}
	if (f->user.ptr) {
		going_set_number(g, CURLOPT_HTTPAUTH, (long)CURLAUTH_BASIC);
		going_set_text(g, CURLOPT_USERNAME, f->user);
		going_set_text(g, CURLOPT_PASSWORD, f->password);
	}
	going_set_pointer(g, CURLOPT_HTTPHEADER, headers);
	going_set_function(g, CURLOPT_WRITEFUNCTION, take);
	going_set_pointer(g, CURLOPT_WRITEDATA, body);
}

static bool run(struct going *g, const struct buf *body, struct err *e)
{
	bool done = going_run(g, e);
	long status = 0;

	if (buf_full(body))
		return err_fail(e, ERR_NETWORK, "the answer is longer than %d bytes", LIMIT_FETCH_BYTES);
	if (!done)
		return false;
	if (g->lib.curl_easy_getinfo(g->curl, CURLINFO_RESPONSE_CODE, &status) != CURLE_OK ||
	    status != STATUS_OK)
		return err_fail(e, ERR_NETWORK, "expected an answer with status 200, found %ld", status);
	return true;
}

bool fetch_text(const struct fetch *f, struct arena *arena, struct str *out, struct err *e)
{
	SCOPED_BUF body = buf_new(LIMIT_FETCH_BYTES);
	struct curl_slist *headers;
	struct going g;
	bool done;

	if (!fetch_is_safe(f->url))
		return err_fail(e, ERR_INPUT, "\"" STR_FMT "\" is no https address", STR_ARG(f->url));
	if (!going_open(arena, &g, e))
		return false;
	headers = g.lib.curl_slist_append(NULL, "Accept: application/json");
	set_all(&g, f, headers, &body);
	done = run(&g, &body, e) || err_within(e, STR_FMT, STR_ARG(f->url));
	if (done)
		*out = arena_copy(arena, buf_str(&body));
	g.lib.curl_slist_free_all(headers);
	going_close(&g);
	return done;
}
