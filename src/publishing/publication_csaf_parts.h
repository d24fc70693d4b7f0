/*
 * publication_csaf_parts - the inside of publication_csaf: the product tree and the vulnerability. For
 * publication_csaf*.c only.
 */
#pragma once
#include "formats/json_write.h"
#include "publishing/publication.h"

struct csaf_writing {
	const struct publication *p;
	struct arena *arena;
	struct json_out *json;
};

/* A release keeps its id in every issue; in the arena. */
struct str csaf_product_id(struct csaf_writing *out, const struct publication_product *p);
/* A list under the key; nothing where it is empty. */
void csaf_put_texts(struct json_out *w, const char *key, const struct str *texts, size_t count);
void csaf_put_product_tree(struct csaf_writing *out);
/* The object of the vulnerability. */
void csaf_put_flaw(struct csaf_writing *out);
