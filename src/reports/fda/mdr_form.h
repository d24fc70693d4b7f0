/*
 * mdr_form - a medical device report while it is put together: its event, the unit and the complaint that it
 * is about, and which items are there.
 */
#pragma once
#include "identity/udi.h"
#include "reports/fda/mdr_items.h"

struct mdr_form {
	const struct fda_case *c;
	const struct event_fact *event;
	struct document *d;
	const struct fda_complaint *complaint; /* that tells of it; NULL: none, or not known which */
	bool has_udi;			       /* the complaint names the unit by a UDI */
	struct udi unit;
	const struct lot *lot; /* of the register, that the unit is of; NULL: not known */
	int64_t follow_up;     /* 803.56: its number; 0: the initial report */
	struct str number;     /* of the report; empty: none */
	uint64_t lacking;      /* bits of mdr_items: needed, and neither there nor explained */
	uint64_t explained;
};

/* Which complaint, unit, lot and supplement the report of form->event is about. */
void mdr_form_begin(struct mdr_form *form);
/* A field with what is known of the item; where that is empty what was stated of it, why it is not known, or
 * who could know it. Whether it is there or explained. */
bool mdr_form_put(struct mdr_form *form, const char *key, struct str known);
/* Asked for all the same. */
void mdr_form_lacks(struct mdr_form *form, const char *key);
/* What was stated of the item as one; empty: nothing. */
struct str mdr_form_said(const struct mdr_form *form, const char *key);
/* Empty where it is not known. */
struct str mdr_form_day(const struct mdr_form *form, struct date day);
