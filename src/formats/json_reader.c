#include "formats/json_reader.h"

#include <inttypes.h>

#include "base/utf8.h"
#include "limits.h"

#define PATH_BYTES_MOST 100 /* of a path that are shown, the end of it */

static bool is_plain_key(struct str key)
{
	for (size_t i = 0; i < key.len; i++)
		if (!char_is_alnum(key.ptr[i]) && !strchr("_-$@:", key.ptr[i]))
			return false;
	return key.len > 0;
}

static void write_path(const struct json *j, struct buf *to)
{
	for (size_t i = 0; i < j->depth; i++) {
		const struct json_level *l = &j->levels[i];
		struct str key = { l->key, l->key_len };

		if (l->count == 0)
			break;
		if (!l->is_object)
			buf_printf(to, "[%" PRIu64 "]", l->count - 1);
		else if (is_plain_key(key))
			buf_printf(to, "%s" STR_FMT, to->len ? "." : "", STR_ARG(key));
		else
			buf_printf(to, "[\"" STR_FMT "\"]", STR_ARG(key));
	}
}

/* "feed.json:99812: vulnerabilities[4511].cve.id: what" */
bool json_within(const struct json *j, struct err *e)
{
	struct str name = input_name(j->window.in), path;
	SCOPED_BUF text = buf_new((size_t)LIMIT_JSON_DEPTH * (JSON_KEY_SLOT + 32));
	bool cut;

	write_path(j, &text);
	path = buf_str(&text);
	cut = path.len > PATH_BYTES_MOST;
	return err_within(e, STR_FMT ":%" PRIu64 "%s%s" STR_FMT, STR_ARG(name), json_window_line(&j->window),
	    path.len ? ": " : "", cut ? "..." : "",
	    STR_ARG(str_from(path, cut ? path.len - PATH_BYTES_MOST : 0)));
}

static void place_error(struct json *j, enum err_code code, const char *what)
{
	err_fail(&j->err, code, "%s", what);
	json_within(j, &j->err);
}

bool json_break(struct json *j, enum err_code code, const char *what)
{
	struct err reading = { 0 };

	if (j->state == JSON_DOCUMENT_BAD)
		return false;
	if (json_window_at_end(&j->window) && !input_finish(j->window.in, &reading))
		j->err = reading;
	else
		place_error(j, code, what);
	j->state = JSON_DOCUMENT_BAD;
	return false;
}

bool json_complain(struct json *j, enum err_code code, const char *what)
{
	if (j->state != JSON_FINE || j->recovering)
		return false;
	place_error(j, code, what);
	j->state = j->in_record ? JSON_RECORD_BAD : JSON_DOCUMENT_BAD;
	return false;
}

static const char *container_name(const struct json *j)
{
	if (j->depth == 0)
		return "the document";
	return j->levels[j->depth - 1].is_object ? "an object" : "an array";
}

bool json_unexpected(struct json *j, const char *wanted)
{
	unsigned char c = (unsigned char)j->window.buf[j->window.pos];
	char what[96];

	if (json_window_at_end(&j->window) && j->depth == 0)
		snprintf(what, sizeof(what), "expected %s, found the end", wanted);
	else if (json_window_at_end(&j->window))
		snprintf(what, sizeof(what), "ends in the middle of %s", container_name(j));
	else if (c > ' ' && c < 0x7f)
		snprintf(what, sizeof(what), "expected %s, found \"%c\"", wanted, c);
	else
		snprintf(what, sizeof(what), "expected %s, found byte 0x%02x", wanted, c);
	return json_break(j, ERR_INPUT, what);
}

bool json_accept(struct json *j, const struct json_token *t, bool grammatical)
{
	if (!grammatical)
		return json_break(j, ERR_INPUT, t->fault);
	if (t->complaint)
		return json_complain(j, t->over_limit ? ERR_LIMIT : ERR_INPUT, t->complaint);
	return true;
}

bool json_open_level(struct json *j, bool is_object)
{
	struct json_level *l;
	char what[64];

	if (j->depth == LIMIT_JSON_DEPTH) {
		snprintf(what, sizeof(what), "nested deeper than %d levels", LIMIT_JSON_DEPTH);
		return json_break(j, ERR_LIMIT, what);
	}
	l = &j->levels[j->depth++];
	l->is_object = is_object;
	l->count = 0;
	l->seen = 0;
	l->key_len = 0;
	j->window.pos++;
	j->pending = false;
	return true;
}

