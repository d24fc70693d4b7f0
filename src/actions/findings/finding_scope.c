#include "actions/findings/finding_scope.h"

enum { DEVICE = 1, RELEASE = 2, COMPONENT = 4 };

static const struct {
	const char *word;
	enum vex_scope scope;
	unsigned needs, refuses;
} scopes[] = {
	{ "finding", VEX_FINDING, DEVICE | RELEASE | COMPONENT, 0 },
	{ "component", VEX_COMPONENT, COMPONENT, DEVICE | RELEASE },
	{ "device", VEX_DEVICE, DEVICE, RELEASE },
	{ "portfolio", VEX_PORTFOLIO, 0, DEVICE | RELEASE | COMPONENT },
};

bool finding_scope_parse(struct str word, enum vex_scope *out)
{
	for (size_t i = 0; i < COUNT(scopes); i++)
		if (str_eq(word, str_of(scopes[i].word))) {
			*out = scopes[i].scope;
			return true;
		}
	return false;
}

const char *finding_scope_wrong(const struct finding_decision *d, bool *lacks)
{
	const struct {
		unsigned bit;
		const char *name;
		struct str given;
	} names[] = { { DEVICE, "device", d->device }, { RELEASE, "release", d->release },
		{ COMPONENT, "component", d->component } };
	size_t at = 0;

	while (at + 1 < COUNT(scopes) && scopes[at].scope != d->scope)
		at++;
	for (size_t i = 0; i < COUNT(names); i++) {
		*lacks = scopes[at].needs & names[i].bit && !names[i].given.len;
		if (*lacks || (scopes[at].refuses & names[i].bit && names[i].given.len))
			return names[i].name;
	}
	return NULL;
}
