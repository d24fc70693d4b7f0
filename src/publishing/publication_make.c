/*
 * publication_make - chooses what of a casefile is told, and puts numbers and words to it.
 */
#include "assessment/cvss.h"
#include "base/number.h"
#include "identity/cwe.h"
#include "identity/language_tag.h"
#include "publishing/publication.h"
#include "reports/casefile_words.h"
#include "reports/offered.h"

#define VECTOR_BYTES_MOST 512

struct making {
	const struct publication_facts *facts;
	const struct publication_request *request;
	struct arena *arena;
	struct publication *out;
	size_t remedy_room, note_room;
};

const char *publication_profile_word(enum publication_profile profile)
{
	static const char *const words[] = {
		[PUBLICATION_SECURITY_ADVISORY] = "security_advisory",
		[PUBLICATION_VEX] = "vex",
	};

	_Static_assert(COUNT(words) == PUBLICATION_PROFILE_COUNT, "a word for every profile");
	return words[profile];
}

const char *publication_status_word(enum publication_status status)
{
	static const char *const words[] = {
		[PUBLICATION_DRAFT] = "draft",
		[PUBLICATION_INTERIM] = "interim",
		[PUBLICATION_FINAL] = "final",
	};

	_Static_assert(COUNT(words) == PUBLICATION_STATUS_COUNT, "a word for every status");
	return words[status];
}

static void add_note(struct making *m, const char *category, struct str title, struct str text)
{
	struct publication *p = m->out;

	if (text.len == 0)
		return;
	p->notes = arena_room(m->arena, p->notes, p->note_count, &m->note_room, sizeof(*p->notes));
	p->notes[p->note_count++] = (struct publication_note){ str_of(category), title, text };
}

static void put_remedy(struct making *m, const struct publication_remedy *remedy)
{
	struct publication *p = m->out;

	p->remedies =
	    arena_room(m->arena, p->remedies, p->remedy_count, &m->remedy_room, sizeof(*p->remedies));
	p->remedies[p->remedy_count++] = *remedy;
}

static void add_remedy(struct making *m, enum vex_remedy kind, struct str details, struct date on)
{
	put_remedy(m, &(struct publication_remedy){ kind, details, on, NULL, 0 });
}

bool publication_is_open(const struct publication_product *p)
{
	return p->status == STATEMENT_AFFECTED || p->status == STATEMENT_UNDER_INVESTIGATION;
}

bool publication_remedy_is_for(const struct publication_remedy *r, const struct publication_product *p)
{
	bool is = r->version_count == 0;

	for (size_t i = 0; i < r->version_count && !is; i++)
		is = str_eq(r->versions[i], p->version);
	return is;
}

static struct str words_or(struct str given, struct str usual)
{
	return given.len ? given : usual;
}

static struct date day_of(const struct report_fields *fields, const char *key)
{
	struct str text = report_fields_text(fields, str_of(key));
	struct instant at;
	struct date day;
	struct err unread;

	if (date_parse(text, &day, &unread))
		return day;
	return instant_parse(text, false, &at, &unread) ? instant_date(at, 0) : DATE_NONE;
}

static bool is_known(const struct report_record *r, const char *key)
{
	return date_is_known(day_of(&r->facts, key));
}

/* As the rules see it: with the validations and distributions on record. NULL: its facts are not known. */
static const struct fix_fact *fix_of(const struct making *m, const struct report_record *r)
{
	const struct casefile_report *c = m->facts->casefile;
	int64_t place = casefile_place(c->case_records, c->case_record_count, "fix", r->record->id);

	for (size_t i = 0; i < c->facts->fix_count; i++)
		if (c->facts->fixes[i].index == place)
			return &c->facts->fixes[i];
	return NULL;
}

