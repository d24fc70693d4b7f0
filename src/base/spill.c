#include "base/spill.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/number.h"
#include "base/temp_folder.h"

#define PIECE_BYTES (SPILL_HOT / SPILL_HOT_PIECES) /* 2 MiB: a page table, which moves as a whole */
#define LEAVING 2 /* pieces at once: each time is a flush of the other core's address cache */
#define WRITE_BYTES ((size_t)64 * 1024)

/* A file without a name in folder, or -1. */
static int file_in(const char *folder)
{
	char path[4096];
	int file = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600), len;

	if (file >= 0)
		return file;
	len = snprintf(path, sizeof(path), "%s/aftercare-XXXXXX", folder);
	if (len < 0 || (size_t)len >= sizeof(path))
		return -1;
	file = mkostemp(path, O_CLOEXEC);
	if (file >= 0)
		unlink(path);
	return file;
}

/* Beyond the limit the process would get a signal. */
static bool may_be_that_large(size_t size)
{
	struct rlimit most;

	return getrlimit(RLIMIT_FSIZE, &most) == 0 &&
	       (most.rlim_cur == RLIM_INFINITY || most.rlim_cur >= size);
}

struct wanted_file {
	size_t size;
	int file;
};

/* All of it is there before it is used: on a full disk a page that has no place is a SIGBUS. */
static bool make_file(void *ctx, const char *folder)
{
	struct wanted_file *w = ctx;

	w->file = file_in(folder);
	if (w->file >= 0 && (w->size == 0 || fallocate(w->file, 0, 0, (off_t)w->size) == 0))
		return true;
	if (w->file >= 0)
		close(w->file);
	return false;
}

int spill_file(size_t size)
{
	struct wanted_file w = { .size = size };

	return may_be_that_large(size) && temp_folder_try(make_file, &w) ? w.file : -1;
}

/* The first pieces become memory. */
static void make_hot(struct spill *s)
{
	char *start = s->ptr;

	if (mmap(start, SPILL_HOT, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) ==
	    MAP_FAILED)
		memory_out(SPILL_HOT);
	for (size_t i = 0; i < SPILL_HOT_PIECES; i++)
		s->hot[i] = i;
}

static bool map_file(size_t size, struct spill *out)
{
	int file = spill_file(size);
	void *ptr;

	if (file < 0)
		return false;
	ptr = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
	if (ptr == MAP_FAILED) {
		close(file);
		return false;
	}
	madvise(ptr, size, MADV_RANDOM);
	posix_fadvise(file, 0, 0, POSIX_FADV_RANDOM); /* no large folios by reading ahead: put_away() */
	*out = (struct spill){ .ptr = ptr,
		.size = size,
		.file = file,
		.statm = open("/proc/self/statm", O_RDONLY | O_CLOEXEC) };
	make_hot(out);
	return true;
}

bool spill_make(size_t size, struct spill *out)
{
	size_t whole = (size + PIECE_BYTES - 1) / PIECE_BYTES * PIECE_BYTES;

	if (size >= SPILL_LEAST && map_file(whole, out))
		return true;
	*out = (struct spill){ .ptr = malloc(size ? size : 1), .size = size, .file = -1, .statm = -1 };
	return out->ptr;
}

void spill_free(struct spill *s)
{
	if (s->statm >= 0)
		close(s->statm);
	if (s->file >= 0) {
		close(s->file);
		munmap(s->ptr, s->size);
	} else {
		free(s->ptr);
	}
	*s = (struct spill){ .file = -1, .statm = -1 };
}

static bool is_hot(const struct spill *s, size_t piece)
{
	bool hot = false;

	for (size_t i = 0; i < SPILL_HOT_PIECES; i++)
		hot |= s->hot[i] == piece;
	return hot;
}

/* Writes a hot piece to the file, a little at a time: the page cache may keep in one folio what is written at
 * once, and all of a folio comes back where a byte of it is looked up. */
