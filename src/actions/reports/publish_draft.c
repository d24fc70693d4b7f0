#include "actions/reports/publish_draft.h"

#include "actions/reports/publish.h"
#include "identity/cwe.h"

const struct publish_word publish_words[] = {
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
	{ 0 },
};
_Static_assert(COUNT(publish_words) == PUBLISH_WORDS + 1, "a saying holds each of them");

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

static bool says_releases(const struct publish_saying *saying)
{
	for (size_t i = 0; i < PUBLISH_WORDS; i++)
		if (publish_words[i].of_releases && saying->given[i].count)
			return true;
	return false;
}

static struct publication_said *join(
    const struct publish_saying *saying, const struct report_fields *last, struct arena *arena)
{
	struct publication_said *said = arena_alloc(arena, PUBLISH_WORDS, sizeof(*said));

	for (size_t i = 0; i < PUBLISH_WORDS; i++) {
		const struct publish_word *word = &publish_words[i];
		bool keeps = !saying->anew && !(word->of_releases && says_releases(saying));

		said[i] = saying->given[i];
		if (said[i].count == 0 && keeps)
			said[i] = said_before(last, word->key, arena);
		said[i].key = word->key;
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
			    "a note is CATEGORY=TEXT, such as general=\"No patient was harmed.\", not "
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

static bool read_status(const struct publish_saying *saying, enum publication_status *out, struct err *e)
{
	*out = saying->issue ? PUBLICATION_FINAL : PUBLICATION_DRAFT;
	for (int i = 0; i < PUBLICATION_STATUS_COUNT; i++)
		if (str_eq(saying->status, str_of(publication_status_word((enum publication_status)i))))
			*out = (enum publication_status)i;
	if (saying->status.len && !str_eq(saying->status, str_of(publication_status_word(*out))))
		return err_fail(e, ERR_INPUT, "the status is draft, interim or final, not \"" STR_FMT "\"",
		    STR_ARG(saying->status));
	return !saying->issue || *out != PUBLICATION_DRAFT ||
	       err_fail(e, ERR_USAGE, "a draft is not issued: the status is interim or final");
}

/* Words that the terminal's options hold to already. */
static bool check_words(const struct publication_request *r, struct err *e)
{
	struct str profile = text_of(r, "profile"), tlp = r->tlp;

	if (profile.len && !str_is_among(profile, "security_advisory|vex"))
		return err_fail(e, ERR_INPUT, "the profile is security_advisory or vex, not \"" STR_FMT "\"",
		    STR_ARG(profile));
	return !tlp.len || str_is_among(tlp, "CLEAR|GREEN|AMBER|AMBER+STRICT|RED") ||
	       err_fail(e, ERR_INPUT,
		   "the TLP label is CLEAR, GREEN, AMBER, AMBER+STRICT or RED, not \"" STR_FMT "\"",
		   STR_ARG(tlp));
}

static void read_said(struct publication_request *r, struct arena *arena)
{
	if (str_eq(text_of(r, "profile"), STR("vex")))
		r->profile = PUBLICATION_VEX;
	r->title = text_of(r, "title");
	r->summary = text_of(r, "summary");
	r->lang = text_of(r, "lang");
	r->tlp = text_of(r, "tlp");
	r->justification = text_of(r, "justification");
	r->first_fixed = text_of(r, "first_fixed");
	r->recommended = text_of(r, "recommended");
	read_texts(r, "aliases", &r->other_ids, &r->other_id_count);
	read_texts(r, "affected", &r->affected, &r->affected_count);
	read_texts(r, "fixed", &r->fixed, &r->fixed_count);
	read_texts(r, "not_affected", &r->not_affected, &r->not_affected_count);
	read_texts(r, "under_investigation", &r->investigated, &r->investigated_count);
	read_references(r, arena);
}

static bool read_request(const struct publish_saying *saying, const struct report_fields *last,
    struct arena *arena, struct publication_request *out, struct err *e)
{
	struct publication_request r = {
		.said = join(saying, last, arena),
		.said_count = PUBLISH_WORDS,
		.revision = saying->revision,
		.at = saying->at,
	};
	struct str cwe = text_of(&r, "cwe");

	read_said(&r, arena);
	if (cwe.len && !cwe_id_parse(cwe, &r.cwe))
		return err_fail(
		    e, ERR_INPUT, "a weakness is CWE-79 or the like, not \"" STR_FMT "\"", STR_ARG(cwe));
	if (!read_status(saying, &r.status, e) || !check_words(&r, e) || !read_notes(&r, arena, e))
		return false;
	*out = r;
	return true;
}

bool publish_draft(struct db *db, int64_t casefile_id, const struct publish_saying *saying,
    struct arena *arena, struct publish_draft *out, struct err *e)
{
	return publish_facts(db, casefile_id, saying->at, arena, &out->facts, e) &&
	       read_request(saying, &out->facts.last, arena, &out->request, e) &&
	       publication_make(&out->facts, &out->request, arena, &out->publication, e);
}

void publish_left_out(
    const struct publish_draft *draft, struct arena *arena, struct str **versions, size_t *count)
{
	const struct publication *p = &draft->publication;

	*versions = arena_alloc(arena, draft->facts.product_count, sizeof(**versions));
	*count = 0;
	for (size_t i = 0; i < draft->facts.product_count; i++) {
		const struct publication_product *from = &draft->facts.products[i];
		bool found = false;

		for (size_t k = 0; k < p->product_count; k++)
			found = found || p->products[k].release == from->release;
		if (!found)
			(*versions)[(*count)++] = from->version;
	}
}
