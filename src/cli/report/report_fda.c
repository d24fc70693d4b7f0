/*
 * report_fda - the reports to FDA, to customers and to an ISAO, drafted from a casefile.
 */
#include "actions/reports/report_fda.h"

#include "actions/clock.h"
#include "actions/duties/report_periodic.h"
#include "actions/reports/report_issue.h"
#include "cli/case_options.h"
#include "cli/command.h"
#include "cli/document_output.h"
#include "cli/print.h"
#include "cli/session.h"
#include "cli/warnings.h"
#include "reports/fda/customer_notice.h"
#include "reports/fda/isao_submission.h"

static const struct option_spec plain_specs[] = {
	SESSION_STORE_OPTION,
	DOCUMENT_OPTIONS,
	{ "today", OPTION_DATE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static const struct option_spec issue_specs[] = {
	SESSION_CHANGE_OPTIONS,
	DOCUMENT_OPTIONS,
	{ "final", OPTION_FLAG, NULL },
	{ "issue", OPTION_FLAG, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static const struct option_spec record_specs[] = {
	SESSION_CHANGE_OPTIONS,
	DOCUMENT_OPTIONS,
	{ "today", OPTION_DATE, NULL },
	{ "issue", OPTION_FLAG, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static const struct option_spec mdr_specs[] = {
	SESSION_CHANGE_OPTIONS,
	DOCUMENT_OPTIONS,
	{ "today", OPTION_DATE, NULL },
	{ "event", OPTION_NUMBER, NULL },
	{ "issue", OPTION_FLAG, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static const struct option_spec notice_specs[] = {
	SESSION_STORE_OPTION,
	DOCUMENT_OPTIONS,
	{ "today", OPTION_DATE, NULL },
	{ "recipients", OPTION_FLAG, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static const struct option_spec period_specs[] = {
	SESSION_STORE_OPTION,
	DOCUMENT_OPTIONS,
	{ "from", OPTION_DATE, NULL },
	{ "to", OPTION_DATE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

/* The casefile that is named; what is under embargo is warned of before it leaves the house. */
static bool open_case(struct app *app, const struct options *o, struct db **db, struct arena *arena,
    struct fda_case *c, struct err *e)
{
	enum db_mode mode = options_has(o, "issue") ? DB_CHANGE : DB_READ;
	int64_t id;

	return case_id_of(o, &id, e) && session_open(o, mode, db, e) &&
	       report_fda(*db, id, options_date(o, "today"), instant_now(), arena, c, e) &&
	       warn_of_embargo(app, *db, id, e);
}

/* The file is kept before anybody gets it. Where none is named it stays there: on the terminal it would stand
 * among what is said. */
static bool issue(struct app *app, const struct options *o, struct db *db, const struct fda_case *c,
    const struct correction_report *r, struct err *e)
{
	struct document_shape shape = document_output_shape(o);
	SCOPED_ARENA arena = { 0 };
	struct report_issued issued;

	if (!report_issue(db, c, r, &shape, session_by(o), &arena, &issued, e) ||
	    (options_has(o, "output") && !document_output_put(app, o, issued.file.bytes, e)))
		return false;
	print_line(app->err, "aftercare: casefile %lld: report %lld%s" STR_FMT,
	    (long long)c->casefile->casefile.id, (long long)issued.record, r->number.len ? ", " : "",
	    STR_ARG(r->number));
	if (!options_has(o, "output"))
		print_line(app->err,
		    "aftercare: the file is kept in the casefile (aftercare case attachment %lld --record "
		    "%lld "
		    "--output FILE)",
		    (long long)c->casefile->casefile.id, (long long)issued.record);
	if (issued.waits.len)
		print_line(app->err, "aftercare: " STR_FMT " (aftercare sign)", STR_ARG(issued.waits));
	return true;
}

static bool report_to_issue(struct app *app, const struct options *o, struct str kind, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct correction_report r;
	struct fda_case c;
	int64_t event = 0;

	if (!options_number(o, "event", 1, INT64_MAX, &event, e) || !open_case(app, o, &db, &arena, &c, e) ||
	    !report_issue_make(kind, event, &c, &arena, &r, e))
		return false;
	if (options_has(o, "issue"))
		return issue(app, o, db, &c, &r, e);
	return (!options_has(o, "final") || report_issue_check(&c, &r, e)) &&
	       document_output(app, o, r.document, NULL, e);
}

static bool report_806(struct app *app, const struct options *o, struct err *e)
{
	return report_to_issue(app, o, STR("806"), e);
}

static bool report_amendment(struct app *app, const struct options *o, struct err *e)
{
	return report_to_issue(app, o, STR("806-amendment"), e);
}

/* Once it is issued the designated person signs the record of that. */
static bool report_record(struct app *app, const struct options *o, struct err *e)
{
	return report_to_issue(app, o, STR("806.20"), e);
}

static bool report_mdr(struct app *app, const struct options *o, struct err *e)
{
	if (options_has(o, "issue") && options_has(o, "today"))
		return err_fail(e, ERR_USAGE, "what is issued is of today: --today is of drafts");
	return report_to_issue(app, o, STR("mdr"), e);
}

static bool report_isao(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct fda_case c;

	return open_case(app, o, &db, &arena, &c, e) &&
	       document_output(app, o, isao_submission(&c, &arena), NULL, e);
}

/* The only plain word. */
static struct str device_name(const struct options *o)
{
	const char *name = "";

	options_values(o, NULL, &name, 1);
	return str_of(name);
}

static bool put_periodic(struct app *app, const struct options *o, struct err *e)
{
	struct window period = { options_date(o, "from"), options_date(o, "to") };
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct document *d;

	if (!options_words(o, 1, 1, "the device's name", e))
		return false;
	if (!options_has(o, "from") || !options_has(o, "to"))
		return err_fail(e, ERR_USAGE, "the period is missing: --from DATE --to DATE");
	return session_open(o, DB_READ, &db, e) &&
	       report_periodic(db, device_name(o), period, instant_now(), &arena, &d, e) &&
	       warn_of_embargo(app, db, 0, e) && document_output(app, o, d, NULL, e);
}

/* The letter is written all the same: what is missing stands in it. */
static bool report_notice(struct app *app, const struct options *o, unsigned *missing, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct customer_notice n;
	struct fda_case c;

	if (!open_case(app, o, &db, &arena, &c, e))
		return false;
	if (options_has(o, "recipients"))
		return document_output(app, o, customer_notice_recipients(&c, &arena), NULL, e);
	customer_notice_make(&c, &arena, &n);
	*missing = n.missing;
	return document_output(app, o, n.document, NULL, e);
}

static int run_notice(struct app *app, int argc, char **argv)
{
	SCOPED_OPTIONS o = { 0 };
	struct err e = { 0 };
	unsigned missing = 0;

	if (!options_parse(argc, argv, notice_specs, &o, &e) || !report_notice(app, &o, &missing, &e))
		return command_fails(app, &e);
	for (int i = 0; i < NOTICE_CONTENT_COUNT; i++)
		if (missing & (1U << i))
			print_line(app->err, "aftercare: the communication lacks %s",
			    notice_content_words((enum notice_content)i));
	return missing ? 1 : 0;
}

static int run_806(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, issue_specs, report_806);
}

static int run_amendment(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, issue_specs, report_amendment);
}

static int run_record(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, record_specs, report_record);
}

static int run_mdr(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, mdr_specs, report_mdr);
}

static int run_isao(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, plain_specs, report_isao);
}

static int run_periodic(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, period_specs, put_periodic);
}

#define ISSUE_HELP                                                                                           \
	"--final is refused while an item is neither there nor explained by a statement of item 13 "         \
	"(aftercare case\nitem). --issue is final too, gives it its number and keeps its digest in the "     \
	"casefile. Nothing is sent to FDA.\n"

const struct command command_report_806 = {
	.name = "report 806",
	.synopsis = "CASEFILE [--final] [--issue] " DOCUMENT_SYNOPSIS,
	.summary = "the report of a correction or removal, 21 CFR 806.10, item by item",
	.help = ISSUE_HELP DOCUMENT_HELP,
	.options = issue_specs,
	.run = run_806,
};

const struct command command_report_806_amendment = {
	.name = "report 806-amendment",
	.synopsis = "CASEFILE [--final] [--issue] " DOCUMENT_SYNOPSIS,
	.summary = "the amendment of the last 806 report: item 2, and the items that have changed since",
	.help = ISSUE_HELP DOCUMENT_HELP,
	.options = issue_specs,
	.run = run_amendment,
};

const struct command command_report_806_20 = {
	.name = "report 806.20",
	.synopsis = "CASEFILE [--issue] " DOCUMENT_SYNOPSIS " [--today DATE]",
	.summary = "the record of a correction or removal that is not reported, with its justification",
	.help = "--issue keeps its digest in the casefile, as a record for the designated person to sign; it "
		"is refused\n"
		"where the rules ask for a report, and while something is missing that 21 CFR 806.20(b) asks "
		"for. case item\n"
		"--item 3, 5, 7 or 12 --text says in words what does not stand in the register, or does not "
		"apply.\n" DOCUMENT_HELP,
	.options = record_specs,
	.run = run_record,
};

const struct command command_report_mdr = {
	.name = "report mdr",
	.synopsis = "CASEFILE [--event RECORD] [--issue] " DOCUMENT_SYNOPSIS " [--today DATE]",
	.summary = "facts for a medical device report, by the blocks of Form FDA 3500A",
	.help =
	    "--event: the record of the event; it may be left out where there is one event alone. Unit and "
	    "reporter are\n"
	    "those of the complaint that tells of it (case event --signal N), or of the only one. What "
	    "nobody "
	    "has stated is\n"
	    "marked, with who could know it (case mdr-item); --issue is refused while something is. It "
	    "gives it its\n"
	    "number, where none is stated (case event --mdr-number), and keeps the file in the casefile, to "
	    "be signed before\n"
	    "it is released.\n" DOCUMENT_HELP,
	.options = mdr_specs,
	.run = run_mdr,
};

const struct command command_report_notice = {
	.name = "report notice",
	.synopsis = "CASEFILE [--recipients] " DOCUMENT_SYNOPSIS " [--today DATE]",
	.summary = "the communication to customers, its four required contents checked",
	.help =
	    "Each content that is missing is named, and the exit status is 1. Where there is a correction or "
	    "removal it has the\nform of a recall communication, with a response form. --recipients: who is "
	    "to get it, in "
	    "its place.\n" DOCUMENT_HELP,
	.options = notice_specs,
	.run = run_notice,
};

const struct command command_report_isao = {
	.name = "report isao",
	.synopsis = "CASEFILE " DOCUMENT_SYNOPSIS " [--today DATE]",
	.summary = "what an ISAO is told of the vulnerability, and the communications to customers",
	.help = DOCUMENT_HELP,
	.options = plain_specs,
	.run = run_isao,
};

const struct command command_report_periodic = {
	.name = "report periodic",
	.synopsis = "DEVICE --from DATE --to DATE " DOCUMENT_SYNOPSIS,
	.summary = "the cybersecurity section of a periodic report, 21 CFR 814.84",
	.help = "The eleven points of the guidance for each casefile with a communication, a compensating "
		"control, a fix or\na correction in the period. What the casefile does not know is stated "
		"with case periodic-item.\n" DOCUMENT_HELP,
	.options = period_specs,
	.run = run_periodic,
};
