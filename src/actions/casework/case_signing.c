#include "actions/casework/case_signing.h"

#include "decision/evidence.h"
#include "reports/fda/fda_case.h"

/* Which kinds of records must bear signatures before the casefile is closed: those of the author and of a
 * second person. after_assessment: signed for by the second person only once the assessment is. */
static const struct {
	const char *kind;
	bool after_assessment;
} signed_kinds[] = {
	{ "assessment", false },
	{ "clock_decision", true },
	{ "plan", true },
	{ "fix", true },
	{ "correction", true },
	{ "validation", true },
};

/* What tells of the risk rests on the assessment, and so do the reports of 21 CFR 806 and why there is none.
 */
static bool waits_for_assessment(const struct case_record *r, struct arena *arena, bool *waits, struct err *e)
{
	struct fda_issued issued;

	*waits = false;
	for (size_t i = 0; i < COUNT(signed_kinds); i++)
		if (str_eq(str_of(signed_kinds[i].kind), r->kind))
			*waits = signed_kinds[i].after_assessment;
	if (!str_eq(r->kind, STR("report")))
		return true;
	if (!fda_issued_read(r, 0, arena, &issued, e))
		return false;
	*waits = str_is_among(issued.kind, "806|806-amendment|806.20");
	return true;
}

bool case_kind_is_signed(struct str kind)
{
	for (size_t i = 0; i < COUNT(signed_kinds); i++)
		if (str_eq(str_of(signed_kinds[i].kind), kind))
			return true;
	return false;
}

/* An author signs for authorship alone, and nobody else does. */
bool signing_person(const struct case_signatures *s, int64_t record, struct str who, enum meaning meaning,
    const struct user *signer, struct err *e)
{
	bool author = str_eq(who, signer->name);

	if (case_is_signed(s, record, meaning, signer->name))
		return err_fail(e, ERR_CONFLICT, "\"" STR_FMT "\" has signed record %lld for %s already",
		    STR_ARG(signer->name), (long long)record, meaning_word(meaning));
	if (meaning == MEANING_AUTHORSHIP)
		return author ||
		       err_fail(e, ERR_DENIED,
			   "record %lld was written by \"" STR_FMT "\", who alone signs it for authorship",
			   (long long)record, STR_ARG(who));
	if (meaning == MEANING_RESPONSIBILITY)
		return true;
	return !author ||
	       err_fail(e, ERR_DENIED, "record %lld was written by \"" STR_FMT "\": %s takes a second person",
		   (long long)record, STR_ARG(who), meaning_word(meaning));
}

bool signing_behind_author(const struct case_signatures *s, int64_t record, struct str who, struct err *e)
{
	return case_is_signed(s, record, MEANING_AUTHORSHIP, STR_NONE) ||
	       err_fail(e, ERR_CONFLICT, "record %lld is signed for authorship first, by \"" STR_FMT "\"",
		   (long long)record, STR_ARG(who));
}

/* The first assessment that stands and is not approved; NULL: all are. *any: there is one. */
static const struct case_record *unapproved_assessment(const struct case_view *view, bool *any)
{
	*any = false;
	for (size_t i = 0; i < view->record_count; i++) {
		const struct case_record *r = &view->records[i];

		if (!str_eq(r->kind, STR("assessment")) ||
		    casefile_standing(view->records, view->record_count, i) != r)
			continue;
		*any = true;
		if (!case_is_approved(&view->signatures, r->id))
			return r;
	}
	return NULL;
}

static bool check_assessed(const struct case_view *view, const struct case_record *r, struct err *e)
{
	const struct case_record *missing;
	SCOPED_ARENA arena = { 0 };
	bool any, waits;

	if (!waits_for_assessment(r, &arena, &waits, e))
		return false;
	if (!waits)
		return true;
	missing = unapproved_assessment(view, &any);
	if (!any)
		return err_fail(e, ERR_CONFLICT,
		    "a " STR_FMT " is signed after the assessment: there is none", STR_ARG(r->kind));
	return !missing ||
	       err_fail(e, ERR_CONFLICT,
		   "a " STR_FMT " is signed after the assessment: record %lld is not signed by its "
		   "author and a second person",
		   STR_ARG(r->kind), (long long)missing->id);
}

/* A second person signs what its author stands for. An author may answer for a record in one step where the
 * kind asks for no second person: who closes a casefile does. */
static bool waits_for_author(const struct case_record *r, enum meaning meaning, const struct user *signer)
{
	return case_kind_is_signed(r->kind) || meaning != MEANING_RESPONSIBILITY ||
	       !str_eq(r->who, signer->name);
}

bool case_order_sign(const struct case_view *view, int64_t record, enum meaning meaning,
    const struct user *signer, const struct case_record **out, struct err *e)
{
	const struct case_record *r = casefile_record(view->records, view->record_count, record), *standing;

	if (!r)
		return err_fail(e, ERR_INPUT, "casefile %lld has no record %lld",
		    (long long)view->casefile.id, (long long)record);
	standing = casefile_standing(view->records, view->record_count, (size_t)(r - view->records));
	if (standing != r)
		return err_fail(e, ERR_CONFLICT, "record %lld was replaced: record %lld stands in its place",
		    (long long)record, (long long)standing->id);
	if (!signing_person(&view->signatures, record, r->who, meaning, signer, e))
		return false;
	*out = r;
	if (meaning == MEANING_AUTHORSHIP)
		return true;
	if (waits_for_author(r, meaning, signer) &&
	    !signing_behind_author(&view->signatures, record, r->who, e))
		return false;
	return check_assessed(view, r, e);
}
