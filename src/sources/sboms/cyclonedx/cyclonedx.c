#include "sources/sboms/cyclonedx/cyclonedx.h"

#include <assert.h>
#include <stdlib.h>

#include "base/intern.h"
#include "base/memory.h"
#include "base/number.h"
#include "limits.h"
#include "sources/sboms/cyclonedx/cyclonedx_claim.h"
#include "sources/sboms/cyclonedx/cyclonedx_component.h"

#define LATEST_MINOR 7 /* of version 1 */
#define FIRST_JSON_MINOR 2

struct cyclonedx {
	struct cyclonedx_setup is;
	struct cyclonedx_complaint complaint;
	bool stopped, is_cyclonedx, in_metadata;
	struct err stop; /* why stopped */

	struct intern *refs, *wanted; /* bom-refs seen; those that dependencies name */
	size_t ref_bytes, count;
	bool has_more_refs; /* than are compared: what is missing cannot be told */

	struct str *depends; /* of a dependency whose own reference is still to come; in loose.arena */
	size_t depends_count, depends_room;

	size_t depth;		      /* components open */
	struct cyclonedx_frame loose; /* what is in no component */
	struct cyclonedx_claim claim; /* the vulnerability being read */
	struct cyclonedx_frame frames[LIMIT_SBOM_NESTING];
};

void cyclonedx_warn(struct cyclonedx *c, const struct err *why)
{
	if (!c->stopped && !c->is.out.warning(c->is.out.ctx, why, &c->stop))
		c->stopped = true;
}

/* A mistake at the place being read. */
static void complain(void *ctx, struct err *why)
{
	struct cyclonedx *c = ctx;

	c->is.within(c->is.reader, why);
	cyclonedx_warn(c, why);
}

static void complain_of(struct cyclonedx *c, const char *what)
{
	struct err why = { 0 };

	err_fail(&why, ERR_INPUT, "%s", what);
	complain(c, &why);
}

struct cyclonedx *cyclonedx_open(const struct cyclonedx_setup *setup)
{
	struct cyclonedx *c = memory_alloc(1, sizeof(*c));

	c->is = *setup;
	c->complaint = (struct cyclonedx_complaint){ .ctx = c, .complain = complain, .form = setup->form };
	c->is_cyclonedx = setup->form == IN_XML;
	c->refs = intern_new();
	c->wanted = intern_new();
	return c;
}

void cyclonedx_close(struct cyclonedx *c)
{
	if (!c)
		return;
	for (size_t i = 0; i < COUNT(c->frames); i++)
		cyclonedx_frame_free(&c->frames[i]);
	cyclonedx_frame_free(&c->loose);
	cyclonedx_claim_free(&c->claim);
	intern_free(c->refs);
	intern_free(c->wanted);
	free(c);
}

static struct cyclonedx_frame *innermost(struct cyclonedx *c)
{
	return c->depth > 0 ? &c->frames[c->depth - 1] : &c->loose;
}

/* References */

/* Is there room to compare one more? */
static bool fits(struct cyclonedx *c, struct str ref)
{
	if (c->ref_bytes + ref.len > LIMIT_SBOM_REF_BYTES)
		c->has_more_refs = true;
	else
		c->ref_bytes += ref.len;
	return !c->has_more_refs;
}

/* Has this reference been given before? Beyond what is compared: no. */
static bool note_ref(struct cyclonedx *c, struct str ref)
{
	uint32_t before = intern_count(c->refs);

	if (ref.len == 0 || !fits(c, ref))
		return false;
	intern_add(c->refs, ref);
	return intern_count(c->refs) == before;
}

static void check_ref(struct cyclonedx *c, struct str ref)
{
	struct err why = { 0 };

	if (!note_ref(c, ref))
		return;
	err_fail(&why, ERR_INPUT, STR_FMT ": bom-ref \"" STR_FMT "\" is given twice", STR_ARG(c->is.name),
	    STR_ARG(ref));
	cyclonedx_warn(c, &why);
}

static void want_ref(struct cyclonedx *c, struct str ref)
{
	/* A BOM-Link leads into another document. */
	if (str_starts(ref, STR("urn:cdx:")) || intern_find(c->wanted, ref) != INTERN_NONE)
		return;
	if (fits(c, ref))
		intern_add(c->wanted, ref);
}

static void give_dependency(struct cyclonedx *c, struct str from, struct str to)
{
	if (from.len == 0 || c->stopped)
		return;
	want_ref(c, from);
	if (to.len > 0)
		want_ref(c, to);
	if (!sbom_give_dependency(&c->is.out, from, to, &c->stop))
		c->stopped = true;
}

