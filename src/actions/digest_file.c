#include "actions/digest_file.h"

#include <errno.h>
#include <sys/stat.h>

#include "formats/input.h"

#define FILE_PIECE 65536

bool digest_file(const char *path, bool *regular, struct sha256 *digest, struct err *e)
{
	struct sha256_stream *hash;
	SCOPED_INPUT *in = NULL;
	struct stat there;
	char piece[FILE_PIECE];
	size_t len;

	if (stat(path, &there) != 0)
		return err_fail(e, ERR_IO, "%s: %s", path, strerror(errno));
	*regular = S_ISREG(there.st_mode);
	if (!*regular)
		return true;
	if (!input_open_file(path, &in, e))
		return false;
	hash = sha256_open();
	while ((len = input_read(in, piece, sizeof(piece))) > 0)
		sha256_add(hash, (struct str){ piece, len });
	*digest = sha256_close(hash);
	return input_finish(in, e);
}
