#include "actions/intake/learned_once.h"

#include "base/text.h"
#include "store/casefiles.h"

static bool refuse_later(const struct case_view *view, const struct case_view *first, struct err *e)
{
	char day[DATE_TEXT_SIZE], learned[DATE_TEXT_SIZE];

	return err_fail(e, ERR_CONFLICT,
		   "casefile %lld says that " STR_FMT
		   " was learned of on %s: a later day, %s, needs a reason",
		   (long long)first->casefile.id, STR_ARG(view->casefile.vulnerability),
		   date_write(first->facts.vulnerability.learned_on, learned),
		   date_write(view->facts.vulnerability.learned_on, day)) ||
	       err_field(e, "why");
}

static struct str tell_later(struct str told, const struct case_view *other, struct arena *arena)
{
	char day[DATE_TEXT_SIZE];

	return arena_printf(arena, "%.*s%scasefile %lld (%s)", STR_WHOLE(told), told.len ? ", " : "",
	    (long long)other->casefile.id, date_write(other->facts.vulnerability.learned_on, day));
}

bool learned_once_check(struct db *db, const struct case_view *view, struct str why, struct instant now,
    struct arena *arena, struct str *later, struct err *e)
{
	struct date learned = view->facts.vulnerability.learned_on;
	struct str told = STR("");
	struct casefile *list;
	size_t count;

	*later = told;
	if (!date_is_known(learned))
		return true;
	if (!casefile_list(db, arena, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct case_view other;
		struct date on;

		if (list[i].id == view->casefile.id ||
		    !str_eq_nocase(list[i].vulnerability, view->casefile.vulnerability))
			continue;
		if (!case_view(db, list[i].id, DATE_NONE, now, arena, &other, e))
			return false;
		on = other.facts.vulnerability.learned_on;
		if (date_is_known(on) && on.days < learned.days && !text_says(why))
			return refuse_later(view, &other, e);
		if (on.days > learned.days && !date_is_known(list[i].closed_on))
			told = tell_later(told, &other, arena);
	}
	if (told.len)
		*later = arena_printf(arena,
		    "the firm learns of a vulnerability once (A1), and a later day is stated in %.*s: its "
		    "clocks "
		    "run from too late a day until the earlier one is stated there",
		    STR_WHOLE(told));
	return true;
}
