#include "server/admission.h"

#include <arpa/inet.h>
#include <inttypes.h>
#include <stdatomic.h>

#include "base/crypto.h"
#include "limits.h"
#include "server/problem.h"
#include "server/query.h"
#include "server/route.h"
#include "store/users.h"

#define USED_EVERY_US (INT64_C(60) * 1000000) /* that a session is in use is noted so often */
#define REQUEST_ID_MOST 64U

static bool is_plain_id(struct str id)
{
	for (size_t i = 0; i < id.len; i++)
		if (!char_is_alnum(id.ptr[i]) && !memchr("-_.", id.ptr[i], 3))
			return false;
	return id.len > 0 && id.len <= REQUEST_ID_MOST;
}

static char *put_hex(char *to, uint64_t number)
{
	int digits = 1;

	while (digits < 16 && number >> (4 * digits))
		digits++;
	for (int i = digits; i > 0; i--)
		*to++ = "0123456789abcdef"[number >> (4 * (i - 1)) & 15];
	return to;
}

/* "6617bc59bd91c-1": when, and which since the program was started. */
static struct str new_id(struct exchange *x, uint64_t number)
{
	char text[2 * 16 + 1], *end = put_hex(text, (uint64_t)x->at.us);

	*end++ = '-';
	end = put_hex(end, number);
	return arena_copy(&x->arena, (struct str){ text, (size_t)(end - text) });
}

static void name_request(struct exchange *x)
{
	static _Atomic uint64_t last;
	struct str given = x->headers[HEADER_REQUEST_ID];

	x->id = is_plain_id(given) ? given : new_id(x, ++last);
}

static bool is_local(struct str address)
{
	return str_starts(address, STR("127.")) || str_eq(address, STR("::1"));
}

/* Who is counted: of IPv6 the /64, which one household or machine has for itself. */
static struct str network_of(struct exchange *x)
{
	unsigned char bytes[16];
	char hex[17];

	if (inet_pton(AF_INET6, arena_text(&x->arena, x->address), bytes) != 1 ||
	    IN6_IS_ADDR_V4MAPPED((const struct in6_addr *)(const void *)bytes))
		return x->address;
	hex_write(bytes, 8, hex);
	return arena_copy(&x->arena, str_first(str_of(hex), 16));
}

static bool refuse_wait(struct server *s, struct exchange *x, int64_t wait_us, struct str why)
{
	if (wait_us == 0)
		return true;
	s->meters.limited++;
	problem_answer_status(x, 429, why);
	answer_header(x, "Retry-After", arena_printf(&x->arena, "%" PRId64, wait_us / 1000000 + 1));
	return false;
}

/* How often this address may ask, by what the route is. */
static bool check_address(struct server *s, struct exchange *x)
{
	static const struct str why = { "too many requests from this address: wait a moment", 50 };
	struct str network = network_of(x);
	unsigned flags = x->route->flags;

	if (!(flags & ROUTE_UNRATED) && s->config.rate && !is_local(x->address) &&
	    !refuse_wait(s, x, rates_take(s->requests, network, x->at), why))
		return false;
	if (flags & ROUTE_SECRET && !refuse_wait(s, x, rates_take(s->sign_ins, network, x->at), why))
		return false;
	return !(flags & ROUTE_FORM) || refuse_wait(s, x, rates_take(s->forms, network, x->at), why);
}

/* The public form, from many addresses at once. Whoever has signed in records signals elsewhere, and is not
 * held up by it. */
static bool check_all(struct server *s, struct exchange *x)
{
	return !(x->route->flags & ROUTE_FORM) ||
	       refuse_wait(s, x, rates_take(s->all_forms, STR("all"), x->at),
		   STR("too many reports are coming in at present: send it again later"));
}

static bool refuse(struct exchange *x, int status, struct str detail)
{
	problem_answer_status(x, status, detail);
	return false;
}

static bool find_route(const struct server *s, struct exchange *x)
{
	struct err e = { 0 };
	struct str allowed;

	x->route = route_find(x, s->routes, &allowed, &e);
	if (x->route)
		return true;
	if (e.code)
		return refuse(x, 400, arena_copy(&x->arena, str_of(e.text)));
	if (allowed.len == 0)
		return refuse(x, 404, STR("there is nothing at this address"));
	problem_answer_status(
	    x, 405, arena_printf(&x->arena, "this address knows " STR_FMT, STR_ARG(allowed)));
	answer_header(x, "Allow", allowed);
	return false;
}

