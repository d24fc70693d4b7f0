#include "actions/sboms/check_sbom.h"

static bool take_component(void *ctx, const struct sbom_component *c, struct err *e)
{
	struct checked_sbom *s = ctx;

	return sbom_check_add_component(s->check, c, e);
}

static bool take_dependency(void *ctx, struct str from, struct str to, struct err *e)
{
	struct checked_sbom *s = ctx;

	return sbom_check_add_dependency(s->check, from, to, e);
}

static bool take_element(void *ctx, const struct sbom_element *element, struct err *e)
{
	struct checked_sbom *s = ctx;

	(void)e;
	sbom_check_add_element(s->check, element);
	return true;
}

bool check_sbom(
    const char *path, struct date today, struct arena *arena, struct checked_sbom *out, struct err *e)
{
	struct sbom_sink sink = { .ctx = out,
		.component = take_component,
		.dependency = take_dependency,
		.element = take_element };

	*out = (struct checked_sbom){ .check = sbom_check_new(today) };
	if (!read_sbom(path, sink, arena, &out->reading, e))
		return false;
	out->result = sbom_check_close(out->check, &out->reading.head);
	return true;
}

void checked_sbom_clear(struct checked_sbom *s)
{
	sbom_reading_clear(&s->reading);
	sbom_check_free(s->check);
	s->check = NULL;
}
