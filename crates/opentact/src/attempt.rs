//! One attempt: a request with its credential, and the whole of its answer.

use std::time::Duration;

use bytes::{Bytes, BytesMut};

use crate::answer::Answer;
use crate::failure::{Asked, Failure};
use crate::redaction::Redaction;
use crate::transport::{Pass, Purpose, Transport};

impl Transport {
    /// Sends a request once, with that credential, and reads the whole answer.
    pub(crate) async fn attempt(
        &self,
        purpose: Purpose<'_>,
        pass: &Pass,
        mut request: reqwest::Request,
        limit: Duration,
    ) -> Result<Answer, Failure> {
        let label = purpose.label;
        let changes_state = request.method() != http::Method::GET;
        let (scheme, secret) = pass.credential(self);
        scheme
            .apply(&mut request, secret)
            .map_err(|cause| Failure::unsendable(label, cause))?;
        let mut redaction = Redaction::default();
        let secrets = purpose.secrets.iter().chain(&purpose.options.secrets);
        secrets.for_each(|secret| redaction.add(secret));
        // The server knows what the session came from as well.
        redaction.add_credential(&self.credential);
        if let Pass::Session(..) = pass {
            redaction.add(secret);
        }
        let asked = Asked {
            operation: label,
            changes_state,
            redaction: &redaction,
        };
        // Lets the connections that wait for work notice that their server has left, which they
        // cannot while the runtime is busy: what is sent on such a connection is lost.
        tokio::task::yield_now().await;
        let exchange = async {
            let broken = |cause| Failure::transport(asked, None, cause);
            let response = self.http.execute(request).await.map_err(broken)?;
            self.read(asked, response).await
        };
        let response = self
            .clock
            .timeout(limit, exchange)
            .await
            .unwrap_or_else(|_| Err(Failure::out_of_time(asked)))?;
        Ok(Answer::new(label, changes_state, response, redaction))
    }

    /// Reads an answer whose body is no larger than the limit.
    async fn read(
        &self,
        asked: Asked<'_>,
        mut response: reqwest::Response,
    ) -> Result<http::Response<Bytes>, Failure> {
        let limit = self.max_response_bytes;
        let status = response.status();
        let too_large = || Failure::too_large(asked, status.as_u16(), limit);
        let announced = response.content_length().unwrap_or(0);
        if usize::try_from(announced).map_or(true, |announced| announced > limit) {
            return Err(too_large());
        }
        let mut body = BytesMut::new();
        loop {
            match self
                .clock
                .timeout(self.read_timeout, response.chunk())
                .await
            {
                Err(_) => return Err(Failure::pause_too_long(asked, status.as_u16())),
                Ok(Ok(None)) => break,
                Ok(Ok(Some(chunk))) if body.len() + chunk.len() > limit => return Err(too_large()),
                Ok(Ok(Some(chunk))) => body.extend_from_slice(&chunk),
                Ok(Err(cause)) => {
                    let status = Some(status.as_u16());
                    return Err(Failure::transport(asked, status, cause));
                }
            }
        }
        let mut whole = http::Response::new(body.freeze());
        *whole.status_mut() = status;
        *whole.headers_mut() = std::mem::take(response.headers_mut());
        Ok(whole)
    }
}