/* A control, as the rules see it. NULL: its facts are not known. */
static const struct control_fact *control_of(const struct making *m, const struct report_record *r)
{
	const struct casefile_report *c = m->facts->casefile;
	int64_t place = casefile_place(c->case_records, c->case_record_count, "control", r->record->id);

	for (size_t i = 0; i < c->facts->control_count; i++)
		if (c->facts->controls[i].index == place)
			return &c->facts->controls[i];
	return NULL;
}

static bool names_open_product(const struct publication *p, struct str version)
{
	for (size_t i = 0; i < p->product_count; i++)
		if (publication_is_open(&p->products[i]) && str_eq(p->products[i].version, version))
			return true;
	return false;
}

/* An update is for the releases that it went out in. One that went out under another name, its own for
 * instance, may be for any. */
static void add_update(struct making *m, const struct fix_fact *fix, struct str details)
{
	const struct casefile_report *c = m->facts->casefile;
	struct publication_remedy update = { .kind = VEX_VENDOR_FIX, .details = details };
	struct report_texts releases = fix_releases(c, fix, m->arena);
	bool named = true;

	update.on = date_is_known(fix->available_on) ? fix->available_on : fix->distributed_on;
	for (size_t i = 0; i < releases.count; i++)
		named = named && names_open_product(m->out, releases.items[i]);
	if (named) {
		update.versions = releases.items;
		update.version_count = releases.count;
	}
	put_remedy(m, &update);
}

/* A fix is told once any unit can have it; a workaround or control once it is validated. One that is known
 * not to hold is told no longer. */
static void add_fix(struct making *m, const struct report_record *r)
{
	const struct casefile_report *c = m->facts->casefile;
	struct str text = report_fields_text(&r->more, STR("text"));
	const struct fix_fact *fix = fix_of(m, r);

	if (!fix || !fix_is_offered(fix, c->determination, c->facts->today))
		return;
	if (fix->kind == FIX_WORKAROUND)
		add_remedy(m, VEX_WORKAROUND,
		    words_or(text, STR("A workaround is available from the manufacturer.")),
		    fix->validated_on);
	else if (fix->kind == FIX_COMPENSATING_CONTROL)
		add_remedy(m, VEX_MITIGATION,
		    words_or(text, STR("A compensating control is available from the manufacturer.")),
		    fix->validated_on);
	else if (fix->kind == FIX_SOFTWARE)
		add_update(m, fix, words_or(text, STR("An update is available from the manufacturer.")));
}

static bool has_update(const struct publication *p, const struct publication_product *product)
{
	for (size_t i = 0; i < p->remedy_count; i++)
		if (p->remedies[i].kind == VEX_VENDOR_FIX &&
		    publication_remedy_is_for(&p->remedies[i], product))
			return true;
	return false;
}

/* What has no fix is said to have none (vendor_fix excludes it), with what is planned. */
static void add_no_fix(struct making *m)
{
	const struct casefile_report *r = m->facts->casefile;
	struct publication *p = m->out;
	bool ended = str_eq(p->device.device.support, STR("end_of_support"));
	struct publication_remedy none = { .kind = ended ? VEX_NO_FIX_PLANNED : VEX_NONE_AVAILABLE,
		.on = DATE_NONE };
	struct str plan = STR(""), *without = arena_alloc(m->arena, p->product_count, sizeof(*without));
	size_t open = 0, count = 0;

	for (size_t i = 0; i < p->product_count; i++) {
		if (!publication_is_open(&p->products[i]))
			continue;
		open++;
		if (!has_update(p, &p->products[i]))
			without[count++] = p->products[i].version;
	}
	if (count == 0)
		return;
	for (size_t i = 0; i < r->record_count; i++)
		if (!r->records[i].replaced_by && str_eq(r->records[i].record->kind, STR("plan")))
			plan = report_fields_text(&r->records[i].more, STR("text"));
	none.details = words_or(plan, ended ? STR("The device is no longer supported; no fix is planned.")
					    : STR("No fix is available yet."));
	none.versions = without;
	none.version_count = count < open ? count : 0;
	put_remedy(m, &none);
}

