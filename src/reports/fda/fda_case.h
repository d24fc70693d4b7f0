/*
 * fda_case - what the reports to FDA are made from: a casefile with its device, its manufacturer, the units
 * in the field, who has them, what people wrote of single items, and the reports made before.
 */
#pragma once
#include "inventory/device.h"
#include "inventory/lot.h"
#include "reports/casefile_report.h"
#include "reports/consignee_report.h"
#include "reports/document/document.h"
#include "reports/fda/mdr_numbers.h"
#include "reports/firm_profile.h"

#define FDA_ITEMS 12 /* of 21 CFR 806.10(c); the 13th says why one is missing */

/* What a person wrote of an item, the records "report_item" that stand. */
struct fda_item {
	int64_t number;	      /* 1 to FDA_ITEMS */
	int64_t record;	      /* that says it */
	struct str text;      /* what is said there besides what the file says */
	struct str reason;    /* why it is not immediately available */
	struct str submit_on; /* and when it will be submitted */
};

enum fda_release_state { FDA_RELEASE_AFFECTED, FDA_RELEASE_NOT_TOLD, FDA_RELEASE_NOT_AFFECTED };

struct fda_release {
	struct release release;
	enum fda_release_state state;
	bool came_with_fix; /* where it is not known whether it is affected */
};

/* Of a lot, or of serial numbers without one, that shipments alone tell. */
struct fda_shipped_lot {
	const struct shipment *shipment; /* one of them */
	struct str release;
	int64_t units; /* shipped */
};
struct fda_shipped_lots {
	struct fda_shipped_lot *items;
	size_t count, room;
	int64_t unnamed; /* units shipped of which nothing tells a lot or serial number */
};

/* A report that was issued: the records "report". */
struct fda_issued {
	int64_t casefile, record;
	struct str kind;   /* "806", "806-amendment" */
	struct str number; /* "1234567-2/5/26-001-C" */
	struct date made_on;
	bool removal;
	struct str digest;		 /* of the file, hexadecimal */
	struct str items[FDA_ITEMS + 1]; /* digests of the items, by number */
	int64_t last_lot, last_shipment; /* the highest number it told of; -1: it does not say */
	int64_t event_record;		 /* of an MDR: the record of its event; else 0 */
	int64_t follow_up;		 /* of an MDR: its number, 803.56; 0: the initial report */
	int64_t event_place;		 /* as earlier versions kept that: its place in the file from 1 */
	struct str releases;		 /* versions it told of, each in a line of its own */
};

/* A complaint of the casefile: what a medical device report takes from it. Texts may be empty. */
struct fda_complaint {
	int64_t signal;
	struct str unit;			    /* as it was written: a UDI, or another identification */
	struct str not_investigated;		    /* why it was not evaluated */
	struct str details;			    /* nature and details, else the summary */
	struct str name, address, telephone, email; /* of who complained: personal data */
};

struct fda_case {
	const struct casefile_report *casefile;
	struct device_profile profile;
	struct firm_profile firm;
	struct fda_release *releases;
	size_t release_count;
	struct lot *lots; /* of releases that are affected, or of which that is not known */
	size_t lot_count;
	const struct consignee_report *consignees; /* that were sent units, whether these came back or not */
	struct fda_item *items;
	size_t item_count;
	struct fda_complaint *complaints;
	size_t complaint_count;
	struct fda_issued *issued; /* of all casefiles, in the order they were issued */
	size_t issued_count;
	struct mdr_numbers mdrs; /* of all casefiles */
};

/* Reads a record of kind "report"; ERR_STORE where it is damaged. */
MUST_CHECK bool fda_issued_read(const struct case_record *r, int64_t casefile, struct arena *arena,
    struct fda_issued *out, struct err *e);
/* Is it of the event that stands in this place of the list of its casefile's records? */
bool fda_issued_is_of(
    const struct fda_issued *issued, const struct case_record *records, size_t count, int64_t place);
/* Fills in items from the casefile's records. ERR_INPUT where one is damaged. */
MUST_CHECK bool fda_items_read(struct fda_case *c, struct arena *arena, struct err *e);

/* Those of consignees' shipments that are not among the registered lots. In the arena. */
struct fda_shipped_lots fda_shipped_lots(const struct fda_case *c, struct arena *arena);

