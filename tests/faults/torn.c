/* SPDX-License-Identifier: MIT */
/*
 * Loaded before libc (LD_PRELOAD): watches what a process does to the files below one folder.
 *
 * torn_record(folder, log)      writes every change to the log, in order, with the bytes; replay.py makes of it
 *                               what a disk may hold after a power cut.
 * torn_crash(folder, at, keep)  ends the process at change number `at`. Of a write only `keep` thousandths of its
 *                               bytes are written; any other change is made if keep >= 500, and not made otherwise.
 * torn_mark(text)               a line of the log between two changes: what was acknowledged.
 * torn_count()                  how many changes there were.
 *
 * A change is: a write, a new length, a sync, a new, moved, linked or removed name, a folder made or removed.
 * Files that are mapped into memory (SQLite's -shm) change unseen; SQLite makes them anew after a crash.
 * sendfile is made of a read and a write, and copy_file_range answers that it does not work here.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

#define CRASHED 99
#define MOST_FILES 4096

enum { OFF, RECORDING, CRASHING };

struct entry { /* little-endian as the machine; replay.py reads it as "<cIIqq" without padding */
    char kind;
    uint32_t first, second; /* bytes of the two texts or of the data that follow */
    int64_t file, at;       /* file: descriptor; at: offset or length */
} __attribute__((packed));

static int mode = OFF, log_fd = -1;
static char below[PATH_MAX];
static size_t below_length;
static long count, crash_at, keep_permille;
static char watched[MOST_FILES];
static pthread_mutex_t lock = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;

#define REAL(name) \
    static __typeof__(&name) real; \
    if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

static void put(const void *data, size_t size) {
    const char *from = data;
    while (size > 0) {
        ssize_t done = syscall(SYS_write, log_fd, from, size);
        if (done <= 0) _exit(98);
        from += done;
        size -= (size_t)done;
    }
}

static void note(char kind, int64_t file, int64_t at, const void *a, size_t a_size, const void *b, size_t b_size) {
    if (mode != RECORDING) return;
    struct entry entry = {kind, (uint32_t)a_size, (uint32_t)b_size, file, at};
    put(&entry, sizeof entry);
    put(a, a_size);
    put(b, b_size);
}

static void note_names(char kind, int64_t file, int64_t at, const char *a, const char *b) {
    note(kind, file, at, a, strlen(a), b, strlen(b));
}

/* Whether this change is the one to die at. */
static int is_last(void) {
    count++;
    return mode == CRASHING && count == crash_at;
}

/* Die before or after a change that cannot be half done. */
static int dies_before(int last) {
    if (last && keep_permille < 500) _exit(CRASHED);
    return 0;
}

static void dies_after(int last) {
    if (last) _exit(CRASHED);
}

