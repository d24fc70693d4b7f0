#include "server/http.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <sys/stat.h>

#include "actions/clock.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/temp_folder.h"
#include "limits.h"
#include "server/http_library.h"

#define IDLE_SECONDS 30U
#define STREAM_BLOCK ((size_t)4 * 1024)
#define STANDING_MOST 64 /* files of the app, as they are and as unchanged */

/* An answer that is the same each time, made once. */
struct standing_answer {
	const void *of;
	int status;
	struct MHD_Response *response;
};

struct http {
	struct http_library lib;
	struct http_handlers handlers;
	bool trust_proxy, has_tls;
	struct MHD_Daemon *daemon;
	int listening; /* after quiesce */
	struct standing_answer standing[STANDING_MOST];
	size_t standing_count;
};

/* An exchange on its way. The exchange comes first, so that one is found from the other. */
struct visit {
	struct exchange x;
	struct http *http;
	struct MHD_Connection *connection;
	size_t body_most, body_bytes, sent;
	bool to_file, has_coding; /* Transfer-Encoding */
	bool is_asked, is_done;	  /* by ask(): and answered by it */
	bool has_run;
	int file;	 /* where the body goes */
	struct buf body; /* or here */
};

static enum method method_of(const char *word, bool *is_head)
{
	*is_head = strcmp(word, "HEAD") == 0;
	if (*is_head)
		return METHOD_GET;
	for (enum method m = METHOD_GET; m < METHOD_OTHER; m++)
		if (strcmp(word, method_word(m)) == 0)
			return m;
	return METHOD_OTHER;
}

/* Escapes stay as they came; whoever wants a part decodes it, and knows what it is a part of. */
static size_t leave_escaped(void *ctx, struct MHD_Connection *connection, char *text)
{
	(void)ctx, (void)connection;
	return strlen(text);
}

static enum MHD_Result take_header(
    void *ctx, enum MHD_ValueKind kind, const char *key, size_t key_len, const char *value, size_t value_len)
{
	struct str name = { key, key_len };
	struct visit *v = ctx;

	(void)kind;
	for (enum header h = 0; h < HEADER_COUNT; h++)
		if (value && char_lower(*key) == char_lower(*header_names[h]) &&
		    str_eq_nocase(name, str_of(header_names[h])))
			v->x.headers[h] = arena_copy(&v->x.arena, (struct str){ value, value_len });
	v->has_coding |= str_eq_nocase(name, STR("Transfer-Encoding"));
	return MHD_YES;
}

/* The query is put together again from what the library took apart; "+" has become a blank. */
static enum MHD_Result take_argument(
    void *ctx, enum MHD_ValueKind kind, const char *key, size_t key_len, const char *value, size_t value_len)
{
	struct buf *query = ctx;

	(void)kind;
	if (query->len)
		buf_byte(query, '&');
	buf_add(query, (struct str){ key, key_len });
	if (value) {
		buf_byte(query, '=');
		buf_add(query, (struct str){ value, value_len });
	}
	return MHD_YES;
}

/* As inet_ntop() has it, which goes by way of printf. */
static void write_ipv4(const struct in_addr *address, char text[INET6_ADDRSTRLEN])
{
	const unsigned char *bytes = (const void *)address;

	for (int i = 0; i < 4; i++) {
		if (i)
			*text++ = '.';
		if (bytes[i] >= 100)
			*text++ = (char)('0' + bytes[i] / 100);
		if (bytes[i] >= 10)
			*text++ = (char)('0' + bytes[i] / 10 % 10);
		*text++ = (char)('0' + bytes[i] % 10);
	}
	*text = '\0';
}

