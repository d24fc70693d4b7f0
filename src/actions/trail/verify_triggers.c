#include "actions/trail/verify_triggers.h"

#include <stdio.h>

#include "store/triggers.h"

struct triggers {
	struct trigger *items;
	size_t count;
};

static const struct trigger *find(const struct triggers *list, struct str name)
{
	for (size_t i = 0; i < list->count; i++)
		if (str_eq(list->items[i].name, name))
			return &list->items[i];
	return NULL;
}

static void tell(struct verify_sink out, int64_t *faults, const struct trigger *t, const char *what)
{
	char says[512];

	snprintf(says, sizeof(says), "the trigger " STR_FMT " on the table " STR_FMT " was %s",
	    STR_ARG(t->name), STR_ARG(t->table), what);
	out.fault(out.ctx, says);
	++*faults;
}

static const char *fault_of(const struct trigger *is, const struct trigger *must)
{
	if (!is)
		return "taken out";
	return str_eq(is->table, must->table) && str_eq(is->says, must->says) ? NULL : "changed";
}

bool verify_triggers(struct db *db, struct verify_sink out, int64_t *faults, struct err *e)
{
	struct triggers now = { 0 }, must = { 0 };
	SCOPED_ARENA arena = { 0 };

	trigger_must(&arena, &must.items, &must.count);
	if (!trigger_list(db, &arena, &now.items, &now.count, e))
		return false;
	for (size_t i = 0; i < must.count; i++) {
		const char *fault = fault_of(find(&now, must.items[i].name), &must.items[i]);

		if (fault)
			tell(out, faults, &must.items[i], fault);
	}
	for (size_t i = 0; i < now.count; i++)
		if (!find(&must, now.items[i].name))
			tell(out, faults, &now.items[i], "put in");
	return true;
}
