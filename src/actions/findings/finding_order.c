#include "actions/findings/finding_order.h"

#include "base/number.h"

#define SEPARATOR '\x1f'
#define PLACE_BYTES_MOST ((size_t)64 << 10)

enum finding_order finding_order_find(struct str word)
{
	static const char *const words[] = { "place", "worst", "severity", "epss", "published" };

	_Static_assert(COUNT(words) == FINDING_ORDER_COUNT, "a word for every order");
	for (int i = 0; i < FINDING_ORDER_COUNT; i++)
		if (str_eq(word, str_of(words[i])))
			return (enum finding_order)i;
	return FINDING_ORDER_COUNT;
}

struct finding_worth finding_worth_of(const struct scan_row *described)
{
	return (struct finding_worth){ .score = described->score_count ? described->scores[0].tenths : -1,
		.epss = described->epss,
		.published = described->published,
		.kev = described->exploited != 0 };
}

int64_t finding_key(const struct finding_worth *w, enum finding_order order)
{
	switch (order) {
	case FINDING_BY_SEVERITY:
		return w->score;
	case FINDING_BY_EPSS:
		return w->epss;
	case FINDING_BY_PUBLISHED:
		return instant_is_known(w->published) ? w->published.us : -INT64_MAX;
	case FINDING_BY_WORST:
		return (w->kev ? INT64_C(1000000000) : 0) + (w->score + 1) * 2000000 + w->epss;
	case FINDING_BY_PLACE:
	case FINDING_ORDER_COUNT:
		break;
	}
	return 0;
}

int finding_rank_cmp(const struct finding_rank *a, const struct finding_rank *b)
{
	if (a->key != b->key)
		return a->key > b->key ? -1 : 1;
	if (a->vulnerability_id != b->vulnerability_id)
		return a->vulnerability_id < b->vulnerability_id ? -1 : 1;
	return str_cmp(a->place, b->place);
}

struct str finding_rank_write(const struct finding_rank *r, struct arena *arena)
{
	return arena_printf(arena, "%lld%c%lld%c" STR_FMT, (long long)r->key, SEPARATOR,
	    (long long)r->vulnerability_id, SEPARATOR, STR_WHOLE(r->place));
}

bool finding_rank_read(struct str cursor, struct finding_rank *out, struct err *e)
{
	struct str rest = cursor, key, id;
	struct err unread;

	if (!str_cut(&rest, SEPARATOR, &key) || !str_cut(&rest, SEPARATOR, &id) ||
	    !number_parse(key, "cursor", -INT64_MAX, INT64_MAX, &out->key, &unread) ||
	    !number_parse(id, "cursor", 1, INT64_MAX, &out->vulnerability_id, &unread))
		return err_fail(
		    e, ERR_INPUT, "cursor: this is not what \"next\" of a page in this order said");
	out->place = rest;
	return true;
}

struct finding_places finding_places_new(void)
{
	return (
	    struct finding_places){ .place = buf_new(PLACE_BYTES_MOST), .before = buf_new(PLACE_BYTES_MOST) };
}

void finding_places_free(struct finding_places *p)
{
	buf_free(&p->place);
	buf_free(&p->before);
}

bool finding_place_is_behind(struct str place, struct str device, struct str release)
{
	struct str rest = place, its_device, its_release;
	int sign;

	if (!str_cut(&rest, SEPARATOR, &its_device) || !str_cut(&rest, SEPARATOR, &its_release))
		return false;
	sign = str_cmp(device, its_device);
	return sign < 0 || (sign == 0 && str_cmp(release, its_release) < 0);
}

struct str finding_place(struct finding_places *p, const struct component *c, const struct scan_row *row)
{
	const struct str parts[] = { row->device, row->release, c->name, c->version, row->vulnerability };

	buf_clear(&p->place);
	for (size_t i = 0; i < COUNT(parts); i++) {
		buf_add(&p->place, parts[i]);
		buf_byte(&p->place, SEPARATOR);
	}
	p->alike = str_eq(buf_str(&p->place), buf_str(&p->before)) ? p->alike + 1 : 0;
	buf_clear(&p->before);
	buf_add(&p->before, buf_str(&p->place));
	buf_printf(&p->place, "%06lld", (long long)p->alike);
	return buf_str(&p->place);
}
