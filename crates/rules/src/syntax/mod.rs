//! Syntax: texts become trees and words that know their places. Nothing here knows Kubernetes.

pub mod env_file;
pub mod mapped;
pub mod shell;
pub mod template;
pub mod unit;
pub mod words;
pub mod yaml;
