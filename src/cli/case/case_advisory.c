/*
 * aftercare case advisory - what is published of a casefile; docs/man/advisory.md.
 */
#include "actions/clock.h"
#include "actions/reports/publish.h"
#include "cli/case_options.h"
#include "cli/command.h"
#include "cli/output_file.h"
#include "cli/print.h"
#include "cli/report/csaf_index.h"
#include "cli/session.h"
#include "cli/warnings.h"
#include "identity/cwe.h"
#include "limits.h"

#define VALUES_MOST 256

static const struct option_spec specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "format", OPTION_VALUE, "csaf|openvex|cyclonedx" },
	{ "profile", OPTION_VALUE, "security_advisory|vex" },
	{ "status", OPTION_VALUE, "draft|interim|final" },
	{ "issue", OPTION_FLAG, NULL },
	{ "tlp", OPTION_VALUE, "CLEAR|GREEN|AMBER|AMBER+STRICT|RED" },
	{ "lang", OPTION_VALUE, NULL },
	{ "title", OPTION_VALUE, NULL },
	{ "summary", OPTION_VALUE, NULL },
	{ "revision", OPTION_VALUE, NULL },
	{ "anew", OPTION_FLAG, NULL },
	{ "cwe", OPTION_VALUE, NULL },
	{ "alias", OPTION_MANY, NULL },
	{ "note", OPTION_MANY, NULL },
	{ "reference", OPTION_MANY, NULL },
	{ "affected", OPTION_MANY, NULL },
	{ "fixed", OPTION_MANY, NULL },
	{ "not-affected", OPTION_MANY, NULL },
	{ "under-investigation", OPTION_MANY, NULL },
	{ "justification", OPTION_VALUE, NULL },
	{ "first-fixed", OPTION_VALUE, NULL },
	{ "recommended", OPTION_VALUE, NULL },
	{ "output", OPTION_VALUE, NULL },
	{ "folder", OPTION_VALUE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

/* What is said for an issue, and kept for the next; option and key. What releases are is said anew as a
 * whole. */
static const struct said_option {
	const char *option, *key;
	bool of_releases;
} said_options[] = {
	{ "profile", "profile", false },
	{ "tlp", "tlp", false },
	{ "lang", "lang", false },
	{ "title", "title", false },
	{ "summary", "summary", false },
	{ "cwe", "cwe", false },
	{ "alias", "aliases", false },
	{ "note", "notes", false },
	{ "reference", "references", false },
	{ "affected", "affected", true },
	{ "fixed", "fixed", true },
	{ "not-affected", "not_affected", true },
	{ "under-investigation", "under_investigation", true },
	{ "justification", "justification", true },
	{ "first-fixed", "first_fixed", true },
	{ "recommended", "recommended", true },
};

/* What the issue before said; nothing where there was none. */
static struct publication_said said_before(
    const struct report_fields *last, const char *key, struct arena *arena)
{
	struct str name = arena_printf(arena, "said_%s", key);
	struct publication_said said = { .key = key };

	for (size_t i = 0; i < last->count; i++)
		if (str_eq(last->items[i].key, name) && last->items[i].kind == REPORT_TEXTS) {
			said.texts = last->items[i].texts.items;
			said.count = last->items[i].texts.count;
		}
	return said;
}

static bool says_releases(const struct options *o)
{
	for (size_t i = 0; i < COUNT(said_options); i++)
		if (said_options[i].of_releases && options_has(o, said_options[i].option))
			return true;
	return false;
}

static struct publication_said *read_said(
    const struct options *o, const struct report_fields *last, struct arena *arena)
{
	struct publication_said *said = arena_alloc(arena, COUNT(said_options), sizeof(*said));

	for (size_t i = 0; i < COUNT(said_options); i++) {
		const struct said_option *so = &said_options[i];
		const char *values[VALUES_MOST];
		int count = options_values(o, so->option, values, VALUES_MOST);

		said[i].key = so->key;
		if (count == 0 && !options_has(o, "anew") && !(so->of_releases && says_releases(o)))
			said[i] = said_before(last, so->key, arena);
		if (count == 0)
			continue;
		said[i].texts = arena_alloc(arena, (size_t)count, sizeof(*said[i].texts));
		said[i].count = (size_t)count;
		for (int k = 0; k < count; k++)
			said[i].texts[k] = str_of(values[k]);
	}
	return said;
}

static struct publication_said said_of(const struct publication_request *r, const char *key)
{
	for (size_t i = 0; i < r->said_count; i++)
		if (strcmp(r->said[i].key, key) == 0)
			return r->said[i];
	return (struct publication_said){ .key = key };
}

static struct str text_of(const struct publication_request *r, const char *key)
{
	struct publication_said said = said_of(r, key);

	return said.count ? said.texts[0] : STR("");
}

/* CATEGORY=TEXT, of CSAF's categories. */
static bool read_notes(struct publication_request *r, struct arena *arena, struct err *e)
{
	struct publication_said said = said_of(r, "notes");

	r->notes = arena_alloc(arena, said.count, sizeof(*r->notes));
	for (r->note_count = 0; r->note_count < said.count; r->note_count++) {
		struct publication_note *n = &r->notes[r->note_count];

		n->text = said.texts[r->note_count];
		n->title = STR("");
		if (!str_cut(&n->text, '=', &n->category))
			return err_fail(e, ERR_USAGE,
			    "--note is CATEGORY=TEXT, such as general=\"No patient was harmed.\", not "
			    "\"" STR_FMT "\"",
			    STR_ARG(n->text));
	}
	return true;
}

/* URL, or URL with what it is behind a blank. */
static void read_references(struct publication_request *r, struct arena *arena)
{
	struct publication_said said = said_of(r, "references");

	r->references = arena_alloc(arena, said.count, sizeof(*r->references));
	for (r->reference_count = 0; r->reference_count < said.count; r->reference_count++) {
		struct publication_reference *to = &r->references[r->reference_count];

		to->summary = said.texts[r->reference_count];
		if (!str_cut(&to->summary, ' ', &to->url)) {
			to->url = to->summary;
			to->summary = STR("Further information.");
		}
	}
}

static void read_texts(
    const struct publication_request *r, const char *key, struct str **texts, size_t *count)
{
	struct publication_said said = said_of(r, key);

	*texts = said.texts;
	*count = said.count;
}

static enum publication_status status_of(const struct options *o)
{
	struct str word = options_text(o, "status");

	for (int i = 0; i < PUBLICATION_STATUS_COUNT; i++)
		if (str_eq(word, str_of(publication_status_word((enum publication_status)i))))
			return (enum publication_status)i;
	return options_has(o, "issue") ? PUBLICATION_FINAL : PUBLICATION_DRAFT;
}

static bool read_request(const struct options *o, const struct report_fields *last, struct instant at,
    struct arena *arena, struct publication_request *out, struct err *e)
{
	struct publication_request r = {
		.said = read_said(o, last, arena),
		.said_count = COUNT(said_options),
		.status = status_of(o),
		.revision = options_text(o, "revision"),
		.at = at,
	};
	struct str cwe = text_of(&r, "cwe");

	if (str_eq(text_of(&r, "profile"), STR("vex")))
		r.profile = PUBLICATION_VEX;
	r.title = text_of(&r, "title");
	r.summary = text_of(&r, "summary");
	r.lang = text_of(&r, "lang");
	r.tlp = text_of(&r, "tlp");
	r.justification = text_of(&r, "justification");
	r.first_fixed = text_of(&r, "first_fixed");
	r.recommended = text_of(&r, "recommended");
	read_texts(&r, "aliases", &r.other_ids, &r.other_id_count);
	read_texts(&r, "affected", &r.affected, &r.affected_count);
	read_texts(&r, "fixed", &r.fixed, &r.fixed_count);
	read_texts(&r, "not_affected", &r.not_affected, &r.not_affected_count);
	read_texts(&r, "under_investigation", &r.investigated, &r.investigated_count);
	read_references(&r, arena);
	if (cwe.len && !cwe_id_parse(cwe, &r.cwe))
		return err_fail(
		    e, ERR_INPUT, "--cwe is CWE-79 or the like, not \"" STR_FMT "\"", STR_ARG(cwe));
	if (options_has(o, "issue") && r.status == PUBLICATION_DRAFT)
		return err_fail(e, ERR_USAGE, "a draft is not issued: --status interim or final");
	if (!read_notes(&r, arena, e))
		return false;
	*out = r;
	return true;
}

static bool put_output(struct app *app, const struct options *o, struct str bytes, struct err *e)
{
	const char *path = options_value(o, "output"), *folder = options_value(o, "folder");
	SCOPED_OUTPUT_FILE *file = NULL;
	struct output_file *kept;

	if (folder)
		return csaf_folder_put(folder, bytes, e);
	if (!path)
		return fwrite(bytes.ptr, 1, bytes.len, app->out) == bytes.len ||
		       err_fail(e, ERR_IO, "the output could not be written");
	if (!output_file_open(path, &file, e))
		return false;
	if (fwrite(bytes.ptr, 1, bytes.len, output_file_stream(file)) != bytes.len)
		return err_fail(e, ERR_IO, "%s could not be written", path);
	kept = file;
	file = NULL;
	return output_file_keep(kept, e);
}

/* It is recorded with its digest before anybody gets it. */
static bool issue(
    struct app *app, const struct options *o, struct db *db, const struct publication_issue *i, struct err *e)
{
	const struct publication *p = i->publication;
	int64_t record;

	if (!publish_issue(db, i, session_by(o), &record, e))
		return false;
	print_line(app->err, "aftercare: casefile %lld: advisory %lld, " STR_FMT ", version %lld, %s",
	    (long long)i->facts->casefile->casefile.id, (long long)record, STR_ARG(p->id),
	    (long long)p->revisions[p->revision_count - 1].number, publication_status_word(p->status));
	return true;
}

/* A statement is never made by silence. */
static void tell_left_out(struct app *app, const struct publication_facts *facts, const struct publication *p)
{
	for (size_t i = 0; i < facts->product_count; i++) {
		const struct publication_product *from = &facts->products[i];
		bool found = false;

		for (size_t k = 0; k < p->product_count; k++)
			found = found || p->products[k].release == from->release;
		if (!found)
			print_line(app->err,
			    "aftercare: nothing was found in release \"" STR_FMT
			    "\", so nothing is said of it; --not-affected VERSION does",
			    STR_ARG(from->version));
	}
}

static enum publish_format format_of(const struct options *o)
{
	for (int i = 0; i < PUBLISH_FORMAT_COUNT; i++)
		if (str_eq(options_text(o, "format"), str_of(publish_format_word((enum publish_format)i))))
			return (enum publish_format)i;
	return PUBLISH_CSAF;
}

static bool advisory(struct app *app, const struct options *o, struct err *e)
{
	enum db_mode mode = options_has(o, "issue") ? DB_CHANGE : DB_READ;
	struct instant at = instant_now();
	struct publication_request request;
	struct publication_facts facts;
	struct publication p;
	SCOPED_ARENA arena = { 0 };
	SCOPED_BUF json = buf_new(LIMIT_RECORD_BYTES);
	SCOPED_DB *db = NULL;
	int64_t id;

	if (options_has(o, "folder") && (!options_has(o, "issue") || format_of(o) != PUBLISH_CSAF))
		return err_fail(e, ERR_USAGE, "--folder takes what is issued as CSAF");
	at.us -= at.us % 1000000; /* to the second */
	if (!case_id_of(o, &id, e) || !session_open(o, mode, &db, e) ||
	    !publish_facts(db, id, at, &arena, &facts, e) ||
	    !read_request(o, &facts.last, at, &arena, &request, e) ||
	    !publication_make(&facts, &request, &arena, &p, e) || !publish_write(&p, format_of(o), &json, e))
		return false;
	tell_left_out(app, &facts, &p);
	if (options_has(o, "issue")) {
		struct publication_issue i = { &facts, &request, &p, format_of(o),
			sha256_of(buf_str(&json)) };

		return issue(app, o, db, &i, e) && put_output(app, o, buf_str(&json), e);
	}
	return warn_of_embargo(app, db, id, e) && put_output(app, o, buf_str(&json), e);
}

static int run(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, specs, advisory);
}

