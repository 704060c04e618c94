//! The name of this device in the events that it records.
//!
//! `undo` takes back the last step of this device, so no two devices may have the same name. It is
//! kept next to the device's own events, together with what ties it to the machine, the user and the
//! folder: a copy of a home, or of the folder, gets another name.

use std::path::Path;

use uuid::Uuid;
use xxhash_rust::xxh3::Xxh3;

use super::file::{self, Content, own_uid, read_capped};
use crate::error::Result;
use crate::text::{Attempt, Folder};

/// Where Linux keeps the random id of an installation.
const MACHINE_ID: &str = "/etc/machine-id";

/// The largest such file that is read, in bytes.
const MAX_BYTES: u64 = 4096;

/// This device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Device {
    /// Eight hexadecimal digits.
    pub(crate) name: String,
    /// Whether the folder is a copy of another device's, so that this name is new.
    pub(crate) is_copy: bool,
}

/// The name of this device, kept in `data_dir`; `None` if it has none yet.
pub(crate) fn name(data_dir: &Path) -> Option<String> {
    let (name, tie) = kept(data_dir)?;
    (tie == self::tie(data_dir)).then_some(name)
}

/// The name of this device, which is chosen and kept in `data_dir` if it has none, with `fresh` as its
/// source of random bits.
///
/// # Errors
/// Those of creating the file.
pub(crate) fn identify(data_dir: &Path, fresh: Uuid) -> Result<Device> {
    if let Some(name) = name(data_dir) {
        let is_copy = false;
        return Ok(Device { name, is_copy });
    }
    let is_copy = kept(data_dir).is_some();
    // The end of the id is its random part.
    let name = fresh.simple().to_string().split_off(24);
    let path = data_dir.join("device");
    // The folder has to be there before its path is known for certain.
    file::create_private(data_dir)
        .map_err(|error| file::failed(Attempt::Create, data_dir, &error, Folder::Data))?;
    let text = format!("{name} {}\n", tie(data_dir));
    file::replace(&path, text.as_bytes(), Folder::Data)?;
    Ok(Device { name, is_copy })
}

/// The name and what it is tied to, as they were kept.
fn kept(data_dir: &Path) -> Option<(String, String)> {
    let Ok(Content::Whole(bytes)) = read_capped(&data_dir.join("device"), MAX_BYTES) else {
        return None;
    };
    let text = String::from_utf8(bytes).ok()?;
    let (name, tie) = text.trim().split_once(' ')?;
    let is_name = name.len() == 8 && name.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_name.then(|| (name.to_owned(), tie.to_owned()))
}

/// What a name is tied to, as a hash: the machine, the user, and where the folder is.
fn tie(data_dir: &Path) -> String {
    let machine = match read_capped(Path::new(MACHINE_ID), MAX_BYTES) {
        Ok(Content::Whole(bytes)) => bytes,
        _ => Vec::new(),
    };
    let folder = data_dir.canonicalize();
    let folder = folder.unwrap_or_else(|_| data_dir.to_owned());
    hash(&machine, own_uid(), &folder)
}

fn hash(machine: &[u8], user: u32, folder: &Path) -> String {
    let mut hash = Xxh3::new();
    for part in [
        machine,
        &user.to_le_bytes(),
        folder.as_os_str().as_encoded_bytes(),
    ] {
        hash.update(&part.len().to_le_bytes());
        hash.update(part);
    }
    format!("{:032x}", hash.digest128())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_name_is_kept_and_a_copied_folder_gets_another() {
        let dir = tempfile::tempdir().unwrap();
        let (here, there) = (dir.path().join("here"), dir.path().join("there"));
        assert_eq!(name(&here), None);
        let named = |name: &str, is_copy| Device {
            name: name.to_owned(),
            is_copy,
        };
        let first = identify(&here, Uuid::from_u128(0x1234_5678)).unwrap();
        assert_eq!(first, named("12345678", false));
        let again = identify(&here, Uuid::from_u128(9)).unwrap();
        assert_eq!(again, named("12345678", false));
        fs::create_dir(&there).unwrap();
        fs::copy(here.join("device"), there.join("device")).unwrap();
        assert_eq!(name(&there), None);
        let copy = identify(&there, Uuid::from_u128(0x9abc_def0)).unwrap();
        assert_eq!(copy, named("9abcdef0", true));
        assert_eq!(name(&there).as_deref(), Some("9abcdef0"));
        assert_eq!(name(&here).as_deref(), Some("12345678"));
    }

    #[test]
    fn machine_user_and_folder_each_make_another_device() {
        let own = hash(b"machine", 1000, Path::new("/home/a"));
        assert_eq!(own, hash(b"machine", 1000, Path::new("/home/a")));
        assert_ne!(own, hash(b"other", 1000, Path::new("/home/a")));
        assert_ne!(own, hash(b"machine", 1001, Path::new("/home/a")));
        assert_ne!(own, hash(b"machine", 1000, Path::new("/home/b")));
    }

    #[test]
    fn a_damaged_file_is_no_name() {
        let dir = tempfile::tempdir().unwrap();
        for text in ["", "12345678", "1234567é x\n", "../../etc x\n"] {
            fs::write(dir.path().join("device"), text).unwrap();
            assert_eq!(name(dir.path()), None, "{text}");
        }
    }
}
