//! From parsed documents to targets: what each kind of document says about a component.

mod container_command;
mod container_env;
pub mod embedded;
pub mod env_reference;
pub mod flags;
pub mod kubeadm;
mod kubeadm_authorization;
pub mod kubelet_config;
mod names;
mod nesting;
pub mod pod_facts;
pub mod service;
pub mod static_pod;
pub mod unit_facts;
pub mod yaml_text;

use crate::command::{Argument, CommandLine, Extent, Host};
use crate::detect::program;
use crate::knowledge::Component;
use crate::syntax::words;

/// The component's command among the simple commands of a shell script.
fn shell_command(commands: &[Vec<words::Argument>], component: Component) -> Option<CommandLine> {
    commands.iter().find_map(|command| {
        let texts: Vec<&str> = command.iter().map(|word| word.value.text()).collect();
        let at = if container_command::names_others(&texts) {
            container_command::inner_program(&texts, component)?
        } else {
            texts.iter().position(|word| program(word) == Some(component))?
        };
        let executable = command.get(at)?.value.location();
        let arguments = command.iter().skip(at + 1).map(|word| argument(word, Host::Script)).collect();
        Some(CommandLine::read(component, executable, arguments, Extent::Whole))
    })
}

/// A word of the syntax layer as an argument of a component.
fn argument(word: &words::Argument, host: Host) -> Argument {
    Argument {
        text: word.value.clone(),
        host,
        used_at: word.used_at.or_else(|| word.value.location()),
        comment: false,
        unknown: !word.is_known() || matches!(word.origin, words::Origin::Unresolved(_)),
    }
}
