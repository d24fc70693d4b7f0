/*
 * replay - runs a fuzz target over a folder of documents, whole and cut short.
 *
 * usage: replay CORPUS. Fails where the folder is empty or cannot be read; a target fails by aborting, and
 * the document it died of is the last one named.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "fuzz.h"

/* How many of the shorter forms of a document are tried, evenly spread. */
enum { CUTS = 256, DOCUMENT_BYTES = 1 << 20 };

/* A copy of its very length, so that a byte read beyond its end is noticed. */
static void run(const char *bytes, size_t len)
{
	uint8_t *copy = malloc(len ? len : 1);

	if (!copy)
		abort();
	if (len)
		memcpy(copy, bytes, len);
	LLVMFuzzerTestOneInput(copy, len);
	free(copy);
}

static bool read_file(const char *path, char *to, size_t *len)
{
	FILE *file = fopen(path, "rb");
	bool good;

	if (!file)
		return false;
	*len = fread(to, 1, DOCUMENT_BYTES, file);
	good = !ferror(file) && feof(file);
	fclose(file);
	return good;
}

static bool replay(const char *path, char *room)
{
	size_t len, step;

	printf("# %s\n", path);
	fflush(stdout);
	if (!read_file(path, room, &len)) {
		printf("# cannot be read, or is over %d bytes\n", DOCUMENT_BYTES);
		return false;
	}
	step = len / CUTS + 1;
	for (size_t cut = 0; cut < len; cut += step)
		run(room, cut);
	run(room, len);
	return true;
}

static int is_document(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

int main(int argc, char **argv)
{
	struct dirent **entries;
	int count = argc == 2 ? scandir(argv[1], &entries, is_document, alphasort) : -1;
	char *room = malloc(DOCUMENT_BYTES);
	bool good = count > 0 && room;

	puts("1..1");
	for (int i = 0; i < count; i++) {
		char path[4096];

		snprintf(path, sizeof(path), "%s/%s", argv[1], entries[i]->d_name);
		good = good && replay(path, room);
		free(entries[i]);
	}
	if (count >= 0)
		free(entries);
	free(room);
	printf("%s 1 - %d documents, whole and cut short\n", good ? "ok" : "not ok", count);
	return good ? 0 : 1;
}
