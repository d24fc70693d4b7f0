#include "records/signature.h"

#include "records/seal.h"

static const struct {
	const char *word, *what, *says;
} meanings[MEANING_COUNT] = {
	[MEANING_NONE] = { "", "", "nothing" },
	[MEANING_AUTHORSHIP] = { "authorship", "sign.authorship", "authorship" },
	[MEANING_REVIEW] = { "review", "sign.review", "review" },
	[MEANING_APPROVAL] = { "approval", "sign.approval", "approval" },
	[MEANING_RESPONSIBILITY] = { "responsibility", "sign.responsibility", "responsibility" },
	[MEANING_DESIGNATED_PERSON] = { "designated_person", "sign.designated_person",
	    "review and evaluation by the designated person (21 CFR 806.20(b)(4))" },
};

const char *meaning_word(enum meaning meaning)
{
	return meanings[meaning].word;
}

const char *meaning_what(enum meaning meaning)
{
	return meanings[meaning].what;
}

const char *meaning_says(enum meaning meaning)
{
	return meanings[meaning].says;
}

bool meaning_parse(struct str word, enum meaning *out, struct err *e)
{
	for (int m = 1; m < MEANING_COUNT; m++)
		if (str_eq(str_of(meanings[m].word), word)) {
			*out = (enum meaning)m;
			return true;
		}
	return err_fail(
	    e, ERR_INPUT, "there is no meaning \"" STR_FMT "\"; there are " MEANING_CHOICES, STR_ARG(word));
}

struct sha256 signature_content(const struct str *fields, size_t count)
{
	static const char head[] = "aftercare record 1"; /* with its zero byte */
	struct sha256_stream *h = sha256_open();

	sha256_add(h, (struct str){ head, sizeof(head) });
	seal_number(h, (int64_t)count);
	for (size_t i = 0; i < count; i++)
		seal_field(h, fields[i]);
	return sha256_close(h);
}

struct sha256 signature_seal(const struct signature *s)
{
	static const char head[] = "aftercare signature 1"; /* with its zero byte */
	struct sha256_stream *h = sha256_open();

	sha256_add(h, (struct str){ head, sizeof(head) });
	sha256_add(h, sha256_str(&s->content));
	seal_number(h, s->record);
	seal_number(h, s->at.us);
	seal_field(h, s->subject);
	seal_field(h, s->name);
	seal_field(h, s->full_name);
	seal_field(h, str_of(meaning_word(s->meaning)));
	return sha256_close(h);
}

bool signature_check(const struct signature *s, const struct sha256 *content, struct err *e)
{
	struct sha256 seal = signature_seal(s);
	long long id = s->id, record = s->record;

	if (!sha256_same(&seal, &s->seal))
		return err_fail(e, ERR_INPUT,
		    "signature %lld was changed or moved: its content does not give its seal", id);
	if (!content)
		return err_fail(e, ERR_INPUT,
		    "signature %lld is on record %lld of " STR_FMT ", which is not there", id, record,
		    STR_ARG(s->subject));
	return sha256_same(content, &s->content) ||
	       err_fail(e, ERR_INPUT,
		   "signature %lld no longer covers record %lld of " STR_FMT ": the record was changed", id,
		   record, STR_ARG(s->subject));
}
