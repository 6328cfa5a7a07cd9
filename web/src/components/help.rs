//! The help: first what concerns the part of the page that has the focus, then keys and words.

use plimsoll_rules::report::Severity;
use yew::prelude::*;

use super::shape::severity_badge;
use super::status::understood;
use crate::state::View;
use crate::state::dialog::Topic;

/// Keys and what they do.
const KEYS: [(&str, &str); 11] = [
    ("F1", "help about what has the focus"),
    ("F8", "the next finding; with Shift the one before. From the editor by the text, from elsewhere by the list"),
    ("Ctrl + .", "in the editor: what is said about the place of the cursor"),
    ("Ctrl + F", "in the editor: search the text"),
    ("Ctrl + Z", "in the editor: undo"),
    ("Tab", "leave the editor; nothing there takes it. Esc, then Tab leaves an open search or card as well"),
    ("↑ ↓ Home End", "move in lists and among tabs"),
    ("Enter", "open a finding, choose a tab, press a button"),
    ("F2", "rename a file whose tab has the focus"),
    ("Esc", "close what is open: menu, card, explanation on a small screen, this help"),
    ("Ctrl + P", "print the findings and the explanation that is open"),
];

/// How bad a finding is, worst first.
const SEVERITIES: [&str; 5] = [
    "whoever reaches the port controls the node or the cluster",
    "one further step, such as any account, leads there",
    "helps an attack, or loses its traces",
    "hardening that costs little",
    "worth knowing; nothing is wrong",
];

/// The other words of a finding and of the settings.
const WORDS: [(&str, &str); 9] = [
    ("certain", "these files alone decide it"),
    ("likely", "it holds unless a layer that is not here, such as a flag, overrides it"),
    ("possible", "it depends on something that is not here"),
    ("safe", "a fix that changes nothing but the setting; a cluster by kubeadm keeps working"),
    ("may break clients", "a fix whose title says whom it may lock out"),
    ("needs a value only you know", "a fix that writes a placeholder for you to replace"),
    ("unknown", "a value that these files do not tell. It is neither passed nor failed"),
    ("not judged", "no rule has an opinion about the setting"),
    ("suppressed", "a comment in the file accepts the finding and says why. It stays counted"),
];

/// The heading of the dialog.
pub(crate) const fn title(topic: Topic) -> &'static str {
    match topic {
        Topic::Page => "Keys and words",
        Topic::Files => "Help: files",
        Topic::Editor => "Help: the editor",
        Topic::Explanation => "Help: the explanation",
        Topic::Judging => "Help: profile and release",
        Topic::View(View::Findings) => "Help: the findings",
        Topic::View(View::Settings) => "Help: all settings",
        Topic::View(View::Coverage) => "Help: coverage",
        Topic::View(View::Upgrade) => "Help: upgrade",
        Topic::View(View::Fixed) => "Help: fixed files",
    }
}

/// What concerns one part of the page.
const fn about(topic: Topic) -> &'static str {
    match topic {
        Topic::Page => {
            "Paste or open a configuration; it is checked as you type, inside this page. What is found stands at the \
             right, worst first, each with its reason and usually a fix."
        }
        Topic::Files => {
            "All files are judged together, as one node or one API server: a unit with its drop-ins, environment files \
             and configuration file. Add what belongs together; names decide the order of drop-ins."
        }
        Topic::Editor => {
            "What is found is underlined where it stands; a mark after a line counts what is not set there. Each \
             severity has its own shape in the margin. Tab leaves the editor."
        }
        Topic::Explanation => {
            "First what was found and how sure that is, then each fix with the lines it changes, then why it matters, \
             what to write, how to verify it and who may notice. A fix is one step of undo."
        }
        Topic::Judging => {
            "A profile chooses the rules that judge; a file of your own may change them. The release decides defaults \
             and names. Without a choice it is guessed from the files, and what names it is shown."
        }
        Topic::View(View::Findings) => {
            "A number with a severity shows or hides it; what is hidden is always said. The line that is open is \
             explained below the list. Notes and suppressed findings are folded."
        }
        Topic::View(View::Settings) => {
            "The value of every setting as the component would have it, its default, and what sets it. A value struck \
             through was overridden. The numbers of the verdicts add up to the settings that are listed."
        }
        Topic::View(View::Coverage) => {
            "Every control of the profile once. Passed means that every setting it asks for is known and met; unknown \
             means that a file is missing, and names it. There is no score."
        }
        Topic::View(View::Upgrade) => {
            "What changes for these files from one release to another: first what stops the component, then defaults \
             that change, then what is new or deprecated."
        }
        Topic::View(View::Fixed) => {
            "Each file as it would be after every safe fix, beside the text as you brought it. Comments, order and \
             line ends stay."
        }
    }
}

/// Draws the help.
pub(crate) fn help(topic: Topic) -> Html {
    let pair = |(name, about): &(&str, &str)| html! { <div><dt>{ *name }</dt><dd>{ *about }</dd></div> };
    html! {
        <div class="help">
            <p>{ about(topic) }</p>
            <h3>{ "Keys" }</h3>
            <dl>
                { for KEYS.iter().map(|(key, about)| html! { <div><dt><kbd>{ *key }</kbd></dt><dd>{ *about }</dd></div> }) }
            </dl>
            <h3>{ "Severities" }</h3>
            <dl>
                { for Severity::ALL.into_iter().zip(SEVERITIES).map(|(severity, about)| html! {
                    <div><dt>{ severity_badge(severity) }</dt><dd>{ about }</dd></div>
                }) }
            </dl>
            <h3>{ "Words" }</h3>
            <dl>{ for WORDS.iter().map(pair) }</dl>
            <h3>{ "What is understood" }</h3>
            { understood() }
        </div>
    }
}
