//! What was begun is done and remembered, although nobody waits for it any more.

use std::{
    future::Future,
    pin::pin,
    task::{Context, Waker},
    time::Duration,
};

use opentact_sandbox::{Fault, Operation, Sandbox};
use tokio::{io::AsyncWriteExt, net::TcpStream, runtime::Handle, task::yield_now, time::timeout};

use crate::world::{ANN, ANN_PASSWORD, BOB, World};

/// Waits until something holds, for ten seconds at most.
async fn until(what: &str, mut holds: impl AsyncFnMut() -> bool) {
    let waiting = async {
        while !holds().await {
            yield_now().await;
        }
    };
    let waited = timeout(Duration::from_secs(10), waiting).await;
    assert!(waited.is_ok(), "{what}");
}

/// A client that asks for a token, meets the fault, and goes away.
async fn go_away(world: &World, jwt: &str, fault: Fault) {
    let faults = world.sandbox.faults();
    let id = faults.add(fault.on(Operation::CreateToken)).unwrap().id;
    let mut stream = TcpStream::connect(world.sandbox.address()).await.unwrap();
    let request = format!(
        "POST /rest/token HTTP/1.1\r\nHost: sandbox\r\nX-Auth-Token: {jwt}\r\n\
         Content-Length: 15\r\n\r\n{{\"name\":\"late\"}}"
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    until("the fault is met", async || {
        faults.get(id).unwrap().met == 1
    })
    .await;
    let open = world.sandbox.stats().connections;
    drop(stream);
    until("the connection ends", async || {
        world.sandbox.stats().connections < open
    })
    .await;
}

#[tokio::test]
async fn a_request_whose_client_has_gone_is_done_and_remembered() {
    let world = World::new().await;
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    world.sandbox.clear_requests();
    go_away(&world, &jwt, Fault::delay(Duration::from_secs(60))).await;
    assert_eq!(world.sandbox.requests(), []);
    world.sandbox.faults().clear();
    until("the request is remembered", async || {
        world.sandbox.requests().len() == 1
    })
    .await;
    assert_eq!(world.sandbox.requests()[0].status, 201);
    let tokens = world.sandbox.tokens(ANN).await.unwrap();
    assert_eq!(tokens.last().unwrap().name, "late");
}

#[tokio::test]
async fn clients_that_leave_at_once_or_say_no_more_have_their_requests_done() {
    let world = World::new().await;
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    let before = world.sandbox.tokens(ANN).await.unwrap().len();
    for number in 0..60 {
        let mut stream = TcpStream::connect(world.sandbox.address()).await.unwrap();
        let request = format!(
            "POST /rest/token HTTP/1.1\r\nHost: sandbox\r\nX-Auth-Token: {jwt}\r\n\
             Content-Length: 15\r\n\r\n{{\"name\":\"gone\"}}"
        );
        stream.write_all(request.as_bytes()).await.unwrap();
        if number % 2 == 0 {
            stream.shutdown().await.unwrap();
        }
    }
    until("all of them are done", async || {
        world.sandbox.tokens(ANN).await.unwrap().len() == before + 60
    })
    .await;
}

#[tokio::test]
async fn a_request_whose_client_has_gone_is_done_before_a_shutdown() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data");
    let world = World::with(Sandbox::builder().data_file(&file)).await;
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    go_away(&world, &jwt, Fault::delay(Duration::from_secs(60))).await;
    world.sandbox.shutdown().await;
    let again = Sandbox::builder().data_file(&file).start().await.unwrap();
    let tokens = again.tokens(ANN).await.unwrap();
    assert_eq!(tokens.last().unwrap().name, "late");
}

#[tokio::test]
async fn a_stall_ends_with_its_client() {
    let world = World::new().await;
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    let metrics = Handle::current().metrics();
    let before = metrics.num_alive_tasks();
    go_away(&world, &jwt, Fault::stall()).await;
    until("the task ends", async || {
        metrics.num_alive_tasks() <= before
    })
    .await;
    assert_eq!(world.sandbox.requests().last().unwrap().status, 0);
    let names = world.sandbox.tokens(ANN).await.unwrap();
    assert!(names.iter().all(|token| token.name != "late"));
}

#[tokio::test]
async fn an_answer_that_is_not_read_is_given_up_after_30_seconds() {
    let world = World::new().await;
    let body = "x".repeat(16_000_000);
    world.sandbox.stub("GET", "/big").reply(200, body).unwrap();
    let mut stream = TcpStream::connect(world.sandbox.address()).await.unwrap();
    let request = b"GET /big HTTP/1.1\r\nHost: sandbox\r\n\r\n";
    stream.write_all(request).await.unwrap();
    stream.readable().await.unwrap();
    tokio::time::pause();
    for (seconds, open) in [(29, 1), (2, 0)] {
        tokio::time::sleep(Duration::from_secs(seconds)).await;
        assert_eq!(world.sandbox.stats().connections, open);
    }
}

#[tokio::test]
async fn a_reset_that_nobody_waits_for_is_done() {
    let world = World::new().await;
    let clock = world.sandbox.clock();
    clock.advance(Duration::from_secs(3600));
    world.sandbox.delete_user(BOB).await.unwrap();
    let ahead = clock.now();
    {
        let reset = pin!(world.sandbox.reset());
        let mut nobody = Context::from_waker(Waker::noop());
        assert!(reset.poll(&mut nobody).is_pending());
    }
    until("the clock is back", async || clock.now() < ahead).await;
    let users = world.sandbox.users().await.unwrap();
    assert!(users.iter().any(|user| user.email == BOB));
}
