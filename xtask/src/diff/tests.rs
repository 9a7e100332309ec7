//! The comparison on a small contract, edit by edit.

mod additions;
mod breaking;
mod breaking_data;
mod completeness;
mod edit;
mod history;
mod moves;
mod pairs;
mod reports;
mod words;
