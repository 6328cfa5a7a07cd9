// Made by `cargo xtask gen` from the folders beside it. DO NOT EDIT.

//! The rules, one file each, in families.

pub(crate) mod access;
pub(crate) mod apiserver;
pub(crate) mod gates;
pub(crate) mod kubelet;
pub(crate) mod objects;
pub(crate) mod text;
