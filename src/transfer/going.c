#include "transfer/going.h"

#include "limits.h"

#define CONNECT_SECONDS 5L
#define WHOLE_SECONDS 10L
#define SLOW_BYTES 100L /* a second */
#define SLOW_SECONDS 60L

bool going_open(struct arena *arena, struct going *out, struct err *e)
{
	struct going g = { .arena = arena, .set = true };

	if (!curl_library_load(&g.lib, e))
		return false;
	g.curl = g.lib.curl_easy_init();
	if (!g.curl)
		return err_fail(e, ERR_IO, "libcurl cannot be started");
	going_set_number(&g, CURLOPT_NOSIGNAL, 1); /* threads */
	going_set_number(&g, CURLOPT_CONNECTTIMEOUT, CONNECT_SECONDS);
	going_set_number(&g, CURLOPT_TIMEOUT, WHOLE_SECONDS);
	going_set_number(&g, CURLOPT_SSL_VERIFYPEER, 1);
	going_set_number(&g, CURLOPT_SSL_VERIFYHOST, 2);
	*out = g;
	return true;
}

void going_set_text(struct going *g, CURLoption option, struct str value)
{
	g->set = g->set && g->lib.curl_easy_setopt(g->curl, option, arena_text(g->arena, value)) == CURLE_OK;
}

void going_set_number(struct going *g, CURLoption option, long value)
{
	g->set = g->set && g->lib.curl_easy_setopt(g->curl, option, value) == CURLE_OK;
}

void going_set_pointer(struct going *g, CURLoption option, void *data)
{
	g->set = g->set && data && g->lib.curl_easy_setopt(g->curl, option, data) == CURLE_OK;
}

void going_set_function(
    struct going *g, CURLoption option, size_t (*function)(char *, size_t, size_t, void *))
{
	g->set = g->set && g->lib.curl_easy_setopt(g->curl, option, function) == CURLE_OK;
}

void going_set_address(struct going *g, struct str url, struct str scheme, bool here)
{
	going_set_text(g, CURLOPT_URL, url);
	going_set_text(g, CURLOPT_PROTOCOLS_STR, scheme);
	if (here)
		going_set_text(g, CURLOPT_NOPROXY, STR("*"));
}

void going_set_patient(struct going *g)
{
	going_set_number(g, CURLOPT_TIMEOUT, 0);
	going_set_number(g, CURLOPT_LOW_SPEED_LIMIT, SLOW_BYTES);
	going_set_number(g, CURLOPT_LOW_SPEED_TIME, SLOW_SECONDS);
}

bool going_run(struct going *g, struct err *e)
{
	CURLcode how;

	if (!g->set)
		return err_fail(e, ERR_IO, "libcurl refuses its settings");
	how = g->lib.curl_easy_perform(g->curl);
	return how == CURLE_OK || err_fail(e, ERR_NETWORK, "%s", g->lib.curl_easy_strerror(how));
}

void going_close(struct going *g)
{
	g->lib.curl_easy_cleanup(g->curl);
}

static bool is_host_of(struct str rest, const char *host)
{
	struct str behind;

	if (!str_starts(rest, str_of(host)))
		return false;
	behind = str_from(rest, strlen(host));
	return behind.len == 0 || behind.ptr[0] == ':' || behind.ptr[0] == '/';
}

bool going_is_here(struct str rest)
{
	return is_host_of(rest, "127.0.0.1") || is_host_of(rest, "localhost") || is_host_of(rest, "[::1]");
}

bool going_is_address(struct str url)
{
	if (url.len == 0 || url.len > LIMIT_FETCH_ADDRESS_BYTES)
		return false;
	for (size_t i = 0; i < url.len; i++)
		if (url.ptr[i] <= ' ' || url.ptr[i] == 127 || strchr("\"<>\\^`{|}@", url.ptr[i]))
			return false;
	return true;
}
