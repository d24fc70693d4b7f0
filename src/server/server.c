#include "server/server.h"

#include "actions/clock.h"
#include "base/memory.h"
#include "base/number.h"
#include "limits.h"
#include "server/admission.h"
#include "server/assets.h"
#include "server/conditions.h"
#include "server/encoding.h"
#include "server/problem.h"
#include "server/replay.h"
#include "server/route.h"
#include "store/users.h"

#define COMMON_HEADERS 3U /* what add_common_headers() adds */
#define REQUEST_BURST_SECONDS 5
#define SIGN_IN_BURST 20
#define SIGN_IN_EVERY_US (INT64_C(3) * 1000000)
#define FORM_BURST 5
#define FORM_EVERY_US (INT64_C(300) * 1000000)
/* Of all addresses together: what people can read, however many machines send it. */
#define FORMS_BURST 50
#define FORMS_EVERY_US (INT64_C(60) * 1000000)

/* What every answer of the API says to a browser: keep nothing, guess nothing. */
static void add_common_headers(struct exchange *x)
{
	if (x->id.len)
		answer_header(x, "X-Request-Id", x->id);
	answer_header(x, "X-Content-Type-Options", STR("nosniff"));
	if (!x->answer.standing)
		answer_header(x, "Cache-Control", STR("no-store"));
}

static void check_length(struct exchange *x, size_t most)
{
	struct str length = x->headers[HEADER_CONTENT_LENGTH];
	int64_t bytes;
	struct err e;

	if (length.ptr && !number_parse(length, "Content-Length", 0, (int64_t)most, &bytes, &e))
		problem_answer_status(
		    x, 413, arena_printf(&x->arena, "the body may have at most %zu bytes", most));
}

static size_t body_most_of(const struct route *r)
{
	if (r && r->flags & ROUTE_UPLOAD)
		return (size_t)LIMIT_UPLOAD_BYTES;
	return r && r->flags & ROUTE_FORM ? LIMIT_FORM_BODY_BYTES : LIMIT_REQUEST_BODY_BYTES;
}

static bool answer_asset(struct server *s, struct exchange *x)
{
	x->server = s;
	if (!assets_answer(x))
		return false;
	add_common_headers(x);
	return true;
}

static void begin_route(struct server *s, struct exchange *x, size_t *body_most, bool *to_file)
{
	admit(s, x);
	*to_file = x->route && x->route->flags & ROUTE_UPLOAD;
	*body_most = body_most_of(x->route);
	if (!x->answer.status)
		check_length(x, *body_most);
	if (x->answer.status)
		add_common_headers(x);
}

static struct kept_asked kept_asked_of(struct exchange *x)
{
	const struct str parts[] = { x->path, STR("?"), x->query };

	return (struct kept_asked){ arena_join_all(&x->arena, parts, COUNT(parts)), x->who.roles,
		encoding_takes_gzip(x->headers[HEADER_ACCEPT_ENCODING]), x->at, x->true_until };
}

/* As answer() would have it. */
static void answer_kept(struct exchange *x, const struct kept_answer *kept)
{
	struct response *a = &x->answer;

	a->status = 200;
	a->type = kept->type;
	a->is_packed = kept->is_packed;
	if (kept->varies)
		answer_header(x, "Vary", STR("Accept-Encoding"));
	conditions_tag(x, kept->digest, kept->is_packed);
	if (conditions_are_same(x, kept->digest)) {
		a->status = 304;
		kept_answers_release(kept);
	} else {
		a->kept = kept;
		if (kept->is_packed)
			answer_header(x, "Content-Encoding", STR("gzip"));
	}
	add_common_headers(x);
}

/* Is it kept? The version was read before anything that a new answer is made of: whatever is changed from
 * then on gives the store another one. */
static bool find_kept(struct server *s, struct exchange *x)
{
	const struct kept_answer *kept;
	struct kept_asked asked;

	if (!(x->route->flags & ROUTE_KEPT) || !x->store_version)
		return false;
	asked = kept_asked_of(x);
	kept = kept_answers_find(s->kept, x->store_version, &asked);
	x->may_be_kept = !kept;
	if (!kept)
		return false;
	s->meters.kept++;
	answer_kept(x, kept);
	return true;
}

