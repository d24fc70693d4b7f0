/*
 * refuse_name - other names of a vulnerability are challenged.
 *
 * Which records are about one flaw follows from the names that they give it. A person who does not believe
 * one of them refuses it: this record of this source is no longer held for the same as what goes by this
 * name, in this revision and in later ones. Others that say the same still do. Each is one change with its
 * entry in the trail (name.refuse, name.accept); kept matches and their events follow.
 */
#pragma once
#include "records/trail.h"
#include "store/refused_names.h"

/* One word of a record: it is the same as what goes by the name. */
struct name_said {
	struct str source, record, name;
	const struct refused_name *refused; /* NULL: it counts */
};

/* by.why must say why. ERR_ABSENT where the store has no such record, ERR_INPUT where it does not say so,
 * ERR_CONFLICT where that is refused already. */
MUST_CHECK bool refuse_name(
    struct db *db, const struct name_said *what, struct change_by by, int64_t *number, struct err *e);
/* Takes a refusal back. ERR_ABSENT where there is none of that number. */
MUST_CHECK bool accept_name(struct db *db, int64_t number, struct change_by by, struct err *e);

/* What records say of other names of a vulnerability, which goes by any of its names: first what its records
 * say, by source and record, then what others said of it that is refused. ERR_ABSENT where no record is about
 * it. In the arena. */
MUST_CHECK bool names_said(struct db *db, struct str vulnerability, struct arena *arena,
    struct name_said **out, size_t *count, struct err *e);
