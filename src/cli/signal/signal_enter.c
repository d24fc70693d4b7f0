/*
 * aftercare signal acknowledge, log, embargo, credit, cve, not-reportable - what goes on with a signal and
 * who reported it: one table of fields each.
 */
#include "actions/intake/signals.h"

#include "actions/digest_file.h"
#include "cli/case_options.h"
#include "cli/case_renamed.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"
#include "cli/signal/signal_print.h"
#include "formats/json_write.h"
#include "limits.h"

#define ATTACHMENTS_MOST 64

struct form {
	const char *kind, *told;   /* of the entry; what is printed of it */
	const char *const *needed; /* options, ended by NULL */
	/* Writes the content; NULL: the fields as they are given. */
	bool (*write)(const struct form *form, const struct options *o, struct buf *out, struct err *e);
	const struct case_field *fields;
};

static bool enter(struct app *app, const struct form *form, const struct options *o, struct err *e)
{
	SCOPED_BUF content = buf_new(LIMIT_RECORD_BYTES);
	struct signal_effects effects = { 0 };
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	int64_t id;

	if (!options_words(o, 1, 1, "the signal's number", e) ||
	    !options_word_number(o, "signal number", &id, e) || !options_needed(o, form->needed, e) ||
	    !(form->write ? form->write(form, o, &content, e)
			  : case_write_options(form->fields, o, false, &content, e)) ||
	    !session_open(o, DB_CHANGE, &db, e) ||
	    !signal_enter(db, id, form->kind, buf_str(&content), session_by(o), &arena, &effects, e))
		return false;
	print_line(app->out, "signal %lld: %s", (long long)id, form->told);
	case_print_renames(app, &effects.renames);
	return true;
}

static const char *const nothing[] = { NULL };

/* Either it is done, or it is said why it is not: then the fields are empty. */
static bool write_reason(const struct options *o, const char *key, struct buf *out, struct err *e)
{
	static const char *const needed[] = { "reason", NULL };
	struct json_out *w;

	if (!options_needed(o, needed, e))
		return false;
	w = json_out_buf(out, false);
	json_open_object(w);
	json_field_bool(w, key, true);
	json_field_text(w, "reason", options_text(o, "reason"));
	json_close_object(w);
	json_out_close(w);
	return true;
}

static bool write_or_reason(const struct form *form, const struct options *o, const char *flag,
    const char *key, const char *when, struct buf *out, struct err *e)
{
	if (options_has(o, flag) == options_has(o, when))
		return err_fail(e, ERR_USAGE, "either --%s or --%s", when, flag);
	return options_has(o, flag) ? write_reason(o, key, out, e)
				    : case_write_options(form->fields, o, false, out, e);
}

static const struct case_field acknowledge_fields[] = {
	{ "at", "at", CASE_WHEN, false, NULL },
	{ "text", "text", CASE_TEXT, false, NULL },
	{ NULL, NULL, CASE_TEXT, false, NULL },
};

static const struct option_spec acknowledge_specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "at", OPTION_WHEN, NULL },
	{ "text", OPTION_VALUE, NULL },
	{ "waive", OPTION_FLAG, NULL },
	{ "reason", OPTION_VALUE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static bool write_acknowledgement(
    const struct form *form, const struct options *o, struct buf *out, struct err *e)
{
	return write_or_reason(form, o, "waive", "waived", "at", out, e);
}

static bool acknowledge(struct app *app, const struct options *o, struct err *e)
{
	static const struct form form = { "acknowledgement", "acknowledgement recorded", nothing,
		write_acknowledgement, acknowledge_fields };

	return enter(app, &form, o, e);
}

static int run_acknowledge(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, acknowledge_specs, acknowledge);
}

const struct command command_signal_acknowledge = {
	.name = "signal acknowledge",
	.synopsis = "SIGNAL --at WHEN [--text TEXT] | SIGNAL --waive --reason TEXT",
	.summary = "record that the receipt was acknowledged to who reported it",
	.help = "--waive: there is nobody who could be told, such as of a report without a name.\n",
	.options = acknowledge_specs,
	.run = run_acknowledge,
};

static const struct case_field log_fields[] = {
	{ "direction", "direction", CASE_TEXT, false, NULL },
	{ "at", "at", CASE_WHEN, false, NULL },
	{ "with", "with", CASE_TEXT, false, NULL },
	{ "text", "text", CASE_TEXT, false, NULL },
	{ NULL, NULL, CASE_TEXT, false, NULL },
};

