#include "cli/audit/key_input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/secret.h"
#include "cli/output_file.h"
#include "formats/input.h"

static bool read_pem(const char *path, struct buf *pem, struct err *e)
{
	SCOPED_INPUT *in = NULL;

	return input_open_file(path, &in, e) && input_read_all(in, pem, e);
}

bool key_input_public(const char *path, struct ed25519_public *out, struct err *e)
{
	SCOPED_BUF pem = buf_new(ED25519_PEM_MOST);

	return read_pem(path, &pem, e) &&
	       (ed25519_public_read(buf_str(&pem), out, e) || err_within(e, "%s", path));
}

bool key_input_private(const char *path, struct ed25519 **out, struct err *e)
{
	SCOPED_BUF pem = buf_new(ED25519_PEM_MOST);
	struct stat st;
	bool read;

	if (stat(path, &st) != 0)
		return err_fail(e, ERR_IO, "%s: %s", path, strerror(errno));
	if (st.st_mode & (S_IRWXG | S_IRWXO))
		return err_fail(
		    e, ERR_DENIED, "%s: a private key is readable by its owner alone (chmod 600)", path);
	read = read_pem(path, &pem, e) && (ed25519_read(buf_str(&pem), out, e) || err_within(e, "%s", path));
	if (pem.len)
		secret_wipe(pem.ptr, pem.len);
	return read;
}

static bool write_private(const char *path, struct str pem, struct err *e)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
	bool done;

	if (fd < 0)
		return err_fail(e, ERR_IO, "%s: %s", path, strerror(errno));
	done = write(fd, pem.ptr, pem.len) == (ssize_t)pem.len && fsync(fd) == 0;
	if (close(fd) == 0 && done)
		return true;
	err_fail(e, ERR_IO, "%s: %s", path, strerror(errno));
	unlink(path);
	return false;
}

static bool write_public(const char *path, const struct ed25519 *key, struct err *e)
{
	SCOPED_BUF pem = buf_new(ED25519_PEM_MOST);
	struct ed25519_public public = ed25519_public(key);
	SCOPED_OUTPUT_FILE *file = NULL;
	struct output_file *done;
	char name[4096];

	if (snprintf(name, sizeof(name), "%s.pub", path) >= (int)sizeof(name))
		return err_fail(e, ERR_INPUT, "the name of the key's file is too long");
	if (!output_file_open(name, &file, e))
		return false;
	ed25519_public_write(&public, &pem);
	fwrite(pem.ptr, 1, pem.len, output_file_stream(file));
	done = file;
	file = NULL;
	return output_file_keep(done, e);
}

bool key_input_make(const char *path, struct err *e)
{
	SCOPED_BUF pem = buf_new(ED25519_PEM_MOST);
	SCOPED_ED25519 *key = ed25519_new();
	bool done;

	ed25519_write(key, &pem);
	done = write_private(path, buf_str(&pem), e) && write_public(path, key, e);
	secret_wipe(pem.ptr, pem.len);
	return done;
}
