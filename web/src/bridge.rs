//! The page's handle on its worker. It numbers requests, drops answers that a newer request of the same sort has
//! outdated, and holds the kill switch: a worker that crashes or does not answer in time is replaced.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use web_sys::{Event, MessageEvent, Worker};

use crate::dom;
use crate::protocol::{Answer, Body, Request, Response, from_bytes, to_bytes};

/// Longest time for one answer, in milliseconds.
const PATIENCE: u32 = 5_000;
/// Longest time for the worker to load and start, in milliseconds.
const START: u32 = 30_000;
/// Number of [`sort`]s.
const SORTS: usize = 19;

/// What the bridge reports.
pub(crate) enum News {
    /// An answer that is still wanted, with the number that [`Bridge::send`] returned.
    Answer(u32, Answer),
    /// The worker was stopped and a new one is starting.
    Restarted,
    /// The worker could not be started.
    Missing,
}

/// Tells the page what happened.
type Listener = Rc<dyn Fn(News)>;

/// A handle on the worker; clones share it.
#[derive(Clone)]
pub(crate) struct Bridge {
    inner: Rc<RefCell<Inner>>,
}

struct Inner {
    listener: Listener,
    line: Option<Line>,
    seq: u32,
    /// Newest request of each sort.
    newest: [u32; SORTS],
    /// Requests sent and not answered.
    open: Vec<u32>,
    /// Whether this worker has answered anything yet. What is sent before it listens is kept by its loader.
    started: bool,
    timer: Option<Timeout>,
}

/// A running worker and its listeners.
struct Line {
    worker: Worker,
    _message: Closure<dyn FnMut(MessageEvent)>,
    _error: Closure<dyn FnMut(Event)>,
}

impl Drop for Line {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

impl Bridge {
    /// Starts a worker.
    pub(crate) fn new(listener: Listener) -> Self {
        let inner =
            Inner { listener, line: None, seq: 0, newest: [0; SORTS], open: Vec::new(), started: false, timer: None };
        let bridge = Self { inner: Rc::new(RefCell::new(inner)) };
        bridge.start();
        bridge
    }

    /// Sends a request and returns its number. The answer to an older request of the same sort is no longer wanted.
    pub(crate) fn send(&self, body: Body) -> u32 {
        let mut inner = self.inner.borrow_mut();
        inner.seq += 1;
        let seq = inner.seq;
        if let Some(newest) = inner.newest.get_mut(sort(&body)) {
            *newest = seq;
        }
        let bytes = to_bytes(&Request { seq, body });
        inner.open.push(seq);
        inner.post(&bytes);
        if inner.timer.is_none() {
            let patience = if inner.started { PATIENCE } else { START };
            inner.timer = Some(self.alarm(patience));
        }
        seq
    }

    fn start(&self) {
        let bridge = self.clone();
        let message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let bytes = event.data().unchecked_into::<Uint8Array>().to_vec();
            if let Some(response) = from_bytes::<Response>(&bytes) {
                bridge.receive(response);
            }
        });
        let bridge = self.clone();
        let error = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            event.prevent_default();
            // Replacing the worker drops this closure, which must not happen while it runs.
            let bridge = bridge.clone();
            Timeout::new(0, move || bridge.replace()).forget();
        });
        let line = dom::spawn_worker().map(|worker| {
            worker.set_onmessage(Some(message.as_ref().unchecked_ref()));
            worker.set_onerror(Some(error.as_ref().unchecked_ref()));
            Line { worker, _message: message, _error: error }
        });
        let missing = line.is_none();
        let mut inner = self.inner.borrow_mut();
        inner.line = line;
        inner.started = false;
        drop(inner);
        if missing {
            self.tell(News::Missing);
        }
    }

    fn receive(&self, response: Response) {
        let mut inner = self.inner.borrow_mut();
        inner.timer = None;
        inner.started = true;
        inner.open.retain(|seq| *seq != response.seq);
        if !inner.open.is_empty() {
            inner.timer = Some(self.alarm(PATIENCE));
        }
        let wanted = inner.newest.contains(&response.seq);
        drop(inner);
        if wanted {
            self.tell(News::Answer(response.seq, response.body));
        }
    }

    /// The kill switch.
    fn replace(&self) {
        let mut inner = self.inner.borrow_mut();
        let started = inner.started;
        inner.line = None;
        inner.timer = None;
        inner.open.clear();
        inner.newest = [0; SORTS];
        drop(inner);
        // A worker that never started would not start the next time either.
        if started {
            self.start();
            self.tell(News::Restarted);
        } else {
            self.tell(News::Missing);
        }
    }

    fn alarm(&self, after: u32) -> Timeout {
        let bridge = self.clone();
        Timeout::new(after, move || bridge.replace())
    }

    fn tell(&self, news: News) {
        let listener = Rc::clone(&self.inner.borrow().listener);
        listener(news);
    }
}

impl Inner {
    /// A message that cannot be posted stays without an answer, and the kill switch acts.
    fn post(&self, bytes: &[u8]) {
        if let Some(line) = &self.line {
            drop(line.worker.post_message(&Uint8Array::from(bytes)));
        }
    }
}

/// Requests of one sort outdate each other.
fn sort(body: &Body) -> usize {
    match body {
        Body::Pages => 0,
        Body::Lint(_) => 1,
        Body::FixAll { .. } => 2,
        Body::Preview { .. } => 3,
        Body::Descriptions => 4,
        Body::Upgrade { .. } => 5,
        Body::Examples(_) => 6,
        Body::Profiles => 7,
        Body::ReadProfile(_) => 8,
        Body::Coverage(_) => 9,
        Body::Accept { .. } => 10,
        Body::Json(_) => 11,
        Body::Export { .. } => 12,
        Body::Packs => 13,
        Body::ReadPack(_) => 14,
        Body::Judge { .. } => 15,
        Body::Compare { .. } => 16,
        Body::Mask(_) => 17,
        Body::Bug { .. } => 18,
    }
}
