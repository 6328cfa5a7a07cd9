//! Drills: those of the project can be solved as they say and in no cheaper way; other packs are read strictly.

mod packs;
mod solving;
