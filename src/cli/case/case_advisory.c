/*
 * aftercare case advisory - what is published of a casefile; docs/man/advisory.md.
 */
#include "actions/clock.h"
#include "actions/reports/publish.h"
#include "actions/reports/publish_draft.h"
#include "cli/case_options.h"
#include "cli/command.h"
#include "cli/output_file.h"
#include "cli/print.h"
#include "cli/report/csaf_index.h"
#include "cli/session.h"
#include "cli/warnings.h"
#include "limits.h"

#define VALUES_MOST 256

static const struct option_spec specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "format", OPTION_VALUE, "csaf|openvex|cyclonedx" },
	{ "profile", OPTION_VALUE, "security_advisory|vex" },
	{ "status", OPTION_VALUE, "draft|interim|final" },
	{ "issue", OPTION_FLAG, NULL },
	{ "tlp", OPTION_VALUE, "CLEAR|GREEN|AMBER|AMBER+STRICT|RED" },
	{ "lang", OPTION_VALUE, NULL },
	{ "title", OPTION_VALUE, NULL },
	{ "summary", OPTION_VALUE, NULL },
	{ "revision", OPTION_VALUE, NULL },
	{ "anew", OPTION_FLAG, NULL },
	{ "cwe", OPTION_VALUE, NULL },
	{ "alias", OPTION_MANY, NULL },
	{ "note", OPTION_MANY, NULL },
	{ "reference", OPTION_MANY, NULL },
	{ "affected", OPTION_MANY, NULL },
	{ "fixed", OPTION_MANY, NULL },
	{ "not-affected", OPTION_MANY, NULL },
	{ "under-investigation", OPTION_MANY, NULL },
	{ "justification", OPTION_VALUE, NULL },
	{ "first-fixed", OPTION_VALUE, NULL },
	{ "recommended", OPTION_VALUE, NULL },
	{ "output", OPTION_VALUE, NULL },
	{ "folder", OPTION_VALUE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

/* What is said by options. */
static void read_saying(
    const struct options *o, struct instant at, struct arena *arena, struct publish_saying *out)
{
	*out = (struct publish_saying){ .anew = options_has(o, "anew"),
		.status = options_text(o, "status"),
		.revision = options_text(o, "revision"),
		.issue = options_has(o, "issue"),
		.at = at };
	for (size_t i = 0; i < PUBLISH_WORDS; i++) {
		struct publication_said *said = &out->given[i];
		const char *values[VALUES_MOST];

		said->count = (size_t)options_values(o, publish_words[i].option, values, VALUES_MOST);
		said->texts = arena_alloc(arena, said->count, sizeof(*said->texts));
		for (size_t k = 0; k < said->count; k++)
			said->texts[k] = str_of(values[k]);
	}
}

static bool put_output(struct app *app, const struct options *o, struct str bytes, struct err *e)
{
	const char *path = options_value(o, "output"), *folder = options_value(o, "folder");
	SCOPED_OUTPUT_FILE *file = NULL;
	struct output_file *kept;

	if (folder)
		return csaf_folder_put(folder, bytes, e);
	if (!path)
		return fwrite(bytes.ptr, 1, bytes.len, app->out) == bytes.len ||
		       err_fail(e, ERR_IO, "the output could not be written");
	if (!output_file_open(path, &file, e))
		return false;
	if (fwrite(bytes.ptr, 1, bytes.len, output_file_stream(file)) != bytes.len)
		return err_fail(e, ERR_IO, "%s could not be written", path);
	kept = file;
	file = NULL;
	return output_file_keep(kept, e);
}

/* It is recorded with its digest before anybody gets it. */
static bool issue(
    struct app *app, const struct options *o, struct db *db, const struct publication_issue *i, struct err *e)
{
	const struct publication *p = i->publication;
	int64_t record;

	if (!publish_issue(db, i, session_by(o), &record, e))
		return false;
	print_line(app->err, "aftercare: casefile %lld: advisory %lld, " STR_FMT ", version %lld, %s",
	    (long long)i->facts->casefile->casefile.id, (long long)record, STR_ARG(p->id),
	    (long long)p->revisions[p->revision_count - 1].number, publication_status_word(p->status));
	return true;
}

/* A statement is never made by silence. */
static void tell_left_out(struct app *app, const struct publish_draft *draft, struct arena *arena)
{
	struct str *versions;
	size_t count;

	publish_left_out(draft, arena, &versions, &count);
	for (size_t i = 0; i < count; i++)
		print_line(app->err,
		    "aftercare: nothing was found in release \"" STR_FMT
		    "\", so nothing is said of it; --not-affected VERSION does",
		    STR_ARG(versions[i]));
}

/* What the optional tests of CSAF find: it may go out so, and readers may stumble. */
static bool tell_warnings(struct app *app, const struct publication *p, struct arena *arena, struct err *e)
{
	struct csaf_verdict verdict;

	if (!publish_check(p, arena, &verdict, e))
		return false;
	for (size_t i = 0; i < verdict.fault_count; i++) {
		const struct csaf_fault *f = &verdict.faults[i];

		if (f->test->level == CSAF_OPTIONAL)
			print_line(app->err, "aftercare: WARNING: CSAF %s, %s: " STR_FMT ": " STR_FMT,
			    f->test->id, f->test->title, STR_ARG(f->path), STR_ARG(f->text));
	}
	return true;
}

static enum publish_format format_of(const struct options *o)
{
	return options_has(o, "format") ? publish_format_find(options_text(o, "format")) : PUBLISH_CSAF;
}

static bool advisory(struct app *app, const struct options *o, struct err *e)
{
	enum db_mode mode = options_has(o, "issue") ? DB_CHANGE : DB_READ;
	struct publish_draft d = { 0 };
	struct publish_saying saying;
	SCOPED_ARENA arena = { 0 };
	SCOPED_BUF json = buf_new(LIMIT_RECORD_BYTES);
	SCOPED_DB *db = NULL;
	int64_t id;

	if (options_has(o, "folder") && (!options_has(o, "issue") || format_of(o) != PUBLISH_CSAF))
		return err_fail(e, ERR_USAGE, "--folder takes what is issued as CSAF");
	read_saying(o, publish_instant(instant_now()), &arena, &saying);
	if (!case_id_of(o, &id, e) || !session_open(o, mode, &db, e) ||
	    !publish_draft(db, id, &saying, &arena, &d, e) ||
	    !publish_write(&d.publication, format_of(o), &json, e))
		return false;
	tell_left_out(app, &d, &arena);
	if (options_has(o, "issue")) {
		struct publication_issue i = { &d.facts, &d.request, &d.publication, format_of(o),
			buf_str(&json) };

		return (i.format != PUBLISH_CSAF || tell_warnings(app, &d.publication, &arena, e)) &&
		       issue(app, o, db, &i, e) && put_output(app, o, buf_str(&json), e);
	}
	return warn_of_embargo(app, db, id, e) && put_output(app, o, buf_str(&json), e);
}

static int run(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, specs, advisory);
}

