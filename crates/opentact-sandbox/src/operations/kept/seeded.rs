//! What a seed has kept, as the create operation of its resource keeps it.

use opentact_client::{Unrecognized, security::Operation};
use rusqlite::Connection;
use serde_json::Value;

use super::Work;
use crate::{
    contract::{Body, Described, Resource, Role, Schema, described},
    error::Error,
    http::{input::Input, validation::Check},
    operations::Grade,
    seed::UserSeed,
    store::kept::Shelf,
};

/// A thing of a seed that is good by itself.
#[derive(Debug)]
pub(crate) struct SeededThing {
    place: String,
    resource: &'static Resource,
    input: Input,
}

/// Judges what a user of a seed has kept as bodies of the create operations.
pub(crate) fn judge(user: &UserSeed) -> Result<Vec<SeededThing>, Error> {
    let mut judged = Vec::new();
    for (name, things) in &user.kept {
        let Some((resource, schema)) = created().find(|(it, _)| it.name == name) else {
            let known: Vec<_> = created().map(|(it, _)| it.name).collect();
            let known = known.join(", ");
            let reason = format!("no such things can be created; those that can: {known}");
            return Err(unusable(user, name.clone(), reason));
        };
        for (number, Unrecognized(thing)) in things.iter().enumerate() {
            let place = format!("{name}[{number}]");
            let (mut check, mut thing) = (Check::new(), thing.clone());
            check.body(schema, &mut thing);
            if let Err(complaints) = check.finish()
                && let Some((key, complaint)) = complaints.into_iter().next()
            {
                let field = key.strip_prefix("params").unwrap_or(&key);
                return Err(unusable(user, format!("{place}{field}"), complaint.message));
            }
            let mut input = Input::default();
            if let Value::Object(body) = thing {
                input.body = body;
            }
            judged.push(SeededThing {
                place,
                resource,
                input,
            });
        }
    }
    Ok(judged)
}

/// Keeps what a user of a seed has; what one of them refers to may be any other.
pub(crate) fn keep(
    connection: &Connection,
    (user, row): (&UserSeed, i64),
    things: &[SeededThing],
    now_ms: i64,
) -> Result<(), Error> {
    let mut kept = Vec::new();
    for seeded in things {
        let work = Work {
            connection,
            shelf: Shelf::of(connection, seeded.resource, row, String::new())?,
            input: &seeded.input,
            now_ms,
        };
        let thing = work.thing();
        if !work.shelf.insert(connection, &thing)? {
            return Err(unusable(user, seeded.place.clone(), work.duplicate()));
        }
        kept.push((seeded, work, thing));
    }
    for (seeded, work, thing) in kept {
        if let Some(missing) = work.missing(&thing)? {
            let reason = format!("{missing} not found");
            return Err(unusable(user, seeded.place.clone(), reason));
        }
    }
    Ok(())
}

/// The resources with a create operation that keeps and needs nothing but a body, with its schema.
fn created() -> impl Iterator<Item = (&'static Resource, &'static Schema)> {
    let kept = Operation::ALL
        .iter()
        .filter(|it| Grade::of(**it) == Grade::Kept);
    kept.filter_map(|it| match described(*it)? {
        Described {
            kept: Some(kept),
            body: Body::Json(schema) | Body::Form(schema),
            ..
        } if matches!(kept.role, Role::Create) && kept.resource.scopes.is_empty() => {
            Some((kept.resource, *schema))
        }
        _ => None,
    })
}

fn unusable(user: &UserSeed, place: String, reason: String) -> Error {
    Error::UnusableKept {
        email: user.email.clone(),
        place,
        reason,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{
        contract::{Owner, Shown, Stamp},
        store::{Store, kept::prepare_one},
    };

    const fn shown(name: &'static str, refers: Option<&'static Resource>) -> Shown {
        Shown {
            name,
            stamp: Stamp::None,
            fallback: None,
            refers,
        }
    }

    static COGS: Resource = Resource {
        name: "Cogs",
        place: "openapi/opentact.yaml:1:1",
        key: "id",
        owner: Owner::User,
        scopes: &[],
        unique: &["name"],
        filters: &[],
        ordered: &[],
        in_use: &[],
        shows: &[
            shown("id", None),
            shown("name", None),
            shown("turns", Some(&COGS)),
        ],
    };

    #[tokio::test]
    async fn what_is_kept_is_there_once_and_refers_to_what_is_there() {
        let store = Store::open(None).await.unwrap();
        let keep = store.read(|connection| {
            keep_cogs(connection);
            Ok(())
        });
        keep.await.unwrap();
    }

    fn keep_cogs(connection: &Connection) {
        prepare_one(connection, &COGS).unwrap();
        let user = "INSERT INTO accounts VALUES (7, 'a', 'a', 'a', 0, 0, 0); \
             INSERT INTO users VALUES (1, 'u', 7, 'u', 'u', '', '', '', 'g', 'f', 0, 0, NULL, 0);";
        connection.execute_batch(user).unwrap();
        let ann = UserSeed::new("ann@example.com", "made up");
        let kept = |bodies: &[Value]| {
            let seeded = bodies.iter().enumerate().map(|(number, body)| SeededThing {
                place: format!("Cogs[{number}]"),
                resource: &COGS,
                input: Input {
                    body: body.as_object().unwrap().clone(),
                    ..Input::default()
                },
            });
            let seeded: Vec<_> = seeded.collect();
            keep(connection, (&ann, 1), &seeded, 5).map_err(|error| error.to_string())
        };
        // The first refers to the second.
        let (one, two) = (
            json!({"id": "1", "name": "one", "turns": "2"}),
            json!({"id": "2", "name": "two"}),
        );
        kept(&[one, two]).unwrap();
        let shelf = Shelf::of(connection, &COGS, 1, String::new()).unwrap();
        let found = shelf.get(connection, "1").unwrap().unwrap();
        assert_eq!((found.created_ms, &found.values["turns"]), (5, &json!("2")));
        for (last, said) in [
            (json!({"name": "two"}), "One with this name exists"),
            (json!({"name": "four", "turns": "9"}), "Cogs not found"),
        ] {
            let three = json!({"name": format!("before {said}")});
            let refusal = kept(&[three, last]).unwrap_err();
            let expected = format!("ann@example.com cannot have `kept.Cogs[1]`: {said}");
            assert_eq!(refusal, expected);
        }
    }

    fn refusal(resource: &str, thing: Value) -> String {
        let user = UserSeed::new("ann@example.com", "made up");
        let user = user.kept("MessagingProfiles", json!({ "name": "good" }));
        judge(&user.kept(resource, thing)).unwrap_err().to_string()
    }

    #[test]
    fn a_refusal_says_whose_it_is_which_and_why() {
        let place = |rest: &str| format!("ann@example.com cannot have `kept.{rest}");
        for (thing, said) in [
            (json!({}), "MessagingProfiles[1].name`: 'name' is required"),
            (
                json!({ "name": 1 }),
                "MessagingProfiles[1].name`: invalid string value",
            ),
            (json!("hunter2"), "MessagingProfiles[1]`: invalid object"),
        ] {
            assert_eq!(refusal("MessagingProfiles", thing), place(said));
        }
        for unknown in ["Profiles", "Orders", "Leases"] {
            let refusal = refusal(unknown, json!({}));
            assert!(refusal.starts_with(&place(unknown)), "{refusal}");
            assert!(
                refusal.ends_with("those that can: MessagingProfiles"),
                "{refusal}"
            );
        }
    }
}
