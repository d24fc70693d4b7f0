/*
 * match_states - the state of one component and one vulnerability, list by list of the lists that hold the
 * component: it differs where configurations do.
 */
#pragma once
#include "actions/matching/match_configs.h"
#include "base/recall.h"
#include "matching/change.h"
#include "matching/kept.h"

/* What configurations came to, as it stands in the store, and as it stood before. */
struct config_view {
	struct db *db;
	struct recall known; /* struct str by advisory */
	struct arena arena;  /* for what has changed */
	struct config_was {
		int64_t advisory_id;
		struct str lists;
	} * changed; /* ascending */
	size_t changed_count, changed_room;
};

struct config_view config_view_new(struct db *db);
void config_view_free(struct config_view *v);
/* Remembers how an advisory's lists stood; cheap where they come in ascending order. */
void config_view_was(struct config_view *v, int64_t advisory_id, struct str lists);
bool config_view_has_changed(const struct config_view *v, int64_t advisory_id);
void config_view_rest(struct config_view *v);

/* The configurations that candidates hang on, with their answers list by list. */
struct state_hook;
struct state_hooks {
	struct state_hook *hooks;
	size_t count;		 /* 0: nothing depends on the platform */
	size_t tried[32], tries; /* lists that came first with their answers */
};

/* Everything in the arena. */
MUST_CHECK bool state_hooks_find(struct config_view *v, bool before, const struct candidate *candidates,
    size_t count, const int64_t *lists, size_t list_count, struct arena *arena, struct state_hooks *out,
    struct err *e);
/* An earlier list with the same answers throughout, or this one itself; lists are asked for in order. */
size_t state_hooks_same(struct state_hooks *h, size_t list);
/* Tells the candidates what the platform of this list answers. */
void state_hooks_set(const struct state_hooks *h, struct candidate *candidates, size_t count, size_t list);

/* The candidates of one component and vulnerability; they are sorted. One code a list (matching/change.h);
 * where nothing depends on the platform all are the same. */
MUST_CHECK bool match_states(struct config_view *v, bool before, struct candidate *candidates, size_t count,
    const int64_t *lists, size_t list_count, struct arena *arena, unsigned char *codes, struct err *e);
/* Does one of them hang on a configuration? */
bool match_states_differ(const struct candidate *candidates, size_t count);
