/*
 * admission - may this request be answered? Who asks, from where, how often, and whether the browser's user
 * wanted it.
 */
#pragma once
#include "server/state.h"

#define SESSION_COOKIE "aftercare"
#define SESSION_COOKIE_SECURE "__Host-aftercare" /* over TLS: the name makes browsers insist on it */

/* Finds the route and who asks. An answer in x refuses. */
void admit(struct server *s, struct exchange *x);

#define CSRF_SIZE 33
/* What a page must send back in X-CSRF-Token with every change: only a page of ours can have read it. */
const char *csrf_of(struct str token, char out[CSRF_SIZE]);