static struct str address_of(struct visit *v)
{
	const union MHD_ConnectionInfo *info =
	    v->http->lib.MHD_get_connection_info(v->connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
	char text[INET6_ADDRSTRLEN] = "";

	if (info && info->client_addr->sa_family == AF_INET)
		write_ipv4(&((const struct sockaddr_in *)(const void *)info->client_addr)->sin_addr, text);
	else if (info && info->client_addr->sa_family == AF_INET6)
		inet_ntop(AF_INET6,
		    &((const struct sockaddr_in6 *)(const void *)info->client_addr)->sin6_addr, text,
		    sizeof(text));
	return arena_copy(&v->x.arena, str_of(text));
}

/* The last proxy is ours: what it adds at the end is who it heard from. */
static void trust_proxy(struct exchange *x)
{
	struct str forwarded = x->headers[HEADER_FORWARDED_FOR], before;

	if (forwarded.len) {
		str_cut_last(&forwarded, ',', &before);
		x->address = str_trim(forwarded);
	}
	x->is_secure |= str_eq_nocase(x->headers[HEADER_FORWARDED_PROTO], STR("https"));
}

static void begin(struct visit *v, const char *url, const char *method)
{
	SCOPED_BUF query = buf_new(LIMIT_REQUEST_HEAD_BYTES);
	struct http *h = v->http;

	v->x.at = instant_now();
	v->x.true_until.us = INT64_MAX;
	v->x.body = STR("");
	v->x.path = arena_copy(&v->x.arena, str_of(url));
	h->lib.MHD_get_connection_values_n(v->connection, MHD_GET_ARGUMENT_KIND, take_argument, &query);
	v->x.query = arena_copy(&v->x.arena, buf_str(&query));
	v->x.method = method_of(method, &v->x.is_head);
	h->lib.MHD_get_connection_values_n(v->connection, MHD_HEADER_KIND, take_header, v);
	v->x.address = address_of(v);
	v->x.is_secure = h->has_tls;
	if (h->trust_proxy)
		trust_proxy(&v->x);
}

/* Refused, with more behind it than is read over: then the connection ends with the answer. */
static bool is_hopeless(const struct visit *v)
{
	struct str length = v->x.headers[HEADER_CONTENT_LENGTH];
	int64_t bytes = 0;
	struct err unread;

	return v->x.answer.status && length.ptr &&
	       (!number_parse(length, "length", 0, INT64_MAX, &bytes, &unread) ||
		   bytes > LIMIT_REFUSED_BODY_BYTES);
}

static bool make_upload(void *ctx, const char *folder)
{
	struct visit *v = ctx;
	struct str path = arena_printf(&v->x.arena, "%s/aftercare-upload-XXXXXX", folder);

	v->x.file = arena_text(&v->x.arena, path);
	v->file = mkostemp(v->x.file, O_CLOEXEC);
	if (v->file < 0)
		v->x.file = NULL;
	return v->file >= 0;
}

static bool open_file(struct visit *v)
{
	return temp_folder_try(make_upload, v);
}

static bool write_all(int file, const char *bytes, size_t count)
{
	while (count > 0) {
		ssize_t wrote = write(file, bytes, count);

		if (wrote <= 0)
			return false;
		bytes += wrote;
		count -= (size_t)wrote;
	}
	return true;
}

/* A piece of the body. False: it is more than is taken, or has no place; the connection is cut. */
static bool take(struct visit *v, const char *bytes, size_t count)
{
	v->body_bytes += count;
	if (v->x.answer.status) /* refused: what comes is read over */
		return v->body_bytes <= LIMIT_REFUSED_BODY_BYTES;
	if (v->body_bytes > v->body_most)
		return false;
	if (!v->to_file) {
		buf_add(&v->body, (struct str){ bytes, count });
		return !buf_full(&v->body);
	}
	return (v->file > 0 || open_file(v)) && write_all(v->file, bytes, count);
}

static void body_ends(struct visit *v)
{
	v->x.body = buf_str(&v->body);
	if (v->file > 0)
		close(v->file);
	v->file = 0;
}

static ssize_t stream_read(void *ctx, uint64_t at, char *to, size_t room)
{
	struct visit *v = ctx;
	const struct response *a = &v->x.answer;
	long count = a->stream->read(a->stream_of, to, room);

	(void)at;
	if (count < 0)
		return MHD_CONTENT_READER_END_OF_STREAM;
	if (count == 0) {
		v->http->lib.MHD_suspend_connection(v->connection);
		a->stream->wait(
		    a->stream_of, (void (*)(void *))v->http->lib.MHD_resume_connection, v->connection);
	}
	v->sent += (size_t)count;
	return count;
}

static struct MHD_Response *response_of(struct visit *v)
{
	const struct http_library *lib = &v->http->lib;
	struct response *a = &v->x.answer;
	struct MHD_Response *response;
	struct stat about;

