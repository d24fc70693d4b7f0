#include "matching/source_off.h"

struct str source_off_words(struct str source, const struct source_off *off, struct arena *arena)
{
	char day[DATE_TEXT_SIZE];

	return arena_printf(arena,
	    STR_FMT " is turned off since %s by " STR_FMT " (" STR_FMT "): what it says is not counted",
	    STR_ARG(source), date_write(instant_date(off->at, 0), day), STR_ARG(off->by), STR_ARG(off->why));
}
