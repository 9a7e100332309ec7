//! Answers that come in pages: one page, or the items of all of them.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::vec;

use futures_core::Stream;
use opentact_client::BoxFuture;

use crate::error::Error;
use crate::request::{Action, Request};

/// How many items a page of [`Request::items`] has where nobody says so.
const SIZE: u32 = 100;

/// One page of an answer.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Page<T> {
    /// The items, in the order of the server.
    pub data: Vec<T>,
    /// How many items there are on all pages; `None` where the server does not say.
    pub total: Option<u64>,
}

impl<T> Page<T> {
    /// A page of these items, for tests of what takes one.
    pub const fn new(data: Vec<T>, total: Option<u64>) -> Self {
        Self { data, total }
    }
}

/// What a request for a page does. Nothing outside this crate implements it.
pub trait Paged: Action<Value = Page<Self::Item>> + Clone {
    /// What a page holds.
    type Item: Send + 'static;

    /// Asks for so many items.
    #[doc(hidden)]
    fn set_size(&mut self, count: i64);

    /// Asks for the items after so many.
    #[doc(hidden)]
    fn set_offset(&mut self, count: i64);
}

impl<A: Paged> Request<A> {
    /// How many items a page has at most; the server decides where this is not said, and
    /// [`items`](Self::items) asks for 100.
    pub fn page_size(mut self, count: u32) -> Self {
        self.paging.size = Some(count);
        self.action.set_size(i64::from(count));
        self
    }

    /// Leaves out the first items: so many.
    pub fn skip(mut self, count: u64) -> Self {
        self.paging.skip = count;
        self.action
            .set_offset(i64::try_from(count).unwrap_or(i64::MAX));
        self
    }

    /// The items of all pages, as a stream that asks for the next page when it is polled for more
    /// than it has.
    ///
    /// It ends after the first page that is empty or reaches the total that the server says. Pages are
    /// counted by items: what is added or removed between two of them may come twice or be missed.
    /// After an error the stream goes on where it was, if it is polled again.
    /// [`Items::position`] says how many items were given, for [`skip`](Self::skip) of a later one.
    ///
    /// # Cancellation
    ///
    /// A stream that is dropped asks for nothing more.
    pub fn items(mut self) -> Items<A> {
        let size = self.paging.size.unwrap_or(SIZE);
        self.action.set_size(i64::from(size));
        let position = self.paging.skip;
        Items {
            request: self,
            page: Vec::new().into_iter(),
            position,
            pending: None,
            is_done: false,
        }
    }

    /// The items of all pages, as an iterator that waits for the next page when it has no more. What
    /// [`items`](Self::items) and [`send_blocking`](Self::send_blocking) say counts here too.
    pub fn items_blocking(self) -> ItemsBlocking<A> {
        ItemsBlocking(self.items())
    }
}

/// The items of all pages: from [`Request::items`].
#[must_use = "nothing is sent until this is polled"]
pub struct Items<A: Paged> {
    request: Request<A>,
    page: vec::IntoIter<A::Item>,
    /// How many items come before the next one.
    position: u64,
    pending: Option<BoxFuture<'static, Result<Page<A::Item>, Error>>>,
    is_done: bool,
}

impl<A: Paged> Items<A> {
    /// The next item, or the error of the request for its page; `None` after the last.
    ///
    /// # Errors
    ///
    /// Those of the operation.
    pub async fn next(&mut self) -> Option<Result<A::Item, Error>>
    where
        A::Item: Unpin,
    {
        std::future::poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    /// How many items of the whole come before the next one, those that were skipped included.
    pub const fn position(&self) -> u64 {
        self.position
    }

    /// The request for the page that begins at the position.
    fn request(&self) -> Request<A> {
        let mut action = self.request.action.clone();
        action.set_offset(i64::try_from(self.position).unwrap_or(i64::MAX));
        Request {
            sender: self.request.sender.clone(),
            action,
            paging: self.request.paging,
        }
    }

    /// The next item of the page that is here.
    fn here(&mut self) -> Option<A::Item> {
        let item = self.page.next()?;
        self.position = self.position.saturating_add(1);
        Some(item)
    }

    fn take(&mut self, page: Page<A::Item>) {
        let count = u64::try_from(page.data.len()).unwrap_or(u64::MAX);
        let end = self.position.saturating_add(count);
        self.is_done = count == 0 || page.total.is_some_and(|total| total <= end);
        self.page = page.data.into_iter();
    }
}

// The items move with it: none is pinned.
impl<A: Paged> Unpin for Items<A> {}

impl<A: Paged> Stream for Items<A> {
    type Item = Result<A::Item, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(item) = self.here() {
                return Poll::Ready(Some(Ok(item)));
            }
            if self.is_done {
                return Poll::Ready(None);
            }
            let mut pending = match self.pending.take() {
                Some(pending) => pending,
                None => Box::pin(self.request().send()),
            };
            match pending.as_mut().poll(cx) {
                Poll::Ready(page) => match page {
                    Ok(page) => self.take(page),
                    Err(error) => return Poll::Ready(Some(Err(error))),
                },
                Poll::Pending => {
                    self.pending = Some(pending);
                    return Poll::Pending;
                }
            }
        }
    }
}