static bool take_depended(struct cyclonedx *c, struct str to, struct err *why)
{
	struct str from = c->loose.fields[FIELD_DEPENDENCY_REF];

	if (c->depth > 0)
		from = innermost(c)->fields[FIELD_REF];
	c->depends_count++;
	if (from.len > 0 || c->depth > 0) {
		give_dependency(c, from, to);
		return true;
	}
	if (c->depends_count > LIMIT_SBOM_COMPONENTS)
		return err_fail(why, ERR_LIMIT, "more than %d dependencies", LIMIT_SBOM_COMPONENTS);
	c->depends = arena_room(
	    &c->loose.arena, c->depends, c->depends_count - 1, &c->depends_room, sizeof(*c->depends));
	c->depends[c->depends_count - 1] = to;
	return true;
}

static void end_dependency(struct cyclonedx *c)
{
	struct str from = c->loose.fields[FIELD_DEPENDENCY_REF];

	if (from.len == 0)
		complain_of(c, "dependency without its ref");
	if (c->depends_count == 0)
		give_dependency(c, from, STR_NONE);
	for (size_t i = 0; c->depends && i < c->depends_count; i++)
		give_dependency(c, from, c->depends[i]);
}

/* One warning for all of them: a tool that forgets its services would give thousands. */
static void check_wanted(struct cyclonedx *c)
{
	size_t missing = 0;
	uint32_t first = 0;
	struct err why = { 0 };

	for (uint32_t i = 0; i < intern_count(c->wanted); i++)
		if (intern_find(c->refs, intern_text(c->wanted, i)) == INTERN_NONE && missing++ == 0)
			first = i;
	if (missing == 0 || c->has_more_refs)
		return;
	err_fail(&why, ERR_INPUT,
	    STR_FMT
	    ": dependencies name %zu reference%s that nothing in the document has, the first is \"" STR_FMT
	    "\"",
	    STR_ARG(c->is.name), missing, PLURAL(missing), STR_ARG(intern_text(c->wanted, first)));
	cyclonedx_warn(c, &why);
}

/* The head */

void cyclonedx_set_version(struct cyclonedx *c, struct str version)
{
	int least = c->is.form == IN_JSON ? FIRST_JSON_MINOR : 0;
	struct err why = { 0 };

	c->is.head->format = arena_printf(c->is.arena, "CycloneDX " STR_FMT, STR_ARG(version));
	if (version.len == 3 && str_starts(version, STR("1.")) && char_is_digit(version.ptr[2]) &&
	    version.ptr[2] >= '0' + least && version.ptr[2] <= '0' + LATEST_MINOR) {
		c->complaint.minor = version.ptr[2] - '0';
		return;
	}
	err_fail(&why, ERR_INPUT,
	    STR_FMT ": %s \"" STR_FMT "\" is not one of 1.%d to 1.%d; read as far as it is understood",
	    STR_ARG(c->is.name), c->is.form == IN_JSON ? "specVersion" : "version", STR_ARG(version), least,
	    LATEST_MINOR);
	cyclonedx_warn(c, &why);
}

/* "urn:uuid:" and 32 hexadecimal digits in five groups. */
static bool is_serial(struct str text)
{
	static const char form[] = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

	if (!str_starts(text, STR("urn:uuid:")))
		return false;
	text = str_from(text, 9);
	if (text.len != sizeof(form) - 1)
		return false;
	for (size_t i = 0; i < text.len; i++)
		if (form[i] == 'x' ? char_hex(text.ptr[i]) < 0 : text.ptr[i] != '-')
			return false;
	return true;
}

static void take_serial(struct cyclonedx *c, struct str text)
{
	struct err why = { 0 };

	c->is.head->serial = arena_copy(c->is.arena, text);
	if (text.len == 0 || is_serial(text))
		return;
	err_fail(
	    &why, ERR_INPUT, "serial number \"" STR_FMT "\" is not of the form urn:uuid:...", STR_ARG(text));
	complain(c, &why);
}

static void take_timestamp(struct cyclonedx *c, struct str text)
{
	struct err why = { 0 };

	if (!instant_parse(text, true, &c->is.head->created, &why))
		complain(c, &why);
}

static void keep_first(struct cyclonedx *c, struct str *to, struct str text)
{
	if (to->len == 0)
		*to = arena_copy(c->is.arena, text);
}

/* Different aggregates of different parts come out as none. */
static void take_aggregate(struct cyclonedx *c, struct str text)
{
	struct sbom_head *head = c->is.head;

	if (head->completeness.len > 0 && !str_eq(head->completeness, text))
		text = STR("mixed");
	if (!str_eq(head->completeness, text))
		head->completeness = arena_copy(c->is.arena, text);
}

