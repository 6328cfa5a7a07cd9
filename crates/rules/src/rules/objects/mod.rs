// Made by `cargo xtask gen` from the files in this folder. DO NOT EDIT.

//! Rules that judge objects which a component reads besides its own configuration.

pub(crate) mod encryption_identity_first;
