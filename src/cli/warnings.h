/*
 * warnings - what has to be said on stderr beside an answer, or its silence would look like safety: old data,
 * components that no source could see, releases without an SBOM.
 */
#pragma once
#include "actions/matching/blind_spots.h"
#include "cli/command.h"
#include "cli/options.h"
#include "store/db.h"

/* For the option tables of commands. */
#define WARNINGS_OPTION                                                                                      \
	{                                                                                                    \
		"stale-after", OPTION_VALUE, NULL                                                            \
	}

/* Of sources whose newest record is as old as --stale-after says. */
MUST_CHECK bool warn_of_age(struct app *app, const struct options *o, struct db *db, struct err *e);
/* Nothing found among no records must not look like safety. */
MUST_CHECK bool warn_of_no_data(struct app *app, struct db *db, struct err *e);
void warn_of_unseen(struct app *app, const struct unseen *u);
void warn_of_bare(struct app *app, const struct blind_spots *spots);

/* Of signals under embargo, of one casefile or of all (0): before something is told outside. */
MUST_CHECK bool warn_of_embargo(struct app *app, struct db *db, int64_t casefile_id, struct err *e);

/* What is true of the whole store; vulnerability: the answer rests on what sources see. */
MUST_CHECK bool warn_of_store(struct app *app, struct db *db, bool vulnerability, struct err *e);
