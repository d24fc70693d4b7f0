/*
 * server - the process that serves a store: its API, and the web app on it.
 *
 * Requests are taken on one thread, which answers what only looks something up; what changes the store waits
 * in line for a second one, as the store has one writer; what takes long (a report, a check of the trail) for
 * a third.
 */
#pragma once
#include <stdint.h>
#include <stdio.h>

#include "actions/feeds/providers.h"
#include "actions/users/alert.h"
#include "actions/users/oidc.h"

/* Whether, and how often, providers of records are asked. */
struct server_sync {
	struct providers providers; /* none: it fetches nothing */
	int64_t every_us;	    /* 0: only when somebody asks for it */
};

struct server_config {
	const char *store;	     /* as for db_open */
	const char *address;	     /* to listen on */
	uint16_t port;		     /* 0: any */
	struct str certificate, key; /* PEM; no pointer: no TLS */
	bool trust_proxy;
	int64_t stale_after; /* days until a source is called old; 0: never */
	int64_t rate; /* requests a second from one address that is not of this machine; 0: any number */
	struct oidc_config oidc;    /* no issuer: nobody signs in at a provider */
	struct alert_config alerts; /* no receivers: nobody is told of security events */
	struct server_sync sync;
	const char *backups; /* the folder of backups; NULL: it makes none */
	FILE *log;	     /* a line of JSON for each request; NULL: none */
};

struct server;

/* Listens from then on. */
MUST_CHECK bool server_open(const struct server_config *config, struct server **out, struct err *e);
uint16_t server_port(const struct server *s);
/* Where nobody can sign in yet: the word with which the first administrator is made, once; else no pointer.
 */
struct str server_first_word(const struct server *s);
/* Finishes what has begun, then ends. */
void server_close(struct server *s);
