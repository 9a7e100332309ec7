//! Joins the files of a contract: what relative references name becomes part of one document.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use serde_json::{Map, Value};

use crate::error::Error;
use crate::position::Position;
use crate::yaml::{self, child};

/// Where something stands: the number of its file, and the place in it.
pub(crate) type Place = (usize, Position);

/// The files of a contract as one, and where everything in it stands.
pub(crate) struct Joined {
    /// The names of the files, the root first.
    pub(crate) files: Vec<String>,
    pub(crate) value: Value,
    pub(crate) places: BTreeMap<String, Place>,
    /// Where the root refers to what stands in a file of its own.
    pub(crate) joints: BTreeMap<String, Place>,
}

/// Reads the file of that name, as the root's own is written.
pub(crate) type ReadFile<'r> = dyn Fn(&str) -> io::Result<String> + 'r;

/// Reads the root and every file that it refers to.
pub(crate) fn join(root: &str, read: &ReadFile<'_>) -> Result<Joined, Error> {
    let mut joiner = Joiner {
        read,
        files: Vec::new(),
        components: BTreeMap::new(),
        places: BTreeMap::new(),
        joints: BTreeMap::new(),
        used: BTreeSet::new(),
    };
    let number = joiner.file(root, None)?;
    joiner.find_components(number)?;
    let whole = joiner.files[number].value.clone();
    let value = joiner.copy(number, "", &whole, "")?;
    joiner.check_use()?;
    Ok(Joined {
        files: joiner.files.into_iter().map(|file| file.name).collect(),
        value,
        places: joiner.places,
        joints: joiner.joints,
    })
}

struct File {
    name: String,
    value: Value,
    positions: BTreeMap<String, Position>,
}

struct Joiner<'r> {
    read: &'r ReadFile<'r>,
    files: Vec<File>,
    /// The pointers of the root's components, by the file and the pointer from which they come.
    components: BTreeMap<(usize, String), String>,
    places: BTreeMap<String, Place>,
    joints: BTreeMap<String, Place>,
    /// The parts of other files that stand in the whole.
    used: BTreeSet<(usize, String)>,
}

