/*
 * show - what a reader gives to its sink, as lines of text to compare with.
 *
 *	nvd CVE-2026-1 withdrawn
 *	  published 2026-01-02T03:04:05Z
 *	  alias CVE-2026-2
 *	  score nvd 3.1 98 CVSS:3.1/AV:N/...
 *	  cpe o:maker:pump_firmware affected >= 1.0 < 1.2 fixed 1.2, config 0
 *	  config and(or(o:maker:pump_firmware = 1!) or(h:maker:pump all))
 */
#pragma once
#include "check.h"

#include "base/buf.h"
#include "base/time.h"
#include "formats/input.h"
#include "sources/advisory.h"
#include "sources/lifecycle.h"

typedef bool show_reader(struct input *in, struct advisory_sink out, struct err *e);

static inline void show_bounds(struct buf *out, const struct affected *row)
{
	if (row->not_applicable)
		buf_printf(out, " without version");
	else if (row->low.len && row->low_inclusive && row->high_inclusive && str_eq(row->low, row->high))
		buf_printf(out, " = " STR_FMT, STR_ARG(row->low));
	else if (!row->low.len && !row->high.len)
		buf_printf(out, " all");
	else {
		if (row->low.len)
			buf_printf(out, " %s " STR_FMT, row->low_inclusive ? ">=" : ">", STR_ARG(row->low));
		if (row->high.len)
			buf_printf(out, " %s " STR_FMT, row->high_inclusive ? "<=" : "<", STR_ARG(row->high));
	}
}

static inline void show_row(struct buf *out, const struct affected *row)
{
	static const char *const kinds[] = { "?", "cpe", "purl", "name", "git" };
	static const char *const statuses[] = { "affected", "unaffected", "fixed", "investigated" };

	buf_printf(out, "%s " STR_FMT, kinds[row->kind], STR_ARG(row->package));
	if (row->qualifier.len)
		buf_printf(out, " (" STR_FMT ")", STR_ARG(row->qualifier));
	buf_printf(out, " %s", statuses[row->status]);
	show_bounds(out, row);
	if (row->fixed.len)
		buf_printf(out, " fixed " STR_FMT, STR_ARG(row->fixed));
	if (row->scheme != VERSION_GENERIC)
		buf_printf(out, " by %s", version_scheme_name(row->scheme));
	if (row->config >= 0)
		buf_printf(out, ", config %d", row->config);
}

/* "and(or(leaf leaf) leaf)", "!" behind a vulnerable leg; nodes stand in pre-order. */
static inline void show_config(struct buf *out, const struct config *c)
{
	size_t ends[32], depth = 0;

	for (size_t i = 0; i < c->count; i++) {
		const struct config_node *node = &c->nodes[i];

		buf_printf(
		    out, "%s%s", i && out->ptr[out->len - 1] != '(' ? " " : "", node->negate ? "not " : "");
		if (node->op == CONFIG_LEAF) {
			buf_printf(out, STR_FMT, STR_ARG(node->leaf.package));
			show_bounds(out, &node->leaf);
			buf_printf(out, "%s", node->vulnerable ? "!" : "");
			assert_int_equal(node->span, 1);
		} else {
			assert_true(depth < COUNT(ends));
			buf_printf(out, "%s(", node->op == CONFIG_AND ? "and" : "or");
			ends[depth++] = i + node->span;
		}
		while (depth && ends[depth - 1] == i + 1) {
			buf_byte(out, ')');
			depth--;
		}
	}
	assert_int_equal(depth, 0);
}

static inline void show_instant(struct buf *out, const char *what, struct instant t)
{
	char text[INSTANT_TEXT_SIZE];

	if (instant_is_known(t))
		buf_printf(out, "  %s %s\n", what, instant_write(t, text));
}

