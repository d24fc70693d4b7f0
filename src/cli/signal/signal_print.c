#include "cli/signal/signal_print.h"

#include "base/number.h"
#include "cli/print.h"

bool signal_ids_read(struct str words, int64_t ids[SIGNAL_IDS_MOST], size_t *count, struct err *e)
{
	struct str piece;

	*count = 0;
	while (str_next(&words, ',', &piece)) {
		int64_t id;

		if (!number_parse(piece, "signal number", 1, INT64_MAX, &id, e))
			return false;
		for (size_t i = 0; i < *count; i++)
			if (ids[i] == id)
				return err_fail(e, ERR_INPUT, "signal %lld is named twice", (long long)id);
		if (*count == SIGNAL_IDS_MOST)
			return err_fail(e, ERR_INPUT, "more than %d signals at once", SIGNAL_IDS_MOST);
		ids[(*count)++] = id;
	}
	return *count > 0 || err_fail(e, ERR_INPUT, "no signal is named");
}

static void print_move(struct app *app, const struct learning_move *m)
{
	char before[DATE_TEXT_SIZE], after[DATE_TEXT_SIZE];

	switch (m->kind) {
	case LEARNING_MOVED:
		print_line(app->err,
		    "aftercare: WARNING: casefile %lld: learned of on %s, no longer %s; what is due moves "
		    "with "
		    "it: " STR_FMT,
		    (long long)m->casefile_id, date_write(m->after, after),
		    date_is_known(m->before) ? date_write(m->before, before) : "unknown", STR_ARG(m->reason));
		return;
	case LEARNING_CLOSED:
		print_line(app->err,
		    "aftercare: WARNING: casefile %lld is closed, learned of on %s; the signals say "
		    "earlier: " STR_FMT,
		    (long long)m->casefile_id, date_write(m->before, before), STR_ARG(m->reason));
		return;
	case LEARNING_LATER:
		print_line(app->err,
		    "aftercare: casefile %lld stays learned of on %s; the signals say %s: " STR_FMT
		    "; case vulnerability --learned-on moves it, with --why",
		    (long long)m->casefile_id, date_write(m->before, before), date_write(m->after, after),
		    STR_ARG(m->reason));
	}
}

void signal_print_moves(struct app *app, const struct learning_moves *moves)
{
	for (size_t i = 0; i < moves->count; i++)
		print_move(app, &moves->items[i]);
}
