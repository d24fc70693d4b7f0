#include "sources/sboms/swid.h"

#include "base/intern.h"
#include "formats/xml_read.h"
#include "limits.h"
#include "sources/sboms/collect.h"
#include "sources/sboms/support.h"

struct reader {
	struct sbom_sink out;
	struct sbom_head *head;
	struct arena *arena; /* for the head, and what is identified */
	struct arena link;   /* for one link or file */
	struct str name;     /* of the file */
	struct sbom_component c;
	struct str distributor; /* stands in for a creator that is not named */
	struct intern *links;	/* references given, each once */
	size_t depth;
};

static struct str kept(struct reader *r, const struct xml_element *element, const char *attribute)
{
	struct str text = str_trim(xml_attribute(element, str_of(attribute)));

	return arena_copy(r->arena, str_first(text, LIMIT_SBOM_FIELD_BYTES));
}

static bool open_identity(
    struct reader *r, const struct xml *x, const struct xml_element *element, struct err *e)
{
	if (!str_eq(element->name.local, STR("SoftwareIdentity"))) {
		err_fail(e, ERR_INPUT, "expected an element SoftwareIdentity, found " STR_FMT,
		    STR_ARG(element->name.local));
		return xml_within(x, e);
	}
	r->c.ref = kept(r, element, "tagId");
	r->c.name = kept(r, element, "name");
	r->c.version = kept(r, element, "version");
	if (r->c.name.len == 0) {
		err_fail(e, ERR_INPUT, "SoftwareIdentity without a name");
		return xml_within(x, e);
	}
	r->head->name = r->c.name;
	r->head->serial = r->c.ref;
	return collect_other_id(&r->c, r->c.ref, r->arena);
}

static bool has_role(struct str roles, struct str role)
{
	struct str word;

	while (str_next(&roles, ' ', &word))
		if (str_eq_nocase(word, role))
			return true;
	return false;
}

static void take_entity(struct reader *r, const struct xml_element *element)
{
	struct str roles = xml_attribute(element, STR("role"));

	if (has_role(roles, STR("softwareCreator")) && r->c.supplier.len == 0)
		r->c.supplier = kept(r, element, "name");
	if (has_role(roles, STR("distributor")) && r->distributor.len == 0)
		r->distributor = kept(r, element, "name");
	if (has_role(roles, STR("tagCreator")) && r->head->author.len == 0)
		r->head->author = kept(r, element, "name");
}

/* Attributes of Meta are free: the two of support may be among them. */
static void take_meta(struct reader *r, const struct xml_element *element)
{
	if (r->head->tool.len == 0)
		r->head->tool = kept(r, element, "generator");
	for (size_t i = 0; i < element->attribute_count; i++)
		support_property(
		    element->attributes[i].name.local, element->attributes[i].value, r->arena, &r->c);
}

/* Text with %20 and the like decoded; what is no escape stays. */
static struct str decoded(struct str text, struct arena *arena)
{
	char *copy = arena_alloc(arena, text.len + 1, 1);
	size_t len = 0;

	for (size_t i = 0; i < text.len; i++) {
		int high = text.ptr[i] == '%' && i + 2 < text.len ? char_hex(text.ptr[i + 1]) : -1;
		int low = high >= 2 && high < 8 ? char_hex(text.ptr[i + 2]) : -1;

		copy[len++] = low >= 0 ? (char)(16 * high + low) : text.ptr[i];
		i += low >= 0 ? 2 : 0;
	}
	return (struct str){ copy, len };
}

static struct sbom_component linked_component(struct reader *r, struct str href)
{
	struct sbom_component c = { .ref = href, .end_of_support = DATE_NONE };
	struct str tag = str_starts(href, STR("swid:")) ? str_trim(str_from(href, 5)) : href;

	c.name = decoded(tag, &r->link);
	if (!collect_identifier(&c, tag, &r->link))
		c.name = STR_NONE;
	return c;
}

