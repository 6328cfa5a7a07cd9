//! The time spent on a drill. It only tells: nothing happens when the minutes are over, and it can be paused or hidden.

use gloo_timers::callback::Interval;
use yew::prelude::*;

/// What a timer is made of.
#[derive(Clone, Copy, PartialEq, Properties)]
pub(crate) struct TimerProps {
    /// Minutes that the drill should take.
    pub(crate) minutes: u32,
    /// Whether the drill is over.
    pub(crate) done: bool,
}

/// How the timer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    Running,
    Paused,
    Hidden,
}

/// The timer, from nought.
#[component]
pub(crate) fn Timer(props: &TimerProps) -> Html {
    let seconds = use_state_eq(|| 0_u32);
    let mode = use_state_eq(|| Mode::Running);
    let counts = *mode != Mode::Paused && !props.done;
    let (tick, now) = (seconds.clone(), *seconds);
    use_effect_with((counts, now), move |(counts, now)| {
        let next = now + 1;
        let interval = counts.then(|| Interval::new(1000, move || tick.set(next)));
        move || drop(interval)
    });
    let to = |wanted: Mode| {
        let mode = mode.clone();
        Callback::from(move |_: MouseEvent| mode.set(wanted))
    };
    let aim = format!("{} suggested", crate::state::view::plural(props.minutes as usize, "minute"));
    if *mode == Mode::Hidden {
        return html! {
            <span class="timer">
                <button type="button" class="link" id="timer-hide" onclick={to(Mode::Running)}>{ "Show the time" }</button>
            </span>
        };
    }
    let (label, next) = if *mode == Mode::Paused { ("Go on", Mode::Running) } else { ("Pause", Mode::Paused) };
    html! {
        <span class="timer">
            <span role="timer" aria-live="off" aria-label="Time spent">{ format!("{}:{:02}", now / 60, now % 60) }</span>
            <span>{ aim }</span>
            if !props.done {
                <button type="button" class="link" id="timer-pause" onclick={to(next)}>{ label }</button>
                <button type="button" class="link" id="timer-hide" onclick={to(Mode::Hidden)}>{ "Hide the time" }</button>
            }
        </span>
    }
}
