#include "server/job_runner.h"

#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#include "base/number.h"

#define STARTED_FIELD 20 /* behind the bracket */

/* "1234.567890": the second is field 22 of /proc/PID/stat (proc(5)), ticks since the machine was started. The
 * name of the program, which may have anything in it, ends at the last bracket. */
static bool runner_of(int64_t pid, char out[JOB_RUNNER_SIZE])
{
	char path[64], text[1024];
	struct str rest = { text, 0 }, before, started = STR_NONE;
	FILE *f;

	snprintf(path, sizeof(path), "/proc/%lld/stat", (long long)pid);
	f = fopen(path, "re");
	if (!f)
		return false;
	rest.len = fread(text, 1, sizeof(text), f);
	fclose(f);
	while (str_cut(&rest, ')', &before))
		;
	for (int i = 0; i <= STARTED_FIELD; i++)
		if (!str_cut(&rest, ' ', &started))
			return false;
	snprintf(out, JOB_RUNNER_SIZE, "%lld." STR_FMT, (long long)pid, STR_ARG(started));
	return true;
}

const char *job_runner_self(char out[JOB_RUNNER_SIZE])
{
	if (!runner_of(getpid(), out))
		snprintf(out, JOB_RUNNER_SIZE, "%lld.0", (long long)getpid());
	return out;
}

bool job_runner_runs(struct str runner)
{
	struct str rest = runner, number;
	char now[JOB_RUNNER_SIZE];
	struct err e;
	int64_t pid;

	return str_cut(&rest, '.', &number) && number_parse(number, "process", 1, INT32_MAX, &pid, &e) &&
	       runner_of(pid, now) && str_eq(str_of(now), runner);
}
