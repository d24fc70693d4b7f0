/*
 * main - makes the one struct app, finds the command and runs it.
 */
#include <stdio.h>

#include "base/memory.h"
#include "cli/command.h"

int main(int argc, char **argv)
{
	struct app app = {
		.out = stdout, .err = stderr, .in = stdin, .called = argc > 0 ? argv[0] : "aftercare"
	};
	int status;

	memory_begin();
	status = commands_run(&app, argc - 1, argv + 1);

	if (fflush(stdout) != 0 || ferror(stdout)) {
		fputs("aftercare: the output could not be written\n", stderr);
		return status ? status : err_exit_status(ERR_IO);
	}
	return status;
}
