/* Lines of a log, and a reader that does not read. */
#include "check.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/number.h"
#include "server/log_writer.h"

#define THREADS 4
#define LINES_EACH 2000
#define LINE_LEN 64

struct pipe_ends {
	int from;
	FILE *to;
};

static struct pipe_ends open_pipe(void)
{
	int ends[2];

	assert_int_equal(pipe(ends), 0);
	return (struct pipe_ends){ ends[0], fdopen(ends[1], "w") };
}

static struct log_writer *open_writer(FILE *to)
{
	struct log_writer *w;
	struct err e;

	assert_true(log_writer_open(to, &w, &e));
	return w;
}

static void add_line(struct log_writer *w, int who, int number)
{
	char line[LINE_LEN + 1];

	snprintf(line, sizeof(line), "%d %-*d\n", who, LINE_LEN - 3, number);
	log_writer_add(w, str_of(line));
}

/* What was read of a pipe until its end: lines of ours by who and number, and how many were lost. */
struct heard {
	int from;
	int64_t next[THREADS];
	int64_t count, lost;
};

static int64_t number_in(struct str text, int64_t most)
{
	int64_t number = -1;
	struct err e;

	assert_true(number_parse(str_trim(text), "number", 0, most, &number, &e));
	return number;
}

static void hear_line(struct heard *h, struct str line)
{
	struct str lost = STR("{\"lost_lines\":");
	int64_t who, number;

	if (str_starts(line, lost)) {
		line = str_from(line, lost.len);
		h->lost += number_in(str_first(line, str_index(line, '}')), INT32_MAX);
		return;
	}
	assert_int_equal(line.len, LINE_LEN);
	who = number_in(str_first(line, 1), THREADS - 1);
	number = number_in(str_from(line, 2), INT32_MAX);
	assert_true(number >= h->next[who]);
	h->next[who] = number + 1;
	h->count++;
}

static void *hear(void *ctx)
{
	struct heard *h = ctx;
	FILE *from = fdopen(h->from, "r");
	char line[2 * LINE_LEN];

	while (fgets(line, sizeof(line), from))
		hear_line(h, str_of(line));
	fclose(from);
	return NULL;
}

struct adding {
	struct log_writer *w;
	int who;
	pthread_t thread;
};

static void *add_lines(void *ctx)
{
	struct adding *a = ctx;

	for (int i = 0; i < LINES_EACH; i++)
		add_line(a->w, a->who, i);
	return NULL;
}

static void lines_of_several_threads_arrive_whole_and_in_order(void **state)
{
	struct pipe_ends p = open_pipe();
	struct heard heard = { .from = p.from };
	struct adding adding[THREADS];
	struct log_writer *w = open_writer(p.to);
	pthread_t reader;

	(void)state;
	assert_int_equal(pthread_create(&reader, NULL, hear, &heard), 0);
	for (int i = 0; i < THREADS; i++) {
		adding[i] = (struct adding){ .w = w, .who = i };
		assert_int_equal(pthread_create(&adding[i].thread, NULL, add_lines, &adding[i]), 0);
	}
	for (int i = 0; i < THREADS; i++)
		pthread_join(adding[i].thread, NULL);
	log_writer_close(w);
	fclose(p.to);
	pthread_join(reader, NULL);
	assert_int_equal(heard.count, THREADS * LINES_EACH);
	assert_int_equal(heard.lost, 0);
}

/* More than pipe and memory hold, and nobody reads: who adds does not wait. Once somebody reads, each line is
 * there or counted. */
static void a_pipe_that_nobody_reads_loses_lines_and_says_so(void **state)
{
	struct pipe_ends p = open_pipe();
	struct heard heard = { .from = p.from };
	struct log_writer *w = open_writer(p.to);
	const int added = 40000; /* 2.5 MB */
	pthread_t reader;

	(void)state;
	for (int i = 0; i < added; i++)
		add_line(w, 0, i);
	assert_int_equal(pthread_create(&reader, NULL, hear, &heard), 0);
	add_line(w, 1, 0);
	log_writer_close(w);
	fclose(p.to);
	pthread_join(reader, NULL);
	assert_true(heard.lost > 0);
	assert_int_equal(heard.count + heard.lost, added + 1);
}

static void it_ends_though_nobody_reads(void **state)
{
	struct pipe_ends p = open_pipe();
	struct log_writer *w = open_writer(p.to);

	(void)state;
	for (int i = 0; i < 10000; i++)
		add_line(w, 0, i);
	log_writer_close(w);
	fclose(p.to);
	close(p.from);
}

TESTS(cmocka_unit_test(lines_of_several_threads_arrive_whole_and_in_order),
    cmocka_unit_test(a_pipe_that_nobody_reads_loses_lines_and_says_so),
    cmocka_unit_test(it_ends_though_nobody_reads))
