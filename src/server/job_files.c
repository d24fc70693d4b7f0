/*
 * job_files - what a job has made: kept in the store, part by part, and handed out from there.
 */
#include "base/memory.h"
#include "server/jobs_state.h"
#include "server/state.h"
#include "server/temporary.h"

bool job_keep(struct job *job, const struct job_file *file, struct err *e)
{
	size_t len = strlen(file->type) + 1;

	if (!job_file_put(job->all->db, job->id, file->bytes, e))
		return false;
	pthread_mutex_lock(&job->all->lock);
	job->file_type = memory_alloc(len, 1);
	memcpy(job->file_type, file->type, len);
	job->file_bytes = (int64_t)file->bytes.len;
	snprintf(job->file_name, sizeof(job->file_name), STR_FMT, STR_ARG(file->name));
	pthread_mutex_unlock(&job->all->lock);
	return true;
}

/* With the lock: may x have it, and as what? */
static bool describe(const struct job *job, struct exchange *x, struct err *e)
{
	if (!str_eq(str_of(job->who), x->who.name))
		return err_fail(e, ERR_DENIED, "the file of job %lld is for \"%s\", who asked for it",
		    (long long)job->id, job->who);
	if (job->state != JOB_DONE || !job->file_name[0])
		return err_fail(e, ERR_ABSENT, "job %lld has made no file", (long long)job->id);
	x->answer.type = arena_text(&x->arena, str_of(job->file_type));
	answer_header(
	    x, "Content-Disposition", arena_printf(&x->arena, "attachment; filename=\"%s\"", job->file_name));
	return true;
}

static void take_part(void *ctx, struct str bytes)
{
	fwrite(bytes.ptr, 1, bytes.len, ctx);
}

static bool read_file(struct exchange *x, int64_t id, struct err *e)
{
	int64_t bytes;
	FILE *to;
	bool done;

	if (!temporary_open(&to, e))
		return false;
	done = job_file_read(x->db, id, (struct job_file_sink){ to, take_part }, &bytes, e) &&
	       (bytes > 0 || err_fail(e, ERR_ABSENT, "the file of job %lld had to make room for later ones",
				 (long long)id)) &&
	       temporary_keep(to, "the file", &x->answer.file, e);
	fclose(to);
	return done;
}

bool job_answer_file(struct exchange *x, int64_t id, struct err *e)
{
	struct jobs *all = x->server->jobs;
	const struct job *job;
	bool may;

	pthread_mutex_lock(&all->lock);
	job = job_find(all, id);
	may = job && describe(job, x, e);
	pthread_mutex_unlock(&all->lock);
	if (!may)
		return job ? false : job_absent(id, e);
	if (!read_file(x, id, e))
		return false;
	x->answer.status = 200;
	return true;
}
