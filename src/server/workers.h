/*
 * workers - threads beside the one of http, each with a connection of its own to the store and a line of
 * exchanges.
 */
#pragma once
#include "server/exchange.h"

/* A secret is compared on a thread of its own: who tries many holds up nobody but others who sign in. */
enum worker { WORKER_CHANGES, WORKER_SECRETS, WORKER_SLOW, WORKER_COUNT };

struct workers;

/* answer is called on the worker's thread, with x->db set. */
struct worker_task {
	void (*answer)(void *ctx, struct exchange *x);
	/* A session was used: outside any exchange, on the thread of changes. */
	void (*used)(void *ctx, struct db *db, struct str token, struct instant at);
	void *ctx;
};

MUST_CHECK bool workers_open(
    const char *store, const struct worker_task *task, struct workers **out, struct err *e);
/* False: the line is too long already. */
bool workers_take(struct workers *w, enum worker which, struct exchange *x);
/* Whenever there is time. */
void workers_used(struct workers *w, struct str token, struct instant at);
size_t workers_waiting(struct workers *w, enum worker which);
/* Ends when all lines are empty. */
void workers_close(struct workers *w);
