/*
 * jobs_state - what the files of the jobs share: the jobs themselves, and who waits for news of one.
 */
#pragma once
#include <pthread.h>

#include "server/job_runner.h"
#include "server/jobs.h"
#include "store/job_rows.h"

#define JOBS_KEPT 100U
#define JOBS_WAITERS 64U
#define JOBS_OF_ONE 10U /* that wait or run, of one user: nobody fills the line alone */

enum job_state { JOB_WAITING, JOB_RUNNING, JOB_DONE, JOB_FAILED };

struct waiter {
	void (*wake)(void *ctx);
	void *ctx;
};

struct job {
	struct jobs *all;
	int64_t id;
	struct job_work work; /* of one that an earlier server had: nothing */
	char *kind, *who;
	struct job_key {
		char *text; /* that its request was sent under; empty: none */
		struct sha256 digest;
	} key;
	struct job_asked {
		char *path, *query, *body; /* NULL: it stands in the store, or it cannot be asked for again */
	} asked;
	bool is_kept;	  /* in the store; else as soon as that can be changed */
	bool has_request; /* it can be asked for again */
	enum job_state state;
	struct instant added_at, ended_at;
	int64_t told; /* counts each thing that is told */
	int64_t done;
	char at[256];
	struct buf result;
	char *error, *remedy;
	char file_name[64]; /* "": it made none */
	char *file_type;
	int64_t file_bytes;
};

struct jobs {
	struct db *db;
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t more;
	char runner[JOB_RUNNER_SIZE];
	struct job *kept[JOBS_KEPT]; /* by number, the oldest first */
	size_t count;
	int64_t last; /* number that was given */
	struct waiter waiters[JOBS_WAITERS];
	size_t waiter_count;
	bool ends, runs;
};

static inline bool job_has_ended(const struct job *job)
{
	return job->state == JOB_DONE || job->state == JOB_FAILED;
}

/* In line: *id is its number. ERR_CONFLICT where too many wait; work is freed in any case. On the thread of
 * changes alone. */
bool job_add(struct exchange *x, const struct job_work *work, int64_t *id, struct err *e);
struct job *job_new(struct jobs *all, const struct job_row *row);
void job_free(struct job *job);
/* At the end. With the lock held. */
void job_append(struct jobs *all, struct job *job);

/* In the store, by the connection of who calls. What cannot be kept is told of while the server runs. */
void job_keep_added(struct job *job, struct db *db);
void job_keep_ended(struct job *job, enum job_state ended);
/* What the store has of earlier servers: what they did not end has failed. */
bool job_take_over(struct jobs *all, struct err *e);

/* All of these with the lock held. */
struct job *job_find(struct jobs *all, int64_t id); /* NULL: there is none, or none any more */
void job_put(const struct job *job, struct json_out *w);

/* Fails: ERR_ABSENT. */
bool job_absent(int64_t id, struct err *e);
