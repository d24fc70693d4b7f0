#include "server/temporary.h"

bool temporary_open(FILE **out, struct err *e)
{
	*out = tmpfile();
	return *out || err_fail(e, ERR_IO, "no temporary file could be made");
}

bool temporary_keep(FILE *f, const char *what, int *out, struct err *e)
{
	int kept = fflush(f) == 0 && !ferror(f) ? dup(fileno(f)) : -1;

	if (kept < 0)
		return err_fail(e, ERR_IO, "%s could not be written: the disk is full or failing", what);
	*out = kept;
	return true;
}