static const struct option_spec log_specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "direction", OPTION_VALUE, "in|out" },
	{ "at", OPTION_WHEN, NULL },
	{ "with", OPTION_VALUE, NULL },
	{ "text", OPTION_VALUE, NULL },
	{ "attach", OPTION_MANY, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static bool write_attachment(struct json_out *w, const char *path, struct err *e)
{
	char hex[SHA256_HEX_SIZE];
	struct sha256 digest;
	struct str name = str_of(path), folder;
	bool regular;

	if (!digest_file(path, &regular, &digest, e))
		return false;
	if (!regular)
		return err_fail(e, ERR_INPUT, "%s: is no regular file", path);
	sha256_hex(&digest, hex);
	str_cut_last(&name, '/', &folder);
	json_open_object(w);
	json_field_text(w, "name", name);
	json_field_text(w, "sha256", str_of(hex));
	json_close_object(w);
	return true;
}

static bool write_log(const struct form *form, const struct options *o, struct buf *out, struct err *e)
{
	const char *paths[ATTACHMENTS_MOST];
	int count = options_values(o, "attach", paths, ATTACHMENTS_MOST);
	struct json_out *w;
	bool good = count <= ATTACHMENTS_MOST;

	if (!good)
		return err_fail(e, ERR_USAGE, "--attach is given more than %d times", ATTACHMENTS_MOST);
	w = json_out_buf(out, false);
	json_open_object(w);
	for (const struct case_field *f = form->fields; f->option; f++)
		json_field_text(w, f->key, options_text(o, f->option));
	json_key(w, "attachments");
	json_open_array(w);
	for (int i = 0; i < count && good; i++)
		good = write_attachment(w, paths[i], e);
	if (!good) {
		json_out_drop(w);
		return false;
	}
	json_close_array(w);
	json_close_object(w);
	json_out_close(w);
	return true;
}

static bool keep_log(struct app *app, const struct options *o, struct err *e)
{
	static const char *const needed[] = { "direction", "at", "with", "text", NULL };
	static const struct form form = { "correspondence", "correspondence recorded", needed, write_log,
		log_fields };

	return enter(app, &form, o, e);
}

static int run_log(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, log_specs, keep_log);
}

const struct command command_signal_log = {
	.name = "signal log",
	.synopsis = "SIGNAL --direction in|out --at WHEN --with NAME --text TEXT [--attach FILE]...",
	.summary = "record a message to or from whoever reported a signal, or a coordinator",
	.help = "Of an attachment its name and SHA-256 are kept; the file stays where it is.\n",
	.options = log_specs,
	.run = run_log,
};

static const struct case_field embargo_fields[] = {
	{ "until", "until", CASE_WHEN, false, NULL },
	{ "agreed-with", "agreed_with", CASE_TEXT, false, NULL },
	{ "text", "text", CASE_TEXT, false, NULL },
	{ NULL, NULL, CASE_TEXT, false, NULL },
};

static const struct option_spec embargo_specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "until", OPTION_INSTANT, NULL },
	{ "agreed-with", OPTION_VALUE, NULL },
	{ "text", OPTION_VALUE, NULL },
	{ "lift", OPTION_FLAG, NULL },
	{ "reason", OPTION_VALUE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static bool write_embargo(const struct form *form, const struct options *o, struct buf *out, struct err *e)
{
	return write_or_reason(form, o, "lift", "lifted", "until", out, e);
}

static bool embargo(struct app *app, const struct options *o, struct err *e)
{
	static const struct form form = { "embargo", "embargo recorded", nothing, write_embargo,
		embargo_fields };

	return enter(app, &form, o, e);
}

static int run_embargo(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, embargo_specs, embargo);
}

const struct command command_signal_embargo = {
	.name = "signal embargo",
	.synopsis = "SIGNAL --until INSTANT [--agreed-with NAME] [--text TEXT] | SIGNAL --lift --reason TEXT",
	.summary = "record until when nothing is to be told outside",
	.help = "INSTANT has its offset from UTC: 2026-03-01T12:00:00-05:00. What is owed by law is owed "
		"nonetheless.\n",
	.options = embargo_specs,
	.run = run_embargo,
};

static const struct case_field credit_fields[] = {
	{ "name", "name", CASE_TEXT, false, NULL },
	{ "wish", "wish", CASE_TEXT, false, "named|anonymous|none" },
	{ "text", "text", CASE_TEXT, false, NULL },
	{ NULL, NULL, CASE_TEXT, false, NULL },
};

static bool credit(struct app *app, const struct options *o, struct err *e)
{
	static const char *const needed[] = { "wish", NULL };
	static const struct form form = { "credit", "credit recorded", needed, NULL, credit_fields };

	return enter(app, &form, o, e);
}

static const struct option_spec *credit_options(const char *of, struct arena *arena)
{
	(void)of;
	return case_options_of(credit_fields, NULL, arena);
}

