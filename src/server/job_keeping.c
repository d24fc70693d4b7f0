/*
 * job_keeping - jobs in the store: what is noted of each as it comes and as it ends, and what the next server
 * makes of it.
 */
#include "actions/clock.h"
#include "limits.h"
#include "server/jobs_state.h"
#include "store/request_keys.h"

#define TRIES 3 /* each waits for who is changing the store */

static struct str of(const char *text)
{
	return text ? str_of(text) : STR_NONE;
}

static struct job_row row_of(const struct job *job, enum job_state state)
{
	bool has_file = state == JOB_DONE && job->file_name[0];

	return (struct job_row){ .id = job->id,
		.runner = str_of(job->all->runner),
		.who = str_of(job->who),
		.kind = str_of(job->kind),
		.key = { str_of(job->key.text), job->key.digest },
		.added_at = job->added_at,
		.ended_at = job->ended_at,
		.error = of(job->error),
		.remedy = of(job->remedy),
		.result = state == JOB_DONE ? buf_str(&job->result) : STR_NONE,
		.file_name = has_file ? str_of(job->file_name) : STR_NONE,
		.file_type = has_file ? of(job->file_type) : STR_NONE,
		.file_bytes = has_file ? job->file_bytes : 0 };
}

void job_keep_added(struct job *job, struct db *db)
{
	struct job_request request = { of(job->asked.path), of(job->asked.query), of(job->asked.body) };
	struct job_row row = row_of(job, JOB_WAITING);
	struct err later; /* the thread of jobs tries again before it begins */

	if (!job->is_kept)
		job->is_kept = job_row_add(db, &row, &request, &later);
}

void job_keep_ended(struct job *job, enum job_state ended)
{
	struct db *db = job->all->db;
	struct job_row row = row_of(job, ended);
	struct err lost; /* the next server says then what the trail knows of it */

	for (int i = 0; i < TRIES; i++) {
		job_keep_added(job, db);
		if (ended == JOB_FAILED && job->file_bytes && !job_file_drop(db, job->id, &lost))
			continue; /* what it had made of it is nobody's */
		if (job->is_kept && job_row_end(db, &row, &lost) &&
		    job_row_trim(db, JOBS_KEPT, LIMIT_JOB_FILES_BYTES, &lost))
			return;
	}
}

/* Of one that an earlier server did not end: was its change made? */
static bool end_lost(struct db *db, struct job_row *row, struct arena *arena, struct err *e)
{
	struct request_key_row made;
	bool found = false;

	if (row->key.key.len && !request_key_find(db, row->who, row->key.key, arena, &made, &found, e))
		return false;
	row->ended_at = instant_now();
	if (found)
		row->error = arena_printf(arena,
		    "the server ended when this was done, as entry %lld of the audit trail, and before it "
		    "could say so",
		    (long long)made.entry);
	else if (row->has_request)
		row->error = STR(
		    "the server ended before this was done, and nothing of it was kept: ask for it again");
	else
		row->error = STR("the server ended before this was done, and nothing of it was kept: hand "
				 "the file in again");
	row->has_request = row->has_request && !found;
	return true;
}

/* Where another process is changing the store this is left to the next start. */
static void note_lost(struct db *db, const struct job_row *row)
{
	struct err later;

	if (!job_file_drop(db, row->id, &later) ||
	    (!row->has_request && !job_row_forget_request(db, row->id, &later)) ||
	    !job_row_end(db, row, &later))
		return;
}

bool job_take_over(struct jobs *all, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	bool was_cut_off = false;
	struct job_row *rows;
	size_t count;

	if (!job_row_list(all->db, &arena, &rows, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		bool has_ended = rows[i].ended_at.us != INSTANT_NONE.us;

		all->last = rows[i].id;
		if (!has_ended && job_runner_runs(rows[i].runner))
			continue; /* of another server on this store, which tells of it */
		if (!has_ended && !end_lost(all->db, &rows[i], &arena, e))
			return false;
		if (!has_ended)
			note_lost(all->db, &rows[i]);
		job_append(all, job_new(all, &rows[i]));
		was_cut_off = was_cut_off || !has_ended;
	}
	if (was_cut_off)
		all->last +=
		    JOBS_KEPT; /* numbers of some that could not be noted while that one changed the store */
	return true;
}