static bool is_offered(const struct making *m, const struct report_record *control)
{
	const struct control_fact *c = control_of(m, control);

	return c && control_is_offered(c, m->facts->casefile->facts->today);
}

static void add_remedies(struct making *m)
{
	const struct casefile_report *r = m->facts->casefile;

	for (size_t i = 0; i < r->record_count; i++) {
		const struct report_record *record = &r->records[i];
		struct str text = report_fields_text(&record->more, STR("text"));

		if (record->replaced_by)
			continue;
		if (str_eq(record->record->kind, STR("fix")))
			add_fix(m, record);
		if (str_eq(record->record->kind, STR("control")) && text.len && is_offered(m, record))
			add_remedy(m, VEX_MITIGATION, text, day_of(&record->facts, "identified_on"));
	}
	for (size_t i = 0; i < m->out->product_count; i++) {
		const struct publication_product *p = &m->out->products[i];

		if (p->status == STATEMENT_AFFECTED && p->action.len)
			add_remedy(m, VEX_MITIGATION,
			    p->version.len ? arena_printf(m->arena, STR_FMT ": " STR_FMT,
						 STR_WHOLE(p->version), STR_WHOLE(p->action))
					   : p->action,
			    DATE_NONE);
	}
	add_no_fix(m);
}

static void add_notes(struct making *m)
{
	const struct publication_facts *f = m->facts;
	const struct casefile_report *r = f->casefile;
	struct str summary = m->request->summary;
	struct str where = f->components.len ? f->components : STR("a component");

	if (!summary.len)
		summary = arena_printf(m->arena, STR_FMT " is a vulnerability of " STR_FMT " in " STR_FMT ".",
		    STR_WHOLE(m->out->vulnerability), STR_WHOLE(where), STR_WHOLE(r->device.name));
	add_note(m, "summary", STR(""), summary);
	for (size_t i = 0; i < r->record_count; i++) {
		const struct report_record *record = &r->records[i];
		char on[DATE_TEXT_SIZE];

		if (record->replaced_by || !str_eq(record->record->kind, STR("communication")) ||
		    !is_known(record, "on"))
			continue;
		add_note(m, "general",
		    arena_printf(
			m->arena, "Communication of %s", date_write(day_of(&record->facts, "on"), on)),
		    report_fields_text(&record->more, STR("text")));
	}
	for (size_t i = 0; i < m->request->note_count; i++) {
		const struct publication_note *n = &m->request->notes[i];

		add_note(m, arena_text(m->arena, n->category), n->title, n->text);
	}
}

/* One vector of each version, of the base alone: what holds in a surrounding is nobody else's. */
static void add_vector(struct making *m, bool seen[CVSS_VERSION_COUNT], struct str text)
{
	SCOPED_BUF vector = buf_new(VECTOR_BYTES_MOST);
	struct publication *p = m->out;
	struct cvss cvss;
	struct err unread;

	if (!cvss_parse(text, &cvss, &unread) || seen[cvss.version])
		return;
	seen[cvss.version] = true;
	cvss_keep_base(&cvss);
	cvss_write(&cvss, &vector);
	p->vectors[p->vector_count++] = arena_copy(m->arena, buf_str(&vector));
}

static void add_vectors(struct making *m)
{
	bool seen[CVSS_VERSION_COUNT] = { false };
	const struct publication_facts *f = m->facts;

	m->out->vectors = arena_alloc(m->arena, CVSS_VERSION_COUNT, sizeof(*m->out->vectors));
	if (f->casefile->current)
		add_vector(m, seen, f->casefile->current->cvss.vector);
	for (size_t i = 0; i < f->vector_count; i++)
		add_vector(m, seen, f->vectors[i]);
}

static bool is_among(struct str version, const struct str *versions, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq(version, versions[i]))
			return true;
	return false;
}

