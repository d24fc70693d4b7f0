/*
 * command - what a command of the terminal is: its name, how it is called, its help and its function in one
 * struct.
 *
 * A command prints results on app->out and talk on app->err, and hands back its exit status; for a failure
 * with an error it calls command_fails().
 */
#pragma once
#include <stdio.h>

#include "base/err.h"
#include "base/str.h"

struct app {
	FILE *out, *err;
	FILE *in;
	const char *called; /* how the program was called: "build/aftercare" */
};

struct option_spec;
struct arena;

struct command {
	const char *name;     /* "scan", "case open" */
	const char *synopsis; /* "SBOM [--store URL | --feeds PATH...] [--format table|json]" */
	const char *summary;  /* one line for the list of commands */
	const char *help;     /* paragraphs; may be NULL */
	const struct option_spec *options;
	/* The same where they are made from a table of fields, in the arena; of is options_of. */
	const struct option_spec *(*options_made)(const char *of, struct arena *arena);
	const char *options_of;				    /* which of several such tables; else NULL */
	int (*run)(struct app *app, int argc, char **argv); /* argv[0] is the first word behind the name */
};

/* One a file, src/cli/NAME.c; a command is reached through the list below. */
extern const struct command command_alias_add;
extern const struct command command_alias_check;
extern const struct command command_name_refuse;
extern const struct command command_name_accept;
extern const struct command command_name_list;
extern const struct command command_alias_list;
extern const struct command command_alias_remove;
extern const struct command command_audit_package;
extern const struct command command_audit_checkpoint;
extern const struct command command_audit_alert;
extern const struct command command_audit_events;
extern const struct command command_audit_export;
extern const struct command command_audit_verify;
extern const struct command command_backup;
extern const struct command command_backup_verify;
extern const struct command command_case_advisory;
extern const struct command command_case_assess;
extern const struct command command_case_attach;
extern const struct command command_case_attachment;
extern const struct command command_case_check;
extern const struct command command_case_response;
extern const struct command command_case_clock;
extern const struct command command_case_close;
extern const struct command command_case_rename;
extern const struct command command_case_reopen;
extern const struct command command_case_communicate;
extern const struct command command_case_control;
extern const struct command command_case_correct;
extern const struct command command_case_decide;
extern const struct command command_case_distribute;
extern const struct command command_case_drift;
extern const struct command command_case_event;
extern const struct command command_case_extend;
extern const struct command command_case_fix;
extern const struct command command_case_install;
extern const struct command command_case_item;
extern const struct command command_case_mdr_item;
extern const struct command command_case_list;
extern const struct command command_case_open;
extern const struct command command_case_periodic;
extern const struct command command_case_periodic_item;
extern const struct command command_case_plan;
extern const struct command command_case_not_reportable;
extern const struct command command_case_premarket;
extern const struct command command_case_progress;
extern const struct command command_case_supplement;
extern const struct command command_case_validate;
extern const struct command command_case_rubric;
extern const struct command command_case_siblings;
extern const struct command command_case_ssvc;
extern const struct command command_case_vulnerability;
extern const struct command command_consignee_add;
extern const struct command command_consignee_import;
extern const struct command command_consignee_list;
extern const struct command command_consignee_show;
extern const struct command command_control_add;
extern const struct command command_control_list;
extern const struct command command_control_show;
extern const struct command command_coverage;
extern const struct command command_cpe;
extern const struct command command_csaf_check;
extern const struct command command_csaf_index;
extern const struct command command_cvss;
extern const struct command command_decide;
extern const struct command command_demo;
extern const struct command command_device_add;
extern const struct command command_device_import;
extern const struct command command_device_list;
extern const struct command command_device_set;
extern const struct command command_device_show;
extern const struct command command_due;
extern const struct command command_evidence_accept;
extern const struct command command_evidence_import;
extern const struct command command_evidence_propose;
extern const struct command command_feed_import;
extern const struct command command_feed_status;
extern const struct command command_feed_off;
extern const struct command command_feed_on;
extern const struct command command_feed_sync;
extern const struct command command_finding_confirm;
extern const struct command command_finding_history;
extern const struct command command_finding_list;
extern const struct command command_finding_set;
extern const struct command command_finding_show;
extern const struct command command_finding_withdraw;
extern const struct command command_lot_add;
extern const struct command command_lot_import;
extern const struct command command_lot_list;
extern const struct command command_lot_set;
extern const struct command command_match;
extern const struct command command_program_check;
extern const struct command command_program_isao;
extern const struct command command_program_policy_diff;
extern const struct command command_program_policy_import;
extern const struct command command_program_policy_list;
extern const struct command command_program_policy_show;
extern const struct command command_program_policy_sign;
extern const struct command command_program_set;
extern const struct command command_program_show;
extern const struct command command_program_template_import;
extern const struct command command_program_template_list;
extern const struct command command_program_template_show;
extern const struct command command_purl;
extern const struct command command_release_add;
extern const struct command command_release_list;
extern const struct command command_release_set;
extern const struct command command_report_806;
extern const struct command command_report_806_20;
extern const struct command command_report_806_amendment;
extern const struct command command_report_casefile;
extern const struct command command_report_inspection;
extern const struct command command_report_isao;
extern const struct command command_report_metrics;
extern const struct command command_report_mdr;
extern const struct command command_report_notice;
extern const struct command command_report_periodic;
extern const struct command command_restore;
extern const struct command command_sbom_check;
extern const struct command command_sbom_diff;
extern const struct command command_sbom_import;
extern const struct command command_scan;
extern const struct command command_serve;
extern const struct command command_sign;
extern const struct command command_second_factor;
extern const struct command command_second_factor_demand;
extern const struct command command_second_factor_off;
extern const struct command command_sign_in;
extern const struct command command_sign_out;
extern const struct command command_signal_acknowledge;
extern const struct command command_signal_add;
extern const struct command command_signal_amend;
extern const struct command command_signal_credit;
extern const struct command command_signal_cve;
extern const struct command command_signal_embargo;
extern const struct command command_signal_from_advisory;
extern const struct command command_signal_from_findings;
extern const struct command command_signal_link;
extern const struct command command_signal_list;
extern const struct command command_signal_log;
extern const struct command command_signal_not_reportable;
extern const struct command command_signal_show;
extern const struct command command_signal_sign;
extern const struct command command_signal_triage;
extern const struct command command_version;
extern const struct command command_user_access;
extern const struct command command_user_add;
extern const struct command command_user_identity;
extern const struct command command_user_list;
extern const struct command command_user_reset;
extern const struct command command_user_review;
extern const struct command command_user_sessions;
extern const struct command command_user_set;
extern const struct command command_vex_import;
extern const struct command command_vex_list;
extern const struct command command_where;

/* All commands in the order of the manual, ended by a row without a name; commands.c. */
extern const struct command *const commands[];

/* Finds the longest command that argv begins with and runs it; prints the help where asked for. The exit
 * status. */
int commands_run(struct app *app, int argc, char **argv);

struct options;

/* Reads the options and does what the command is for; 0, or the exit status of the error, which is printed.
 */
int command_with(struct app *app, int argc, char **argv, const struct option_spec *specs,
    bool (*act)(struct app *app, const struct options *o, struct err *e));

/* Prints "aftercare: <text>" on app->err; the exit status of e. */
int command_fails(struct app *app, const struct err *e);
