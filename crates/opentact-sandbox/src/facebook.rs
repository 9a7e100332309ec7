//! Facebook tokens: opaque strings that only their issuer can tell something about.

use aws_lc_rs::constant_time::verify_slices_are_equal;
use opentact_client::Secret;

use self::inspection::{Data, Inspection};
use crate::{
    clock::later_ms,
    endpoint::Endpoint,
    error::Error,
    fingerprint::Fingerprint,
    random,
    settings::Settings,
    store::{
        Store,
        facebook_tokens::{self, FacebookToken},
        users::StoredUser,
    },
};

mod inspection;
pub(crate) mod options;

pub use self::options::FacebookTokenOptions;

/// Issues tokens and has those inspected that are presented.
#[derive(Debug)]
pub(crate) struct Facebook {
    app_id: String,
    /// `<app id>|<app secret>`, by which an app asks.
    access_token: Secret,
    /// Who tells about tokens instead of the sandbox itself.
    remote: Option<Endpoint>,
}

impl Facebook {
    /// # Errors
    ///
    /// [`Error::Endpoint`] when the address of the inspection is none that can be asked.
    pub(crate) fn new(settings: &Settings) -> Result<Self, Error> {
        let Settings {
            facebook_app_id: app_id,
            facebook_app_secret: app_secret,
            facebook_inspection: address,
            ..
        } = settings;
        let remote = address
            .as_ref()
            .map(|address| Endpoint::new(address.expose()));
        Ok(Self {
            app_id: app_id.clone(),
            access_token: Secret::new(format!("{app_id}|{}", app_secret.expose())),
            remote: remote.transpose()?,
        })
    }

    /// A token for the user, good at the sandbox's own inspection.
    pub(crate) async fn issue(
        &self,
        store: &Store,
        user: &StoredUser,
        options: &FacebookTokenOptions,
        now_ms: i64,
    ) -> Result<Secret, Error> {
        let token = Secret::new(format!("EAA{}", random::alphanumeric(120)?.expose()));
        let hash = Fingerprint::of(token.expose());
        let issued = FacebookToken {
            app_id: options
                .app_id
                .clone()
                .unwrap_or_else(|| self.app_id.clone()),
            facebook_user_id: user.facebook_user_id.clone(),
            expires_ms: later_ms(now_ms, options.ttl.as_secs()),
        };
        store
            .write(move |transaction| facebook_tokens::insert(transaction, hash, &issued, now_ms))
            .await?;
        Ok(token)
    }

    /// The Facebook user whose token this is, if it is for this app and alive at `now_ms`.
    ///
    /// Each token is asked about each time, so that one that was revoked is refused at once.
    ///
    /// # Errors
    ///
    /// Those of an inspection elsewhere that does not tell.
    pub(crate) async fn verify(
        &self,
        store: &Store,
        token: &Secret,
        now_ms: i64,
    ) -> Result<Option<String>, Error> {
        let inspection = match &self.remote {
            Some(remote) => self.ask(remote, token).await?,
            None => inspect(store, token, now_ms).await?,
        };
        Ok(inspection.user(&self.app_id, now_ms / 1000))
    }

    /// Whether this is the access token of the sandbox's own app.
    pub(crate) fn is_app(&self, access_token: &Secret) -> bool {
        let [given, own] = [access_token, &self.access_token].map(|it| it.expose().as_bytes());
        verify_slices_are_equal(given, own).is_ok()
    }

    async fn ask(&self, remote: &Endpoint, token: &Secret) -> Result<Inspection, Error> {
        let query = [("input_token", token), ("access_token", &self.access_token)];
        let answer = remote.get(&query).await?;
        serde_json::from_slice(&answer.body)
            .map_err(|_| remote.unusable("it is not what debug_token answers"))
    }
}

/// What the sandbox itself tells about a token, as JSON.
pub(crate) async fn inspection(
    store: &Store,
    token: &Secret,
    now_ms: i64,
) -> Result<String, Error> {
    let inspection = inspect(store, token, now_ms).await?;
    serde_json::to_string(&inspection).map_err(Error::Encode)
}

async fn inspect(store: &Store, token: &Secret, now_ms: i64) -> Result<Inspection, Error> {
    let hash = Fingerprint::of(token.expose());
    let found = store
        .read(move |connection| facebook_tokens::find(connection, hash))
        .await?;
    let Some(token) = found else {
        return Ok(Inspection::of_unknown_token());
    };
    let expires_at = token.expires_ms / 1000;
    Ok(Inspection {
        data: Data {
            app_id: Some(token.app_id),
            kind: Some("USER".to_owned()),
            is_valid: now_ms / 1000 < expires_at,
            expires_at: Some(expires_at),
            user_id: Some(token.facebook_user_id),
            scopes: ["email", "public_profile"].map(str::to_owned).to_vec(),
            error: None,
        },
    })
}
