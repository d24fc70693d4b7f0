#include "actions/backup/backup_file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/backup_counts.h"
#include "store/trails.h"

#define PIECE 65536

static bool failed(const char *path, struct err *e)
{
	return err_fail(e, ERR_IO, "%s: %s", path,
	    errno == ENOSPC || errno == EFBIG ? "cannot be written: the disk is full" : strerror(errno));
}

static bool put_all(int fd, struct str bytes)
{
	while (bytes.len) {
		ssize_t done = write(fd, bytes.ptr, bytes.len);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return false;
		bytes = str_from(bytes, (size_t)done);
	}
	return true;
}

/* Up to the end of the file, if that comes first. */
static bool get_at(int fd, off_t at, char *to, size_t *len)
{
	size_t wanted = *len;

	*len = 0;
	while (*len < wanted) {
		ssize_t got = pread(fd, to + *len, wanted - *len, at + (off_t)*len);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return false;
		if (got == 0)
			break;
		*len += (size_t)got;
	}
	return true;
}

static bool read_manifest(const char *path, int fd, struct backup_manifest *out, struct err *e)
{
	char block[BACKUP_MANIFEST_BYTES];
	size_t len = sizeof(block);
	struct stat there;

	if (fstat(fd, &there) != 0)
		return failed(path, e);
	if (!S_ISREG(there.st_mode))
		return err_fail(e, ERR_INPUT, "%s: this is no plain file", path);
	if (there.st_size < (off_t)len)
		len = (size_t)there.st_size;
	if (!get_at(fd, there.st_size - (off_t)len, block, &len))
		return failed(path, e);
	if (!backup_manifest_read(str_of(path), (struct str){ block, len }, out, e))
		return false;
	return there.st_size == out->bytes + BACKUP_MANIFEST_BYTES ||
	       err_fail(e, ERR_INPUT,
		   "%s: the backup has %lld bytes, expected %lld: a part is missing or was put in", path,
		   (long long)there.st_size, (long long)out->bytes + BACKUP_MANIFEST_BYTES);
}

bool backup_file_manifest(const char *path, struct backup_manifest *out, struct err *e)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool done = fd >= 0 ? read_manifest(path, fd, out, e) : failed(path, e);

	if (fd >= 0)
		close(fd);
	return done;
}

/* Two digests in one reading: of the store's bytes, and of all. */
struct digests {
	struct sha256_stream *store, *all;
};

struct passing {
	const char *path, *copy; /* copy: where the store's bytes go; NULL: nowhere */
	int from, to;
};

static bool pass(const struct passing *p, int64_t bytes, struct digests *d, struct err *e)
{
	char piece[PIECE];

	for (off_t at = 0; at < bytes;) {
		size_t len = bytes - at < PIECE ? (size_t)(bytes - at) : PIECE;
		struct str got;

		if (!get_at(p->from, at, piece, &len))
			return failed(p->path, e);
		if (len == 0)
			return err_fail(e, ERR_INPUT, "%s: it became shorter while it was read", p->path);
		got = (struct str){ piece, len };
		sha256_add(d->store, got);
		sha256_add(d->all, got);
		if (p->copy && !put_all(p->to, got))
			return failed(p->copy, e);
		at += (off_t)len;
	}
	return true;
}

static bool pass_all(
    const struct passing *p, const struct backup_manifest *m, struct sha256 *digest, struct err *e)
{
	struct digests d = { sha256_open(), sha256_open() };
	char block[BACKUP_MANIFEST_BYTES];
	size_t len = sizeof(block);
	bool done = pass(p, m->bytes, &d, e);
	struct sha256 store;

	if (done && !get_at(p->from, m->bytes, block, &len))
		done = failed(p->path, e);
	sha256_add(d.all, (struct str){ block, done ? len : 0 });
	store = sha256_close(d.store);
	*digest = sha256_close(d.all);
	return done && (sha256_same(&store, &m->digest) ||
			   err_fail(e, ERR_INPUT,
			       "%s: the backup was altered: its bytes do not give the digest of its manifest",
			       p->path));
}

bool backup_file_read(
    const char *path, const struct backup_manifest *m, const char *copy, struct sha256 *digest, struct err *e)
{
	struct passing p = { path, copy, open(path, O_RDONLY | O_CLOEXEC), -1 };
	bool done = p.from >= 0 || failed(path, e);

	if (done && copy) {
		p.to = open(copy, O_WRONLY | O_CLOEXEC);
		done = p.to >= 0 || failed(copy, e);
	}
	done = done && pass_all(&p, m, digest, e);
	if (p.to >= 0 && close(p.to) != 0 && done)
		done = failed(copy, e);
	if (p.from >= 0)
		close(p.from);
	return done;
}

static bool seal(const char *path, int fd, struct backup *b, struct err *e)
{
	struct digests d = { sha256_open(), sha256_open() };
	SCOPED_BUF block = buf_new(BACKUP_MANIFEST_BYTES);
	struct stat there;
	bool done = fstat(fd, &there) == 0 || failed(path, e);

	b->manifest.bytes = done ? there.st_size : 0;
	done = done && pass(&(struct passing){ path, NULL, fd, -1 }, b->manifest.bytes, &d, e);
	b->manifest.digest = sha256_close(d.store);
	backup_manifest_write(&b->manifest, &block);
	sha256_add(d.all, buf_str(&block));
	b->file = sha256_close(d.all);
	b->bytes = b->manifest.bytes + BACKUP_MANIFEST_BYTES;
	return done && (put_all(fd, buf_str(&block)) || failed(path, e));
}

bool backup_file_seal(const char *path, struct backup *b, struct err *e)
{
	int fd = open(path, O_RDWR | O_APPEND | O_CLOEXEC);
	bool done = fd >= 0 ? seal(path, fd, b, e) : failed(path, e);

	if (fd >= 0 && close(fd) != 0 && done)
		done = failed(path, e);
	return done;
}

bool backup_file_compare(const char *path, struct db *db, const struct backup_manifest *m, struct err *e)
{
	int64_t counts[BACKUP_COUNT_COUNT], number;
	struct sha256 head = { { 0 } };

	if (!backup_counts(db, counts, e) || !trail_head(db, &number, &head, e))
		return false;
	for (int i = 0; i < BACKUP_COUNT_COUNT; i++)
		if (counts[i] != m->counts[i])
			return err_fail(e, ERR_INPUT, "%s: the backup has %lld %s, its manifest says %lld",
			    path, (long long)counts[i], backup_count_names[i], (long long)m->counts[i]);
	return (number == m->entries && sha256_same(&head, &m->head)) ||
	       err_fail(
		   e, ERR_INPUT, "%s: the trail in the backup ends elsewhere than its manifest says", path);
}
