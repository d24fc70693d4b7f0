/*
 * signature - who stands for a record, with which meaning, and the digest that ties both together (21 CFR
 * 11.50, 11.70).
 *
 * A signature covers the content of one record: SHA-256 over the text "aftercare record 1" and a zero byte,
 * the number of its fields (8 bytes, big-endian), and each field as records/seal.h writes it. Its own seal is
 * SHA-256 over "aftercare signature 1" and a zero byte, that digest (32 bytes), the record's number, the
 * instant, then subject, name, full name and meaning. Copied to another record, or kept while the record
 * changes, it no longer fits.
 */
#pragma once
#include <stdint.h>

#include "base/crypto.h"
#include "base/err.h"
#include "base/time.h"

/* The meanings there are, 11.50(a)(3). */
enum meaning {
	MEANING_NONE, /* of a row that was damaged */
	MEANING_AUTHORSHIP,
	MEANING_REVIEW,
	MEANING_APPROVAL,
	MEANING_RESPONSIBILITY,
	MEANING_DESIGNATED_PERSON, /* reviewed and evaluated by the one of 21 CFR 806.20(b)(4) */
	MEANING_COUNT
};

struct signature {
	int64_t id;
	struct str subject; /* what the record belongs to: "casefile 7" */
	int64_t record;
	enum meaning meaning;
	struct str name, full_name; /* as they were then */
	struct instant at;
	struct sha256 content; /* of the record */
	struct sha256 seal;
	int64_t entry; /* of the trail, which tells of it */
};

#define MEANING_CHOICES "authorship|review|approval|responsibility|designated_person"
const char *meaning_word(enum meaning meaning);
MUST_CHECK bool meaning_parse(struct str word, enum meaning *out, struct err *e);
/* What it is called in the trail: "sign.approval". */
const char *meaning_what(enum meaning meaning);
/* What a person reads: "approval", "review and evaluation by the designated person (21 CFR 806.20(b)(4))". */
const char *meaning_says(enum meaning meaning);

struct sha256 signature_content(const struct str *fields, size_t count);
struct sha256 signature_seal(const struct signature *s);

/* Is it as it was made, and does it cover what its record is now? *content: NULL where there is no such
 * record. One line says what is wrong. */
bool signature_check(const struct signature *s, const struct sha256 *content, struct err *e);
