#include "actions/reports/publish.h"

#include "actions/case_names.h"
#include "actions/casework/case_record.h"
#include "actions/findings/affected_releases.h"
#include "actions/findings/finding_list.h"
#include "actions/intake/signal_list.h"
#include "actions/reports/report_casefile.h"
#include "base/intern.h"
#include "base/number.h"
#include "formats/json_write.h"
#include "limits.h"
#include "publishing/publication_csaf.h"
#include "publishing/publication_vex.h"
#include "store/attachments.h"
#include "store/casefiles.h"
#include "store/change.h"
#include "store/devices.h"

#define MORE_MOST (256 * 1024)
#define COMPONENTS_MOST 4096

struct gathering {
	struct publication_facts *facts;
	struct arena *arena;
	struct buf components;
	struct intern *component_names;
	bool *settled; /* of each product: somebody has decided that a finding of it is affected or looked
			  into */
};

/* The gravest says what the release is. */
static int gravity(enum statement_status status)
{
	switch (status) {
	case STATEMENT_AFFECTED:
		return 4;
	case STATEMENT_UNDER_INVESTIGATION:
		return 3;
	case STATEMENT_FIXED:
		return 2;
	case STATEMENT_NOT_AFFECTED:
		return 1;
	}
	return 0;
}

/* What one finding says of its release. Only what somebody in the house has decided is final: what records
 * and suppliers say of a component is looked into, unless it is that it is affected. */
static bool is_decided(const struct scan_row *row)
{
	const struct vex_opinion *deciding = vex_deciding(&row->position);

	return deciding && deciding->record->origin == VEX_OWN;
}

static enum statement_status status_of(const struct scan_row *row)
{
	if (is_decided(row))
		return vex_deciding(&row->position)->record->said.status;
	return row->finding.state == FINDING_AFFECTED && row->finding.tier != TIER_D
		   ? STATEMENT_AFFECTED
		   : STATEMENT_UNDER_INVESTIGATION;
}

static void take_words(
    struct publication_product *p, const struct scan_row *row, const struct component *c, struct arena *arena)
{
	const struct vex_opinion *deciding = vex_deciding(&row->position);
	const struct vex_statement *said;

	p->status = status_of(row);
	p->justification = JUSTIFICATION_NONE;
	p->impact = p->action = STR("");
	if (!deciding || deciding->record->origin != VEX_OWN)
		return;
	said = &deciding->record->said;
	if (p->status == STATEMENT_AFFECTED)
		p->action = arena_copy(arena, said->action);
	if (p->status != STATEMENT_NOT_AFFECTED)
		return;
	p->justification = said->justification;
	if (said->impact.len)
		p->impact = arena_printf(arena, STR_FMT " " STR_FMT ": " STR_FMT, STR_WHOLE(c->name),
		    STR_WHOLE(c->version), STR_WHOLE(said->impact));
}

static void take_vulnerability(struct gathering *g, const struct scan_row *row)
{
	struct publication_facts *f = g->facts;

	f->exploited = f->exploited || row->exploited;
	if (f->alias_count + f->vector_count > 0)
		return;
	f->aliases = arena_alloc(g->arena, row->alias_count, sizeof(*f->aliases));
	for (size_t i = 0; i < row->alias_count; i++)
		f->aliases[f->alias_count++] = arena_copy(g->arena, row->aliases[i]);
	f->vectors = arena_alloc(g->arena, row->score_count, sizeof(*f->vectors));
	for (size_t i = 0; i < row->score_count; i++)
		f->vectors[f->vector_count++] = arena_copy(g->arena, row->scores[i].vector);
}

/* "openssl 1.1.1k, busybox 1.28.4", each once. */
static void name_component(struct gathering *g, const struct component *c)
{
	struct str name = arena_printf(g->arena, STR_FMT "%s" STR_FMT, STR_WHOLE(c->name),
	    c->version.len ? " " : "", STR_WHOLE(c->version));
	uint32_t before = intern_count(g->component_names);

	if (intern_add(g->component_names, name) != before)
		return;
	if (g->components.len)
		buf_add(&g->components, STR(", "));
	buf_add(&g->components, name);
}

