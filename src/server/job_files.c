#include "server/jobs_state.h"
#include "server/temporary.h"

static bool write_file(struct str bytes, int *out, struct err *e)
{
	FILE *to;
	bool kept;

	if (!temporary_open(&to, e))
		return false;
	fwrite(bytes.ptr, 1, bytes.len, to);
	kept = temporary_keep(to, "the file", out, e);
	fclose(to);
	return kept;
}

bool job_keep(struct job *job, const struct job_file *file, struct err *e)
{
	int made;

	if (!write_file(file->bytes, &made, e))
		return false;
	pthread_mutex_lock(&job->all->lock);
	job->file = made;
	job->file_type = file->type;
	snprintf(job->file_name, sizeof(job->file_name), STR_FMT, STR_ARG(file->name));
	pthread_mutex_unlock(&job->all->lock);
	return true;
}

/* With the lock. */
static bool answer_file(const struct job *job, struct exchange *x, struct err *e)
{
	if (!str_eq(str_of(job->who), x->who.name))
		return err_fail(e, ERR_DENIED, "the file of job %lld is for \"%s\", who asked for it",
		    (long long)job->id, job->who);
	if (job->state != JOB_DONE || job->file < 0)
		return err_fail(e, ERR_ABSENT, "job %lld has made no file", (long long)job->id);
	x->answer.file = dup(job->file);
	if (x->answer.file < 0)
		return err_fail(e, ERR_IO, "the file could not be opened");
	x->answer.type = job->file_type;
	x->answer.status = 200;
	answer_header(
	    x, "Content-Disposition", arena_printf(&x->arena, "attachment; filename=\"%s\"", job->file_name));
	return true;
}

bool job_answer_file(struct jobs *all, int64_t id, struct exchange *x, struct err *e)
{
	const struct job *job;
	bool done;

	pthread_mutex_lock(&all->lock);
	job = job_find(all, id);
	done = job && answer_file(job, x, e);
	pthread_mutex_unlock(&all->lock);
	return job ? done : job_absent(id, e);
}
