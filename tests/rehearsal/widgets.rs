//! Calls each operation of a resource that the contract gained a moment ago, as the SDK has it, in a
//! sandbox that keeps it by the contract alone.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};

use opentact::{Client, Credential, ErrorKind, Upload};
use opentact_sandbox::{Fault, Operation, Sandbox, UserSeed};
use uuid::Uuid;

type Failure = Box<dyn std::error::Error>;

#[tokio::main]
async fn main() -> Result<(), Failure> {
    if let Some(file) = std::env::args().nth(1) {
        return serve(file).await;
    }
    let sandbox = sandbox().start().await?;
    let ann = client(&sandbox.base_url(), "ann")?;
    call(&sandbox, &ann).await?;
    others(&sandbox, &ann).await?;
    doubt(&sandbox, &ann).await?;
    // The same without a runtime.
    let url = sandbox.base_url();
    let blocking = tokio::task::spawn_blocking(move || without_runtime(&url).map_err(|it| it.to_string()));
    blocking.await??;
    killed().await
}

fn sandbox() -> opentact_sandbox::SandboxBuilder {
    let user = |name: &str| UserSeed::new(format!("{name}@example.com"), "made up");
    Sandbox::builder().user(user("ann")).user(user("eve"))
}

fn client(url: &str, name: &str) -> Result<Client, opentact::Error> {
    let credential = Credential::basic(&format!("{name}@example.com"), "made up");
    Client::builder(credential).base_url(url).build()
}

async fn call(sandbox: &Sandbox, client: &Client) -> Result<(), Failure> {
    let widgets = client.widgets();
    let made = widgets.create("cog 00").size(3).await?;
    for number in 1..26 {
        widgets.create(format!("cog {number:02}")).await?;
    }
    let listed = widgets.list().await?.len();
    let got = widgets.get(made.uuid).await?;
    let changed = widgets.update(made.uuid).size(4).await?;
    println!("called: {:?} of {listed}, then {:?}", got.size.value(), changed.size.value());
    let picture = Upload::from(vec![1, 2, 3]).media_type("image/png");
    widgets.upload_picture(made.uuid, picture).title("A cog").await?;

    // What is lost is searched again, as the contract calls a search safe.
    sandbox.faults().add(Fault::close_after().on(Operation::SearchWidgets))?;
    let page = widgets.search().page_size(10).skip(20).await?;
    let mut items = widgets.search().page_size(10).items();
    let mut names = Vec::new();
    while let Some(item) = items.next().await {
        names.push(item?.name.into_value().unwrap_or_default());
    }
    println!("page: {} of {:?}, all: {}", page.data.len(), page.total, names.len());
    assert!(names.windows(2).all(|pair| pair[0] < pair[1]), "{names:?}");
    let found = widgets.search().name("cog 1*").await?;
    let one = widgets.search().name("cog 07").await?;
    println!("searched: {:?} and {:?}", found.total, one.total);

    for (error, words) in [
        (widgets.create("").await.map(drop), "`name` has 0 characters; 1 to 40 are allowed"),
        (widgets.update(made.uuid).await.map(drop), "there is nothing to change; give `name` or `size`"),
        (widgets.search().page_size(101).await.map(drop), "`take` is 101; 1 to 100 are allowed"),
    ] {
        let error = error.err().ok_or("nothing was refused")?;
        assert!(error.kind() == ErrorKind::Input && error.to_string().contains(words), "{error}");
    }
    println!("limits: kept");
    Ok(())
}

/// What is another account's, what is there already, and what is gone.
async fn others(sandbox: &Sandbox, ann: &Client) -> Result<(), Failure> {
    let made = ann.widgets().create("pawl").await?;
    let eve = client(&sandbox.base_url(), "eve")?;
    let foreign = status(eve.widgets().get(made.uuid).await.map(drop));
    let listed = eve.widgets().list().await?.len();
    eve.widgets().create("pawl").await?;
    let taken = status(ann.widgets().create("pawl").await.map(drop));
    ann.widgets().delete(made.uuid).await?;
    let gone = status(ann.widgets().get(made.uuid).await.map(drop));
    println!("others: {foreign} and {listed}, taken: {taken}, deleted: {gone}");
    Ok(())
}

fn status(answer: Result<(), opentact::Error>) -> u16 {
    let status = answer.err().and_then(|error| error.status());
    status.map_or(0, |status| status.as_u16())
}

/// What is lost and not safe leaves a doubt with advice.
async fn doubt(sandbox: &Sandbox, client: &Client) -> Result<(), Failure> {
    sandbox.faults().add(Fault::close_after().on(Operation::CreateWidget))?;
    let doubt = client.widgets().create("lost").await.err().ok_or("nothing was lost")?;
    let advice = doubt.to_string().contains("`widgets().search()` shows it");
    println!("doubt: {}, advice: {advice}", doubt.may_have_been_carried_out());
    Ok(())
}

fn without_runtime(url: &str) -> Result<(), Failure> {
    let client = client(url, "ann")?;
    let found = client.widgets().search().name("cog*").page_size(10).items_blocking();
    let found: Vec<_> = found.collect::<Result<_, _>>()?;
    let size = client.widgets().get(found[0].uuid).send_blocking()?.size;
    println!("blocking: {} found, size {:?}", found.len(), size.value());
    // Nobody has to say who it is for what is public, and has to for everything else.
    let visitor = opentact::ClientBuilder::anonymous().base_url(url).build()?;
    let count = visitor.widgets().count().send_blocking()?;
    let refused = visitor.widgets().list().send_blocking().map(drop);
    println!("public: {count}, otherwise {:?}", refused.map_err(|error| error.kind()));
    Ok(())
}

/// What was created is there after its server was killed.
async fn killed() -> Result<(), Failure> {
    let folder = std::env::temp_dir().join(format!("widgets-{}", Uuid::new_v4()));
    std::fs::create_dir(&folder)?;
    let (mut child, url) = started(&folder.join("data"))?;
    let made = client(&url, "ann")?.widgets().create("kept").size(5).await?;
    child.kill()?;
    child.wait()?;
    let (mut child, url) = started(&folder.join("data"))?;
    let kept = client(&url, "ann")?.widgets().get(made.uuid).await?;
    println!("killed: {:?} is still there", kept.name.value());
    drop(child.stdin.take());
    child.wait()?;
    std::fs::remove_dir_all(folder)?;
    Ok(())
}

/// A sandbox in a process of its own, and its address.
fn started(file: &std::path::Path) -> Result<(Child, String), Failure> {
    let mut command = Command::new(std::env::current_exe()?);
    let pipes = command.arg(file).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = pipes.spawn()?;
    let mut url = String::new();
    let out = child.stdout.as_mut().ok_or("no output")?;
    BufReader::new(out).read_line(&mut url)?;
    Ok((child, url.trim().to_owned()))
}

/// Serves until the input ends.
async fn serve(file: String) -> Result<(), Failure> {
    let sandbox = sandbox().data_file(file).start().await?;
    println!("{}", sandbox.base_url());
    std::io::stdout().flush()?;
    let wait = tokio::task::spawn_blocking(|| std::io::stdin().lines().count());
    wait.await?;
    Ok(())
}
