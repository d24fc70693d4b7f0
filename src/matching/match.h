/*
 * match - a component met by a range of an advisory: how sure, and by which comparison.
 *
 * purl meets purl on type, namespace, name and distribution; CPE meets CPE by NISTIR 7696 on part, vendor,
 * product and the attributes behind the version, by range on the version.
 */
#pragma once
#include "matching/range.h"
#include "matching/reach.h"

/* How sure; letters as people see them. */
enum tier {
	TIER_A = 'A', /* exact package and version */
	TIER_B = 'B', /* exact CPE with version */
	TIER_C = 'C', /* through an alias */
	TIER_D = 'D', /* version (or update) not confirmed */
	TIER_E = 'E'  /* the name alone: only hints are that, see hint.h */
};

struct match {
	size_t component;		 /* index in the list that was matched */
	const struct identity *identity; /* the one that met the range: that of reach */
	const struct reach *reach;	 /* how the component comes to it */
	struct range range;		 /* its texts are copied into the arena */
	enum tier tier;
	struct str unconfirmed; /* what could not be confirmed, in words; empty if nothing */
	bool outside;		/* the version is not in the range: match_outside() */
};

struct match_list {
	struct match *matches;
	size_t count, room;
};

/* Adds every range of the packed package that what is reached meets; it is pointed to. Texts go to the arena.
 * ERR_STORE on damage. */
MUST_CHECK bool match_reach(size_t component, const struct reach *reach, struct str packed,
    struct arena *arena, struct match_list *out, struct err *e);
/* The word of a package's own records against that of others: adds the affected ranges of the package that do
 * not hold the version, as fixed where it is past them and else as unaffected. Nothing unless the component
 * itself names the package (reach_has_own_records()), a version and, of a distribution, the release. */
MUST_CHECK bool match_outside(size_t component, const struct reach *reach, struct str packed,
    struct arena *arena, struct match_list *out, struct err *e);
void match_list_free(struct match_list *l);

enum meeting { MEETS_NOT, MEETS_UNCONFIRMED, MEETS };

/* Does the version and the qualifier of the identity meet the range of the same package? unconfirmed may be
 * NULL. */
enum meeting match_meets(
    const struct identity *identity, const struct range *r, struct arena *arena, struct str *unconfirmed);

/* The same for an identity that is held against many ranges: the keys of its version are made once, in the
 * arena, which lives as long as what is sought. */
struct sought;
struct sought *match_seek(const struct identity *identity, struct arena *arena);
enum meeting match_sought_meets(
    const struct identity *identity, struct sought *sought, const struct range *r, struct arena *arena);

/* "cpe o:amazon:freertos, 10.0.1 < 10.4.3 by scheme generic"; in the arena. */
struct str match_words(const struct match *m, struct arena *arena);
