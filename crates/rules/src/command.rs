//! The command line of a component: arguments become flags as pflag would read them.
//!
//! Source: pflag's parser as the kubelet and the kube-apiserver use it: names are normalised (`_` becomes `-`),
//! a boolean never takes the next word, a single dash introduces one-letter shorthands, a word that is neither
//! flag nor value makes both components exit.

use crate::knowledge::{self, Component, SettingId, Type};
use crate::report::Layer;
use crate::syntax::mapped::{Location, Mapped};
use crate::syntax::template::FILLER;
use crate::syntax::yaml::NodeId;

/// Where an argument stands, which decides how it can be edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// In the `ExecStart=` of a unit.
    Unit,
    /// In the value of a variable that an `Environment=` line of a unit sets.
    Environment,
    /// In the value of a variable of an environment file.
    EnvironmentFile,
    /// An item of the `command` or `args` list of a container, in the part of the bundle with this index.
    ListItem {
        /// Index of the parsed part.
        part: usize,
        /// The list.
        list: NodeId,
        /// Position in the list.
        item: usize,
    },
    /// An entry of `extraArgs` in a document of kubeadm: of a mapping, or of a list of names and values.
    ExtraArg {
        /// Index of the parsed part.
        part: usize,
        /// The mapping or list.
        holder: NodeId,
        /// Position among its entries or items.
        item: usize,
    },
    /// Inside a shell script in a manifest.
    Script,
    /// A line of its own, in a text of flags.
    Line,
    /// Output of another program: shown, never edited.
    ReadOnly,
}

impl Host {
    /// The layer that reports name.
    pub const fn layer(self) -> Layer {
        match self {
            Self::Environment | Self::EnvironmentFile => Layer::Env,
            Self::ListItem { .. } | Self::Script => Layer::Manifest,
            Self::Unit | Self::Line | Self::ExtraArg { .. } | Self::ReadOnly => Layer::Flag,
        }
    }
}

/// One word that the component receives.
#[derive(Clone, Debug)]
pub struct Argument {
    /// The word with its sources.
    pub text: Mapped,
    /// Where it stands.
    pub host: Host,
    /// Where it is used in the command itself: the reference, for a word that comes out of a variable.
    pub used_at: Option<Location>,
    /// Whether it stands behind a `#` on its line, where its writer meant a comment.
    pub comment: bool,
    /// Whether a part of the word is only known when the component starts (a template, an unknown variable).
    pub unknown: bool,
}

/// A variable or template whose value may hold any flags.
#[derive(Clone, Debug)]
pub struct Unresolved {
    /// Name of the variable, or the template as written.
    pub name: String,
    /// Where it is used.
    pub at: Location,
    /// Number of arguments before it.
    pub position: usize,
    /// Environment files that were referenced but not given, any of which may set it.
    pub files: Vec<String>,
}

/// Whether every word of the command line was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// The whole command, but for [`CommandLine::unresolved`].
    Whole,
    /// Some flags without the command they belong to: what is absent here may be set elsewhere.
    Fragment,
}

/// One use of a flag.
#[derive(Clone, Debug)]
pub struct Flag {
    /// Normalised name without dashes.
    pub name: String,
    /// The dashes and the name as written.
    pub written: Mapped,
    /// The value; absent for a bare flag.
    pub value: Option<Mapped>,
    /// Whether the value can be known.
    pub known: bool,
    /// Whether a condition of a template may leave it out.
    pub conditional: bool,
    /// The setting, when the component has or had such a flag.
    pub setting: Option<SettingId>,
    /// Index of its first argument.
    pub first: usize,
    /// Number of arguments it takes, 1 or 2.
    pub count: usize,
    /// Where it stands.
    pub host: Host,
}

/// A word that is no flag and no value.
#[derive(Clone, Debug)]
pub struct Stray {
    /// The word.
    pub text: Mapped,
    /// Index of the argument.
    pub argument: usize,
    /// Where it stands.
    pub host: Host,
    /// The boolean flag right before it, which does not take it as a value.
    pub after_boolean: Option<usize>,
    /// Whether it stands behind a `#` on its line.
    pub comment: bool,
}

/// A command line of one component.
#[derive(Clone, Debug)]
pub struct CommandLine {
    /// The program.
    pub component: Component,
    /// The program's name as written; flags may be absent, so this is where one would be added.
    pub executable: Option<Location>,
    /// The words after the program's name.
    pub arguments: Vec<Argument>,
    /// The flags in order.
    pub flags: Vec<Flag>,
    /// Words that make the component exit.
    pub strays: Vec<Stray>,
    /// Variables and templates that could not be resolved.
    pub unresolved: Vec<Unresolved>,
    /// Whether this is everything.
    pub extent: Extent,
    /// Whether `--` ended the flags.
    ended: bool,
}

impl CommandLine {
    /// Reads `arguments`, the words after the program's name.
    pub fn read(component: Component, executable: Option<Location>, arguments: Vec<Argument>, extent: Extent) -> Self {
        let mut command = Self {
            component,
            executable,
            arguments: Vec::new(),
            flags: Vec::new(),
            strays: Vec::new(),
            unresolved: Vec::new(),
            extent,
            ended: false,
        };
        let mut at = 0;
        while let Some(argument) = arguments.get(at) {
            at += command.take(argument, arguments.get(at + 1), at);
        }
        command.arguments = arguments;
        command
    }

