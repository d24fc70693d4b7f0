/*
 * aftercare csaf check - holds advisories to CSAF 2.0; docs/man/csaf.md.
 */
#include "base/number.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"
#include "formats/unpack.h"
#include "publishing/csaf/csaf_check_json.h"

#define PATHS_MOST 4096

static const struct option_spec specs[] = {
	{ "level", OPTION_VALUE, "mandatory|optional|informative" },
	{ "strict", OPTION_FLAG, NULL },
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

struct checking {
	struct app *app;
	const char *path;
	struct json_out *json;	/* NULL: lines */
	enum csaf_level shown;	/* up to which level faults are told */
	enum csaf_level counts; /* up to which they make the exit status */
	size_t documents, bad, unread, of_level[CSAF_LEVEL_COUNT];
};

static void print_fault(struct checking *run, struct str file, const struct csaf_fault *f)
{
	print_line(run->app->out, STR_FMT ": %s%s%s" STR_FMT ": " STR_FMT, STR_ARG(file),
	    f->test->level <= run->counts ? "" : "warning: ", f->test->id, f->path.len ? " " : "",
	    STR_ARG(f->path), STR_ARG(f->text));
}

static void add_verdict(struct checking *run, struct str file, const struct csaf_verdict *verdict)
{
	size_t wrong = 0;

	for (int i = 0; i < CSAF_LEVEL_COUNT; i++) {
		run->of_level[i] += verdict->of_level[i];
		wrong += (enum csaf_level)i <= run->counts ? verdict->of_level[i] : 0;
	}
	run->bad += wrong > 0;
	if (run->json)
		csaf_verdict_json(run->json, file, verdict, run->shown);
	for (size_t i = 0; i < verdict->fault_count && !run->json; i++)
		if (verdict->faults[i].test->level <= run->shown)
			print_fault(run, file, &verdict->faults[i]);
}

/* The lists that stand beside a provider's documents. */
static bool is_list(const struct json_node *root)
{
	static const char *const keys[] = { "feed", "service", "categories", "metadata_version",
		"aggregator_version" };

	for (size_t i = 0; i < COUNT(keys) && !json_node_get(root, STR("document")); i++)
		if (json_node_get(root, str_of(keys[i])))
			return true;
	return false;
}

/* In a folder or an archive, what is not called .json is something else: hashes, signatures, lists. */
static bool check_one(void *ctx, struct input *in, struct err *e)
{
	struct checking *run = ctx;
	struct str file = input_name(in), name = file, folder;
	SCOPED_ARENA arena = { 0 };
	const struct json_node *root;
	struct csaf_verdict verdict;
	struct err unread = { 0 };

	(void)e;
	if (!str_eq(file, str_of(run->path)) && !str_ends(file, STR(".json")))
		return true;
	if (!json_tree_read(in, &arena, &root, &unread)) {
		run->documents++;
		run->unread++;
		command_fails(run->app, &unread);
		return true;
	}
	if (!str_eq(file, str_of(run->path)) && is_list(root))
		return true;
	run->documents++;
	str_cut_last(&name, '/', &folder);
	csaf_check(root, name, &arena, &verdict);
	add_verdict(run, file, &verdict);
	return true;
}

static bool check(struct checking *run, const struct options *o, struct err *e)
{
	const char *paths[PATHS_MOST];
	int count;

	if (!options_words(o, 1, PATHS_MOST, "the advisories", e))
		return false;
	count = options_values(o, NULL, paths, PATHS_MOST);
	if (session_wants_json(o)) {
		run->json = json_out_file(run->app->out, true);
		json_open_array(run->json);
	}
	for (int i = 0; i < count; i++) {
		run->path = paths[i];
		if (!unpack_path(paths[i], (struct unpack_sink){ run, check_one }, e)) {
			json_out_drop(run->json);
			return false;
		}
	}
	if (!run->json) {
		fprintf(run->app->out, "%zu document%s: %zu error%s, %zu warning%s\n", run->documents,
		    PLURAL(run->documents), run->of_level[CSAF_MANDATORY],
		    PLURAL(run->of_level[CSAF_MANDATORY]), run->of_level[CSAF_OPTIONAL],
		    PLURAL(run->of_level[CSAF_OPTIONAL]));
		return true;
	}
	json_close_array(run->json);
	return json_out_close(run->json) || err_fail(e, ERR_IO, "the output could not be written");
}

static enum csaf_level level_of(const struct options *o)
{
	struct str word = options_text(o, "level");

	for (int i = 0; i < CSAF_LEVEL_COUNT; i++)
		if (str_eq(word, str_of(csaf_level_name((enum csaf_level)i))))
			return (enum csaf_level)i;
	return CSAF_OPTIONAL;
}

static int run(struct app *app, int argc, char **argv)
{
	SCOPED_OPTIONS o = { 0 };
	struct checking run = { .app = app };
	struct err e = { 0 };

	if (!options_parse(argc, argv, specs, &o, &e))
		return command_fails(app, &e);
	run.shown = level_of(&o);
	run.counts = options_has(&o, "strict") ? CSAF_OPTIONAL : CSAF_MANDATORY;
	if (!check(&run, &o, &e))
		return command_fails(app, &e);
	if (run.unread)
		return err_exit_status(ERR_INPUT);
	return run.bad > 0;
}

const struct command command_csaf_check = {
	.name = "csaf check",
	.synopsis = "FILE... [--level mandatory|optional|informative] [--strict] [--format table|json]",
	.summary = "hold security advisories to CSAF 2.0",
	.help =
	    "Each fault is a line: the file, the number of the test in the standard, where, and what. "
	    "Schema and\n"
	    "mandatory tests (6.1) make the exit status 1; optional ones (6.2) are warnings, with --strict "
	    "they\n"
	    "count too. --level says up to which tests are told. A file that is no JSON is reported, the "
	    "rest is\n"
	    "checked, and the exit status is 3. Folders and archives are looked through for what is called "
	    ".json,\n"
	    "a provider's lists left out.\n"
	    "Not run are the tests that need a network or a dictionary: 6.3.6, 6.3.7 and 6.3.8.\n",
	.options = specs,
	.run = run,
};
