/*
 * reach - the packages whose ranges a component is held against: those it names, and those its names lead to
 * through an alias.
 */
#pragma once
#include "inventory/component.h"
#include "matching/alias.h"

struct reach {
	struct identity identity; /* as if the component named that package */
	struct str through;	  /* words of the alias; empty where the component names the package itself */
	struct str packaged;  /* the distribution's version, where identity.version is the upstream's in it */
	struct str tag;	      /* of the repository, where identity.version is the version in it */
	bool unread;	      /* the version is a tag, branch or commit of which no version can be told */
	bool by_language;     /* only for records about what is written for the package's language */
	bool rebuilt;	      /* the package that the component's is a rebuild of (rebuild.h) */
	struct str ecosystem; /* type of the component's package URL ("nuget"); empty: not known */
};

/* Is it the package of a distribution that the component itself names? */
bool reach_is_of_distribution(const struct reach *reach);
/* Is it a package that the component itself names, of a distribution or an ecosystem whose own records speak
 * of it? What those leave out is a word, too: match_outside(). */
bool reach_has_own_records(const struct reach *reach);

/* Packages that can be looked up, none twice, what the component names itself before what an alias leads to;
 * in the arena. own may be NULL. */
size_t reach_of(
    const struct component *c, const struct alias_book *own, struct arena *arena, struct reach **out);
