#include "publishing/vex_document.h"

#include <inttypes.h>

#include "base/intern.h"
#include "base/number.h"

#define KEY_BYTES_MOST ((size_t)1 << 20)
#define NOTES_BYTES_MOST ((size_t)16 << 10)

static struct str join(const struct str *texts, size_t count, const char *between, struct arena *arena)
{
	SCOPED_BUF text = buf_new(NOTES_BYTES_MOST);

	for (size_t i = 0; i < count; i++) {
		if (i)
			buf_add(&text, str_of(between));
		buf_add(&text, texts[i]);
	}
	return arena_copy(arena, buf_str(&text));
}

/* What the records come to, in the words of VEX: a match whose version or platform is open is still to be
 * looked into, and so is a vulnerability that its sources have taken back: nobody has decided. */
static enum statement_status status_of(const struct finding *f)
{
	static const enum statement_status of[] = {
		[FINDING_AFFECTED] = STATEMENT_AFFECTED,
		[FINDING_PLATFORM_NOT_IN_SBOM] = STATEMENT_UNDER_INVESTIGATION,
		[FINDING_WITHDRAWN] = STATEMENT_UNDER_INVESTIGATION,
		[FINDING_NOT_AFFECTED] = STATEMENT_NOT_AFFECTED,
		[FINDING_FIXED] = STATEMENT_FIXED,
		[FINDING_UNDER_INVESTIGATION] = STATEMENT_UNDER_INVESTIGATION,
	};

	_Static_assert(COUNT(of) == FINDING_STATE_COUNT, "a status for every state");
	return f->state == FINDING_AFFECTED && f->tier == TIER_D ? STATEMENT_UNDER_INVESTIGATION
								 : of[f->state];
}

static struct str reason_of(const struct finding *f)
{
	static const char *const reasons[] = {
		[FINDING_AFFECTED] = "",
		[FINDING_PLATFORM_NOT_IN_SBOM] = "Affected only on a platform that the SBOM does not list. ",
		[FINDING_WITHDRAWN] = "Every source has withdrawn its record. ",
		[FINDING_NOT_AFFECTED] = "",
		[FINDING_FIXED] = "",
		[FINDING_UNDER_INVESTIGATION] = "",
	};

	_Static_assert(COUNT(reasons) == FINDING_STATE_COUNT, "a reason for every state");
	if (f->state == FINDING_AFFECTED && f->tier == TIER_D)
		return STR("The version could not be confirmed. ");
	return str_of(reasons[f->state]);
}

/* Where the sources name a fix, it is one of the component: nobody has said that the product has it. */
static struct str action_of(const struct finding *f, bool in_product, struct arena *arena)
{
	struct str versions = join(f->fixed_in, f->fixed_count, ", ", arena);
	struct str begin = in_product ? STR("No fix of the product is stated. ") : STR("");

	if (f->fixed_count == 0)
		return arena_printf(arena, "%sNo fixed version is named by the sources.", begin.ptr);
	return arena_printf(arena, "%s%.*s names as fixed: %.*s.", begin.ptr, (int)f->source.len,
	    f->source.ptr, (int)versions.len, versions.ptr);
}

static struct vex_claim claim_of_records(const struct vex_document *d, size_t row, struct arena *arena)
{
	const struct finding *f = &d->rows[row].finding;
	bool in_product = d->subject && vex_component(d, row) != d->subject;
	struct vex_claim claim = { .status = status_of(f), .justification = JUSTIFICATION_NONE };
	struct str trace = join(f->trace, f->trace_count, "; ", arena);

	if (claim.status == STATEMENT_AFFECTED) {
		claim.remedy = f->fixed_count > 0 && !in_product ? VEX_VENDOR_FIX : VEX_NONE_AVAILABLE;
		claim.action = action_of(f, in_product, arena);
	}
	if (claim.status == STATEMENT_NOT_AFFECTED)
		claim.impact = arena_printf(arena, "%.*s says so.", (int)f->source.len, f->source.ptr);
	claim.notes = arena_printf(arena,
	    "%sFound by comparing versions with published records, not confirmed by a person: %.*s",
	    reason_of(f).ptr, (int)trace.len, trace.ptr);
	return claim;
}

/* CSAF's and CycloneDX's words; the first that is known counts. */
static enum vex_remedy remedy_of(const struct vex_statement *said)
{
	static const struct {
		const char *word;
		enum vex_remedy remedy;
	} words[] = {
		{ "vendor_fix", VEX_VENDOR_FIX },
		{ "update", VEX_VENDOR_FIX },
		{ "workaround", VEX_WORKAROUND },
		{ "workaround_available", VEX_WORKAROUND },
		{ "mitigation", VEX_MITIGATION },
		{ "no_fix_planned", VEX_NO_FIX_PLANNED },
		{ "will_not_fix", VEX_NO_FIX_PLANNED },
		{ "can_not_fix", VEX_NO_FIX_PLANNED },
	};

