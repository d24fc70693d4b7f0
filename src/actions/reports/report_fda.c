#include "actions/reports/report_fda.h"

#include "actions/casework/action_register.h"
#include "actions/casework/carrying.h"
#include "actions/casework/case_record.h"
#include "actions/casework/issued_reports.h"
#include "actions/casework/mdr_given.h"
#include "actions/program/program.h"
#include "actions/reports/consignee_list.h"
#include "actions/reports/report_casefile.h"
#include "actions/reports/report_complaints.h"
#include "base/text.h"
#include "decision/evidence.h"
#include "formats/json_write.h"
#include "limits.h"
#include "store/attachments.h"
#include "store/casefiles.h"
#include "store/change.h"
#include "store/devices.h"
#include "store/lots.h"
#include "store/users.h"

#define MORE_MOST ((size_t)128 * 1024) /* with all versions that it tells of */

/* Those that a fix came in, where no finding says what is affected. */
static bool mark_carrying(struct fda_case *c, struct arena *arena, struct err *e)
{
	const struct casefile_report *r = c->casefile;
	struct case_view view = { .casefile = r->casefile, .record_count = r->case_record_count };
	struct carrying *list;
	size_t count;

	view.records = arena_alloc(arena, view.record_count + 1, sizeof(*view.records));
	for (size_t i = 0; i < view.record_count; i++)
		view.records[i] = r->case_records[i];
	if (!carrying_releases(&view, r->facts->today, arena, &list, &count, e))
		return false;
	for (size_t i = 0; i < c->release_count; i++) {
		struct fda_release *at = &c->releases[i];
		const struct carrying *with = carrying_find(list, count, at->release.version);

		at->came_with_fix =
		    with && !date_is_known(with->lost_on) && at->state == FDA_RELEASE_NOT_TOLD;
		for (size_t k = 0; k < r->finding_count; k++)
			at->came_with_fix &= !str_eq(r->findings[k].release, at->release.version);
	}
	return true;
}

/* Lots of releases that are known not to be affected are none of the report's. */
static bool read_units(
    struct db *db, struct instant now, struct fda_case *c, struct arena *arena, struct err *e)
{
	static const enum fda_release_state states[] = { FDA_RELEASE_NOT_AFFECTED, FDA_RELEASE_NOT_TOLD,
		FDA_RELEASE_AFFECTED };
	struct consignee_query query = { .casefile = c->casefile->casefile.id, .now = now, .sent = true };
	struct consignee_listing *listing = arena_alloc(arena, 1, sizeof(*listing));
	size_t room = 0;

	if (!consignee_listing(db, &query, arena, listing, e))
		return false;
	c->consignees = &listing->report;
	c->releases = arena_alloc(arena, listing->release_count, sizeof(*c->releases));
	for (size_t i = 0; i < listing->release_count; i++) {
		const struct affected_release *from = &listing->releases[i];
		struct lot *lots;
		size_t count;

		c->releases[c->release_count++] =
		    (struct fda_release){ from->release, states[from->bearing], false };
		if (from->bearing == RELEASE_NOT_AFFECTED)
			continue;
		if (!lots_of_release(db, from->release.id, arena, &lots, &count, e))
			return false;
		for (size_t k = 0; k < count; k++) {
			c->lots = arena_room(arena, c->lots, c->lot_count, &room, sizeof(*c->lots));
			c->lots[c->lot_count++] = lots[k];
		}
	}
	return true;
}

/* Named in the profile, else where the membership is stated. */
static bool name_isao(struct db *db, struct arena *arena, struct firm_profile *firm, struct err *e)
{
	struct isao_standing isao;

	if (firm->isao_name.len)
		return true;
	if (!isao_standing_of(db, arena, &isao, e))
		return false;
	firm->isao_name = isao.name;
	return true;
}