/* The whole path of a name, without following its last part. */
static void whole(int folder, const char *name, char *out) {
    char link[64], base[PATH_MAX];
    ssize_t size = 0;
    if (name[0] == '/') { snprintf(out, PATH_MAX, "%s", name); return; }
    snprintf(link, sizeof link, folder == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/%d", folder);
    size = readlink(link, base, sizeof base - 1);
    base[size < 0 ? 0 : size] = 0;
    if (snprintf(out, PATH_MAX, "%s/%s", base, name) >= PATH_MAX) out[0] = 0;
}

static int is_below(const char *path) {
    return mode != OFF && strncmp(path, below, below_length) == 0
        && (path[below_length] == '/' || path[below_length] == 0);
}

static int is_watched(int file) { return mode != OFF && file >= 0 && file < MOST_FILES && watched[file]; }

/* ---- what a test calls ---- */

static void start(const char *folder) {
    snprintf(below, sizeof below, "%s", folder);
    below_length = strlen(below);
    memset(watched, 0, sizeof watched);
    count = 0;
}

int torn_record(const char *folder, const char *path) {
    log_fd = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    start(folder);
    mode = RECORDING;
    return log_fd;
}

void torn_crash(const char *folder, long at, long keep) {
    start(folder);
    crash_at = at;
    keep_permille = keep;
    mode = CRASHING;
}

void torn_mark(const char *text) {
    pthread_mutex_lock(&lock);
    note_names('K', -1, 0, text, "");
    pthread_mutex_unlock(&lock);
}

long torn_count(void) { return count; }

void torn_stop(void) { mode = OFF; }

/* ---- opening and closing ---- */

static int opening(int folder, const char *name, int flags, mode_t rights) {
    char path[PATH_MAX];
    struct stat before;
    REAL(openat);
    if (mode == OFF) return real(folder, name, flags, rights);
    whole(folder, name, path);
    if (!is_below(path)) return real(folder, name, flags, rights);
    pthread_mutex_lock(&lock);
    int is_new = lstat(path, &before) != 0;
    int changes = (flags & O_CREAT && is_new) || (flags & O_TRUNC && !is_new && before.st_size > 0);
    int last = changes && is_last();
    dies_before(last);
    int file = real(folder, name, flags, rights);
    int failed = errno;
    if (file >= 0) {
        if (file < MOST_FILES) watched[file] = 1;
        note_names(is_new ? 'C' : 'O', file, flags & O_TRUNC && !is_new ? 1 : 0, path, "");
    }
    dies_after(last);
    pthread_mutex_unlock(&lock);
    errno = failed;
    return file;
}

#define OPENS(name) \
    int name(const char *path, int flags, ...) { \
        va_list more; \
        va_start(more, flags); \
        mode_t rights = flags & (O_CREAT | __O_TMPFILE) ? va_arg(more, mode_t) : 0; \
        va_end(more); \
        return opening(AT_FDCWD, path, flags, rights); \
    }
OPENS(open)
OPENS(open64)

#define OPENS_AT(name) \
    int name(int folder, const char *path, int flags, ...) { \
        va_list more; \
        va_start(more, flags); \
        mode_t rights = flags & (O_CREAT | __O_TMPFILE) ? va_arg(more, mode_t) : 0; \
        va_end(more); \
        return opening(folder, path, flags, rights); \
    }
OPENS_AT(openat64)

int close(int file) {
    REAL(close);
    if (is_watched(file)) {
        pthread_mutex_lock(&lock);
        note_names('X', file, 0, "", "");
        watched[file] = 0;
        pthread_mutex_unlock(&lock);
    }
    return real(file);
}

/* ---- bytes ---- */

static size_t kept(size_t size) { return size * (size_t)keep_permille / 1000; }

ssize_t write(int file, const void *data, size_t size) {
    REAL(write);
    if (!is_watched(file)) return real(file, data, size);
    pthread_mutex_lock(&lock);
    if (is_last()) {
        real(file, data, kept(size));
        _exit(CRASHED);
    }
    ssize_t done = real(file, data, size);
    int failed = errno;
    if (done > 0) note('W', file, lseek(file, 0, SEEK_CUR) - done, data, (size_t)done, "", 0);
    pthread_mutex_unlock(&lock);
    errno = failed;
    return done;
}

ssize_t pwrite64(int file, const void *data, size_t size, off64_t at) {
    REAL(pwrite64);
    if (!is_watched(file)) return real(file, data, size, at);
    pthread_mutex_lock(&lock);
    if (is_last()) {
        real(file, data, kept(size), at);
        _exit(CRASHED);
    }
    ssize_t done = real(file, data, size, at);
    int failed = errno;
    if (done > 0) note('W', file, at, data, (size_t)done, "", 0);
    pthread_mutex_unlock(&lock);
    errno = failed;
    return done;
}

int ftruncate64(int file, off64_t size) {
    REAL(ftruncate64);
    if (!is_watched(file)) return real(file, size);
    pthread_mutex_lock(&lock);
    int last = is_last();
    dies_before(last);
    int done = real(file, size);
    if (done == 0) note_names('T', file, size, "", "");
    dies_after(last);
    pthread_mutex_unlock(&lock);
    return done;
}

#define SYNCS(name) \
    int name(int file) { \
        REAL(name); \
        if (!is_watched(file)) return real(file); \
        pthread_mutex_lock(&lock); \
        int last = is_last(); \
        dies_before(last); \
        int done = real(file); \
        if (done == 0) note_names('S', file, 0, "", ""); \
        dies_after(last); \
        pthread_mutex_unlock(&lock); \
        return done; \
    }
SYNCS(fsync)
SYNCS(fdatasync)

ssize_t sendfile64(int out, int in, off64_t *from, size_t size) {
    REAL(sendfile64);
    if (!is_watched(out) || !from) return real(out, in, from, size);
    char *data = malloc(size);
    ssize_t got = data ? pread64(in, data, size, *from) : -1;
    ssize_t done = got > 0 ? write(out, data, (size_t)got) : got;
    if (done > 0) *from += done;
    free(data);
    return done;
}

ssize_t copy_file_range(int in, off64_t *from, int out, off64_t *to, size_t size, unsigned flags) {
    REAL(copy_file_range);
    if (!is_watched(out)) return real(in, from, out, to, size, flags);
    errno = EXDEV;
    return -1;
}

/* ---- names ---- */

#define NAMES(kind, first, second, call) \
    pthread_mutex_lock(&lock); \
    int last = is_last(); \
    dies_before(last); \
    int done = call; \
    int failed = errno; \
    if (done == 0) note_names(kind, -1, 0, first, second); \
    dies_after(last); \
    pthread_mutex_unlock(&lock); \
    errno = failed; \
    return done

#define ONE_NAME(function, kind, arguments, folder, name, ...) \
    int function arguments { \
        char path[PATH_MAX]; \
        REAL(function); \
        if (mode == OFF) return real(__VA_ARGS__); \
        whole(folder, name, path); \
        if (!is_below(path)) return real(__VA_ARGS__); \
        NAMES(kind, path, "", real(__VA_ARGS__)); \
    }
ONE_NAME(unlink, 'U', (const char *name), AT_FDCWD, name, name)
ONE_NAME(rmdir, 'D', (const char *name), AT_FDCWD, name, name)
ONE_NAME(mkdir, 'M', (const char *name, mode_t rights), AT_FDCWD, name, name, rights)
ONE_NAME(unlinkat, flags & AT_REMOVEDIR ? 'D' : 'U', (int folder, const char *name, int flags), folder, name, folder, name, flags)
ONE_NAME(mkdirat, 'M', (int folder, const char *name, mode_t rights), folder, name, folder, name, rights)

#define TWO_NAMES(function, kind, arguments, folder_a, a, folder_b, b, ...) \
    int function arguments { \
        char from[PATH_MAX], to[PATH_MAX]; \
        REAL(function); \
        if (mode == OFF) return real(__VA_ARGS__); \
        whole(folder_a, a, from); \
        whole(folder_b, b, to); \
        if (!is_below(from) || !is_below(to)) return real(__VA_ARGS__); \
        NAMES(kind, from, to, real(__VA_ARGS__)); \
    }
TWO_NAMES(rename, 'R', (const char *a, const char *b), AT_FDCWD, a, AT_FDCWD, b, a, b)
TWO_NAMES(renameat, 'R', (int fa, const char *a, int fb, const char *b), fa, a, fb, b, fa, a, fb, b)
TWO_NAMES(link, 'L', (const char *a, const char *b), AT_FDCWD, a, AT_FDCWD, b, a, b)
TWO_NAMES(linkat, 'L', (int fa, const char *a, int fb, const char *b, int flags), fa, a, fb, b, fa, a, fb, b, flags)
