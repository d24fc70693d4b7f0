/*
 * advisory - one record of one source about a vulnerability, in one form for all feeds.
 *
 * An advisory lives for the call of the sink that takes it: all texts and arrays are in the reader's record
 * arena. Ranges are version texts with their scheme; keys are made by who stores or matches them.
 */
#pragma once
#include <stdint.h>

#include "base/arena.h"
#include "base/crypto.h"
#include "base/err.h"
#include "base/str.h"
#include "base/time.h"
#include "identity/version_key.h"

enum advisory_state {
	ADVISORY_ACTIVE,
	ADVISORY_WITHDRAWN /* rejected or withdrawn by its source: kept, never matched as affected */
};

/* Stored in databases: values never change. */
enum package_kind {
	PACKAGE_CPE = 1,  /* "o:amazon:freertos" */
	PACKAGE_PURL = 2, /* "npm/@scope/name", "deb/debian/openssl" */
	PACKAGE_NAME =
	    3, /* "vendor:product" in lower case, for records that have no identifier (CVE 5, CSAF) */
	PACKAGE_GIT = 4 /* "github.com/user/project": a repository, as repository_read() names it */
};

enum affected_status {
	STATUS_AFFECTED,
	STATUS_UNAFFECTED, /* said by the record to be not affected, within a wider affected range */
	STATUS_FIXED,
	STATUS_UNDER_INVESTIGATION
};

/*
 * Versions of one package that the record speaks of: from low to high.
 *
 * Of a repository (PACKAGE_GIT), rows of scheme literal are about commits, all others about versions and
 * tags. Commits have no order without the repository. A row with bounds is one commit: one that is affected
 * (it brought the flaw, or is the last with it) or the one with the fix; any other commit it says nothing
 * about.
 *
 * A row of scheme literal without bounds says that some versions (of a repository: some commits between) are
 * affected, and that nothing in the record tells which in words that can be compared. It is met unconfirmed,
 * unless another row takes the version out.
 */
struct affected {
	enum package_kind kind;
	struct str package;
	/* CPE: "update:edition:language:sw_edition:target_sw:target_hw:other", empty when all are ANY. purl:
	 * the distro
	 * ("debian-12"), empty when the record names none. */
	struct str qualifier;
	enum affected_status status;
	enum version_scheme scheme;
	struct str low, high;		    /* empty: no bound on that side */
	bool low_inclusive, high_inclusive; /* one version alone: low = high, both inclusive */
	bool not_applicable; /* CPE version "-": the product has no version; matches only the same */
	struct str fixed;    /* the version with the fix, where the record names it; may be empty */
	int16_t config;	     /* index of the configuration it is a vulnerable leg of; -1: none */
};

/* A configuration: "this, running on that". Nodes stand in pre-order; a node's children follow it and end
 * after span nodes (its own included). */
enum config_operator { CONFIG_LEAF, CONFIG_AND, CONFIG_OR };

struct config_node {
	enum config_operator op;
	bool negate;
	bool vulnerable;      /* leaf: says whether this leg is the vulnerable one */
	uint32_t span;	      /* 1 for a leaf */
	struct affected leaf; /* leaf: what must be in the release; kind PACKAGE_CPE */
};

struct config {
	struct config_node *nodes;
	size_t count;
};

struct score {
	struct str source;  /* who scored: "nvd", the CNA's name, "cisa-adp" */
	struct str version; /* "2.0", "3.0", "3.1", "4.0" */
	struct str vector;  /* as written */
	int tenths;	    /* base score as the source states it; -1 if it states none */
};

struct advisory {
	struct str source; /* "nvd", "nvd-supplement", "cve", "cve-adp", "osv:ghsa", "csaf:cisa" */
	struct str
	    id; /* the source's own id of this record; for CSAF tracking id, "/" and vulnerability id */
	enum advisory_state state;
	struct instant published, modified, withdrawn; /* INSTANT_NONE where not stated */
	struct str revision;			       /* CSAF tracking version; empty elsewhere */
	struct str summary;			       /* a line or paragraph for people; may be empty */
	struct str *aliases; /* other ids of the same vulnerability, CVE ids among them; never id itself */
	size_t alias_count;
	struct score *scores;
	size_t score_count;
	struct affected *affected;
	size_t affected_count;
	struct config *configs;
	size_t config_count;
	struct str raw;	      /* the record's own bytes; the digest of an advisory is made from them */
	struct sha256 digest; /* of raw; made on the way into the store */
	bool raw_shared; /* another advisory of the same record carries the same bytes: keep them once, there
			  */
};

/* A copy that lives as long as the arena. */
struct advisory advisory_copy(const struct advisory *a, struct arena *arena);

/* Who says that a vulnerability is exploited. Stored in databases: values never change. */
enum exploit_list {
	EXPLOIT_KEV = 0,    /* CISA's catalogue of known exploited vulnerabilities */
	EXPLOIT_KEV_EU = 1, /* the list of the EU CSIRTs network and ENISA */
	EXPLOIT_LIST_COUNT
};

/* As a source: "kev", "kev-eu". */
struct str exploit_list_name(enum exploit_list list);

/* One entry of such a list. */
struct kev_entry {
	enum exploit_list list;
	struct str cve;
	struct date added, due; /* DATE_NONE where not stated */
	bool ransomware;	/* knownRansomwareCampaignUse is "Known" */
	struct str name;
};

/* EPSS, one line; millionths. */
struct epss_entry {
	struct str cve;
	int64_t score, percentile;
};

struct lifecycle;

/* Where a feed's content goes. Each function copies what it keeps; false with *e set stops the import. */
struct advisory_sink {
	void *ctx;
	bool (*advisory)(void *ctx, const struct advisory *a, struct err *e);
	bool (*kev)(void *ctx, const struct kev_entry *k, struct err *e);
	bool (*epss)(void *ctx, const struct epss_entry *p, struct err *e);
	/* A bad record was passed over: why, with its place. The sink counts. */
	bool (*skipped)(void *ctx, const struct err *why, struct err *e);
	/* KEV, EPSS: date or instant of the whole list, once, before its entries; text as written. May be
	 * NULL. */
	bool (*list_date)(void *ctx, struct str source, struct instant date, struct err *e);
	/* A product of a table of life cycles (sources/lifecycle.h). NULL: nobody asks. */
	bool (*lifecycle)(void *ctx, const struct lifecycle *l, struct err *e);
};