const struct command command_case_advisory = {
	.name = "case advisory",
	.synopsis =
	    "CASEFILE [--format csaf|openvex|cyclonedx] [--profile security_advisory|vex]\n"
	    "       [--issue] [--status draft|interim|final]\n"
	    "       [--tlp CLEAR|GREEN|AMBER|AMBER+STRICT|RED] [--lang TAG] [--title TEXT] [--summary TEXT]\n"
	    "       [--revision TEXT] [--cwe CWE-N] [--alias ID]... [--note CATEGORY=TEXT]... [--reference "
	    "\"URL TEXT\"]...\n"
	    "       [--affected VERSION]... [--fixed VERSION]... [--not-affected VERSION --justification "
	    "WORD]...\n"
	    "       [--under-investigation VERSION]... [--first-fixed VERSION] [--recommended VERSION]\n"
	    "       [--anew] [--output FILE | --folder FOLDER]",
	.summary = "draft the security advisory of a casefile, or issue it: CSAF 2.0, OpenVEX, CycloneDX",
	.help =
	    "What each release is comes from findings and what was decided about them, remedies from fixes "
	    "and\n"
	    "controls, notes from notices, thanks from signals. An option on a release stands before what "
	    "was "
	    "found.\n"
	    "Every mandatory test of CSAF is run before anything is written. Without --issue it is a draft "
	    "and changes\n"
	    "nothing; --issue gives the advisory its number and the next version, and keeps the SHA-256 of "
	    "the file in the\n"
	    "casefile with all that was said. The next issue says the same where an option is not given anew "
	    "(--anew: it\ndoes not). It is refused while a signal of the casefile is under embargo. Nothing "
	    "is sent.\n",
	.run = run,
};
