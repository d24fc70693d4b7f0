/*
 * exchange - one request and the answer to it, without a word of how they travel.
 *
 * http.c fills in the request, admission.c who asks, a handler of api/ the answer. Everything lives in the
 * exchange's arena until the answer has been sent.
 */
#pragma once
#include "base/arena.h"
#include "base/buf.h"
#include "base/time.h"
#include "formats/json_write.h"
#include "records/trail.h"
#include "server/kept_answers.h"
#include "store/db.h"

enum method { METHOD_GET, METHOD_POST, METHOD_PUT, METHOD_PATCH, METHOD_DELETE, METHOD_OTHER };
const char *method_word(enum method m);

/* The headers that are looked at. */
enum header {
	HEADER_ACCEPT_ENCODING,
	HEADER_AUTHORIZATION,
	HEADER_CONTENT_LENGTH,
	HEADER_CONTENT_TYPE,
	HEADER_COOKIE,
	HEADER_CSRF,
	HEADER_FORWARDED_FOR,
	HEADER_FORWARDED_PROTO,
	HEADER_IDEMPOTENCY_KEY,
	HEADER_IF_MATCH,
	HEADER_IF_NONE_MATCH,
	HEADER_REQUEST_ID,
	HEADER_COUNT
};
extern const char *const header_names[HEADER_COUNT];

/* Who asks: a user who has signed in, or one of the user's tokens. */
struct principal {
	struct str name;	  /* no pointer: nobody has signed in */
	unsigned roles;		  /* enum role, joined; of a token no more than it was given */
	struct str token;	  /* the proof, for struct change_by */
	bool by_cookie;		  /* a browser's session: what changes needs the CSRF token too */
	bool lacks_second_factor; /* which one of these roles asks for: nothing but setting it up */
};

struct response {
	int status;	  /* 0: there is none yet */
	const char *type; /* "application/json" */
	struct buf body;
	bool is_packed, varies;	    /* body is sent with gzip; it would be, to others */
	int file;		    /* read to its end and closed, in place of body; 0: none */
	const struct str *standing; /* in place of body: bytes that outlive the server */
	const void *standing_of;    /* answers of the same one with the same status are alike, headers too */
	const struct kept_answer *kept; /* in place of body: released with the exchange */
	char digest[KEPT_DIGEST_SIZE];	/* of the body before it was packed, where it has a tag */
	struct answer_header {
		const char *name;
		struct str value;
	} headers[12];
	size_t header_count;
	const struct answer_stream *stream; /* in place of body: written bit by bit */
	void *stream_of;
};

/* An answer whose end is not known when it begins: server-sent events. */
struct answer_stream {
	/* Up to room bytes; 0: nothing yet, wake is called later; -1: the end. */
	long (*read)(void *of, char *to, size_t room);
	/* Calls wake(ctx) once when there is more to read; at once where there is already. */
	void (*wait)(void *of, void (*wake)(void *ctx), void *ctx);
	void (*end)(void *of);
};

#define EXCHANGE_PARAMS_MOST 4

struct route;
struct server;

struct exchange {
	struct arena arena;
	enum method method;
	bool is_head;
	struct str path; /* still encoded */
	struct str query;
	struct str headers[HEADER_COUNT];
	struct str address; /* of the client; behind a proxy that is trusted what it says */
	bool is_secure;	    /* TLS here or at the proxy */
	struct str id;	    /* of the request, for the log */
	struct instant at;  /* when it came */
	struct str params[EXCHANGE_PARAMS_MOST]; /* what stands for the route's {} words, decoded */
	struct str body;			 /* whole, where the route takes a small one */
	char *file;		/* the path of one that was streamed there; vanishes with the exchange */
	struct request_key key; /* empty: it was given none */
	const struct route *route;
	struct principal who;
	struct server *server;
	struct db *db; /* of the thread that runs the handler */
	struct response answer;
	bool may_be_kept;	   /* the answer, of the state of the store of this version */
	int64_t store_version;	   /* as the thread of http saw it first; 0: not known */
	struct instant true_until; /* the answer, while nothing is changed */
};

void exchange_free(struct exchange *x);

/* The value of a key of the query, decoded; no pointer: it is not there. ERR_INPUT for what is not UTF-8. */
MUST_CHECK bool exchange_query(struct exchange *x, const char *key, struct str *out, struct err *e);
/* The same as a whole number from low to high; absent: it stays. */
MUST_CHECK bool exchange_query_number(
    struct exchange *x, const char *key, int64_t low, int64_t high, int64_t *out, struct err *e);
MUST_CHECK bool exchange_query_date(struct exchange *x, const char *key, struct date *out, struct err *e);
/* The parameter as a number of a record, 1 and up. */
MUST_CHECK bool exchange_number(const struct exchange *x, size_t param, int64_t *out, struct err *e);
/* Percent-decoded (RFC 3986), in the arena; ERR_INPUT for a broken escape, a NUL, what is not UTF-8. */
MUST_CHECK bool percent_decode(
    struct str s, bool plus_is_blank, struct arena *arena, struct str *out, struct err *e);

/* Who changes, when, and why: for actions. */
struct change_by exchange_by(const struct exchange *x, struct str why);

/* The value of a cookie; no pointer: it is not there. */
struct str exchange_cookie(const struct exchange *x, const char *name);

/* A JSON answer begins; answer_json_close ends it, false where it got too large. */
struct json_out *answer_json(struct exchange *x);
MUST_CHECK bool answer_json_close(struct exchange *x, struct json_out *w, struct err *e);
/* The answer tells of days or ages, and may be another one from then on. */
void answer_true_until(struct exchange *x, struct instant until);
/* asked where it is a date; else which day it is for the manufacturer, which the answer then tells of. */
MUST_CHECK bool answer_day(struct exchange *x, struct date asked, struct date *out, struct err *e);
/* Nothing but the status. */
void answer_empty(struct exchange *x, int status);
/* A header; name outlives the answer, value is copied. */
void answer_header(struct exchange *x, const char *name, struct str value);