static void close_level(struct json *j)
{
	j->window.pos++;
	j->depth--;
}

/* Makes key the level's key and points it at a copy that stays until the level's next key. */
static void keep_key(struct json *j, struct json_level *l, bool in_window, struct str *key)
{
	if (key->len > JSON_KEY_SLOT) {
		buf_clear(&j->long_key);
		buf_add(&j->long_key, *key);
		*key = buf_str(&j->long_key);
		l->key_len = utf8_first(*key, JSON_KEY_SLOT).len;
		memcpy(l->key, key->ptr, l->key_len);
		return;
	}
	if (in_window) /* which has bytes to spare behind its end: the whole slot is quicker than a part */
		memcpy(l->key, key->ptr, JSON_KEY_SLOT);
	else
		memcpy(l->key, key->ptr, key->len);
	l->key_len = key->len;
	key->ptr = l->key;
}

/* Tells keys apart by 64 bits: whoever makes two keys collide only gets their own document refused. 8 bytes
 * may be read of a shorter key too: it stands in the window or in a level's slot. */
static uint64_t key_hash(struct str key)
{
	const uint64_t odd = UINT64_C(0x9e3779b97f4a7c15);
	uint64_t hash = key.len * odd, word;

	for (size_t i = 0; i + 8 < key.len; i += 8) {
		memcpy(&word, key.ptr + i, 8);
		hash = (hash ^ word) * odd;
		hash ^= hash >> 29;
	}
	memcpy(&word, key.len < 8 ? key.ptr : key.ptr + key.len - 8, 8);
	if (key.len < 8)
		word &= (UINT64_C(1) << (8 * key.len)) - 1;
	hash = (hash ^ word) * odd;
	return hash ^ hash >> 32;
}

static bool key_is_new(struct json_level *l, uint64_t hash)
{
	uint64_t bit = UINT64_C(1) << (hash & 63);

	if (l->seen & bit) {
		for (size_t i = 0; i < l->count && i < JSON_KEYS_COMPARED; i++)
			if (l->hashes[i] == hash)
				return false;
	}
	if (l->count < JSON_KEYS_COMPARED) {
		l->hashes[l->count] = hash;
		l->seen |= bit;
	}
	return true;
}

/* The key at pos; false after an error (a bad key inside a record leaves the reader behind it). */
static bool read_key(struct json *j, struct str *key)
{
	struct json_level *l = &j->levels[j->depth - 1];
	struct json_token t = { .keep = true };
	uint64_t hash;
	bool fresh;

	if (!json_accept(j, &t, json_scan_text(&j->window, &t))) {
		l->key_len = 0;
		l->count++;
		return false;
	}
	if (t.escaped) {
		json_unescape(t.bytes, &j->text);
		*key = buf_str(&j->text);
		keep_key(j, l, false, key);
		hash = key_hash(*key);
	} else {
		*key = t.bytes;
		hash = key_hash(*key);
		keep_key(j, l, true, key);
	}
	fresh = key_is_new(l, hash);
	l->count++;
	return fresh || json_complain(j, ERR_INPUT, "this key appears twice");
}

/* Moves to the next key or item of the innermost level, over the comma; false at its end, which closes it. */
static bool next_place(struct json *j, char end, const char *separator, const char *wanted)
{
	struct json_level *l = &j->levels[j->depth - 1];
	char c = json_window_next(&j->window);

	if (c == end) {
		close_level(j);
		return false;
	}
	if (l->count == 0)
		return c != '\0' || json_unexpected(j, wanted);
	if (c != ',')
		return json_unexpected(j, separator);
	j->window.pos++;
	c = json_window_next(&j->window);
	return (c != end && c != '\0') || json_unexpected(j, wanted);
}

bool json_member(struct json *j, struct str *key)
{
	bool ok;

	if (!next_place(j, '}', "\",\" or \"}\"", "a key"))
		return false;
	if (json_window_next(&j->window) != '"')
		return json_unexpected(j, "a key in quotes");
	ok = read_key(j, key);
	if (j->state == JSON_DOCUMENT_BAD)
		return false;
	if (json_window_next(&j->window) != ':')
		return json_unexpected(j, "\":\" after a key");
	j->window.pos++;
	j->pending = true;
	return ok || j->recovering;
}

bool json_item(struct json *j)
{
	if (!next_place(j, ']', "\",\" or \"]\"", "a value"))
		return false;
	j->levels[j->depth - 1].count++;
	j->pending = true;
	return true;
}
