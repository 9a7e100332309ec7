//! Reads what the server sent so that one odd value costs that value and nothing else.

mod text;

use std::collections::BTreeMap;
use std::fmt;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::{Maybe, PhoneNumber, Secret, Timestamp, Unrecognized};

pub use text::text;

/// Reads a body as a model: strictly, and where that fails field by field.
///
/// An optional field whose value has another type stays empty, and the model keeps the value in
/// `extra` under the field's own name if it keeps what it does not know.
///
/// ```
/// use opentact_client::{tolerant, types::FieldError};
///
/// let body = br#"{"message":"no","value":1e400}"#;
/// assert_eq!(tolerant::read::<FieldError>(body)?.message, "no");
///
/// let body = br#"{"message":7}"#;
/// let misfit = tolerant::read::<FieldError>(body).unwrap_err();
/// assert!(misfit.to_string().ends_with("`message` has another type"));
/// # Ok::<(), tolerant::Misfit>(())
/// ```
///
/// # Errors
///
/// When it is no JSON, or a required field is missing or has another type.
pub fn read<T: Tolerant>(body: &[u8]) -> Result<T, Misfit> {
    serde_json::from_slice(body).or_else(|_| {
        let value = serde_json::from_str(&text(body)).map_err(|_| Misfit::new(NOT_JSON))?;
        T::read(&value)
    })
}

/// Reads a body as any type: strictly, and where that fails out of its text.
///
/// # Errors
///
/// When neither has the form of `T`; the error is the strict reader's.
pub fn from_slice<T: DeserializeOwned>(body: &[u8]) -> serde_json::Result<T> {
    serde_json::from_slice(body).or_else(|strict| {
        let value = serde_json::from_str::<Value>(&text(body));
        value.and_then(T::deserialize).map_err(|_| strict)
    })
}

/// What can be read out of JSON that is not quite as it should be.
pub trait Tolerant: DeserializeOwned {
    /// Reads a value; what the type's own `Deserialize` reads, it reads as the same.
    ///
    /// # Errors
    ///
    /// When the value, or something in it that is required, does not have its type.
    // Compiled where it is used, as `Deserialize` is.
    #[inline]
    fn read(value: &Value) -> Result<Self, Misfit> {
        Self::deserialize(value).map_err(|_| Misfit::of(value))
    }
}

macro_rules! leaves {
    ($($leaf:ty),+ $(,)?) => { $(impl Tolerant for $leaf {})+ };
}

leaves! {
    bool, i8, i16, i32, i64, u8, u16, u32, u64, f32, f64, String,
    chrono::NaiveDate, std::net::IpAddr, std::net::Ipv4Addr, std::net::Ipv6Addr, uuid::Uuid,
    serde_json::Number, Map<String, Value>, Value,
    PhoneNumber, Secret, Timestamp, Unrecognized,
}

/// What an operation that promises no body answers with: anything but a denial.
impl Tolerant for () {
    fn read(value: &Value) -> Result<Self, Misfit> {
        let is_denial = value.get("success") == Some(&Value::Bool(false));
        if is_denial {
            Err(Misfit::new("denies its success"))
        } else {
            Ok(())
        }
    }
}

impl<T: Tolerant> Tolerant for Option<T> {
    fn read(value: &Value) -> Result<Self, Misfit> {
        if value.is_null() {
            return Ok(None);
        }
        T::read(value).map(Some)
    }
}

impl<T: Tolerant> Tolerant for Maybe<T> {
    fn read(value: &Value) -> Result<Self, Misfit> {
        Option::read(value).map(Self::from)
    }
}

impl<T: Tolerant> Tolerant for Box<T> {
    fn read(value: &Value) -> Result<Self, Misfit> {
        T::read(value).map(Self::new)
    }
}

impl<T: Tolerant> Tolerant for Vec<T> {
    fn read(value: &Value) -> Result<Self, Misfit> {
        let items = value.as_array().ok_or_else(|| Misfit::of(value))?;
        let items = items.iter().enumerate();
        items
            .map(|(index, item)| T::read(item).map_err(|it| it.within(&format!("[{index}]"))))
            .collect()
    }
}

impl<T: Tolerant> Tolerant for BTreeMap<String, T> {
    fn read(value: &Value) -> Result<Self, Misfit> {
        let fields = value.as_object().ok_or_else(|| Misfit::of(value))?.iter();
        fields
            // The server chose the key: it is not for an error.
            .map(|(key, value)| Ok((key.clone(), T::read(value).map_err(|it| it.within("*"))?)))
            .collect()
    }
}

/// The fields of an object that is being read as a model. `Debug` shows the names of those that were.
pub struct Fields<'v> {
    all: &'v Map<String, Value>,
    read: Vec<&'static str>,
}

impl<'v> Fields<'v> {
    /// Those of a value.
    ///
    /// # Errors
    ///
    /// When it is no object.
    pub fn of(value: &'v Value) -> Result<Self, Misfit> {
        let all = value.as_object().ok_or_else(|| Misfit::of(value))?;
        let read = Vec::new();
        Ok(Self { all, read })
    }

    /// A field that the model cannot be without.
    ///
    /// # Errors
    ///
    /// When it is missing or has another type.
    pub fn required<T: Tolerant>(&mut self, name: &'static str) -> Result<T, Misfit> {
        let value = self.all.get(name);
        let value = value.ok_or_else(|| Misfit::new("is missing").within(name))?;
        let value = T::read(value).map_err(|it| it.within(name))?;
        self.read.push(name);
        Ok(value)
    }

    /// A field that may be missing; it is, where it has another type.
    pub fn optional<T: Tolerant + Default>(&mut self, name: &'static str) -> T {
        let read = self.all.get(name).and_then(|value| T::read(value).ok());
        let Some(value) = read else {
            return T::default();
        };
        self.read.push(name);
        value
    }

    /// What was not asked for and what has another type, as it came.
    pub fn rest(self) -> BTreeMap<String, Unrecognized> {
        let rest = self.all.iter();
        let rest = rest.filter(|(name, _)| !self.read.contains(&name.as_str()));
        rest.map(|(name, value)| (name.clone(), Unrecognized(value.clone())))
            .collect()
    }
}

impl fmt::Debug for Fields<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(&self.read).finish()
    }
}

const NOT_JSON: &str = "is not JSON";

/// Why an answer cannot be read: which field, and what is wrong with it. Nothing that the server
/// wrote is in it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Misfit {
    /// Empty for the answer as a whole.
    path: String,
    reason: &'static str,
}

impl Misfit {
    const fn new(reason: &'static str) -> Self {
        let path = String::new();
        Self { path, reason }
    }

    /// The one of a value that does not have its type.
    fn of(value: &Value) -> Self {
        Self::new(match value {
            Value::Null => "is null",
            _ => "has another type",
        })
    }

    /// The same, seen from one step further out.
    fn within(mut self, step: &str) -> Self {
        if !self.path.is_empty() && !self.path.starts_with('[') {
            self.path.insert(0, '.');
        }
        self.path.insert_str(0, step);
        self
    }
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, reason } = self;
        match path.as_str() {
            "" if *reason == NOT_JSON => write!(f, "the answer {reason}"),
            "" => write!(
                f,
                "the answer does not have the shape of the contract: it {reason}"
            ),
            _ => write!(
                f,
                "the answer does not have the shape of the contract: `{path}` {reason}"
            ),
        }
    }
}

impl std::error::Error for Misfit {}
