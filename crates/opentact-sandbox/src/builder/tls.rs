//! The settings of TLS and of the redirect to it.

use std::net::{Ipv4Addr, SocketAddr};

use super::SandboxBuilder;
use crate::{redirect::RedirectStatus, tls::TlsIdentity};

impl SandboxBuilder {
    /// Speaks TLS on the API's port, so that its URL is `https`. The default is not to.
    ///
    /// The control port stays as it is. Clients have to trust
    /// [`Sandbox::certificate`](crate::Sandbox::certificate):
    ///
    /// ```
    /// use opentact_sandbox::{Sandbox, TlsIdentity};
    ///
    /// # async fn run() -> Result<(), opentact_sandbox::Error> {
    /// let sandbox = Sandbox::builder().tls(TlsIdentity::generated()).start().await?;
    /// assert!(sandbox.base_url().starts_with("https://127.0.0.1:"));
    /// let trust = sandbox.certificate(); // "-----BEGIN CERTIFICATE-----..."
    /// # assert!(trust.is_some());
    /// # Ok(())
    /// # }
    /// # tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(run()).unwrap();
    /// ```
    pub fn tls(mut self, identity: TlsIdentity) -> Self {
        self.tls = Some(identity);
        self
    }

    /// Opens a port as well, free and of 127.0.0.1, on which plain http is redirected to https.
    /// The default is not to. It needs [`SandboxBuilder::tls`].
    ///
    /// Whatever is asked there, nothing is done: faults and the login limit are for the API
    /// alone. The observer is not shown these answers; the request log is.
    pub fn redirect(self) -> Self {
        self.redirect_on((Ipv4Addr::LOCALHOST, 0).into())
    }

    /// The same, on that address.
    pub const fn redirect_on(mut self, address: SocketAddr) -> Self {
        self.redirect = Some(address);
        self
    }

    /// The HTTP status of the redirect. The default is 302.
    pub const fn redirect_status(mut self, status: RedirectStatus) -> Self {
        self.redirect_status = status;
        self
    }
}