static int run_credit(struct app *app, int argc, char **argv)
{
	SCOPED_ARENA arena = { 0 };

	return command_with(app, argc, argv, credit_options(NULL, &arena), credit);
}

const struct command command_signal_credit = {
	.name = "signal credit",
	.synopsis = "SIGNAL --wish named|anonymous|none [--name TEXT] [--text TEXT]",
	.summary = "record how who found it wishes to be named in an advisory",
	.options_made = credit_options,
	.run = run_credit,
};

static const struct case_field cve_fields[] = {
	{ "requested-on", "requested_on", CASE_WHEN, false, NULL },
	{ "cna", "cna", CASE_TEXT, false, NULL },
	{ "assigned", "assigned", CASE_TEXT, false, NULL },
	{ "assigned-on", "assigned_on", CASE_WHEN, false, NULL },
	{ "text", "text", CASE_TEXT, false, NULL },
	{ NULL, NULL, CASE_TEXT, false, NULL },
};

static bool refuse_empty(const struct form *form, const struct options *o, struct buf *out, struct err *e)
{
	if (!case_write_options(form->fields, o, false, out, e))
		return false;
	return !str_eq(buf_str(out), STR("{}")) ||
	       err_fail(e, ERR_USAGE, "nothing is stated: see --help for the options");
}

static bool cve(struct app *app, const struct options *o, struct err *e)
{
	static const struct form form = { "cve_request", "CVE request recorded", nothing, refuse_empty,
		cve_fields };

	return enter(app, &form, o, e);
}

static const struct option_spec *cve_options(const char *of, struct arena *arena)
{
	(void)of;
	return case_options_of(cve_fields, NULL, arena);
}

static int run_cve(struct app *app, int argc, char **argv)
{
	SCOPED_ARENA arena = { 0 };

	return command_with(app, argc, argv, cve_options(NULL, &arena), cve);
}

const struct command command_signal_cve = {
	.name = "signal cve",
	.synopsis = "SIGNAL [--requested-on DATE] [--cna NAME] [--assigned CVE-ID] [--assigned-on DATE] "
		    "[--text TEXT]",
	.summary = "record that a CVE id was asked for, of whom, and which was assigned",
	.help = "What is not given anew is kept. The casefiles that the signal is in, and whose "
		"vulnerability has "
		"no CVE id yet,\nare filed under the one that is assigned (see case rename); what keeps one "
		"from it is told.\n",
	.options_made = cve_options,
	.run = run_cve,
};

static const struct case_field rationale_fields[] = {
	{ "on", "on", CASE_DATE, false, NULL },
	{ "basis", "basis", CASE_TEXT, false, MDR_BASES },
	{ "reason", "reason", CASE_TEXT, false, NULL },
	{ "judged-by", "judged_by", CASE_TEXT, false, NULL },
	{ "qualification", "qualification", CASE_TEXT, false, MDR_QUALIFICATIONS },
	{ NULL, NULL, CASE_TEXT, false, NULL },
};

static const struct option_spec *rationale_options(const char *of, struct arena *arena)
{
	(void)of;
	return case_options_of(rationale_fields, NULL, arena);
}

static bool keep_rationale(struct app *app, const struct options *o, struct err *e)
{
	static const char *const needed[] = { "on", "basis", "reason", NULL };
	static const struct form form = { "mdr_rationale", "why it is not reportable recorded", needed, NULL,
		rationale_fields };

	return enter(app, &form, o, e);
}

static int run_not_reportable(struct app *app, int argc, char **argv)
{
	SCOPED_ARENA arena = { 0 };

	return command_with(app, argc, argv, rationale_options(NULL, &arena), keep_rationale);
}

const struct command command_signal_not_reportable = {
	.name = "signal not-reportable",
	.synopsis = "SIGNAL --on DATE --basis BASIS --reason TEXT [--judged-by NAME --qualification "
		    "QUALIFICATION]",
	.summary = "record why a complaint that is in no casefile is not reportable (21 CFR 803)",
	.help =
	    "BASIS is criteria_not_met (803.3, 803.50), medical_judgment (803.20(c)(2)), "
	    "erroneous_information "
	    "or\nother_manufacturer (803.22(b)). A medical judgment says who made it and what qualifies "
	    "them: "
	    "physician,\nnurse, risk_manager, biomedical_engineer or other. In a store with users it counts "
	    "once its author and a\nsecond person have signed it (aftercare signal sign). It holds for the "
	    "complaint as it stands: when that\nis amended it is judged anew. What is reportable is an event "
	    "of a "
	    "casefile: signal link, case event.\n",
	.options_made = rationale_options,
	.run = run_not_reportable,
};
