/*
 * assets - the web app: files that are part of the program, and its first page for every address that is a
 * page.
 */
#pragma once
#include "server/exchange.h"

/* True: x asks for a file or page of the app, and is answered. */
bool assets_answer(struct exchange *x);
