/*
 * jobs_state - what the files of the jobs share: the jobs themselves, and who waits for news of one.
 */
#pragma once
#include <pthread.h>

#include "server/jobs.h"

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
	struct job_work work;
	char *who;
	struct job_key {
		char *text; /* that its request was sent under; NULL: none */
		struct sha256 digest;
	} key;
	enum job_state state;
	struct instant added_at, ended_at;
	int64_t told; /* counts each thing that is told */
	int64_t done;
	char at[256];
	struct buf result;
	struct err error;
	char file_name[64];
	const char *file_type;
	int file; /* without a name on the disk; -1: none */
};

struct jobs {
	struct db *db;
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t more;
	struct job *kept[JOBS_KEPT]; /* by number, modulo */
	int64_t last, next;	     /* numbers: given, and to be run */
	struct waiter waiters[JOBS_WAITERS];
	size_t waiter_count;
	bool ends, runs;
};

static inline bool job_has_ended(const struct job *job)
{
	return job->state == JOB_DONE || job->state == JOB_FAILED;
}

/* All of these with the lock held. */
struct job *job_find(struct jobs *all, int64_t id); /* NULL: there is none, or none any more */
void job_put(const struct job *job, struct json_out *w);

/* Fails: ERR_ABSENT. */
bool job_absent(int64_t id, struct err *e);