static bool take_row(void *ctx, const struct component *components, const struct scan_row *row, struct err *e)
{
	const struct component *c = &components[row->finding.component];
	struct gathering *g = ctx;

	(void)e;
	take_vulnerability(g, row);
	name_component(g, c);
	for (size_t i = 0; i < g->facts->product_count; i++) {
		struct publication_product *p = &g->facts->products[i];

		if (!str_eq(p->version, row->release))
			continue;
		g->settled[i] =
		    g->settled[i] ||
		    (is_decided(row) && gravity(status_of(row)) >= gravity(STATEMENT_UNDER_INVESTIGATION));
		if (gravity(status_of(row)) > gravity(p->status))
			take_words(p, row, c, g->arena);
	}
	return true;
}

/* The manufacturer's word on the vulnerability as a whole, of the casefile, where findings leave it open:
 * that the device is not affected, reviewed, holds for findings that nobody has decided on. */
static void take_casefile_word(struct gathering *g)
{
	static const enum statement_status statuses[] = {
		[VEX_UNKNOWN] = 0,
		[VEX_NOT_AFFECTED] = STATEMENT_NOT_AFFECTED,
		[VEX_AFFECTED] = STATEMENT_AFFECTED,
		[VEX_FIXED] = STATEMENT_FIXED,
		[VEX_UNDER_INVESTIGATION] = STATEMENT_UNDER_INVESTIGATION,
	};
	const struct vulnerability_facts *said = &g->facts->casefile->facts->vulnerability;
	enum vex vex =
	    said->vex == VEX_NOT_AFFECTED && !determination_is_not_affected(g->facts->casefile->determination)
		? VEX_UNDER_INVESTIGATION /* the rules refuse it, or nobody has reviewed it */
		: said->vex;

	for (size_t i = 0; i < g->facts->product_count; i++) {
		struct publication_product *p = &g->facts->products[i];

		bool open = !p->status || p->status == STATEMENT_UNDER_INVESTIGATION ||
			    (vex == VEX_NOT_AFFECTED && !g->settled[i]);

		if (!statuses[vex] || !open)
			continue;
		*p = (struct publication_product){
			.release = p->release, .version = p->version, .status = statuses[vex]
		};
		for (int k = JUSTIFICATION_COMPONENT_NOT_PRESENT; k <= JUSTIFICATION_INLINE_MITIGATIONS; k++)
			if (p->status == STATEMENT_NOT_AFFECTED &&
			    str_eq(said->vex_justification,
				statement_justification_word((enum statement_justification)k)))
				p->justification = (enum statement_justification)k;
		if (p->status == STATEMENT_NOT_AFFECTED && !p->justification)
			p->impact = said->vex_justification;
	}
}

static bool read_products(struct db *db, struct gathering *g, struct err *e)
{
	struct publication_facts *f = g->facts;
	struct finding_query query = { .device = f->device.device.name,
		.vulnerability = f->casefile->casefile.vulnerability,
		.today = f->casefile->facts->today };
	struct release *releases;
	size_t count;
	bool answered;

	if (!release_list(db, f->device.device.id, g->arena, &releases, &count, e))
		return false;
	f->products = arena_alloc(g->arena, count + 1, sizeof(*f->products));
	g->settled = arena_alloc(g->arena, count + 1, sizeof(*g->settled));
	for (size_t i = 0; i < count; i++)
		f->products[f->product_count++] =
		    (struct publication_product){ .release = releases[i].id, .version = releases[i].version };
	if (count == 0)
		f->products[f->product_count++] =
		    (struct publication_product){ .status = STATEMENT_UNDER_INVESTIGATION };
	if (!affected_is_answered(db, query.vulnerability, &answered, e) ||
	    (answered && !finding_list(db, &query, (struct finding_sink){ g, take_row }, e)))
		return false;
	take_casefile_word(g);
	return true;
}

