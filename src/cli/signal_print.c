#include "cli/signal_print.h"

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

void signal_print_moves(struct app *app, const struct learning_moves *moves)
{
	char before[DATE_TEXT_SIZE], after[DATE_TEXT_SIZE];

	for (size_t i = 0; i < moves->count; i++) {
		const struct learning_move *m = &moves->items[i];

		if (m->closed)
			print_line(app->err,
			    "aftercare: WARNING: casefile %lld is closed, learned of on %s; the signals say "
			    "earlier: " STR_FMT,
			    (long long)m->casefile_id, date_write(m->before, before), STR_ARG(m->reason));
		else
			print_line(app->err,
			    "aftercare: WARNING: casefile %lld: learned of on %s, no longer %s; what is due "
			    "moves with it: " STR_FMT,
			    (long long)m->casefile_id, date_write(m->after, after),
			    date_is_known(m->before) ? date_write(m->before, before) : "unknown",
			    STR_ARG(m->reason));
	}
}
