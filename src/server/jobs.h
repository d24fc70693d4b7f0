/*
 * jobs - work that takes minutes, on a thread of its own, one after the other: what it has done so far is
 * told to whoever asks, or listens.
 *
 * A job is kept in the store until a hundred later ones have come, and a file that it made beside it: who
 * starts the server again finds what was done, and what was not, which can be asked for again. Nothing goes
 * on by itself then: who asked may be somebody who may no longer, and what ended a server would end the next.
 */
#pragma once
#include "server/exchange.h"

struct jobs;
struct job;

/* Does it: may tell how far it is; writes one JSON value as the result. */
struct job_work {
	const char *kind; /* "feed.import" */
	bool (*run)(void *of, struct db *db, struct job *job, struct json_out *result, struct err *e);
	void (*free)(void *of);
	void *of;
};

MUST_CHECK bool jobs_open(const char *store, struct jobs **out, struct err *e);
/* What runs is ended, what waits is not begun. */
void jobs_close(struct jobs *all);

/* Who changes, for a job that outlives its request: copied into the arena, with the key of the request, which
 * the change keeps; one that was sent without a key gets one, by which it is known whether the change was
 * made. */
struct change_by job_by(struct exchange *x, struct str why, struct arena *arena);
/* Asks anew for what a job that failed was asked for, as who asks now and with the roles of now: the answer
 * of x is another job. ERR_ABSENT where there is none, ERR_DENIED for anybody but who asked, ERR_CONFLICT
 * where it did not fail or its file is gone. */
MUST_CHECK bool job_again(struct exchange *x, int64_t id, struct err *e);
/* Adds what x asks for, and answers it: its number, and where it is told of. work is freed in any case. */
MUST_CHECK bool job_begin(struct exchange *x, const struct job_work *work, struct err *e);
/* The job that was asked for under the key of x: its answer in x, which has none where there is none such.
 * ERR_INPUT where it was another request. */
MUST_CHECK bool job_replay(struct exchange *x, struct err *e);
/* How far it is: so many of something, and what it is at. */
void job_tell(struct job *job, int64_t done, struct str at);

/* What it has made, for whoever asked for it to fetch; it goes when the job does. */
struct job_file {
	const char *type;
	struct str name; /* of letters, digits and -_. */
	struct str bytes;
};
MUST_CHECK bool job_keep(struct job *job, const struct job_file *file, struct err *e);
/* The answer of x. ERR_ABSENT where there is none yet, ERR_DENIED for anybody else. */
MUST_CHECK bool job_answer_file(struct exchange *x, int64_t id, struct err *e);

/* As JSON: all of them, the newest first, in an array; or one. ERR_ABSENT where there is none. */
void jobs_write(struct jobs *all, struct json_out *w);
MUST_CHECK bool job_write(struct jobs *all, int64_t id, struct json_out *w, struct err *e);
/* The answer of x: an event for each thing that is told, until the job has ended. */
MUST_CHECK bool job_stream(struct jobs *all, int64_t id, struct exchange *x, struct err *e);
