//! The handbook: its examples say what they claim, every spelling has one, and its pages are sound.

mod examples;
mod markup;
mod pages;
mod spellings;
