/*
 * alert - entries of the trail that touch security are told to who has to know, by mail, as soon as they are
 * there (21 CFR 11.300(d): detected attempts are reported at once to the security unit and, as appropriate,
 * to management).
 *
 * What was told is itself an entry ("security.told"), with the number up to which and to whom: the next time
 * begins behind it. A mail that could not be given away is tried again, so one may come twice, never none.
 */
#pragma once
#include "records/trail.h"
#include "store/db.h"

struct alert_config {
	struct str server, user, password; /* of mail; user may be empty */
	struct str from;
	struct str *to;
	size_t to_count;  /* 0: nobody is told */
	struct str title; /* which installation it is; may be empty */
	int64_t pause_us; /* between two mails at least: what comes meanwhile goes into one */
};

/* A JSON file: docs/man/alerts.md. */
MUST_CHECK bool alert_config_read(
    const char *path, struct arena *arena, struct alert_config *out, struct err *e);

/* Up to which entry it was told. Where nothing ever was, it begins with the newest entry, which is noted. */
MUST_CHECK bool alert_begin(
    struct db *db, const struct alert_config *c, struct instant now, int64_t *number, struct err *e);

/* Tells of the entries behind *number, and puts there up to which they were looked at; *events: of so many.
 * db may be written to. ERR_NETWORK where the mail could not be sent: then nothing is told of, and *number
 * stays.
 */
MUST_CHECK bool alert_tell(struct db *db, const struct alert_config *c, struct instant now, int64_t *number,
    int64_t *events, struct err *e);
