/*
 * http - the edge where requests come in: libmicrohttpd, on one thread.
 *
 * It makes an exchange of each request, asks whether to take it when the headers are there, streams its body
 * into memory or a file, and has it answered: at once on this thread, or later by whoever it is handed to. A
 * client that is slow, half gone or sends nonsense holds no thread.
 */
#pragma once
#include "server/exchange.h"

/* What an exchange is asked for. All but done_later's caller run on the thread of http. */
struct http_handlers {
	void *ctx;
	/* A request without a body: begin() and run() in one. */
	bool (*ask)(void *ctx, struct exchange *x);
	/* The headers are there: may answer, which refuses the body. *body_most: how many bytes of body are
	 * taken; *to_file: into a file. */
	void (*begin)(void *ctx, struct exchange *x, size_t *body_most, bool *to_file);
	/* The body is there. True: it is answered; false: it is to be handed to later(). */
	bool (*run)(void *ctx, struct exchange *x);
	/* Takes it on; from then on it is answered by http_answered(), on any thread. */
	void (*later)(void *ctx, struct exchange *x);
	/* It is answered, and about to be sent. */
	void (*ready)(void *ctx, struct exchange *x);
	/* The answer has been sent, or the client is gone. */
	void (*end)(void *ctx, struct exchange *x, size_t sent);
};

struct http_config {
	const char *address;	     /* "127.0.0.1", "::1" */
	uint16_t port;		     /* 0: any that is free */
	struct str certificate, key; /* PEM; without: no TLS */
	bool trust_proxy;	     /* X-Forwarded-For and -Proto tell the truth */
};

struct http;

/* ERR_IO where the port is taken or there is no such address. */
MUST_CHECK bool http_open(
    const struct http_config *config, const struct http_handlers *handlers, struct http **out, struct err *e);
uint16_t http_port(const struct http *h);
void http_answered(struct http *h, struct exchange *x);
/* No new connections from now on. */
void http_quiesce(struct http *h);
void http_close(struct http *h);
