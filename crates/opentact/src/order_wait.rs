//! Waiting for the end of an order of phone numbers.

use std::time::Duration;

use opentact_client::security::Operation;
use uuid::Uuid;

use crate::error::{Error, ErrorKind};
use crate::models::{Order, OrderState};
use crate::operations::OrdersApi;

/// The pause before the order is asked for again, and the longest to which it grows.
const FIRST_PAUSE: Duration = Duration::from_millis(250);
const LONGEST_PAUSE: Duration = Duration::from_secs(10);

impl OrdersApi<'_> {
    /// Waits until an order has ended, in [`Success`](OrderState::Success) or
    /// [`Failed`](OrderState::Failed), by asking for it after pauses that grow from a quarter of a second
    /// to ten seconds.
    ///
    /// Some of an order's numbers may have failed although it ended in success: `failed` and `tn_items`
    /// tell. An event of the type `tn_order` tells of the end earlier, but may be lost.
    ///
    /// ```no_run
    /// # async fn run(client: opentact::Client, item: opentact::models::OrderItem) -> Result<(), opentact::Error> {
    /// use std::time::Duration;
    ///
    /// let order = client.orders().create([item]).await?;
    /// let order = client.orders().wait(order.uuid, Duration::from_secs(60)).await?;
    /// println!("the order ended as {}", order.state);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`get`](Self::get), and [`Timeout`](ErrorKind::Timeout) when the order has not ended within
    /// that time. It goes on nevertheless.
    ///
    /// # Cancellation
    ///
    /// Dropping the future ends the wait and changes nothing about the order.
    pub async fn wait(&self, uuid: Uuid, within: Duration) -> Result<Order, Error> {
        let clock = &self.transport.clock;
        let since = clock.now();
        let mut pause = FIRST_PAUSE;
        loop {
            let left = within.saturating_sub(clock.now() - since);
            let order = self.get(uuid).timeout(left.max(FIRST_PAUSE)).await?;
            if matches!(order.state, OrderState::Success | OrderState::Failed) {
                return Ok(order);
            }
            let left = within.saturating_sub(clock.now() - since);
            if left.is_zero() {
                let message = format!(
                    "the order is `{}` after {} s; `orders().get({uuid})` shows what becomes of it",
                    order.state,
                    within.as_secs()
                );
                return Err(Error::new(
                    ErrorKind::Timeout,
                    Operation::GetOrder.id(),
                    message,
                ));
            }
            clock.sleep(pause.min(left)).await;
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
    }
}
