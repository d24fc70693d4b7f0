/*
 * Arch Linux, as libalpm walks two versions side by side; a missing release is 1, and nothing ends with a
 * separator.
 */
#include "identity/version_compare.h"

#include <ctype.h>
#include <string.h>

struct part {
	const char *at, *end;
};

struct evr {
	struct part epoch, version, release;
};

static bool is_in(const char *at, struct part p, int (*kind)(int))
{
	return at < p.end && (unsigned char)*at < 0x80 && kind((unsigned char)*at);
}

static bool ends_well(struct part p)
{
	return p.at < p.end && is_in(p.end - 1, p, isalnum);
}

static bool read_evr(const char *text, struct evr *v)
{
	static const char one[] = "1";
	const char *end = text + strlen(text), *digits = text + strspn(text, "0123456789"), *hyphen;

	v->epoch = (struct part){ text, *digits == ':' ? digits : text };
	v->version = (struct part){ *digits == ':' ? digits + 1 : text, end };
	v->release = (struct part){ one, one + 1 };
	hyphen = strrchr(v->version.at, '-');
	if (hyphen) {
		v->version.end = hyphen;
		v->release = (struct part){ hyphen + 1, end };
	}
	return ends_well(v->version) && ends_well(v->release);
}

/* Steps over what separates, and says how much it was. */
static long skip(struct part *p)
{
	const char *from = p->at;

	while (p->at < p->end && !is_in(p->at, *p, isalnum))
		p->at++;
	return p->at - from;
}

static struct part take(struct part *p, int (*kind)(int))
{
	struct part taken = { p->at, p->at };

	while (is_in(p->at, *p, kind))
		p->at++;
	taken.end = p->at;
	return taken;
}

static int compare_parts(struct part a, struct part b)
{
	while (a.at < a.end && b.at < b.end) {
		long skipped_a = skip(&a), skipped_b = skip(&b);
		int (*kind)(int) = is_in(a.at, a, isdigit) ? isdigit : isalpha, sign;
		struct part one, two;

		if (skipped_a != skipped_b)
			return compare_sign(skipped_a - skipped_b);
		one = take(&a, kind);
		two = take(&b, kind);
		if (two.at == two.end)
			return kind == isdigit ? 1 : -1;
		if (kind == isdigit)
			sign = compare_digits(
			    one.at, (size_t)(one.end - one.at), two.at, (size_t)(two.end - two.at));
		else
			sign = compare_bytes(
			    one.at, (size_t)(one.end - one.at), two.at, (size_t)(two.end - two.at));
		if (sign)
			return sign;
	}
	if (a.at == a.end && b.at == b.end)
		return 0;
	if (a.at == a.end)
		return is_in(b.at, b, isalpha) ? 1 : -1;
	return is_in(a.at, a, isalpha) ? -1 : 1;
}

bool compare_alpm(const char *a, const char *b, int *sign)
{
	struct evr va, vb;

	if (!read_evr(a, &va) || !read_evr(b, &vb))
		return false;
	*sign = compare_digits(va.epoch.at, (size_t)(va.epoch.end - va.epoch.at), vb.epoch.at,
	    (size_t)(vb.epoch.end - vb.epoch.at));
	if (!*sign)
		*sign = compare_parts(va.version, vb.version);
	if (!*sign)
		*sign = compare_parts(va.release, vb.release);
	return true;
}