/* Is every version that the request names a release of the device? */
static bool check_versions(struct making *m, const struct str *versions, size_t count, struct err *e)
{
	for (size_t i = 0; i < count; i++) {
		bool found = versions[i].len == 0;

		for (size_t k = 0; k < m->facts->product_count; k++)
			found = found || str_eq(m->facts->products[k].version, versions[i]);
		if (!found)
			return err_fail(e, ERR_INPUT, "device \"" STR_FMT "\" has no release \"" STR_FMT "\"",
			    STR_ARG(m->facts->device.device.name), STR_ARG(versions[i]));
	}
	return true;
}

static bool justification_of(struct str word, enum statement_justification *out, struct err *e)
{
	for (int i = JUSTIFICATION_COMPONENT_NOT_PRESENT; i <= JUSTIFICATION_INLINE_MITIGATIONS; i++)
		if (str_eq(word, statement_justification_word((enum statement_justification)i))) {
			*out = (enum statement_justification)i;
			return true;
		}
	return err_fail(e, ERR_INPUT,
	    "a release that is not affected needs a justification, one of VEX's five words, not \"" STR_FMT
	    "\"",
	    STR_ARG(word));
}

/* 0: nothing is stated of it. */
static bool stated_status(
    const struct publication_request *r, struct str version, enum statement_status *out, struct err *e)
{
	const struct {
		enum statement_status status;
		const struct str *versions;
		size_t count;
	} lists[] = {
		{ STATEMENT_AFFECTED, r->affected, r->affected_count },
		{ STATEMENT_UNDER_INVESTIGATION, r->investigated, r->investigated_count },
		{ STATEMENT_FIXED, r->fixed, r->fixed_count },
		{ STATEMENT_NOT_AFFECTED, r->not_affected, r->not_affected_count },
	};

	for (size_t i = 0; i < COUNT(lists); i++) {
		if (!is_among(version, lists[i].versions, lists[i].count))
			continue;
		if (*out)
			return err_fail(e, ERR_INPUT, "release \"" STR_FMT "\" is stated to be two things",
			    STR_ARG(version));
		*out = lists[i].status;
	}
	return true;
}

/* What the request states of a release stands before what findings say. */
static bool state_product(struct making *m, struct publication_product *p, struct err *e)
{
	const struct publication_request *r = m->request;
	enum statement_justification justification = JUSTIFICATION_NONE;
	enum statement_status status = 0;

	if (!stated_status(r, p->version, &status, e) ||
	    (status == STATEMENT_NOT_AFFECTED && !justification_of(r->justification, &justification, e)))
		return false;
	if (status && (status != p->status || justification != JUSTIFICATION_NONE)) {
		p->status = status;
		p->justification = justification;
		p->impact = p->action = STR("");
	}
	p->first_fixed = r->first_fixed.len && str_eq(p->version, r->first_fixed);
	p->recommended = r->recommended.len && str_eq(p->version, r->recommended);
	if (p->first_fixed && p->status != STATEMENT_FIXED)
		return err_fail(e, ERR_CONFLICT, "release \"" STR_FMT "\" is the first fixed, and not fixed",
		    STR_ARG(p->version));
	return true;
}

static bool make_products(struct making *m, struct err *e)
{
	const struct publication_request *r = m->request;
	struct publication *out = m->out;

	if (!check_versions(m, r->affected, r->affected_count, e) ||
	    !check_versions(m, r->fixed, r->fixed_count, e) ||
	    !check_versions(m, r->not_affected, r->not_affected_count, e) ||
	    !check_versions(m, r->investigated, r->investigated_count, e) ||
	    !check_versions(m, &r->first_fixed, 1, e) || !check_versions(m, &r->recommended, 1, e))
		return false;
	out->products = arena_alloc(m->arena, m->facts->product_count, sizeof(*out->products));
	for (size_t i = 0; i < m->facts->product_count; i++) {
		struct publication_product p = m->facts->products[i];

		if (!state_product(m, &p, e))
			return false;
		if (p.status)
			out->products[out->product_count++] = p;
	}
	if (out->product_count == 0)
		return err_fail(e, ERR_CONFLICT,
			   "nothing is known of any release of \"" STR_FMT
			   "\": import its SBOM, or state what it is",
			   STR_ARG(m->facts->device.device.name)) ||
		       err_remedy(e, REMEDY_STATE_VERSIONS);
	return true;
}

