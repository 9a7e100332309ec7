//! `cargo xtask regen`: the committed client, out of the contract.

use std::fs;
use std::path::Path;

use crate::error::Error;
use crate::files::{Change, replace};

const CONTRACT: &str = "openapi/opentact.yaml";
const CLIENT: &str = "crates/opentact-client/src/generated.rs";

/// Regenerates what is committed under `root`, or only says whether that is due; the answer has
/// one line for each file.
pub(crate) fn regen(root: &Path, check: bool) -> Result<String, Error> {
    let yaml = fs::read_to_string(root.join(CONTRACT)).map_err(|source| Error::Read {
        file: CONTRACT.to_owned(),
        source,
    })?;
    let source = opentact_codegen::generate(CONTRACT, &yaml).map_err(Error::Contract)?;
    let change = Change::of(root, CLIENT, &source)?;
    if change == Change::Unchanged {
        Ok(format!("{CLIENT}: {change}"))
    } else if check {
        Err(Error::Stale(format!("{CLIENT}: stale ({change})")))
    } else {
        replace(root, CLIENT, &source)?;
        Ok(format!("{CLIENT}: rewritten ({change})"))
    }
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    /// A workspace with the real contract and no client yet.
    fn workspace() -> TempDir {
        let root = tempfile::tempdir().unwrap();
        for file in [CONTRACT, CLIENT] {
            fs::create_dir_all(root.path().join(file).parent().unwrap()).unwrap();
        }
        fs::copy(crate::root().join(CONTRACT), root.path().join(CONTRACT)).unwrap();
        root
    }

    fn client(root: &TempDir) -> String {
        fs::read_to_string(root.path().join(CLIENT)).unwrap()
    }

    #[test]
    fn what_is_missing_is_written_and_then_left_alone() {
        let root = workspace();
        let report = regen(root.path(), false).unwrap();
        let lines = client(&root).lines().count();
        assert_eq!(report, format!("{CLIENT}: rewritten (+{lines}/-0 lines)"));
        assert_eq!(
            regen(root.path(), false).unwrap(),
            format!("{CLIENT}: unchanged")
        );
        assert_eq!(
            regen(root.path(), true).unwrap(),
            format!("{CLIENT}: unchanged")
        );
        let folder = root.path().join(CLIENT);
        let files = fs::read_dir(folder.parent().unwrap()).unwrap().count();
        assert_eq!(files, 1, "a temporary file is left");
    }

    #[test]
    fn a_check_writes_nothing_and_names_file_and_command() {
        let root = workspace();
        regen(root.path(), false).unwrap();
        let stale = client(&root).replacen("pub mod types", "// by hand\npub mod types", 1);
        fs::write(root.path().join(CLIENT), &stale).unwrap();
        insta::assert_snapshot!(regen(root.path(), true).unwrap_err(), @"
        crates/opentact-client/src/generated.rs: stale (+0/-1 lines)
        run `cargo xtask regen` and commit what it writes
        ");
        assert_eq!(client(&root), stale);
        let report = regen(root.path(), false).unwrap();
        assert_eq!(report, format!("{CLIENT}: rewritten (+0/-1 lines)"));
    }

    #[test]
    fn findings_are_told_and_leave_the_files_alone() {
        let root = workspace();
        regen(root.path(), false).unwrap();
        let before = client(&root);
        let path = root.path().join(CONTRACT);
        let yaml = fs::read_to_string(&path).unwrap();
        fs::write(&path, yaml.replacen("\"429\":", "default:", 1)).unwrap();
        let error = regen(root.path(), false).unwrap_err().to_string();
        assert!(error.contains("authenticate (GET /rest/auth)"), "{error}");
        assert!(error.contains("[no-default-response]"), "{error}");
        assert_eq!(client(&root), before);
    }

    #[test]
    fn the_committed_client_is_what_the_contract_gives() {
        let report = regen(crate::root(), true).unwrap();
        assert_eq!(report, format!("{CLIENT}: unchanged"));
    }

    #[test]
    fn a_missing_contract_is_named() {
        let root = tempfile::tempdir().unwrap();
        let error = regen(root.path(), false).unwrap_err();
        assert_eq!(error.to_string(), format!("{CONTRACT} cannot be read"));
    }
}
