//! What is drawn. Each file draws one part from slices of the state; what happens goes out as an action.

mod accept;
mod actions;
pub(crate) mod app;
mod coverage;
mod dialog;
mod diff;
mod editor_pane;
mod examples;
mod explanation;
mod file_tabs;
mod findings;
mod fixed_files;
mod footer;
mod header;
mod help;
mod keys;
mod menu;
mod notices;
mod open_files;
mod profile;
mod release;
mod select;
mod settings;
mod shape;
mod status;
mod upgrade;
mod words;
