/*
 * Python versions: read by the regular expression of PEP 440, appendix B; compared part by part as the
 * section on the summary of permitted suffixes and relative ordering tells.
 */
#include "identity/version_compare.h"

#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum group {
	EPOCH = 2,
	RELEASE = 3,
	PRE = 5,
	PRE_WORD = 6,
	PRE_NUMBER = 7,
	POST = 8,
	POST_IMPLICIT = 10,
	POST_NUMBER = 13,
	DEV = 14,
	DEV_NUMBER = 15,
	LOCAL = 17,
	GROUPS = 19
};

static const char pattern[] = "^v?(([0-9]+)!)?([0-9]+(\\.[0-9]+)*)"
			      "([-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?([0-9]*))?"
			      "((-([0-9]+))|([-_.]?(post|rev|r)[-_.]?([0-9]*)))?"
			      "([-_.]?dev[-_.]?([0-9]*))?"
			      "(\\+([a-z0-9]+([-_.][a-z0-9]+)*))?$";

struct pep440 {
	char text[VERSION_COMPARE_BYTES];
	regmatch_t at[GROUPS];
};

static bool has(const struct pep440 *v, enum group g)
{
	return v->at[g].rm_so >= 0;
}

static bool read_pep440(const char *text, struct pep440 *v)
{
	static regex_t re;
	static bool compiled;
	size_t len;

	text += strspn(text, " \t\r\n");
	len = strlen(text);
	while (len && strchr(" \t\r\n", text[len - 1]))
		len--;
	if (len >= sizeof(v->text))
		return false;
	snprintf(v->text, sizeof(v->text), "%.*s", (int)len, text);
	if (!compiled && regcomp(&re, pattern, REG_EXTENDED | REG_ICASE) != 0)
		abort();
	compiled = true;
	return regexec(&re, v->text, GROUPS, v->at, 0) == 0;
}

static int compare_numbers(const struct pep440 *a, const struct pep440 *b, enum group g)
{
	return compare_digits(a->text + (has(a, g) ? a->at[g].rm_so : 0),
	    has(a, g) ? (size_t)(a->at[g].rm_eo - a->at[g].rm_so) : 0,
	    b->text + (has(b, g) ? b->at[g].rm_so : 0),
	    has(b, g) ? (size_t)(b->at[g].rm_eo - b->at[g].rm_so) : 0);
}

/* "padded out with zeros as necessary" */
static int compare_releases(const struct pep440 *a, const struct pep440 *b)
{
	const char *pa = a->text + a->at[RELEASE].rm_so, *pb = b->text + b->at[RELEASE].rm_so;
	const char *end_a = a->text + a->at[RELEASE].rm_eo, *end_b = b->text + b->at[RELEASE].rm_eo;

	while (pa < end_a || pb < end_b) {
		size_t la = pa < end_a ? strspn(pa, "0123456789") : 0;
		size_t lb = pb < end_b ? strspn(pb, "0123456789") : 0;
		int sign = compare_digits(pa, la, pb, lb);

		if (sign)
			return sign;
		pa += pa < end_a ? la + (pa + la < end_a) : 0;
		pb += pb < end_b ? lb + (pb + lb < end_b) : 0;
	}
	return 0;
}

/* A final release is newer than its pre-releases, and those than a development release of nothing else. */
static int stage(const struct pep440 *v)
{
	if (!has(v, PRE))
		return has(v, DEV) && !has(v, POST) ? 0 : 4;
	switch (v->text[v->at[PRE_WORD].rm_so]) {
	case 'a':
	case 'A':
		return 1;
	case 'b':
	case 'B':
		return 2;
	default:
		return 3;
	}
}

static int compare_posts(const struct pep440 *a, const struct pep440 *b)
{
	enum group ga = has(a, POST_IMPLICIT) ? POST_IMPLICIT : POST_NUMBER;
	enum group gb = has(b, POST_IMPLICIT) ? POST_IMPLICIT : POST_NUMBER;

	if (has(a, POST) != has(b, POST))
		return has(a, POST) ? 1 : -1;
	if (!has(a, POST))
		return 0;
	return compare_digits(a->text + a->at[ga].rm_so, (size_t)(a->at[ga].rm_eo - a->at[ga].rm_so),
	    b->text + b->at[gb].rm_so, (size_t)(b->at[gb].rm_eo - b->at[gb].rm_so));
}

static int compare_local_parts(const char *a, size_t a_len, const char *b, size_t b_len)
{
	bool a_number = strspn(a, "0123456789") >= a_len, b_number = strspn(b, "0123456789") >= b_len;
	int sign;

	if (a_number && b_number)
		return compare_digits(a, a_len, b, b_len);
	if (a_number != b_number)
		return a_number ? 1 : -1;
	sign = strncasecmp(a, b, a_len < b_len ? a_len : b_len);
	return sign ? compare_sign(sign) : compare_sign((long)a_len - (long)b_len);
}

static int compare_locals(const struct pep440 *a, const struct pep440 *b)
{
	const char *pa, *pb;

	if (!has(a, LOCAL) || !has(b, LOCAL))
		return has(a, LOCAL) - has(b, LOCAL);
	pa = a->text + a->at[LOCAL].rm_so;
	pb = b->text + b->at[LOCAL].rm_so;
	for (;;) {
		size_t la = strcspn(pa, "-_."), lb = strcspn(pb, "-_.");
		int sign = compare_local_parts(pa, la, pb, lb);

		if (sign)
			return sign;
		pa += la;
		pb += lb;
		if (!*pa || !*pb)
			return (*pa != 0) - (*pb != 0);
		pa++;
		pb++;
	}
}

bool compare_pep440(const char *a, const char *b, int *sign)
{
	struct pep440 va, vb;

	if (!read_pep440(a, &va) || !read_pep440(b, &vb))
		return false;
	*sign = compare_numbers(&va, &vb, EPOCH);
	if (*sign == 0)
		*sign = compare_releases(&va, &vb);
	if (*sign == 0)
		*sign = compare_sign(stage(&va) - stage(&vb));
	if (*sign == 0)
		*sign = compare_numbers(&va, &vb, PRE_NUMBER);
	if (*sign == 0)
		*sign = compare_posts(&va, &vb);
	if (*sign == 0 && has(&va, DEV) != has(&vb, DEV))
		*sign = has(&va, DEV) ? -1 : 1;
	if (*sign == 0)
		*sign = compare_numbers(&va, &vb, DEV_NUMBER);
	if (*sign == 0)
		*sign = compare_locals(&va, &vb);
	return true;
}