static inline bool show_advisory(void *ctx, const struct advisory *a, struct err *e)
{
	struct buf *out = ctx;

	(void)e;
	assert_true(a->source.len > 0 && a->id.len > 0 && a->raw.len > 0);
	buf_printf(out, STR_FMT " " STR_FMT "%s%s\n", STR_ARG(a->source), STR_ARG(a->id),
	    a->state == ADVISORY_WITHDRAWN ? " withdrawn" : "", a->raw_shared ? " shared" : "");
	show_instant(out, "published", a->published);
	show_instant(out, "modified", a->modified);
	show_instant(out, "withdrawn", a->withdrawn);
	if (a->revision.len)
		buf_printf(out, "  revision " STR_FMT "\n", STR_ARG(a->revision));
	if (a->summary.len)
		buf_printf(out, "  says " STR_FMT "\n", STR_ARG(a->summary));
	for (size_t i = 0; i < a->alias_count; i++)
		buf_printf(out, "  alias " STR_FMT "\n", STR_ARG(a->aliases[i]));
	for (size_t i = 0; i < a->score_count; i++) {
		const struct score *s = &a->scores[i];

		buf_printf(out, "  score " STR_FMT " " STR_FMT " %d " STR_FMT "\n", STR_ARG(s->source),
		    STR_ARG(s->version), s->tenths, STR_ARG(s->vector));
	}
	for (size_t i = 0; i < a->affected_count; i++) {
		buf_printf(out, "  ");
		show_row(out, &a->affected[i]);
		buf_byte(out, '\n');
	}
	for (size_t i = 0; i < a->config_count; i++) {
		buf_printf(out, "  config ");
		show_config(out, &a->configs[i]);
		buf_byte(out, '\n');
	}
	return true;
}

static inline bool show_kev(void *ctx, const struct kev_entry *k, struct err *e)
{
	char added[DATE_TEXT_SIZE], due[DATE_TEXT_SIZE];

	(void)e;
	buf_printf(ctx, STR_FMT " " STR_FMT " added %s due %s%s: " STR_FMT "\n",
	    STR_ARG(exploit_list_name(k->list)), STR_ARG(k->cve),
	    date_is_known(k->added) ? date_write(k->added, added) : "-",
	    date_is_known(k->due) ? date_write(k->due, due) : "-", k->ransomware ? " ransomware" : "",
	    STR_ARG(k->name));
	return true;
}

static inline bool show_epss(void *ctx, const struct epss_entry *p, struct err *e)
{
	(void)e;
	buf_printf(ctx, "epss " STR_FMT " %lld %lld\n", STR_ARG(p->cve), (long long)p->score,
	    (long long)p->percentile);
	return true;
}

static inline bool show_skipped(void *ctx, const struct err *why, struct err *e)
{
	(void)e;
	buf_printf(ctx, "skipped %s\n", why->text);
	return true;
}

static inline bool show_list_date(void *ctx, struct str source, struct instant date, struct err *e)
{
	char text[INSTANT_TEXT_SIZE];

	(void)e;
	buf_printf(ctx, STR_FMT " of %s\n", STR_ARG(source), instant_write(date, text));
	return true;
}

static inline const char *show_date(struct date d, char text[DATE_TEXT_SIZE])
{
	return date_is_known(d) ? date_write(d, text) : "-";
}

static inline bool show_lifecycle(void *ctx, const struct lifecycle *l, struct err *e)
{
	char a[DATE_TEXT_SIZE], b[DATE_TEXT_SIZE], c[DATE_TEXT_SIZE];

	(void)e;
	buf_printf(ctx, "life " STR_FMT " " STR_FMT, STR_ARG(l->product), STR_ARG(l->label));
	for (size_t i = 0; i < l->name_count; i++)
		buf_printf(ctx, "; %d " STR_FMT, l->names[i].kind, STR_ARG(l->names[i].name));
	for (size_t i = 0; i < l->cycle_count; i++)
		buf_printf(ctx, "; " STR_FMT " %s %s %s%s", STR_ARG(l->cycles[i].name),
		    show_date(l->cycles[i].end_of_support, a), show_date(l->cycles[i].end_of_life, b),
		    show_date(l->cycles[i].end_of_extended, c), l->cycles[i].has_ended ? " ended" : "");
	buf_byte(ctx, '\n');
	return true;
}

/* What the reader makes of the document, and at the end why it failed, if it did. buf_free() it. */
static inline struct buf show_document(show_reader *read, struct str document)
{
	struct buf out = buf_new(1 << 20);
	SCOPED_INPUT *in = input_open_memory(STR("feed"), document);
	struct advisory_sink sink = { &out, show_advisory, show_kev, show_epss, show_skipped, show_list_date,
		show_lifecycle };
	struct err e = { 0 };

	if (!read(in, sink, &e))
		buf_printf(&out, "failed %s\n", e.text);
	assert_false(buf_full(&out));
	return out;
}

static inline void show_expect(show_reader *read, const char *document, const char *expected)
{
	SCOPED_BUF out = show_document(read, str_of(document));

	buf_byte(&out, '\0');
	assert_string_equal(out.ptr, expected);
}
