#include "cli/command.h"

#include <string.h>

#include "cli/options.h"
#include "cli/print.h"

const struct command *const commands[] = {
	&command_scan,
	&command_feed_import,
	&command_feed_status,
	&command_feed_off,
	&command_feed_on,
	&command_feed_sync,
	&command_coverage,
	&command_device_add,
	&command_device_import,
	&command_device_set,
	&command_device_show,
	&command_device_list,
	&command_release_add,
	&command_release_set,
	&command_release_list,
	&command_lot_add,
	&command_lot_import,
	&command_lot_set,
	&command_lot_list,
	&command_consignee_add,
	&command_consignee_import,
	&command_consignee_list,
	&command_consignee_show,
	&command_sbom_import,
	&command_sbom_check,
	&command_sbom_diff,
	&command_evidence_import,
	&command_evidence_propose,
	&command_evidence_accept,
	&command_match,
	&command_where,
	&command_alias_add,
	&command_alias_remove,
	&command_alias_list,
	&command_alias_check,
	&command_name_refuse,
	&command_name_accept,
	&command_name_list,
	&command_signal_add,
	&command_signal_from_findings,
	&command_signal_from_advisory,
	&command_signal_list,
	&command_signal_show,
	&command_signal_amend,
	&command_signal_triage,
	&command_signal_link,
	&command_signal_not_reportable,
	&command_signal_sign,
	&command_signal_acknowledge,
	&command_signal_log,
	&command_signal_embargo,
	&command_signal_credit,
	&command_signal_cve,
	&command_case_open,
	&command_case_rename,
	&command_case_vulnerability,
	&command_case_rubric,
	&command_case_ssvc,
	&command_case_assess,
	&command_case_communicate,
	&command_case_control,
	&command_case_plan,
	&command_control_add,
	&command_control_list,
	&command_control_show,
	&command_case_fix,
	&command_case_event,
	&command_case_correct,
	&command_case_validate,
	&command_case_distribute,
	&command_case_install,
	&command_case_check,
	&command_case_response,
	&command_case_progress,
	&command_case_extend,
	&command_case_supplement,
	&command_case_not_reportable,
	&command_case_premarket,
	&command_case_periodic,
	&command_case_periodic_item,
	&command_case_clock,
	&command_case_item,
	&command_case_mdr_item,
	&command_case_advisory,
	&command_case_decide,
	&command_case_attach,
	&command_case_attachment,
	&command_case_siblings,
	&command_case_drift,
	&command_case_close,
	&command_case_reopen,
	&command_case_list,
	&command_sign,
	&command_vex_import,
	&command_vex_list,
	&command_csaf_check,
	&command_csaf_index,
	&command_finding_list,
	&command_finding_show,
	&command_finding_set,
	&command_finding_confirm,
	&command_finding_withdraw,
	&command_finding_history,
	&command_due,
	&command_report_casefile,
	&command_report_806,
	&command_report_806_amendment,
	&command_report_806_20,
	&command_report_mdr,
	&command_report_notice,
	&command_report_isao,
	&command_report_periodic,
	&command_report_metrics,
	&command_report_inspection,
	&command_sign_in,
	&command_sign_out,
	&command_second_factor,
	&command_second_factor_off,
	&command_second_factor_demand,
	&command_user_add,
	&command_user_list,
	&command_user_set,
	&command_user_reset,
	&command_user_identity,
	&command_user_access,
	&command_user_review,
	&command_user_sessions,
	&command_audit_verify,
	&command_audit_package,
	&command_audit_checkpoint,
	&command_audit_export,
	&command_audit_alert,
	&command_audit_events,
	&command_backup,
	&command_backup_verify,
	&command_restore,
	&command_serve,
	&command_demo,
	&command_program_show,
	&command_program_set,
	&command_program_isao,
	&command_program_policy_import,
	&command_program_policy_sign,
	&command_program_policy_list,
	&command_program_policy_show,
	&command_program_policy_diff,
	&command_program_template_import,
	&command_program_template_list,
	&command_program_template_show,
	&command_program_check,
	&command_cvss,
	&command_decide,
	&command_purl,
	&command_cpe,
	&command_version,
	NULL,
};

int command_fails(struct app *app, const struct err *e)
{
	fputs("aftercare: ", app->err);
	print_text(app->err, str_of(e->text));
	fputs(remedy_terminal(e->remedy), app->err);
	if (e->field)
		fprintf(app->err, " (--%s)", e->field);
	fputc('\n', app->err);
	return err_exit_status(e->code);
}

