/*
 * demo_people - somebody for each role of the demonstration, who can sign in and sign: invented, with a
 * secret that everybody knows.
 */
#pragma once
#include "base/secret.h"
#include "records/trail.h"
#include "records/user.h"
#include "store/db.h"

#define DEMO_SECRET "aftercare-demo"
#define DEMO_PEOPLE 6

struct demo_person {
	const char *name, *full_name;
	unsigned roles;
};

/* Ended by a row without a name; an administrator first. */
extern const struct demo_person demo_people[];

/* What proves that each of them has signed in, in their order. Zero: nobody is there, and the store asks
 * nobody. */
struct demo_team {
	char tokens[DEMO_PEOPLE][SECRET_WORD_SIZE];
};

/* Enrols them all, in a store without users. */
MUST_CHECK bool demo_enrol_people(struct db *db, struct change_by by, struct demo_team *team, struct err *e);
/* The same as that person does it; as by itself where nobody is there. ERR_INPUT: there is no such person. */
MUST_CHECK bool demo_as(const struct demo_team *team, struct str name, struct change_by *by, struct err *e);
