#include "base/sorted_runs.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/memory.h"
#include "base/spill.h"
#include "base/vec.h"

#define READ_BYTES ((size_t)16 * 1024) /* held of each run that is merged */
#define FAN 16			       /* runs of one level become one of the next */
#define RUN_BYTES_MOST ((size_t)1 << 31)

/* A record in memory. */
struct held {
	int64_t major, minor;
	uint32_t at, len;
};

/* What stands in front of the bytes of a record in the file. */
struct head {
	int64_t major, minor;
	uint64_t len;
};

struct run {
	int64_t from, to; /* in the file */
	unsigned level;
};

/* A run that is being read. */
struct cursor {
	int64_t at, to; /* in the file, not yet in bytes */
	struct buf bytes;
	size_t next; /* in bytes: the record behind the one in hand */
	struct sorted_record record;
	bool there;
};

struct sorted_runs {
	size_t memory_bytes;
	struct held *held;
	size_t held_count, held_room, held_next;
	struct buf bytes;

	int file;	/* -1: none */
	int64_t end;	/* of what is in the file */
	struct buf out; /* not yet in the file */
	struct run *runs;
	size_t run_count, run_room;

	struct cursor *cursors; /* a heap while records are taken: the first is the least */
	size_t cursor_count;
	bool taking;
};

struct sorted_runs *sorted_runs_new(size_t memory_bytes)
{
	struct sorted_runs *r = memory_alloc(1, sizeof(*r));

	r->memory_bytes = memory_bytes;
	r->bytes = buf_new(RUN_BYTES_MOST);
	r->out = buf_new(RUN_BYTES_MOST);
	r->file = -1;
	return r;
}

static void close_cursors(struct sorted_runs *r)
{
	for (size_t i = 0; i < r->cursor_count; i++)
		buf_free(&r->cursors[i].bytes);
	free(r->cursors);
	r->cursors = NULL;
	r->cursor_count = 0;
}

void sorted_runs_free(struct sorted_runs *r)
{
	if (!r)
		return;
	close_cursors(r);
	if (r->file >= 0)
		close(r->file);
	buf_free(&r->bytes);
	buf_free(&r->out);
	free(r->held);
	free(r->runs);
	free(r);
}