    /// The last use of a flag.
    pub fn last(&self, setting: SettingId) -> Option<&Flag> {
        self.flags.iter().rev().find(|flag| flag.setting == Some(setting))
    }

    /// Reads one flag or stray word; gives the number of arguments used.
    fn take(&mut self, argument: &Argument, next: Option<&Argument>, at: usize) -> usize {
        let text = argument.text.text();
        if argument.comment || self.ended {
            self.stray(argument, at);
            return 1;
        }
        if text == "--" {
            // What follows is positional, which both components refuse.
            self.ended = true;
            self.stray(argument, at);
            return 1;
        }
        let named = text.starts_with("--") && !text.split('=').next().unwrap_or("").contains(FILLER);
        if (argument.unknown || text.contains(FILLER)) && !named {
            self.leave_unresolved(argument, at);
            return 1;
        }
        let Some(dashes) = flag_dashes(text) else {
            self.stray(argument, at);
            return 1;
        };
        let name_end = text.find('=').unwrap_or(text.len());
        let raw_name = text.get(dashes..name_end).unwrap_or("");
        let name = knowledge::normalised_flag(raw_name);
        let setting = knowledge::by_flag(self.component, &name);
        let inline = (name_end < text.len()).then(|| argument.text.slice(name_end + 1..text.len()));
        let takes_next = inline.is_none() && takes_value(setting) && next.is_some_and(|next| is_value(next, setting));
        let value = if takes_next { next.map(|next| next.text.clone()) } else { inline };
        let unknown =
            argument.unknown || text.contains(FILLER) || (takes_next && next.is_some_and(|next| next.unknown));
        self.flags.push(Flag {
            name,
            written: argument.text.slice(0..name_end),
            value,
            known: !unknown,
            conditional: false,
            setting,
            first: at,
            count: if takes_next { 2 } else { 1 },
            host: argument.host,
        });
        if takes_next { 2 } else { 1 }
    }

    fn leave_unresolved(&mut self, argument: &Argument, position: usize) {
        if let Some(at) = argument.text.location() {
            let name = argument.text.text().to_owned();
            self.unresolved.push(Unresolved { name, at, position, files: Vec::new() });
        }
    }

    fn stray(&mut self, argument: &Argument, at: usize) {
        if is_ellipsis(argument.text.text()) {
            // The writer left flags out here: what is absent may be among them.
            self.leave_unresolved(argument, at);
        }
        let before = self.flags.last().filter(|flag| flag.first + flag.count == at && flag.value.is_none());
        let is_bool = before.and_then(|flag| flag.setting).is_some_and(|id| id.row().ty == Type::Bool);
        self.strays.push(Stray {
            text: argument.text.clone(),
            argument: at,
            host: argument.host,
            comment: argument.comment,
            after_boolean: is_bool.then(|| self.flags.len().saturating_sub(1)),
        });
    }
}

/// Number of leading dashes when the word is a flag.
fn flag_dashes(text: &str) -> Option<usize> {
    if let Some(rest) = text.strip_prefix("--") {
        return (!rest.is_empty()).then_some(2);
    }
    let shorthand = text.strip_prefix('-')?;
    let name = shorthand.split('=').next().unwrap_or("");
    // The two shorthands that both components have: `-v` and `-h`.
    matches!(name, "v" | "h").then_some(1)
}

/// Whether a word stands for flags that documentation leaves out.
pub fn is_ellipsis(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| matches!(c, '.' | '…'))
}

fn takes_value(setting: Option<SettingId>) -> bool {
    setting.is_none_or(|id| id.row().ty != Type::Bool)
}

/// Whether the next word is this flag's value. pflag takes any word; for a flag it does not know the component
/// exits anyway, so the guess that keeps the remaining words readable is the right one.
fn is_value(next: &Argument, setting: Option<SettingId>) -> bool {
    setting.is_some() || !next.text.text().starts_with('-')
}

/// Whether text holds what another program fills in before the component reads it: the filler of a masked
/// directive, a shell or Terraform parameter, a marker for the reader.
pub fn is_templated(text: &str) -> bool {
    is_filled_in_later(text) || has_parameter(text)
}

/// The same where `$` has no meaning.
pub fn is_filled_in_later(text: &str) -> bool {
    text.contains(FILLER) || is_marker(text)
}

/// `$NAME`, `${NAME}` or `$(NAME)`.
fn has_parameter(text: &str) -> bool {
    let mut after = text.split('$').skip(1);
    after.any(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '_' | '{' | '(')))
}

/// `<value>`, `_VALUE_` or `__VALUE__`: the ways in which documentation and scripts mark what is to be filled in.
fn is_marker(text: &str) -> bool {
    let angle = text.starts_with('<') && text.ends_with('>') && text.len() > 2;
    let capitals = text.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_');
    let underscores = text.starts_with('_') && text.ends_with('_') && text.len() > 2 && capitals;
    angle || underscores
}
