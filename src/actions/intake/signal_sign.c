#include "actions/intake/signal_sign.h"

#include "actions/casework/case_signing.h"
#include "actions/casework/mdr_rationale.h"
#include "actions/casework/sign.h"
#include "actions/signal_read.h"

static bool check_order(const struct signal_rationale *r, const struct signal_signing *s,
    const struct user *signer, struct err *e)
{
	if (!r->entry)
		return err_fail(e, ERR_CONFLICT,
		    "signal %lld does not say why it is not reportable, of what is written of it now",
		    (long long)s->signal);
	if (!signing_person(&r->signatures, r->entry->id, r->entry->who, s->meaning, signer, e))
		return false;
	return s->meaning == MEANING_AUTHORSHIP ||
	       signing_behind_author(&r->signatures, r->entry->id, r->entry->who, e);
}

static bool sign_it(struct db *db, struct change *change, const struct signal_signing *s,
    const struct user *signer, struct change_by by, struct arena *arena, struct signature *out, struct err *e)
{
	struct signature made = { .subject = signal_subject(s->signal, arena),
		.meaning = s->meaning,
		.name = signer->name,
		.full_name = signer->full_name,
		.at = by.at };
	struct signal_rationale rationale;
	struct signal_file file;

	if (!signal_read(db, s->signal, arena, &file, e) ||
	    !signal_rationale(db, &file.signal, true, arena, &rationale, e))
		return false;
	if (!sign_may(db, change, signer, by.at, e) || !check_order(&rationale, s, signer, e))
		return change_refuse(change, made.subject, e);
	made.record = rationale.entry->id;
	made.content = signal_entry_digest(rationale.entry, arena);
	if (!sign_keep(db, change, &made, arena, e))
		return false;
	*out = made;
	return true;
}

bool signal_sign(struct db *db, const struct signal_signing *s, struct change_by by, struct arena *arena,
    struct signature *out, struct err *e)
{
	SCOPED_CHANGE *change = NULL;
	struct user signer;

	return sign_begin(db, s->name, s->secret, &by, arena, &change, &signer, e) &&
	       sign_it(db, change, s, &signer, by, arena, out, e) && change_close(&change, e);
}
