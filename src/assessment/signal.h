/*
 * signal - information that points to a vulnerability, from wherever it comes: a complaint, a researcher, an
 * ISAO, a finding (PMG IV.I, V.B).
 *
 * A signal is its entries, which are only ever added. struct signal is what they come to.
 */
#pragma once
#include <stdint.h>

#include "base/arena.h"
#include "base/time.h"

struct signal_kind {
	const char *name; /* "researcher_report" */
	bool reported;	  /* by somebody who is told of the receipt */
};

/* Ended by a row without a name. */
extern const struct signal_kind signal_kinds[];
const struct signal_kind *signal_kind_find(struct str name);

/* What a further entry of a kind does. */
enum signal_further {
	SIGNAL_ADDS,	/* says something of its own */
	SIGNAL_AMENDS,	/* stands in for the one before, and keeps the keys it does not give anew */
	SIGNAL_REPLACES /* stands in for it whole */
};

struct signal_entry_kind {
	const char *name;     /* "triage" */
	const char *in_trail; /* "signal.triage" */
	enum signal_further further;
	const char *keys; /* of its content, as whoever enters it gives it */
};

/* Ended by a row without a name. */
extern const struct signal_entry_kind signal_entry_kinds[];
const struct signal_entry_kind *signal_entry_kind_find(struct str name);

struct signal_entry {
	int64_t id, signal_id;
	struct str kind;
	struct str content; /* JSON object */
	struct instant at;
	struct str who;
};

enum signal_state {
	SIGNAL_NEW, /* nobody has looked at it, or what was decided is taken back */
	SIGNAL_ACCEPTED,
	SIGNAL_DUPLICATE,
	SIGNAL_NOT_OURS, /* it is about nothing of ours */
	SIGNAL_FALSE,	 /* it points to no vulnerability */
	SIGNAL_STATE_COUNT
};

const char *signal_state_word(enum signal_state state);
/* SIGNAL_STATE_COUNT where it is none. */
enum signal_state signal_state_find(struct str word);

/* Is it a label of TLP 2.0 (FIRST), without the prefix and in lower case: clear, green, amber, amber+strict,
 * red? */
bool signal_tlp_is(struct str word);
/* The stricter, the higher; 0 where it is none. */
int signal_tlp_rank(struct str word);

struct signal_device {
	int64_t id;
	struct str name; /* when it was written */
};

struct signal {
	int64_t id;
	struct instant recorded_at;
	struct str recorded_by;
	const struct signal_kind *kind;
	struct str received; /* as it was written: an instant with its offset, or a day */
	struct instant received_at;
	struct date received_on; /* in the firm's time zone */
	struct str received_by, source, summary, reference, tlp;
	struct str vulnerability; /* the CVE id that was assigned, where nobody states one */
	struct str stated;	  /* the vulnerability as it was received */
	struct str assigned;	  /* the CVE id; empty: none, or not yet */
	struct signal_device *devices;
	size_t device_count;
	bool has_contact;

	enum signal_state state;
	struct str reason;	   /* why it is so */
	int64_t duplicate_of;	   /* 0: of none */
	struct date triaged_on;	   /* DATE_NONE while it is new */
	struct date applicable_on; /* when it was confirmed to apply to a device; may be DATE_NONE */

	struct date acknowledged_on; /* DATE_NONE: not yet */
	bool acknowledgement_waived; /* there is nobody who could be told */
	struct instant embargo_until;
	struct str embargo;    /* as it was written, with its offset */
	int64_t mdr_rationale; /* the entry that says why it is not reportable, as it stands; 0: none */
	int64_t *casefiles;    /* in the order they were linked */
	size_t casefile_count;
};

/* "signal 7": what the audit trail and signatures call it. In the arena. */
struct str signal_subject(int64_t id, struct arena *arena);

/* Is there somebody whom the receipt is to be acknowledged to? */
bool signal_wants_acknowledgement(const struct signal *s);
/* Is it still owed? Not to who reported what turned out to be a duplicate any less than to the others. */
bool signal_owes_acknowledgement(const struct signal *s);
/* May its content not be told outside yet? */
bool signal_is_under_embargo(const struct signal *s, struct instant now);
bool signal_has_casefile(const struct signal *s, int64_t casefile_id);

/* Their texts, and all else that they point to, are the arena's from then on. */
void signal_keep(struct signal *s, struct arena *arena);
void signal_entry_keep(struct signal_entry *entry, struct arena *arena);
