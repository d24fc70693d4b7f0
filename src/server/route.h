/*
 * route - what can be asked for: method, path, who may, and the handler, a row each.
 *
 * The rows stand beside their handlers in api/, a table for each resource; routes.c lists the tables.
 */
#pragma once
#include "server/exchange.h"

/* True: x->answer holds the answer. False: *e is answered as a problem. */
typedef bool route_handler(struct exchange *x, struct err *e);

enum route_flag {
	ROUTE_PUBLIC = 1,	 /* without having signed in */
	ROUTE_SLOW = 2,		 /* on the thread of slow work, which changes nothing: reports, checks */
	ROUTE_UPLOAD = 4,	 /* the body is a file, not JSON */
	ROUTE_UNRATED = 8,	 /* takes no part in the limit of requests: files of the app */
	ROUTE_SECRET = 16,	 /* takes a secret: an address may try it now and then */
	ROUTE_TELLS_SECRET = 32, /* in its answer, which is kept nowhere and never packed */
	ROUTE_OWN = 128,  /* one's own sign-in: also for who lacks a second factor that the roles ask for */
	ROUTE_KEPT = 256, /* the answer hangs on nothing but what is asked for, the roles, the store and
			     true_until: it may be kept (kept_answers.h) */
	ROUTE_FORM = 64 /* changes something without signing in: an address may send a few, and small ones */
};

struct route {
	enum method method;
	const char *path; /* "/api/v1/devices/{device}" */
	route_handler *handle;
	unsigned flags;
	unsigned
	    roles; /* that may ask; 0: any. What changes is permitted by the action: records/authority.h */
	const char
	    *what; /* what the trail calls it where it changes something; "casefile.*" for one of several */
};

/* Ended by a row without a path. */
extern const struct route *const route_tables[];

/* All rows, by the letter in which most of their paths differ. Nothing changes it: any thread may ask it. */
struct route_index;
struct route_index *route_index_new(void);
void route_index_free(struct route_index *index);

/* The route of the exchange, with its parameters; NULL: there is none. *allowed: methods that the path knows,
 * for "Allow"; empty: no such path. */
const struct route *route_find(
    struct exchange *x, const struct route_index *index, struct str *allowed, struct err *e);
