/*
 * feed - what every feed reader must give to its sink, whatever it read.
 */
#pragma once
#include "fuzz.h"

#include "base/buf.h"
#include "limits.h"
#include "sources/feeds/feeds.h"
#include "sources/lifecycle.h"

typedef bool feed_reader(struct input *in, struct advisory_sink out, struct err *e);

static inline void feed_must(bool holds)
{
	if (!holds)
		__builtin_trap();
}

/* Keys can be made of the bounds, and a row says one thing about versions. */
static inline void feed_check_row(const struct affected *row)
{
	SCOPED_BUF key = buf_new(4 * LIMIT_VERSION_BYTES + 16);
	struct err e;

	feed_must(row->kind >= PACKAGE_CPE && row->kind <= PACKAGE_GIT && row->package.len > 0);
	feed_must(row->scheme < VERSION_SCHEME_COUNT);
	feed_must(row->low.len == 0 || version_key(row->scheme, row->low, &key, &e));
	buf_clear(&key);
	feed_must(row->high.len == 0 || version_key(row->scheme, row->high, &key, &e));
	feed_must(!row->not_applicable || (row->low.len == 0 && row->high.len == 0));
	feed_must(!row->low_inclusive || row->low.len > 0);
	feed_must(!row->high_inclusive || row->high.len > 0);
}

static inline void feed_check_config(const struct config *c)
{
	feed_must(c->count > 0 && c->nodes[0].span == c->count);
	for (size_t i = 0; i < c->count; i++) {
		const struct config_node *node = &c->nodes[i];

		feed_must(node->span >= 1 && node->span <= c->count - i);
		feed_must(node->op != CONFIG_LEAF || node->span == 1);
		if (node->op == CONFIG_LEAF)
			feed_check_row(&node->leaf);
	}
}

static inline bool feed_advisory(void *ctx, const struct advisory *a, struct err *e)
{
	(void)ctx;
	(void)e;
	feed_must(a->source.len > 0 && a->id.len > 0 && a->raw.len > 0);
	for (size_t i = 0; i < a->alias_count; i++)
		feed_must(a->aliases[i].len > 0 && !str_eq(a->aliases[i], a->id));
	for (size_t i = 0; i < a->score_count; i++)
		feed_must(a->scores[i].tenths >= -1 && a->scores[i].tenths <= 100);
	for (size_t i = 0; i < a->affected_count; i++) {
		feed_check_row(&a->affected[i]);
		feed_must(a->affected[i].config >= -1 && a->affected[i].config < (int)a->config_count);
	}
	for (size_t i = 0; i < a->config_count; i++)
		feed_check_config(&a->configs[i]);
	return true;
}

static inline bool feed_kev(void *ctx, const struct kev_entry *k, struct err *e)
{
	(void)ctx;
	(void)e;
	feed_must(k->cve.len > 0);
	return true;
}

static inline bool feed_epss(void *ctx, const struct epss_entry *p, struct err *e)
{
	(void)ctx;
	(void)e;
	feed_must(p->cve.len > 0 && p->score >= 0 && p->score <= 1000000);
	feed_must(p->percentile >= 0 && p->percentile <= 1000000);
	return true;
}

static inline bool feed_skipped(void *ctx, const struct err *why, struct err *e)
{
	(void)ctx;
	(void)e;
	feed_must(why->text[0] != '\0');
	return true;
}

static inline bool feed_list_date(void *ctx, struct str source, struct instant date, struct err *e)
{
	(void)ctx;
	(void)e;
	feed_must(source.len > 0 && instant_is_known(date));
	return true;
}

static inline bool feed_lifecycle(void *ctx, const struct lifecycle *l, struct err *e)
{
	(void)ctx;
	(void)e;
	feed_must(l->product.len > 0);
	for (size_t i = 0; i < l->name_count; i++)
		feed_must(l->names[i].name.len > 0);
	for (size_t i = 0; i < l->cycle_count; i++)
		feed_must(l->cycles[i].name.len > 0);
	return true;
}

static inline int feed_fuzz(feed_reader *read, const uint8_t *bytes, size_t len)
{
	SCOPED_INPUT *in = input_open_memory(STR("fuzz"), (struct str){ (const char *)bytes, len });
	struct advisory_sink sink = { NULL, feed_advisory, feed_kev, feed_epss, feed_skipped, feed_list_date,
		feed_lifecycle };
	struct err e = { 0 };

	(void)feed_find(in);
	if (!read(in, sink, &e))
		feed_must(e.text[0] != '\0');
	return 0;
}