static bool take_bom_format(struct cyclonedx *c, struct str text, struct err *why)
{
	c->is_cyclonedx = str_eq(text, STR("CycloneDX"));
	return c->is_cyclonedx ||
	       err_fail(why, ERR_INPUT, "expected \"CycloneDX\", found \"" STR_FMT "\"", STR_ARG(text));
}

static void take_service_ref(struct cyclonedx *c, struct str ref)
{
	struct sbom_element service = { .kind = SBOM_SERVICE, .ref = ref };

	check_ref(c, ref);
	if (!c->stopped && !sbom_give_element(&c->is.out, &service, &c->stop))
		c->stopped = true;
}

static void end_loose_property(struct cyclonedx *c, enum cyclonedx_field name)
{
	if (innermost(c)->fields[name].len == 0 && c->complaint.minor >= 6)
		complain_of(c, "property without a name");
}

static void end_citation(struct cyclonedx *c)
{
	struct str *f = c->loose.fields;

	if (!f[FIELD_ATTRIBUTED_TO].ptr && !f[FIELD_PROCESS].ptr)
		complain_of(c, "citation with neither attributedTo nor process");
	if (f[FIELD_POINTER].ptr && f[FIELD_CITED_EXPRESSION].ptr)
		complain_of(c, "citation with pointers and expressions");
}

/* What the readers call */

bool cyclonedx_is_record(enum cyclonedx_context in)
{
	return in == IN_COMPONENT || in == IN_DEPENDENCY || in == IN_SERVICE || in == IN_COMPOSITION ||
	       in == IN_CITATION || in == IN_VULNERABILITY;
}

static bool begin_component(struct cyclonedx *c, struct err *why)
{
	if (c->depth == LIMIT_SBOM_NESTING)
		return err_fail(why, ERR_LIMIT, "components nested deeper than %d", LIMIT_SBOM_NESTING);
	cyclonedx_frame_begin(&c->frames[c->depth], c->in_metadata && c->depth == 0);
	c->depth++;
	return true;
}

bool cyclonedx_begin(struct cyclonedx *c, enum cyclonedx_context in, struct err *why)
{
	struct cyclonedx_frame *f = innermost(c);
	size_t count;
	const struct cyclonedx_row *rows = cyclonedx_rows(in, &count);

	if (in == IN_COMPONENT)
		return begin_component(c, why);
	if (in >= IN_VULNERABILITY) {
		cyclonedx_claim_begin(&c->claim, in);
		return true;
	}
	if (in == IN_METADATA)
		c->in_metadata = true;
	if (in == IN_LICENCES)
		f->choice_licences = f->choice_expressions = 0;
	if (in == IN_DEPENDED) {
		f->fields[FIELD_DEPENDS_ON] = STR_NONE;
		return true;
	}
	if (c->depth == 0 && in != IN_DOCUMENT && in != IN_METADATA) {
		arena_reset(&c->loose.arena);
		c->depends = NULL;
		c->depends_count = c->depends_room = 0;
	}
	for (size_t i = 0; i < count; i++)
		if (rows[i].take <= TAKE_BOOL)
			f->fields[rows[i].to] = STR_NONE;
	return true;
}

static bool take_loose(struct cyclonedx *c, enum cyclonedx_field field, struct str text, struct err *why)
{
	struct sbom_head *head = c->is.head;

	if (field == FIELD_BOM_FORMAT)
		return take_bom_format(c, text, why);
	if (field == FIELD_DEPENDS_ON)
		return take_depended(c, text, why);
	if (field == FIELD_SPEC_VERSION)
		cyclonedx_set_version(c, text);
	else if (field == FIELD_SERIAL)
		take_serial(c, text);
	else if (field == FIELD_TIMESTAMP)
		take_timestamp(c, text);
	else if (field == FIELD_PHASE)
		keep_first(c, &head->context, text);
	else if (field == FIELD_AUTHOR_NAME || field == FIELD_BOM_MANUFACTURER_NAME)
		keep_first(c, &head->author, text);
	else if (field == FIELD_SUBJECT_SUPPLIER_NAME)
		keep_first(c, &head->supplier, text);
	else if (field == FIELD_TOOL_NAME)
		keep_first(c, &head->tool, text);
	else if (field == FIELD_AGGREGATE)
		take_aggregate(c, text);
	else if (field == FIELD_SERVICE_REF)
		take_service_ref(c, text);
	return true;
}

