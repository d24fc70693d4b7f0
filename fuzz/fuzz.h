/*
 * fuzz - one target a reader: what it must bear is any bytes at all.
 *
 * A target is fuzz_<reader>.c with the one function below, its corpus is corpora/<reader>/. With -Dfuzz=true
 * (clang) it is linked with libFuzzer; in every build it is linked with replay.c, which runs the corpus and
 * every document of it cut short.
 */
#pragma once
#include <stddef.h>
#include <stdint.h>

/* Reads the bytes and forgets the result; always 0. The bytes are gone after the call. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);