/* Has it no headers but those that answer_kept() gives it again? */
static bool has_usual_headers(const struct response *a)
{
	return a->header_count ==
	       COMMON_HEADERS + 1U + a->varies + (a->is_packed && a->status == 200); /* 1: the tag */
}

/* On the thread of http, whoever has answered it. */
static void ready(void *ctx, struct exchange *x)
{
	struct server *s = ctx;
	struct response *a = &x->answer;
	struct kept_answer made = { .type = a->type, .varies = a->varies, .is_packed = a->is_packed };
	struct kept_asked asked;

	if (!x->may_be_kept || !a->digest[0] || a->body.len == 0)
		return;
	if (has_usual_headers(a)) {
		asked = kept_asked_of(x);
		memcpy(made.digest, a->digest, sizeof(made.digest));
		a->kept = kept_answers_put(s->kept, x->store_version, &asked, &made, &a->body);
	}
	if (a->status == 200)
		return;
	buf_free(&a->body); /* it is sent to nobody */
	kept_answers_release(a->kept);
	a->kept = NULL;
}

static void begin(void *ctx, struct exchange *x, size_t *body_most, bool *to_file)
{
	if (!answer_asset(ctx, x))
		begin_route(ctx, x, body_most, to_file);
}

/* Runs the handler of the route on the thread's own connection. */
static void answer(void *ctx, struct exchange *x)
{
	struct server *s = ctx;
	struct err e = { 0 };
	bool reads = x->method == METHOD_GET, done;

	if (reads && !db_read_begin(x->db, &e)) {
		problem_answer(x, &e);
		return;
	}
	done = replay_find(x, &e) && (x->answer.status || conditions_hold(x, &e)) &&
	       (x->answer.status || x->route->handle(x, &e));
	if (reads)
		db_read_end(x->db);
	if (done) {
		encoding_choose(x);
		conditions_answer(x);
	} else {
		problem_answer(x, &e);
	}
	replay_keep(x);
	encoding_pack(x);
	if (x->route->flags & ROUTE_SECRET && x->answer.status == 403)
		s->meters.refused_sign_ins++;
	add_common_headers(x);
}

static bool run(void *ctx, struct exchange *x)
{
	struct server *s = ctx;

	if (x->answer.status)
		return true;
	if (x->method != METHOD_GET || x->route->flags & ROUTE_SLOW)
		return false;
	x->db = s->db;
	answer(s, x);
	return true;
}

/* The version is read first: what is kept of who asks and of answers is of its state or of a later one, which
 * has another version, and a version that is gone never comes again. */
static bool ask(void *ctx, struct exchange *x)
{
	struct server *s = ctx;
	struct err later; /* whoever reads then says why not */
	size_t body_most;
	bool to_file;

	if (answer_asset(s, x))
		return true;
	if (!db_version(s->db, &x->store_version, &later))
		x->store_version = 0;
	begin_route(s, x, &body_most, &to_file);
	return x->answer.status || find_kept(s, x) || run(s, x);
}

static enum worker worker_of(const struct exchange *x)
{
	if (x->method == METHOD_GET || x->route->flags & ROUTE_SLOW)
		return WORKER_SLOW; /* a document that is sent only to be looked at changes nothing either */
	return x->route->flags & (ROUTE_SECRET | ROUTE_TELLS_SECRET) ? WORKER_SECRETS : WORKER_CHANGES;
}

static void later(void *ctx, struct exchange *x)
{
	struct server *s = ctx;

	if (workers_take(s->workers, worker_of(x), x))
		return;
	problem_answer_status(x, 503, STR("too much is waiting to be answered: try again in a moment"));
	answer_header(x, "Retry-After", STR("5"));
	http_answered(s->http, x);
}

static void answer_later(void *ctx, struct exchange *x)
{
	struct server *s = ctx;

	answer(s, x);
	http_answered(s->http, x);
}