	for (size_t i = 0; i < said->response_count; i++)
		for (size_t k = 0; k < COUNT(words); k++)
			if (str_eq(said->responses[i], str_of(words[k].word)))
				return words[k].remedy;
	return VEX_NONE_AVAILABLE;
}

/* Who decided in the house, and why, is for the file; what a supplier claims is named as its claim. */
static struct vex_claim claim_of_statement(
    const struct vex_document *d, size_t row, const struct vex_record *record, struct arena *arena)
{
	const struct vex_statement *said = &record->said;
	const struct finding *f = &d->rows[row].finding;
	struct vex_claim claim = { .status = said->status, .notes = said->notes };

	if (claim.status == STATEMENT_NOT_AFFECTED) {
		claim.justification = said->justification;
		claim.impact = said->impact;
	}
	if (claim.status == STATEMENT_AFFECTED) {
		claim.remedy = remedy_of(said);
		claim.action = said->action.len
				   ? said->action
				   : action_of(f, d->subject && vex_component(d, row) != d->subject, arena);
	}
	if (record->origin == VEX_SUPPLIER)
		claim.notes = arena_printf(arena, "Claimed by %.*s in %.*s%s%.*s", (int)record->who.len,
		    record->who.ptr, (int)record->document.len, record->document.ptr,
		    said->notes.len ? ": " : "", (int)said->notes.len, said->notes.ptr);
	return claim;
}

static struct vex_claim claim_of(const struct vex_document *d, size_t row, struct arena *arena)
{
	const struct vex_opinion *deciding = vex_deciding(&d->rows[row].position);

	return deciding ? claim_of_statement(d, row, deciding->record, arena)
			: claim_of_records(d, row, arena);
}

/* Claims about one vulnerability with equal keys are one entry. What the SBOM is about is one by itself. */
static uint32_t entry_of(struct intern *keys, const struct vex_document *d, size_t row, struct buf *key)
{
	const struct vex_claim *claim = &d->claims[row];

	buf_clear(key);
	buf_byte(key, vex_component(d, row) == d->subject ? 's' : 'c');
	buf_varint(key, claim->status);
	buf_varint(key, claim->justification);
	buf_varint(key, claim->remedy);
	buf_text(key, claim->impact);
	buf_text(key, claim->action);
	return intern_add(keys, buf_str(key));
}

/* Rows of an issue are spread over its entries, which come in the order of their first rows. */
static void make_issue(struct vex_document *d, const struct scan_group *group, struct arena *arena)
{
	struct vex_issue *issue = &d->issues[d->issue_count];
	struct vex_entry *entries = arena_alloc(arena, group->count, sizeof(*entries));
	size_t *rows = arena_alloc(arena, group->count, sizeof(*rows)), at = 0;
	uint32_t *which = arena_alloc(arena, group->count, sizeof(*which));
	struct intern *keys = intern_new();
	SCOPED_BUF key = buf_new(KEY_BYTES_MOST);

	for (size_t i = 0; i < group->count; i++) {
		which[i] = entry_of(keys, d, group->rows[i], &key);
		entries[which[i]].count++;
	}
	issue->count = intern_count(keys);
	for (size_t i = 0; i < issue->count; i++) {
		entries[i].rows = rows + at;
		at += entries[i].count;
		entries[i].count = 0;
	}
	for (size_t i = 0; i < group->count; i++) {
		struct vex_entry *entry = &entries[which[i]];

		rows[(size_t)(entry->rows - rows) + entry->count++] = group->rows[i];
	}
	for (size_t i = 0; i < issue->count; i++)
		entries[i].claim = &d->claims[entries[i].rows[0]];
	issue->about = &d->rows[group->rows[0]];
	issue->entries = entries;
	intern_free(keys);
	d->issue_count++;
}

void vex_uuid_write(const struct sha256 *digest, char out[VEX_UUID_SIZE])
{
	static const char form[] = "xxxxxxxx-xxxx-8xxx-vxxx-xxxxxxxxxxxx";
	char hex[SHA256_HEX_SIZE];
	size_t at = 0;

	sha256_hex(digest, hex);
	for (size_t i = 0; i < sizeof(form); i++) {
		out[i] = form[i] == 'x' || form[i] == 'v' ? hex[at++] : form[i];
		if (form[i] == 'v') /* the variant: 10 and two bits */
			out[i] = "89ab"[char_hex(out[i]) & 3];
	}
}

struct str vex_document_unseen(const struct vex_document *d, struct arena *arena)
{
	struct unseen u = scan_unseen(d->scan);

	return unseen_line(&u, arena);
}

