#include "matching/change.h"

#include "identity/cve_id.h"

#define TIER_BITS 4

enum change_flag { CHANGE_BY_PLATFORM = 1, CHANGE_LISTS = 2 };

unsigned char finding_code(enum finding_state state, enum tier tier)
{
	return (unsigned char)(1u + (((unsigned)state << TIER_BITS) | ((unsigned)tier - TIER_A)));
}

enum finding_state finding_code_state(unsigned char code)
{
	return (enum finding_state)((code - 1u) >> TIER_BITS);
}

enum tier finding_code_tier(unsigned char code)
{
	return (enum tier)(TIER_A + ((code - 1u) & ((1u << TIER_BITS) - 1)));
}

unsigned char finding_code_stronger(unsigned char a, unsigned char b)
{
	int left, right;

	if (!a || !b)
		return a ? a : b;
	left = finding_strength(finding_code_state(a));
	right = finding_strength(finding_code_state(b));
	if (left != right)
		return left < right ? a : b;
	return finding_code_tier(a) <= finding_code_tier(b) ? a : b;
}

void finding_change_write(const struct finding_change *c, struct buf *out)
{
	unsigned flags = c->by_platform ? CHANGE_BY_PLATFORM : 0;

	flags |= c->lists.len ? CHANGE_LISTS : 0;
	buf_varint(out, cve_id_pack(c->vulnerability_id));
	buf_byte(out, (char)c->before);
	buf_byte(out, (char)c->after);
	buf_varint(out, (uint64_t)c->advisory_id);
	buf_byte(out, (char)flags);
	if (c->lists.len)
		buf_text(out, c->lists);
}

static bool is_code(unsigned code)
{
	return code == 0 || (code - 1) >> TIER_BITS < FINDING_STATE_COUNT;
}

bool finding_change_take(struct str *rest, struct finding_change *out)
{
	struct finding_change c = { .lists = STR("") };
	unsigned before, after, flags;
	uint64_t vulnerability, advisory;

	if (!str_take_varint(rest, &vulnerability) || !str_take_byte(rest, &before) ||
	    !str_take_byte(rest, &after) || !is_code(before) || !is_code(after) ||
	    !str_take_varint(rest, &advisory) || advisory > INT64_MAX || !str_take_byte(rest, &flags))
		return false;
	if ((flags & CHANGE_LISTS) && !str_take_text(rest, &c.lists))
		return false;
	c.vulnerability_id = cve_id_unpack(vulnerability);
	c.before = (unsigned char)before;
	c.after = (unsigned char)after;
	c.advisory_id = (int64_t)advisory;
	c.by_platform = flags & CHANGE_BY_PLATFORM;
	*out = c;
	return true;
}
