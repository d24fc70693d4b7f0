/*
 * aftercare signal list, show - the inbox, and everything about one signal.
 */
#include "actions/casework/mdr_rationale.h"
#include "actions/clock.h"
#include "actions/intake/signal_json.h"
#include "base/utf8.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"
#include "reports/casefile_record.h"
#include "store/users.h"

#define SUMMARY_BYTES 60 /* that fit beside the other columns */

static const struct option_spec list_specs[] = {
	SESSION_STORE_OPTION,
	{ "state", OPTION_VALUE, "new|accepted|duplicate|not_ours|false" },
	{ "kind", OPTION_VALUE, NULL },
	{ "source", OPTION_VALUE, NULL },
	{ "vulnerability", OPTION_VALUE, NULL },
	{ "since", OPTION_DATE, NULL },
	{ "overdue", OPTION_FLAG, NULL },
	{ "today", OPTION_DATE, NULL },
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

static bool read_query(const struct options *o, struct signal_query *q, struct err *e)
{
	*q = (struct signal_query){ .state = SIGNAL_STATE_COUNT,
		.kind = options_text(o, "kind"),
		.source = options_text(o, "source"),
		.vulnerability = options_text(o, "vulnerability"),
		.since = options_date(o, "since"),
		.overdue = options_has(o, "overdue"),
		.today = options_date(o, "today"),
		.now = instant_now() };
	if (options_has(o, "state"))
		q->state = signal_state_find(options_text(o, "state"));
	return q->kind.len == 0 || signal_kind_find(q->kind) ||
	       err_fail(e, ERR_USAGE, "--kind: \"" STR_FMT "\" is no kind of signal", STR_ARG(q->kind));
}

static struct str day_or_dash(struct date d, char text[DATE_TEXT_SIZE])
{
	return date_is_known(d) ? str_of(date_write(d, text)) : STR("-");
}

static struct str acknowledgement_word(const struct signal_row *row, struct arena *arena)
{
	char day[DATE_TEXT_SIZE];

	if (date_is_known(row->signal.acknowledged_on))
		return STR("done");
	if (!row->owed)
		return STR("-");
	return arena_printf(
	    arena, "%s %s", row->overdue ? "overdue" : "by", date_write(row->acknowledge_by, day));
}

static void print_rows(struct app *app, const struct signal_row *rows, size_t count, struct arena *arena)
{
	static const struct print_column columns[] = { { "signal", true }, { "received", false },
		{ "kind", false }, { "state", false }, { "vulnerability", false }, { "acknowledge", false },
		{ "casefiles", false }, { "summary", false }, { NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);

	for (size_t i = 0; i < count; i++) {
		const struct signal *s = &rows[i].signal;
		struct str casefiles = STR("-");
		char day[DATE_TEXT_SIZE];

		for (size_t k = 0; k < s->casefile_count; k++)
			casefiles = k ? arena_printf(arena, STR_FMT ",%lld", STR_ARG(casefiles),
					    (long long)s->casefiles[k])
				      : arena_printf(arena, "%lld", (long long)s->casefiles[k]);
		print_cell_int(t, s->id);
		print_cell(t, day_or_dash(s->received_on, day));
		print_cell(t, str_of(s->kind->name));
		print_cell(t, str_of(signal_state_word(s->state)));
		print_cell(t, s->vulnerability.len ? s->vulnerability : STR("-"));
		print_cell(t, acknowledgement_word(&rows[i], arena));
		print_cell(t, casefiles);
		print_cell(t, utf8_first(s->summary, SUMMARY_BYTES));
	}
	print_table_write(t, app->out);
}

static void write_rows(struct app *app, const struct signal_row *rows, size_t count)
{
	struct json_out *w = json_out_file(app->out, true);

	signal_list_json(w, rows, count);
	json_out_close(w);
}

static bool list(struct app *app, const struct options *o, struct err *e)
{
	struct signal_query query;
	struct signal_row *rows;
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	size_t count;

	if (!options_words(o, 0, 0, "nothing", e) || !read_query(o, &query, e) ||
	    !session_open(o, DB_READ, &db, e) || !signal_list(db, &query, &arena, &rows, &count, e))
		return false;
	if (session_wants_json(o))
		write_rows(app, rows, count);
	else
		print_rows(app, rows, count, &arena);
	return true;
}

static int run_list(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, list_specs, list);
}

const struct command command_signal_list = {
	.name = "signal list",
	.synopsis =
	    "[--state STATE] [--kind KIND] [--source TEXT] [--vulnerability ID] [--since DATE] [--overdue]\n"
	    "       [--today DATE] [--format table|json]",
	.summary = "the inbox: signals, what became of each, whose acknowledgement is due",
	.help = "STATE is new, accepted, duplicate, not_ours or false. --overdue: those whose reporter still "
		"waits for an\n"
		"acknowledgement after its day.\n",
	.options = list_specs,
	.run = run_list,
};

static const struct option_spec show_specs[] = {
	SESSION_STORE_OPTION,
	{ "today", OPTION_DATE, NULL },
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

static bool write_signal(struct app *app, struct db *db, const struct signal_file *file,
    const struct signal_row *row, struct err *e)
{
	struct json_out *w = json_out_file(app->out, true);

	if (!signal_json(w, db, file, row, e)) {
		json_out_drop(w);
		return false;
	}
	json_out_close(w);
	return true;
}

static void print_field(struct app *app, const struct report_field *f)
{
	switch (f->kind) {
	case REPORT_TEXT:
		if (f->text.len)
			print_line(
			    app->out, "      " STR_FMT ": " STR_FMT, STR_ARG(f->key), STR_WHOLE(f->text));
		return;
	case REPORT_NUMBER:
		if (f->number)
			print_line(
			    app->out, "      " STR_FMT ": %lld", STR_ARG(f->key), (long long)f->number);
		return;
	case REPORT_ANSWER:
		print_line(app->out, "      " STR_FMT ": %s", STR_ARG(f->key), f->number ? "yes" : "no");
		return;
	case REPORT_TEXTS:
		for (size_t i = 0; i < f->texts.count; i++)
			print_line(app->out, "      " STR_FMT ": " STR_FMT, STR_ARG(f->key),
			    STR_WHOLE(f->texts.items[i]));
		return;
	case REPORT_NULL:
		return;
	}
}

static bool print_signal(struct app *app, const struct signal_file *file, const struct signal_row *row,
    struct arena *arena, struct err *e)
{
	const struct signal *s = &file->signal;
	char day[DATE_TEXT_SIZE], at[INSTANT_TEXT_SIZE];

	print_line(
	    app->out, "signal %lld: %s, %s", (long long)s->id, s->kind->name, signal_state_word(s->state));
	print_line(app->out, "  received: %s in " STR_FMT ", %s", date_write(s->received_on, day),
	    STR_ARG(file->zone), instant_write(s->received_at, at));
	print_line(app->out, "  acknowledgement: " STR_FMT, STR_ARG(acknowledgement_word(row, arena)));
	if (row->embargoed)
		print_line(app->out, "  UNDER EMBARGO until " STR_FMT, STR_ARG(s->embargo));
	for (size_t i = 0; i < file->entry_count; i++) {
		const struct signal_entry *entry = &file->entries[i];
		struct report_fields fields;

		if (!report_fields_read(entry->content, arena, &fields, e))
			return false;
		print_line(app->out, "  " STR_FMT " (%s, " STR_FMT ")%s", STR_ARG(entry->kind),
		    instant_write(entry->at, at), STR_ARG(entry->who),
		    str_eq(entry->kind, STR("contact")) ? " personal data" : "");
		for (size_t k = 0; k < fields.count; k++)
			print_field(app, &fields.items[k]);
	}
	return true;
}

/* Who stands for why it is not reportable. */
static bool print_signed(
    struct app *app, struct db *db, const struct signal *s, struct arena *arena, struct err *e)
{
	char at[INSTANT_TEXT_SIZE];
	struct signal_rationale r;
	bool guarded;

	if (!user_any(db, &guarded, e) || !signal_rationale(db, s, guarded, arena, &r, e))
		return false;
	for (size_t i = 0; i < r.signatures.count; i++) {
		const struct signature *made = &r.signatures.items[i];

		print_line(app->out, "  entry %lld signed by " STR_FMT ", %s: %s%s", (long long)made->record,
		    STR_ARG(made->full_name), instant_write(made->at, at), meaning_says(made->meaning),
		    r.signatures.holds[i] ? "" : "; it does not cover the entry as it stands");
	}
	if (r.waits.len)
		print_line(app->out, "  why it is not reportable waits for the signature of %.*s",
		    STR_WHOLE(r.waits));
	return true;
}

static bool show(struct app *app, const struct options *o, struct err *e)
{
	struct signal_query query = { .today = options_date(o, "today"), .now = instant_now() };
	struct signal_file file;
	struct signal_row row;
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	int64_t id;

	if (!options_words(o, 1, 1, "the signal's number", e) ||
	    !options_word_number(o, "signal number", &id, e) || !session_open(o, DB_READ, &db, e) ||
	    !signal_read(db, id, &arena, &file, e) || !signal_row_of(db, &file.signal, &query, &row, e))
		return false;
	if (session_wants_json(o))
		return write_signal(app, db, &file, &row, e);
	return print_signal(app, &file, &row, &arena, e) && print_signed(app, db, &file.signal, &arena, e);
}

static int run_show(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, show_specs, show);
}

const struct command command_signal_show = {
	.name = "signal show",
	.synopsis = "SIGNAL [--today DATE] [--format table|json]",
	.summary = "everything about one signal, entry by entry",
	.options = show_specs,
	.run = run_show,
};