/* What proves who asks; no pointer: nothing. */
static struct str proof_of(struct exchange *x)
{
	struct str bearer = x->headers[HEADER_AUTHORIZATION];

	if (str_starts_nocase(bearer, STR("Bearer ")))
		return str_trim(str_from(bearer, 7));
	x->who.by_cookie = true;
	return exchange_cookie(x, x->is_secure ? SESSION_COOKIE_SECURE : SESSION_COOKIE);
}

/* Nothing is kept of a request that does not know which state of the store it sees. */
static bool find_session(struct server *s, struct exchange *x, struct str proof, struct session_row *session,
    bool *found, struct err *e)
{
	struct sha256 digest = sha256_of(proof);
	const struct session_row *known =
	    x->store_version ? known_sessions_find(s->sessions, x->store_version, &digest) : NULL;

	if (known) {
		*found = true;
		*session = *known;
		session->name = arena_copy(&x->arena, known->name);
		return true;
	}
	if (!session_find(s->db, &digest, &x->arena, session, found, e))
		return false;
	if (*found && x->store_version)
		known_sessions_keep(s->sessions, x->store_version, &digest, session);
	return true;
}

static bool identify(struct server *s, struct exchange *x, struct err *e)
{
	struct str token = proof_of(x);
	struct session_row session;
	bool found;

	if (!token.ptr)
		return true;
	if (!find_session(s, x, token, &session, &found, e))
		return false;
	if (!found || session_is_over(&session, x->at) || session.state != USER_ACTIVE)
		return true;
	x->who.name = session.name;
	x->who.roles = session.roles;
	x->who.token = token;
	x->who.lacks_second_factor = session.lacks_second_factor;
	if (x->at.us - session.used_at.us > USED_EVERY_US)
		workers_used(s->workers, token, x->at);
	return true;
}

const char *csrf_of(struct str token, char out[CSRF_SIZE])
{
	struct sha256_stream *stream = sha256_open();
	struct sha256 digest;

	sha256_add(stream, STR("aftercare csrf 1"));
	sha256_add(stream, token);
	digest = sha256_close(stream);
	hex_write(digest.bytes, (CSRF_SIZE - 1) / 2, out);
	return out;
}

/* A page of somebody else's can send a request with our cookie, but cannot read ours. */
static bool is_forged(const struct exchange *x)
{
	char csrf[CSRF_SIZE];

	return x->method != METHOD_GET && x->who.by_cookie && x->who.name.ptr &&
	       !str_eq(x->headers[HEADER_CSRF], str_of(csrf_of(x->who.token, csrf)));
}

static bool is_json(struct str type)
{
	struct str word = str_trim(str_first(type, str_index(type, ';')));

	return str_eq_nocase(word, STR("application/json"));
}

static bool check_caller(struct exchange *x)
{
	const struct route *r = x->route;

	if (is_forged(x))
		return refuse(x, 403, STR("X-CSRF-Token is missing or not that of the session"));
	if (r->flags & ROUTE_PUBLIC)
		return true;
	if (!x->who.name.ptr) {
		problem_answer_status(x, 401, STR("nobody has signed in, or the session has ended: sign in"));
		answer_header(x, "WWW-Authenticate", STR("Bearer"));
		return false;
	}
	if (x->who.lacks_second_factor && !(r->flags & ROUTE_OWN))
		return refuse(x, 403, STR("your roles ask for a second factor: set one up first"));
	if (r->roles && !(r->roles & x->who.roles))
		return refuse(x, 403, STR("your roles do not permit this"));
	return true;
}

/* A form of another page can post anything but JSON without being asked. */
static bool check_body_type(struct exchange *x)
{
	bool has_body =
	    x->headers[HEADER_CONTENT_LENGTH].len && !str_eq(x->headers[HEADER_CONTENT_LENGTH], STR("0"));

	if (x->method == METHOD_GET || x->route->flags & ROUTE_UPLOAD || (!has_body && x->who.name.ptr) ||
	    is_json(x->headers[HEADER_CONTENT_TYPE]))
		return true;
	return refuse(x, 415, STR("the body is expected as application/json"));
}

void admit(struct server *s, struct exchange *x)
{
	struct err e = { 0 };

	name_request(x);
	if (!find_route(s, x) || !check_address(s, x) || !check_all(s, x))
		return;
	if (!identify(s, x, &e)) {
		problem_answer(x, &e);
		return;
	}
	if (!check_caller(x))
		return;
	if (query_check(x, &e))
		check_body_type(x);
	else
		problem_answer(x, &e);
}
