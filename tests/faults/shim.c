/* A shim between a program and its disk, for LD_PRELOAD: it counts, spoils and records what is done to one folder.

   Loaded into any program it does nothing until that program calls shim_watch. From then on every write, sync,
   truncation, removal, renaming and making of a file under the folder is an operation with a number. Syncs are
   counted and recorded but not done: what a killed program wrote is kept by the system anyway. Reads have numbers of
   their own: one of them can fail. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define CRASHED 86
#define TAKES_MODE(flags) ((flags) & O_CREAT || ((flags) & O_TMPFILE) == O_TMPFILE)

enum fate { PASS, CRASH, HALF_CRASH, HALF_FULL, FAIL, FULL };

static char folder[PATH_MAX];
static size_t folder_length;
static long count;
static long spoiled = -1;
static enum fate what = PASS;
static long reads;
static long unreadable = -1;
static int is_full;
static int record = -1;

void shim_watch(const char *path) {
    folder_length = (size_t)snprintf(folder, sizeof folder, "%s/", path);
}

void shim_spoil(long number, int fate) {
    count = 0;
    spoiled = number;
    what = (enum fate)fate;
}

long shim_count(void) { return count; }

void shim_fail_read(long number) {
    reads = 0;
    unreadable = number;
}

long shim_reads(void) { return reads; }

/* While the disk is full no file is made and none grows; what is there may be written over. */
void shim_fill(int full) { is_full = full; }

void shim_record(const char *path) { record = REAL(open64)(path, O_WRONLY | O_CREAT | O_APPEND, 0644); }

/* An entry of the record: kind, two names, an offset, and data; sizes first, in the machine's own order. */
static void note(char kind, const char *name, const char *other, int64_t offset, const void *data, size_t size) {
    struct __attribute__((packed)) {
        char kind;
        uint16_t name, other;
        int64_t offset;
        uint64_t size;
    } head = {kind, (uint16_t)strlen(name), (uint16_t)strlen(other), offset, size};
    if (record < 0) return;
    __typeof__(&write) put = REAL(write);
    put(record, &head, sizeof head);
    put(record, name, head.name);
    put(record, other, head.other);
    put(record, data, size);
}

void shim_mark(const char *text) { note('!', "", "", 0, text, strlen(text)); }

static int is_watched(const char *path) { return folder_length && !strncmp(path, folder, folder_length); }

/* The name of an open file, if it is under the folder or the folder itself, else NULL. */
static const char *watched_name(int fd) {
    static __thread char name[PATH_MAX];
    char link[64];
    if (!folder_length) return NULL;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, name, sizeof name - 2);
    if (length < 0) return NULL;
    name[length] = '\0';
    if (is_watched(name)) return name;
    return (size_t)length + 1 == folder_length && !strncmp(name, folder, (size_t)length) ? name : NULL;
}

static enum fate fate(void) {
    enum fate now = ++count == spoiled ? what : PASS;
    if (now == CRASH) _exit(CRASHED);
    return now;
}

static int failed(enum fate now) {
    if (now == HALF_CRASH) _exit(CRASHED);
    errno = now == FAIL ? EIO : ENOSPC;
    return -1;
}

/* Whether an operation that is no write is done: half of it is all of it, and then a crash or a false report. */
static int is_done(enum fate now) { return now == PASS || now == HALF_CRASH || now == HALF_FULL; }

static ssize_t put_at(const char *name, int fd, const void *data, size_t size, off64_t offset) {
    __typeof__(&pwrite64) put = REAL(pwrite64);
    struct stat64 now;
    if (is_full && !fstat64(fd, &now) && offset + (off64_t)size > now.st_size) return failed(FULL);
    enum fate its = fate();
    if (its == HALF_CRASH || its == HALF_FULL) put(fd, data, size / 2, offset);
    if (its != PASS) return failed(its);
    ssize_t written = put(fd, data, size, offset);
    if (written > 0) note('w', name, "", offset, data, (size_t)written);
    return written;
}

