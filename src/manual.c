/*
 * manual - run by the build: writes the manual pages and the completions of shells from the table of
 *commands.
 *
 *	manual pages FOLDER DATE DOCS...     a page for each command, with examples of the pages of docs/man
 *	manual bash|zsh|fish            to standard output
 */
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "cli/manual/completion.h"
#include "cli/manual/man_page.h"

static bool write_page(
    const char *folder, const struct command *c, const struct man_source *source, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct str name = c ? man_page_name(c, &arena) : STR("aftercare");
	const char *path =
	    arena_text(&arena, arena_printf(&arena, "%s/" STR_FMT ".1", folder, STR_ARG(name)));
	FILE *to = fopen(path, "we");

	if (!to)
		return err_fail(e, ERR_IO, "%s: %s", path, strerror(errno));
	if (c)
		man_page_command(to, c, source);
	else
		man_page_overview(to, source);
	return fclose(to) == 0 || err_fail(e, ERR_IO, "%s: %s", path, strerror(errno));
}

static bool write_pages(const char *folder, const char *date, char **docs, struct err *e)
{
	struct examples examples = { 0 };
	struct man_source source = { date, &examples };
	bool done = mkdir(folder, 0777) == 0 || errno == EEXIST ||
		    err_fail(e, ERR_IO, "%s: %s", folder, strerror(errno));

	for (size_t i = 0; done && docs[i]; i++)
		done = examples_read(docs[i], &examples, e);
	done = done && write_page(folder, NULL, &source, e);
	for (size_t i = 0; done && commands[i]; i++)
		done = write_page(folder, commands[i], &source, e);
	examples_clear(&examples);
	return done;
}

int main(int argc, char **argv)
{
	static const struct {
		const char *shell;
		void (*write)(FILE *to);
	} shells[] = { { "bash", completion_bash }, { "zsh", completion_zsh }, { "fish", completion_fish } };
	struct err e = { 0 };

	for (size_t i = 0; argc == 2 && i < COUNT(shells); i++)
		if (strcmp(argv[1], shells[i].shell) == 0) {
			shells[i].write(stdout);
			return fflush(stdout) == 0 ? 0 : err_exit_status(ERR_IO);
		}
	if (argc < 4 || strcmp(argv[1], "pages") != 0)
		err_fail(&e, ERR_USAGE, "manual pages FOLDER DATE DOCS..., or manual bash|zsh|fish");
	else if (write_pages(argv[2], argv[3], argv + 4, &e))
		return 0;
	fprintf(stderr, "manual: %s\n", e.text);
	return err_exit_status(e.code);
}
