/*
 * mail - one message, given to a mail server (SMTP, RFC 5321).
 *
 * Over TLS, from the beginning (smtps) or demanded before anything is said (smtp, STARTTLS, RFC 3207);
 * without it only to this machine. The certificate of the server must hold.
 */
#pragma once
#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

struct mail {
	struct str server;	   /* "smtps://mail.example.com:465" */
	struct str user, password; /* no pointer: without */
	struct str from;	   /* "aftercare@example.com" */
	const struct str *to;
	size_t to_count;
	struct str text; /* with its header fields (RFC 5322), lines ended by CR LF */
};

/* "smtps://..." or "smtp://...", with a host and without a path. */
bool mail_is_server(struct str server);
/* Something, an at sign, something: no blank, no angle bracket, no control character. */
bool mail_is_address(struct str address);
/* ERR_NETWORK for whatever went wrong on the way: then nothing, or everything, may have arrived. */
MUST_CHECK bool mail_send(const struct mail *m, struct err *e);
