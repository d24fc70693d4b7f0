/*
 * demo_people - somebody for each role of the demonstration, who can sign in and sign: invented, with a
 * secret that everybody knows.
 */
#pragma once
#include "records/trail.h"
#include "store/db.h"

#define DEMO_SECRET "aftercare-demo"

struct demo_person {
	const char *name, *full_name;
	unsigned roles;
};

/* Ended by a row without a name; an administrator first. */
extern const struct demo_person demo_people[];

/* Enrols them all, in a store without users. */
MUST_CHECK bool demo_enrol_people(struct db *db, struct change_by by, struct err *e);
