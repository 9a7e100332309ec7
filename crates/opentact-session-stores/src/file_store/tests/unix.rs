//! Whose the folder and the files are, and who may use them.

use std::os::unix::fs::{PermissionsExt, symlink};

use super::*;

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o7777
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, PermissionsExt::from_mode(mode)).unwrap();
}

/// What the three functions of the store say, each of which has to refuse.
fn refusals(world: &World) -> Vec<String> {
    let read = world.store.read(&world.name).unwrap_err();
    let write = world.store.write(&world.name, &World::session());
    let texts = [read, write.unwrap_err()].map(|it| it.to_string());
    for text in &texts {
        assert!(!text.contains(world.name.as_str()), "{text}");
    }
    texts.to_vec()
}

#[test]
fn folder_and_files_are_for_their_owner_alone() {
    let world = World::new();
    world.save();
    drop(world.store.lock(&world.name).unwrap().unwrap());
    assert_eq!(mode(&world.home.path().join("a")), 0o700);
    assert_eq!(mode(world.store.folder.path()), 0o700);
    assert_eq!(mode(&world.file()), 0o600);
    assert_eq!(mode(&world.store.path(&world.name, "lock")), 0o600);
}

/// What Kubernetes does to a volume with `fsGroup` each time that it mounts it.
fn mount(folder: &Path) {
    set_mode(folder, mode(folder) | 0o2770);
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            mount(&path);
        } else {
            set_mode(&path, mode(&path) | 0o660);
        }
    }
}

#[test]
fn volume_that_is_mounted_again_costs_a_login_and_no_more() {
    let home = tempfile::tempdir().unwrap();
    let name = World::new().name;
    for _ in 0..3 {
        mount(home.path());
        let store = FileStore::new(home.path()).unwrap();
        let world = World {
            home: tempfile::tempdir().unwrap(),
            store,
            name: name.clone(),
        };
        // Others could write it, so nobody knows whose session it is.
        assert_eq!(world.loaded(), None);
        drop(world.store.lock(&name).unwrap().unwrap());
        world.save();
        assert_eq!(world.loaded().as_deref(), Some("planted-4711"));
        assert_eq!(mode(world.store.folder.path()) & 0o777, 0o700);
        assert_eq!(mode(&world.file()), 0o600);
        assert_eq!(mode(&world.store.path(&name, "lock")), 0o600);
    }
}

#[test]
fn what_others_may_use_is_closed_again_at_the_next_use() {
    let world = World::new();
    for bits in [0o750, 0o705, 0o720, 0o701, 0o2770] {
        world.save();
        set_mode(world.store.folder.path(), bits);
        assert_eq!(world.loaded().as_deref(), Some("planted-4711"));
        assert_eq!(mode(world.store.folder.path()) & 0o777, 0o700);
    }
    for bits in [0o640, 0o604, 0o620, 0o602] {
        world.save();
        set_mode(&world.file(), bits);
        assert_eq!(world.loaded(), None);
    }
}

#[test]
fn folder_behind_a_link_is_not_used() {
    let world = World::new();
    let (ours, elsewhere) = (
        world.store.folder.path(),
        world.home.path().join("elsewhere"),
    );
    fs::rename(ours, &elsewhere).unwrap();
    symlink(&elsewhere, ours).unwrap();
    let new = FileStore::new(world.home.path().join("a/b")).unwrap_err();
    let lock = world.store.lock(&world.name).unwrap_err();
    let texts = [new.to_string(), lock.to_string()];
    for text in refusals(&world).iter().chain(&texts) {
        assert!(text.contains("symbolic link"), "{text}");
    }
    assert_eq!(fs::read_dir(&elsewhere).unwrap().count(), 0);
}

#[test]
fn link_in_place_of_a_file_is_not_followed() {
    let world = World::new();
    world.save();
    let elsewhere = world.home.path().join("elsewhere");
    fs::rename(world.file(), &elsewhere).unwrap();
    symlink(&elsewhere, world.file()).unwrap();
    for text in refusals(&world) {
        assert!(text.contains("symbolic link"), "{text}");
    }
    let lock = world.store.path(&world.name, "lock");
    symlink(world.home.path().join("made through it"), &lock).unwrap();
    assert!(world.store.lock(&world.name).is_err());
    assert!(!world.home.path().join("made through it").exists());
}
