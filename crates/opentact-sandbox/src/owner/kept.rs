//! What the owner of a sandbox sees and deletes of what is kept by the contract alone.

use super::Owner;
use crate::{
    contract::Resource,
    error::Error,
    store::kept::{self, Thing},
};

impl Owner {
    /// How many things of a resource are kept, whoever has them.
    pub(crate) async fn count_kept(&self, resource: &'static Resource) -> Result<i64, Error> {
        let read = self
            .engine
            .store
            .read(|connection| kept::count(connection, resource));
        read.await
    }

    /// The last 100 things of a resource with their numbers, newest first, whoever has them.
    pub(crate) async fn kept(
        &self,
        resource: &'static Resource,
    ) -> Result<Vec<(i64, Thing)>, Error> {
        let read = self
            .engine
            .store
            .read(|connection| kept::last(connection, resource, 100));
        let found = read.await?.into_iter();
        Ok(found.map(|(id, _, thing)| (id, thing)).collect())
    }

    /// Deletes the thing with that number, in use or not; whether there was one.
    pub(crate) async fn delete_kept(
        &self,
        resource: &'static Resource,
        id: i64,
    ) -> Result<bool, Error> {
        let write = self
            .engine
            .store
            .write(move |connection| kept::remove(connection, resource, id));
        write.await
    }
}
