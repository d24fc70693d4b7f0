#include "reports/fda/mdr_numbers.h"

struct str mdr_numbers_of(const struct mdr_numbers *list, int64_t casefile, int64_t event)
{
	const struct mdr_numbered *found = NULL;

	for (size_t i = 0; i < list->count; i++) {
		const struct mdr_numbered *one = &list->items[i];

		if (one->casefile == casefile && one->event == event && (!found || one->from < found->from))
			found = one;
	}
	return found ? found->number : STR("");
}

const struct mdr_numbered *mdr_numbers_taken(
    const struct mdr_numbers *list, struct str number, int64_t casefile, int64_t event)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct mdr_numbered *one = &list->items[i];

		if (str_eq(one->number, number) && (one->casefile != casefile || one->event != event))
			return one;
	}
	return NULL;
}

struct str mdr_numbers_next(
    const struct mdr_numbers *list, struct str registration, struct date today, struct arena *arena)
{
	struct mdr_number next = { .registration = registration, .sequence = 1 }, other;
	int year, month, day;
	struct err unread;

	date_split(today, &year, &month, &day);
	next.year = year;
	for (size_t i = 0; i < list->count; i++)
		if (mdr_number_parse(list->items[i].number, &other, &unread) &&
		    str_eq(other.registration, registration) && other.year == year &&
		    other.sequence >= next.sequence)
			next.sequence = other.sequence + 1;
	if (!registration.len || next.sequence > MDR_SEQUENCE_MOST)
		return STR("");
	return mdr_number_write(&next, arena);
}
