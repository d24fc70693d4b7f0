#include "actions/feeds/import_skips.h"

#include <assert.h>

#include "base/buf.h"
#include "store/coverage.h"

#define REASONS_BYTES_MOST ((size_t)8 << 10)

static struct import_skip *feed_of(struct import_skips *s, const char *feed)
{
	for (size_t i = 0; i < s->feed_count; i++)
		if (strcmp(s->feeds[i].feed, feed) == 0)
			return &s->feeds[i];
	assert(s->feed_count < IMPORT_SKIPS_FEEDS_MOST); /* more than sources/feeds has kinds */
	s->feeds[s->feed_count].feed = feed;
	return &s->feeds[s->feed_count++];
}

void import_skips_document(struct import_skips *s, const char *feed)
{
	s->current = feed ? feed_of(s, feed) : NULL;
}

void import_skips_add(struct import_skips *s, const struct err *why)
{
	struct import_skip *feed = s->current ? s->current : feed_of(s, "other");
	struct str *reason = &feed->reasons[feed->count++ % IMPORT_SKIPS_REASONS];

	if (!reason->ptr)
		reason->ptr = arena_alloc(&s->arena, sizeof(why->text), 1);
	reason->len = strlen(why->text);
	memcpy((char *)(uintptr_t)reason->ptr, why->text, reason->len); /* it is the arena's, and ours */
}

static void write_reasons(const struct import_skip *feed, struct buf *out)
{
	int64_t first = feed->count > IMPORT_SKIPS_REASONS ? feed->count - IMPORT_SKIPS_REASONS : 0;

	for (int64_t i = first; i < feed->count; i++) {
		if (i > first)
			buf_byte(out, '\n');
		buf_add(out, feed->reasons[i % IMPORT_SKIPS_REASONS]);
	}
}

bool import_skips_keep(const struct import_skips *s, struct db *db, struct instant now, struct err *e)
{
	for (size_t i = 0; i < s->feed_count; i++) {
		SCOPED_BUF reasons = buf_new(REASONS_BYTES_MOST);
		struct feed_skip skip = { str_of(s->feeds[i].feed), now, s->feeds[i].count, STR_NONE };

		write_reasons(&s->feeds[i], &reasons);
		skip.reasons = buf_str(&reasons);
		if (!feed_skip_put(db, &skip, e))
			return false;
	}
	return true;
}

void import_skips_free(struct import_skips *s)
{
	arena_free(&s->arena);
}
