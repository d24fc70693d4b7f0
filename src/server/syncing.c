#include "server/syncing.h"

#include <pthread.h>
#include <stdlib.h>
#include <time.h>

#include "actions/clock.h"
#include "actions/feeds/sync_feeds.h"
#include "base/memory.h"
#include "records/user.h"
#include "server/access_log.h"
#include "store/providers.h"

#define LOOK_SECONDS 20
#define RETRY_US (INT64_C(3600) * 1000000) /* a provider that fails is asked again earlier */

/* Who wants which providers: names in an arena, none: all. */
struct request {
	struct change_by by;
	struct str *names;
	size_t count;
};

struct syncing {
	const struct server_config *config;
	struct log_writer *log;
	struct db *db;
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t news;

	/* with the lock */
	bool ends, asked, runs;
	struct arena arena; /* of what was asked for */
	struct request request;
	char provider[64], url[256]; /* at which it is */
	size_t documents;
};

static bool is_to_end(void *ctx)
{
	struct syncing *s = ctx;
	bool ends;

	pthread_mutex_lock(&s->lock);
	ends = s->ends;
	pthread_mutex_unlock(&s->lock);
	return ends;
}

static void put(char *to, size_t size, struct str text)
{
	struct str first = str_first(text, size - 1);

	memcpy(to, first.ptr ? first.ptr : "", first.len);
	to[first.len] = '\0';
}

static void take_place(void *ctx, struct str provider, struct str url, size_t documents)
{
	struct syncing *s = ctx;

	pthread_mutex_lock(&s->lock);
	put(s->provider, sizeof(s->provider), provider);
	put(s->url, sizeof(s->url), url);
	s->documents = documents;
	pthread_mutex_unlock(&s->lock);
}

static void tell_failure(struct syncing *s, struct str provider, struct str why)
{
	struct err e = { 0 };

	err_fail(&e, ERR_NETWORK, STR_FMT ": %.*s", STR_ARG(provider), STR_WHOLE(why));
	access_log_failure(s->log, "sync_failed", instant_now(), &e);
}

static void run(struct syncing *s, struct request r)
{
	struct sync sync = { .providers = &s->config->sync.providers,
		.only = r.names,
		.only_count = r.count,
		.talk = { .ctx = s, .fetching = take_place, .stop = is_to_end } };
	SCOPED_ARENA arena = { 0 };
	struct sync_done *done;
	struct err e = { 0 };
	size_t count;

	r.by.at = instant_now();
	if (!sync_feeds(s->db, &sync, r.by, &arena, &done, &count, &e)) {
		access_log_failure(s->log, "sync_failed", instant_now(), &e);
		return;
	}
	for (size_t i = 0; i < count; i++)
		if (done[i].failure.len)
			tell_failure(s, done[i].provider, done[i].failure);
}

static const struct provider_sync *row_of(const struct provider_sync *rows, size_t count, struct str name)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq(rows[i].provider, name))
			return &rows[i];
	return NULL;
}

static bool is_due(const struct syncing *s, const struct provider_sync *row, struct instant now)
{
	int64_t every = s->config->sync.every_us;

	if (!row)
		return true;
	if (row->failure.len && every > RETRY_US)
		every = RETRY_US;
	return now.us - row->asked.us >= every;
}

/* Those that it is time for; false where there are none. */
static bool choose_due(struct syncing *s, struct arena *arena, struct request *out)
{
	const struct providers *all = &s->config->sync.providers;
	struct provider_sync *rows;
	struct err e = { 0 };
	size_t count;

	*out = (struct request){ .by = { .program = ROLE_FEED_SYNC, .why = STR("by the clock") } };
	if (s->config->sync.every_us == 0)
		return false;
	if (!provider_sync_list(s->db, arena, &rows, &count, &e)) {
		access_log_failure(s->log, "sync_failed", instant_now(), &e);
		return false;
	}
	out->names = arena_alloc(arena, all->count, sizeof(*out->names));
	for (size_t i = 0; i < all->count; i++)
		if (is_due(s, row_of(rows, count, all->items[i].name), instant_now()))
			out->names[out->count++] = all->items[i].name;
	return out->count > 0;
}

/* With the lock, which is given back meanwhile. */
static void run_unlocked(struct syncing *s, struct request r)
{
	s->runs = true;
	pthread_mutex_unlock(&s->lock);
	run(s, r);
	pthread_mutex_lock(&s->lock);
	s->runs = s->asked = false;
	s->provider[0] = '\0';
	arena_reset(&s->arena);
}

