#include <inttypes.h>

#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"
#include "records/security_event.h"
#include "records/trail_json.h"
#include "store/trails.h"

static const struct option_spec specs[] = {
	SESSION_STORE_OPTION,
	{ "since", OPTION_DATE, NULL },
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

struct showing {
	struct print_table *table; /* one of the two */
	struct json_out *json;
	struct instant since;
};

static bool take_entry(void *ctx, const struct trail_entry *entry, struct err *e)
{
	struct showing *s = ctx;
	char at[INSTANT_TEXT_SIZE];

	(void)e;
	if (!security_event_is(entry) || entry->at.us < s->since.us)
		return true;
	if (s->json) {
		trail_write_json(entry, true, s->json);
		return true;
	}
	print_cell_int(s->table, entry->number);
	print_cell(s->table, str_of(instant_write(entry->at, at)));
	print_cell(s->table, entry->what);
	print_cell(s->table, entry->who);
	print_cell(s->table, entry->object);
	print_cell(s->table, security_event_says(entry));
	return true;
}

static bool show(struct app *app, const struct options *o, struct err *e)
{
	static const struct print_column columns[] = { { "entry", true }, { "at", false }, { "what", false },
		{ "who", false }, { "object", false }, { "why", false }, { NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);
	struct date since = options_date(o, "since");
	struct showing s = { .since = { date_is_known(since) ? since.days * DAY_US : INT64_MIN } };
	SCOPED_DB *db = NULL;
	bool done;

	if (!options_words(o, 0, 0, "nothing", e) || !session_open(o, DB_READ, &db, e))
		return false;
	if (session_wants_json(o)) {
		s.json = json_out_file(app->out, true);
		json_open_array(s.json);
	} else
		s.table = t;
	done = trail_read(db, STR_NONE, (struct trail_sink){ &s, take_entry }, e);
	if (!s.json) {
		print_table_write(t, app->out);
		return done;
	}
	json_close_array(s.json);
	json_out_close(s.json);
	return done;
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
	.run = run,
};
