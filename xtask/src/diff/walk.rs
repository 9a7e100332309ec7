//! The way through two contracts: what has been seen, and what the place that is looked at means.

use std::collections::{BTreeMap, BTreeSet};

use opentact_codegen::Document;

use super::change::{Severity, Sighting, Sightings};
use super::node::Node;
use super::pair::Pair;

/// Which way data goes.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Direction {
    /// A request carries it.
    Sent,
    /// An answer brings it.
    Received,
    /// No operation says; what is breaking one way is breaking.
    Unknown,
}

impl Direction {
    /// The severity that counts of those that either way would have.
    pub(super) fn severity(self, sent: Severity, received: Severity) -> Severity {
        match self {
            Self::Sent => sent,
            Self::Received => received,
            Self::Unknown => sent.max(received),
        }
    }
}

/// What the place that is looked at means.
#[derive(Clone, Debug)]
pub(super) struct Scope<'d> {
    /// The operation's label or the component's name.
    pub(super) place: String,
    /// The property or the like, from `place`.
    pub(super) subject: String,
    /// The operations on whose behalf this is looked at.
    pub(super) operations: BTreeSet<String>,
    /// Which way the data goes.
    pub(super) direction: Direction,
    /// Where the change was made, when that is not where its effect shows: a reference that now
    /// leads to another component.
    pub(super) site: Option<Node<'d>>,
    /// Whether to stay out of other components.
    pub(super) shallow: bool,
}

impl<'d> Scope<'d> {
    /// The scope of an operation or a component.
    pub(super) fn of(place: &str, operations: BTreeSet<String>) -> Self {
        Self {
            place: place.to_owned(),
            subject: String::new(),
            operations,
            direction: Direction::Unknown,
            site: None,
            shallow: false,
        }
    }

    /// The same, for what goes one way.
    pub(super) fn toward(&self, direction: Direction) -> Self {
        let scope = self.clone();
        Self { direction, ..scope }
    }

    /// The same, for a named part.
    pub(super) fn part(&self, name: &str) -> Self {
        let scope = self.clone();
        let subject = if scope.subject.is_empty() {
            name.to_owned()
        } else {
            format!("{}.{name}", scope.subject)
        };
        Self { subject, ..scope }
    }

    /// The same, for what a list or map holds.
    pub(super) fn element(&self, mark: &str) -> Self {
        let scope = self.clone();
        let subject = format!("{}{mark}", scope.subject);
        Self { subject, ..scope }
    }

    /// The same inside a component.
    fn inside(&self, place: String) -> Self {
        Self {
            place,
            subject: String::new(),
            site: None,
            ..self.clone()
        }
    }

    /// The same, behind a reference that leads elsewhere than it did.
    fn behind(&self, written: &Pair<'d>) -> Self {
        let scope = self.clone();
        let reference = written.child("$ref").revision;
        let node = match reference.value() {
            Some(_) => reference,
            None => written.revision.clone(),
        };
        let site = scope.site.or(Some(node));
        Self { site, ..scope }
    }
}

/// The way so far.
#[derive(Debug)]
pub(super) struct Walk<'d> {
    /// Both contracts as wholes.
    pub(super) roots: Pair<'d>,
    /// Schemas by their name in the base, to the name that the revision has for them.
    pub(super) renamed: BTreeMap<String, String>,
    /// Components of the revision that operations reach, by pointer.
    pub(super) reached: BTreeSet<String>,
    /// Pairs of schemas that the present operation has led to before.
    visited: BTreeSet<(String, String, Direction, Option<String>)>,
    /// What was seen.
    pub(super) sightings: Sightings,
}

impl<'d> Walk<'d> {
    /// Before the first step.
    pub(super) fn new(base: &'d Document, revision: &'d Document) -> Self {
        Self {
            roots: Pair {
                base: Node::at(base, ""),
                revision: Node::at(revision, ""),
            },
            renamed: BTreeMap::new(),
            reached: BTreeSet::new(),
            visited: BTreeSet::new(),
            sightings: Sightings::default(),
        }
    }

    /// Notes a change that shows at `node`.
    pub(super) fn report(
        &mut self,
        scope: &Scope<'d>,
        severity: Severity,
        kind: &'static str,
        node: &Node<'d>,
        detail: impl Into<String>,
    ) {
        let node = scope.site.as_ref().unwrap_or(node);
        self.sightings.add(Sighting {
            severity,
            kind,
            place: scope.place.clone(),
            subject: scope.subject.clone(),
            origin: node.origin().to_owned(),
            position: node.position(),
            detail: detail.into(),
            operations: scope.operations.clone(),
        });
    }

    /// Forgets the way, before the next operation.
    pub(super) fn start_over(&mut self) {
        self.visited.clear();
    }

    /// Whether a pair of schemas is met for the first time; a schema may lead back to itself.
    pub(super) fn first_visit(&mut self, scope: &Scope<'d>, pair: &Pair<'d>) -> bool {
        let site = scope.site.as_ref().map(|site| site.pointer.clone());
        self.visited.insert((
            pair.base.pointer.clone(),
            pair.revision.pointer.clone(),
            scope.direction,
            site,
        ))
    }

    /// Whether two nodes are one component, before and after.
    pub(super) fn is_same_component(&self, pair: &Pair<'d>) -> bool {
        let (Some(base), Some(revision)) = (pair.base.component(), pair.revision.component())
        else {
            return false;
        };
        let schema = |node: &Node<'_>| node.pointer.starts_with("/components/schemas/");
        pair.base.pointer == pair.revision.pointer
            || (schema(&pair.base)
                && schema(&pair.revision)
                && self.renamed.get(&base) == Some(&revision))
    }

    /// Follows the references of a pair, with the scope that holds at their end.
    pub(super) fn enter(&mut self, scope: &Scope<'d>, pair: &Pair<'d>) -> (Scope<'d>, Pair<'d>) {
        let target = Pair {
            base: pair.base.follow(),
            revision: pair.revision.follow(),
        };
        let scope = self.scope_at(scope, pair, &target);
        (scope, target)
    }

    /// The scope at the end of the references from `written` to `target`.
    pub(super) fn scope_at(
        &mut self,
        scope: &Scope<'d>,
        written: &Pair<'d>,
        target: &Pair<'d>,
    ) -> Scope<'d> {
        let is_reference = |from: &Node<'_>, to: &Node<'_>| from.pointer != to.pointer;
        let base = is_reference(&written.base, &target.base);
        let revision = is_reference(&written.revision, &target.revision);
        match target.revision.component() {
            Some(name) if base && revision && self.is_same_component(target) => {
                if !scope.shallow {
                    self.reached.insert(target.revision.pointer.clone());
                }
                scope.inside(name)
            }
            _ if base || revision => scope.behind(written),
            _ => scope.clone(),
        }
    }
}
