#include "actions/trail/verify_store.h"

#include <stdarg.h>
#include <stdio.h>

#include "actions/casework/case_note.h"
#include "actions/casework/case_signatures.h"
#include "actions/casework/mdr_rationale.h"
#include "actions/intake/signal_head.h"
#include "actions/program/program_policy.h"
#include "actions/trail/trail_ahead.h"
#include "actions/trail/verify_rows.h"
#include "actions/trail/verify_told.h"
#include "actions/trail/verify_triggers.h"
#include "base/vec.h"
#include "base/zstd_pack.h"
#include "limits.h"
#include "store/attachments.h"
#include "store/casefiles.h"
#include "store/row_counts.h"
#include "store/signals.h"
#include "store/signatures.h"

struct checking {
	struct db *db;
	struct verify_sink out;
	struct store_verification result;
	struct told told;
	struct told_rows *rows;
	struct arena arena; /* for one thing at a time */
	struct arena kept;  /* the signatures */
	struct signature *signatures;
	size_t signature_count, checked; /* by number of their record; the first of them are checked */
};

static void fault(struct checking *c, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
static void fault(struct checking *c, const char *fmt, ...)
{
	char text[512];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	c->result.faults++;
	c->out.fault(c->out.ctx, text);
}

/* --- the trail --- */

static bool take_entry(void *ctx, const struct trail_entry *entry, struct err *e)
{
	struct checking *c = ctx;
	struct trail_entry said = *entry;
	struct err wrong = { 0 };

	(void)e;
	if (!verify_entry(&c->result.trail, entry, &wrong))
		c->out.fault(c->out.ctx, wrong.text);
	arena_reset(&c->arena);
	told_rows_take(c->rows, &said, &c->arena);
	told_take(&c->told, &said);
	return true;
}

static bool check_trail(struct checking *c, struct err *e)
{
	struct sha256 digest = { { 0 } };
	struct err wrong = { 0 };
	int64_t number, heads;

	if (!trail_read_ahead(c->db, (struct trail_sink){ c, take_entry }, e) ||
	    !trail_head(c->db, &number, &digest, e) || !row_count(c->db, "trail_head", &heads, e))
		return false;
	if (heads > 1)
		fault(c, "%lld put into the table trail_head: it has one row", (long long)heads - 1);
	if (!verify_end(&c->result.trail, number, &digest, &wrong))
		c->out.fault(c->out.ctx, wrong.text);
	told_sort(&c->told);
	return true;
}

/* --- records, and what signs them --- */

static int by_record(const void *left, const void *right)
{
	const struct signature *a = left, *b = right;

	if (a->record != b->record)
		return a->record < b->record ? -1 : 1;
	return a->id < b->id ? -1 : a->id > b->id;
}

static void check_signature(struct checking *c, const struct signature *s, const struct sha256 *content)
{
	struct told_signature *told = told_find_signature(&c->told, s->entry);
	struct err wrong = { 0 };

	if (!signature_check(s, content, &wrong))
		fault(c, "%s", wrong.text);
	if (!told || !sha256_same(&told->seal, &s->seal))
		fault(c, "signature %lld was put in or changed: entry %lld does not tell of it",
		    (long long)s->id, (long long)s->entry);
	else if (told->row)
		fault(c, "signature %lld was put in: entry %lld tells of one, and that is signature %lld",
		    (long long)s->id, (long long)s->entry, (long long)told->row);
	else
		told->row = s->id;
}

/* Those on the record, and before them those on records that are not there: both go by number. */
static void check_signatures_to(
    struct checking *c, int64_t casefile_id, struct str subject, const struct case_record *r)
{
	struct sha256 content = case_record_digest(casefile_id, r, &c->arena);

	for (; c->checked < c->signature_count; c->checked++) {
		const struct signature *s = &c->signatures[c->checked];

		if (s->record > r->id)
			return;
		check_signature(c, s, s->record == r->id && str_eq(s->subject, subject) ? &content : NULL);
	}
}

static void check_record(
    struct checking *c, int64_t casefile_id, struct str subject, const struct case_record *r)
{
	struct told_record *told = told_find_record(&c->told, r->id);
	struct sha256 digest;

	if (!told) {
		fault(c, "record %lld of casefile %lld was put in: no entry tells of it", (long long)r->id,
		    (long long)casefile_id);
		return;
	}
	told->seen = true;
	digest = told_digest(&c->told, subject, case_record_json(r->id, r, &c->arena), r->at, r->who);
	if (!sha256_same(&digest, &told->digest))
		fault(c, "record %lld of casefile %lld was changed: it is not what entry %lld tells",
		    (long long)r->id, (long long)casefile_id, (long long)told->entry);
}

static bool take_record(void *ctx, int64_t casefile_id, const struct case_record *r, struct err *e)
{
	struct checking *c = ctx;
	struct str subject;

	(void)e;
	arena_reset(&c->arena);
	subject = casefile_subject(casefile_id, &c->arena);
	c->result.records++;
	check_record(c, casefile_id, subject, r);
	check_signatures_to(c, casefile_id, subject, r);
	return true;
}

/* Those on versions of the policy; the others stay to be checked. */
static bool check_policy_signatures(struct checking *c, struct err *e)
{
	struct program_version *versions;
	size_t count, others = 0;

	if (!program_versions(c->db, STR(POLICY_SUBJECT), &c->kept, &versions, &count, e))
		return false;
	for (size_t i = 0; i < c->signature_count; i++) {
		const struct signature *s = &c->signatures[i];
		struct sha256 content;
		bool found = s->record >= 1 && (uint64_t)s->record <= count;

		if (!str_eq(s->subject, STR(POLICY_SUBJECT))) {
			c->signatures[others++] = *s;
			continue;
		}
		if (found)
			content = policy_digest(&versions[s->record - 1], &c->kept);
		check_signature(c, s, found ? &content : NULL);
	}
	c->signature_count = others;
	return true;
}

/* Those on entries of signals likewise. */
static bool check_signal_signatures(struct checking *c, struct err *e)
{
	size_t others = 0;

	for (size_t i = 0; i < c->signature_count; i++) {
		const struct signature *s = &c->signatures[i];
		struct signal_entry entry;
		struct sha256 content;
		bool found;

		if (!str_starts(s->subject, STR("signal "))) {
			c->signatures[others++] = *s;
			continue;
		}
		arena_reset(&c->arena);
		if (!signal_entry_find(c->db, s->record, &c->arena, &entry, &found, e))
			return false;
		if (found)
			content = signal_entry_digest(&entry, &c->arena);
		check_signature(c, s, found ? &content : NULL);
	}
	c->signature_count = others;
	return true;
}

static bool check_records(struct checking *c, struct err *e)
{
	if (!signature_list(c->db, STR_NONE, &c->kept, &c->signatures, &c->signature_count, e))
		return false;
	c->result.signatures = (int64_t)c->signature_count;
	if (!check_policy_signatures(c, e) || !check_signal_signatures(c, e))
		return false;
	vec_sort(c->signatures, c->signature_count, sizeof(*c->signatures), by_record);
	if (!casefile_records_all(c->db, (struct case_record_sink){ c, take_record }, e))
		return false;
	for (; c->checked < c->signature_count; c->checked++)
		check_signature(c, &c->signatures[c->checked], NULL);
	for (size_t i = 0; i < c->told.record_count; i++)
		if (!c->told.records[i].seen)
			fault(c, "record %lld was taken out: entry %lld tells of it",
			    (long long)c->told.records[i].id, (long long)c->told.records[i].entry);
	for (size_t i = 0; i < c->told.signature_count; i++)
		if (!c->told.signatures[i].row)
			fault(c, "a signature was taken out or changed: entry %lld tells of it",
			    (long long)c->told.signatures[i].entry);
	return true;
}

/* --- what has one state, and attachments --- */

static bool check_state(struct checking *c, const struct told_state *told, size_t row, struct err *e)
{
	struct verify_asked asked = { str_from(told->object, strlen(told->kind->object)), row };
	struct verify_standing standing = { 0 };
	struct err unread = { 0 };
	struct sha256 digest;

	arena_reset(&c->arena);
	if (!told->kind->now(c->db, asked, &c->arena, &standing, &unread)) {
		if (unread.code == ERR_STORE) {
			*e = unread;
			return false;
		}
		fault(c, STR_FMT " was changed: %s", STR_ARG(told->object), unread.text);
		return true;
	}
	standing.json = verify_state_part(told->kind, standing.json);
	digest = told_standing(&c->told, told->object, &standing);
	if (!standing.json.ptr)
		fault(c, STR_FMT " is not there: entry %lld tells of it", STR_ARG(told->object),
		    (long long)told->entry);
	else if (told->earlier)
		c->result.earlier++;
	else if (!sha256_same(&digest, &told->digest))
		fault(c, STR_FMT " was changed: it is not what entry %lld tells", STR_ARG(told->object),
		    (long long)told->entry);
	return true;
}

/* Nothing was put in that no entry tells of. */
static bool check_tables(struct checking *c, struct err *e)
{
	for (const char *const *table = verify_tables; *table; table++) {
		size_t told = told_rows(&c->told, *table);
		int64_t rows;

		if (!row_count(c->db, *table, &rows, e))
			return false;
		if (rows > (int64_t)told)
			fault(c, "%lld put into the table %s: the entries tell of %zu",
			    (long long)rows - (long long)told, *table, told);
	}
	return true;
}

static bool check_states(struct checking *c, struct err *e)
{
	size_t row = 0;

	for (size_t i = 0; i < c->told.state_count; i++) {
		const struct told_state *told = &c->told.states[i];
		bool is_old = told_is_old(&c->told, i);

		if ((told->kind->rows || !is_old) && !check_state(c, told, told->kind->rows ? row : 0, e))
			return false;
		row = is_old ? row + 1 : 0;
	}
	return check_tables(c, e);
}

static bool take_attachment(
    void *ctx, const struct sha256 *digest, int64_t size, struct str packed, struct err *e)
{
	SCOPED_BUF content = buf_new(LIMIT_ATTACHMENT_BYTES);
	struct checking *c = ctx;
	struct err damaged = { 0 };
	struct sha256 now;
	char hex[SHA256_HEX_SIZE];

	(void)e;
	c->result.attachments++;
	if (zstd_unpack_one(packed, &content, &damaged)) {
		now = sha256_of(buf_str(&content));
		if (sha256_same(&now, digest) && (int64_t)content.len == size)
			return true;
	}
	fault(c, "attachment %s was changed: its content does not give its digest", sha256_hex(digest, hex));
	return true;
}

static void take_fault(void *ctx, const char *says)
{
	fault(ctx, "%s", says);
}

/* One that tells something else hides a signal from the inbox. */
static void check_heads(struct checking *c)
{
	struct err e = { 0 };
	int64_t *ids;
	size_t count = 0;

	arena_reset(&c->arena);
	if (!signal_heads_differing(c->db, &c->arena, &ids, &count, &e))
		fault(c, "the inbox cannot be held against what came in: %s", e.text);
	for (size_t i = 0; i < count; i++)
		fault(c, "the inbox has signal %lld otherwise than its entries tell", (long long)ids[i]);
}

static bool check_all(struct checking *c, struct err *e)
{
	bool done;

	if (!db_read_begin(c->db, e))
		return false;
	done = verify_triggers(c->db, c->out, &c->result.faults, e) && check_trail(c, e) &&
	       check_records(c, e) && check_states(c, e) &&
	       verify_rows(c->rows, c->db, (struct row_fault_sink){ c, take_fault }, &c->result.earlier, e) &&
	       attachment_read(c->db, (struct attachment_sink){ c, take_attachment }, e);
	if (done)
		check_heads(c);
	db_read_end(c->db);
	return done;
}

bool verify_store(struct db *db, struct verify_sink out, struct store_verification *result, struct err *e)
{
	struct checking c = { .db = db, .out = out, .rows = told_rows_new() };
	bool done = check_all(&c, e);

	verify_clear(&c.result.trail);
	if (done)
		*result = c.result;
	told_clear(&c.told);
	told_rows_free(c.rows);
	arena_free(&c.arena);
	arena_free(&c.kept);
	return done;
}
