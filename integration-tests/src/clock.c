/* SPDX-License-Identifier: Apache-2.0 */

/* The wall clock of a process, so many seconds later than it is: a development chain takes its time
 * from it, and days of a challenge or of a referendum pass while a node is stopped. Loaded before the
 * C library by LD_PRELOAD. */

#define _GNU_SOURCE
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

int clock_gettime(clockid_t id, struct timespec *now)
{
	int failed = (int)syscall(SYS_clock_gettime, id, now);
	const char *later = getenv("CADASTRE_LATER");

	if (!failed && id == CLOCK_REALTIME && later)
		now->tv_sec += atoll(later);
	return failed;
}
