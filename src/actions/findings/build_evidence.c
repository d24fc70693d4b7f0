#include "actions/findings/build_evidence.h"

#include "actions/findings/evidence_list.h"
#include "actions/findings/finding_set.h"
#include "base/text.h"
#include "formats/json_write.h"
#include "limits.h"
#include "store/aliases.h"
#include "store/change.h"
#include "store/components.h"
#include "store/devices.h"
#include "store/texts.h"
#include "store/vulnerabilities.h"

/* The component's release, with what it consists of. */
struct place {
	struct release release;
	struct str component; /* its name */
	bool is_kernel;
};

static bool is_kernel(const struct component *c)
{
	for (size_t i = 0; i < c->identity_count; i++)
		if (str_eq(c->identities[i].package, STR("o:linux:linux_kernel")))
			return true;
	return str_eq_nocase(c->name, STR("linux")) || str_eq_nocase(c->name, STR("kernel")) ||
	       str_starts_nocase(c->name, STR("linux-")) || str_starts_nocase(c->name, STR("linux_kernel"));
}

static bool find_place(struct db *db, const struct evidence_target *target, struct arena *arena,
    struct place *out, struct err *e)
{
	struct component *components;
	struct device device;
	size_t count;

	if (!device_get(db, target->device, arena, &device, e) ||
	    !release_find(db, device.id, target->release, arena, &out->release, e))
		return false;
	if (!out->release.id || !out->release.list_id)
		return err_fail(e, ERR_INPUT,
		    "device \"" STR_FMT "\" has no release \"" STR_FMT "\" with an SBOM",
		    STR_ARG(device.name), STR_ARG(target->release));
	if (!components_of_list(db, out->release.list_id, arena, &components, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (!finding_component_is(target->component, &components[i]))
			continue;
		out->component = components[i].name;
		out->is_kernel = is_kernel(&components[i]);
		return true;
	}
	return err_fail(e, ERR_INPUT, "release \"" STR_FMT "\" has no component \"" STR_FMT "\"",
	    STR_ARG(target->release), STR_ARG(target->component));
}

/* --- importing --- */

/* In a document of many packages a file may be another's, and one that is missing be left out: for a kernel
 * its own files show that it is whole. */
static bool check_origin(const char *path, bool is_spdx, const struct place *place, struct err *e)
{
	return !is_spdx || place->is_kernel ||
	       err_fail(e, ERR_INPUT,
		   "%s: an SPDX document does not say that it names all that " STR_FMT
		   " was compiled of, and only a kernel's list can be checked: give a list of its own",
		   path, STR_ARG(place->component));
}

static bool check_list(struct str text, bool kernel, struct arena *arena, struct compiled_files *list,
    const char *path, struct err *e)
{
	struct str missing;

	if (!compiled_files_read(text, arena, list, e))
		return err_within(e, "%s", path);
	if (code_presence_is_whole(list, kernel, &missing))
		return true;
	return err_fail(e, ERR_INPUT,
	    "%s: not the whole list of a kernel: every kernel compiles " STR_FMT ", which it does not name",
	    path, STR_ARG(missing));
}

static bool note_list(struct change *change, const struct evidence *new, struct arena *arena, struct err *e)
{
	SCOPED_BUF record = buf_new(LIMIT_RECORD_BYTES);
	struct json_out *w = json_out_buf(&record, false);
	char hex[SHA256_HEX_SIZE];

	json_open_object(w);
	json_field_int(w, "evidence", new->id);
	json_field_text(w, "component", new->component);
	json_field_text(w, "file", new->file);
	json_field_text(w, "sha256", str_of(sha256_hex(&new->digest, hex)));
	json_field_int(w, "compiled_files", new->files);
	json_close_object(w);
	json_out_close(w);
	return change_note(change, "evidence.import",
	    arena_printf(arena, "release %lld", (long long)new->release_id), STR_NONE, buf_str(&record), e);
}

static bool keep_list(struct db *db, struct change *change, struct evidence *new, struct str text,
    struct arena *arena, bool *known, struct err *e)
{
	struct evidence standing;

	if (!evidence_newest(db, new->release_id, new->component, arena, &standing, NULL, e))
		return false;
	*known = standing.id && str_eq(sha256_str(&standing.digest), sha256_str(&new->digest));
	if (*known) {
		*new = standing;
		return true;
	}
	return evidence_add(db, new, text, &new->id, e) && note_list(change, new, arena, e);
}

bool evidence_import(struct db *db, const struct evidence_target *target, const struct evidence_file *file,
    struct change_by by, struct arena *arena, struct evidence *out, bool *known, struct err *e)
{
	SCOPED_BUF text = buf_new(LIMIT_EVIDENCE_BYTES);
	SCOPED_CHANGE *change = NULL;
	struct compiled_files list;
	struct place place;
	bool is_spdx;

