#include "actions/program/program_policy.h"

#include "actions/casework/due_watch.h"
#include "actions/json_merge.h"
#include "actions/prove.h"
#include "decision/facts_json.h"
#include "store/signatures.h"

#define DRAFT "policy_draft"

/* A version is new among those that were in force. */
static bool check_version(const struct program_version *versions, size_t count, struct str version,
    struct arena *arena, struct err *e)
{
	for (size_t i = 0; i < count; i++) {
		struct policy kept;

		if (!policy_json_read(versions[i].content, arena, &kept, e))
			return err_within(e, "policy number %lld", (long long)versions[i].number);
		if (str_eq(kept.version, version))
			return err_fail(e, ERR_CONFLICT,
			    "version \"" STR_FMT "\" is kept already, as number %lld: a policy is never "
			    "edited, give it a version of its own",
			    STR_ARG(version), (long long)versions[i].number);
	}
	return true;
}

/* The document with the version it goes by: its own, or the number that it gets. */
static bool name_version(struct db *db, struct str json, struct arena *arena, struct str *out, struct err *e)
{
	struct program_version *versions;
	struct policy policy;
	size_t count;

	if (!policy_json_read(json, arena, &policy, e) ||
	    !program_versions(db, STR(POLICY_SUBJECT), arena, &versions, &count, e))
		return false;
	if (str_eq(policy.version, STR("custom"))) {
		policy.version = arena_printf(arena, "%zu", count + 1);
		if (!json_merge(json,
			arena_printf(arena, "{\"version\":\"" STR_FMT "\"}", STR_ARG(policy.version)), arena,
			&json, e))
			return false;
	}
	*out = json;
	return check_version(versions, count, policy.version, arena, e);
}

/* Casefiles that were not assessed yet are judged by it from now on, so days may move. */
static bool put_in_force(struct db *db, struct change *change, struct str content, struct change_by by,
    struct arena *arena, struct program_version *out, struct err *e)
{
	struct program_statement s = { POLICY_SUBJECT, STR(""), content };
	struct due_watch watch;

	return due_watch_begin(db, 0, by.at, arena, &watch, e) &&
	       program_keep(db, change, &s, by, arena, out, e) && due_watch_note(db, change, &watch, by, e);
}

bool program_import_policy(struct db *db, struct str json, struct change_by by, struct arena *arena,
    struct program_version *out, bool *waits, struct err *e)
{
	struct program_statement s = { DRAFT, STR(""), STR_NONE };
	SCOPED_CHANGE *change = NULL;

	if (!change_open(db, &by, &change, e) || !name_version(db, json, arena, &s.content, e))
		return false;
	*waits = change_is_guarded(change);
	return (*waits ? program_keep(db, change, &s, by, arena, out, e)
		       : put_in_force(db, change, s.content, by, arena, out, e)) &&
	       change_close(&change, e);
}

/* --- approval --- */

struct sha256 policy_digest(const struct program_version *v, struct arena *arena)
{
	struct str fields[] = {
		STR(POLICY_SUBJECT),
		arena_printf(arena, "%lld", (long long)v->number),
		v->content,
		arena_printf(arena, "%lld", (long long)v->at.us),
		v->who,
	};

	return signature_content(fields, COUNT(fields));
}

bool policy_drafts(
    struct db *db, struct arena *arena, struct program_version **out, size_t *count, struct err *e)
{
	struct program_version *drafts, *versions;
	size_t draft_count, version_count, kept = 0;

	if (!program_versions(db, STR(DRAFT), arena, &drafts, &draft_count, e) ||
	    !program_versions(db, STR(POLICY_SUBJECT), arena, &versions, &version_count, e))
		return false;
	for (size_t i = 0; i < draft_count; i++) {
		bool approved = false;

		for (size_t k = 0; k < version_count; k++)
			approved = approved || str_eq(versions[k].content, drafts[i].content);
		if (!approved)
			drafts[kept++] = drafts[i];
	}
	*out = drafts;
	*count = kept;
	return true;
}

static bool find_draft(
    struct db *db, int64_t number, struct arena *arena, struct program_version *out, struct err *e)
{
	struct program_version *drafts;
	size_t count;

	if (!policy_drafts(db, arena, &drafts, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (drafts[i].number == number) {
			*out = drafts[i];
			return true;
		}
	return err_fail(e, ERR_INPUT, "no draft number %lld of the policy waits for approval",
		   (long long)number) ||
	       err_remedy(e, REMEDY_POLICIES);
}

/* Who signs is proved. */
static bool approve(struct db *db, struct change *change, const struct policy_approval *a,
    const struct user *signer, struct change_by by, struct arena *arena, struct program_version *out,
    struct err *e)
{
	struct program_version draft = { 0 };
	struct signature made;
	struct str content;

	if (!sign_may(db, change, signer, by.at, e) || !find_draft(db, a->draft, arena, &draft, e) ||
	    !name_version(db, draft.content, arena, &content, e))
		return change_refuse(change, STR(POLICY_SUBJECT), e);
	if (str_eq(draft.who, signer->name)) {
		err_fail(e, ERR_DENIED,
		    "draft %lld of the policy was imported by \"" STR_FMT
		    "\": approval takes a second person",
		    (long long)a->draft, STR_ARG(draft.who));
		return change_refuse(change, STR(POLICY_SUBJECT), e);
	}
	if (!put_in_force(db, change, content, by, arena, out, e))
		return false;
	made = (struct signature){ .subject = STR(POLICY_SUBJECT),
		.record = out->number,
		.meaning = MEANING_APPROVAL,
		.name = signer->name,
		.full_name = signer->full_name,
		.at = by.at,
		.content = policy_digest(out, arena) };
	return sign_keep(db, change, &made, arena, e);
}

bool policy_approve(struct db *db, const struct policy_approval *a, struct change_by by, struct arena *arena,
    struct program_version *out, struct err *e)
{
	SCOPED_CHANGE *change = NULL;
	struct user signer;

	return sign_begin(db, a->name, a->secret, &by, arena, &change, &signer, e) &&
	       approve(db, change, a, &signer, by, arena, out, e) && change_close(&change, e);
}

bool policy_signatures(struct db *db, const struct program_version *versions, size_t count,
    struct arena *arena, const struct signature ***out, struct err *e)
{
	const struct signature **of = arena_alloc(arena, count + 1, sizeof(*of));
	struct signature *all;
	size_t all_count;

	if (!signature_list(db, STR(POLICY_SUBJECT), arena, &all, &all_count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct sha256 content = policy_digest(&versions[i], arena);
		struct err fault;

		for (size_t k = 0; k < all_count; k++)
			if (all[k].record == versions[i].number && signature_check(&all[k], &content, &fault))
				of[i] = &all[k];
	}
	*out = of;
	return true;
}
