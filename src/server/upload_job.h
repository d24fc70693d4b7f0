/*
 * upload_job - work on a file that was handed in: what of a request outlives it, as it has been answered long
 * ago.
 *
 * A job of one kind has this as its first member, and more behind it.
 */
#pragma once
#include "server/jobs.h"
#include "server/upload.h"

struct upload_job {
	struct arena arena; /* all texts of the job are its own */
	struct upload file;
	struct change_by by;
};

/* Of size bytes, with the file of x and the reason that its query gives. NULL with *e set where there is
 * none. */
void *upload_job_new(struct exchange *x, size_t size, struct err *e);
/* Takes the file away too; for struct job_work. */
void upload_job_free(void *of);