	if (a->stream)
		return lib->MHD_create_response_from_callback(
		    MHD_SIZE_UNKNOWN, STREAM_BLOCK, stream_read, v, NULL);
	if (a->file && fstat(a->file, &about) == 0) {
		v->sent = (size_t)about.st_size;
		response = lib->MHD_create_response_from_fd64((uint64_t)about.st_size, a->file);
		a->file = response ? 0 : a->file;
		return response;
	}
	if (a->kept) {
		v->sent = a->kept->body.len;
		return lib->MHD_create_response_from_buffer(
		    a->kept->body.len, (void *)(uintptr_t)a->kept->body.ptr, MHD_RESPMEM_PERSISTENT);
	}
	if (a->standing) {
		v->sent = a->standing->len;
		return lib->MHD_create_response_from_buffer(
		    a->standing->len, (void *)(uintptr_t)a->standing->ptr, MHD_RESPMEM_PERSISTENT);
	}
	v->sent = a->body.len;
	response = lib->MHD_create_response_from_buffer(
	    a->body.len, a->body.ptr, a->body.ptr ? MHD_RESPMEM_MUST_FREE : MHD_RESPMEM_PERSISTENT);
	if (response)
		a->body = buf_new(0);
	return response;
}

/* With its headers; NULL: it cannot be made. */
static struct MHD_Response *make_response(struct visit *v)
{
	const struct http_library *lib = &v->http->lib;
	struct response *a = &v->x.answer;
	struct MHD_Response *response = response_of(v);

	if (!response)
		return NULL;
	if (a->type)
		lib->MHD_add_response_header(response, "Content-Type", a->type);
	for (size_t i = 0; i < a->header_count; i++)
		lib->MHD_add_response_header(
		    response, a->headers[i].name, arena_text(&v->x.arena, a->headers[i].value));
	return response;
}

/* The one that stands already, or is kept from now on; NULL: there is no room for more. */
static struct MHD_Response *standing_response(struct visit *v)
{
	struct http *h = v->http;
	struct response *a = &v->x.answer;
	struct standing_answer *one = h->standing;

	for (; one < h->standing + h->standing_count; one++)
		if (one->of == a->standing_of && one->status == a->status) {
			v->sent = a->standing->len;
			return one->response;
		}
	if (h->standing_count == STANDING_MOST)
		return NULL;
	*one = (struct standing_answer){ a->standing_of, a->status, make_response(v) };
	h->standing_count += one->response != NULL;
	return one->response;
}

static enum MHD_Result send_answer(struct visit *v)
{
	const struct http_library *lib = &v->http->lib;
	struct response *a = &v->x.answer;
	struct MHD_Response *response;
	enum MHD_Result sent;

	v->http->handlers.ready(v->http->handlers.ctx, &v->x);
	response = a->standing_of ? standing_response(v) : NULL;
	if (response)
		return lib->MHD_queue_response(v->connection, (unsigned)a->status, response);
	response = make_response(v);
	if (!response)
		return MHD_NO;
	sent = lib->MHD_queue_response(v->connection, (unsigned)a->status, response);
	lib->MHD_destroy_response(response);
	return sent;
}

static bool has_body(const struct visit *v)
{
	struct str length = v->x.headers[HEADER_CONTENT_LENGTH];

	return v->has_coding || (length.ptr && !str_eq(length, STR("0")));
}

/* The whole request is there. */
static enum MHD_Result answer(struct visit *v, bool done)
{
	struct http *h = v->http;

	v->has_run = true;
	if (done)
		return send_answer(v);
	h->lib.MHD_suspend_connection(v->connection);
	h->handlers.later(h->handlers.ctx, &v->x);
	return MHD_YES;
}

/* An answer that is sent before the end of a request ends the connection: it waits for that call. */
static enum MHD_Result handle_head(struct visit *v, const char *url, const char *method)
{
	const struct http_handlers *handlers = &v->http->handlers;

