/*
 * case_records - the commands that add a record to a casefile: one table of fields each, the words of the
 * facts document.
 */
#include "cli/case_options.h"

static int run_vulnerability(struct app *app, int argc, char **argv)
{
	return case_run_form(app, "vulnerability", argc, argv);
}

static int run_assess(struct app *app, int argc, char **argv)
{
	return case_run_form(app, "assessment", argc, argv);
}

static int run_communicate(struct app *app, int argc, char **argv)
{
	return case_run_form(app, "communication", argc, argv);
}

static int run_plan(struct app *app, int argc, char **argv)
{
	return case_run_form(app, "plan", argc, argv);
}

static int run_fix(struct app *app, int argc, char **argv)
{
	return case_run_form(app, "fix", argc, argv);
}

static int run_event(struct app *app, int argc, char **argv)
{
	return case_run_form(app, "event", argc, argv);
}

static int run_correct(struct app *app, int argc, char **argv)
{
	return case_run_form(app, "correction", argc, argv);
}

static int run_item(struct app *app, int argc, char **argv)
{
	return case_run_form(app, "report_item", argc, argv);
}

static int run_clock(struct app *app, int argc, char **argv)
{
	return case_run_form(app, "clock_decision", argc, argv);
}

#define AMENDS_HELP                                                                                          \
	"Dates are YYYY-MM-DD in the firm's time zone, or instants with an offset. A record is never "       \
	"changed:\n"                                                                                         \
	"--amends NUMBER adds one that stands in for record NUMBER and keeps what is not given anew.\n"

const struct command command_case_vulnerability = {
	.name = "case vulnerability",
	.synopsis = "CASEFILE [--learned-on DATE] [--exploited yes|no] [--kev-listed yes|no] "
		    "[--confidentiality-only yes|no]\n"
		    "       [--affects-safety yes|no] [--vex STATUS --vex-justification TEXT "
		    "[--vex-reviewed-by NAME]] [--amends NUMBER]",
	.summary = "state or correct what is known of the vulnerability itself",
	.options_made = case_options_made,
	.options_of = "vulnerability",
	.run = run_vulnerability,
};

const struct command command_case_assess = {
	.name = "case assess",
	.synopsis = "CASEFILE --on DATE --exploitability low|medium|high --severity LEVEL --rationale TEXT\n"
		    "       [--approver NAME]... [--exploitability-after X] [--severity-after LEVEL]\n"
		    "       [--rubric] [--cvss VECTOR [--cvss-rationale TEXT]] [--cvss-after VECTOR]\n"
		    "       [--hazard TEXT] [--amends NUMBER]",
	.summary = "judge exploitability and severity of patient harm, before and after controls",
	.help =
	    "LEVEL is none, negligible, minor, serious, critical or catastrophic. --cvss is the vector "
	    "of record, with\n"
	    "the environmental metrics of the device; --rubric takes that of case rubric, and another one "
	    "then takes\n"
	    "--cvss-rationale. --cvss-after: with the controls.\n"
	    "A borderline cell of the matrix needs a rationale and two approvers.\n" AMENDS_HELP,
	.options_made = case_options_made,
	.options_of = "assessment",
	.run = run_assess,
};

const struct command command_case_communicate = {
	.name = "case communicate",
	.synopsis = "CASEFILE --on DATE --to customers|user_community... --describes-impact yes|no\n"
		    "       --states-efforts yes|no --compensating-controls listed|none_available|omitted\n"
		    "       --states-fix-or-strategy yes|no [--isao-on DATE] [--isao-late-reason TEXT]\n"
		    "       [--recipients TEXT] [--text TEXT]",
	.summary = "record a communication to customers and the user community",
	.help = "--recipients: who got it beside the consignees, with names and addresses (21 CFR "
		"806.10(c)(12)), or "
		"how the user\ncommunity was reached.\n" AMENDS_HELP,
	.options_made = case_options_made,
	.options_of = "communication",
	.run = run_communicate,
};

const struct command command_case_plan = {
	.name = "case plan",
	.synopsis = "CASEFILE --on DATE --timeline-rationale TEXT [--target-days N] [--release VERSION]... "
		    "[--text TEXT] [--amends NUMBER]",
	.summary = "record the remediation plan",
	.help = "A later plan takes the place of the earlier one, which stays in the file: on a later day it "
		"revises it, and\n"
		"day 30 asks for the first. --amends: the day was mistaken.\n",
	.options_made = case_options_made,
	.options_of = "plan",
	.run = run_plan,
};

