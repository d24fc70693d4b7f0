#include "matching/platform.h"

#include "limits.h"

enum node_flag {
	NODE_OP = 3,
	NODE_NEGATE = 4,
	NODE_VULNERABLE = 8,
	NODE_LOW_INCLUSIVE = 16,
	NODE_HIGH_INCLUSIVE = 32,
	NODE_NOT_APPLICABLE = 64
};

static void write_leaf(const struct affected *leaf, struct buf *out)
{
	buf_text(out, leaf->package);
	buf_text(out, leaf->qualifier);
	buf_text(out, leaf->low);
	buf_text(out, leaf->high);
}

void platform_write(const struct config *configs, size_t count, struct buf *out)
{
	buf_varint(out, count);
	for (size_t i = 0; i < count; i++) {
		buf_varint(out, configs[i].count);
		for (size_t k = 0; k < configs[i].count; k++) {
			const struct config_node *n = &configs[i].nodes[k];
			unsigned flags = (unsigned)n->op;

			flags |= n->negate ? NODE_NEGATE : 0;
			flags |= n->vulnerable ? NODE_VULNERABLE : 0;
			flags |= n->leaf.low_inclusive ? NODE_LOW_INCLUSIVE : 0;
			flags |= n->leaf.high_inclusive ? NODE_HIGH_INCLUSIVE : 0;
			flags |= n->leaf.not_applicable ? NODE_NOT_APPLICABLE : 0;
			buf_byte(out, (char)flags);
			if (n->op == CONFIG_LEAF)
				write_leaf(&n->leaf, out);
			else
				buf_varint(out, n->span);
		}
	}
}

static bool take_node(struct str *rest, struct config_node *n)
{
	struct config_node node = { .span = 1 };
	unsigned flags;
	uint64_t span;

	if (rest->len == 0)
		return false;
	flags = (unsigned char)rest->ptr[0];
	*rest = str_from(*rest, 1);
	node.op = (enum config_operator)(flags & NODE_OP);
	node.negate = flags & NODE_NEGATE;
	node.vulnerable = flags & NODE_VULNERABLE;
	node.leaf = (struct affected){ .kind = PACKAGE_CPE, .scheme = VERSION_GENERIC, .config = -1 };
	node.leaf.low_inclusive = flags & NODE_LOW_INCLUSIVE;
	node.leaf.high_inclusive = flags & NODE_HIGH_INCLUSIVE;
	node.leaf.not_applicable = flags & NODE_NOT_APPLICABLE;
	if (node.op == CONFIG_LEAF) {
		if (!str_take_text(rest, &node.leaf.package) || !str_take_text(rest, &node.leaf.qualifier) ||
		    !str_take_text(rest, &node.leaf.low) || !str_take_text(rest, &node.leaf.high))
			return false;
	} else {
		if (node.op > CONFIG_OR || !str_take_varint(rest, &span) || span == 0 || span > UINT32_MAX)
			return false;
		node.span = (uint32_t)span;
	}
	*n = node;
	return true;
}

/* Takes one configuration off the front; its nodes go to *config if that is not NULL. */
static bool take_config(struct str *rest, struct arena *arena, struct config *config)
{
	struct config_node unused;
	uint64_t count;

	if (!str_take_varint(rest, &count) || count > rest->len)
		return false;
	if (config) {
		config->count = count;
		config->nodes = arena_alloc(arena, count, sizeof(*config->nodes));
	}
	for (uint64_t i = 0; i < count; i++) {
		struct config_node *n = config ? &config->nodes[i] : &unused;

		if (!take_node(rest, n) || n->span > count - i)
			return false;
	}
	return true;
}

bool platform_open(struct str packed, struct str *rest, size_t *count)
{
	uint64_t found;

	*rest = packed;
	*count = 0;
	if (packed.len == 0)
		return true;
	if (!str_take_varint(rest, &found) || found > rest->len)
		return false;
	*count = found;
	return true;
}

bool platform_next(struct str *rest, struct arena *arena, struct config *out)
{
	return take_config(rest, arena, out);
}

bool platform_skip(struct str *rest)
{
	return take_config(rest, NULL, NULL);
}

static enum platform_answer negated(enum platform_answer answer)
{
	return (enum platform_answer)(PLATFORM_YES - answer);
}

/* An inner node under way: what its children have answered so far. */
struct level {
	enum config_operator op;
	bool negate;
	size_t end; /* index behind its last node */
	enum platform_answer so_far;
};

static void join(struct level *level, enum platform_answer answer)
{
	bool lower = answer < level->so_far;

	if (level->op == CONFIG_AND ? lower : !lower)
		level->so_far = answer;
}

enum platform_answer platform_judge(const struct config *config, struct platform_legs legs)
{
	/* A level that holds all: configurations have one root, an empty one answers no. */
	struct level levels[LIMIT_CONFIG_DEPTH + 1] = { { CONFIG_OR, false, config->count, PLATFORM_NO } };
	size_t depth = 0;

	for (size_t i = 0; i <= config->count; i++) {
		while (depth > 0 && levels[depth].end == i) {
			enum platform_answer answer = levels[depth].so_far;

			if (levels[depth].negate)
				answer = negated(answer);
			join(&levels[--depth], answer);
		}
		if (i == config->count)
			break;
		const struct config_node *n = &config->nodes[i];

		if (n->op == CONFIG_LEAF) {
			enum platform_answer answer = legs.holds(legs.ctx, &n->leaf, n->vulnerable);

			join(&levels[depth], n->negate ? negated(answer) : answer);
		} else if (depth == LIMIT_CONFIG_DEPTH) {
			return PLATFORM_UNKNOWN; /* deeper than any record; readers refuse such */
		} else {
			levels[++depth] = (struct level){ n->op, n->negate, i + n->span,
				n->op == CONFIG_AND ? PLATFORM_YES : PLATFORM_NO };
		}
	}
	return levels[0].so_far;
}