static struct str text_member(struct str json, const char *key, struct arena *arena)
{
	struct report_fields fields;
	struct err unread;

	return json.ptr && report_fields_read(json, arena, &fields, &unread)
		   ? report_fields_text(&fields, str_of(key))
		   : STR("");
}

/* Whoever wishes to be named is; whoever wishes to be thanked without a name too. */
static bool read_credits(struct db *db, struct gathering *g, struct err *e)
{
	struct publication_facts *f = g->facts;
	struct signal *signals;
	size_t count, room = 0;

	if (!signals_in_casefiles(db, f->casefile->casefile.id, g->arena, &signals, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct publication_credit credit;
		struct signal_file file;
		struct str content, wish;

		if (!signal_read(db, signals[i].id, g->arena, &file, e))
			return false;
		content = signal_standing(&file, "credit");
		wish = text_member(content, "wish", g->arena);
		credit.name = text_member(content, "name", g->arena);
		credit.summary = text_member(content, "text", g->arena);
		if (str_eq(wish, STR("anonymous")))
			credit = (struct publication_credit){ STR(""),
				STR("A finder who wishes to stay unnamed reported this.") };
		else if (!str_eq(wish, STR("named")) || !credit.name.len)
			continue;
		f->credits = arena_room(g->arena, f->credits, f->credit_count, &room, sizeof(*f->credits));
		f->credits[f->credit_count++] = credit;
	}
	return true;
}

static bool read_issued(struct db *db, struct publication_facts *f, struct arena *arena, struct err *e)
{
	struct case_record *records;
	int64_t *casefiles;
	size_t count;

	if (!casefile_records_of_kind(db, "advisory", arena, &records, &casefiles, &count, e))
		return false;
	f->issued = arena_alloc(arena, count, sizeof(*f->issued));
	f->issued_count = 0;
	for (size_t i = 0; i < count; i++) {
		struct publication_revision *r = &f->issued[f->issued_count++];
		struct report_fields more;

		if (!report_fields_read(records[i].more, arena, &more, e))
			return false;
		*r = (struct publication_revision){ .casefile = casefiles[i],
			.id = report_fields_text(&more, STR("id")),
			.summary = report_fields_text(&more, STR("summary")) };
		if (!number_parse(
			report_fields_text(&more, STR("version")), "version", 1, INT64_MAX, &r->number, e) ||
		    !instant_parse(report_fields_text(&more, STR("at")), false, &r->at, e))
			return err_within(e, "casefile %lld: record %lld", (long long)casefiles[i],
			    (long long)records[i].id);
		if (f->casefile && casefiles[i] == f->casefile->casefile.id)
			f->last = more;
	}
	return true;
}

/* The names it had in the house, but for a CVE id that was a mistake. */
static bool add_own_names(struct gathering *g, struct err *e)
{
	struct publication_facts *f = g->facts;
	const struct casefile_report *r = f->casefile;
	struct str *names, *all;
	size_t count;

	if (!case_earlier_names(r->case_records, r->case_record_count, r->casefile.vulnerability, g->arena,
		&names, &count, e))
		return false;
	all = arena_alloc(g->arena, f->alias_count + count + 1, sizeof(*all));
	for (size_t i = 0; i < f->alias_count; i++)
		all[i] = f->aliases[i];
	for (size_t i = 0; i < count; i++)
		if (!str_starts_nocase(names[i], STR("CVE-")))
			all[f->alias_count + f->own_alias_count++] = names[i];
	f->aliases = all;
	f->alias_count += f->own_alias_count;
	return true;
}

static bool read_in_one_state(struct db *db, struct gathering *g, struct err *e)
{
	bool done;

	if (!db_read_begin(db, e))
		return false;
	done = read_products(db, g, e) && add_own_names(g, e) && read_credits(db, g, e) &&
	       read_issued(db, g->facts, g->arena, e);
	db_read_end(db);
	return done;
}

bool publish_facts(struct db *db, int64_t casefile_id, struct instant now, struct arena *arena,
    struct publication_facts *out, struct err *e)
{
	struct casefile_report *r = arena_alloc(arena, 1, sizeof(*r));
	struct publication_facts f = { .casefile = r };
	SCOPED_INTERN *names = intern_new();
	struct gathering g = { &f, arena, buf_new(COMPONENTS_MOST), names, NULL };
	struct str profile;
	bool done;

	done = report_casefile(db, casefile_id, DATE_NONE, now, arena, r, e) &&
	       device_profile_get(db, r->device.name, arena, &f.device, e) &&
	       setting_get(db, "profile", arena, &profile, e) &&
	       firm_profile_read(profile, arena, &f.firm, e) && read_in_one_state(db, &g, e);
	f.components = arena_copy(arena, buf_str(&g.components));
	buf_free(&g.components);
	if (!done)
		return false;
	f.exploited = f.exploited || r->facts->vulnerability.exploited == YES ||
		      r->facts->vulnerability.kev_listed == YES;
	*out = f;
	return true;
}

static const struct {
	const char *word;
	void (*write)(const struct publication *p, struct arena *arena, struct json_out *w);
} formats[] = {
	[PUBLISH_CSAF] = { "csaf", publication_csaf_write },
	[PUBLISH_OPENVEX] = { "openvex", publication_openvex_write },
	[PUBLISH_CYCLONEDX] = { "cyclonedx", publication_cyclonedx_write },
};
_Static_assert(COUNT(formats) == PUBLISH_FORMAT_COUNT, "a writer for every format");

const char *publish_format_word(enum publish_format format)
{
	return formats[format].word;
}

enum publish_format publish_format_find(struct str word)
{
	for (int i = 0; i < PUBLISH_FORMAT_COUNT; i++)
		if (str_eq(word, str_of(formats[i].word)))
			return (enum publish_format)i;
	return PUBLISH_FORMAT_COUNT;
}

bool publish_write_draft(
    const struct publication *p, enum publish_format format, struct buf *json, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct json_out *w = json_out_buf(json, true);

	formats[format].write(p, &arena, w);
	return json_out_close(w) ||
	       err_fail(e, ERR_LIMIT, "the advisory takes more than %d bytes", LIMIT_RECORD_BYTES);
}

bool publish_check(const struct publication *p, struct arena *arena, struct csaf_verdict *out, struct err *e)
{
	SCOPED_BUF csaf = buf_new(LIMIT_RECORD_BYTES);
	SCOPED_INPUT *in = NULL;
	const struct json_node *root;

	if (!publish_write_draft(p, PUBLISH_CSAF, &csaf, e))
		return false;
	in = input_open_memory(STR("the advisory"), buf_str(&csaf));
	if (!json_tree_read(in, arena, &root, e))
		return false;
	csaf_check(root, STR(""), arena, out);
	return true;
}

bool publish_write(const struct publication *p, enum publish_format format, struct buf *json, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct csaf_verdict verdict;

	if (!publish_check(p, &arena, &verdict, e))
		return false;
	for (size_t i = 0; i < verdict.fault_count; i++) {
		const struct csaf_fault *f = &verdict.faults[i];

		if (f->test->level == CSAF_MANDATORY)
			return err_fail(e, ERR_CONFLICT,
			    "the advisory would not be CSAF: %s " STR_FMT ": " STR_FMT, f->test->id,
			    STR_ARG(f->path), STR_ARG(f->text));
	}
	return publish_write_draft(p, format, json, e);
}

static bool refuse_embargo(struct db *db, int64_t casefile_id, struct instant now, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct signal *signals;
	size_t count;

	if (!signal_embargoes(db, casefile_id, now, &arena, &signals, &count, e))
		return false;
	if (count == 0)
		return true;
	return err_fail(e, ERR_CONFLICT,
	    "signal %lld is under embargo until " STR_FMT ": nothing is published before",
	    (long long)signals[0].id, STR_ARG(signals[0].embargo));
}

static void write_said(const struct publication_request *request, struct json_out *w)
{
	for (size_t i = 0; i < request->said_count; i++) {
		char key[64];

		if (request->said[i].count == 0)
			continue;
		snprintf(key, sizeof(key), "said_%s", request->said[i].key);
		json_key(w, key);
		json_open_array(w);
		for (size_t k = 0; k < request->said[i].count; k++)
			json_put_text(w, request->said[i].texts[k]);
		json_close_array(w);
	}
}

/* In CSAF as the standard has it. */
static struct str file_name(const struct publication_issue *issue, struct arena *arena)
{
	struct str name = csaf_file_name(issue->publication->id, arena);

	if (issue->format == PUBLISH_CSAF)
		return name;
	return arena_printf(arena, STR_FMT ".%s.json", STR_WHOLE(str_first(name, name.len - strlen(".json"))),
	    publish_format_word(issue->format));
}

static void write_issue(
    const struct publication_issue *issue, const struct sha256 *digest, struct arena *arena, struct buf *out)
{
	const struct publication *p = issue->publication;
	const struct publication_revision *r = &p->revisions[p->revision_count - 1];
	struct json_out *w = json_out_buf(out, false);
	char hex[SHA256_HEX_SIZE], at[INSTANT_TEXT_SIZE], number[NUMBER_TEXT_SIZE];

	json_open_object(w);
	json_field_text(w, "id", p->id);
	json_field_text(w, "version", number_write(r->number, number));
	json_field_text(w, "status", str_of(publication_status_word(p->status)));
	json_field_text(w, "format", str_of(publish_format_word(issue->format)));
	json_field_text(w, "profile", str_of(publication_profile_word(p->profile)));
	json_field_text(w, "tlp", p->tlp);
	json_field_text(w, "at", str_of(instant_write(r->at, at)));
	json_field_text(w, "title", p->title);
	json_field_text(w, "summary", r->summary);
	json_field_text(w, "digest", str_of(sha256_hex(digest, hex)));
	json_field_text(w, "file", file_name(issue, arena));
	write_said(issue->request, w);
	json_close_object(w);
	json_out_close(w);
}

/* Between its making and its issue another may have been issued: its number would be given twice. */
static bool check_issued(struct db *db, const struct publication_facts *before, struct err *e)
{
	struct publication_facts now = { 0 };
	SCOPED_ARENA arena = { 0 };

	if (!read_issued(db, &now, &arena, e))
		return false;
	if (now.issued_count == before->issued_count)
		return true;
	return err_fail(e, ERR_CONFLICT, "another advisory was issued meanwhile: make this one again");
}

bool publish_issue(
    struct db *db, const struct publication_issue *issue, struct change_by by, int64_t *record, struct err *e)
{
	int64_t casefile = issue->facts->casefile->casefile.id;
	struct case_addition a = { .casefile_id = casefile, .kind = "advisory", .facts = STR("{}") };
	struct sha256 digest = sha256_of(issue->document);
	SCOPED_BUF more = buf_new(MORE_MOST);
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;

	write_issue(issue, &digest, &arena, &more);
	a.more = buf_str(&more);
	if (buf_full(&more))
		return err_fail(e, ERR_LIMIT, "what is said of it takes more than %d bytes", MORE_MOST);
	return change_open(db, &by, &change, e) && refuse_embargo(db, casefile, by.at, e) &&
	       check_issued(db, issue->facts, e) && attachment_add(db, &digest, issue->document, by.at, e) &&
	       case_record_within(db, change, &a, by, &arena, record, e) && change_close(&change, e);
}