const struct command command_case_fix = {
	.name = "case fix",
	.synopsis = "CASEFILE --kind software|workaround|compensating_control [--validated-on DATE]\n"
		    "       [--distributed-on DATE] [--residual-risk acceptable|unacceptable|unknown]\n"
		    "       [--residual-on DATE] [--adds-risk-known-on DATE] [--text TEXT] [--amends NUMBER]",
	.summary = "record a fix: validated, distributed, with its residual risk",
	.help = AMENDS_HELP,
	.options_made = case_options_made,
	.options_of = "fix",
	.run = run_fix,
};

const struct command command_case_event = {
	.name = "case event",
	.synopsis =
	    "CASEFILE --kind death|serious_injury|malfunction --known-on DATE [--happened-on DATE]\n"
	    "       [--associated yes|no|unknown] [--likely-if-recurs yes|no] [--remedial-action-decided-on "
	    "DATE]\n"
	    "       [--mdr-submitted-on DATE] [--mdr-number TEXT] [--shared-on DATE] [--five-day-requested "
	    "yes|no]\n"
	    "       [--summary-report yes|no] [--signal N] [--text TEXT] [--amends NUMBER]",
	.summary = "record an adverse event",
	.help =
	    "--signal: the complaint that tells of it, which answers whether that is a reportable event.\n"
	    "Where --known-on is behind its receipt, --why says why: what any employee received the firm "
	    "knows (21\n"
	    "CFR 803.3(b)(1)). No report is submitted before --known-on, nor before it was issued here and "
	    "signed.\n"
	    "--happened-on: the day of the event, if known; its file is kept from then on (21 CFR "
	    "803.18(c)).\n"
	    "--mdr-number: of a report that was numbered elsewhere, as 1234567-2026-00001 (21 CFR 803.3(m)); "
	    "one that is\n"
	    "issued here gets the next one of the firm and the year.\n"
	    "--five-day-requested: FDA asked in writing for 5-day reports of such events (21 CFR "
	    "803.53(b)).\n"
	    "--summary-report yes: a malfunction of a known kind that is in no recall and that FDA does "
	    "not ask\n"
	    "for by itself, so that the summary of its quarter may tell of it (VMSR); it counts where "
	    "the program\n"
	    "states the product code (program set --summary-product-codes).\n" AMENDS_HELP,
	.options_made = case_options_made,
	.options_of = "event",
	.run = run_event,
};

const struct command command_case_correct = {
	.name = "case correct",
	.synopsis = "CASEFILE [--kind correction|removal] [--initiated-on DATE] [--stock-recovery yes|no]\n"
		    "       [--units-released N] [--reported-on DATE] [--reported-under-803 DATE] "
		    "[--rely-on-803 yes|no] [--amends NUMBER]",
	.summary = "record what is known of the correction or removal (21 CFR 806)",
	.help = "What is not given anew is kept.\n",
	.options_made = case_options_made,
	.options_of = "correction",
	.run = run_correct,
};

const struct command command_case_clock = {
	.name = "case clock",
	.synopsis = "CASEFILE --on DATE --choice literal|restart [--text TEXT] [--amends NUMBER]",
	.summary = "decide whether the clock restarts when a vulnerability becomes uncontrolled later (A3)",
	.options_made = case_options_made,
	.options_of = "clock_decision",
	.run = run_clock,
};

const struct command command_case_item = {
	.name = "case item",
	.synopsis = "CASEFILE --item ITEM [--text TEXT] [--reason TEXT --submit-on DATE] [--submitted-on "
		    "DATE]\n       [--not-extended TEXT] [--amends NUMBER]",
	.summary = "state an item of the 806 report, or why it is not there yet and when it will be",
	.help =
	    "Items 1 to 12 of 21 CFR 806.10(c). --text says what the casefile does not know; --reason and "
	    "--submit-on are\nthe statement of item 13. One that a report promised is owed until it "
	    "is\nstated, and "
	    "--submitted-on says when FDA got it. --not-extended: why more units or consignees than FDA was "
	    "told "
	    "of\nare no extension of the action.\n" AMENDS_HELP,
	.options_made = case_options_made,
	.options_of = "report_item",
	.run = run_item,
};
