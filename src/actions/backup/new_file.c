#include "actions/backup/new_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static bool fail(const char *path, int why, struct err *e)
{
	return err_fail(e, why == EEXIST ? ERR_CONFLICT : ERR_IO, "%s: %s", path,
	    why == EEXIST ? "there is a file already, and none is overwritten" : strerror(why));
}

bool new_file_open(const char *path, struct arena *arena, struct new_file *out, struct err *e)
{
	struct new_file f = { .path = arena_text(arena, str_of(path)) };
	int fd;

	if (access(path, F_OK) == 0)
		return fail(path, EEXIST, e);
	f.part = arena_text(arena, arena_printf(arena, "%s.%ld.part", path, (long)getpid()));
	fd = open(f.part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd < 0)
		return fail(f.part, errno, e);
	close(fd);
	*out = f;
	return true;
}

bool new_file_settle(const struct new_file *f, struct err *e)
{
	int fd = open(f->part, O_RDONLY | O_CLOEXEC);
	bool done = fd >= 0 && fsync(fd) == 0;
	int why = errno;

	if (done)
		posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
	if (fd >= 0)
		close(fd);
	return done || fail(f->path, why, e);
}

/* Where a file system cannot rename to a new name only, it is looked for first. */
static bool take_name(const struct new_file *f)
{
	if (renameat2(AT_FDCWD, f->part, AT_FDCWD, f->path, RENAME_NOREPLACE) == 0)
		return true;
	if (errno != EINVAL && errno != ENOSYS)
		return false;
	if (access(f->path, F_OK) == 0) {
		errno = EEXIST;
		return false;
	}
	return rename(f->part, f->path) == 0;
}

/* The name itself is on the disk only when the folder is. */
static bool settle_folder(const char *path)
{
	SCOPED_ARENA arena = { 0 };
	struct str name = str_of(path), folder;
	int fd;
	bool done;

	if (!str_cut_last(&name, '/', &folder))
		folder = STR(".");
	fd = open(folder.len ? arena_text(&arena, folder) : "/", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	done = fd >= 0 && fsync(fd) == 0;
	if (fd >= 0)
		close(fd);
	return done;
}

bool new_file_keep(struct new_file *f, struct err *e)
{
	if (!new_file_settle(f, e))
		return false;
	if (!take_name(f))
		return fail(f->path, errno, e);
	f->part = NULL;
	return settle_folder(f->path) || fail(f->path, errno, e);
}

void new_file_drop(struct new_file *f)
{
	if (f->part)
		unlink(f->part);
	f->part = NULL;
}