	if (!evidence_list_read(file->path, &text, &is_spdx, e) || !change_open(db, &by, &change, e) ||
	    !find_place(db, target, arena, &place, e) || !check_origin(file->path, is_spdx, &place, e) ||
	    !check_list(buf_str(&text), place.is_kernel, arena, &list, file->path, e))
		return false;
	*out = (struct evidence){ .release_id = place.release.id,
		.component = place.component,
		.digest = sha256_of(buf_str(&text)),
		.file = file->called.len ? file->called : str_of(file->path),
		.files = (int64_t)list.count,
		.imported_at = by.at };
	if (!keep_list(db, change, out, buf_str(&text), arena, known, e))
		return false;
	if (*known)
		return true;
	return change_close(&change, e);
}

/* --- proposing --- */

struct judging {
	struct db *db;
	struct texts *texts;
	struct compiled_files list;
	const struct evidence *evidence;
	struct arena *arena;
	struct buf raw;
	struct evidence_proposal *proposals;
	size_t count, room;
};

/* The CNA's record of the vulnerability, as it came; empty where the store has none. */
static bool find_record(struct judging *j, struct str vulnerability, struct err *e)
{
	struct advisory_row *rows;
	struct source_row *sources;
	size_t count, source_count;
	int64_t id, cve_source = 0;

	buf_clear(&j->raw);
	if (!aliases_find(j->db, vulnerability, &id, e) ||
	    !vulnerability_advisories(j->db, id, j->arena, &rows, &count, e) ||
	    !sources_list(j->db, j->arena, &sources, &source_count, e))
		return false;
	for (size_t i = 0; i < source_count; i++)
		if (str_eq(sources[i].name, STR("cve")) && !source_is_off(&sources[i].off))
			cve_source = sources[i].id;
	for (size_t i = 0; i < count; i++)
		if (cve_source && rows[i].source_id == cve_source)
			return texts_raw(j->texts, rows[i].id, &j->raw, e);
	return true;
}

static struct str evidence_words(const struct judging *j, const struct code_judgement *judgement)
{
	char hex[SHA256_HEX_SIZE];

	return arena_printf(j->arena, "%.*s; list " STR_FMT ", sha256 %s", (int)judgement->why.len,
	    judgement->why.ptr, STR_ARG(j->evidence->file), sha256_hex(&j->evidence->digest, hex));
}

static bool judge(struct judging *j, struct str vulnerability, struct evidence_proposal *out, struct err *e)
{
	struct program_files files;

	if (!find_record(j, vulnerability, e))
		return false;
	if (j->raw.len == 0) {
		out->judgement =
		    (struct code_judgement){ CODE_UNTOLD, STR("the store has no CVE record of it") };
		return true;
	}
	if (!program_files_read(buf_str(&j->raw), j->arena, &files, e))
		return err_within(e, STR_FMT, STR_ARG(vulnerability));
	out->judgement = code_presence_judge(&files, &j->list, j->arena);
	if (out->judgement.presence == CODE_NOT_PRESENT)
		out->evidence = evidence_words(j, &out->judgement);
	return true;
}

/* What counts: a finding that is there, not one that is decided already. */
static bool is_open(enum finding_state state)
{
	return state == FINDING_AFFECTED || state == FINDING_PLATFORM_NOT_IN_SBOM ||
	       state == FINDING_UNDER_INVESTIGATION;
}

static bool take_row(void *ctx, const struct component *components, const struct scan_row *row, struct err *e)
{
	struct judging *j = ctx;
	struct evidence_proposal *p;

	if (!is_open(row->finding.state))
		return true;
	j->proposals = arena_room(j->arena, j->proposals, j->count, &j->room, sizeof(*j->proposals));
	p = &j->proposals[j->count++];
	*p = (struct evidence_proposal){ .vulnerability = arena_copy(j->arena, row->vulnerability),
		.version = arena_copy(j->arena, components[row->finding.component].version) };
	return judge(j, p->vulnerability, p, e);
}

/* In the transaction that is open. */
static bool propose(struct judging *j, const struct evidence_target *target, struct date today,
    struct evidence *out, struct err *e)
{
	SCOPED_BUF text = buf_new(LIMIT_EVIDENCE_BYTES);
	struct finding_query query = { .device = target->device,
		.release = target->release,
		.component = target->component,
		.today = today };
	struct place place;

