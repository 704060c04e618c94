//! The names of all rows, in the order of the table. A case in this binary fills each of them.

pub const KILL_FRESH: &str = "SIGKILL at every system call, no journal yet";
pub const KILL_EXISTING: &str = "SIGKILL at every system call";
pub const KILL_TORN: &str = "SIGKILL at every system call, last line torn";
pub const KILL_INIT: &str = "`init` of another plan killed at every system call";
pub const ERRNO_FRESH: &str = "every file system call fails in nine ways, no journal yet";
pub const ERRNO: &str = "every file system call fails in nine ways";
pub const POWER: &str = "power cut after every confirmation (ext4)";
pub const WRITERS: &str = "8 writers at once";
pub const WRITERS_KILLED: &str = "8 writers killed at random";
pub const READERS: &str = "readers during writes";
pub const DISK_FULL: &str = "disk full, then space again (tmpfs)";
pub const SIZE_LIMIT: &str = "limit on file sizes (`ulimit -f`)";
pub const SHORT_WRITE: &str = "write cut short at every byte";
pub const READ_ONLY: &str = "read-only mount";
pub const OTHER_OWNER: &str = "another owner";
pub const OPEN_FOLDER: &str = "a folder that everybody may write in";
pub const NO_FILE: &str = "the journal is a link, a FIFO, a folder or has two names";
pub const LOCK_SHORT: &str = "lock held for 3 s";
pub const LOCK_LONG: &str = "lock held for 60 s";
pub const STDOUT: &str = "stdout full, closed or gone";
pub const SYSCALLS: &str = "any verb: no call that could shrink or move the journal";
pub const CUT: &str = "journal of 100 events cut before every byte";
pub const CHANGED: &str = "every byte changed to NUL, newline, 0xFF, `\"`: more than two events";
pub const GIT: &str = "journal in git: merged and rebased, with `merge=union` and without";
pub const ROLLED_BACK: &str = "git in the folder of marks: stash, checkout, reset, rebase, revert";
pub const REPLACED: &str = "an older journal put in place 0, 1 and 5 ms after a mark";
pub const GONE: &str = "the journal or its folder deleted, emptied or put back from a backup";
pub const DEVICES: &str =
    "two devices: journals replaced, copied, deleted, cut and rolled back, then merged";
pub const FOREIGN: &str = "CRLF, BOM, NUL, glued, torn, unknown and newer lines";
pub const COPIES: &str = "conflict copies of a sync service";
pub const BACKUPS: &str =
    "backups: a linked folder, days to come, files that are no copies, drafts";
pub const CONFIG: &str = "two runs at once set keys of the configuration";
pub const CLOCKS: &str = "clock and zone: 1990, 2038, backward, gap, fold, other zones";
pub const FAKETIME: &str = "clock of the system in 1990, in 2038, backward";
pub const ORDERS: &str = "every order and duplication of events, undo and redo on two devices";
pub const PARSERS: &str = "anything at all as a line and as a plan";
pub const WORDS: &str = "anything at all as a target or a date, with 200 MB and 1 s";
pub const HOSTILE: &str = "hostile texts in every output of every verb";
pub const YAML: &str = "hostile texts written as a plan file and read back";
pub const LINKS: &str = "hostile links in every output";
pub const MAPPED: &str = "plan file written twice through a memory mapping";
pub const MEMORY: &str = "files that would eat memory, with 200 MB";
pub const BOUNDS: &str =
    "10,000 slots, 100,000 events, long chains: each kind of verb, with 300 MB";

pub const ALL: [&str; 43] = [
    KILL_FRESH,
    KILL_EXISTING,
    KILL_TORN,
    KILL_INIT,
    ERRNO_FRESH,
    ERRNO,
    POWER,
    WRITERS,
    WRITERS_KILLED,
    READERS,
    DISK_FULL,
    SIZE_LIMIT,
    SHORT_WRITE,
    READ_ONLY,
    OTHER_OWNER,
    OPEN_FOLDER,
    NO_FILE,
    LOCK_SHORT,
    LOCK_LONG,
    STDOUT,
    SYSCALLS,
    CUT,
    CHANGED,
    GIT,
    ROLLED_BACK,
    REPLACED,
    GONE,
    DEVICES,
    FOREIGN,
    COPIES,
    BACKUPS,
    CONFIG,
    CLOCKS,
    FAKETIME,
    ORDERS,
    PARSERS,
    WORDS,
    HOSTILE,
    YAML,
    LINKS,
    MAPPED,
    MEMORY,
    BOUNDS,
];
