#include "matching/range.h"

#include <assert.h>

#include "limits.h"

/* The key of text, in the arena; false if the scheme cannot read it. */
static bool make_key(enum version_scheme scheme, struct str text, struct arena *arena, struct str *key)
{
	struct err unread;

	return version_key_in(arena, scheme, str_first(text, LIMIT_VERSION_BYTES), key, &unread);
}

static bool make_keys(struct range *r, struct arena *arena)
{
	if (r->has_low && !make_key(r->scheme, r->low, arena, &r->low_key))
		return false;
	if (r->has_low && r->has_high && str_eq(r->low, r->high)) {
		r->high_key = r->low_key;
		return true;
	}
	return !r->has_high || make_key(r->scheme, r->high, arena, &r->high_key);
}

struct range range_of(const struct affected *a, int64_t advisory_id, struct arena *arena)
{
	struct range r = {
		.advisory_id = advisory_id,
		.status = a->status,
		.scheme = a->scheme,
		.has_low = a->low.len > 0,
		.has_high = a->high.len > 0,
		.low_inclusive = a->low_inclusive,
		.high_inclusive = a->high_inclusive,
		.not_applicable = a->not_applicable,
		.low = a->low,
		.high = a->high,
		.qualifier = a->qualifier,
		.fixed = a->fixed,
		.config = a->config,
	};

	if (!make_keys(&r, arena)) {
		r.scheme = VERSION_GENERIC;
		if (!make_keys(&r, arena))
			assert(false && "generic reads every text");
	}
	return r;
}

bool range_holds(const struct range *r, struct str key)
{
	if (r->has_low) {
		int sign = str_cmp(r->low_key, key);

		if (sign > 0 || (sign == 0 && !r->low_inclusive))
			return false;
	}
	if (r->has_high) {
		int sign = str_cmp(key, r->high_key);

		if (sign > 0 || (sign == 0 && !r->high_inclusive))
			return false;
	}
	return true;
}

bool range_holds_text(const struct range *r, struct str version, struct arena *arena)
{
	struct range generic = *r;
	struct str key;

	generic.scheme = VERSION_GENERIC;
	return make_key(VERSION_GENERIC, version, arena, &key) && make_keys(&generic, arena) &&
	       range_holds(&generic, key);
}

static int compare_flags(const struct range *a, const struct range *b)
{
	const int left[] = { a->has_low, a->has_high, a->low_inclusive, a->high_inclusive, a->not_applicable,
		(int)a->status, a->config };
	const int right[] = { b->has_low, b->has_high, b->low_inclusive, b->high_inclusive, b->not_applicable,
		(int)b->status, b->config };

	for (size_t i = 0; i < COUNT(left); i++)
		if (left[i] != right[i])
			return left[i] < right[i] ? -1 : 1;
	return 0;
}

int range_compare(const struct range *a, const struct range *b)
{
	int sign = (a->scheme > b->scheme) - (a->scheme < b->scheme);

	if (!sign)
		sign = str_cmp(a->low_key, b->low_key);
	if (!sign)
		sign = (a->advisory_id > b->advisory_id) - (a->advisory_id < b->advisory_id);
	if (!sign)
		sign = str_cmp(a->high_key, b->high_key);
	if (!sign)
		sign = compare_flags(a, b);
	if (!sign)
		sign = str_cmp(a->low, b->low);
	if (!sign)
		sign = str_cmp(a->high, b->high);
	if (!sign)
		sign = str_cmp(a->qualifier, b->qualifier);
	return sign ? sign : str_cmp(a->fixed, b->fixed);
}

static struct str join_words(struct arena *arena, const struct str *words, size_t count)
{
	struct str shown[5];

	for (size_t i = 0; i < count; i++)
		shown[i] = str_shown(words[i]);
	return arena_join_all(arena, shown, count);
}

struct str range_words(const struct range *r, struct str version, struct arena *arena)
{
	struct str low_sign = r->low_inclusive ? STR(" <= ") : STR(" < ");
	struct str high_sign = r->high_inclusive ? STR(" <= ") : STR(" < ");
	struct str middle = version.len ? version : STR("(version not stated)");

	if (r->not_applicable)
		return join_words(arena, (struct str[]){ middle, STR(" = -") }, 2);
	if (!r->has_low && !r->has_high) {
		struct str many = r->scheme == VERSION_LITERAL ? STR("some") : STR("all");

		return version.len ? join_words(arena,
					 (struct str[]){ middle, STR(" of "), many, STR(" versions") }, 4)
				   : join_words(arena, (struct str[]){ many, STR(" versions") }, 2);
	}
	if (!r->has_low)
		return join_words(arena, (struct str[]){ middle, high_sign, r->high }, 3);
	if (!r->has_high)
		return join_words(arena, (struct str[]){ r->low, low_sign, middle }, 3);
	if (str_eq(r->low, r->high))
		return join_words(arena, (struct str[]){ middle, STR(" = "), r->low }, 3);
	return join_words(arena, (struct str[]){ r->low, low_sign, middle, high_sign, r->high }, 5);
}
