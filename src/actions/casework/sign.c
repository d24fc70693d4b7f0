#include "actions/casework/sign.h"

#include "actions/access_rules.h"
#include "actions/casework/case_signatures.h"
#include "actions/casework/case_signing.h"
#include "actions/firm_day.h"
#include "actions/prove.h"
#include "formats/json_write.h"
#include "store/signatures.h"

#define NOTE_MOST ((size_t)64 * 1024)

/* What a signature says in the trail; its content's digest and its seal tie both together. */
static struct str signature_json(const struct signature *s, struct arena *arena)
{
	SCOPED_BUF out = buf_new(NOTE_MOST);
	struct json_out *w = json_out_buf(&out, false);
	char hex[SHA256_HEX_SIZE];

	json_open_object(w);
	json_field_int(w, "record", s->record);
	json_field_text(w, "meaning", str_of(meaning_word(s->meaning)));
	json_field_text(w, "full_name", s->full_name);
	json_field_text(w, "content", str_of(sha256_hex(&s->content, hex)));
	json_field_text(w, "seal", str_of(sha256_hex(&s->seal, hex)));
	json_close_object(w);
	json_out_close(w);
	return arena_copy(arena, buf_str(&out));
}

/* 21 CFR 11.300(b): who signs with a secret that has aged chooses a new one first. */
static bool check_age(struct db *db, const struct user *signer, struct instant now, struct err *e)
{
	struct access_rules rules;
	int64_t over;

	if (!access_rules_get(db, &rules, e))
		return false;
	over = access_secret_over(&rules, signer, now);
	return over == 0 ||
	       err_fail(e, ERR_DENIED,
		   "the secret of \"" STR_FMT
		   "\" is %lld days old, and may be %lld: choose a new one before signing",
		   STR_ARG(signer->name), (long long)(rules.secret_days + over),
		   (long long)rules.secret_days) ||
	       err_remedy(e, REMEDY_NEW_SECRET);
}

bool sign_may(
    struct db *db, const struct change *change, const struct user *signer, struct instant now, struct err *e)
{
	char day[DATE_TEXT_SIZE];
	struct date today;

	if (signer->has_second_factor && change_is_by_token(change))
		return err_fail(e, ERR_DENIED,
		    "\"" STR_FMT "\" has a second factor and signs in a session, not by a token: sign in",
		    STR_ARG(signer->name));
	if (signer->attested_by.len == 0)
		return err_fail(e, ERR_DENIED,
		    "nobody has attested the identity of \"" STR_FMT "\" (user set)", STR_ARG(signer->name));
	if (signer->one_time)
		return err_fail(e, ERR_DENIED,
		    "\"" STR_FMT
		    "\" has no secret of their own yet: sign in once with the one that was given",
		    STR_ARG(signer->name));
	if (!check_age(db, signer, now, e))
		return false;
	if (!date_is_known(signer->training_until))
		return true;
	return firm_day(db, DATE_NONE, now, &today, e) &&
	       (today.days <= signer->training_until.days ||
		   err_fail(e, ERR_DENIED, "the training of \"" STR_FMT "\" ran out on %s",
		       STR_ARG(signer->name), date_write(signer->training_until, day)));
}

bool sign_keep(struct db *db, struct change *change, struct signature *s, struct arena *arena, struct err *e)
{
	s->seal = signature_seal(s);
	if (!change_note(change, meaning_what(s->meaning), s->subject, STR_NONE, signature_json(s, arena), e))
		return false;
	s->entry = change_number(change);
	return signature_add(db, s, &s->id, e);
}

bool sign_within(struct db *db, struct change *change, const struct signing *s, const struct user *signer,
    struct change_by by, struct arena *arena, struct signature *out, struct err *e)
{
	struct signature made = { .subject = casefile_subject(s->casefile_id, arena),
		.record = s->record,
		.meaning = s->meaning,
		.name = signer->name,
		.full_name = signer->full_name,
		.at = by.at };
	const struct case_record *record;
	struct case_view view;

	if (!case_view(db, s->casefile_id, DATE_NONE, by.at, arena, &view, e))
		return false;
	if (!sign_may(db, change, signer, by.at, e) ||
	    !case_order_sign(&view, s->record, s->meaning, signer, &record, e))
		return change_refuse(change, made.subject, e);
	made.content = case_record_digest(s->casefile_id, record, arena);
	if (!sign_keep(db, change, &made, arena, e))
		return false;
	*out = made;
	return true;
}

static bool open_guarded(struct db *db, struct change_by *by, struct change **out, struct err *e)
{
	SCOPED_CHANGE *change = NULL;

	if (!change_open(db, by, &change, e))
		return false;
	if (!change_is_guarded(change))
		return err_fail(e, ERR_CONFLICT, "this store has no users: a signature is one person's") ||
		       err_remedy(e, REMEDY_USERS);
	*out = change;
	change = NULL;
	return true;
}

bool sign_begin(struct db *db, struct str name, struct str secret, struct change_by *by, struct arena *arena,
    struct change **change, struct user *signer, struct err *e)
{
	struct claim claim = { .name = name, .secret = secret, .refused = "sign.refused" };

	by->who = name;
	return claim_check(db, &claim, arena, e) && open_guarded(db, by, change, e) &&
	       prove(db, change, &claim, by->at, arena, signer, e);
}

bool sign_record(struct db *db, const struct signing *s, struct change_by by, struct arena *arena,
    struct signature *out, struct err *e)
{
	SCOPED_CHANGE *change = NULL;
	struct user signer;

	return sign_begin(db, s->name, s->secret, &by, arena, &change, &signer, e) &&
	       sign_within(db, change, s, &signer, by, arena, out, e) && change_close(&change, e);
}
