#include "transfer/download.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/number.h"
#include "limits.h"
#include "transfer/fetch.h"
#include "transfer/going.h"

#define STATUS_OK 200
#define STATUS_PARTIAL 206
#define STATUS_UNCHANGED 304
#define STATUS_NO_SUCH_RANGE 416
#define ATTEMPTS 5
#define REDIRECTS_MOST 5
#define WAIT_MOST_SECONDS 60 /* longer is left to the next time */
#define FIELD_MOST 512

struct downloader {
	struct going going;
	struct arena arena; /* of the document on its way */
	struct download_stop stop;
};

/* An answer as its header fields come in. */
struct answer {
	int64_t status;
	struct str etag, modified;
	int64_t from; /* of a part: its first byte; -1: not said */
	int64_t wait; /* seconds that the server asks for; -1: not said */
	bool coded;   /* packed on the way */
};

#define ANSWER_NONE ((struct answer){ .from = -1, .wait = -1 })

/* One document. */
struct transfer {
	const struct download *what;
	struct str url; /* where it is, after redirects */
	int file;
	int64_t bytes;	    /* in the file */
	struct str part_of; /* their ETag; empty: nothing can be added to them */
	struct answer answer;
	struct arena *arena; /* of the downloader */
	struct err failed;   /* what ended it from here */
};

static bool is_field(struct str line, struct str name, struct str *value)
{
	if (!str_starts_nocase(line, name) || line.len <= name.len || line.ptr[name.len] != ':')
		return false;
	*value = str_trim(str_from(line, name.len + 1));
	return value->len <= FIELD_MOST;
}

static int64_t number_or_none(struct str text)
{
	int64_t number;
	struct err e;

	return number_parse(text, "number", 0, INT64_MAX, &number, &e) ? number : -1;
}

/* "HTTP/1.1 206 Partial Content", "HTTP/2 200": what came before belonged to an interim answer. */
static void take_status(struct transfer *t, struct str line)
{
	struct str version;

	t->answer = ANSWER_NONE;
	if (str_cut(&line, ' ', &version))
		t->answer.status = number_or_none(str_first(line, 3));
}

/* "bytes 4096-8191/8192" */
static int64_t first_byte(struct str range)
{
	struct str unit, from;

	return str_cut(&range, ' ', &unit) && str_cut(&range, '-', &from) ? number_or_none(from) : -1;
}

/* What is in the file is no part of what comes. */
static bool begin_anew(struct transfer *t)
{
	t->bytes = 0;
	t->part_of = STR_NONE;
	if (ftruncate(t->file, 0) == 0 && lseek(t->file, 0, SEEK_SET) == 0)
		return true;
	return err_fail(&t->failed, ERR_IO, "%s: %s", t->what->path, strerror(errno));
}

/* The header is over. */
static bool take_end(struct transfer *t)
{
	if (t->answer.status == STATUS_PARTIAL && t->answer.from != t->bytes)
		return err_fail(&t->failed, ERR_NETWORK, "another part came than was asked for");
	if (t->answer.status != STATUS_OK)
		return true;
	if (t->bytes > 0 && !begin_anew(t))
		return false;
	/* a weak one says that two are alike, not that their bytes are (RFC 9110, section 8.8.1) */
	if (!t->answer.coded && !str_starts(t->answer.etag, STR("W/")))
		t->part_of = t->answer.etag;
	return true;
}

static size_t take_field(char *bytes, size_t size, size_t count, void *ctx)
{
	struct transfer *t = ctx;
	struct str line = str_trim((struct str){ bytes, size * count }), value;

	if (str_starts(line, STR("HTTP/")))
		take_status(t, line);
	else if (is_field(line, STR("ETag"), &value))
		t->answer.etag = arena_copy(t->arena, value);
	else if (is_field(line, STR("Last-Modified"), &value))
		t->answer.modified = arena_copy(t->arena, value);
	else if (is_field(line, STR("Content-Encoding"), &value))
		t->answer.coded = !str_eq_nocase(value, STR("identity"));
	else if (is_field(line, STR("Content-Range"), &value))
		t->answer.from = first_byte(value);
	else if (is_field(line, STR("Retry-After"), &value))
		t->answer.wait = number_or_none(value);
	else if (line.len == 0 && !take_end(t))
		return 0; /* ends the transfer */
	return size * count;
}

