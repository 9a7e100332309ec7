//! What can go wrong when a sandbox is started or told something.

use std::{io, net::SocketAddr, path::PathBuf};

/// Why a sandbox did not start or did not do what it was told.
///
/// Errors of requests are no part of this: those are answers.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The address cannot be listened on.
    #[error("cannot listen on {address}")]
    Listen {
        /// The address that was asked for.
        address: SocketAddr,
        /// What the system says.
        #[source]
        source: io::Error,
    },
    /// This is no origin as browsers send it.
    #[error(
        "{origin:?} is no origin: it has to be as browsers send it, such as http://localhost:5173, or * for all"
    )]
    Origin {
        /// What was given.
        origin: String,
    },
    /// There is a user with this e-mail; case does not count.
    #[error("there is already a user {email}")]
    DuplicateUser {
        /// The e-mail that was to be added.
        email: String,
    },
    /// There is a SIP user with this login in this domain.
    #[error("there is already a SIP user {login}@{domain}")]
    DuplicateSipUser {
        /// The login that was to be added.
        login: String,
        /// Its domain.
        domain: String,
    },
    /// There is no SIP user with this login in this domain.
    #[error("there is no SIP user {login}@{domain}")]
    UnknownSipUser {
        /// The login that was looked for.
        login: String,
        /// Its domain.
        domain: String,
    },
    /// There is no user with this e-mail or uuid.
    #[error("there is no user {email}")]
    UnknownUser {
        /// The e-mail or uuid that was looked for.
        email: String,
    },
    /// The e-mail is empty or has a colon, so that Basic authentication cannot carry it.
    #[error("{email:?} cannot be the e-mail of a user: it must not be empty or contain a colon")]
    UnusableEmail {
        /// The e-mail that was to be added.
        email: String,
    },
    /// The user has no API token with this uuid, or it has expired.
    #[error("there is no token {uuid}")]
    UnknownToken {
        /// The uuid that was looked for.
        uuid: String,
    },
    /// There is no connection of the event service with this id, or it has ended.
    #[error("there is no connection {id}")]
    UnknownConnection {
        /// The id that was looked for.
        id: String,
    },
    /// No side of a WebSocket may close it with this code.
    #[error(
        "{code} is no close code: it has to be 1000 to 1014 but for 1004 to 1006, or 3000 to 4999"
    )]
    CloseCode {
        /// The code that was to be sent.
        code: u16,
    },
    /// This is no event.
    #[error("this is no event: {reason}")]
    Event {
        /// What it lacks.
        reason: &'static str,
    },
    /// The stock has no such number, or somebody has it.
    #[error("the number {tn} is not to be had: it has to be free and one that a search finds")]
    UnusableNumber {
        /// The number that was to be leased.
        tn: String,
    },
    /// A user of a seed has something to be kept that cannot be.
    #[error("{email} cannot have `kept.{place}`: {reason}")]
    UnusableKept {
        /// Whose it is.
        email: String,
        /// The resource, the number in its list from 0 on, and the field.
        place: String,
        /// What is wrong with it, in the API's words; it quotes no value of the seed.
        reason: String,
    },
    /// No account has this number with SMS on, so that nobody can receive a message there.
    #[error("nobody receives messages at {tn}: it has to be leased, with SMS on")]
    UnknownNumber {
        /// The number that was looked for.
        tn: String,
    },
    /// There is no webhook with this number.
    #[error("there is no webhook {id}")]
    UnknownWebhook {
        /// The number that was looked for.
        id: i64,
    },
    /// There is already an API token with the same value.
    #[error("the value of the token {name} is taken")]
    DuplicateToken {
        /// The name of the token that was to be added.
        name: String,
    },
    /// The value of an API token in a seed cannot be one.
    #[error("the value of the token {name} must be 48 characters, each of [0-9A-Za-z]")]
    UnusableToken {
        /// The name of the token that was to be added.
        name: String,
    },
    /// The parts of a fault do not fit together.
    #[error("the fault's `{field}` {reason}")]
    Fault {
        /// The field of the fault as JSON.
        field: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A part of a stub cannot be.
    #[error("the stub's `{field}` {reason}")]
    Stub {
        /// The field of the stub as JSON.
        field: &'static str,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// Other machines could reach the control port.
    #[error("the control port listens on loopback only, which {address} is not")]
    ControlAddress {
        /// The address that was asked for.
        address: SocketAddr,
    },
    /// The file of a certificate or of a private key cannot be read.
    #[error("cannot read {}, which TLS needs", path.display())]
    TlsFile {
        /// The file.
        path: PathBuf,
        /// What the system says.
        #[source]
        source: io::Error,
    },
    /// A certificate that was given for TLS is of no use.
    #[error("the certificate{} cannot be used: {reason}", of(file))]
    Certificate {
        /// The file, if it was one.
        file: Option<PathBuf>,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// A private key that was given for TLS is of no use.
    #[error("the private key{} cannot be used: {reason}", of(file))]
    PrivateKey {
        /// The file, if it was one.
        file: Option<PathBuf>,
        /// What is wrong with it; nothing of the key.
        reason: &'static str,
    },
    /// The private key that was given for TLS is not that of the certificate.
    #[error(
        "the private key{} is not that of the certificate: give the two that belong together, the \
         server's own certificate first",
        of(file)
    )]
    KeyMismatch {
        /// The file of the key, if it was one.
        file: Option<PathBuf>,
    },
    /// The certificate could not be made, or not be put to use.
    #[error("the certificate could not be made")]
    MakeCertificate(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// There is no https to redirect to.
    #[error("a redirect to https needs TLS: set it up, or leave the redirect out")]
    RedirectWithoutTls,
    /// A seed file cannot be read.
    #[error("cannot read the seed file {}", path.display())]
    SeedFile {
        /// The file.
        path: PathBuf,
        /// What the system says.
        #[source]
        source: io::Error,
    },
    /// A seed is not of the documented form.
    #[error("the seed is not of the documented form: {reason}")]
    Seed {
        /// What is wrong and where; it quotes no value of the seed.
        reason: String,
    },
    /// The data file has a second name (a hard link), by which another sandbox could write to it
    /// without either knowing of the other.
    #[error("the data file {} has another name too, a hard link: remove it, or copy the file", path.display())]
    LinkedDataFile {
        /// The file.
        path: PathBuf,
    },
    /// The data file was made by another version of the sandbox.
    #[error(
        "the data file {} has version {found}, this sandbox uses version {supported}: use the \
         sandbox that made it or another file",
        path.display()
    )]
    OtherVersionDataFile {
        /// The file.
        path: PathBuf,
        /// The version of the file.
        found: i64,
        /// The one version that this sandbox uses.
        supported: i64,
    },
    /// What the data file has kept does not go with the contract of this sandbox.
    #[error(
        "{} has `{resource}` of another contract than this sandbox ({place}): {reason}; use the \
         sandbox that made the file, or another file",
        file.display()
    )]
    KeptData {
        /// The tag or the path of what is kept.
        resource: &'static str,
        /// Where the contract describes it: file, line and column.
        place: &'static str,
        /// The data file.
        file: PathBuf,
        /// What does not go together.
        reason: String,
    },
    /// The file is a database, but not one of a sandbox.
    #[error("{} is the database of another program", path.display())]
    ForeignDataFile {
        /// The file.
        path: PathBuf,
    },
    /// The data file cannot be opened or made.
    #[error("cannot use the data file {}", path.display())]
    DataFile {
        /// The file; `:memory:` when there is none.
        path: PathBuf,
        /// What SQLite says.
        #[source]
        source: rusqlite::Error,
    },
    /// The data file may not be written.
    #[error(
        "the data file {} may not be written: change its permissions or use another file",
        path.display()
    )]
    ReadOnlyDataFile {
        /// The file.
        path: PathBuf,
    },
    /// Another sandbox has the data file.
    #[error(
        "the data file {} is in use by another sandbox: stop that one or use another file",
        path.display()
    )]
    DataFileInUse {
        /// The file.
        path: PathBuf,
    },
    /// The system gives no lock on the data file.
    #[error("cannot lock the data file {}", path.display())]
    DataFileLock {
        /// The file.
        path: PathBuf,
        /// What the system says.
        #[source]
        source: io::Error,
    },
    /// The data file could not be read or written while the sandbox was running, as its disk is
    /// full, for example. The sandbox goes on, and so does the file once that is mended.
    #[error(
        "the data file {} cannot be read or written: see that its disk has room and that it is \
         not read-only",
        path.display()
    )]
    DataFileFault {
        /// The file.
        path: PathBuf,
        /// What SQLite says.
        #[source]
        source: rusqlite::Error,
    },
    /// SQLite failed while the sandbox was running.
    #[error("the sandbox's database failed")]
    Database(#[from] rusqlite::Error),
    /// A stored key is not what it should be, or a new one could not be made.
    #[error("the sandbox's key {name} cannot be used or made")]
    Key {
        /// The key's name in the table `keys`.
        name: &'static str,
    },
    /// A password could not be hashed, or a stored hash is damaged.
    #[error("a password could not be hashed or compared")]
    Password,
    /// The system gave no random bytes.
    #[error("the system's random generator failed")]
    Random,
    /// A token could not be signed.
    #[error("a token could not be signed")]
    Sign(#[source] jsonwebtoken::errors::Error),
    /// An answer or a token could not be written as JSON.
    #[error("JSON could not be written")]
    Encode(#[source] serde_json::Error),
    /// The sandbox or the runtime is shutting down.
    #[error("the sandbox is shutting down")]
    Stopped,
}

/// Names a file after what is in it.
fn of(file: &Option<PathBuf>) -> String {
    let name = |path: &PathBuf| format!(" of {}", path.display());
    file.as_ref().map(name).unwrap_or_default()
}

impl Error {
    /// What is wrong with a field of a fault.
    pub(crate) fn fault(field: &str, reason: &str) -> Self {
        Self::Fault {
            field: field.to_owned(),
            reason: reason.to_owned(),
        }
    }
}
