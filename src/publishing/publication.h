/*
 * publication - what a manufacturer says to everybody of one vulnerability in one device, before any format:
 * made of a casefile.
 *
 * It says what was decided and what the records tell that are written for others; docs/man/advisory.md has
 * the list. No hazard, no assessment, no contact and no reason for the file goes into it. Equal inputs make
 * equal publications: instants and numbers are given.
 */
#pragma once
#include "publishing/vex_document.h"
#include "reports/casefile_report.h"
#include "reports/firm_profile.h"

enum publication_profile { PUBLICATION_SECURITY_ADVISORY, PUBLICATION_VEX, PUBLICATION_PROFILE_COUNT };
enum publication_status {
	PUBLICATION_DRAFT,
	PUBLICATION_INTERIM,
	PUBLICATION_FINAL,
	PUBLICATION_STATUS_COUNT
};

/* "security_advisory", "vex"; "draft", "interim", "final" */
const char *publication_profile_word(enum publication_profile profile);
const char *publication_status_word(enum publication_status status);

/* A release of the device, or the device where it has none. */
struct publication_product {
	int64_t release; /* its number; 0: the device */
	struct str version;
	enum statement_status status;
	enum statement_justification justification;
	struct str impact; /* why it is not affected, where no justification says so */
	struct str action; /* what to do; may be empty */
	bool first_fixed, recommended;
};

struct publication_remedy {
	enum vex_remedy kind;
	struct str details;
	struct date on;		    /* DATE_NONE: not stated */
	const struct str *versions; /* of the products that it is for */
	size_t version_count;	    /* 0: for all that are affected */
};

struct publication_note {
	struct str category; /* of CSAF: "summary", "general" */
	struct str title;    /* may be empty */
	struct str text;
};

struct publication_credit {
	struct str name; /* empty: of nobody by name */
	struct str summary;
};

struct publication_reference {
	bool self;
	struct str summary, url;
};

/* An issue: what the records "advisory" of a casefile keep. */
struct publication_revision {
	int64_t casefile;
	struct str id; /* the tracking id: the same for all of a casefile */
	int64_t number;
	struct instant at;
	struct str summary;
};

struct publication {
	enum publication_profile profile;
	enum publication_status status;
	struct str title, lang, tlp; /* tlp: "CLEAR", "AMBER+STRICT" */
	struct firm_profile firm;
	struct str id;
	struct str *other_ids; /* that the document goes by elsewhere */
	size_t other_id_count;
	struct publication_revision *revisions; /* the last is this one */
	size_t revision_count;
	struct device_profile device;
	struct publication_product *products;
	size_t product_count;

	struct str vulnerability;
	struct str *aliases; /* the last of them the firm's own */
	size_t alias_count, own_alias_count;
	int64_t cwe;	     /* 0: not stated */
	struct str *vectors; /* CVSS, of base metrics alone; at most one a version */
	size_t vector_count;
	bool exploited;			     /* known to be */
	struct publication_remedy *remedies; /* of products that are affected */
	size_t remedy_count;
	struct publication_note *notes; /* of the vulnerability */
	size_t note_count;
	struct publication_credit *credits;
	size_t credit_count;
	struct publication_reference *references;
	size_t reference_count;
};

/* Is it affected, or may it be: does a remedy concern it? */
bool publication_is_open(const struct publication_product *p);
/* Is the remedy for this one? */
bool publication_remedy_is_for(const struct publication_remedy *r, const struct publication_product *p);

/* What a person said for an issue, option by option; the next one keeps what is not said anew. */
struct publication_said {
	const char *key; /* "first_fixed"; kept as "said_first_fixed" */
	struct str *texts;
	size_t count;
};

/* What is given besides the casefile. Lists are borrowed. */
struct publication_request {
	const struct publication_said *said; /* what the following was read from */
	size_t said_count;
	enum publication_profile profile;
	enum publication_status status;
	struct str title, summary, revision, lang, tlp; /* empty: made, or the usual */
	int64_t cwe;
	struct str *other_ids;
	size_t other_id_count;
	struct publication_note *notes; /* besides those of the casefile */
	size_t note_count;
	struct publication_reference *references;
	size_t reference_count;
	/* Versions of releases whose status is stated here, and not by findings. */
	struct str *fixed, *affected, *not_affected, *investigated;
	size_t fixed_count, affected_count, not_affected_count, investigated_count;
	struct str justification; /* of those that are not affected */
	struct str first_fixed, recommended;
	struct instant at;
};

/* What the store knows, read in one state. */
struct publication_facts {
	const struct casefile_report *casefile;
	struct device_profile device;
	struct firm_profile firm;
	struct publication_product *products; /* releases of which something can be said */
	size_t product_count;
	struct publication_credit *credits;
	size_t credit_count;
	struct publication_revision *issued; /* of all casefiles, in the order they were issued */
	size_t issued_count;
	struct report_fields last; /* of the last issue of this casefile; none: this is the first */
	/* of the vulnerability, by the records of feeds; the last aliases are those of the firm itself, under
	 * which the casefile was filed before */
	struct str *aliases;
	size_t alias_count, own_alias_count;
	struct str *vectors; /* the one that counts first */
	size_t vector_count;
	struct str components; /* "openssl 1.1.1k", in which it was found; empty: in none */
	bool exploited;
};

/* ERR_INPUT where the request names what is not there, ERR_CONFLICT where nothing can be said of any product
 * or the manufacturer has not stated its name and namespace. In the arena; facts and request are borrowed. */
MUST_CHECK bool publication_make(const struct publication_facts *facts,
    const struct publication_request *request, struct arena *arena, struct publication *out, struct err *e);