static size_t take(char *bytes, size_t size, size_t count, void *ctx)
{
	struct transfer *t = ctx;
	struct str rest = { bytes, size * count };

	if (t->answer.status != STATUS_OK && t->answer.status != STATUS_PARTIAL)
		return rest.len; /* what stands beside an error is for people */
	if (t->bytes + (int64_t)rest.len > LIMIT_DOWNLOAD_BYTES) {
		err_fail(&t->failed, ERR_LIMIT, "longer than %lld bytes", LIMIT_DOWNLOAD_BYTES);
		return 0;
	}
	while (rest.len > 0) {
		ssize_t done = write(t->file, rest.ptr, rest.len);

		if (done < 0 && errno != EINTR) {
			err_fail(&t->failed, ERR_IO, "%s: %s", t->what->path, strerror(errno));
			return 0;
		}
		if (done > 0) {
			rest = str_from(rest, (size_t)done);
			t->bytes += done;
		}
	}
	return size * count;
}

static bool is_stopped(const struct downloader *d)
{
	return d->stop.asked && d->stop.asked(d->stop.ctx);
}

static int look_whether_stopped(void *ctx, curl_off_t all, curl_off_t now, curl_off_t up_all, curl_off_t up)
{
	(void)all, (void)now, (void)up_all, (void)up;
	return is_stopped(ctx);
}

static struct curl_slist *add_field(
    struct downloader *d, struct curl_slist *list, struct str name, struct str value)
{
	struct str parts[] = { name, STR(": "), value };

	if (value.len == 0)
		return list;
	return d->going.lib.curl_slist_append(
	    list, arena_text(&d->arena, arena_join_all(&d->arena, parts, COUNT(parts))));
}

/* The rest, where some is there; else what is not known yet. */
static struct curl_slist *make_fields(struct downloader *d, const struct transfer *t)
{
	struct curl_slist *list = NULL;

	if (t->bytes > 0) {
		list = add_field(
		    d, list, STR("Range"), arena_printf(&d->arena, "bytes=%lld-", (long long)t->bytes));
		return add_field(d, list, STR("If-Range"), t->part_of);
	}
	list = add_field(d, list, STR("If-None-Match"), t->what->etag);
	return add_field(d, list, STR("If-Modified-Since"), t->what->modified);
}

static bool run(struct downloader *d, struct transfer *t, struct err *e)
{
	bool is_tls = str_starts(t->url, STR("https:")), done;
	struct curl_slist *fields = make_fields(d, t);
	struct going *g = &d->going;

	going_set_address(g, t->url, is_tls ? STR("https") : STR("http"), !is_tls);
	/* a part is one of what is not packed */
	going_set_text(g, CURLOPT_ACCEPT_ENCODING, t->bytes > 0 ? STR("identity") : STR("gzip"));
	g->set = g->set && g->lib.curl_easy_setopt(g->curl, CURLOPT_HTTPHEADER, fields) == CURLE_OK;
	going_set_pointer(g, CURLOPT_HEADERDATA, t);
	going_set_pointer(g, CURLOPT_WRITEDATA, t);
	t->answer = ANSWER_NONE;
	done = going_run(g, e);
	g->lib.curl_slist_free_all(fields);
	if (t->failed.code) {
		*e = t->failed;
		return false;
	}
	return done;
}

