/*
 * aftercare signal add, amend - what came in, and a correction of what was written of it.
 */
#include "actions/intake/signals.h"

#include "cli/case_options.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"
#include "cli/signal/signal_print.h"
#include "limits.h"

#define KINDS                                                                                                \
	"feed_match|complaint|researcher_report|isao_alert|service_record|supplier_advisory|returned_unit|"  \
	"other"

/* Contacts are personal and stand apart, as what more is. The words of a complaint are those of 21 CFR
 * 820.35(a). */
static const struct case_field fields[] = {
	{ "kind", "kind", CASE_TEXT, false, KINDS },
	{ "received", "received", CASE_WHEN, false, NULL },
	{ "received-by", "received_by", CASE_TEXT, false, NULL },
	{ "source", "source", CASE_TEXT, false, NULL },
	{ "summary", "summary", CASE_TEXT, false, NULL },
	{ "device", "devices", CASE_TEXTS, false, NULL },
	{ "vulnerability", "vulnerability", CASE_TEXT, false, NULL },
	{ "reference", "reference", CASE_TEXT, false, NULL },
	{ "tlp", "tlp", CASE_TEXT, false, "clear|green|amber|amber+strict|red" },
	{ "unit", "unit", CASE_TEXT, false, NULL },
	{ "details", "details", CASE_TEXT, false, NULL },
	{ "action-taken", "action_taken", CASE_TEXT, false, NULL },
	{ "reply", "reply", CASE_TEXT, false, NULL },
	{ "not-investigated", "not_investigated", CASE_TEXT, false, NULL },
	{ "contact-name", "name", CASE_TEXT, true, NULL },
	{ "contact-address", "address", CASE_TEXT, true, NULL },
	{ "contact-telephone", "telephone", CASE_TEXT, true, NULL },
	{ "contact-email", "email", CASE_TEXT, true, NULL },
	{ NULL, NULL, CASE_TEXT, false, NULL },
};

static bool write_both(const struct options *o, struct buf *received, struct buf *contact, struct err *e)
{
	return case_write_options(fields, o, false, received, e) &&
	       case_write_options(fields, o, true, contact, e);
}

static bool add(struct app *app, const struct options *o, struct err *e)
{
	static const char *const needed[] = { "kind", "received", "summary", NULL };
	SCOPED_BUF received = buf_new(LIMIT_RECORD_BYTES), contact = buf_new(LIMIT_RECORD_BYTES);
	struct signal_receipt receipt;
	SCOPED_DB *db = NULL;
	int64_t id;

	if (!options_words(o, 0, 0, "nothing", e) || !options_needed(o, needed, e) ||
	    !write_both(o, &received, &contact, e))
		return false;
	receipt = (struct signal_receipt){ .received = buf_str(&received), .contact = buf_str(&contact) };
	if (!session_open(o, DB_CHANGE, &db, e) || !signal_add(db, &receipt, session_by(o), &id, e))
		return false;
	print_line(app->out, "signal %lld: %s, received %s", (long long)id, options_value(o, "kind"),
	    options_value(o, "received"));
	return true;
}

static bool amend(struct app *app, const struct options *o, struct err *e)
{
	static const char *const needed[] = { "why", NULL };
	SCOPED_BUF received = buf_new(LIMIT_RECORD_BYTES), contact = buf_new(LIMIT_RECORD_BYTES);
	struct signal_effects effects = { 0 };
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	bool any_received, any_contact;
	int64_t id;

	if (!options_words(o, 1, 1, "the signal's number", e) ||
	    !options_word_number(o, "signal number", &id, e) || !options_needed(o, needed, e) ||
	    !write_both(o, &received, &contact, e))
		return false;
	any_received = !str_eq(buf_str(&received), STR("{}"));
	any_contact = !str_eq(buf_str(&contact), STR("{}"));
	if (!any_received && !any_contact)
		return err_fail(e, ERR_USAGE, "nothing is stated: see --help for the options");
	if (!session_open(o, DB_CHANGE, &db, e) ||
	    (any_received &&
		!signal_enter(db, id, "received", buf_str(&received), session_by(o), &arena, &effects, e)) ||
	    (any_contact &&
		!signal_enter(db, id, "contact", buf_str(&contact), session_by(o), &arena, &effects, e)))
		return false;
	print_line(app->out, "signal %lld: amended", (long long)id);
	signal_print_moves(app, &effects.moves);
	return true;
}

static const struct option_spec *made_options(const char *of, struct arena *arena)
{
	(void)of;
	return case_options_of(fields, NULL, arena);
}

static int run_add(struct app *app, int argc, char **argv)
{
	SCOPED_ARENA arena = { 0 };

	return command_with(app, argc, argv, made_options(NULL, &arena), add);
}

static int run_amend(struct app *app, int argc, char **argv)
{
	SCOPED_ARENA arena = { 0 };

	return command_with(app, argc, argv, made_options(NULL, &arena), amend);
}

#define FIELDS_HELP                                                                                          \
	"       [--received-by NAME] [--source TEXT] [--device NAME]... [--vulnerability ID] [--reference "  \
	"TEXT]\n"                                                                                            \
	"       [--tlp clear|green|amber|amber+strict|red] [--contact-name TEXT] [--contact-address TEXT]\n" \
	"       [--contact-telephone TEXT] [--contact-email TEXT] [--unit UDI] [--details TEXT]\n"           \
	"       [--action-taken TEXT] [--reply TEXT] [--not-investigated TEXT]"

const struct command command_signal_add = {
	.name = "signal add",
	.synopsis = "--kind KIND --received WHEN --summary TEXT\n" FIELDS_HELP,
	.summary = "record what came in that points to a vulnerability",
	.help =
	    "KIND is " KINDS ".\n"
	    "WHEN is an instant with its offset from UTC, 2026-01-02T23:30:00-05:00, or a day in the firm's "
	    "time zone: when\n"
	    "anybody in the firm received it, not when it was written down. The last five are those of a "
	    "complaint record\n"
	    "(21 CFR 820.35(a)). Contacts are personal data: they are in no report and not in the audit "
	    "trail.\n",
	.options_made = made_options,
	.run = run_add,
};

const struct command command_signal_amend = {
	.name = "signal amend",
	.synopsis = "SIGNAL --why TEXT [--kind KIND] [--received WHEN] [--summary TEXT]\n" FIELDS_HELP,
	.summary = "correct or complete what is written of a signal; what it said stays on record",
	.help = "What is not given anew is kept. An earlier receipt moves the clocks of the casefiles it is "
		"in.\n",
	.options_made = made_options,
	.run = run_amend,
};