static int compare(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int by_key(const void *left, const void *right)
{
	const struct held *a = left, *b = right;
	int sign = compare(a->major, b->major);

	if (!sign)
		sign = compare(a->minor, b->minor);
	if (!sign)
		sign = compare(a->at, b->at);
	return sign ? sign : compare(a->len, b->len); /* an empty one stands where the next begins */
}

static bool flush_out(struct sorted_runs *r, struct err *e)
{
	struct str rest = buf_str(&r->out);

	while (rest.len) {
		ssize_t done = pwrite(r->file, rest.ptr, rest.len, r->end);

		if (done <= 0)
			return err_fail(e, ERR_IO, "there is no room left for a temporary file");
		rest = str_from(rest, (size_t)done);
		r->end += done;
	}
	buf_clear(&r->out);
	return true;
}

static bool write_record(struct sorted_runs *r, const struct sorted_record *record, struct err *e)
{
	struct head head = { record->major, record->minor, record->bytes.len };

	buf_add(&r->out, (struct str){ (const char *)&head, sizeof(head) });
	buf_add(&r->out, record->bytes);
	return r->out.len < READ_BYTES || flush_out(r, e);
}

static struct run *begin_run(struct sorted_runs *r, unsigned level)
{
	r->runs = vec_room(r->runs, &r->run_room, r->run_count + 1, sizeof(*r->runs));
	r->runs[r->run_count] = (struct run){ .from = r->end, .level = level };
	return &r->runs[r->run_count];
}

static bool end_run(struct sorted_runs *r, struct err *e)
{
	if (!flush_out(r, e))
		return false;
	r->runs[r->run_count++].to = r->end;
	return true;
}

static struct sorted_record held_record(const struct sorted_runs *r, size_t index)
{
	const struct held *h = &r->held[index];

	return (struct sorted_record){ h->major, h->minor, { r->bytes.ptr + h->at, h->len } };
}

/* What is held becomes a run of level 0. */
static bool write_held(struct sorted_runs *r, struct err *e)
{
	if (r->file < 0 && (r->file = spill_file(0)) < 0)
		return err_fail(e, ERR_IO, "there is no place for a temporary file");
	vec_sort(r->held, r->held_count, sizeof(*r->held), by_key);
	begin_run(r, 0);
	for (size_t i = 0; i < r->held_count; i++) {
		struct sorted_record record = held_record(r, i);

		if (!write_record(r, &record, e))
			return false;
	}
	r->held_count = 0;
	buf_clear(&r->bytes);
	return end_run(r, e);
}

/* Has at least len bytes ready behind next; false if the file has no more or cannot be read. */
static bool fill(struct sorted_runs *r, struct cursor *c, size_t len, struct err *e)
{
	size_t left = c->bytes.len - c->next, want;

	if (left >= len)
		return true;
	if (left)
		memmove(c->bytes.ptr, c->bytes.ptr + c->next, left);
	c->bytes.len = left;
	c->next = 0;
	want = len > READ_BYTES ? len : READ_BYTES;
	c->bytes.ptr = vec_room(c->bytes.ptr, &c->bytes.room, want, 1);
	while (c->bytes.len < len) {
		size_t room = want - c->bytes.len;
		ssize_t done;

		if ((int64_t)room > c->to - c->at)
			room = (size_t)(c->to - c->at);
		done = pread(r->file, c->bytes.ptr + c->bytes.len, room, c->at);
		if (done <= 0)
			return err_fail(e, ERR_IO, "a temporary file cannot be read back");
		c->bytes.len += (size_t)done;
		c->at += done;
	}
	return true;
}

static bool advance(struct sorted_runs *r, struct cursor *c, struct err *e)
{
	struct head head;

	c->there = c->next < c->bytes.len || c->at < c->to;
	if (!c->there)
		return true;
	if (!fill(r, c, sizeof(head), e))
		return false;
	memcpy(&head, c->bytes.ptr + c->next, sizeof(head));
	if (!fill(r, c, sizeof(head) + head.len, e))
		return false;
	c->record = (struct sorted_record){ head.major, head.minor,
		{ c->bytes.ptr + c->next + sizeof(head), head.len } };
	c->next += sizeof(head) + head.len;
	return true;
}

/* Earlier runs stand earlier in the file. */
static bool is_before(const struct cursor *a, const struct cursor *b)
{
	int sign;

	if (!a->there || !b->there)
		return a->there;
	sign = compare(a->record.major, b->record.major);
	if (!sign)
		sign = compare(a->record.minor, b->record.minor);
	return sign ? sign < 0 : a->to < b->to;
}

static void sift_down(struct sorted_runs *r, size_t at)
{
	for (;;) {
		size_t least = at;
		struct cursor moved;

		for (size_t child = 2 * at + 1; child <= 2 * at + 2 && child < r->cursor_count; child++)
			if (is_before(&r->cursors[child], &r->cursors[least]))
				least = child;
		if (least == at)
			return;
		moved = r->cursors[at];
		r->cursors[at] = r->cursors[least];
		r->cursors[least] = moved;
		at = least;
	}
}

/* Begins to read the last count runs. */
static bool open_cursors(struct sorted_runs *r, size_t count, struct err *e)
{
	close_cursors(r);
	r->cursors = memory_alloc(count, sizeof(*r->cursors));
	r->cursor_count = count;
	for (size_t i = 0; i < count; i++) {
		const struct run *run = &r->runs[r->run_count - count + i];

		r->cursors[i] =
		    (struct cursor){ .at = run->from, .to = run->to, .bytes = buf_new(RUN_BYTES_MOST) };
		if (!advance(r, &r->cursors[i], e))
			return false;
	}
	for (size_t i = count / 2; i-- > 0;)
		sift_down(r, i);
	return true;
}

static bool are_of_one_level(const struct sorted_runs *r)
{
	return r->run_count >= FAN && r->runs[r->run_count - FAN].level == r->runs[r->run_count - 1].level;
}

/* Levels only fall from first to last, so the last runs are alike if their ends are. */
static bool merge_last(struct sorted_runs *r, struct err *e)
{
	unsigned level = r->runs[r->run_count - 1].level;

	if (!open_cursors(r, FAN, e))
		return false;
	r->run_count -= FAN;
	begin_run(r, level + 1);
	while (r->cursors[0].there) {
		if (!write_record(r, &r->cursors[0].record, e) || !advance(r, &r->cursors[0], e))
			return false;
		sift_down(r, 0);
	}
	close_cursors(r);
	return end_run(r, e);
}

bool sorted_runs_add(struct sorted_runs *r, struct sorted_record record, struct err *e)
{
	r->held = vec_room(r->held, &r->held_room, r->held_count + 1, sizeof(*r->held));
	r->held[r->held_count++] =
	    (struct held){ record.major, record.minor, (uint32_t)r->bytes.len, (uint32_t)record.bytes.len };
	buf_add(&r->bytes, record.bytes);
	if (r->held_count * sizeof(*r->held) + r->bytes.len < r->memory_bytes)
		return true;
	if (!write_held(r, e))
		return false;
	while (are_of_one_level(r))
		if (!merge_last(r, e))
			return false;
	return true;
}

static bool begin(struct sorted_runs *r, struct err *e)
{
	r->taking = true;
	r->held_next = 0;
	if (r->run_count == 0) {
		vec_sort(r->held, r->held_count, sizeof(*r->held), by_key);
		return true;
	}
	return (r->held_count == 0 || write_held(r, e)) && open_cursors(r, r->run_count, e);
}

static void end(struct sorted_runs *r)
{
	close_cursors(r);
	r->held_count = r->run_count = 0;
	buf_clear(&r->bytes);
	r->end = 0;
	r->taking = false;
}

bool sorted_runs_next(struct sorted_runs *r, struct sorted_record *out, bool *there, struct err *e)
{
	if (!r->taking) {
		if (!begin(r, e))
			return false;
	} else if (r->cursor_count) { /* behind the one that was given out last */
		if (!advance(r, &r->cursors[0], e))
			return false;
		sift_down(r, 0);
	}
	*there = r->cursor_count ? r->cursors[0].there : r->held_next < r->held_count;
	if (!*there)
		end(r);
	else
		*out = r->cursor_count ? r->cursors[0].record : held_record(r, r->held_next++);
	return true;
}
