#include "actions/users/users.h"

#include "base/secret.h"
#include "base/text.h"
#include "formats/json_write.h"
#include "store/change.h"
#include "store/users.h"

#define RECORD_MOST ((size_t)64 * 1024)

struct str user_json(const struct user *u, struct arena *arena)
{
	SCOPED_BUF out = buf_new(RECORD_MOST), roles = buf_new(256);
	struct json_out *w = json_out_buf(&out, false);
	char day[DATE_TEXT_SIZE];

	roles_write(u->roles, &roles);
	json_open_object(w);
	json_field_text(w, "name", u->name);
	json_field_text(w, "full_name", u->full_name);
	json_field_text(w, "roles", buf_str(&roles));
	json_field_text(w, "state", u->state == USER_ACTIVE ? STR("active") : STR("disabled"));
	json_field_text(w, "attested_by", u->attested_by);
	if (date_is_known(u->attested_on))
		json_field_text(w, "attested_on", str_of(date_write(u->attested_on, day)));
	json_field_text(w, "training", u->training);
	if (date_is_known(u->training_until))
		json_field_text(w, "training_until", str_of(date_write(u->training_until, day)));
	if (u->reset_by.len)
		json_field_text(w, "reset_asked_by", u->reset_by);
	json_close_object(w);
	json_out_close(w);
	return arena_copy(arena, buf_str(&out));
}

static struct str object_of(struct str name, struct arena *arena)
{
	return arena_printf(arena, "user " STR_FMT, STR_ARG(name));
}

/* A secret for one sign-in, and what is kept of it: made before the change is opened, as the hash takes long.
 */
struct given {
	char word[SECRET_WORD_SIZE];
	char hash[SECRET_HASH_SIZE];
	char *to; /* where the word goes when it is given */
};

static bool make_given(char *to, struct given *out, struct err *e)
{
	out->to = to;
	return secret_hash(str_of(secret_word(out->word)), out->hash, e);
}

static void give_secret(struct user *u, struct instant at, const struct given *given)
{
	memcpy(given->to, given->word, sizeof(given->word));
	u->secret = str_of(given->hash);
	u->secret_at = at;
	u->one_time = true;
	u->failures = 0;
	u->locked_until = INSTANT_NONE;
	u->reset_by = STR("");
}

static bool check_enrolment(const struct enrolment *n, bool first, struct err *e)
{
	if (!user_name_check(n->name, e))
		return false;
	if (!text_says(n->full_name))
		return err_fail(e, ERR_INPUT, "the full name is missing: it stands beside every signature");
	if (!text_is_plain_line(n->full_name))
		return err_fail(e, ERR_INPUT,
		    "the full name has a control character, or one that turns the direction of writing");
	if (n->roles == 0)
		return err_fail(e, ERR_INPUT, "a user has at least one role");
	if (first && !(n->roles & ROLE_ADMINISTRATOR))
		return err_fail(
		    e, ERR_CONFLICT, "the first user must be an administrator, who enrols the others");
	return first || date_is_known(n->verified_on) ||
	       err_fail(e, ERR_INPUT, "the day on which the identity was verified is missing");
}

static bool enrol_within(struct db *db, struct change *change, const struct enrolment *n, struct change_by by,
    const struct given *given, struct arena *arena, struct err *e)
{
	struct user u = { .name = n->name,
		.full_name = n->full_name,
		.roles = n->roles,
		.state = USER_ACTIVE,
		.created_at = by.at,
		.attested_by = STR(""),
		.attested_on = DATE_NONE,
		.training = STR(""),
		.training_until = DATE_NONE };
	struct user standing;
	bool any, found;

	if (!user_any(db, &any, e) || !check_enrolment(n, !any, e) ||
	    !user_find(db, n->name, arena, &standing, &found, e))
		return false;
	if (found)
		return err_fail(e, ERR_CONFLICT,
		    "there is a user \"" STR_FMT "\"; a name is never given to anybody else",
		    STR_ARG(n->name));
	if (any) {
		u.attested_by = by.who;
		u.attested_on = n->verified_on;
	}
	give_secret(&u, by.at, given);
	return user_add(db, &u, &u.id, e) &&
	       change_note(change, "user.add", object_of(n->name, arena), STR_NONE, user_json(&u, arena), e);
}

bool user_enrol(
    struct db *db, const struct enrolment *enrolment, struct change_by by, char *secret, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;
	struct given given;
	bool done;

	done = make_given(secret, &given, e) && change_open(db, &by, &change, e) &&
	       enrol_within(db, change, enrolment, by, &given, &arena, e) && change_close(&change, e);
	secret_wipe(&given, sizeof(given));
	return done;
}

/* --- changing one --- */

struct alteration {
	const char *what; /* in the trail */
	struct str name;
	struct change_by by;
	/* Changes *u, within the change. */
	bool (*alter)(struct db *db, struct user *u, const struct alteration *a, struct err *e);
	bool ends_sessions;
	/* what alter needs of these */
	enum user_state state;
	unsigned roles;
	struct str reference;
	struct date day;
	const struct given *given;
	bool *is_given;
};

