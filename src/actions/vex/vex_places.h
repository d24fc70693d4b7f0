/*
 * vex_places - releases and their components as vex_fit() wants them, remembered: releases share components,
 * and each is read once. Memory is bounded; beyond, everything is read again.
 */
#pragma once
#include "actions/matching/kept_findings.h"
#include "assessment/vex_fit.h"
#include "store/db.h"

/* A component of some release, and what is known of it for the statement in hand. */
struct vex_part {
	int64_t id;
	struct component component;
	size_t fitted_for, asked_for; /* the statement they are of, by the caller's count; 0: none */
	struct vex_fitting fitting;   /* wherever it is */
	struct kept_finding *findings;
	size_t finding_count;
};

/* A release as vex_fit() wants it; all its components stand in place only once something asks for them. */
struct vex_seen {
	int64_t list_id;
	struct vex_place place;
	struct vex_part **parts;
	size_t part_count;
};

struct vex_places;

struct vex_places *vex_places_new(struct db *db);
void vex_places_free(struct vex_places *p);

/* Valid until the next call. */
MUST_CHECK bool vex_places_see(
    struct vex_places *p, int64_t release_id, struct vex_seen **out, struct err *e);
/* Puts all its components into its place. */
void vex_places_fill(struct vex_places *p, struct vex_seen *s);
