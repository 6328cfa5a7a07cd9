// Made by `cargo xtask gen` from the files in this folder. DO NOT EDIT.

//! Rules that judge how the text is written: mistakes that silently disarm a setting.

pub(crate) mod blank_after_backslash;
pub(crate) mod config_duplicate_key;
pub(crate) mod config_lost_indentation;
pub(crate) mod config_unknown_field;
pub(crate) mod config_wrong_type;
pub(crate) mod deprecated_flag;
pub(crate) mod invalid_value;
pub(crate) mod kubeadm_argument_not_text;
pub(crate) mod lost_continuation;
pub(crate) mod newer_flag;
pub(crate) mod open_quote;
pub(crate) mod removed_flag;
pub(crate) mod repeated_flag;
pub(crate) mod second_exec_start;
pub(crate) mod stray_word;
pub(crate) mod suppression_unused;
pub(crate) mod suppression_without_reason;
pub(crate) mod unit_path_in_tmp;
pub(crate) mod unit_restart;
pub(crate) mod unit_secret_in_environment;
pub(crate) mod unknown_flag;
pub(crate) mod value_unknown;
pub(crate) mod variable_unresolved;
pub(crate) mod variable_unused;
pub(crate) mod wrapper_not_read;
pub(crate) mod yaml_hidden_line_break;
pub(crate) mod yaml_not_valid;
pub(crate) mod yaml_older_value;
pub(crate) mod yaml_tab;