static bool alter_within(
    struct db *db, struct change *change, const struct alteration *a, struct arena *arena, struct err *e)
{
	struct user u;
	struct str old;
	bool found;

	if (!user_find(db, a->name, arena, &u, &found, e))
		return false;
	if (!found)
		return err_fail(e, ERR_ABSENT, "there is no user \"" STR_FMT "\"", STR_ARG(a->name));
	old = user_json(&u, arena);
	return a->alter(db, &u, a, e) && user_update(db, &u, e) &&
	       (!a->ends_sessions || session_end_all(db, u.id, e)) &&
	       change_note(change, a->what, object_of(u.name, arena), old, user_json(&u, arena), e);
}

static bool alter(struct db *db, const struct alteration *wanted, struct err *e)
{
	struct alteration a = *wanted;
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;

	if (!change_open(db, &a.by, &change, e) || !alter_within(db, change, &a, &arena, e))
		return false;
	return change_close(&change, e);
}

/* Would there be an administrator without this one? */
static bool keep_administrator(struct db *db, const struct user *u, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct user *users;
	size_t count;

	if (u->state != USER_ACTIVE || !(u->roles & ROLE_ADMINISTRATOR))
		return true;
	if (!user_list(db, &arena, &users, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (users[i].id != u->id && users[i].state == USER_ACTIVE &&
		    (users[i].roles & ROLE_ADMINISTRATOR))
			return true;
	return err_fail(
	    e, ERR_CONFLICT, "\"" STR_FMT "\" is the last active administrator", STR_ARG(u->name));
}

static bool alter_state(struct db *db, struct user *u, const struct alteration *a, struct err *e)
{
	if (a->state == USER_DISABLED && !keep_administrator(db, u, e))
		return false;
	u->state = a->state;
	return true;
}

bool user_set_state(struct db *db, struct str name, enum user_state state, struct change_by by, struct err *e)
{
	struct alteration a = { .what = state == USER_ACTIVE ? "user.enable" : "user.disable",
		.name = name,
		.by = by,
		.alter = alter_state,
		.ends_sessions = true,
		.state = state };

	return alter(db, &a, e);
}

static bool alter_roles(struct db *db, struct user *u, const struct alteration *a, struct err *e)
{
	if (a->roles == 0)
		return err_fail(e, ERR_INPUT, "a user has at least one role");
	if (!(a->roles & ROLE_ADMINISTRATOR) && !keep_administrator(db, u, e))
		return false;
	u->roles = a->roles;
	return true;
}

bool user_set_roles(struct db *db, struct str name, unsigned roles, struct change_by by, struct err *e)
{
	struct alteration a = {
		.what = "user.roles", .name = name, .by = by, .alter = alter_roles, .roles = roles
	};

	return alter(db, &a, e);
}

static bool alter_attested(struct db *db, struct user *u, const struct alteration *a, struct err *e)
{
	(void)db;
	if (str_eq(u->name, a->by.who))
		return err_fail(e, ERR_CONFLICT, "nobody attests the own identity");
	u->attested_by = a->by.who;
	u->attested_on = a->day;
	return true;
}

bool user_attest(struct db *db, struct str name, struct date verified_on, struct change_by by, struct err *e)
{
	struct alteration a = {
		.what = "user.attest", .name = name, .by = by, .alter = alter_attested, .day = verified_on
	};

	return alter(db, &a, e);
}

static bool alter_training(struct db *db, struct user *u, const struct alteration *a, struct err *e)
{
	(void)db;
	(void)e;
	u->training = a->reference;
	u->training_until = a->day;
	return true;
}

bool user_train(struct db *db, struct str name, struct str reference, struct date until, struct change_by by,
    struct err *e)
{
	struct alteration a = { .what = "user.train",
		.name = name,
		.by = by,
		.alter = alter_training,
		.reference = reference,
		.day = until };

	return alter(db, &a, e);
}

static bool alter_secret(struct db *db, struct user *u, const struct alteration *a, struct err *e)
{
	(void)db;
	*a->is_given = u->reset_by.len > 0;
	if (!*a->is_given) {
		u->reset_by = a->by.who;
		return true;
	}
	if (str_eq(u->reset_by, a->by.who))
		return err_fail(e, ERR_CONFLICT,
		    "\"" STR_FMT "\" has asked for it already: a second administrator must confirm",
		    STR_ARG(a->by.who));
	give_secret(u, a->by.at, a->given);
	return true;
}

bool user_reset(
    struct db *db, struct str name, struct change_by by, char *secret, bool *is_given, struct err *e)
{
	struct given given;
	bool done;
	struct alteration a = { .what = "user.reset",
		.name = name,
		.by = by,
		.alter = alter_secret,
		.ends_sessions = true,
		.given = &given,
		.is_given = is_given };

	done = make_given(secret, &given, e) && alter(db, &a, e);
	secret_wipe(&given, sizeof(given));
	return done;
}
