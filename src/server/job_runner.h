/*
 * job_runner - which run of a program has a job, so that the next one can tell whether it still runs.
 */
#pragma once
#include "base/str.h"

#define JOB_RUNNER_SIZE 48
/* This process: its number, and when it was started, as numbers are given again. */
const char *job_runner_self(char out[JOB_RUNNER_SIZE]);
/* Is it a process of this machine that runs? */
bool job_runner_runs(struct str runner);