static bool is_elsewhere(int64_t status)
{
	return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

static bool follow(struct downloader *d, struct transfer *t, struct err *e)
{
	const char *to = NULL;

	if (d->going.lib.curl_easy_getinfo(d->going.curl, CURLINFO_REDIRECT_URL, &to) != CURLE_OK || !to)
		return err_fail(e, ERR_NETWORK, "is elsewhere, and it is not said where");
	if (!fetch_is_safe(str_of(to)) ||
	    (str_starts(t->url, STR("https:")) && !str_starts(str_of(to), STR("https:"))))
		return err_fail(e, ERR_NETWORK, "is said to be at \"" STR_FMT "\", which is no https address",
		    STR_ARG(str_of(to)));
	t->url = arena_copy(&d->arena, str_of(to));
	return true;
}

/* To an answer that is no redirect. *again: it failed, and may go well later. */
static bool ask(struct downloader *d, struct transfer *t, bool *again, struct err *e)
{
	t->url = t->what->url;
	for (int hop = 0; hop <= REDIRECTS_MOST; hop++) {
		*again = false;
		if (!run(d, t, e)) {
			*again = !t->failed.code && !is_stopped(d);
			return false;
		}
		if (!is_elsewhere(t->answer.status))
			return true;
		if (!follow(d, t, e))
			return false;
	}
	return err_fail(e, ERR_NETWORK, "more than %d redirects", REDIRECTS_MOST);
}

static bool is_for_a_while(const struct transfer *t)
{
	int64_t status = t->answer.status;

	return status == 408 || status == 429 || status == 500 || (status >= 502 && status <= 504) ||
	       (status == STATUS_NO_SUCH_RANGE && t->bytes > 0);
}

static bool judge(const struct transfer *t, bool *again, struct err *e)
{
	int64_t status = t->answer.status;

	*again = is_for_a_while(t);
	return status == STATUS_OK || status == STATUS_PARTIAL ||
	       (status == STATUS_UNCHANGED && t->bytes == 0) ||
	       err_fail(e, ERR_NETWORK, "expected an answer with status 200, found %lld", (long long)status);
}

/* False where it is not worth while to wait, or it is to end. */
static bool wait_a_while(const struct downloader *d, const struct answer *answer, int attempt)
{
	int64_t seconds = answer->wait >= 0 ? answer->wait : (int64_t)1 << attempt;
	struct timespec second = { 1, 0 };

	if (seconds > WAIT_MOST_SECONDS)
		return false;
	while (seconds-- > 0 && !is_stopped(d))
		nanosleep(&second, NULL);
	return !is_stopped(d);
}

static bool transfer(struct downloader *d, struct transfer *t, struct err *e)
{
	bool again;

	for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
		if (ask(d, t, &again, e) && judge(t, &again, e))
			return true;
		if (!again || attempt + 1 == ATTEMPTS || !wait_a_while(d, &t->answer, attempt))
			return false;
		if ((t->part_of.len == 0 || t->answer.status == STATUS_NO_SUCH_RANGE) && !begin_anew(t)) {
			*e = t->failed;
			return false;
		}
	}
	return false;
}

static bool get(struct downloader *d, const struct download *what, int file, struct arena *arena,
    struct downloaded *out, struct err *e)
{
	struct transfer t = { .what = what, .file = file, .arena = &d->arena };

	if (!transfer(d, &t, e))
		return false;
	*out = (struct downloaded){ .unchanged = t.answer.status == STATUS_UNCHANGED,
		.bytes = t.bytes,
		.etag = arena_copy(arena, t.answer.etag),
		.modified = arena_copy(arena, t.answer.modified) };
	return true;
}

bool download_get(struct downloader *d, const struct download *what, struct arena *arena,
    struct downloaded *out, struct err *e)
{
	bool done;
	int file;

	if (!fetch_is_safe(what->url))
		return err_fail(e, ERR_INPUT, "\"" STR_FMT "\" is no https address", STR_ARG(what->url));
	file = open(what->path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (file < 0)
		return err_fail(e, ERR_IO, "%s: %s", what->path, strerror(errno));
	arena_reset(&d->arena);
	done = get(d, what, file, arena, out, e);
	if (close(file) != 0 && done)
		done = err_fail(e, ERR_IO, "%s: %s", what->path, strerror(errno));
	if (!done || out->unchanged)
		unlink(what->path);
	return done || err_within(e, STR_FMT, STR_ARG(what->url));
}

bool downloader_open(struct download_stop stop, struct downloader **out, struct err *e)
{
	struct downloader *d = memory_alloc(1, sizeof(*d));
	struct going *g = &d->going;

	d->stop = stop;
	if (!going_open(&d->arena, g, e)) {
		free(d);
		return false;
	}
	going_set_patient(g);
	going_set_text(g, CURLOPT_USERAGENT, STR("aftercare"));
	going_set_number(g, CURLOPT_FOLLOWLOCATION, 0);
	going_set_function(g, CURLOPT_HEADERFUNCTION, take_field);
	going_set_function(g, CURLOPT_WRITEFUNCTION, take);
	going_set_number(g, CURLOPT_NOPROGRESS, 0);
	going_set_pointer(g, CURLOPT_XFERINFODATA, d);
	g->set = g->set &&
		 g->lib.curl_easy_setopt(g->curl, CURLOPT_XFERINFOFUNCTION, look_whether_stopped) == CURLE_OK;
	*out = d;
	return true;
}

void downloader_close(struct downloader *d)
{
	if (!d)
		return;
	going_close(&d->going);
	arena_free(&d->arena);
	free(d);
}
