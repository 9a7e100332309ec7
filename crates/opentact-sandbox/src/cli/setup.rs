//! A sandbox as the command line wants it: who is in it, and what it is told.

use opentact_sandbox::{
    AuthAnswer, Clock, CreateStatus, NumberSeed, RedirectStatus, Sandbox, SandboxBuilder, Secret,
    Seed, TlsIdentity, UserSeed,
};

use super::{
    arguments::{Arguments, Form, Redirected, Status},
    failure::Failure,
};

/// Who may be in the sandbox when nobody was given.
pub(super) const DEMO_EMAIL: &str = "demo@example.com";
/// Its password.
pub(super) const DEMO_PASSWORD: &str = "demo password";

/// The number that this user has.
pub(super) const DEMO_NUMBER: &str = "12015550100";

/// Who may be in the sandbox when nobody was given.
fn demo_user() -> UserSeed {
    let user = UserSeed::new(DEMO_EMAIL, DEMO_PASSWORD).name("Demo", "User");
    user.number(NumberSeed::new(DEMO_NUMBER))
}

/// The seed file with the users and SIP users of the command line.
pub(super) fn seed(arguments: &Arguments) -> Result<Seed, Failure> {
    let mut seed = match &arguments.seed {
        Some(file) => Seed::from_file(file)?,
        None => Seed::new(),
    };
    for given in &arguments.users {
        let split = given.expose().split_once(':');
        let named = split.filter(|(email, _)| !email.is_empty());
        let (email, password) = named.ok_or(Failure::Form {
            option: "user",
            form: "EMAIL:PASSWORD",
        })?;
        seed = seed.user(UserSeed::new(email, password));
    }
    for given in &arguments.sip_users {
        let [owner, login, domain, password] = sip_user(given).ok_or(Failure::Form {
            option: "sip-user",
            form: "EMAIL,LOGIN@DOMAIN:PASSWORD",
        })?;
        seed = seed.sip_user(owner, login, domain, password);
    }
    Ok(seed)
}

fn sip_user(given: &Secret) -> Option<[&str; 4]> {
    let (owner, rest) = given.expose().split_once(',')?;
    let (login, rest) = rest.split_once('@')?;
    let (domain, password) = rest.split_once(':')?;
    let are_given = ![owner, login, domain].contains(&"");
    are_given.then_some([owner, login, domain, password])
}

/// A sandbox that is set up as the command line says.
pub(super) fn builder(arguments: &Arguments, seed: Seed) -> Result<SandboxBuilder, Failure> {
    let mut builder = Sandbox::builder()
        .listen(arguments.listen)
        .seed(seed)
        .show_tokens(arguments.show_tokens)
        .jwt_ttl(arguments.jwt_ttl)
        .default_token_ttl(arguments.default_token_ttl)
        .sms_delay(arguments.sms_delay)
        .order_delay(arguments.order_delay)
        .webhooks_anywhere(arguments.webhooks_anywhere)
        .create_status(match arguments.create_status {
            Status::Ok => CreateStatus::Ok,
            Status::Created => CreateStatus::Created,
        })
        .auth_answer(match arguments.auth_answer {
            Form::Of2021 => AuthAnswer::Form2021,
            Form::Of2024 => AuthAnswer::Form2024,
        })
        .redirect_status(match arguments.redirect_status {
            Redirected::MovedPermanently => RedirectStatus::MovedPermanently,
            Redirected::Found => RedirectStatus::Found,
        });
    if let Some(origin) = &arguments.cors {
        builder = builder.cors(origin);
    }
    if let Some(audience) = &arguments.google_audience {
        builder = builder.google_audience(audience);
    }
    if let Some(id) = &arguments.facebook_app_id {
        builder = builder.facebook_app_id(id);
    }
    if let Some((attempts, window)) = arguments.login_limit {
        builder = builder.login_limit(attempts, window);
    }
    if let Some(file) = &arguments.data {
        builder = builder.data_file(file);
    }
    if arguments.system_time {
        builder = builder.clock(Clock::new());
    }
    if !arguments.no_control {
        builder = builder.control_on(arguments.control);
    }
    if arguments.listen.ip().is_loopback() {
        builder = builder.user_if_none(demo_user());
    }
    if arguments.tls {
        builder = builder.tls(TlsIdentity::generated());
    }
    if let (Some(certificate), Some(key)) = (&arguments.tls_cert, &arguments.tls_key) {
        builder = builder.tls(TlsIdentity::from_files(certificate, key)?);
    }
    if let Some(address) = arguments.redirect {
        builder = builder.redirect_on(address);
    }
    Ok(builder)
}
