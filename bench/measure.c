/*
 * measure - runs a command and writes what it cost: seconds from fork to end, peak memory, exit status.
 *
 * usage: measure RESULT COMMAND...
 *
 * A process of its own, small and quick to start: what a caller's runtime weighs and takes is not counted.
 * The command runs before all that is not urgent, where that is allowed.
 */
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

int main(int argc, char **argv)
{
	struct sched_param urgent = { .sched_priority = 5 };
	struct rusage usage;
	double since = now(), seconds;
	FILE *result;
	int status;
	pid_t child;

	if (argc < 3)
		return 2;
	child = fork();
	if (child == 0) {
		sched_setscheduler(0, SCHED_RR, &urgent);
		execvp(argv[2], argv + 2);
		_exit(127);
	}
	if (child < 0 || wait4(child, &status, 0, &usage) != child)
		return 1;
	seconds = now() - since;
	result = fopen(argv[1], "w");
	if (!result)
		return 1;
	fprintf(result, "%.6f %ld %d\n", seconds, usage.ru_maxrss,
	    WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
	return fclose(result) == 0 ? 0 : 1;
}
