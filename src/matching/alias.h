/*
 * alias - packages that are one product under several names: a deb package and the CPE name of its upstream,
 * a CPE name under a vendor that was bought, the plain name that a CVE record gives.
 *
 * Two kinds of rules say so: those shipped (aliases.txt), and those the manufacturer has taught. They are
 * applied when something is looked up and rewrite nothing, so a rule that comes or goes holds at once, and in
 * both directions: what does a component reach, and who reaches a package. What an alias finds is tier C.
 *
 * Where shipped rules lead: from any name to CPE names and plain names, and from those to packages of an
 * ecosystem (npm, Maven). Never from one package URL to another, and never to a package of a distribution:
 * its versions are its own. A CPE name reaches the plain name of the same words without a rule.
 */
#pragma once
#include "base/arena.h"
#include "sources/advisory.h"

struct alias_name {
	enum package_kind kind;
	struct str
	    package; /* as in struct identity; "deb/<star>/openssl" is the package of any distribution */
};

/* A rule that the manufacturer has taught, ready to look up: it stands twice, once from either side. */
struct alias_link {
	struct alias_name from, to;
	int64_t number; /* of the rule */
};

struct alias_book {
	struct alias_link *links; /* in the order of alias_book_sort() */
	size_t count;
};

struct alias {
	struct alias_name name;
	struct str through; /* "alias deb/debian/openssl = cpe a:openssl:openssl, shipped" */
};

void alias_book_sort(struct alias_book *book);

/* The packages that whoever names from reaches, from itself not among them, none twice; in the arena. own may
 * be NULL. */
size_t alias_reach(
    const struct alias_book *own, struct alias_name from, struct arena *arena, struct alias **out);
/* The other way: the names through which to is reached. Those of any distribution come with their star, as
 * alias_any_distribution() writes them. */
size_t alias_reached_from(
    const struct alias_book *own, struct alias_name to, struct arena *arena, struct alias **out);

/* "deb/<star>/openssl" of deb/debian/openssl; empty where the package is not of a distribution. In the arena.
 */
struct str alias_any_distribution(struct alias_name name, struct arena *arena);
/* The name under which a component that has a package is found by rules beside the package's own: with the
 * star, else in lower case; empty where that is the same. Stores keep it, so that the other way leads back.
 */
struct str alias_posted_as(struct alias_name name, struct arena *arena);
/* deb, rpm and apk: packages whose versions and fixes are the distribution's own. */
bool alias_is_of_distribution(struct alias_name name);

/* "cpe a:openssl:openssl", "deb/debian/openssl", "name openssl:openssl"; in the arena. */
struct str alias_words(struct alias_name name, struct arena *arena);

/* The shipped rules, for those who list them. */
size_t alias_shipped_count(void);
/* The names of one, in the order of the table, at most room; how many, and why they are one. */
size_t alias_shipped(size_t rule, struct alias_name *names, size_t room, const char **why);