/* Likewise. */
static void run_due(struct syncing *s)
{
	SCOPED_ARENA arena = { 0 };
	struct request due;
	bool any;

	pthread_mutex_unlock(&s->lock);
	any = choose_due(s, &arena, &due);
	pthread_mutex_lock(&s->lock);
	if (any && !s->asked && !s->ends)
		run_unlocked(s, due);
}

/* With the lock: until somebody asks, it is to end, or it is time to look again. */
static void wait_a_while(struct syncing *s)
{
	struct timespec until;

	clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_sec += LOOK_SECONDS;
	while (!s->ends && !s->asked && pthread_cond_timedwait(&s->news, &s->lock, &until) == 0)
		;
}

static void *work(void *ctx)
{
	struct syncing *s = ctx;

	pthread_mutex_lock(&s->lock);
	while (!s->ends) {
		if (s->asked)
			run_unlocked(s, s->request);
		else
			run_due(s);
		wait_a_while(s);
	}
	pthread_mutex_unlock(&s->lock);
	return NULL;
}

static void free_syncing(struct syncing *s)
{
	pthread_cond_destroy(&s->news);
	pthread_mutex_destroy(&s->lock);
	arena_free(&s->arena);
	db_close(s->db);
	free(s);
}

bool syncing_open(
    const struct server_config *config, struct log_writer *log, struct syncing **out, struct err *e)
{
	struct syncing *s = memory_alloc(1, sizeof(*s));
	pthread_condattr_t by_clock;
	bool done;

	s->config = config;
	s->log = log;
	pthread_mutex_init(&s->lock, NULL);
	pthread_condattr_init(&by_clock);
	pthread_condattr_setclock(&by_clock, CLOCK_MONOTONIC);
	pthread_cond_init(&s->news, &by_clock);
	pthread_condattr_destroy(&by_clock);
	done = db_open(config->store, DB_CHANGE, &s->db, e);
	if (done && pthread_create(&s->thread, NULL, work, s) != 0)
		done = err_fail(e, ERR_IO, "no thread for fetching");
	if (!done) {
		free_syncing(s);
		return false;
	}
	*out = s;
	return true;
}

void syncing_close(struct syncing *s)
{
	if (!s)
		return;
	pthread_mutex_lock(&s->lock);
	s->ends = true;
	pthread_cond_signal(&s->news);
	pthread_mutex_unlock(&s->lock);
	pthread_join(s->thread, NULL);
	free_syncing(s);
}

static bool check_names(const struct syncing *s, const struct str *names, size_t count, struct err *e)
{
	for (size_t i = 0; i < count; i++)
		if (!provider_find(&s->config->sync.providers, names[i]))
			return err_fail(
			    e, ERR_USAGE, "there is no provider \"" STR_FMT "\"", STR_ARG(names[i]));
	return true;
}

static struct request copy_request(
    struct arena *arena, struct change_by by, const struct str *names, size_t count)
{
	struct request r = { .by = { .who = arena_copy_optional(arena, by.who),
				 .why = arena_copy_optional(arena, by.why),
				 .token = arena_copy_optional(arena, by.token) },
		.names = arena_alloc(arena, count, sizeof(*r.names)),
		.count = count };

	for (size_t i = 0; i < count; i++)
		r.names[i] = arena_copy(arena, names[i]);
	return r;
}

bool syncing_ask(struct syncing *s, struct change_by by, const struct str *names, size_t count, struct err *e)
{
	bool free_for_it;

	if (!check_names(s, names, count, e))
		return false;
	pthread_mutex_lock(&s->lock);
	free_for_it = !s->runs && !s->asked;
	if (free_for_it) {
		s->asked = true;
		s->request = copy_request(&s->arena, by, names, count);
		pthread_cond_signal(&s->news);
	}
	pthread_mutex_unlock(&s->lock);
	return free_for_it || err_fail(e, ERR_CONFLICT, "records are being fetched already");
}

void syncing_write(struct syncing *s, struct json_out *w)
{
	pthread_mutex_lock(&s->lock);
	if (s->asked || s->provider[0]) {
		json_open_object(w);
		json_field_text(w, "provider", str_of(s->provider));
		json_field_text(w, "url", str_of(s->url));
		json_field_int(w, "documents", (int64_t)s->documents);
		json_close_object(w);
	} else {
		json_put_null(w);
	}
	pthread_mutex_unlock(&s->lock);
}
