#include "actions/findings/finding_set.h"

#include "actions/findings/finding_reach.h"
#include "actions/findings/finding_target.h"
#include "base/text.h"
#include "formats/json_write.h"
#include "limits.h"
#include "reports/scan_statement.h"
#include "store/casefiles.h"
#include "store/change.h"
#include "store/devices.h"
#include "store/statement_form.h"
#include "store/statements.h"

/* --- the trail --- */

static struct str record_json(const struct vex_record *r, struct arena *arena)
{
	SCOPED_BUF out = buf_new(LIMIT_RECORD_BYTES);
	struct json_out *w = json_out_buf(&out, false);

	json_open_object(w);
	json_field_text(w, "scope", str_of(vex_scope_name(vex_own_scope(r))));
	json_field_int(w, "device", r->device_id);
	json_field_int(w, "release", r->release_id);
	if (r->said.product_count) {
		json_field_text(w, "component", r->said.products[0].name);
		json_field_text(w, "version", r->said.products[0].version);
	}
	json_key(w, "statement");
	scan_write_record(r, w);
	json_close_object(w);
	json_out_close(w);
	return arena_copy(arena, buf_str(&out));
}

static struct str object_of(const struct vex_record *r, struct arena *arena)
{
	return arena_printf(arena, "vulnerability " STR_FMT, STR_ARG(r->said.ids[0]));
}

/* --- making --- */

static bool same_product(const struct vex_record *a, const struct vex_record *b)
{
	const struct statement_product *x = a->said.products, *y = b->said.products;

	if (a->said.product_count != b->said.product_count)
		return false;
	return a->said.product_count == 0 || (str_eq(x->name, y->name) && str_eq(x->version, y->version));
}

