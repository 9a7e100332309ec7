//! The pages of the control port as a browser gets them, and what their forms do.

mod actions;
mod credentials;
mod events;
mod guard;
mod page;
mod pages;
mod try_it;
