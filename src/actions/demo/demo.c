#include "actions/demo/demo.h"

#include <jansson.h>
#include <stdlib.h>

#include "actions/casework/case_record.h"
#include "actions/casework/restate_register.h"
#include "actions/casework/sign.h"
#include "actions/demo/demo_people.h"
#include "actions/field/import_consignees.h"
#include "actions/field/register.h"
#include "actions/field/register_device.h"
#include "actions/field/register_lot.h"
#include "actions/intake/case_open.h"
#include "actions/intake/signals.h"
#include "actions/program/program_policy.h"
#include "actions/program/program_set.h"
#include "base/number.h"

#define PATHS_MOST 64

struct demo {
	struct db *db;
	const char *folder;
	struct change_by by;
	struct date today;
	struct demo_talk talk;
	struct demo_team team;
	bool has_people;
	struct arena arena;
};

static void tell(struct demo *d, struct str text)
{
	if (d->talk.step)
		d->talk.step(d->talk.ctx, arena_text(&d->arena, text));
}

static char *path_in(struct demo *d, const char *name)
{
	return arena_text(&d->arena, arena_printf(&d->arena, "%s/%s", d->folder, name));
}

static bool load(struct demo *d, const char *name, json_t **out, struct err *e)
{
	json_error_t why;

	*out = json_load_file(path_in(d, name), JSON_REJECT_DUPLICATES, &why);
	if (!*out && why.line < 1) /* it was not opened */
		return err_fail(e, ERR_INPUT, "%s", why.text);
	return *out || err_fail(e, ERR_INPUT, "%s/%s:%d: %s", d->folder, name, why.line, why.text);
}

static struct str text_of(const json_t *object, const char *key)
{
	const char *text = json_string_value(json_object_get(object, key));

	return text ? str_of(text) : STR("");
}

static struct str dump(struct demo *d, const json_t *value)
{
	char *text = json_dumps(value, JSON_COMPACT);
	struct str copy = arena_copy(&d->arena, text ? str_of(text) : STR("{}"));

	free(text);
	return copy;
}

/* "@-75" becomes the date 75 days before today; a value of any other form stays. */
static bool resolve(struct demo *d, const json_t *value, json_t **out, struct err *e)
{
	const char *text = json_string_value(value);
	char date[DATE_TEXT_SIZE];
	int64_t days;

	*out = NULL;
	if (!text || text[0] != '@')
		return true;
	if (!number_parse(str_of(text + 1), "days from today", -36500, 36500, &days, e))
		return false;
	*out = json_string(date_write(date_plus(d->today, (int32_t)days), date));
	return true;
}

static bool resolve_dates(struct demo *d, json_t *object, struct err *e)
{
	const char *key;
	json_t *value, *date;
	void *next;

	json_object_foreach_safe(object, next, key, value)
	{
		if (!resolve(d, value, &date, e))
			return err_within(e, "%s", key);
		if (date)
			json_object_set_new(object, key, date);
	}
	return true;
}

static bool add_lots(struct demo *d, const json_t *lots, int64_t release_id, struct err *e)
{
	for (size_t i = 0; i < json_array_size(lots); i++) {
		const json_t *lot = json_array_get(lots, i);
		struct lot l = { .release_id = release_id,
			.lot = text_of(lot, "lot"),
			.serial_from = text_of(lot, "serial_from"),
			.serial_to = text_of(lot, "serial_to"),
			.model_number = text_of(lot, "model_number"),
			.expires_on = DATE_NONE,
			.quantity = json_integer_value(json_object_get(lot, "quantity")) };

		if (!date_parse(text_of(lot, "manufactured_on"), &l.manufactured_on, e) ||
		    !register_lot(d->db, &l, d->by, &l.id, e))
			return err_within(e, "lot " STR_FMT, STR_ARG(l.lot));
	}
	return true;
}

