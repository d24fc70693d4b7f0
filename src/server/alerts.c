#include "server/alerts.h"

#include <pthread.h>
#include <stdlib.h>
#include <time.h>

#include "actions/clock.h"
#include "base/memory.h"
#include "server/access_log.h"
#include "store/trails.h"

#define LOOK_SECONDS 1
#define SECOND_US INT64_C(1000000)
#define RETRY_US (10 * SECOND_US) /* after the first failure; twice as long after each further one */
#define RETRY_MOST_US (600 * SECOND_US)

struct alerts {
	const struct server_config *config;
	struct log_writer *log;
	struct db *read, *write;
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t ends;
	bool ending;
	int64_t told_to;      /* number of an entry */
	struct instant later; /* not before */
	int64_t retry_us;     /* 0: the last one went well */
};

static void try_later(struct alerts *a, struct instant now, const struct err *why)
{
	access_log_failure(a->log, "alert_failed", now, why); /* who watches the process has to know */
	a->retry_us = a->retry_us ? 2 * a->retry_us : RETRY_US;
	if (a->retry_us > RETRY_MOST_US)
		a->retry_us = RETRY_MOST_US;
	a->later = (struct instant){ now.us + a->retry_us };
}

static void look(struct alerts *a, bool at_once)
{
	struct instant now = instant_now();
	struct sha256 digest;
	int64_t head, events = 0;
	struct err e;

	if (!at_once && now.us < a->later.us)
		return;
	if (!trail_head(a->read, &head, &digest, &e)) {
		try_later(a, now, &e);
		return;
	}
	if (head <= a->told_to)
		return;
	if (!alert_tell(a->write, &a->config->alerts, now, &a->told_to, &events, &e)) {
		try_later(a, now, &e);
		return;
	}
	a->retry_us = 0;
	if (events > 0)
		a->later = (struct instant){ now.us + a->config->alerts.pause_us };
}

/* True when it is to end. */
static bool wait_a_while(struct alerts *a)
{
	struct timespec until;
	bool ending;

	clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_sec += LOOK_SECONDS;
	pthread_mutex_lock(&a->lock);
	if (!a->ending)
		pthread_cond_timedwait(&a->ends, &a->lock, &until);
	ending = a->ending;
	pthread_mutex_unlock(&a->lock);
	return ending;
}

static void *watch(void *ctx)
{
	struct alerts *a = ctx;

	while (!wait_a_while(a))
		look(a, false);
	look(a, true);
	return NULL;
}

static void free_alerts(struct alerts *a)
{
	pthread_cond_destroy(&a->ends);
	pthread_mutex_destroy(&a->lock);
	db_close(a->read);
	db_close(a->write);
	free(a);
}

bool alerts_open(
    const struct server_config *config, struct log_writer *log, struct alerts **out, struct err *e)
{
	struct alerts *a = memory_alloc(1, sizeof(*a));
	pthread_condattr_t by_clock;
	bool done;

	a->config = config;
	a->log = log;
	pthread_mutex_init(&a->lock, NULL);
	pthread_condattr_init(&by_clock);
	pthread_condattr_setclock(&by_clock, CLOCK_MONOTONIC);
	pthread_cond_init(&a->ends, &by_clock);
	pthread_condattr_destroy(&by_clock);
	done = db_open(config->store, DB_READ, &a->read, e) &&
	       db_open(config->store, DB_CHANGE, &a->write, e) &&
	       alert_begin(a->write, &config->alerts, instant_now(), &a->told_to, e);
	if (done && pthread_create(&a->thread, NULL, watch, a) != 0)
		done = err_fail(e, ERR_IO, "no thread for alerts");
	if (!done) {
		free_alerts(a);
		return false;
	}
	*out = a;
	return true;
}

void alerts_close(struct alerts *a)
{
	if (!a)
		return;
	pthread_mutex_lock(&a->lock);
	a->ending = true;
	pthread_cond_signal(&a->ends);
	pthread_mutex_unlock(&a->lock);
	pthread_join(a->thread, NULL);
	free_alerts(a);
}
