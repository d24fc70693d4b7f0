/*
 * The manifest of a backup: what was read and is written again reads as the same. The digest over it is made
 * to fit, so that what is behind it is read too.
 */
#include "fuzz.h"

#include "records/backup_manifest.h"

static void check(struct str block)
{
	struct backup_manifest m = { 0 }, again = { 0 };
	SCOPED_BUF out = buf_new(BACKUP_MANIFEST_BYTES);
	struct err e = { 0 };

	if (!backup_manifest_read(STR("f"), block, &m, &e)) {
		if (e.text[0] == '\0')
			__builtin_trap();
		return;
	}
	backup_manifest_write(&m, &out);
	if (!backup_manifest_read(STR("f"), buf_str(&out), &again, &e) || memcmp(&m, &again, sizeof(m)) != 0)
		__builtin_trap();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct str given = { (const char *)bytes, len }, body = given, line;
	SCOPED_BUF block = buf_new(BACKUP_MANIFEST_BYTES), rest = buf_new(BACKUP_MANIFEST_BYTES);
	char hex[SHA256_HEX_SIZE];
	struct sha256 digest;

	check(given);
	if (!str_cut(&body, '\n', &line))
		return 0;
	buf_add(&rest, str_first(body, BACKUP_MANIFEST_BYTES - BACKUP_MANIFEST_LINE));
	while (rest.len < BACKUP_MANIFEST_BYTES - BACKUP_MANIFEST_LINE)
		buf_byte(&rest, '\n');
	digest = sha256_of(buf_str(&rest));
	buf_printf(&block, "aftercare backup 1 %s\n", sha256_hex(&digest, hex));
	buf_add(&block, buf_str(&rest));
	check(buf_str(&block));
	return 0;
}
