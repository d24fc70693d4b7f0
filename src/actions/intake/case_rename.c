#include "actions/intake/case_rename.h"

#include "actions/case_names.h"
#include "actions/casework/case_note.h"
#include "actions/casework/case_record.h"
#include "actions/casework/case_standing.h"
#include "actions/casework/due_moves.h"
#include "actions/intake/learned_once.h"
#include "actions/signal_read.h"
#include "actions/vulnerability_name.h"
#include "base/text.h"
#include "identity/cve_id.h"
#include "store/casefiles.h"
#include "store/change.h"
#include "store/devices.h"

static bool is_cve(struct str name)
{
	int64_t cve;

	return cve_id_parse(name, &cve);
}

static bool check_name(const struct casefile *c, struct str name, struct err *e)
{
	if (str_eq_nocase(c->vulnerability, name))
		return err_fail(e, ERR_CONFLICT, "casefile %lld is on " STR_FMT " already", (long long)c->id,
			   STR_ARG(name)) ||
		       err_field(e, "vulnerability");
	return is_cve(name) ||
	       err_fail(e, ERR_INPUT,
		   "\"" STR_FMT
		   "\" is no CVE id: a casefile is filed anew under the CVE id of its vulnerability",
		   STR_ARG(name)) ||
	       err_field(e, "vulnerability");
}

/* Two that are open would have two clocks; of a closed one nothing runs. */
static bool check_alone(struct db *db, const struct case_view *view, struct str name, struct instant now,
    struct arena *arena, struct err *e)
{
	struct casefile as_named = view->casefile;
	struct case_alike unused;

	as_named.vulnerability = name;
	if (date_is_known(view->casefile.closed_on) && !view->determination.reopened)
		return true;
	return case_alike_closed(db, &as_named, now, arena, &unused, e) || err_field(e, "vulnerability");
}

/* The record, the head, and the days that moved: what the store knows of the new name may be other facts. */
static bool keep(struct db *db, struct change *change, const struct case_view *before, struct case_renamed *r,
    struct change_by by, struct arena *arena, struct case_view *after, struct err *e)
{
	struct casefile c = before->casefile;
	struct str subject = casefile_subject(c.id, arena);
	struct str old = case_opening_json(&c, r->device, arena);
	struct case_record record = { .kind = STR("renaming"),
		.facts = STR("{}"),
		.more = case_renaming_json(r->name, r->before, arena),
		.at = by.at,
		.who = by.who };
	int64_t unused;

	c.vulnerability = r->name;
	return case_record_keep(db, change, c.id, &record, STR_NONE, &unused, arena, e) &&
	       casefile_set_vulnerability(db, c.id, r->name, e) &&
	       change_note(
		   change, "casefile.rename", subject, old, case_opening_json(&c, r->device, arena), e) &&
	       case_view(db, c.id, DATE_NONE, by.at, arena, after, e) &&
	       due_moves_note(change, before, after, (struct due_reason){ .why = by.why }, arena, e);
}

static bool begin(struct db *db, int64_t casefile_id, struct str name, struct change_by by,
    struct arena *arena, struct case_view *before, struct case_renamed *r, struct err *e)
{
	struct device device;

	if (!case_view(db, casefile_id, DATE_NONE, by.at, arena, before, e) ||
	    !vulnerability_named(db, name, instant_date(by.at, 0), arena, &r->name, &r->known, e) ||
	    !device_by_id(db, before->casefile.device_id, arena, &device, e))
		return false;
	r->what = CASE_RENAMED;
	r->casefile = casefile_id;
	r->device = device.name;
	r->before = before->casefile.vulnerability;
	return true;
}

static bool rename_within(struct db *db, struct change *change, int64_t casefile_id, struct str name,
    struct change_by by, struct arena *arena, struct case_renamed *r, struct err *e)
{
	struct case_view before, after;

	if (!begin(db, casefile_id, name, by, arena, &before, r, e) ||
	    !check_name(&before.casefile, r->name, e))
		return false;
	if (!text_says(by.why))
		return err_fail(e, ERR_CONFLICT,
			   "casefile %lld was opened on " STR_FMT ": say why it is filed under another name",
			   (long long)casefile_id, STR_ARG(r->before)) ||
		       err_field(e, "why");
	if (!check_alone(db, &before, r->name, by.at, arena, e))
		return change_refuse(change, casefile_subject(casefile_id, arena), e);
	return keep(db, change, &before, r, by, arena, &after, e);
}