impl<A: Paged> fmt::Debug for Items<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items")
            .field("position", &self.position)
            .finish_non_exhaustive()
    }
}

/// The items of all pages: from [`Request::items_blocking`].
#[must_use = "nothing is sent until this is iterated"]
#[derive(Debug)]
pub struct ItemsBlocking<A: Paged>(Items<A>);

impl<A: Paged> ItemsBlocking<A> {
    /// How many items of the whole come before the next one, those that were skipped included.
    pub const fn position(&self) -> u64 {
        self.0.position
    }
}

impl<A: Paged> Iterator for ItemsBlocking<A> {
    type Item = Result<A::Item, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.0.here() {
                return Some(Ok(item));
            }
            if self.0.is_done {
                return None;
            }
            match self.0.request().send_blocking() {
                Ok(page) => self.0.take(page),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;
    use crate::error::ErrorKind;
    use crate::request::Sender;
    use crate::response::Response;
    use crate::with_response::WithResponse;
    use crate::{Client, Credential};

    /// The offset and the size of each page that was asked for.
    type Asked = Arc<Mutex<Vec<(i64, i64)>>>;

    /// Numbers below `end`, in pages; the first request for the page at `fails_at` fails.
    #[derive(Clone)]
    struct Numbers {
        end: i64,
        total: Option<u64>,
        fails_at: Option<i64>,
        offset: i64,
        size: i64,
        asked: Asked,
    }

    impl Action for Numbers {
        type Value = Page<i64>;

        async fn perform(self, _: Sender) -> Result<WithResponse<Page<i64>>, Error> {
            let mut asked = self.asked.lock().unwrap();
            let is_first = !asked.iter().any(|(offset, _)| *offset == self.offset);
            asked.push((self.offset, self.size));
            if is_first && self.fails_at == Some(self.offset) {
                return Err(Error::new(ErrorKind::Server, "numbers", "as planned"));
            }
            let data = (self.offset..self.end.min(self.offset + self.size)).collect();
            let response = Response::new("numbers", http::Response::default());
            Ok(WithResponse::new(Page::new(data, self.total), response))
        }
    }

    impl Paged for Numbers {
        type Item = i64;

        fn set_size(&mut self, count: i64) {
            self.size = count;
        }

        fn set_offset(&mut self, count: i64) {
            self.offset = count;
        }
    }

    fn numbers(end: i64, total: Option<u64>, fails_at: Option<i64>) -> (Request<Numbers>, Asked) {
        let client = Client::new(Credential::api_token("made-up")).unwrap();
        let asked = Asked::default();
        let action = Numbers {
            end,
            total,
            fails_at,
            offset: 0,
            size: 10,
            asked: Arc::clone(&asked),
        };
        (Request::new(&client.transport, action), asked)
    }

    fn taken(asked: &Asked) -> Vec<(i64, i64)> {
        std::mem::take(&mut asked.lock().unwrap())
    }

    #[tokio::test]
    async fn items_come_in_order_and_a_page_is_asked_for_when_it_is_due() {
        let (request, asked) = numbers(26, Some(26), None);
        let mut items = request.page_size(10).items();
        assert_eq!(taken(&asked), []);
        for number in 0..26 {
            assert_eq!(items.position(), u64::try_from(number).unwrap());
            assert_eq!(items.next().await.unwrap().unwrap(), number);
            let due = (number % 10 == 0).then_some((number, 10));
            assert_eq!(taken(&asked), Vec::from_iter(due), "{number}");
        }
        assert!(items.next().await.is_none() && items.next().await.is_none());
        assert_eq!(taken(&asked), []);
    }

    #[tokio::test]
    async fn without_a_total_an_empty_page_is_the_end() {
        let (request, asked) = numbers(20, None, None);
        let mut items = request.page_size(10).skip(5).items();
        let mut found = Vec::new();
        while let Some(number) = items.next().await {
            found.push(number.unwrap());
        }
        assert_eq!(found, Vec::from_iter(5..20));
        assert_eq!(taken(&asked), [(5, 10), (15, 10), (20, 10)]);
    }

    #[tokio::test]
    async fn a_page_that_failed_is_asked_for_once_more() {
        let (request, asked) = numbers(3, Some(3), Some(2));
        let mut items = request.page_size(2).items();
        assert_eq!(items.next().await.unwrap().unwrap(), 0);
        assert_eq!(items.next().await.unwrap().unwrap(), 1);
        let error = items.next().await.unwrap().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Server);
        assert_eq!(items.position(), 2);
        assert_eq!(items.next().await.unwrap().unwrap(), 2);
        assert!(items.next().await.is_none());
        assert_eq!(taken(&asked), [(0, 2), (2, 2), (2, 2)]);
    }

    #[test]
    fn an_iterator_gives_the_same() {
        let (request, asked) = numbers(250, Some(250), None);
        let found: Vec<i64> = request.items_blocking().map(Result::unwrap).collect();
        assert_eq!(found, Vec::from_iter(0..250));
        assert_eq!(taken(&asked), [(0, 100), (100, 100), (200, 100)]);
    }
}