int command_with(struct app *app, int argc, char **argv, const struct option_spec *specs,
    bool (*act)(struct app *app, const struct options *o, struct err *e))
{
	SCOPED_OPTIONS o = { 0 };
	struct err e = { 0 };

	if (!options_parse(argc, argv, specs, &o, &e) || !act(app, &o, &e))
		return command_fails(app, &e);
	return 0;
}

static void print_list(FILE *to)
{
	fputs("usage: aftercare COMMAND ...\n\n", to);
	for (size_t i = 0; commands[i]; i++)
		fprintf(to, "  %-18s %s\n", commands[i]->name, commands[i]->summary);
	fputs("\naftercare help COMMAND tells more about one of them.\n", to);
}

static void print_help(FILE *to, const struct command *c)
{
	fprintf(to, "usage: aftercare %s %s\n\n%s\n", c->name, c->synopsis, c->summary);
	if (c->help)
		fprintf(to, "\n%s", c->help);
	fputs("\nEvery command on a store takes --store PATH (else AFTERCARE_STORE, else the user's data "
	      "directory); one\n"
	      "that changes it --by NAME (else AFTERCARE_USER, else the system's user) and --why TEXT, for "
	      "the trail.\n",
	    to);
}

/* How many words of argv the name of c takes up; 0 if argv does not begin with it. */
static int words_matched(const struct command *c, int argc, char **argv)
{
	struct str rest = str_of(c->name), word;
	int count = 0;

	while (str_next(&rest, ' ', &word)) {
		if (count >= argc || !str_eq(word, str_of(argv[count])))
			return 0;
		count++;
	}
	return count;
}

static const struct command *find(int argc, char **argv, int *words)
{
	const struct command *best = NULL;

	*words = 0;
	for (size_t i = 0; commands[i]; i++) {
		int matched = words_matched(commands[i], argc, argv);

		if (matched > *words) {
			best = commands[i];
			*words = matched;
		}
	}
	return best;
}

static bool asks_for_help(int argc, char **argv)
{
	for (int i = 0; i < argc && strcmp(argv[i], "--") != 0; i++)
		if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0)
			return true;
	return false;
}

/* Prints the commands that begin with the word, such as all of "case"; false if there are none. */
static bool print_group(FILE *to, const char *word)
{
	size_t len = strlen(word);
	bool any = false;

	for (size_t i = 0; commands[i]; i++)
		if (strncmp(commands[i]->name, word, len) == 0 && commands[i]->name[len] == ' ') {
			fprintf(to, "  %-18s %s\n", commands[i]->name, commands[i]->summary);
			any = true;
		}
	return any;
}

/* Behind the commands of a group stands what was not found in it, such as "case opne". */
static int unknown(struct app *app, int argc, char **argv)
{
	bool second = argc > 1 && argv[1][0] != '-';

	if (!print_group(app->err, argv[0]))
		print_line(
		    app->err, "aftercare: there is no command \"%s\"; aftercare help lists them", argv[0]);
	else
		print_line(app->err, "aftercare: there is no command \"%s%s%s\"; those of %s are above",
		    argv[0], second ? " " : "", second ? argv[1] : "", argv[0]);
	return err_exit_status(ERR_USAGE);
}

int commands_run(struct app *app, int argc, char **argv)
{
	const struct command *c;
	bool help = argc > 0 && (strcmp(argv[0], "help") == 0 || strcmp(argv[0], "--help") == 0);
	int words;

	if (help && argc == 1) {
		print_list(app->out);
		return 0;
	}
	if (argc > 0 && strcmp(argv[0], "--version") == 0) {
		fputs("aftercare " PROGRAM_VERSION "\n", app->out);
		return 0;
	}
	argc -= help;
	argv += help;
	if (argc == 0) {
		print_list(app->err);
		return err_exit_status(ERR_USAGE);
	}
	c = find(argc, argv, &words);
	if (!c)
		return (help || asks_for_help(argc, argv)) && print_group(app->out, argv[0])
			   ? 0
			   : unknown(app, argc, argv);
	if (help || asks_for_help(argc - words, argv + words)) {
		print_help(app->out, c);
		return 0;
	}
	return c->run(app, argc - words, argv + words);
}