/* The own statement that the new one stands in for: of the same scope, about the same. */
static bool find_replaced(struct db *db, const struct vex_record *r, struct arena *arena,
    const struct vex_record **out, struct err *e)
{
	struct vex_record *records;
	size_t count;

	*out = NULL;
	if (!statements_about(db, r->said.ids, 1, VEX_STANDING, arena, &records, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (records[i].origin == VEX_OWN && records[i].device_id == r->device_id &&
		    records[i].release_id == r->release_id && same_product(&records[i], r))
			*out = &records[i];
	return true;
}

/* Within a change: keeps the statement, ends the one it stands in for, notes both. */
static bool keep(struct db *db, struct change *change, const char *what, struct vex_record *r,
    struct arena *arena, struct err *e)
{
	const struct vex_record *replaced;
	struct str old = STR_NONE;

	if (!find_replaced(db, r, arena, &replaced, e))
		return false;
	if (replaced) {
		r->replaces = replaced->id;
		old = record_json(replaced, arena);
		if (!statements_end(db, replaced->id, VEX_REPLACED, e))
			return false;
	}
	return statements_add(db, r, &r->id, e) &&
	       change_note(change, what, object_of(r, arena), old, record_json(r, arena), e);
}

static struct vex_record new_record(const struct finding_decision *d, struct change_by by)
{
	struct vex_record r = { .origin = VEX_OWN,
		.life = VEX_STANDING,
		.reason = str_trim(d->reason),
		.evidence = str_trim(d->evidence),
		.who = by.who,
		.made_at = by.at,
		.from = d->from,
		.until = d->until };

	r.said = (struct vex_statement){ .status = d->status,
		.justification = d->justification,
		.impact = str_trim(d->impact),
		.action = str_trim(d->action),
		.issued = INSTANT_NONE,
		.updated = INSTANT_NONE };
	return r;
}

static bool check(const struct finding_decision *d, struct date today, struct err *e)
{
	char from[DATE_TEXT_SIZE], until[DATE_TEXT_SIZE];

	if (d->status == STATEMENT_NOT_AFFECTED && d->justification == JUSTIFICATION_NONE &&
	    !text_says(d->impact))
		return err_fail(e, ERR_CONFLICT,
		    "not_affected needs a justification or an impact statement that says why");
	if (d->status != STATEMENT_NOT_AFFECTED && d->justification != JUSTIFICATION_NONE)
		return err_fail(e, ERR_CONFLICT,
		    "a justification says why something is not_affected, not why it is " STR_FMT,
		    STR_ARG(statement_status_word(d->status)));
	if (!text_says(d->reason))
		return err_fail(e, ERR_CONFLICT, "a statement needs a reason");
	if (date_is_known(d->from) && date_is_known(d->until) && d->until.days < d->from.days)
		return err_fail(e, ERR_CONFLICT, "it would end on %s, before it begins on %s",
		    date_write(d->until, until), date_write(d->from, from));
	if (date_is_known(d->until) && d->until.days < today.days)
		return err_fail(e, ERR_CONFLICT, "it would have ended on %s, before today, %s",
		    date_write(d->until, until), date_write(today, from));
	return true;
}

/* --- warnings --- */

static void warn(struct finding_set *out, struct arena *arena, struct str text)
{
	struct str *longer = arena_alloc(arena, out->warning_count + 1, sizeof(*longer));

	for (size_t i = 0; i < out->warning_count; i++)
		longer[i] = out->warnings[i];
	longer[out->warning_count++] = text;
	out->warnings = longer;
}

static bool has_control(struct db *db, int64_t casefile_id, struct arena *arena, bool *has, struct err *e)
{
	struct case_record *records;
	size_t count;

	*has = false;
	if (!casefile_records(db, casefile_id, arena, &records, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		*has = *has || str_eq(records[i].kind, STR("control"));
	return true;
}

/* "Inline" means built in, beyond the reach of attacker and user. A compensating control in the field is
 * none: what relies on it is affected, with a workaround. */
static bool warn_of_field_controls(
    struct db *db, const struct vex_record *r, struct arena *arena, struct finding_set *out, struct err *e)
{
	struct casefile *list;
	size_t count;
	bool has;

	if (r->said.justification != JUSTIFICATION_INLINE_MITIGATIONS)
		return true;
	if (!casefile_list(db, arena, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (!str_eq_nocase(list[i].vulnerability, r->said.ids[0]) ||
		    (r->device_id && list[i].device_id != r->device_id))
			continue;
		if (!has_control(db, list[i].id, arena, &has, e))
			return false;
		if (has)
			warn(out, arena,
			    arena_printf(arena,
				"casefile %lld lists compensating controls in the field; they are no inline "
				"mitigation: "
				"what relies on them is affected, with a workaround",
				(long long)list[i].id));
	}
	return true;
}

/* A decision that is wider than one finding settles what somebody works on elsewhere. */
static bool warn_of_casefiles(struct db *db, const struct vex_record *r, struct date today,
    struct arena *arena, struct finding_set *out, struct err *e)
{
	struct str *lines;
	size_t count;

	if (r->said.status == STATEMENT_AFFECTED || vex_own_scope(r) == VEX_FINDING)
		return true;
	if (!finding_reach(db, r, today, arena, &lines, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		warn(out, arena, lines[i]);
	return true;
}

static bool warn_of_all(struct db *db, const struct vex_record *r, bool known, struct date today,
    struct arena *arena, struct finding_set *out, struct err *e)
{
	if (!known)
		warn(out, arena, STR("nothing in the store has this finding; the statement was forced"));
	if (r->said.status == STATEMENT_AFFECTED && r->said.action.len == 0)
		warn(out, arena, STR("affected without an action statement: customers ask what to do"));
	return warn_of_field_controls(db, r, arena, out, e) && warn_of_casefiles(db, r, today, arena, out, e);
}

bool finding_set_within(struct db *db, struct change *change, const struct finding_decision *d,
    struct date today, struct change_by by, struct arena *arena, struct finding_set *out, struct err *e)
{
	struct vex_record r = new_record(d, by);
	bool known;

	if (!check(d, today, e) || !finding_target(db, d, today, arena, &r, &known, e) ||
	    !keep(db, change, "finding.set", &r, arena, e))
		return false;
	out->id = r.id;
	out->replaces = r.replaces;
	return warn_of_all(db, &r, known, today, arena, out, e);
}

/* --- confirming --- */

struct confirming {
	struct str reason;
	struct change_by by;
	int64_t device_id, release_id;
	struct arena *arena;
	struct vex_record *records; /* one for each finding with a proposal */
	size_t count, room;
};

/* A copy of what it says, which outlives the list it came from. */
static bool copy_record(
    const struct vex_record *from, struct arena *arena, struct vex_record *out, struct err *e)
{
	SCOPED_BUF bytes = buf_new(LIMIT_RECORD_BYTES);

	statement_form_write(from, &bytes);
	*out = *from;
	return statement_form_read(arena_copy(arena, buf_str(&bytes)), arena, out, e);
}

/* The proposal that comes first; NULL where there is none, or the finding was decided by itself. */
static const struct vex_record *proposal_of(const struct vex_position *p)
{
	for (size_t i = 0; i < p->count; i++) {
		const struct vex_opinion *o = &p->opinions[i];

		if (o->standing == VEX_DECIDES && o->record->origin == VEX_OWN && o->scope <= VEX_RELEASE)
			return NULL;
		if (o->standing == VEX_PROPOSED)
			return o->record;
	}
	return NULL;
}

static bool take_proposal(
    void *ctx, const struct component *components, const struct scan_row *row, struct err *e)
{
	struct confirming *k = ctx;
	const struct vex_record *from = proposal_of(&row->position);
	struct vex_record *r;

	if (!from)
		return true;
	k->records = arena_room(k->arena, k->records, k->count, &k->room, sizeof(*k->records));
	r = &k->records[k->count];
	if (!copy_record(from, k->arena, r, e))
		return false;
	r->origin = VEX_OWN;
	r->device_id = k->device_id;
	r->release_id = k->release_id;
	r->id = r->replaces = r->document_id = 0;
	r->document = r->document_version = r->said.status_word = STR("");
	r->who = k->by.who;
	r->made_at = k->by.at;
	r->reason = arena_printf(k->arena, STR_FMT "%sconfirmed from statement %lld: " STR_FMT,
	    STR_ARG(k->reason), k->reason.len ? "; " : "", (long long)from->id,
	    STR_ARG(from->reason.len ? from->reason : from->said.notes));
	finding_target_component(r, &components[row->finding.component], k->arena);
	k->count++;
	return true;
}

static bool confirm_within(struct db *db, struct change *change, const struct finding_query *query,
    struct confirming *k, struct err *e)
{
	struct finding_sink sink = { k, take_proposal };
	struct device device;
	struct release release;

	if (!device_get(db, query->device, k->arena, &device, e) ||
	    !release_find(db, device.id, query->release, k->arena, &release, e))
		return false;
	k->device_id = device.id;
	k->release_id = release.id;
	if (!finding_list(db, query, sink, e))
		return false;
	if (k->count == 0)
		return err_fail(e, ERR_INPUT, "nothing is proposed there") || err_remedy(e, REMEDY_PROPOSALS);
	for (size_t i = 0; i < k->count; i++)
		if (!keep(db, change, "finding.confirm", &k->records[i], k->arena, e))
			return false;
	return true;
}

bool finding_confirm_within(struct db *db, struct change *change, const struct finding_query *query,
    struct finding_confirming what, size_t *count, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct confirming k = { .reason = what.reason, .by = what.by, .arena = &arena };

	if (!confirm_within(db, change, query, &k, e))
		return false;
	*count = k.count;
	return true;
}

/* --- withdrawing --- */

static bool withdraw_within(
    struct db *db, struct change *change, int64_t id, struct arena *arena, struct err *e)
{
	struct vex_record r;

	if (!statements_get(db, id, arena, &r, e))
		return false;
	if (r.origin != VEX_OWN)
		return err_fail(e, ERR_CONFLICT,
		    "statement %lld is a supplier's; what overrules it is an own one", (long long)id);
	if (r.life != VEX_STANDING)
		return err_fail(e, ERR_CONFLICT, "statement %lld does not stand any more", (long long)id);
	return statements_end(db, id, VEX_WITHDRAWN, e) &&
	       change_note(
		   change, "finding.withdraw", object_of(&r, arena), record_json(&r, arena), STR_NONE, e);
}

bool finding_withdraw_within(struct db *db, struct change *change, int64_t id, struct err *e)
{
	SCOPED_ARENA arena = { 0 };

	return withdraw_within(db, change, id, &arena, e);
}