/* <Link rel="component" href="swid:..." use="required"/> */
static bool take_link(struct reader *r, const struct xml *x, const struct xml_element *element, struct err *e)
{
	struct str rel = xml_attribute(element, STR("rel")),
		   href = str_trim(xml_attribute(element, STR("href")));
	uint32_t before = intern_count(r->links);
	struct sbom_component c;
	struct err why = { 0 };

	if ((!str_eq(rel, STR("component")) && !str_eq(rel, STR("requires"))) || href.len == 0 ||
	    href.len > LIMIT_SBOM_FIELD_BYTES)
		return true;
	intern_add(r->links, href);
	if (intern_count(r->links) == before) {
		err_fail(&why, ERR_INPUT, "link to \"" STR_FMT "\" is given twice", STR_ARG(href));
		xml_within(x, &why);
		return r->out.warning(r->out.ctx, &why, e);
	}
	if (before == LIMIT_SBOM_COMPONENTS)
		return err_fail(e, ERR_LIMIT, STR_FMT ": more than %d components", STR_ARG(r->name),
		    LIMIT_SBOM_COMPONENTS);
	arena_reset(&r->link);
	c = linked_component(r, href);
	if (str_eq(xml_attribute(element, STR("use")), STR("optional")))
		c.scope = SBOM_OPTIONAL;
	if (r->c.ref.len > 0 && !sbom_give_dependency(&r->out, r->c.ref, href, e))
		return false;
	return r->out.component(r->out.ctx, &c, e);
}

/* <File name="..." SHA256:hash="..."/>, the algorithm in the namespace: "...xmlenc#sha256". */
static bool take_file(struct reader *r, const struct xml_element *element, struct err *e)
{
	struct sbom_component file = { .name = xml_attribute(element, STR("name")) };

	arena_reset(&r->link);
	for (size_t i = 0; i < element->attribute_count; i++) {
		const struct xml_attribute *a = &element->attributes[i];
		struct str algorithm = a->name.space, before;

		if (!str_eq(a->name.local, STR("hash")) || !str_cut_last(&algorithm, '#', &before))
			continue;
		if (str_eq(algorithm, STR("sha256")))
			algorithm = STR("SHA-256");
		if (!collect_hash(&file, algorithm, a->value, &r->link))
			break;
	}
	return file.name.len == 0 || collect_give_file(&r->out, &file, STR_NONE, e);
}

static bool open_element(void *ctx, struct xml *x, const struct xml_element *element, struct err *e)
{
	struct reader *r = ctx;
	struct str name = element->name.local;

	if (r->depth++ == 0)
		return open_identity(r, x, element, e);
	if (str_eq(name, STR("File")))
		return take_file(r, element, e);
	if (r->depth != 2)
		return true;
	if (str_eq(name, STR("Link")))
		return take_link(r, x, element, e);
	if (str_eq(name, STR("Entity")))
		take_entity(r, element);
	else if (str_eq(name, STR("Meta")))
		take_meta(r, element);
	return true;
}

static bool close_element(void *ctx, struct xml *x, struct str text, struct err *e)
{
	struct reader *r = ctx;

	(void)x;
	(void)text;
	if (--r->depth > 0)
		return true;
	if (r->c.supplier.len == 0)
		r->c.supplier = r->distributor;
	r->c.is_subject = intern_count(r->links) > 0;
	return r->out.component(r->out.ctx, &r->c, e);
}

bool swid_recognises(struct str start)
{
	start = str_trim(start);
	if (str_starts(start, STR("\xef\xbb\xbf")))
		start = str_from(start, 3);
	return start.len > 0 && start.ptr[0] == '<' && str_has(start, STR("SoftwareIdentity"));
}

bool swid_read(
    struct input *in, struct sbom_sink out, struct arena *arena, struct sbom_head *head, struct err *e)
{
	SCOPED_INTERN *links = intern_new();
	struct sbom_head found = { .format = STR("SWID"), .created = INSTANT_NONE };
	struct reader r = {
		.out = out, .head = &found, .arena = arena, .c.end_of_support = DATE_NONE, .links = links
	};
	struct xml_sink sink = { &r, open_element, close_element };
	bool done;

	r.name = input_name(in);
	done = xml_read(in, sink, e);
	arena_free(&r.link);
	if (done)
		*head = found;
	return done;
}