static struct str next_id(struct making *m)
{
	const struct publication_facts *f = m->facts;
	struct str prefix = words_or(m->out->firm.advisory_prefix, STR("AC"));
	int year, month, day;
	int64_t most = 0;
	struct str begin;

	date_split(instant_date(m->request->at, 0), &year, &month, &day);
	begin = arena_printf(m->arena, STR_FMT "-%d-", STR_WHOLE(prefix), year);
	for (size_t i = 0; i < f->issued_count; i++) {
		struct err unread;
		int64_t number;

		if (str_starts(f->issued[i].id, begin) &&
		    number_parse(
			str_from(f->issued[i].id, begin.len), "number", 0, 1000000000, &number, &unread) &&
		    number > most)
			most = number;
	}
	return arena_printf(m->arena, STR_FMT "%04lld", STR_WHOLE(begin), (long long)most + 1);
}

static void make_history(struct making *m)
{
	const struct publication_facts *f = m->facts;
	struct publication *out = m->out;
	struct publication_revision now = { .casefile = f->casefile->casefile.id, .at = m->request->at };

	out->revisions = arena_alloc(m->arena, f->issued_count + 1, sizeof(*out->revisions));
	for (size_t i = 0; i < f->issued_count; i++)
		if (f->issued[i].casefile == now.casefile)
			out->revisions[out->revision_count++] = f->issued[i];
	out->id = out->revision_count ? out->revisions[0].id : next_id(m);
	now.id = out->id;
	now.number = (int64_t)out->revision_count + 1;
	now.summary =
	    words_or(m->request->revision, now.number == 1 ? STR("First publication.") : STR("Updated."));
	out->revisions[out->revision_count++] = now;
}

static bool check_request(struct making *m, struct err *e)
{
	const struct publication_request *r = m->request;
	const struct firm_profile *firm = &m->facts->firm;

	if (!firm->name.len || !firm->namespace_uri.len)
		return err_fail(e, ERR_CONFLICT, "who publishes is not stated") ||
		       err_remedy(e, REMEDY_PROFILE);
	if (r->cwe && !cwe_name(r->cwe).len)
		return err_fail(e, ERR_INPUT, "CWE-%lld is in no list of CWE", (long long)r->cwe);
	return !r->lang.len || language_tag_check(r->lang, e) || err_within(e, "--lang");
}

bool publication_make(const struct publication_facts *facts, const struct publication_request *request,
    struct arena *arena, struct publication *out, struct err *e)
{
	const struct casefile *c = &facts->casefile->casefile;
	struct publication p = {
		.profile = request->profile,
		.status = request->status,
		.lang = words_or(request->lang, STR("en")),
		.tlp = words_or(request->tlp, STR("CLEAR")),
		.firm = facts->firm,
		.device = facts->device,
		.vulnerability = c->vulnerability,
		.aliases = facts->aliases,
		.alias_count = facts->alias_count,
		.own_alias_count = facts->own_alias_count,
		.cwe = request->cwe,
		.other_ids = request->other_ids,
		.other_id_count = request->other_id_count,
		.exploited = facts->exploited,
		.credits = facts->credits,
		.credit_count = facts->credit_count,
		.references = request->references,
		.reference_count = request->reference_count,
	};
	struct making m = { .facts = facts, .request = request, .arena = arena, .out = &p };

	if (!check_request(&m, e) || !make_products(&m, e))
		return false;
	p.title =
	    words_or(request->title, arena_printf(arena, STR_FMT " in " STR_FMT, STR_WHOLE(c->vulnerability),
					 STR_WHOLE(facts->casefile->device.name)));
	make_history(&m);
	add_vectors(&m);
	add_notes(&m);
	add_remedies(&m);
	*out = p;
	return true;
}
