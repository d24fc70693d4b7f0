#include "records/verify.h"

static bool check_seal(struct verify *v, const struct trail_entry *entry, struct err *e)
{
	struct sha256 sealed;

	if (!v->hash)
		v->hash = sha256_open();
	sealed = trail_seal_next(v->hash, entry);
	return sha256_same(&sealed, &entry->digest) ||
	       err_fail(e, ERR_INPUT, "entry %lld was changed: its content does not give its digest",
		   (long long)entry->number);
}

static bool check_link(const struct verify *v, const struct trail_entry *entry, struct err *e)
{
	long long number = entry->number, expected = v->number + 1;

	if (number > expected)
		return err_fail(e, ERR_INPUT, "entry %lld follows %lld: %lld removed", number, expected - 1,
		    number - expected);
	if (number < expected)
		return err_fail(
		    e, ERR_INPUT, "entry %lld stands behind %lld: inserted or moved", number, expected - 1);
	if (!sha256_same(&entry->previous, &v->last))
		return err_fail(e, ERR_INPUT,
		    "entry %lld does not continue entry %lld: one of them was replaced or inserted", number,
		    expected - 1);
	return true;
}

static void go_on(struct verify *v, const struct trail_entry *entry, bool good)
{
	v->entries++;
	v->faults += !good;
	v->number = entry->number;
	v->last = entry->digest;
}

void verify_begin(struct verify *v, const struct trail_entry *first)
{
	v->number = first->number - 1;
	v->last = first->previous;
	v->at = first->at;
}

void verify_clear(struct verify *v)
{
	sha256_drop(v->hash);
	v->hash = NULL;
}

bool verify_entry(struct verify *v, const struct trail_entry *entry, struct err *e)
{
	bool good = check_seal(v, entry, e) && check_link(v, entry, e);

	go_on(v, entry, good);
	v->clock_steps += entry->at.us < v->at.us;
	v->at = entry->at;
	return good;
}

bool verify_withheld(struct verify *v, const struct trail_entry *entry, struct err *e)
{
	bool good = check_link(v, entry, e);

	go_on(v, entry, good);
	return good;
}

static bool check_exact(const struct trail_line *line, struct err *e)
{
	return line->exact || err_fail(e, ERR_INPUT,
				  "entry %lld was changed: its line is not, byte for byte, what the trail "
				  "writes of it",
				  (long long)line->entry.number);
}

bool verify_line(struct verify *v, const struct trail_line *line, struct err *e)
{
	struct err inexact = { 0 };
	bool exact = check_exact(line, &inexact);
	bool good = (line->whole ? verify_entry : verify_withheld)(v, &line->entry, e);

	if (!good || exact)
		return good;
	v->faults++;
	*e = inexact;
	return false;
}

bool verify_end(struct verify *v, int64_t number, const struct sha256 *digest, struct err *e)
{
	bool good = number == v->number && (number == 0 || sha256_same(digest, &v->last));

	v->faults += !good;
	if (good)
		return true;
	if (v->number < number)
		return err_fail(e, ERR_INPUT, "the trail ends at entry %lld, %lld removed at its end",
		    (long long)v->number, (long long)(number - v->number));
	return err_fail(e, ERR_INPUT,
	    "the trail ends at entry %lld, its head says %lld: entries were added or replaced",
	    (long long)v->number, (long long)number);
}
