/*
 * finding - what the matches of one release come to: one finding for each component and vulnerability.
 *
 * Several sources may speak of one vulnerability: the one that stands nearest to the component decides, the
 * others stay visible. Derived data: made again from the same advisories and components it is the same, byte
 * for byte.
 */
#pragma once
#include "matching/match.h"
#include "matching/platform.h"

/* What must be known of an advisory here. */
struct advisory_head {
	int64_t id;
	struct str source, name;
	enum advisory_state state;
};

/* One match as it bears on one vulnerability. */
struct candidate {
	int64_t vulnerability_id;
	const struct match *match;
	const struct advisory_head *advisory;
	enum platform_answer platform; /* YES where the advisory has no configuration */
	bool taken_out; /* found by findings_make: the advisory itself excepts this version; or, where it
			 * leaves the version out, it is not heard */
	int rank;	/* found there too: how near the source stands to this component */
};

enum finding_state {
	FINDING_AFFECTED,
	FINDING_PLATFORM_NOT_IN_SBOM,
	FINDING_WITHDRAWN,
	FINDING_NOT_AFFECTED,
	FINDING_FIXED,
	FINDING_UNDER_INVESTIGATION,
	FINDING_STATE_COUNT
};

#define FINDING_TEXTS_MOST 32 /* comparisons shown; nobody reads more */

/* What a source says that does not decide. */
struct finding_other {
	enum finding_state state;
	enum tier tier;
	struct str why; /* "nvd CVE-2021-3712: cpe a:openssl:openssl, ..." */
};

struct finding {
	size_t component;
	int64_t vulnerability_id;
	enum finding_state state;
	enum tier tier;
	struct str source;
	struct str
	    *trace; /* "nvd CVE-2021-31571: cpe o:amazon:freertos, 10.0.1 < 10.4.3 by scheme generic" */
	size_t trace_count;	      /* FINDING_TEXTS_MOST at most, like the others */
	struct str *other_sources;    /* by name, none twice, without source */
	struct finding_other *others; /* in the order of other_sources */
	size_t other_count;
	struct str *fixed_in;
	size_t fixed_count;
};

/* Sorts candidates; findings come by component, then vulnerability id. The array is free()d by the caller,
 * what it points to is in the arena. A finding that no source holds for (false platform, versions said to be
 * unaffected) is left out. */
void findings_make(
    struct candidate *candidates, size_t count, struct arena *arena, struct finding **out, size_t *out_count);

/* The state and tier alone that the candidates of one component and one vulnerability, which it sorts, come
 * to; no text is asked for, so the names of the advisories may be left out. False where there is no finding.
 */
bool finding_weigh(struct candidate *group, size_t count, enum finding_state *state, enum tier *tier);

/* Lower is stronger: who is affected must be heard before who is said not to be. */
int finding_strength(enum finding_state state);
const char *finding_state_name(enum finding_state state);

/* How near a source stands to the component: 0 is nearest. Supplier CSAF, distribution, ecosystem, CNA, NVD.
 */
int source_rank(struct str source);
