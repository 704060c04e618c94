//! The names of all rows, in the order of the table. A case in this binary fills each of them.

pub const KILL_FRESH: &str = "SIGKILL at every system call, no journal yet";
pub const KILL_EXISTING: &str = "SIGKILL at every system call";
pub const KILL_TORN: &str = "SIGKILL at every system call, last line torn";
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

pub const ALL: [&str; 20] = [
    KILL_FRESH,
    KILL_EXISTING,
    KILL_TORN,
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
];
