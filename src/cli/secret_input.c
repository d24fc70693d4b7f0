#include "cli/secret_input.h"

#include <errno.h>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#define LINE_MOST 4096

static struct str first_line(const char *text, struct arena *arena)
{
	struct str line = str_of(text);

	return arena_copy(arena, str_first(line, str_index(line, '\n')));
}

static bool from_file(const char *path, struct arena *arena, struct str *out, struct err *e)
{
	FILE *file = strcmp(path, "-") == 0 ? stdin : fopen(path, "re");
	char line[LINE_MOST] = "";
	bool read;

	if (!file)
		return err_fail(e, ERR_IO, "%s: %s", path, strerror(errno));
	read = fgets(line, sizeof(line), file);
	if (file != stdin)
		fclose(file);
	*out = first_line(line, arena);
	return read || err_fail(e, ERR_INPUT, "%s: expected a secret in its first line", path);
}

static bool from_terminal(const char *prompt, struct arena *arena, struct str *out, struct err *e)
{
	FILE *terminal = fopen("/dev/tty", "r+e");
	struct termios shown, hidden;
	char line[LINE_MOST] = "";
	bool read;

	*out = STR_NONE;
	if (!terminal)
		return true;
	fprintf(terminal, "%s: ", prompt);
	fflush(terminal);
	if (tcgetattr(fileno(terminal), &shown) != 0) {
		fclose(terminal);
		return err_fail(e, ERR_IO, "the terminal: %s", strerror(errno));
	}
	hidden = shown;
	hidden.c_lflag &= ~(tcflag_t)ECHO;
	tcsetattr(fileno(terminal), TCSAFLUSH, &hidden);
	read = fgets(line, sizeof(line), terminal);
	tcsetattr(fileno(terminal), TCSAFLUSH, &shown);
	fputc('\n', terminal);
	fclose(terminal);
	if (read)
		*out = first_line(line, arena);
	return true;
}

bool secret_input(const struct options *o, const char *option, const char *prompt, struct arena *arena,
    struct str *out, struct err *e)
{
	const char *path = options_value(o, option);

	return path ? from_file(path, arena, out, e) : from_terminal(prompt, arena, out, e);
}