static bool add_release(
    struct demo *d, const json_t *release, struct str device, int64_t device_id, struct err *e)
{
	struct release r = { .device_id = device_id,
		.version = text_of(release, "version"),
		.units = json_integer_value(json_object_get(release, "units")),
		.released_on = DATE_NONE };
	struct sbom_registration sbom = { .device = device, .version = r.version };
	SCOPED_REGISTERED_SBOM made = { 0 };
	int64_t id;

	sbom.path = path_in(d, arena_text(&d->arena, text_of(release, "sbom")));
	if (!date_parse(text_of(release, "released_on"), &r.released_on, e) ||
	    !register_release(d->db, &r, d->by, &id, e) ||
	    !add_lots(d, json_object_get(release, "lots"), id, e) ||
	    !restate_sbom(d->db, &sbom, d->by, &d->arena, &made, e))
		return false;
	tell(d, arena_printf(&d->arena, STR_FMT " " STR_FMT ": %lld unit%s, " STR_FMT ", %zu component%s",
		    STR_ARG(device), STR_ARG(r.version), (long long)r.units, PLURAL(r.units),
		    STR_ARG(made.sbom.head.format), made.components, PLURAL(made.components)));
	return true;
}

/* A number or an answer of the document as the register's fields have it: a text. */
static struct str stated_text(struct demo *d, const json_t *value)
{
	if (json_is_boolean(value))
		return json_is_true(value) ? STR("yes") : STR("no");
	if (json_is_integer(value))
		return arena_printf(&d->arena, "%lld", (long long)json_integer_value(value));
	return json_is_string(value) ? str_of(json_string_value(value)) : STR("");
}

static bool read_profile(struct demo *d, json_t *device, struct device_profile *p, struct err *e)
{
	if (!resolve_dates(d, device, e))
		return false;
	for (const struct device_field *f = device_fields; f->name; f++)
		if (!device_field_set(
			&p->device, f, stated_text(d, json_object_get(device, f->name)), &d->arena, e))
			return false;
	for (enum device_list list = 0; list < DEVICE_LIST_COUNT; list++) {
		const json_t *numbers = json_object_get(device, device_list_name(list));

		for (size_t i = 0; i < json_array_size(numbers); i++)
			if (!device_list_add(
				p, list, stated_text(d, json_array_get(numbers, i)), &d->arena, e))
				return false;
	}
	return true;
}

static bool add_device(struct demo *d, json_t *device, struct err *e)
{
	struct device_profile made = { .device = { .name = text_of(device, "name") } };
	const json_t *releases = json_object_get(device, "releases");
	int64_t id;

	if (!read_profile(d, device, &made, e) || !register_device(d->db, &made, d->by, &id, e))
		return err_within(e, STR_FMT, STR_ARG(made.device.name));
	for (size_t i = 0; i < json_array_size(releases); i++)
		if (!add_release(d, json_array_get(releases, i), made.device.name, id, e))
			return false;
	return true;
}

static bool ship(struct demo *d, struct str list, struct err *e)
{
	struct consignee_import done;

	if (!restate_consignees(d->db, path_in(d, arena_text(&d->arena, list)), d->by, &done, e))
		return false;
	tell(d, arena_printf(
		    &d->arena, "%zu consignees, %zu shipments", done.consignees.added, done.shipments.added));
	return true;
}

static bool import(struct demo *d, const json_t *feeds, struct err *e)
{
	const char *paths[PATHS_MOST];
	struct import_report report;
	size_t count = 0;

	for (size_t i = 0; i < json_array_size(feeds) && count < PATHS_MOST; i++)
		paths[count++] = path_in(d, json_string_value(json_array_get(feeds, i)));
	if (!import_feeds(d->db, paths, count, d->by, (struct import_talk){ 0 }, &report, e))
		return false;
	tell(d, arena_printf(&d->arena, "feeds: %zu document%s, %zu record%s", report.documents,
		    PLURAL(report.documents), report.records[PUT_NEW], PLURAL(report.records[PUT_NEW])));
	return true;
}

static bool set_policy(struct demo *d, const char *file, struct err *e)
{
	json_t *document;
	struct program_version version;
	struct str json;
	bool waits;

	if (!load(d, file, &document, e))
		return false;
	json = dump(d, document);
	json_decref(document);
	return program_import_policy(d->db, json, d->by, &d->arena, &version, &waits, e) ||
	       err_within(e, "%s", file);
}

