#include "base/spill.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/number.h"
#include "base/temp_folder.h"

#define PIECE_BYTES ((size_t)2 * 1024 * 1024) /* that leaves at once; whole pages */

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

static bool map_file(size_t size, struct spill *out)
{
	int file = spill_file(size);
	void *ptr;

	if (file < 0)
		return false;
	ptr = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
	close(file);
	if (ptr != MAP_FAILED)
		madvise(ptr, size, MADV_RANDOM);
	if (ptr == MAP_FAILED)
		return false;
	*out = (struct spill){ ptr, size, true, 0, open("/proc/self/statm", O_RDONLY | O_CLOEXEC) };
	return true;
}

bool spill_make(size_t size, struct spill *out)
{
	if (size >= SPILL_LEAST && map_file(size, out))
		return true;
	*out = (struct spill){ malloc(size ? size : 1), size, false, 0, -1 };
	return out->ptr;
}

void spill_free(struct spill *s)
{
	if (s->statm >= 0)
		close(s->statm);
	if (s->is_file)
		munmap(s->ptr, s->size);
	else
		free(s->ptr);
	*s = (struct spill){ .statm = -1 };
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

/* Are the bytes from at on among those up to used that are hot? Before the first byte comes the last. */
static bool is_hot(const struct spill *s, size_t at, size_t used)
{
	size_t before = used >= at ? used - at : s->size - (at - used);

	return before <= SPILL_HOT + PIECE_BYTES;
}

void spill_rest(struct spill *s, size_t used, size_t resident_most)
{
	size_t looked = 0, most = resident_most;

	while (s->is_file && looked < s->size) {
		size_t at = s->next < s->size ? s->next : 0;
		size_t len = s->size - at < PIECE_BYTES ? s->size - at : PIECE_BYTES;
		size_t resident = resident_bytes(s->statm);

		if (resident > 0 && resident <= most)
			return;
		most = resident_most - resident_most / 8; /* not a little at every call */
		if (!is_hot(s, at, used))
			madvise((char *)s->ptr + at, len, MADV_DONTNEED);
		s->next = at + len;
		looked += len;
	}
}
