#include "actions/intake/learned_once.h"

#include "base/text.h"
#include "store/casefiles.h"

bool learned_once_check(struct db *db, const struct case_view *view, struct str why, struct instant now,
    struct arena *arena, struct err *e)
{
	struct date learned = view->facts.vulnerability.learned_on;
	char day[DATE_TEXT_SIZE], first[DATE_TEXT_SIZE];
	struct casefile *list;
	size_t count;

	if (text_says(why) || !date_is_known(learned))
		return true;
	if (!casefile_list(db, arena, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct case_view other;

		if (list[i].id == view->casefile.id ||
		    !str_eq_nocase(list[i].vulnerability, view->casefile.vulnerability))
			continue;
		if (!case_view(db, list[i].id, DATE_NONE, now, arena, &other, e))
			return false;
		if (date_is_known(other.facts.vulnerability.learned_on) &&
		    other.facts.vulnerability.learned_on.days < learned.days)
			return err_fail(e, ERR_CONFLICT,
				   "casefile %lld says that " STR_FMT
				   " was learned of on %s: a later day, %s, needs a reason",
				   (long long)list[i].id, STR_ARG(view->casefile.vulnerability),
				   date_write(other.facts.vulnerability.learned_on, first),
				   date_write(learned, day)) ||
			       err_field(e, "why");
	}
	return true;
}
