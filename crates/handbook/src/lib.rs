//! The handbook: one page for each rule, made from the rule itself and from the fixtures that the tests run.
//!
//! An example is never written down beside its outcome. It is judged when it is shown: what is marked is what the rule
//! points at, and what the fix shows is what the fix does.
//!
//! | module | subject |
//! |---|---|
//! | `samples` | the input of the examples, taken from `tests/rules` by `cargo xtask gen` |
//! | [`Example`], [`sections`] | a sample after it was judged, and all of a rule by spelling |
//! | [`diff`] | two texts as lines that stay, go and come |
//! | [`words`] | what is said alike wherever a page is shown |
//! | [`text`], [`markdown`], [`html`] | a page for the terminal, for a wiki, and for a browser |
//! | [`site`] | the files of the whole handbook |

pub mod diff;
mod example;
pub mod html;
pub mod markdown;
mod sample;
mod samples;
pub mod site;
pub mod text;
pub mod words;

pub use example::{Example, Listing, Mended, Piece, Section, examples, sections};
pub use sample::{Sample, State, samples};