static bool set_program(struct demo *d, json_t *firm, struct err *e)
{
	json_t *isao = json_object_get(firm, "isao"), *template = json_object_get(firm, "template");
	struct str registration = arena_printf(&d->arena, "{\"registration_number\":\"" STR_FMT "\"}",
	    STR_ARG(text_of(firm, "registration_number")));
	struct program_version version;

	return resolve_dates(d, isao, e) &&
	       program_set(d->db, "time_zone", text_of(firm, "time_zone"), d->by, e) &&
	       program_set(d->db, "firm", registration, d->by, e) &&
	       program_set(d->db, "intake", dump(d, json_object_get(firm, "intake")), d->by, e) &&
	       program_state(d->db, "profile", STR(""), dump(d, json_object_get(firm, "profile")), d->by,
		   &d->arena, &version, e) &&
	       program_state(d->db, "isao", STR(""), dump(d, isao), d->by, &d->arena, &version, e) &&
	       program_import_template(d->db, text_of(template, "name"), text_of(template, "text"), d->by,
		   &d->arena, &version, e) &&
	       set_policy(d, json_string_value(json_object_get(firm, "policy")), e);
}

static bool fill_portfolio(struct demo *d, struct err *e)
{
	const json_t *devices;
	json_t *portfolio;
	bool done;

	if (!load(d, "portfolio.json", &portfolio, e))
		return false;
	devices = json_object_get(portfolio, "devices");
	done = import(d, json_object_get(portfolio, "feeds"), e);
	for (size_t i = 0; i < json_array_size(devices) && done; i++)
		done = add_device(d, json_array_get(devices, i), e);
	done = done && ship(d, text_of(portfolio, "consignees"), e);
	done = done && set_program(d, json_object_get(portfolio, "firm"), e);
	json_decref(portfolio);
	return done;
}

/* Who signed the record, in their order; nobody signs in a store without users. */
static bool add_signatures(
    struct demo *d, int64_t casefile_id, int64_t record, const json_t *signatures, struct err *e)
{
	for (size_t i = 0; i < json_array_size(signatures) && d->has_people; i++) {
		const json_t *one = json_array_get(signatures, i);
		struct signing s = { .casefile_id = casefile_id,
			.record = record,
			.name = text_of(one, "by"),
			.secret = STR(DEMO_SECRET) };
		struct change_by by = d->by;
		struct signature made;

		if (!meaning_parse(text_of(one, "meaning"), &s.meaning, e) ||
		    !demo_as(&d->team, s.name, &by, e) || !sign_record(d->db, &s, by, &d->arena, &made, e))
			return err_within(e, "signature %zu", i + 1);
	}
	return true;
}

static bool add_record(
    struct demo *d, int64_t casefile_id, json_t *record, struct change_by by, struct err *e)
{
	json_t *facts = json_object_get(record, "facts"), *more = json_object_get(record, "more");
	int64_t id;

	if (d->has_people) /* those who sign are they */
		json_object_del(facts, "approvers");
	return resolve_dates(d, facts, e) &&
	       case_record(d->db, casefile_id, json_string_value(json_object_get(record, "kind")),
		   dump(d, facts), more ? dump(d, more) : STR("{}"), 0, by, &id, e) &&
	       add_signatures(d, casefile_id, id, json_object_get(record, "signed"), e);
}

