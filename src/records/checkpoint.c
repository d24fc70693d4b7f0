#include "records/checkpoint.h"

#include "base/arena.h"
#include "formats/json_stream.h"

#define FORM 1
#define MESSAGE_SIZE (sizeof(head) + 16 + SHA256_BYTES)

static const char head[] = "aftercare checkpoint 1"; /* with its zero byte */

static void put_number(unsigned char *to, int64_t n)
{
	for (int i = 0; i < 8; i++)
		to[i] = (unsigned char)((uint64_t)n >> (56 - 8 * i));
}

static struct str message_of(const struct checkpoint *c, unsigned char to[MESSAGE_SIZE])
{
	memcpy(to, head, sizeof(head));
	put_number(to + sizeof(head), c->number);
	put_number(to + sizeof(head) + 8, c->at.us);
	memcpy(to + sizeof(head) + 16, c->digest.bytes, SHA256_BYTES);
	return (struct str){ (const char *)to, MESSAGE_SIZE };
}

void checkpoint_sign(struct checkpoint *c, const struct ed25519 *key)
{
	unsigned char message[MESSAGE_SIZE];

	c->key = ed25519_public(key);
	c->signature = ed25519_sign(key, message_of(c, message));
}

bool checkpoint_holds(const struct checkpoint *c)
{
	unsigned char message[MESSAGE_SIZE];

	return ed25519_verify(&c->key, message_of(c, message), &c->signature);
}

static void field_hex(struct json_out *w, const char *key, const unsigned char *bytes, size_t count)
{
	char hex[2 * ED25519_SIGNATURE_BYTES + 1];

	hex_write(bytes, count, hex);
	json_field_text(w, key, str_of(hex));
}

void checkpoint_write(const struct checkpoint *c, struct json_out *w)
{
	char at[INSTANT_TEXT_SIZE];

	json_open_object(w);
	json_field_int(w, "checkpoint", FORM);
	json_field_int(w, "entry", c->number);
	field_hex(w, "digest", c->digest.bytes, SHA256_BYTES);
	json_field_text(w, "at", str_of(instant_write(c->at, at)));
	field_hex(w, "key", c->key.bytes, ED25519_KEY_BYTES);
	field_hex(w, "signature", c->signature.bytes, ED25519_SIGNATURE_BYTES);
	json_close_object(w);
}

/* A text that must be there, of so many bytes in hexadecimal digits. */
static void take_hex(struct json *j, unsigned char *to, size_t count, int *given)
{
	struct str text;

	if (!json_text(j, &text))
		return;
	if (hex_parse(text, to, count))
		++*given;
	else
		json_refuse(j, "expected %zu hexadecimal digits", 2 * count);
}

static void take_instant(struct json *j, struct instant *to, int *given)
{
	struct str text;
	struct err unread = { 0 };

	if (!json_text(j, &text))
		return;
	if (instant_parse(text, false, to, &unread))
		++*given;
	else
		json_refuse(j, "%s", unread.text);
}

#define FIELDS 6

static int take_fields(struct json *j, struct checkpoint *c)
{
	int given = 0;
	struct str key;
	int64_t form;

	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("checkpoint")))
			given += json_int(j, FORM, FORM, &form);
		else if (str_eq(key, STR("entry")))
			given += json_int(j, 1, INT64_MAX, &c->number);
		else if (str_eq(key, STR("digest")))
			take_hex(j, c->digest.bytes, SHA256_BYTES, &given);
		else if (str_eq(key, STR("at")))
			take_instant(j, &c->at, &given);
		else if (str_eq(key, STR("key")))
			take_hex(j, c->key.bytes, ED25519_KEY_BYTES, &given);
		else if (str_eq(key, STR("signature")))
			take_hex(j, c->signature.bytes, ED25519_SIGNATURE_BYTES, &given);
		else
			json_skip(j);
	}
	return given;
}

bool checkpoint_read(struct str name, struct str json, struct checkpoint *out, struct err *e)
{
	SCOPED_INPUT *in = input_open_memory(name, json);
	SCOPED_JSON *j = json_open(in);
	struct checkpoint c = { 0 };
	int given = take_fields(j, &c);

	if (!json_finish(j, e))
		return false;
	if (given != FIELDS)
		return err_fail(e, ERR_INPUT,
		    STR_FMT ": expected a checkpoint: checkpoint, entry, digest, at, key and signature",
		    STR_ARG(name));
	*out = c;
	return true;
}
