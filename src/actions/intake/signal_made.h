/*
 * signal_made - signals that the program makes itself, of findings and of suppliers' advisories.
 *
 * Each is about one vulnerability and all devices it was found in. What a signal was made of once, by
 * vulnerability and device, none is made of again; nor where a casefile is on it already.
 */
#pragma once
#include "records/trail.h"
#include "store/db.h"

/* A signal that would be made; in the arena. */
struct signal_would_be {
	struct str vulnerability, summary, received;
	struct str *devices;
	size_t device_count;
};

struct signals_made {
	bool is_draft; /* of a dry run: would in place of ids */
	struct signal_would_be *would;
	int64_t *ids; /* in the arena */
	size_t count, room;
	size_t passed_over; /* made before, or with a casefile */
};

/* Of findings that have appeared and still stand, on a day of the firm's or later (DATE_NONE: all). device:
 * by name; empty: all. Received when the import was that brought it. Nothing is changed where there is none.
 */
struct signal_findings_query {
	struct date since;
	struct str device;
	bool dry_run; /* nothing is made; by is not looked at */
};
MUST_CHECK bool signals_of_findings(struct db *db, const struct signal_findings_query *query,
    struct change_by by, struct arena *arena, struct signals_made *out, struct err *e);

/* Of what VEX documents, CSAF advisories among them, say is affected or under investigation: components of
 * our releases, or devices by their names. received: an instant with its offset or a day; empty: now. */
struct signal_advisories {
	const char *const *paths;
	size_t count;
	struct str called; /* what the one path is called instead; empty: as it is */
	struct str received;
};
MUST_CHECK bool signals_of_advisories(struct db *db, const struct signal_advisories *what,
    struct change_by by, struct arena *arena, struct signals_made *out, struct err *e);