bool case_rename(struct db *db, int64_t casefile_id, struct str name, struct change_by by,
    struct arena *arena, struct case_renamed *out, struct err *e)
{
	struct case_renamed renamed = { 0 };
	SCOPED_CHANGE *change = NULL;

	if (!change_open(db, &by, &change, e) ||
	    !rename_within(db, change, casefile_id, name, by, arena, &renamed, e) ||
	    !change_close(&change, e))
		return false;
	*out = renamed;
	return true;
}

static struct case_renamed *add(struct case_renames *all, const struct case_renamed *r, struct arena *arena)
{
	all->items = arena_room(arena, all->items, all->count, &all->room, sizeof(*all->items));
	all->items[all->count] = *r;
	return &all->items[all->count++];
}

/* A casefile of the signal. What stands in the way is told, and stops nothing: the id is assigned. */
static bool rename_linked(struct db *db, struct change *change, int64_t casefile_id, struct str name,
    struct change_by by, struct arena *arena, struct case_renames *out, struct err *e)
{
	struct case_renamed renamed = { 0 };
	struct case_view before, after;
	struct err stands = { 0 };
	struct str later; /* the renaming itself is told of with its days */

	if (!begin(db, casefile_id, name, by, arena, &before, &renamed, e))
		return false;
	if (is_cve(renamed.before))
		return true;
	if (!check_alone(db, &before, renamed.name, by.at, arena, &stands)) {
		if (stands.code != ERR_CONFLICT) {
			*e = stands;
			return false;
		}
		renamed.what = CASE_NAME_STANDS;
		renamed.why = arena_copy(arena, str_of(stands.text));
		add(out, &renamed, arena);
		return true;
	}
	if (!keep(db, change, &before, &renamed, by, arena, &after, e) ||
	    !learned_once_check(db, &after, by.why, by.at, arena, &later, e))
		return err_within(e, "casefile %lld", (long long)casefile_id);
	add(out, &renamed, arena);
	return true;
}

/* Casefiles that have a name which another of the signal's lost by it: most likely they are on the same. */
static bool tell_alike(
    struct db *db, const struct signal *s, struct arena *arena, struct case_renames *out, struct err *e)
{
	size_t renamed = out->count;
	struct casefile *list;
	size_t count;

	if (!casefile_list(db, arena, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < renamed; k++) {
			struct case_renamed alike = out->items[k];
			struct device device;

			if (alike.what != CASE_RENAMED || signal_has_casefile(s, list[i].id) ||
			    !str_eq_nocase(list[i].vulnerability, alike.before))
				continue;
			if (!device_by_id(db, list[i].device_id, arena, &device, e))
				return false;
			alike.what = CASE_NAME_ALIKE;
			alike.casefile = list[i].id;
			alike.device = device.name;
			add(out, &alike, arena);
			break;
		}
	return true;
}

bool case_rename_linked(struct db *db, struct change *change, int64_t signal_id, int64_t casefile_id,
    struct change_by by, struct arena *arena, struct case_renames *out, struct err *e)
{
	struct signal_file file;

	if (!signal_read(db, signal_id, arena, &file, e))
		return false;
	return !file.signal.assigned.len ||
	       (rename_linked(db, change, casefile_id, file.signal.assigned, by, arena, out, e) &&
		   tell_alike(db, &file.signal, arena, out, e));
}

bool case_rename_assigned(struct db *db, struct change *change, int64_t signal_id, struct change_by by,
    struct arena *arena, struct case_renames *out, struct err *e)
{
	struct signal_file file;

	if (!signal_read(db, signal_id, arena, &file, e))
		return false;
	if (!file.signal.assigned.len)
		return true;
	for (size_t i = 0; i < file.signal.casefile_count; i++)
		if (!rename_linked(
			db, change, file.signal.casefiles[i], file.signal.assigned, by, arena, out, e))
			return false;
	return tell_alike(db, &file.signal, arena, out, e);
}
