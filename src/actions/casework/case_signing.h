/*
 * case_signing - which records of a casefile are signed, by whom, and in which order (21
 * CFR 11.10(f), 11.50).
 */
#pragma once
#include "actions/casework/case_view.h"
#include "records/signature.h"
#include "records/user.h"

/* Of this kind every record is signed by its author and a second person before the casefile is closed. */
bool case_kind_is_signed(struct str kind);

/* The signer may sign for this meaning what the user who wrote: an author for authorship and nobody else, and
 * nobody twice. ERR_CONFLICT or ERR_DENIED. */
MUST_CHECK bool signing_person(const struct case_signatures *s, int64_t record, struct str who,
    enum meaning meaning, const struct user *signer, struct err *e);
/* Its author has signed it; ERR_CONFLICT. */
MUST_CHECK bool signing_behind_author(
    const struct case_signatures *s, int64_t record, struct str who, struct err *e);

/* The signer may sign the record so: an author for authorship and nobody else, behind the author a second
 * person, and what rests on the assessment once that is signed. *out: the record. ERR_CONFLICT or ERR_DENIED
 * with the reason; the caller records the refusal. */
MUST_CHECK bool case_order_sign(const struct case_view *view, int64_t record, enum meaning meaning,
    const struct user *signer, const struct case_record **out, struct err *e);
