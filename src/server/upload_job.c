#include "server/upload_job.h"

#include "base/memory.h"

void *upload_job_new(struct exchange *x, size_t size, struct err *e)
{
	struct upload_job *job = memory_alloc(1, size);
	struct str why;

	if (!exchange_query(x, "why", &why, e) || !upload_take(x, &job->arena, &job->file, e)) {
		arena_free(&job->arena);
		free(job);
		return NULL;
	}
	job->by = job_by(x, why, &job->arena);
	return job;
}

void upload_job_free(void *of)
{
	struct upload_job *job = of;

	upload_end(&job->file);
	arena_free(&job->arena);
	free(job);
}
