/*
 * err_rename - what a message begins with, called otherwise: a file that was handed in lies where nobody
 * knows it.
 */
#pragma once
#include "base/err.h"
#include "base/str.h"

/* In a message that begins with from, to stands in its place; any other stays. */
void err_rename(struct err *e, struct str from, struct str to);