static struct sha256 digest_of(const struct vex_document *d, const struct scan_kept *kept)
{
	SCOPED_BUF text = buf_new(KEY_BYTES_MOST);
	SCOPED_ARENA arena = { 0 };
	char at[INSTANT_TEXT_SIZE];

	buf_text(&text, sha256_str(&kept->digest));
	buf_text(&text, d->edition->author);
	buf_text(&text, d->edition->author_space);
	buf_text(&text, str_of(instant_write(d->edition->at, at)));
	buf_text(&text, d->scan->file);
	buf_text(&text, STR(PROGRAM_VERSION));
	for (size_t i = 0; i < d->scan->source_count; i++) {
		const struct scan_source *source = &d->scan->sources[i];

		buf_text(&text, source->name);
		buf_varint(&text, (uint64_t)source->records);
		buf_varint(&text, (uint64_t)source->newest.us);
	}
	buf_text(&text, vex_document_unseen(d, &arena));
	return sha256_of(buf_str(&text));
}

bool vex_document_make(const struct scan *s, struct scan_rows rows, const struct vex_edition *edition,
    struct arena *arena, struct vex_document *out, struct err *e)
{
	struct vex_document d = { .scan = s, .edition = edition };
	struct scan_kept kept;
	struct vex_claim *claims;
	struct sha256 digest;

	if (!scan_keep(s, rows, arena, &kept, e))
		return false;
	claims = arena_alloc(arena, kept.count, sizeof(*claims));
	d.rows = kept.rows;
	d.row_count = kept.count;
	d.claims = claims;
	d.subject = scan_subject(s);
	for (size_t i = 0; i < kept.count; i++)
		claims[i] = claim_of(&d, i, arena);
	d.issues = arena_alloc(arena, kept.group_count, sizeof(*d.issues));
	for (size_t i = 0; i < kept.group_count; i++)
		make_issue(&d, &kept.groups[i], arena);
	digest = digest_of(&d, &kept);
	vex_uuid_write(&digest, d.uuid);
	sha256_hex(&digest, d.hex);
	*out = d;
	return true;
}

struct str vex_component_title(const struct component *c, struct arena *arena)
{
	struct str parts[] = { c->name, c->version };

	return join(parts, c->version.len ? 2 : 1, " ", arena);
}

struct str vex_document_title(const struct vex_document *d, struct arena *arena)
{
	return d->subject ? vex_component_title(d->subject, arena) : d->scan->file;
}

struct str vex_local_name(const struct vex_document *d, const struct component *c, struct arena *arena)
{
	SCOPED_BUF name = buf_new(NOTES_BYTES_MOST);
	char uuid[VEX_UUID_SIZE];

	if (str_starts(d->scan->serial, STR("urn:uuid:"))) {
		buf_add(&name, d->scan->serial);
	} else {
		vex_uuid_write(&d->scan->digest, uuid);
		buf_printf(&name, "urn:uuid:%s", uuid);
	}
	if (c) {
		buf_byte(&name, '#');
		buf_escape(&name, vex_component_title(c, arena), "");
	}
	return arena_copy(arena, buf_str(&name));
}

struct str vex_component_name(const struct component *c, enum package_kind kind)
{
	const struct identity *identity = component_identity(c, kind);

	return identity && !identity->mended ? identity->written : STR("");
}

struct str vex_entry_notes(const struct vex_document *d, const struct vex_entry *entry, struct arena *arena)
{
	SCOPED_BUF text = buf_new(NOTES_BYTES_MOST);

	for (size_t i = 0; i < entry->count; i++) {
		if (d->claims[entry->rows[i]].notes.len == 0)
			continue;
		if (text.len)
			buf_byte(&text, '\n');
		if (entry->count > 1) {
			buf_add(&text, vex_component_title(vex_component(d, entry->rows[i]), arena));
			buf_add(&text, STR(": "));
		}
		buf_add(&text, d->claims[entry->rows[i]].notes);
	}
	return arena_copy(arena, buf_str(&text));
}

struct str vex_document_tooling(const struct vex_document *d, struct arena *arena)
{
	SCOPED_BUF text = buf_new(NOTES_BYTES_MOST);
	char newest[INSTANT_TEXT_SIZE];
	struct str unseen;

	buf_add(&text, STR("aftercare " PROGRAM_VERSION));
	for (size_t i = 0; i < d->scan->source_count; i++) {
		const struct scan_source *source = &d->scan->sources[i];

		buf_add(&text, STR("; data: "));
		buf_add(&text, source->name);
		buf_printf(&text, ", %" PRId64 " record%s, newest %s", source->records,
		    PLURAL(source->records),
		    instant_is_known(source->newest) ? instant_write(source->newest, newest) : "not stated");
	}
	unseen = vex_document_unseen(d, arena);
	if (unseen.len)
		buf_printf(&text, "; " STR_FMT, STR_WHOLE(unseen));
	return arena_copy(arena, buf_str(&text));
}