static bool add_casefile(struct demo *d, json_t *casefile, struct err *e)
{
	json_t *facts = json_object_get(casefile, "facts"), *records = json_object_get(casefile, "records");
	struct case_opening opening = { .title = text_of(casefile, "title"),
		.device = text_of(casefile, "device"),
		.vulnerability = text_of(casefile, "vulnerability"),
		.release = text_of(casefile, "release") };
	struct case_opened opened;
	struct change_by by = d->by;

	if (!demo_as(&d->team, text_of(casefile, "by"), &by, e) || !resolve_dates(d, facts, e))
		return false;
	opening.facts = dump(d, facts);
	if (!case_open(d->db, &opening, by, &d->arena, &opened, e))
		return false;
	for (size_t i = 0; i < json_array_size(records); i++)
		if (!add_record(d, opened.id, json_array_get(records, i), by, e))
			return err_within(e, "record %zu", i + 1);
	tell(d, arena_printf(&d->arena, "casefile %lld: " STR_FMT " in " STR_FMT ", %zu records",
		    (long long)opened.id, STR_ARG(opening.vulnerability), STR_ARG(opening.device),
		    json_array_size(records) + 2));
	return true;
}

static bool add_entry(struct demo *d, int64_t id, json_t *entry, struct change_by by, struct err *e)
{
	json_t *content = json_object_get(entry, "content");
	struct signal_effects effects = { 0 };

	return resolve_dates(d, content, e) &&
	       signal_enter(d->db, id, json_string_value(json_object_get(entry, "kind")), dump(d, content),
		   by, &d->arena, &effects, e);
}

static bool triage(struct demo *d, int64_t id, const json_t *triage, struct change_by by, struct err *e)
{
	struct signal_triage t = { .signals = &id,
		.count = 1,
		.state = signal_state_find(text_of(triage, "state")),
		.applicable_on = DATE_NONE,
		.reason = text_of(triage, "reason") };
	struct learning_moves moves = { 0 };

	return !triage || signal_triage(d->db, &t, by, &d->arena, &moves, e);
}

static bool add_signal(struct demo *d, json_t *signal, struct err *e)
{
	json_t *received = json_object_get(signal, "received"), *contact = json_object_get(signal, "contact");
	json_t *entries = json_object_get(signal, "entries");
	int64_t id, casefile_id = json_integer_value(json_object_get(signal, "casefile"));
	struct signal_effects effects = { 0 };
	struct signal_receipt receipt;
	struct change_by by = d->by;

	if (!demo_as(&d->team, text_of(signal, "by"), &by, e) || !resolve_dates(d, received, e))
		return false;
	receipt = (struct signal_receipt){ .received = dump(d, received),
		.contact = contact ? dump(d, contact) : STR("{}") };
	if (!signal_add(d->db, &receipt, by, &id, e) ||
	    !triage(d, id, json_object_get(signal, "triage"), by, e) ||
	    (casefile_id && !signal_link(d->db, id, casefile_id, by, &d->arena, &effects, e)))
		return false;
	for (size_t i = 0; i < json_array_size(entries); i++)
		if (!add_entry(d, id, json_array_get(entries, i), by, e))
			return err_within(e, "entry %zu", i + 1);
	tell(d, arena_printf(&d->arena, "signal %lld: " STR_FMT, (long long)id,
		    STR_ARG(text_of(received, "summary"))));
	return true;
}

/* Each element of the list that the file of its name holds. */
static bool fill(struct demo *d, const char *list,
    bool (*add)(struct demo *d, json_t *element, struct err *e), struct err *e)
{
	struct str file = arena_printf(&d->arena, "%s.json", list);
	json_t *document, *elements;
	bool done = true;

	if (!load(d, arena_text(&d->arena, file), &document, e))
		return false;
	elements = json_object_get(document, list);
	for (size_t i = 0; i < json_array_size(elements) && done; i++)
		done = add(d, json_array_get(elements, i), e) ||
		       err_within(e, STR_FMT ": element %zu", STR_ARG(file), i + 1);
	json_decref(document);
	return done;
}

bool demo_fill(struct db *db, const char *folder, bool has_people, struct change_by by, struct demo_talk talk,
    struct err *e)
{
	struct demo d = { .db = db,
		.folder = folder,
		.by = by,
		.today = instant_date(by.at, 0),
		.talk = talk,
		.has_people = has_people };
	bool done = fill_portfolio(&d, e) && (!has_people || demo_enrol_people(db, by, &d.team, e)) &&
		    fill(&d, "casefiles", add_casefile, e) && fill(&d, "signals", add_signal, e);

	arena_free(&d.arena);
	return done;
}
