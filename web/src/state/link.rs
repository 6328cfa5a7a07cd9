//! A link that was opened: what it sets, and the files it brings. The user's own things are kept aside.

use plimsoll_rules::EDITION;

use super::file::{NewFile, Origin};
use super::{Placing, State, Urgency};
use crate::fragment::content::{Read, Shared};
use crate::fragment::{Fragment, Reading, Release, Rules};

/// What is said about the link that was opened last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opened {
    /// How many files it brought.
    pub files: usize,
    /// What did not fit, in sentences.
    pub said: Vec<String>,
}

/// What can happen with a link.
#[derive(Clone, Debug)]
pub enum LinkAction {
    /// The address has this fragment now.
    Came(Box<Reading>),
    /// The files in it were read, or not, with a sentence that says why.
    Brought(Result<Read, String>),
    /// The user has seen what was said.
    Dismiss,
}

impl Rules {
    /// Those of this page.
    pub fn here() -> Self {
        Self { edition: EDITION.to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() }
    }
}

impl State {
    pub(super) fn act_on_link(&mut self, action: LinkAction) {
        match action {
            LinkAction::Came(reading) if reading.is_silent() => {}
            LinkAction::Came(reading) => self.follow(*reading),
            LinkAction::Brought(Ok((files, said))) => {
                // In a part of another page the link is that page's own, and so are its files.
                match &mut self.embedding {
                    Some(embedding) => embedding.serial += 1,
                    None => self.link.files = files.len(),
                }
                self.link.said.extend(said);
                self.take_shared(files);
            }
            LinkAction::Brought(Err(sentence)) => self.link.said.push(sentence),
            LinkAction::Dismiss => self.link = Opened::default(),
        }
    }

    /// Takes the settings of a link.
    fn follow(&mut self, reading: Reading) {
        let Reading { fragment, refused } = reading;
        let Fragment { kubernetes, profile, view, rules, .. } = fragment;
        self.link = Opened { files: 0, said: refused };
        if let Some(rules) = rules.filter(|rules| *rules != Rules::here()) {
            self.link.said.push(other_rules(&rules));
        }
        if let Some(view) = view {
            self.view = view;
        }
        let before = (self.release, self.profiles.chosen.clone());
        match kubernetes {
            Some(Release::Chosen(version)) => self.release = Some(version),
            Some(Release::Told) => self.release = None,
            None => {}
        }
        if let Some(profile) = profile {
            self.profiles.chosen = profile;
        }
        if before != (self.release, self.profiles.chosen.clone()) {
            self.changed(Urgency::Now);
        }
    }

    /// Opens the files of a link, with the view and release that came with it.
    fn take_shared(&mut self, files: Vec<Shared>) {
        let (view, release) = (self.view, self.release);
        let kinds: Vec<_> = files.iter().map(|file| file.kind).collect();
        let new = |file: Shared| NewFile { name: file.name, content: Ok(file.text), origin: Origin::Brought };
        self.open(files.into_iter().map(new).collect(), Placing::Replace);
        for (file, kind) in self.files.iter_mut().zip(kinds) {
            file.kind = kind;
        }
        (self.view, self.release) = (view, release);
    }
}

/// Said of a link that was made with other rules than those of this page.
fn other_rules(made: &Rules) -> String {
    let here = Rules::here();
    format!(
        "The link was made with Plimsoll {} and the rules of {}. This page is Plimsoll {} with the rules of {}, so it \
         may find other things.",
        made.version, made.edition, here.version, here.edition
    )
}

#[cfg(test)]
#[expect(clippy::indexing_slicing, reason = "tests")]
mod tests {
    use plimsoll_rules::{Kind, Version};

    use super::*;
    use crate::protocol::Chosen;
    use crate::state::{Action, View};

    fn page() -> State {
        let file = NewFile { name: "mine".to_owned(), content: Ok("a: 1\n".to_owned()), origin: Origin::Brought };
        State::with_files(vec![file])
    }

    fn follow(state: &mut State, fragment: &str) {
        state.act(Action::Link(LinkAction::Came(Box::new(Reading::of(fragment)))));
    }

    #[test]
    fn settings_are_taken_and_what_is_not_named_stays() {
        let mut state = page();
        let revision = state.revision;
        follow(&mut state, "#kubernetes=1.30&profile=cks&view=fixed");
        assert_eq!(state.release, Some(Version(30)));
        assert_eq!(state.profiles.chosen, Chosen::Standard("cks".to_owned()));
        assert_eq!((state.view, state.revision > revision), (View::Fixed, true));
        follow(&mut state, "#view=coverage");
        assert_eq!((state.release, state.view), (Some(Version(30)), View::Coverage));
        follow(&mut state, "#kubernetes=auto&profile=everything");
        assert_eq!((state.release, state.profiles.chosen), (None, Chosen::Everything));
        assert_eq!(state.link, Opened::default());
    }

    #[test]
    fn a_place_in_the_page_is_no_link() {
        let mut state = page();
        follow(&mut state, "#view=none");
        let before = state.clone();
        follow(&mut state, "#tab-findings");
        assert_eq!(state, before);
        assert_eq!(before.link.said.len(), 1);
    }

    #[test]
    fn other_rules_are_named_and_the_same_are_not() {
        let mut state = page();
        follow(&mut state, "#rules=2020-02-02_0.0.1");
        assert!(state.link.said[0].starts_with("The link was made with Plimsoll 0.0.1 and the rules of 2020-02-02."));
        follow(&mut state, &Fragment { rules: Some(Rules::here()), ..Fragment::default() }.write());
        assert_eq!(state.link, Opened::default());
    }

    #[test]
    fn files_take_the_place_of_the_users_own_which_can_be_brought_back() {
        let mut state = page();
        follow(&mut state, "#kubernetes=1.30&view=settings");
        let shared = Shared { name: "flags".to_owned(), text: "--v=2\n".to_owned(), kind: Some(Kind::KubeletFlags) };
        state.act(Action::Link(LinkAction::Brought(Ok((vec![shared], vec!["Odd.".to_owned()])))));
        assert_eq!((&*state.files[0].name, state.files[0].kind), ("flags", Some(Kind::KubeletFlags)));
        assert_eq!((state.release, state.view), (Some(Version(30)), View::Settings));
        assert_eq!(state.link, Opened { files: 1, said: vec!["Odd.".to_owned()] });
        assert!(!state.would_lose_work());
        state.act(Action::BringBack);
        assert_eq!(&*state.files[0].name, "mine");
    }
}
