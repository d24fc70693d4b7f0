#include "store/card.h"

/* A count of things that take at least one byte each. */
static bool take_count(struct str *rest, size_t *count)
{
	uint64_t n;

	if (!str_take_varint(rest, &n) || n > rest->len)
		return false;
	*count = n;
	return true;
}

void card_write(const struct advisory *a, struct buf *out)
{
	buf_text(out, a->summary);
	buf_text(out, a->revision);
	buf_varint(out, a->alias_count);
	for (size_t i = 0; i < a->alias_count; i++)
		buf_text(out, a->aliases[i]);
	buf_varint(out, a->score_count);
	for (size_t i = 0; i < a->score_count; i++) {
		buf_text(out, a->scores[i].source);
		buf_text(out, a->scores[i].version);
		buf_text(out, a->scores[i].vector);
		buf_varint(out, (uint64_t)a->scores[i].tenths + 1);
	}
}

static bool take_scores(struct str *rest, struct arena *arena, struct card *card)
{
	if (!take_count(rest, &card->score_count))
		return false;
	card->scores = arena_alloc(arena, card->score_count, sizeof(*card->scores));
	for (size_t i = 0; i < card->score_count; i++) {
		struct score *s = &card->scores[i];
		uint64_t tenths;

		if (!str_take_text(rest, &s->source) || !str_take_text(rest, &s->version) ||
		    !str_take_text(rest, &s->vector) || !str_take_varint(rest, &tenths) || tenths > 101)
			return false;
		s->tenths = (int)tenths - 1;
	}
	return true;
}

static bool take_card(struct str rest, struct arena *arena, struct card *card)
{
	if (!str_take_text(&rest, &card->summary) || !str_take_text(&rest, &card->revision) ||
	    !take_count(&rest, &card->alias_count))
		return false;
	card->aliases = arena_alloc(arena, card->alias_count, sizeof(*card->aliases));
	for (size_t i = 0; i < card->alias_count; i++)
		if (!str_take_text(&rest, &card->aliases[i]))
			return false;
	return take_scores(&rest, arena, card);
}

bool card_read(struct str packed, struct arena *arena, struct card *out, struct err *e)
{
	struct card card = { 0 };

	if (!take_card(packed, arena, &card))
		return err_fail(e, ERR_STORE, "the card of an advisory is damaged");
	*out = card;
	return true;
}