	if (!find_place(j->db, target, j->arena, &place, e) ||
	    !evidence_newest(j->db, place.release.id, place.component, j->arena, out, &text, e))
		return false;
	if (!out->id)
		return err_fail(e, ERR_INPUT, "there is no list of compiled files of \"" STR_FMT "\"",
			   STR_ARG(place.component)) ||
		       err_remedy(e, REMEDY_EVIDENCE);
	return compiled_files_read(buf_str(&text), j->arena, &j->list, e) &&
	       finding_list(j->db, &query, (struct finding_sink){ j, take_row }, e);
}

bool evidence_propose(struct db *db, const struct evidence_target *target, struct date today,
    struct arena *arena, struct evidence *out, struct evidence_proposal **proposals, size_t *count,
    struct err *e)
{
	SCOPED_TEXTS *texts = texts_new(db);
	struct judging j = { .db = db, .texts = texts, .evidence = out, .arena = arena };
	bool done;

	if (!db_read_begin(db, e))
		return false;
	j.raw = buf_new(LIMIT_RECORD_BYTES);
	done = propose(&j, target, today, out, e);
	buf_free(&j.raw);
	db_read_end(db);
	*proposals = j.proposals;
	*count = j.count;
	return done;
}

/* --- accepting --- */

static bool is_wanted(const struct evidence_proposal *p, const struct str *vulnerabilities, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq_nocase(p->vulnerability, vulnerabilities[i]))
			return true;
	return count == 0 && p->judgement.presence == CODE_NOT_PRESENT;
}

/* Is something proposed for it, wherever in the release it is found? */
static bool check_wanted(
    struct str vulnerability, const struct evidence_proposal *proposals, size_t count, struct err *e)
{
	bool found = false;

	for (size_t i = 0; i < count; i++) {
		if (!str_eq_nocase(proposals[i].vulnerability, vulnerability))
			continue;
		found = true;
		if (proposals[i].judgement.presence != CODE_NOT_PRESENT)
			return err_fail(e, ERR_CONFLICT, "nothing is proposed for " STR_FMT ": %.*s",
			    STR_ARG(vulnerability), (int)proposals[i].judgement.why.len,
			    proposals[i].judgement.why.ptr);
	}
	return found ||
	       err_fail(e, ERR_CONFLICT, STR_FMT " is no open finding of it", STR_ARG(vulnerability));
}

struct accepting {
	struct db *db;
	struct change *change;
	const struct evidence_target *target;
	struct evidence by_list;
	struct date today;
	struct change_by by;
};

static bool accept_one(const struct accepting *a, const struct evidence_proposal *p, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct finding_decision decision = { .scope = VEX_FINDING,
		.vulnerability = p->vulnerability,
		.device = a->target->device,
		.release = a->target->release,
		.status = STATEMENT_NOT_AFFECTED,
		.justification = JUSTIFICATION_CODE_NOT_PRESENT,
		.impact = p->judgement.why,
		.reason = a->by.why,
		.evidence = p->evidence,
		.from = DATE_NONE,
		.until = DATE_NONE };
	struct finding_set made;

	decision.component =
	    arena_printf(&arena, STR_FMT "@" STR_FMT, STR_ARG(a->by_list.component), STR_ARG(p->version));
	return finding_set_within(a->db, a->change, &decision, a->today, a->by, &arena, &made, e);
}

bool evidence_accept(struct db *db, const struct evidence_target *target, const struct str *vulnerabilities,
    size_t count, struct date today, struct change_by by, size_t *made, struct err *e)
{
	struct accepting a = { .db = db, .target = target, .today = today, .by = by };
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;
	struct evidence_proposal *proposals;
	size_t proposed;

	*made = 0;
	if (!text_says(by.why))
		return err_fail(e, ERR_CONFLICT, "a statement needs a reason");
	if (!evidence_propose(db, target, today, &arena, &a.by_list, &proposals, &proposed, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!check_wanted(vulnerabilities[i], proposals, proposed, e))
			return false;
	if (!change_open(db, &a.by, &change, e))
		return false;
	a.change = change;
	for (size_t i = 0; i < proposed; i++) {
		if (!is_wanted(&proposals[i], vulnerabilities, count))
			continue;
		if (!accept_one(&a, &proposals[i], e))
			return err_within(e, STR_FMT, STR_ARG(proposals[i].vulnerability));
		++*made;
	}
	if (*made == 0)
		return err_fail(e, ERR_CONFLICT, "nothing is proposed");
	return change_close(&change, e);
}
