//! The examples of a rule, folded until they are asked for.

use yew::prelude::*;

use super::actions::click;
use super::diff::diff_view;
use super::words;
use crate::hooks::Dispatch;
use crate::protocol::{Example, ExampleGroup, Listing};
use crate::state::{Action, State};

/// Draws the button that unfolds the examples, and the examples.
pub(crate) fn examples(state: &State, rule: &str, dispatch: &Dispatch) -> Html {
    let shown = state.examples_of(rule).filter(|_| state.show_examples);
    html! {
        <section class="examples">
            <h3>
                <button type="button" class="fold" aria-expanded={state.show_examples.to_string()}
                    onclick={click(dispatch, Action::ToggleExamples)}>{ "Examples" }</button>
            </h3>
            { for shown.iter().flat_map(|examples| &examples.groups).map(group) }
        </section>
    }
}

/// Draws the examples that are written in one place.
pub(crate) fn group(group: &ExampleGroup) -> Html {
    html! {
        <>
            <h4>{ &group.place }</h4>
            { for group.examples.iter().map(example) }
        </>
    }
}

fn example(example: &Example) -> Html {
    let state = if example.is_good { "good" } else { "bad" };
    html! {
        <>
            <figure class={classes!("example", state)}>
                <figcaption>{ &example.title }</figcaption>
                { for example.files.iter().map(listing) }
            </figure>
            if let Some((title, safety, diffs)) = &example.fix {
                <p class="example-fix">{ words::prose(title) }{ " " }
                    <span class={classes!("safety", safety.name())}>{ words::safety(*safety) }</span></p>
                { for diffs.iter().map(|diff| {
                    let file = example.files.get(diff.document as usize).filter(|file| !file.name.is_empty());
                    diff_view(diff, file.map(|file| &*file.name))
                }) }
            }
        </>
    }
}

fn listing(file: &Listing) -> Html {
    let piece = |(text, marked): &(String, bool)| {
        if *marked {
            html! { <mark>{ text }</mark> }
        } else {
            html! { { text } }
        }
    };
    html! {
        <>
            if !file.name.is_empty() {
                <p class="place">{ &file.name }</p>
            }
            <pre tabindex="0">{ for file.pieces.iter().map(piece) }</pre>
        </>
    }
}
