/*
 * completion - what shells need to complete the words of a command line: commands word by word, options,
 * values that are choices, files where a value names one. Written from the table of commands.
 */
#pragma once
#include <stdio.h>

void completion_bash(FILE *to);
void completion_zsh(FILE *to);
void completion_fish(FILE *to);
