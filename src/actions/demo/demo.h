/*
 * demo - fills a store with the demonstration portfolio: a folder with portfolio.json, casefiles.json, SBOMs
 * and feeds.
 *
 * Dates in casefiles.json are written as days from today (@-75), so that the demonstration never looks stale.
 */
#pragma once
#include "actions/feeds/import_feed.h"
#include "records/trail.h"
#include "store/db.h"

/* What is told meanwhile; may be NULL. step: "device Rivulet S3, release 3.2.0", in words. */
struct demo_talk {
	void *ctx;
	void (*step)(void *ctx, const char *text);
};

/* The store must be empty of devices. Today is the date of by.at in UTC. has_people: somebody for each role
 * is enrolled once the firm and its devices are there; what happened then is written, and signed, by them. */
MUST_CHECK bool demo_fill(struct db *db, const char *folder, bool has_people, struct change_by by,
    struct demo_talk talk, struct err *e);
