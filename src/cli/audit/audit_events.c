#include "actions/users/security_events.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"
#include "records/security_event.h"
#include "records/trail_json.h"

static const struct option_spec specs[] = {
	SESSION_STORE_OPTION,
	{ "since", OPTION_DATE, NULL },
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

static bool print_entry(void *ctx, const struct trail_entry *entry, struct err *e)
{
	struct print_table *t = ctx;
	char at[INSTANT_TEXT_SIZE];

	(void)e;
	print_cell_int(t, entry->number);
	print_cell(t, str_of(instant_write(entry->at, at)));
	print_cell(t, entry->what);
	print_cell(t, entry->who);
	print_cell(t, entry->object);
	print_cell(t, security_event_says(entry));
	return true;
}

static bool write_entry(void *ctx, const struct trail_entry *entry, struct err *e)
{
	(void)e;
	trail_write_json(entry, true, ctx);
	return true;
}

static bool print_events(struct app *app, struct db *db, struct instant since, struct err *e)
{
	static const struct print_column columns[] = { { "entry", true }, { "at", false }, { "what", false },
		{ "who", false }, { "object", false }, { "why", false }, { NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);

	if (!security_events_read(db, since, (struct trail_sink){ t, print_entry }, e))
		return false;
	print_table_write(t, app->out);
	return true;
}

static bool write_events(struct app *app, struct db *db, struct instant since, struct err *e)
{
	struct json_out *w = json_out_file(app->out, true);

	json_open_array(w);
	if (!security_events_read(db, since, (struct trail_sink){ w, write_entry }, e)) {
		json_out_drop(w);
		return false;
	}
	json_close_array(w);
	json_out_close(w);
	return true;
}

static bool show(struct app *app, const struct options *o, struct err *e)
{
	struct date since = options_date(o, "since");
	struct instant from = { date_is_known(since) ? since.days * DAY_US : INT64_MIN };
	SCOPED_DB *db = NULL;

	return options_words(o, 0, 0, "nothing", e) && session_open(o, DB_READ, &db, e) &&
	       (session_wants_json(o) ? write_events : print_events)(app, db, from, e);
}

static int run(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, specs, show);
}

const struct command command_audit_events = {
	.name = "audit events",
	.synopsis = "[--since DATE] [--format table|json] [--store URL]",
	.summary = "what touches security: refusals, locks, users changed, a clock set back",
	.help = "--since counts from the start of that day in UTC. An administrator who signs in is told how "
		"many there are since the sign-in before.\n",
	.options = specs,
	.run = run,
};
