//! What is drawn. Each file draws one part from slices of the state; what happens goes out as an action.

mod actions;
pub(crate) mod app;
mod diff;
mod editor_pane;
mod examples;
mod explanation;
mod file_tabs;
mod findings;
mod fixed_files;
mod header;
mod keys;
mod notices;
mod open_files;
mod release;
mod select;
mod settings;
mod shape;
mod status;
mod upgrade;
mod words;