	begin(v, url, method);
	v->is_asked = v->x.method == METHOD_GET && !has_body(v);
	if (v->is_asked) {
		v->is_done = handlers->ask(handlers->ctx, &v->x);
		return MHD_YES;
	}
	handlers->begin(handlers->ctx, &v->x, &v->body_most, &v->to_file);
	v->body = buf_new(v->body_most);
	return is_hopeless(v) ? send_answer(v) : MHD_YES;
}

/* Called for the headers, for each piece of the body, at its end, and again after a connection was resumed.
 */
static enum MHD_Result handle(void *ctx, struct MHD_Connection *connection, const char *url,
    const char *method, const char *version, const char *bytes, size_t *count, void **own)
{
	struct visit *v = *own;
	struct http *h = ctx;

	(void)version;
	if (!v) {
		*own = v = memory_alloc(1, sizeof(*v));
		v->http = h;
		v->connection = connection;
		return handle_head(v, url, method);
	}
	if (*count > 0) {
		bool taken = take(v, bytes, *count);

		*count = 0;
		return taken ? MHD_YES : MHD_NO;
	}
	if (!v->has_run && v->is_asked)
		return answer(v, v->is_done);
	if (!v->has_run) {
		body_ends(v);
		return answer(v, h->handlers.run(h->handlers.ctx, &v->x));
	}
	return v->x.answer.status ? send_answer(v) : MHD_YES;
}

static void completed(
    void *ctx, struct MHD_Connection *connection, void **own, enum MHD_RequestTerminationCode how)
{
	struct visit *v = *own;
	struct http *h = ctx;

	(void)connection, (void)how;
	if (!v)
		return;
	h->handlers.end(h->handlers.ctx, &v->x, v->sent);
	if (v->file > 0)
		close(v->file);
	buf_free(&v->body);
	exchange_free(&v->x);
	free(v);
	*own = NULL;
}

static bool parse_address(const struct http_config *c, struct sockaddr_storage *out, struct err *e)
{
	struct sockaddr_in *four = (void *)out;
	struct sockaddr_in6 *six = (void *)out;

	*out = (struct sockaddr_storage){ 0 };
	if (inet_pton(AF_INET, c->address, &four->sin_addr) == 1) {
		four->sin_family = AF_INET;
		four->sin_port = htons(c->port);
		return true;
	}
	if (inet_pton(AF_INET6, c->address, &six->sin6_addr) == 1) {
		six->sin6_family = AF_INET6;
		six->sin6_port = htons(c->port);
		return true;
	}
	return err_fail(e, ERR_USAGE, "\"%s\" is no IP address to listen on", c->address);
}

static bool start(struct http *h, const struct http_config *c, struct arena *arena, struct err *e)
{
	struct sockaddr_storage address;
	unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_SUSPEND_RESUME | MHD_USE_TURBO;
	struct MHD_OptionItem tls[] = {
		{ MHD_OPTION_HTTPS_MEM_CERT, 0, arena_text(arena, c->certificate) },
		{ MHD_OPTION_HTTPS_MEM_KEY, 0, arena_text(arena, c->key) },
		{ MHD_OPTION_END, 0, NULL },
	};

	if (!parse_address(c, &address, e))
		return false;
	if (address.ss_family == AF_INET6)
		flags |= MHD_USE_IPv6;
	if (h->has_tls)
		flags |= MHD_USE_TLS;
	h->daemon = h->lib.MHD_start_daemon(flags, c->port, NULL, NULL, handle, h, MHD_OPTION_SOCK_ADDR,
	    &address, MHD_OPTION_UNESCAPE_CALLBACK, leave_escaped, NULL, MHD_OPTION_NOTIFY_COMPLETED,
	    completed, h, MHD_OPTION_CONNECTION_TIMEOUT, IDLE_SECONDS, MHD_OPTION_CONNECTION_LIMIT,
	    LIMIT_CONNECTIONS, MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)LIMIT_REQUEST_HEAD_BYTES,
	    MHD_OPTION_ARRAY, h->has_tls ? tls : &tls[2], MHD_OPTION_END);
	return h->daemon ||
	       err_fail(e, ERR_IO, "cannot listen on %s port %u%s", c->address, (unsigned)c->port,
		   h->has_tls ? ": is the port free, and do certificate and key fit?" : ": is it free?");
}

bool http_open(
    const struct http_config *config, const struct http_handlers *handlers, struct http **out, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct http *h = memory_alloc(1, sizeof(*h));

	h->handlers = *handlers;
	h->trust_proxy = config->trust_proxy;
	h->has_tls = config->certificate.ptr;
	h->listening = -1;
	*out = h; /* before the first request can come: whoever answers it asks for it */
	if (!http_library_load(&h->lib, e) || !start(h, config, &arena, e)) {
		*out = NULL;
		free(h);
		return false;
	}
	return true;
}

uint16_t http_port(const struct http *h)
{
	return h->lib.MHD_get_daemon_info(h->daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
}

void http_answered(struct http *h, struct exchange *x)
{
	struct visit *v = (struct visit *)x;

	h->lib.MHD_resume_connection(v->connection);
}

void http_quiesce(struct http *h)
{
	h->listening = h->lib.MHD_quiesce_daemon(h->daemon);
}

void http_close(struct http *h)
{
	if (!h)
		return;
	h->lib.MHD_stop_daemon(h->daemon);
	for (size_t i = 0; i < h->standing_count; i++)
		h->lib.MHD_destroy_response(h->standing[i].response);
	if (h->listening >= 0)
		close(h->listening);
	free(h);
}
