//! What is kept is found by an index, whatever is asked and however much there is.

use serde_json::json;

use super::*;
use crate::contract::{Filter, Shown, Stamp};
use crate::store::data_file;

const fn shown(name: &'static str, stamp: Stamp) -> Shown {
    Shown {
        name,
        stamp,
        fallback: None,
        refers: None,
    }
}

static WIDGETS: Resource = Resource {
    name: "Widgets",
    place: "openapi/opentact.yaml:1:1",
    key: "uuid",
    owner: Owner::Account,
    scopes: &[],
    unique: &["name"],
    filters: &[
        ("name", Filter::Mask),
        ("size", Filter::Equal),
        ("created_on", Filter::Range),
    ],
    ordered: &["created_on", "name"],
    in_use: &[],
    shows: &[
        shown("uuid", Stamp::None),
        shown("name", Stamp::None),
        shown("size", Stamp::None),
        shown("created_on", Stamp::Created),
        shown("modified_on", Stamp::Modified),
    ],
};

/// A database with one account, and the shelf of its user.
fn shelf(count: usize) -> (Connection, Shelf) {
    let connection = data_file::open_in_memory().unwrap();
    prepare_one(&connection, &WIDGETS).unwrap();
    connection
        .execute_batch(
            "INSERT INTO accounts VALUES (7, 'a', 'a', 'a', 0, 0, 0), (8, 'b', 'b', 'b', 0, 0, 0); \
             INSERT INTO users VALUES (1, 'u', 7, 'u', 'u', '', '', '', 'g', 'f', 0, 0, NULL, 0);",
        )
        .unwrap();
    let shelf = Shelf::of(&connection, &WIDGETS, 1, String::new()).unwrap();
    for number in 0..count {
        assert!(shelf.insert(&connection, &thing(number)).unwrap());
    }
    (connection, shelf)
}

fn thing(number: usize) -> Thing {
    let ms = i64::try_from(number).unwrap();
    let values = json!({"name": format!("cog {number:03}"), "size": number % 3});
    Thing {
        key: format!("key {number}"),
        created_ms: ms,
        modified_ms: ms,
        values: values.as_object().unwrap().clone(),
    }
}

fn keys(found: &[Thing]) -> Vec<&str> {
    found.iter().map(|it| it.key.as_str()).collect()
}

/// What a search may ask: with nothing, by each filter, by all of them, and sorted.
fn searches() -> Vec<(Search, Vec<&'static str>, i64)> {
    let wanted = |wanted: Vec<(&'static str, Wanted)>| Search {
        wanted,
        take: Some(2),
        ..Search::default()
    };
    let mask = |mask: &str| ("name", Wanted::Mask(mask.to_owned()));
    let size = |size: i64| ("size", Wanted::Equal(size.into()));
    vec![
        (wanted(vec![]), vec!["key 0", "key 1"], 30),
        (wanted(vec![mask("cog 01*")]), vec!["key 10", "key 11"], 10),
        (wanted(vec![mask("*9")]), vec!["key 9", "key 19"], 3),
        (wanted(vec![mask("cog 0%7")]), vec!["key 7", "key 17"], 3),
        (wanted(vec![mask("cog 007")]), vec!["key 7"], 1),
        (wanted(vec![mask("cog [?]")]), vec![], 0),
        (wanted(vec![size(2)]), vec!["key 2", "key 5"], 10),
        (
            wanted(vec![size(2), mask("cog 01*")]),
            vec!["key 11", "key 14"],
            3,
        ),
        (
            wanted(vec![
                ("created_on", Wanted::From(27.into())),
                ("created_on", Wanted::To(28.into())),
            ]),
            vec!["key 27", "key 28"],
            2,
        ),
        (
            Search {
                any: true,
                ..wanted(vec![mask("cog 000"), mask("cog 029")])
            },
            vec!["key 0", "key 29"],
            2,
        ),
        (
            Search {
                sort: vec![("name", Sort::Descending)],
                skip: 1,
                ..wanted(vec![])
            },
            vec!["key 28", "key 27"],
            30,
        ),
        (
            Search {
                sort: vec![("created_on", Sort::Descending)],
                ..wanted(vec![])
            },
            vec!["key 29", "key 28"],
            30,
        ),
    ]
}

#[test]
fn a_search_finds_what_is_wanted_in_its_order_and_counts_it() {
    let (connection, shelf) = shelf(30);
    for (search, due, total) in searches() {
        let (found, counted) = shelf.search(&connection, &search).unwrap();
        assert_eq!((keys(&found), counted), (due, total), "{search:?}");
    }
}

