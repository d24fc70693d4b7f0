/*
 * job_rows - what is kept of the work that a server makes beside its requests, so that it can tell of it
 * after it was started again.
 *
 * No part of the audit trail: what a job changes leaves its entries there by itself.
 */
#pragma once
#include "records/trail.h"
#include "store/db.h"

/* How it was asked for; without a path it cannot be asked for again: its file is gone. */
struct job_request {
	struct str path, query, body;
};

struct job_row {
	int64_t id;
	struct str runner; /* which run of a server has it */
	struct str who, kind;
	struct request_key key;
	bool has_request;
	struct instant added_at, ended_at; /* INSTANT_NONE: it waits or runs */
	struct str error, remedy;	   /* no pointer: it was done */
	struct str result;		   /* one JSON value */
	struct str file_name, file_type;   /* no pointer: it made none */
	int64_t file_bytes;
};

/* Nothing where its number is taken, by another server on the same store. */
MUST_CHECK bool job_row_add(
    struct db *db, const struct job_row *row, const struct job_request *request, struct err *e);
/* What it came to: of the row everything from ended_at on. */
MUST_CHECK bool job_row_end(struct db *db, const struct job_row *row, struct err *e);
/* All of them, the oldest first, in the arena; of a file its name and type. */
MUST_CHECK bool job_row_list(
    struct db *db, struct arena *arena, struct job_row **out, size_t *count, struct err *e);
MUST_CHECK bool job_row_request(
    struct db *db, int64_t id, struct arena *arena, struct job_request *out, bool *found, struct err *e);
/* It is not to be asked for again: it was done. */
MUST_CHECK bool job_row_forget_request(struct db *db, int64_t id, struct err *e);
/* All but the newest of those that have ended go, and the oldest files where there are more bytes of them. */
MUST_CHECK bool job_row_trim(struct db *db, int64_t kept, int64_t file_bytes, struct err *e);

/* In place of what is there: part by part, so that nobody who changes the store waits for all of it. */
MUST_CHECK bool job_file_put(struct db *db, int64_t id, struct str bytes, struct err *e);
MUST_CHECK bool job_file_drop(struct db *db, int64_t id, struct err *e);
struct job_file_sink {
	void *ctx;
	void (*take)(void *ctx, struct str bytes);
};
/* *bytes: how many there were; 0: there is none. */
MUST_CHECK bool job_file_read(
    struct db *db, int64_t id, struct job_file_sink out, int64_t *bytes, struct err *e);
