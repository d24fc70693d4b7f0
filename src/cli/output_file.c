#include "cli/output_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/memory.h"

struct output_file {
	struct arena arena;
	const char *path, *part; /* part: what is written until it is whole */
	bool is_private;
	FILE *stream;
};

static bool open_part(struct output_file *o, struct err *e)
{
	int fd = open(o->part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, o->is_private ? 0600 : 0666);

	if (fd < 0)
		return err_fail(e, ERR_IO, "%s: %s", errno == EEXIST ? o->part : o->path, strerror(errno));
	o->stream = fdopen(fd, "w");
	if (o->stream)
		return true;
	close(fd);
	unlink(o->part);
	return err_fail(e, ERR_IO, "%s: %s", o->part, strerror(errno));
}

static bool open_file(const char *path, bool is_private, struct output_file **out, struct err *e)
{
	struct output_file *o;
	struct stat there;

	if (stat(path, &there) == 0 && !S_ISREG(there.st_mode))
		return err_fail(e, ERR_IO, "%s is there and is no plain file", path);
	o = memory_alloc(1, sizeof(*o));
	o->is_private = is_private;
	o->path = arena_text(&o->arena, str_of(path));
	o->part = arena_text(&o->arena, arena_printf(&o->arena, "%s.%ld.part", path, (long)getpid()));
	if (!open_part(o, e)) {
		arena_free(&o->arena);
		free(o);
		return false;
	}
	*out = o;
	return true;
}

bool output_file_open(const char *path, struct output_file **out, struct err *e)
{
	return open_file(path, false, out, e);
}

bool output_file_open_private(const char *path, struct output_file **out, struct err *e)
{
	return open_file(path, true, out, e);
}

FILE *output_file_stream(struct output_file *o)
{
	return o->stream;
}

static void end(struct output_file *o)
{
	arena_free(&o->arena);
	free(o);
}

bool output_file_keep(struct output_file *o, struct err *e)
{
	bool good = fflush(o->stream) == 0 && !ferror(o->stream) && fsync(fileno(o->stream)) == 0;
	int why = errno;

	if (fclose(o->stream) != 0 && good) {
		good = false;
		why = errno;
	}
	if (good && rename(o->part, o->path) != 0) {
		good = false;
		why = errno;
	}
	if (!good) {
		unlink(o->part);
		err_fail(e, ERR_IO, "%s: %s", o->path, strerror(why));
	}
	end(o);
	return good;
}

void output_file_drop(struct output_file *o)
{
	if (!o)
		return;
	fclose(o->stream);
	unlink(o->part);
	end(o);
}