const struct command command_case_advisory = {
	.name = "case advisory",
	.synopsis =
	    "CASEFILE [--format csaf|openvex|cyclonedx] [--profile security_advisory|vex]\n"
	    "       [--issue] [--status draft|interim|final]\n"
	    "       [--tlp CLEAR|GREEN|AMBER|AMBER+STRICT|RED] [--lang TAG] [--title TEXT] [--summary TEXT]\n"
	    "       [--revision TEXT] [--cwe CWE-N] [--alias ID]... [--note CATEGORY=TEXT]... [--reference "
	    "\"URL TEXT\"]...\n"
	    "       [--affected VERSION]... [--fixed VERSION]... [--not-affected VERSION --justification "
	    "WORD]...\n"
	    "       [--under-investigation VERSION]... [--first-fixed VERSION] [--recommended VERSION]\n"
	    "       [--anew] [--output FILE | --folder FOLDER]",
	.summary = "draft the security advisory of a casefile, or issue it: CSAF 2.0, OpenVEX, CycloneDX",
	.help =
	    "What each release is comes from findings and what was decided about them, remedies from fixes "
	    "and\n"
	    "controls, notes from communications, thanks from signals. An option on a release stands before "
	    "what "
	    "was "
	    "found.\n"
	    "Every mandatory test of CSAF is run before anything is written; of what is issued as CSAF the "
	    "optional\nones are told. Without --issue it is a draft "
	    "and changes\n"
	    "nothing; --issue gives the advisory its number and the next version, and keeps the SHA-256 of "
	    "the file in the\n"
	    "casefile with all that was said. The next issue says the same where an option is not given anew "
	    "(--anew: it\ndoes not). It is refused while a signal of the casefile is under embargo. Nothing "
	    "is sent.\n",
	.options = specs,
	.run = run,
};