bool cyclonedx_text(struct cyclonedx *c, const struct cyclonedx_row *row, struct str text, struct err *why)
{
	struct cyclonedx_frame *f = innermost(c);
	const struct arena *arena = row->in >= IN_VULNERABILITY ? &c->claim.claim.arena : &f->arena;
	enum cyclonedx_field field = (enum cyclonedx_field)row->to;

	if (c->stopped)
		return true;
	if (text.len > LIMIT_SBOM_FIELD_BYTES)
		return err_fail(
		    why, ERR_LIMIT, "text of %zu bytes, limit %d", text.len, LIMIT_SBOM_FIELD_BYTES);
	if (arena->used > LIMIT_RECORD_BYTES)
		return err_fail(why, ERR_LIMIT, "a record of more than %d bytes", LIMIT_RECORD_BYTES);
	if (row->in >= IN_VULNERABILITY)
		return cyclonedx_claim_text(&c->claim, field, text, why);
	f->fields[field] = arena_copy(&f->arena, text);
	if (c->depth > 0 && field != FIELD_DEPENDS_ON)
		return cyclonedx_frame_text(f, field, &c->complaint, why);
	return take_loose(c, field, f->fields[field], why);
}

/* What is nested in a component belongs to it: at once where its reference is known, else when it ends. */
static void give_nested(struct cyclonedx *c, struct str inner)
{
	struct cyclonedx_frame *outer = innermost(c);
	struct str from = outer->fields[FIELD_REF];

	if (c->depth == 0 || inner.len == 0)
		return;
	if (from.len > 0) {
		give_dependency(c, from, inner);
		return;
	}
	outer->inner = arena_room(
	    &outer->arena, outer->inner, outer->inner_count, &outer->inner_room, sizeof(*outer->inner));
	outer->inner[outer->inner_count++] = arena_copy(&outer->arena, inner);
}

static bool end_component(struct cyclonedx *c, struct err *why)
{
	struct cyclonedx_frame *f = innermost(c);

	assert(c->depth > 0);
	c->depth--;
	if (c->stopped)
		return true;
	if (!cyclonedx_frame_finish(f, &c->complaint, why))
		return false;
	if (c->count++ == LIMIT_SBOM_COMPONENTS) {
		c->stopped = true;
		err_fail(&c->stop, ERR_LIMIT, STR_FMT ": more than %d components", STR_ARG(c->is.name),
		    LIMIT_SBOM_COMPONENTS);
		return true;
	}
	if (f->c.is_subject)
		c->is.head->name = arena_copy(c->is.arena, f->c.name);
	check_ref(c, f->c.ref);
	if (!c->stopped && !c->is.out.component(c->is.out.ctx, &f->c, &c->stop))
		c->stopped = true;
	for (size_t i = 0; i < f->inner_count; i++)
		give_dependency(c, f->c.ref, f->inner[i]);
	give_nested(c, f->c.ref);
	return true;
}

static bool end_in_vulnerability(struct cyclonedx *c, enum cyclonedx_context in, struct err *why)
{
	const struct vex_statement *s;

	if (!cyclonedx_claim_end(&c->claim, in, why))
		return false;
	s = in == IN_VULNERABILITY ? cyclonedx_claim_statement(&c->claim) : NULL;
	if (s && !sbom_give_statement(&c->is.out, s, &c->stop))
		c->stopped = true;
	return true;
}

bool cyclonedx_end(struct cyclonedx *c, enum cyclonedx_context in, struct err *why)
{
	if (in == IN_COMPONENT)
		return end_component(c, why);
	if (c->stopped)
		return true;
	if (in >= IN_VULNERABILITY)
		return end_in_vulnerability(c, in, why);
	if (in == IN_METADATA)
		c->in_metadata = false;
	else if (in == IN_DEPENDENCY)
		end_dependency(c);
	else if (in == IN_DEPENDED && innermost(c)->fields[FIELD_DEPENDS_ON].len == 0)
		complain_of(c, "dependency without its ref");
	else if (in == IN_CITATION)
		end_citation(c);
	else if (in == IN_LOOSE_PROPERTY)
		end_loose_property(c, FIELD_LOOSE_PROPERTY_NAME);
	else if (in == IN_PROPERTY)
		end_loose_property(c, FIELD_PROPERTY_NAME);
	return c->depth == 0 || cyclonedx_frame_end(innermost(c), in, &c->complaint, why);
}

void cyclonedx_drop(struct cyclonedx *c)
{
	c->depth = 0;
}

bool cyclonedx_stopped(const struct cyclonedx *c)
{
	return c->stopped;
}

bool cyclonedx_finish(struct cyclonedx *c, struct err *e)
{
	if (!c->stopped && !c->is_cyclonedx)
		return err_fail(
		    e, ERR_INPUT, STR_FMT ": bomFormat \"CycloneDX\" is missing", STR_ARG(c->is.name));
	if (!c->stopped)
		check_wanted(c);
	if (c->stopped)
		*e = c->stop;
	return !c->stopped;
}
