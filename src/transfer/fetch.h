/*
 * fetch - one small document over HTTPS, or what a form is answered with.
 *
 * From nowhere but the address that is given: redirects are not followed. Without TLS only from this machine.
 * An answer that is too long, too slow, or none of success is an error.
 */
#pragma once
#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

struct fetch {
	struct str url;
	struct str form;	   /* posted as application/x-www-form-urlencoded; no pointer: GET */
	struct str user, password; /* HTTP Basic; no pointer: without */
};

/* "https://...", or "http://" and this machine; with a host, and nothing that is no character of an address.
 */
bool fetch_is_safe(struct str url);
/* In the arena. ERR_NETWORK for whatever went wrong on the way, ERR_INPUT for an address that is not safe. */
MUST_CHECK bool fetch_text(const struct fetch *f, struct arena *arena, struct str *out, struct err *e);
