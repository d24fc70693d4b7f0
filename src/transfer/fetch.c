#include "transfer/fetch.h"

#include "base/buf.h"
#include "limits.h"
#include "transfer/curl_library.h"

#define CONNECT_SECONDS 5L
#define WHOLE_SECONDS 10L
#define STATUS_OK 200L

static bool is_host_of(struct str rest, const char *host)
{
	struct str behind;

	if (!str_starts(rest, str_of(host)))
		return false;
	behind = str_from(rest, strlen(host));
	return behind.len == 0 || behind.ptr[0] == ':' || behind.ptr[0] == '/';
}

bool fetch_is_safe(struct str url)
{
	struct str rest;

	if (url.len == 0 || url.len > LIMIT_FETCH_ADDRESS_BYTES)
		return false;
	for (size_t i = 0; i < url.len; i++)
		if (url.ptr[i] <= ' ' || url.ptr[i] == 127 || strchr("\"<>\\^`{|}@", url.ptr[i]))
			return false;
	if (str_starts(url, STR("https://")))
		return url.len > 8 && url.ptr[8] != '/' && url.ptr[8] != ':';
	if (!str_starts(url, STR("http://")))
		return false;
	rest = str_from(url, 7);
	return is_host_of(rest, "127.0.0.1") || is_host_of(rest, "localhost") || is_host_of(rest, "[::1]");
}

static size_t take(char *bytes, size_t size, size_t count, void *ctx)
{
	struct buf *body = ctx;

	buf_add(body, (struct str){ bytes, size * count });
	return buf_full(body) ? 0 : size * count; /* 0 ends the transfer */
}

struct going {
	struct curl_library lib;
	CURL *curl;
	struct curl_slist *headers;
	struct buf body;
	struct arena *arena;
	bool set;
};

static void set_text(struct going *g, CURLoption option, struct str value)
{
	g->set = g->set && g->lib.curl_easy_setopt(g->curl, option, arena_text(g->arena, value)) == CURLE_OK;
}

static void set_number(struct going *g, CURLoption option, long value)
{
	g->set = g->set && g->lib.curl_easy_setopt(g->curl, option, value) == CURLE_OK;
}

static void set_all(struct going *g, const struct fetch *f)
{
	bool is_tls = str_starts(f->url, STR("https:"));

	g->headers = g->lib.curl_slist_append(NULL, "Accept: application/json");
	set_text(g, CURLOPT_URL, f->url);
	set_text(g, CURLOPT_PROTOCOLS_STR, is_tls ? STR("https") : STR("http"));
	set_number(g, CURLOPT_FOLLOWLOCATION, 0);
	set_number(g, CURLOPT_NOSIGNAL, 1); /* threads */
	set_number(g, CURLOPT_CONNECTTIMEOUT, CONNECT_SECONDS);
	set_number(g, CURLOPT_TIMEOUT, WHOLE_SECONDS);
	set_number(g, CURLOPT_SSL_VERIFYPEER, 1);
	set_number(g, CURLOPT_SSL_VERIFYHOST, 2);
	if (!is_tls)
		set_text(g, CURLOPT_NOPROXY, STR("*"));
	if (f->form.ptr) {
		set_number(g, CURLOPT_POSTFIELDSIZE, (long)f->form.len);
		set_text(g, CURLOPT_COPYPOSTFIELDS, f->form);
	}
	if (f->user.ptr) {
		set_number(g, CURLOPT_HTTPAUTH, (long)CURLAUTH_BASIC);
		set_text(g, CURLOPT_USERNAME, f->user);
		set_text(g, CURLOPT_PASSWORD, f->password);
	}
	g->set = g->set && g->headers &&
		 g->lib.curl_easy_setopt(g->curl, CURLOPT_HTTPHEADER, g->headers) == CURLE_OK &&
		 g->lib.curl_easy_setopt(g->curl, CURLOPT_WRITEFUNCTION, take) == CURLE_OK &&
		 g->lib.curl_easy_setopt(g->curl, CURLOPT_WRITEDATA, &g->body) == CURLE_OK;
}

static bool go(struct going *g, const struct fetch *f, struct err *e)
{
	long status = 0;
	CURLcode how;

	set_all(g, f);
	if (!g->set)
		return err_fail(e, ERR_IO, "libcurl refuses its settings");
	how = g->lib.curl_easy_perform(g->curl);
	if (buf_full(&g->body))
		return err_fail(e, ERR_IO, "the answer is longer than %d bytes", LIMIT_FETCH_BYTES);
	if (how != CURLE_OK)
		return err_fail(e, ERR_IO, "%s", g->lib.curl_easy_strerror(how));
	if (g->lib.curl_easy_getinfo(g->curl, CURLINFO_RESPONSE_CODE, &status) != CURLE_OK ||
	    status != STATUS_OK)
		return err_fail(e, ERR_IO, "expected an answer with status 200, found %ld", status);
	return true;
}

bool fetch_text(const struct fetch *f, struct arena *arena, struct str *out, struct err *e)
{
	struct going g = { .body = buf_new(LIMIT_FETCH_BYTES), .arena = arena, .set = true };
	bool done;

	if (!fetch_is_safe(f->url))
		return err_fail(e, ERR_INPUT, "\"" STR_FMT "\" is no https address", STR_ARG(f->url));
	if (!curl_library_load(&g.lib, e))
		return false;
	g.curl = g.lib.curl_easy_init();
	if (!g.curl)
		return err_fail(e, ERR_IO, "libcurl cannot be started");
	done = go(&g, f, e) || err_within(e, STR_FMT, STR_ARG(f->url));
	if (done)
		*out = arena_copy(arena, buf_str(&g.body));
	g.lib.curl_slist_free_all(g.headers);
	g.lib.curl_easy_cleanup(g.curl);
	buf_free(&g.body);
	return done;
}
