/*
 * user - people who act in the store, and what each of them may do (21 CFR 11.10(d), (g), (i), (j); 11.100;
 * 11.300).
 *
 * A user is never taken out and a name never given to anybody else; who leaves is disabled.
 */
#pragma once
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/time.h"

enum role {
	ROLE_READER = 1,
	ROLE_SECURITY = 2,    /* product-security engineer */
	ROLE_REGULATORY = 4,  /* regulatory-affairs specialist */
	ROLE_REVIEWER = 8,    /* reviews and approves what others wrote */
	ROLE_DESIGNATED = 16, /* the person of 21 CFR 806.20(b)(4) */
	ROLE_ADMINISTRATOR = 32,
	/* of no user: what the program itself records */
	ROLE_PUBLIC_FORM = 64, /* what comes in by the public form */
	ROLE_ALERTS = 128,     /* that security events were told of */
	ROLE_FEED_SYNC = 256   /* what providers have that is new, fetched by the clock */
};

/* Who records it; no user can have such a name, as it has a blank. */
#define PUBLIC_FORM "public form"
#define SECURITY_ALERTS "security alerts"
#define FEED_SYNC "feed sync"

enum user_state { USER_ACTIVE = 1, USER_DISABLED = 2 };

struct user {
	int64_t id;
	struct str name;      /* the id code, 11.300(a) */
	struct str full_name; /* printed beside signatures, 11.50(a)(1) */
	unsigned roles;	      /* enum role, joined */
	enum user_state state;
	struct str secret;	  /* Argon2id; empty: none, nobody can sign in */
	struct instant secret_at; /* when it was set */
	bool one_time;		  /* it must be changed at the next sign-in */
	int64_t failures;	  /* sign-ins refused since the last one that was not */
	struct instant locked_until;
	struct instant created_at;
	struct str attested_by; /* who verified the identity, 11.100(b); empty: nobody yet */
	struct date attested_on;
	struct str accepted; /* the edition of the accountability statement, 11.10(j); empty: none */
	struct str training; /* reference of the training record, 11.10(i); may be empty */
	struct date training_until;
	struct str reset_by; /* the administrator who asked for a new secret; empty: nobody */
	bool has_second_factor;
	struct instant signed_in_at; /* last; INSTANT_NONE: never */
};

/* "security, regulatory"; unknown words are an error that lists the known ones. */
MUST_CHECK bool roles_parse(struct str words, unsigned *roles, struct err *e);
void roles_write(unsigned roles, struct buf *out);

/* 2 to 32 lower-case letters, digits, "." "-" "_", a letter first: so no two differ in case alone. */
MUST_CHECK bool user_name_check(struct str name, struct err *e);
/* At least 12 characters, not all alike, and without the name in them. */
MUST_CHECK bool user_secret_check(struct str name, struct str secret, struct err *e);

/* What a user accepts before the first signature; the edition changes with the text. */
#define USER_STATEMENT_EDITION "1"
extern const char user_statement[];

/* A number of failures in a row locks the user for a while. */
#define USER_FAILURES_MOST 5
#define USER_LOCK_US (INT64_C(15) * 60 * 1000000)
/* A session ends after so long without use, and in any case after so long. */
#define SESSION_IDLE_US (INT64_C(30) * 60 * 1000000)
#define SESSION_MOST_US (INT64_C(12) * 3600 * 1000000)