impl Joiner<'_> {
    /// The number of a file, which is read where it is named first.
    fn file(&mut self, name: &str, named: Option<Place>) -> Result<usize, Error> {
        if let Some(known) = self.files.iter().position(|file| file.name == name) {
            return Ok(known);
        }
        let text = (self.read)(name).map_err(|cause| match named {
            Some(place) => self.refuse(
                place,
                &format!(
                    "`{name}` cannot be read: {cause}; add the file, or correct the reference"
                ),
            ),
            None => Error::Yaml {
                origin: name.to_owned(),
                position: Position { line: 1, column: 1 },
                message: format!("cannot be read: {cause}"),
            },
        })?;
        let (value, positions) = yaml::read(&text).map_err(|(position, message)| Error::Yaml {
            origin: name.to_owned(),
            position,
            message,
        })?;
        self.files.push(File {
            name: name.to_owned(),
            value,
            positions,
        });
        Ok(self.files.len() - 1)
    }

    /// Finds out which components of the root come from other files.
    fn find_components(&mut self, root: usize) -> Result<(), Error> {
        let kinds = self.files[root].value.get("components").cloned();
        for (kind, parts) in object(kinds.as_ref()) {
            for (name, part) in object(Some(parts)) {
                let pointer = child(&child("/components", kind), name);
                if let Some(reference) = outside(part) {
                    let place = self.place(root, &pointer);
                    let source = self.target(root, reference, place)?;
                    self.components.insert(source, pointer.clone());
                }
                self.components.insert((root, pointer.clone()), pointer);
            }
        }
        Ok(())
    }

    /// A part of a file, as it stands in the whole at `at`.
    fn copy(&mut self, file: usize, from: &str, value: &Value, at: &str) -> Result<Value, Error> {
        let place = self.place(file, from);
        if is_joint(at)
            && let Some(reference) = outside(value)
        {
            let (source, pointer) = self.target(file, reference, place)?;
            let part = self.files[source].value.pointer(&pointer).cloned();
            let message = format!("`{reference}` leads to nothing; mend the reference");
            let part = part.ok_or_else(|| self.refuse(place, &message))?;
            if outside(&part).is_some() {
                let message = "a reference to a reference; name what that one names";
                return Err(self.refuse(place, message));
            }
            self.joints.insert(at.to_owned(), place);
            let copy = self.copy(source, &pointer, &part, at)?;
            self.used.insert((source, pointer));
            // The template of a path stands in the root alone.
            if at.starts_with("/paths/") {
                self.places.insert(at.to_owned(), place);
            }
            return Ok(copy);
        }
        let copy = match value {
            Value::Object(fields) => {
                let mut copied = Map::new();
                for (name, field) in fields {
                    let (from, at) = (child(from, name), child(at, name));
                    let field = match field.as_str().filter(|_| name == "$ref") {
                        Some(reference) => {
                            let place = self.place(file, &from);
                            self.places.insert(at, place);
                            self.local(file, reference, place)?.into()
                        }
                        None => self.copy(file, &from, field, &at)?,
                    };
                    copied.insert(name.clone(), field);
                }
                Value::Object(copied)
            }
            Value::Array(items) => {
                let mut copied = Vec::with_capacity(items.len());
                for (index, item) in items.iter().enumerate() {
                    let index = index.to_string();
                    let (from, at) = (child(from, &index), child(at, &index));
                    copied.push(self.copy(file, &from, item, &at)?);
                }
                Value::Array(copied)
            }
            other => other.clone(),
        };
        self.places.insert(at.to_owned(), place);
        Ok(copy)
    }

    /// Refuses what stands in another file and would be left out without a word.
    fn check_use(&self) -> Result<(), Error> {
        for (file, content) in self.files.iter().enumerate().skip(1) {
            if let Some(pointer) = self.unused(file, String::new(), &content.value) {
                let message = "neither a path nor a component of the root refers to this; refer to it there, or leave it out";
                return Err(self.refuse(self.place(file, &pointer), message));
            }
        }
        Ok(())
    }

    /// The first part of a file that is not used, as a whole or by its parts.
    fn unused(&self, file: usize, pointer: String, value: &Value) -> Option<String> {
        let part = (file, pointer);
        if self.used.contains(&part) {
            return None;
        }
        let inside = format!("{}/", part.1);
        let mut used = self.used.iter();
        if !used.any(|(number, used)| *number == file && used.starts_with(&inside)) {
            return Some(part.1);
        }
        object(Some(value)).find_map(|(name, it)| self.unused(file, child(&part.1, name), it))
    }

    /// A reference as it reads in the whole.
    fn local(&mut self, file: usize, reference: &str, place: Place) -> Result<String, Error> {
        // The root's own are the lint's to judge.
        if file == 0 && reference.starts_with('#') {
            return Ok(reference.to_owned());
        }
        let source = self.target(file, reference, place)?;
        match self.components.get(&source) {
            Some(pointer) => Ok(format!("#{pointer}")),
            None => {
                let message = format!(
                    "`{reference}` is no component; give it a name under the root's `components`"
                );
                Err(self.refuse(place, &message))
            }
        }
    }

    /// The file and the pointer that a reference in a file names.
    fn target(
        &mut self,
        file: usize,
        reference: &str,
        place: Place,
    ) -> Result<(usize, String), Error> {
        let (path, pointer) = reference.split_once('#').unwrap_or((reference, ""));
        if path.is_empty() {
            return Ok((file, pointer.to_owned()));
        }
        let name = beside(&self.files[file].name, path);
        Ok((self.file(&name, Some(place))?, pointer.to_owned()))
    }

    fn place(&self, file: usize, pointer: &str) -> Place {
        let position = self.files[file].positions.get(pointer);
        (
            file,
            position.copied().unwrap_or(Position { line: 1, column: 1 }),
        )
    }

    fn refuse(&self, (file, position): Place, message: &str) -> Error {
        Error::Yaml {
            origin: self.files[file].name.clone(),
            position,
            message: message.to_owned(),
        }
    }
}

/// Whether a pointer names a path or a component, which may stand in a file of its own.
fn is_joint(pointer: &str) -> bool {
    let mut steps = pointer.split('/').skip(1);
    match steps.next() {
        Some("paths") => steps.count() == 1,
        Some("components") => steps.count() == 2,
        _ => false,
    }
}

/// The reference of a value that is nothing but one to another file.
fn outside(value: &Value) -> Option<&str> {
    let fields = value.as_object().filter(|fields| fields.len() == 1)?;
    let reference = fields.get("$ref")?.as_str()?;
    (!reference.starts_with('#')).then_some(reference)
}

fn object(value: Option<&Value>) -> impl Iterator<Item = (&String, &Value)> {
    value.and_then(Value::as_object).into_iter().flatten()
}

/// The name of the file to which a relative path in another leads.
fn beside(file: &str, path: &str) -> String {
    let mut steps: Vec<&str> = file.split('/').collect();
    steps.pop();
    for step in path.split('/') {
        match step {
            "." => {}
            ".." if steps.last().is_some_and(|last| *last != "..") => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}
