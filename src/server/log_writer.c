#include "server/log_writer.h"

#include <inttypes.h>
#include <limits.h>
#include <poll.h>
#include <pthread.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/memory.h"

#define WAITING_MOST ((size_t)1 << 20)
#define PAUSE_NS (20 * 1000 * 1000) /* between two writes: lines that come meanwhile go together */
#define PATIENCE_MS 100		    /* how often who waits for room looks whether it is to end */
#define LAST_TRIES 10

struct log_writer {
	int file;
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t changed;
	struct buf waiting;
	uint64_t lost;
	bool idle; /* the thread waits for the first line */
	bool ending;
};

static bool is_ending(struct log_writer *w)
{
	bool ending;

	pthread_mutex_lock(&w->lock);
	ending = w->ending;
	pthread_mutex_unlock(&w->lock);
	return ending;
}

/* A pipe that has room takes PIPE_BUF bytes at once (POSIX, write); a file takes everything. */
static bool wait_for_room(struct log_writer *w)
{
	struct pollfd one = { .fd = w->file, .events = POLLOUT };
	int tries = 0;

	while (poll(&one, 1, PATIENCE_MS) == 0)
		if (is_ending(w) && ++tries == LAST_TRIES)
			return false;
	return true;
}

/* The lines at the beginning of text that go together. */
static struct str next_piece(struct str text)
{
	size_t len = str_first(text, PIPE_BUF).len;

	while (len > 0 && text.ptr[len - 1] != '\n')
		len--;
	return str_first(text, len ? len : str_index(text, '\n') + 1);
}

/* False: it takes no more. */
static bool write_piece(struct log_writer *w, struct str piece)
{
	while (piece.len > 0) {
		ssize_t wrote;

		if (!wait_for_room(w))
			return false;
		wrote = write(w->file, piece.ptr, str_first(piece, PIPE_BUF).len);
		if (wrote <= 0)
			return false;
		piece = str_from(piece, (size_t)wrote);
	}
	return true;
}

static uint64_t lines_of(struct str text)
{
	uint64_t count = 0;

	for (size_t i = 0; i < text.len; i++)
		count += text.ptr[i] == '\n';
	return count;
}

/* Gives back how many lines were lost. */
static uint64_t write_lines(struct log_writer *w, struct str text)
{
	while (text.len > 0) {
		struct str piece = next_piece(text);

		if (!write_piece(w, piece))
			return lines_of(text);
		text = str_from(text, piece.len);
	}
	return 0;
}

static void tell_lost(struct log_writer *w, uint64_t lost)
{
	SCOPED_BUF line = buf_new(64);

	buf_printf(&line, "{\"lost_lines\":%" PRIu64 "}\n", lost);
	if (write_lines(w, buf_str(&line)) == 0)
		return;
	pthread_mutex_lock(&w->lock);
	w->lost += lost;
	pthread_mutex_unlock(&w->lock);
}

/* The lock is held. False: there is nothing more to come. */
static bool wait_for_lines(struct log_writer *w)
{
	w->idle = true;
	while (w->waiting.len == 0 && !w->ending)
		pthread_cond_wait(&w->changed, &w->lock);
	w->idle = false;
	return w->waiting.len > 0;
}

static void pause_a_moment(struct log_writer *w)
{
	if (!is_ending(w))
		nanosleep(&(struct timespec){ .tv_nsec = PAUSE_NS }, NULL);
}

static void *write_on(void *ctx)
{
	struct log_writer *w = ctx;
	struct buf lines = buf_new(WAITING_MOST);

	pthread_mutex_lock(&w->lock);
	while (wait_for_lines(w)) {
		struct buf taken = w->waiting;
		uint64_t lost = w->lost;

		w->waiting = lines;
		w->lost = 0;
		pthread_mutex_unlock(&w->lock);
		lines = taken;
		lost += write_lines(w, buf_str(&lines));
		if (lost)
			tell_lost(w, lost);
		buf_clear(&lines);
		pause_a_moment(w);
		pthread_mutex_lock(&w->lock);
	}
	pthread_mutex_unlock(&w->lock);
	buf_free(&lines);
	return NULL;
}

void log_writer_add(struct log_writer *w, struct str line)
{
	bool wake;

	pthread_mutex_lock(&w->lock);
	if (line.len > WAITING_MOST - w->waiting.len)
		w->lost++;
	else
		buf_add(&w->waiting, line);
	wake = w->idle;
	w->idle = false;
	pthread_mutex_unlock(&w->lock);
	if (wake)
		pthread_cond_signal(&w->changed);
}

static void free_writer(struct log_writer *w)
{
	buf_free(&w->waiting);
	pthread_cond_destroy(&w->changed);
	pthread_mutex_destroy(&w->lock);
	free(w);
}

bool log_writer_open(FILE *to, struct log_writer **out, struct err *e)
{
	struct log_writer *w = memory_alloc(1, sizeof(*w));

	w->file = fileno(to);
	w->waiting = buf_new(WAITING_MOST);
	pthread_mutex_init(&w->lock, NULL);
	pthread_cond_init(&w->changed, NULL);
	if (pthread_create(&w->thread, NULL, write_on, w) != 0) {
		free_writer(w);
		return err_fail(e, ERR_IO, "no thread for the log");
	}
	*out = w;
	return true;
}

void log_writer_close(struct log_writer *w)
{
	if (!w)
		return;
	pthread_mutex_lock(&w->lock);
	w->ending = true;
	pthread_mutex_unlock(&w->lock);
	pthread_cond_signal(&w->changed);
	pthread_join(w->thread, NULL);
	free_writer(w);
}