#[test]
fn every_page_is_the_one_that_is_due_and_the_last_costs_as_much_as_the_first() {
    let (connection, shelf) = shelf(300);
    for sort in [vec![], vec![("name", Sort::Descending)]] {
        let page = |take, skip| Search {
            sort: sort.clone(),
            take: Some(take),
            skip,
            ..Search::default()
        };
        let (all, total) = shelf.search(&connection, &page(300, 0)).unwrap();
        assert_eq!((all.len(), total), (300, 300));
        for skip in [0, 149, 150, 151, 295, 299, 300, 301] {
            let (found, _) = shelf.search(&connection, &page(7, skip)).unwrap();
            let due: Vec<_> = all
                .iter()
                .skip(skip.try_into().unwrap())
                .take(7)
                .cloned()
                .collect();
            assert_eq!(found, due, "{skip}");
        }
        let steps = |skip| {
            let (sql, values) = page(7, skip).nearer(total).select(&shelf);
            let mut statement = connection.prepare(&sql).unwrap();
            let found = statement.query_map(params_from_iter(values), read).unwrap();
            assert_eq!(found.count(), 7);
            statement.get_status(rusqlite::StatementStatus::VmStep)
        };
        let (first, last) = (steps(0), steps(293));
        assert!(last <= first, "{first} and {last}");
    }
}

#[test]
fn every_question_is_answered_by_an_index() {
    let (connection, shelf) = shelf(0);
    let plan = |sql: &str, values: Vec<rusqlite::types::Value>| {
        let mut statement = connection
            .prepare(&format!("EXPLAIN QUERY PLAN {sql}"))
            .unwrap();
        let lines = statement
            .query_map(params_from_iter(values), |row| row.get::<_, String>(3))
            .unwrap();
        let lines: Vec<_> = lines.map(Result::unwrap).collect();
        lines.join("; ")
    };
    for (search, ..) in searches() {
        let last = search.nearer(1);
        for (sql, values) in [&search, &last]
            .map(|it| it.select(&shelf))
            .into_iter()
            .chain([search.count(&shelf)])
        {
            let plan = plan(&sql, values);
            assert!(
                plan.contains("SEARCH") && !plan.contains("SCAN"),
                "{plan}: {sql}"
            );
            // Pages in the order of one index are not sorted: their cost is that of the page.
            let sorts =
                search.wanted.len() > 1 || search.wanted.iter().any(|(name, _)| *name != "size");
            assert!(sorts || !plan.contains("TEMP B-TREE"), "{plan}: {sql}");
        }
    }
}

#[test]
fn what_is_unique_is_refused_and_nothing_is_changed() {
    let (connection, shelf) = shelf(2);
    let twin = Thing {
        key: "twin".to_owned(),
        ..thing(1)
    };
    assert!(!shelf.insert(&connection, &twin).unwrap());
    let renamed = Thing {
        values: thing(0).values,
        ..thing(1)
    };
    assert!(!shelf.update(&connection, &renamed).unwrap());
    assert_eq!(shelf.get(&connection, "key 1").unwrap(), Some(thing(1)));
    let others = Shelf {
        owner: 8,
        ..shelf.clone()
    };
    assert!(others.insert(&connection, &twin).unwrap());
    assert_eq!(others.get(&connection, "key 1").unwrap(), None);
}

#[test]
fn what_goes_is_counted_out_and_goes_with_its_owner() {
    let (connection, shelf) = shelf(3);
    shelf.delete(&connection, "key 1").unwrap();
    let (found, total) = shelf.search(&connection, &Search::default()).unwrap();
    assert_eq!((keys(&found), total), (vec!["key 0", "key 2"], 2));
    crate::store::users::wipe(&connection).unwrap();
    let (found, total) = shelf.search(&connection, &Search::default()).unwrap();
    assert_eq!((keys(&found), total), (vec![], 0));
}

/// The refusal of another contract's data.
fn refused(connection: &Connection, resource: &Resource) -> String {
    prepare_one(connection, resource).unwrap_err().to_string()
}

#[test]
fn a_contract_that_grows_loses_nothing_and_one_that_does_not_fit_is_told() {
    let (connection, shelf) = shelf(3);
    static GROWN: [Shown; 3] = [
        shown("uuid", Stamp::None),
        shown("name", Stamp::None),
        shown("color", Stamp::None),
    ];
    let grown = Resource {
        filters: &[("name", Filter::Mask), ("color", Filter::Equal)],
        shows: &GROWN,
        ..WIDGETS
    };
    prepare_one(&connection, &grown).unwrap();
    assert_eq!(shelf.get(&connection, "key 2").unwrap(), Some(thing(2)));
    for (other, words) in [
        (
            Resource {
                key: "name",
                ..WIDGETS
            },
            "have the key `uuid`",
        ),
        (
            Resource {
                owner: Owner::User,
                ..WIDGETS
            },
            "belong to accounts",
        ),
        (
            Resource {
                unique: &["size"],
                ..WIDGETS
            },
            "share what the contract has as unique",
        ),
    ] {
        if other.unique == ["size"] {
            shelf.insert(&connection, &thing(3)).unwrap();
        }
        let refused = refused(&connection, &other);
        assert!(refused.contains(words), "{refused}");
        assert!(refused.contains("`Widgets`") && refused.contains("openapi/opentact.yaml:1:1"));
    }
}
