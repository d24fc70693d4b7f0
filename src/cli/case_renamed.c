#include "cli/case_renamed.h"

#include "cli/print.h"

void case_print_renamed(struct app *app, const struct case_renamed *r)
{
	switch (r->what) {
	case CASE_RENAMED:
		print_line(app->out, "casefile %lld: " STR_FMT " in " STR_FMT ", no longer " STR_FMT,
		    (long long)r->casefile, STR_ARG(r->name), STR_ARG(r->device), STR_ARG(r->before));
		if (!r->known)
			print_line(app->err,
			    "aftercare: no record in the store is about " STR_FMT
			    ": is the name right? feeds may be older than it",
			    STR_ARG(r->name));
		return;
	case CASE_NAME_STANDS:
		print_line(app->err,
		    "aftercare: WARNING: casefile %lld stays on " STR_FMT ": " STR_FMT
		    "; they are on the same, and one of them is to be closed",
		    (long long)r->casefile, STR_ARG(r->before), STR_ARG(r->why));
		return;
	case CASE_NAME_ALIKE:
		print_line(app->err,
		    "aftercare: casefile %lld, of " STR_FMT ", stays on " STR_FMT
		    ", since the signal is not in it; case rename files it anew",
		    (long long)r->casefile, STR_ARG(r->device), STR_ARG(r->before));
	}
}

void case_print_renames(struct app *app, const struct case_renames *renames)
{
	for (size_t i = 0; i < renames->count; i++)
		case_print_renamed(app, &renames->items[i]);
}