static bool put_away(struct spill *s, size_t piece)
{
	size_t from = piece * PIECE_BYTES;

	for (size_t at = from; at < from + PIECE_BYTES; at += WRITE_BYTES)
		if (pwrite(s->file, (char *)s->ptr + at, WRITE_BYTES, (off_t)at) != (ssize_t)WRITE_BYTES)
			return false;
	return true;
}

/* Was nothing ever written there, by whatever way? Where the system cannot tell, something was. */
static bool is_empty(const struct spill *s, size_t at)
{
	off_t data = lseek(s->file, (off_t)at, SEEK_DATA);

	return data < 0 ? errno == ENXIO : data >= (off_t)(at + PIECE_BYTES);
}

/* The memory of a hot piece becomes that of another one, which is in the file, and the other way round. What
 * fails leaves it to the file: slower, not wrong. */
static void move_hot(struct spill *s, size_t *hot, size_t to)
{
	size_t from_at = *hot * PIECE_BYTES, to_at = to * PIECE_BYTES;
	char *from = (char *)s->ptr + from_at, *there = (char *)s->ptr + to_at;

	if (!put_away(s, *hot))
		return;
	*hot = SPILL_NO_PIECE;
	if ((is_empty(s, to_at) || pread(s->file, from, PIECE_BYTES, (off_t)to_at) == (ssize_t)PIECE_BYTES) &&
	    mremap(from, PIECE_BYTES, PIECE_BYTES, MREMAP_MAYMOVE | MREMAP_FIXED, there) != MAP_FAILED)
		*hot = to;
	if (mmap(from, PIECE_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED, s->file,
		(off_t)from_at) == MAP_FAILED)
		memory_out(PIECE_BYTES); /* what was there is gone */
	madvise(from, PIECE_BYTES, MADV_RANDOM);
}

/* Memory stands where used is, and behind it. */
static void keep_up(struct spill *s, size_t used)
{
	size_t pieces = s->size / PIECE_BYTES, at = used / PIECE_BYTES % pieces;

	for (size_t i = 0; i < SPILL_HOT_PIECES; i++) {
		size_t wanted = (at + i) % pieces;

		for (size_t k = 0; k < SPILL_HOT_PIECES && !is_hot(s, wanted); k++)
			if (s->hot[k] != SPILL_NO_PIECE &&
			    (s->hot[k] + pieces - at) % pieces >= SPILL_HOT_PIECES)
				move_hot(s, &s->hot[k], wanted);
	}
}

/* What the process has in memory now, by /proc/self/statm (proc(5)): the second number, in pages. 0: not
 * known. */
static size_t resident_bytes(int statm)
{
	char text[128];
	ssize_t len = pread(statm, text, sizeof(text), 0);
	struct str rest, size, resident;
	int64_t pages;
	struct err unread;

	if (len <= 0)
		return 0;
	rest = (struct str){ text, (size_t)len };
	if (!str_cut(&rest, ' ', &size) || !str_cut(&rest, ' ', &resident) ||
	    !number_parse(resident, "pages", 0, INT64_MAX / 4096, &pages, &unread))
		return 0;
	return (size_t)pages * (size_t)sysconf(_SC_PAGESIZE);
}

/* How many pieces from first on are the file's, of those that leave at once. */
static size_t cold_pieces(const struct spill *s, size_t first)
{
	size_t count = 0;

	while (count < LEAVING && first + count < s->size / PIECE_BYTES && !is_hot(s, first + count))
		count++;
	return count;
}

void spill_rest(struct spill *s, size_t used, size_t resident_most)
{
	size_t pieces = s->size / PIECE_BYTES, looked = 0, most = resident_most;

	if (s->file < 0)
		return;
	keep_up(s, used);
	while (looked < pieces) {
		size_t resident = resident_bytes(s->statm), count;

		if (resident > 0 && resident <= most)
			return;
		most = resident_most - resident_most / 8; /* not a little at every call */
		s->next = s->next < pieces ? s->next : 0;
		count = cold_pieces(s, s->next);
		if (count)
			madvise((char *)s->ptr + s->next * PIECE_BYTES, count * PIECE_BYTES, MADV_DONTNEED);
		s->next += count ? count : 1;
		looked += count ? count : 1;
	}
}
