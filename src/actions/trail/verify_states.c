#include "actions/trail/verify_states.h"

#include "actions/casework/case_note.h"
#include "actions/field/consignees_digest.h"
#include "actions/field/register.h"
#include "actions/field/register_device.h"
#include "actions/field/register_lot.h"
#include "actions/intake/signals.h"
#include "actions/program/program_set.h"
#include "actions/users/identities.h"
#include "actions/users/second_factor.h"
#include "actions/users/users.h"
#include "base/number.h"
#include "store/casefiles.h"
#include "store/devices.h"
#include "store/lots.h"
#include "store/program_versions.h"
#include "store/signals.h"
#include "store/users.h"

static bool setting_now(
    struct db *db, struct verify_asked asked, struct arena *arena, struct verify_standing *out, struct err *e)
{
	struct str content;

	if (!setting_get(db, arena_text(arena, asked.name), arena, &content, e))
		return false;
	out->json = setting_json(asked.name, content, arena);
	return true;
}

static bool user_now(
    struct db *db, struct verify_asked asked, struct arena *arena, struct verify_standing *out, struct err *e)
{
	struct user u;
	bool found;

	if (!user_find(db, asked.name, arena, &u, &found, e))
		return false;
	if (found)
		out->json = user_json(&u, arena);
	return true;
}

static bool factor_now(
    struct db *db, struct verify_asked asked, struct arena *arena, struct verify_standing *out, struct err *e)
{
	struct user u;
	bool found;

	if (!user_find(db, asked.name, arena, &u, &found, e))
		return false;
	if (found)
		out->json = second_factor_json(u.has_second_factor);
	return true;
}

static bool identity_now(
    struct db *db, struct verify_asked asked, struct arena *arena, struct verify_standing *out, struct err *e)
{
	struct person_identity i;
	struct user u;
	bool found;

	if (!user_find(db, asked.name, arena, &u, &found, e))
		return false;
	if (!found)
		return true;
	if (!identity_of(db, u.id, arena, &i, &found, e))
		return false;
	out->json = identity_json(&i, arena);
	return true;
}

/* "device 12": 12; 0 where it is none. */
static int64_t id_of(struct verify_asked asked)
{
	struct err none;
	int64_t id;

	return number_parse(asked.name, "number", 1, INT64_MAX, &id, &none) ? id : 0;
}

/* What is not there is a fault to be told, and no error of the store. */
static bool is_absent(const struct err *absent, struct err *e)
{
	if (absent->code == ERR_NONE || absent->code == ERR_INPUT || absent->code == ERR_ABSENT)
		return true;
	*e = *absent;
	return false;
}

static bool casefile_now(struct db *db, struct verify_asked asked, struct arena *arena, struct casefile *out,
    bool *found, struct err *e)
{
	struct err absent = { 0 };

	*found = casefile_get(db, id_of(asked), arena, out, &absent);
	return *found || is_absent(&absent, e);
}

static bool opening_now(
    struct db *db, struct verify_asked asked, struct arena *arena, struct verify_standing *out, struct err *e)
{
	struct casefile casefile;
	struct device device;
	bool found;

	if (!casefile_now(db, asked, arena, &casefile, &found, e))
		return false;
	if (!found)
		return true;
	if (!device_by_id(db, casefile.device_id, arena, &device, e))
		return false;
	out->json = case_opening_json(&casefile, device.name, arena);
	return true;
}

static bool closing_now(
    struct db *db, struct verify_asked asked, struct arena *arena, struct verify_standing *out, struct err *e)
{
	struct casefile casefile;
	bool found;

	if (!casefile_now(db, asked, arena, &casefile, &found, e))
		return false;
	if (found)
		out->json = case_closing_json(casefile.closed_on, arena);
	return true;
}

/* --- the register --- */

static bool device_now(
    struct db *db, struct verify_asked asked, struct arena *arena, struct verify_standing *out, struct err *e)
{
	struct device_profile profile;
	struct device device;

	if (!device_by_id(db, id_of(asked), arena, &device, e))
		return false;
	if (device.id == 0)
		return true;
	if (!device_profile_get(db, device.name, arena, &profile, e))
		return false;
	out->json = device_record_json(&profile, arena);
	return true;
}

static bool release_now(
    struct db *db, struct verify_asked asked, struct arena *arena, struct verify_standing *out, struct err *e)
{
	struct release release;

	if (!release_by_id(db, id_of(asked), arena, &release, e))
		return false;
	if (release.id)
		out->json = release_record_json(&release, arena);
	return true;
}

static bool lot_now(
    struct db *db, struct verify_asked asked, struct arena *arena, struct verify_standing *out, struct err *e)
{
	struct err absent = { 0 };
	struct release release;
	struct lot lot;

	if (!lot_get(db, id_of(asked), arena, &lot, &absent))
		return is_absent(&absent, e);
	if (!release_by_id(db, lot.release_id, arena, &release, e))
		return false;
	out->json = lot_record_json(&lot, &release, arena);
	return true;
}

static bool consignees_now(
    struct db *db, struct verify_asked asked, struct arena *arena, struct verify_standing *out, struct err *e)
{
	char hex[SHA256_HEX_SIZE];
	struct sha256 digest;

	(void)asked;
	if (!consignees_digest(db, arena, &digest, e))
		return false;
	out->json = arena_printf(arena, "\"stands\":\"%s\"}", sha256_hex(&digest, hex));
	return true;
}

/* --- what is only added to --- */

static bool signal_now(
    struct db *db, struct verify_asked asked, struct arena *arena, struct verify_standing *out, struct err *e)
{
	struct err absent = { 0 };
	struct signal_entry *entries;
	const struct signal_entry_kind *kind;
	size_t count;