ssize_t pwrite64(int fd, const void *data, size_t size, off64_t offset) {
    const char *name = watched_name(fd);
    return name ? put_at(name, fd, data, size, offset) : REAL(pwrite64)(fd, data, size, offset);
}

ssize_t pwrite(int fd, const void *data, size_t size, off_t offset) { return pwrite64(fd, data, size, offset); }

ssize_t write(int fd, const void *data, size_t size) {
    const char *name = watched_name(fd);
    if (!name) return REAL(write)(fd, data, size);
    ssize_t written = put_at(name, fd, data, size, lseek64(fd, 0, SEEK_CUR));
    if (written > 0) lseek64(fd, written, SEEK_CUR);
    return written;
}

/* Whether a read of an open file fails. */
static int is_unreadable(int fd) {
    if (!watched_name(fd) || ++reads != unreadable) return 0;
    errno = EIO;
    return 1;
}

ssize_t pread64(int fd, void *data, size_t size, off64_t offset) {
    return is_unreadable(fd) ? -1 : REAL(pread64)(fd, data, size, offset);
}

ssize_t pread(int fd, void *data, size_t size, off_t offset) { return pread64(fd, data, size, offset); }

ssize_t read(int fd, void *data, size_t size) { return is_unreadable(fd) ? -1 : REAL(read)(fd, data, size); }

static int sync_of(const char *name) {
    enum fate its = fate();
    if (its != PASS) return failed(its);
    note('s', name, "", 0, "", 0);
    return 0;
}

int fsync(int fd) {
    const char *name = watched_name(fd);
    return name ? sync_of(name) : REAL(fsync)(fd);
}

int fdatasync(int fd) {
    const char *name = watched_name(fd);
    return name ? sync_of(name) : REAL(fdatasync)(fd);
}

int ftruncate64(int fd, off64_t size) {
    __typeof__(&ftruncate64) cut = REAL(ftruncate64);
    const char *name = watched_name(fd);
    if (!name) return cut(fd, size);
    enum fate its = fate();
    int result = is_done(its) ? cut(fd, size) : 0;
    if (its != PASS) return failed(its);
    if (!result) note('t', name, "", size, "", 0);
    return result;
}

int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

int unlink(const char *path) {
    __typeof__(&unlink) take = REAL(unlink);
    if (!is_watched(path) || access(path, F_OK)) return take(path);
    enum fate its = fate();
    int result = is_done(its) ? take(path) : 0;
    if (its != PASS) return failed(its);
    if (!result) note('u', path, "", 0, "", 0);
    return result;
}

int rename(const char *from, const char *to) {
    __typeof__(&rename) move = REAL(rename);
    if (!is_watched(from)) return move(from, to);
    enum fate its = fate();
    int result = is_done(its) ? move(from, to) : 0;
    if (its != PASS) return failed(its);
    if (!result) note('r', from, to, 0, "", 0);
    return result;
}

int mkdir(const char *path, mode_t mode) {
    __typeof__(&mkdir) make = REAL(mkdir);
    if (!is_watched(path) || !access(path, F_OK)) return make(path, mode);
    if (is_full) return failed(FULL);
    enum fate its = fate();
    int result = is_done(its) ? make(path, mode) : 0;
    if (its != PASS) return failed(its);
    if (!result) note('d', path, "", 0, "", 0);
    return result;
}

int open64(const char *path, int flags, ...) {
    __typeof__(&open64) get = REAL(open64);
    va_list rest;
    va_start(rest, flags);
    mode_t mode = TAKES_MODE(flags) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    if (!(flags & O_CREAT) || !is_watched(path) || !access(path, F_OK)) return get(path, flags, mode);
    if (is_full) return failed(FULL);
    enum fate its = fate();
    int fd = is_done(its) ? get(path, flags, mode) : -1;
    if (its != PASS && fd >= 0) close(fd);
    if (its != PASS) return failed(its);
    if (fd >= 0) note('c', path, "", 0, "", 0);
    return fd;
}

int open(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = TAKES_MODE(flags) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return open64(path, flags, mode);
}