/* Named in the profile, else those among the users who are one. */
static bool name_designated(struct db *db, struct arena *arena, struct firm_profile *firm, struct err *e)
{
	struct user *users;
	size_t count;

	if (firm->designated_person.len)
		return true;
	if (!user_list(db, arena, &users, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if ((users[i].roles & ROLE_DESIGNATED) && users[i].state == USER_ACTIVE)
			firm->designated_person =
			    arena_printf(arena, "%.*s%s%.*s", STR_WHOLE(firm->designated_person),
				firm->designated_person.len ? ", " : "", STR_WHOLE(users[i].full_name));
	return true;
}

bool report_fda(struct db *db, int64_t casefile_id, struct date today, struct instant now,
    struct arena *arena, struct fda_case *out, struct err *e)
{
	struct casefile_report *r = arena_alloc(arena, 1, sizeof(*r));
	struct fda_case c = { .casefile = r };
	struct str profile;

	if (!report_casefile(db, casefile_id, today, now, arena, r, e) ||
	    !device_profile_get(db, r->device.name, arena, &c.profile, e) ||
	    !setting_get(db, "profile", arena, &profile, e) ||
	    !firm_profile_read(profile, arena, &c.firm, e) || !name_isao(db, arena, &c.firm, e) ||
	    !name_designated(db, arena, &c.firm, e) || !read_units(db, now, &c, arena, e) ||
	    !mark_carrying(&c, arena, e) || !issued_reports(db, arena, &c.issued, &c.issued_count, e) ||
	    !mdr_given(db, arena, &c.mdrs, e) || !report_complaints(db, &c, arena, e) ||
	    !fda_items_read(&c, arena, e))
		return false;
	*out = c;
	return true;
}

/* reach: how far it reached, so that an amendment or a new record can tell what is new; NULL: of an MDR. */
static void write_issue(const struct fda_case *c, const struct correction_report *report,
    const struct report_file *file, const struct action_register *reach, struct buf *out)
{
	struct sha256 digest = sha256_of(file->bytes);
	struct json_out *w = json_out_buf(out, false);
	bool is_806 = str_is_among(str_of(report->document->meta.kind), "806|806-amendment");
	char date[DATE_TEXT_SIZE], hex[SHA256_HEX_SIZE], key[16];

	json_open_object(w);
	json_field_text(w, "kind", str_of(report->document->meta.kind));
	if (report->number.len)
		json_field_text(w, "number", report->number);
	if (report->follow_up)
		json_field_int(w, "follow_up", report->follow_up);
	if (report->event)
		json_field_int(w, "event_record", report->event);
	else
		json_field_text(w, "action", report->is_removal ? STR("removal") : STR("correction"));
	json_field_text(w, "made_on", str_of(date_write(c->casefile->facts->today, date)));
	json_field_text(w, "digest", str_of(sha256_hex(&digest, hex)));
	json_field_text(w, "file", file->name);
	for (int i = 1; is_806 && i <= FDA_ITEMS; i++) {
		snprintf(key, sizeof(key), "item_%d", i);
		json_field_text(w, key, str_of(sha256_hex(&report->items[i], hex)));
	}
	if (reach)
		action_register_write(reach, w);
	json_close_object(w);
	json_out_close(w);
}

/* What FDA does not have is issued anew with a reason, in place of the record of what was wrong. */
static bool replace(
    const struct fda_issued *before, const char *says, struct str why, int64_t *replaces, struct err *e)
{
	*replaces = before->record;
	return text_says(why) ||
	       err_fail(e, ERR_CONFLICT,
		   "record %lld, the %s, was issued already: while FDA does not have it, say why it is "
		   "issued "
		   "anew; else record since when FDA has it, and %s",
		   (long long)before->record, says,
		   str_eq(before->kind, STR("mdr")) ? "supplement it" : "amend it") ||
	       err_field(e, "why");
}

/* One correction or removal has one report; what is new in it since FDA has it is an amendment. FDA does not
 * have a report that nobody said was given, or an amendment that is not signed. */
static bool find_replaced_806(const struct fda_case *c, const struct correction_report *report,
    struct str why, int64_t *replaces, struct err *e)
{
	bool amends = str_eq(str_of(report->document->meta.kind), STR("806-amendment"));
	const struct fda_issued *before = amends ? fda_last_of_action(c) : fda_last_report(c);
	const struct facts *f = c->casefile->facts;
	char day[DATE_TEXT_SIZE];

	if (!before || !str_eq(before->kind, str_of(report->document->meta.kind)))
		return true;
	if (amends && !fda_waits(c, before->record))
		return true;
	if (!amends && date_by(f->correction.reported_on, f->today))
		return err_fail(e, ERR_CONFLICT,
			   "the report was issued as " STR_FMT " and given to FDA on %s: amend it",
			   STR_ARG(before->number), date_write(f->correction.reported_on, day)) ||
		       err_remedy(e, REMEDY_AMEND_806);
	return replace(before, amends ? "amendment" : "report", why, replaces, e);
}

/* One event has one report; what is new in it since FDA has it is a supplement, 803.56. */
static bool find_replaced_mdr(const struct fda_case *c, const struct correction_report *report,
    struct str why, int64_t *replaces, struct err *e)
{
	const struct casefile_report *r = c->casefile;
	int64_t place = casefile_place(r->case_records, r->case_record_count, "event", report->event);
	const struct fda_issued *before = fda_last_mdr(c, place);
	char day[DATE_TEXT_SIZE];

	for (size_t i = 0; i < r->facts->event_count && !report->follow_up; i++) {
		const struct event_fact *event = &r->facts->events[i];

		if (event->index == place && date_by(event->mdr_submitted_on, r->facts->today))
			return err_fail(e, ERR_CONFLICT,
			    "FDA was given the report of event %lld on %s: what is new since is a "
			    "supplement; record first when it was received (21 CFR 803.56)",
			    (long long)report->event, date_write(event->mdr_submitted_on, day));
	}
	if (!before || before->follow_up != report->follow_up)
		return true;
	return replace(before, report->follow_up ? "follow-up" : "report", why, replaces, e);
}

/* *replaces: the record that this one is issued in place of; 0: none. */
static bool find_replaced(const struct fda_case *c, const struct correction_report *report, struct str why,
    int64_t *replaces, struct err *e)
{
	struct str kind = str_of(report->document->meta.kind);

	*replaces = 0;
	if (str_eq(kind, STR("mdr")))
		return find_replaced_mdr(c, report, why, replaces, e);
	return !str_is_among(kind, "806|806-amendment") || find_replaced_806(c, report, why, replaces, e);
}

/* Between the making of a report and its issue another may have been issued: its number would be given twice.
 */
static bool check_issued(struct db *db, const struct fda_case *c, const struct correction_report *report,
    struct arena *arena, struct err *e)
{
	const struct casefile_report *r = c->casefile;
	int64_t event = casefile_first(r->case_records, r->case_record_count, report->event);
	struct fda_case now = { .casefile = r };

	if (!issued_reports(db, arena, &now.issued, &now.issued_count, e) ||
	    !mdr_given(db, arena, &now.mdrs, e))
		return false;
	if (now.issued_count == c->issued_count &&
	    !(report->event && mdr_numbers_taken(&now.mdrs, report->number, r->casefile.id, event)))
		return true;
	return err_fail(e, ERR_CONFLICT, "another report was issued meanwhile: make this one again");
}

static bool knows_all(const struct fda_case *c, const struct action_register *now)
{
	int64_t lot = 0, shipment = 0;
	bool knows = true;

	for (size_t i = 0; i < c->lot_count; i++)
		lot = c->lots[i].id > lot ? c->lots[i].id : lot;
	for (size_t i = 0; i < c->consignees->count; i++)
		for (size_t k = 0; k < c->consignees->consignees[i].count; k++) {
			int64_t id = c->consignees->consignees[i].items[k].shipment.id;

			shipment = id > shipment ? id : shipment;
		}
	for (size_t i = 0; i < now->lot_count; i++)
		knows = knows && now->lots[i].id <= lot;
	for (size_t i = 0; i < now->shipment_count; i++)
		knows = knows && now->shipments[i].id <= shipment;
	return knows;
}

/* What the register says of the units that it tells of, which it keeps; *out is NULL of an MDR. */
static bool read_reach(struct db *db, const struct fda_case *c, const struct correction_report *report,
    struct change_by by, struct arena *arena, const struct action_register **out, struct err *e)
{
	struct action_register *now = arena_alloc(arena, 1, sizeof(*now));
	struct case_view view;

	*out = NULL;
	if (str_eq(str_of(report->document->meta.kind), STR("mdr")))
		return true;
	if (!case_view(db, c->casefile->casefile.id, DATE_NONE, by.at, arena, &view, e) ||
	    !action_register(db, &view, arena, now, e))
		return false;
	*out = now;
	return knows_all(c, now) ||
	       err_fail(e, ERR_CONFLICT, "lots or shipments came in meanwhile: make this one again");
}

bool report_fda_issue(struct db *db, const struct fda_case *c, const struct correction_report *report,
    const struct report_file *file, struct change_by by, int64_t *record, struct err *e)
{
	struct case_addition a = {
		.casefile_id = c->casefile->casefile.id, .kind = "report", .facts = STR("{}")
	};
	struct sha256 digest = sha256_of(file->bytes);
	SCOPED_BUF more = buf_new(MORE_MOST);
	const struct action_register *reach;
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;

	if (file->bytes.len > LIMIT_ATTACHMENT_BYTES)
		return err_fail(e, ERR_LIMIT, "the report takes more than %d bytes", LIMIT_ATTACHMENT_BYTES);
	if (!read_reach(db, c, report, by, &arena, &reach, e))
		return false;
	write_issue(c, report, file, reach, &more);
	a.more = buf_str(&more);
	return find_replaced(c, report, by.why, &a.amends, e) && change_open(db, &by, &change, e) &&
	       check_issued(db, c, report, &arena, e) && attachment_add(db, &digest, file->bytes, by.at, e) &&
	       case_record_within(db, change, &a, by, &arena, record, e) && change_close(&change, e);
}
