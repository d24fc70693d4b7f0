/*
 * demo - a filled store of an invented manufacturer, and a walk through it with the program's own commands.
 */
#include "actions/demo/demo.h"
#include "actions/demo/demo_people.h"
#include "records/user.h"

#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"
#include "generated/places.h"

static const struct option_spec specs[] = {
	{ "store", OPTION_VALUE, NULL },
	{ "data", OPTION_VALUE, NULL },
	{ "reports", OPTION_VALUE, NULL },
	{ "people", OPTION_FLAG, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

#define WORDS_MOST 16

static void tell_step(void *ctx, const char *text)
{
	struct app *app = ctx;

	fprintf(app->out, "  %s\n", text);
	fflush(app->out);
}

/* Shows a command line and runs it as the terminal would; words are separated by one blank, none holds one. A
 * title may be NULL: the same as before. */
static int show(struct app *app, const char *title, const char *line)
{
	struct arena arena = { 0 };
	struct str rest = str_of(line), word;
	char *argv[WORDS_MOST + 1];
	int argc = 0, status;

	if (title)
		fprintf(app->out, "\n%s\n", title);
	fprintf(app->out, "$ aftercare %s\n", line);
	while (argc < WORDS_MOST && str_next(&rest, ' ', &word))
		argv[argc++] = arena_text(&arena, word);
	argv[argc] = NULL;
	status = commands_run(app, argc, argv);
	fflush(app->out);
	arena_free(&arena);
	return status;
}

static bool is_portfolio(const char *folder, struct arena *arena)
{
	struct stat there;

	return stat(arena_text(arena, arena_printf(arena, "%s/portfolio.json", folder)), &there) == 0;
}

/* Where the program was installed, wherever that was moved to since: ../share beside its bin. */
static const char *beside_program(struct arena *arena)
{
	char path[PATH_MAX];
	ssize_t len = readlink("/proc/self/exe", path, sizeof(path) - 1);
	struct str bin;

	if (len <= 0)
		return DEMO_FOLDER;
	bin = str_first(
	    (struct str){ path, (size_t)len }, str_last_index((struct str){ path, (size_t)len }, '/'));
	return arena_text(arena, arena_printf(arena, "%.*s/../share/aftercare/demo", STR_WHOLE(bin)));
}

/* The folder that --data names, that of the source tree, or what was installed. */
static bool find_data(const struct options *o, struct arena *arena, const char **out, struct err *e)
{
	const char *named = options_value(o, "data");
	const char *places[] = { "demo", beside_program(arena), DEMO_FOLDER };

	if (named) {
		*out = named;
		return is_portfolio(named, arena) ||
		       err_fail(e, ERR_INPUT, "there is no portfolio.json in %s", named);
	}
	for (size_t i = 0; i < COUNT(places); i++)
		if (is_portfolio(places[i], arena)) {
			*out = places[i];
			return true;
		}
	return err_fail(e, ERR_INPUT,
	    "the demonstration's portfolio is neither in the folder demo nor in " DEMO_FOLDER
	    ": --data FOLDER says where it is");
}

/* What could not be filled is not left behind half-made: there was no file of that name before. */
static void remove_store(const char *store, struct arena *arena)
{
	static const char *const parts[] = { "", "-wal", "-shm", "-journal" };
	struct str path = str_of(store);

	if (str_starts(path, STR("sqlite:")))
		path = str_from(path, strlen("sqlite:"));
	for (size_t i = 0; i < COUNT(parts); i++)
		unlink(arena_text(arena, arena_printf(arena, "%.*s%s", STR_WHOLE(path), parts[i])));
}

static bool fill(struct app *app, const struct options *o, const char *data, struct err *e)
{
	SCOPED_DB *db = NULL;

	fputs("Filling the store with four devices of an invented manufacturer\n", app->out);
	return session_open(o, DB_WRITE, &db, e) &&
	       demo_fill(db, data, options_has(o, "people"), session_by(o),
		   (struct demo_talk){ app, tell_step }, e);
}

/* The walk: each line is what a person would type. */
static int walk(
    struct app *app, const char *store, const char *data, const char *reports, struct arena *arena)
{
	static const struct {
		const char *title, *line;
	} steps[] = {
		{ "Where else is this one", "where CVE-2021-3712" },
		{ "What came in, and whose acknowledgement is due", "signal list" },
		{ "Whom the communication of casefile 1 must reach", "consignee list --casefile 1" },
		{ "What is due, soonest first", "due --within 60d" },
		{ "What the rules conclude from casefile 3, and why", "case decide 3" },
	};
	struct str scan =
	    arena_printf(arena, "scan %s/sboms/rivulet-s3-3.2.0.cdx.json --store %s", data, store);
	int status = show(app, "What touches the infusion pump, and why", arena_text(arena, scan));

	for (size_t i = 0; i < COUNT(steps) && status == 0; i++) {
		struct str line = arena_printf(arena, "%s --store %s", steps[i].line, store);

		status = show(app, steps[i].title, arena_text(arena, line));
	}
	for (int i = 1; i <= 4 && status == 0; i++) {
		struct str line = arena_printf(arena,
		    "report casefile %d --output %s/casefile-%d.html --store %s", i, reports, i, store);

		status = show(app, i == 1 ? "The record of each casefile, to read, print and file" : NULL,
		    arena_text(arena, line));
	}
	return status;
}

/* Who can sign in; the store asks who changes it. */
static void tell_people(struct app *app)
{
	fputs("\nWho can sign in, all with the secret " DEMO_SECRET ":\n", app->out);
	for (const struct demo_person *p = demo_people; p->name; p++) {
		SCOPED_BUF roles = buf_new(256);

		roles_write(p->roles, &roles);
		print_line(app->out, "  %-5s " STR_FMT, p->name, STR_ARG(buf_str(&roles)));
	}
}

static void say_next(struct app *app, const char *store, const char *data)
{
	fprintf(app->out,
	    "\nTry next:\n"
	    "  %s serve --store %s\n"
	    "  %s scan %s/sboms/larkfield-m8-8.4.1.cdx.json --store %s\n"
	    "  %s case decide 2 --store %s\n"
	    "  %s audit verify --store %s\n",
	    app->called, store, app->called, data, store, app->called, store, app->called, store);
}

static int run(struct app *app, int argc, char **argv)
{
	const char *store, *reports, *data;
	SCOPED_OPTIONS o = { 0 };
	SCOPED_ARENA arena = { 0 };
	struct err e = { 0 };
	struct stat there;
	int status;

	if (!options_parse(argc, argv, specs, &o, &e) || !options_words(&o, 0, 0, "nothing", &e))
		return command_fails(app, &e);
	store = options_value(&o, "store");
	reports = options_value(&o, "reports") ? options_value(&o, "reports") : ".";
	if (!store) {
		err_fail(&e, ERR_USAGE, "--store is missing: name a new file for the demonstration");
		return command_fails(app, &e);
	}
	if (stat(store, &there) == 0) {
		err_fail(
		    &e, ERR_CONFLICT, "%s is there already: name a new file for the demonstration", store);
		return command_fails(app, &e);
	}
	if (!find_data(&o, &arena, &data, &e))
		return command_fails(app, &e);
	if (!fill(app, &o, data, &e)) {
		remove_store(store, &arena);
		return command_fails(app, &e);
	}
	mkdir(reports, 0777); /* where it cannot be made, writing the first report says so */
	status = walk(app, store, data, reports, &arena);
	if (status != 0)
		return status;
	if (options_has(&o, "people"))
		tell_people(app);
	say_next(app, store, data);
	return 0;
}

const struct command command_demo = {
	.name = "demo",
	.synopsis = "--store PATH [--data FOLDER] [--reports FOLDER] [--people]",
	.summary = "fill a new store with an invented manufacturer and walk through it",
	.help =
	    "Invented devices, real components, real CVEs. --data is the folder with its portfolio; by "
	    "default demo, of\n"
	    "the source tree, else the one that was installed. Dates are relative to today. --people: "
	    "with a user for each role, whose secret is told; what happened is written and signed by them.\n",
	.options = specs,
	.run = run,
};