/* What was written of the item; NULL: nothing. */
const struct fda_item *fda_item_of(const struct fda_case *c, int number);
/* Is it to be submitted on a day, and not stated yet? NULL: no. */
bool fda_item_is_promised(const struct fda_item *item);
/* The last report of the kind that was issued of this casefile; NULL: none was. fda_last_report(): of kind
 * "806". */
const struct fda_issued *fda_last_issued(const struct fda_case *c, struct str kind);
const struct fda_issued *fda_last_report(const struct fda_case *c);
/* The last MDR that was issued of the event that stands in this place; NULL: none was. */
const struct fda_issued *fda_last_mdr(const struct fda_case *c, int64_t place);
/* The last report or amendment of 21 CFR 806 that stands, signed or not; NULL: none was issued. */
const struct fda_issued *fda_last_of_action(const struct fda_case *c);
/* What FDA was told last: the last amendment that waits for no signature, else the report; NULL: nothing. */
const struct fda_issued *fda_last_told(const struct fda_case *c);
/* The record that waits for signatures, in words; NULL: it is signed, or needs none. */
const char *fda_waits(const struct fda_case *c, int64_t record);
/* The number of the report of the event that stands in this place: what is stated of it, or it was issued
 * under; empty: it has none yet. */
struct str fda_mdr_number(const struct fda_case *c, int64_t place);
/* The number that a report made today gets, by the policy A11 to A13. In the arena. */
struct str fda_next_number(const struct fda_case *c, struct arena *arena);
bool fda_is_removal(const struct fda_case *c);
const char *fda_action_word(const struct fda_case *c); /* words_action() */

/* What is said in several of the reports. */
struct document *fda_document(
    const struct fda_case *c, const char *kind, struct str title, struct arena *arena);
void fda_put(
    struct document *d, const char *key, const char *label, struct str value); /* missing where empty */
void fda_put_may(
    struct document *d, const char *key, const char *label, struct str value); /* left out where empty */
void fda_put_list(struct document *d, const char *key, const char *label, const struct device_numbers *list);
/* A field with the last day that the record or file is kept, and why; of several that of starts. DATE_NONE:
 * any. */
void fda_put_kept(
    const struct fda_case *c, enum obligation_kind kind, struct date starts, struct document *d);
/* Units of the releases concerned that were made or sent, whether they came back or not; -1 where not all are
 * known. */
int64_t fda_units(const struct fda_case *c);
void fda_put_device(const struct fda_case *c, struct document *d);
void fda_put_vulnerability(const struct fda_case *c, struct document *d); /* a paragraph or two */
void fda_put_assessment(const struct fda_case *c, struct document *d);
/* Deaths, injuries and malfunctions on file, each with its report. */
void fda_put_events(const struct fda_case *c, struct document *d);
/* Is the device, as far as is stated, not affected by the vulnerability? And the sentence that says so, and
 * why. */
bool fda_is_not_affected(const struct fda_case *c);
void fda_put_not_affected(const struct fda_case *c, struct document *d);
/* What of it is for whoever uses the device: without the reasoning behind it. There is an assessment. */
void fda_put_impact(const struct fda_case *c, struct document *d);
/* Is it on record who got a communication beside the consignees (21 CFR 806.10(c)(12))? To customers alone
 * none did. */
bool fda_names_recipients(const struct fda_case *c, const struct communication_fact *m);
void fda_put_actions(const struct fda_case *c, struct document *d); /* done, by day, and expected */
const char *fda_fix_words(enum fix_kind kind);			    /* "a software change" */
void fda_put_communications(const struct fda_case *c, struct document *d);
/* ", medical device report 1234567-2026-00001 submitted on 2026-02-20"; nothing where there is none. */
void fda_put_mdr(const struct fda_case *c, const struct event_fact *event, struct document *d);
/* Who signed which record of the casefile, 21 CFR 11.50(b). */
void fda_put_signatures(const struct fda_case *c, struct document *d);
/* Those whom units were sent, 21 CFR 806.10(c)(11); or who have some now: held. */
void fda_put_consignees(const struct fda_case *c, bool held, struct document *d);
/* The text of a record's "more" that stands in this place of its list; empty where there is none. */
struct str fda_text_of(const struct fda_case *c, const char *kind, int64_t index);
/* Another text likewise. */
struct str fda_said_of(const struct fda_case *c, const char *kind, int64_t index, const char *key);
/* A number likewise; 0 where there is none. */
int64_t fda_number_of(const struct fda_case *c, const char *kind, int64_t index, const char *key);