	if (!signal_entries(db, id_of(asked), arena, &entries, &count, &absent))
		return is_absent(&absent, e);
	if (asked.row >= count)
		return true;
	kind = signal_entry_kind_find(entries[asked.row].kind);
	*out = (struct verify_standing){
		.json = signal_in_trail(entries[asked.row].kind, entries[asked.row].content, arena),
		.what = str_of(kind ? kind->in_trail : ""),
		.at = entries[asked.row].at,
		.who = entries[asked.row].who,
	};
	return true;
}

/* "policy", "template customer". */
static bool program_now(
    struct db *db, struct verify_asked asked, struct arena *arena, struct verify_standing *out, struct err *e)
{
	struct str name = asked.name, kind;
	struct program_version *versions;
	size_t count;

	if (!str_cut(&name, ' ', &kind)) {
		kind = asked.name;
		name = STR("");
	}
	if (!program_versions(db, kind, arena, &versions, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (str_eq(versions[i].name, name) && versions[i].number == (int64_t)asked.row + 1)
			*out = (struct verify_standing){ .json = versions[i].content,
				.what = arena_printf(arena, "program." STR_FMT, STR_ARG(kind)),
				.at = versions[i].at,
				.who = versions[i].who };
	return true;
}

#define PROGRAM(kind)                                                                                        \
	{                                                                                                    \
		"program." kind, "", true, NULL, NULL, program_now, "program_version"                        \
	}
#define SIGNAL(kind)                                                                                         \
	{                                                                                                    \
		"signal." kind, "signal ", true, NULL, NULL, signal_now, "signal_entry"                      \
	}

static const struct verify_state states[] = {
	{ "program.set", "setting ", false, NULL, NULL, setting_now, "setting" },
	/* from the title on: a device may get another name */
	{ "casefile.open", "casefile ", false, "\"title\":", "{\"title\":", opening_now, "casefile" },
	{ "casefile.rename", "casefile ", false, "\"title\":", NULL, opening_now, "casefile" },
	{ "casefile.close", "casefile ", false, NULL, NULL, closing_now, NULL },
	{ "casefile.reopen", "casefile ", false, NULL, NULL, closing_now, NULL },
	{ "user.access", "setting ", false, NULL, NULL, setting_now, "setting" },
	{ "user.add", "user ", false, NULL, NULL, user_now, "person" },
	{ "user.attest", "user ", false, NULL, NULL, user_now, "person" },
	{ "user.disable", "user ", false, NULL, NULL, user_now, "person" },
	{ "user.enable", "user ", false, NULL, NULL, user_now, "person" },
	{ "user.factor", SECOND_FACTOR_SUBJECT, false, NULL, NULL, factor_now, NULL },
	{ "user.factor-remove", SECOND_FACTOR_SUBJECT, false, NULL, NULL, factor_now, NULL },
	{ "user.factor-roles", "setting ", false, NULL, NULL, setting_now, "setting" },
	{ "user.identity", IDENTITY_SUBJECT, false, NULL, NULL, identity_now, NULL },
	{ "user.identity-remove", IDENTITY_SUBJECT, false, NULL, NULL, identity_now, NULL },
	{ "user.reset", "user ", false, NULL, NULL, user_now, "person" },
	{ "user.review", "setting ", false, NULL, NULL, setting_now, "setting" },
	{ "user.roles", "user ", false, NULL, NULL, user_now, "person" },
	{ "user.train", "user ", false, NULL, NULL, user_now, "person" },
	{ "device.add", "device ", false, NULL, "\"facts\":\"{", device_now, "device" },
	{ "device.set", "device ", false, NULL, "\"facts\":\"{", device_now, "device" },
	{ "release.add", "release ", false, "\"device\":", NULL, release_now, "release" },
	/* behind the day of the count */
	{ "release.set", "release ", false, "\"device\":", NULL, release_now, "release" },
	{ "lot.add", "lot ", false, NULL, NULL, lot_now, "lot" },
	{ "lot.set", "lot ", false, NULL, NULL, lot_now, "lot" },
	{ "consignee.add", "consignees", false, "\"stands\":", NULL, consignees_now, NULL },
	{ "consignee.import", "consignees", false, "\"stands\":", NULL, consignees_now, NULL },
	PROGRAM("check"),
	PROGRAM("control"),
	PROGRAM("isao"),
	PROGRAM("policy"),
	PROGRAM("policy_draft"),
	PROGRAM("profile"),
	PROGRAM("template"),
	SIGNAL("acknowledgement"),
	SIGNAL("contact"),
	SIGNAL("correspondence"),
	SIGNAL("credit"),
	SIGNAL("cve_request"),
	SIGNAL("embargo"),
	SIGNAL("link"),
	SIGNAL("mdr_rationale"),
	SIGNAL("received"),
	SIGNAL("triage"),
};

const char *const verify_tables[] = { "casefile", "device", "lot", "person", "program_version", "release",
	"setting", "signal_entry", NULL };

const struct verify_state *verify_state_of(const struct trail_entry *entry)
{
	/* the first letter decides most: every entry of a trail is asked about */
	for (size_t i = 0; i < COUNT(states); i++)
		if (entry->what.len && states[i].what[0] == entry->what.ptr[0] &&
		    str_eq(str_of(states[i].what), entry->what) &&
		    str_starts(entry->object, str_of(states[i].object)))
			return &states[i];
	return NULL;
}

bool verify_state_is_earlier(const struct verify_state *s, struct str json)
{
	return s->earlier && str_find(json, str_of(s->earlier)) < json.len;
}

struct str verify_state_part(const struct verify_state *s, struct str json)
{
	size_t at;

	if (!s->from || !json.ptr)
		return json;
	at = str_find(json, str_of(s->from));
	return at < json.len ? str_from(json, at) : STR_NONE;
}
