#include "actions/matching/rematch.h"

#include "formats/json_write.h"
#include "store/change.h"
#include "store/matches.h"

static void write_run(const struct match_run *run, struct buf *out)
{
	struct json_out *w = json_out_buf(out, false);

	json_open_object(w);
	json_field_int(w, "appeared", run->appeared);
	json_field_int(w, "vanished", run->vanished);
	json_field_int(w, "changed", run->changed);
	json_close_object(w);
	json_out_close(w);
}

static bool in_change(struct db *db, struct change_by by, struct match_run *out, struct err *e)
{
	SCOPED_BUF record = buf_new(1024);
	SCOPED_CHANGE *change = NULL;

	if (!change_open(db, &by, &change, e) ||
	    !match_everything(db, (struct match_by){ MATCH_FULL, by.at, change_number(change) + 1 }, out, e))
		return false;
	write_run(out, &record);
	if (!change_note(change, "match.full", STR("matches"), STR_NONE, buf_str(&record), e))
		return false;
	return change_close(&change, e);
}

bool rematch(
    struct db *db, bool everything, struct change_by by, bool *done, struct match_run *out, struct err *e)
{
	bool current;

	*out = (struct match_run){ 0 };
	if (!matches_are_current(db, &current, e))
		return false;
	*done = everything || !current;
	return !*done || in_change(db, by, out, e);
}