static void note_used(void *ctx, struct db *db, struct str token, struct instant at)
{
	struct sha256 digest = sha256_of(token);
	struct err e;

	(void)ctx;
	/* where the store is busy it is noted with the next request */
	if (!session_use(db, &digest, at, &e))
		return;
}

static void end(void *ctx, struct exchange *x, size_t sent)
{
	struct server *s = ctx;
	int64_t took_us = instant_now().us - x->at.us;

	meters_count(&s->meters, x->answer.status, took_us, sent);
	access_log(s->log, x, took_us, sent);
}

/* Nobody can sign in before there is a first user: who has started the server gets a word to make one with.
 */
static bool prepare_first(struct server *s, struct err *e)
{
	bool any;

	if (!user_any(s->db, &any, e))
		return false;
	if (!any)
		secret_word(s->first_word);
	s->is_first = !any;
	return true;
}

static bool open_reading(struct server *s, struct err *e)
{
	if (!db_open(s->config.store, DB_READ, &s->db, e))
		return false;
	db_serve(s->db);
	return true;
}

static bool open_parts(struct server *s, struct err *e)
{
	struct worker_task task = { .answer = answer_later, .used = note_used, .ctx = s };
	struct http_handlers handlers = {
		.ctx = s, .ask = ask, .begin = begin, .run = run, .later = later, .ready = ready, .end = end
	};
	struct http_config config = { .address = s->config.address,
		.port = s->config.port,
		.certificate = s->config.certificate,
		.key = s->config.key,
		.trust_proxy = s->config.trust_proxy };

	/* made, and brought up to date, before anybody reads it */
	return db_open(s->config.store, DB_WRITE, &s->last, e) && open_reading(s, e) && prepare_first(s, e) &&
	       (!s->config.log || log_writer_open(s->config.log, &s->log, e)) &&
	       workers_open(s->config.store, &task, &s->workers, e) &&
	       jobs_open(s->config.store, &s->jobs, e) &&
	       (!s->config.alerts.to_count || alerts_open(&s->config, s->log, &s->alerts, e)) &&
	       (!s->config.sync.providers.count || syncing_open(&s->config, s->log, &s->syncing, e)) &&
	       http_open(&config, &handlers, &s->http, e);
}

bool server_open(const struct server_config *config, struct server **out, struct err *e)
{
	struct server *s = memory_alloc(1, sizeof(*s));
	int64_t rate = config->rate ? config->rate : 1;

	s->config = *config;
	s->routes = route_index_new();
	s->requests = rates_new(rate * REQUEST_BURST_SECONDS, 1000000 / rate);
	s->sign_ins = rates_new(SIGN_IN_BURST, SIGN_IN_EVERY_US);
	s->visits = visits_new();
	s->ranking = finding_ranking_new();
	s->kept = kept_answers_new(LIMIT_KEPT_ANSWERS_BYTES);
	s->sessions = known_sessions_new();
	s->forms = rates_new(FORM_BURST, FORM_EVERY_US);
	s->all_forms = rates_new(FORMS_BURST, FORMS_EVERY_US);
	if (!open_parts(s, e)) {
		server_close(s);
		return false;
	}
	*out = s;
	return true;
}

uint16_t server_port(const struct server *s)
{
	return http_port(s->http);
}

struct str server_first_word(const struct server *s)
{
	return s->is_first ? str_of(s->first_word) : STR_NONE;
}

void server_close(struct server *s)
{
	if (!s)
		return;
	if (s->http)
		http_quiesce(s->http);
	workers_close(s->workers);
	jobs_close(s->jobs);
	syncing_close(s->syncing);
	alerts_close(s->alerts);
	http_close(s->http);
	log_writer_close(s->log);
	db_close(s->db);
	db_close(s->last);
	route_index_free(s->routes);
	rates_free(s->requests);
	rates_free(s->sign_ins);
	visits_free(s->visits);
	finding_ranking_free(s->ranking);
	kept_answers_free(s->kept);
	known_sessions_free(s->sessions);
	rates_free(s->forms);
	rates_free(s->all_forms);
	secret_wipe(s->first_word, sizeof(s->first_word));
	free(s);
}
