#include "actions/recovery_code.h"

#include "base/secret.h"

#define LETTERS 16
#define GROUP 4

const char *recovery_code_make(char out[RECOVERY_CODE_SIZE])
{
	char word[SECRET_WORD_SIZE];
	size_t len = 0;

	secret_word(word);
	for (size_t i = 0; i < LETTERS; i++) {
		if (i > 0 && i % GROUP == 0)
			out[len++] = '-';
		out[len++] = word[i];
	}
	out[len] = '\0';
	secret_wipe(word, sizeof(word));
	return out;
}

bool recovery_code_digest(struct str typed, struct sha256 *out)
{
	char letters[LETTERS];
	size_t count = 0;

	for (size_t i = 0; i < typed.len; i++) {
		if (typed.ptr[i] == '-' || typed.ptr[i] == ' ')
			continue;
		if (count == LETTERS)
			return false;
		letters[count++] = char_lower(typed.ptr[i]);
	}
	*out = sha256_of((struct str){ letters, count });
	return count == LETTERS;
}
