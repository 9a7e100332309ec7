//! The control port: what the owner of a sandbox can do, for other processes and languages.
//!
//! It listens beside the API, on loopback alone, and is described by an OpenAPI document of its
//! own, which it serves at `/openapi.yaml`. What it does is a call of
//! [`Owner`] as well. Web pages cannot drive it: see [`guard`].
//!
//! ```console
//! $ curl -d '{"action": "status", "status": 503, "next": 2}' http://127.0.0.1:49153/faults
//! {"success":true,"payload":{"id":1,"operation":"*","action":"status","status":503,"next":2,"met":0}}
//! $ curl -d '{"seconds": 86400}' http://127.0.0.1:49153/clock/advance
//! {"success":true,"payload":{"now":"2031-02-04T12:00:00Z","offset_ms":86400000}}
//! $ curl -X POST http://127.0.0.1:49153/reset
//! {"success":true}
//! ```

use std::future::Future;

use axum::{Router, middleware};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;

use self::reply::Refusal;
use crate::{
    http::connections::{self, Plain},
    owner::Owner,
};

mod credentials;
mod document;
mod events;
mod faults;
mod guard;
pub(crate) mod reply;
mod requests;
mod routes;
mod state;
mod stubs;
mod telephony;
mod users;

/// Serves the control port until `stop` is done and the requests at work are answered.
///
/// `pages` is what is there for people, behind the same guard.
///
/// The connections end with the future.
pub(crate) async fn serve(
    listener: TcpListener,
    owner: Owner,
    pages: Router,
    stop: impl Future<Output = ()>,
) {
    let router = routes::all()
        .with_state(owner)
        .merge(pages)
        .fallback(async || Refusal::not_found("Not found"))
        .method_not_allowed_fallback(async || Refusal::wrong_method())
        .layer(middleware::from_fn(guard::guard));
    let service = TowerToHyperService::new(router);
    connections::serve(listener, Plain, |_, _| service.clone(), stop).await;
}
