#include "sources/sboms/spdx/spdx_field.h"

#include "sources/sboms/collect.h"
#include "sources/sboms/support.h"

bool spdx_version_is_known(struct str text, struct err *why)
{
	if (str_eq(text, STR("SPDX-2.2")) || str_eq(text, STR("SPDX-2.3")))
		return true;
	return err_fail(why, ERR_INPUT,
	    "version \"" STR_FMT "\" is not SPDX-2.2 or SPDX-2.3; read as far as it is understood",
	    STR_ARG(text));
}

struct str spdx_value(struct str text)
{
	text = str_trim(text);
	return str_eq(text, STR("NOASSERTION")) || str_eq(text, STR("NONE")) ? STR_NONE : text;
}

struct str spdx_party(struct str text)
{
	struct str name = spdx_value(text), before;

	if (str_starts(name, STR("Organization:")) || str_starts(name, STR("Person:")))
		str_cut(&name, ':', &before);
	if (str_ends(name, STR(")")) && str_cut_last(&name, '(', &before))
		name = before;
	return spdx_value(name);
}

void spdx_creator(struct sbom_head *head, struct str text, struct arena *arena)
{
	bool is_tool = str_starts(text, STR("Tool:"));
	struct str *to = is_tool ? &head->tool : &head->author;

	if (to->len == 0)
		*to = arena_copy(arena, is_tool ? str_trim(str_from(text, 5)) : spdx_party(text));
}

struct str spdx_repository(struct str location)
{
	static const char *const schemes[] = { "git+", "git://", "git@" };

	location = spdx_value(location);
	for (size_t i = 0; i < COUNT(schemes); i++)
		if (str_starts_nocase(location, str_of(schemes[i])))
			return location;
	return STR_NONE;
}

struct str spdx_purpose(struct str text, struct arena *arena)
{
	char *copy = arena_alloc(arena, text.len + 1, 1);

	for (size_t i = 0; i < text.len; i++)
		copy[i] = text.ptr[i] == '_' ? '-' : char_lower(text.ptr[i]);
	return (struct str){ copy, text.len };
}

bool spdx_reference(struct sbom_component *c, struct str type, struct str locator, struct arena *arena)
{
	struct str before;

	str_cut_last(&type, '/', &before); /* http://spdx.org/rdf/references/purl */
	if (str_eq(type, STR("purl")))
		return collect_purl(c, locator, arena);
	if (str_eq(type, STR("cpe22Type")) || str_eq(type, STR("cpe23Type")))
		return collect_cpe(c, locator, arena);
	if (str_eq(type, STR("swid")) || str_eq(type, STR("swh")) || str_eq(type, STR("gitoid")))
		return collect_other_id(c, locator, arena);
	return true;
}

void spdx_comment(struct sbom_component *c, struct str text, struct arena *arena)
{
	struct str line, name;

	while (str_next(&text, '\n', &line))
		if (str_cut(&line, ':', &name))
			support_property(str_trim(name), str_trim(line), arena, c);
}

bool spdx_valid_until(struct sbom_component *c, struct str text, struct err *e)
{
	struct instant until;

	text = str_trim(text);
	if (text.len == 10)
		return date_parse(text, &c->end_of_support, e);
	if (!instant_parse(text, true, &until, e))
		return false;
	c->end_of_support = instant_date(until, 0);
	return true;
}
