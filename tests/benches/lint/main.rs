//! The time of a full lint beside the time `serde_yaml` takes to parse the same text into a `Value`.
//!
//! The budget is one parse. A unit is no YAML, so what it stands beside is the parse of a KubeletConfiguration
//! of as many lines. Run with `cargo bench --bench lint`.

mod inputs;

use divan::Bencher;
use divan::counter::BytesCount;
use plimsoll_rules::{Document, Options, analyze};
use serde::Deserialize;
use serde_yaml::{Deserializer, Value};

const MIB: usize = 1024 * 1024;

fn main() {
    divan::main();
}

fn lint(bencher: Bencher<'_, '_>, documents: &[Document]) {
    let bytes: usize = documents.iter().map(|document| document.text.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| analyze(documents, &Options::default()));
}

fn parse(bencher: Bencher<'_, '_>, document: &Document) {
    let documents = || Deserializer::from_str(&document.text).map(Value::deserialize);
    bencher
        .counter(BytesCount::new(document.text.len()))
        .bench(|| documents().collect::<Result<Vec<Value>, _>>().expect("the inputs are valid YAML"));
}

#[divan::bench_group]
mod config_200_lines {
    use super::*;

    #[divan::bench]
    fn full_lint(bencher: Bencher<'_, '_>) {
        lint(bencher, &[inputs::config()]);
    }

    #[divan::bench]
    fn serde_yaml(bencher: Bencher<'_, '_>) {
        parse(bencher, &inputs::config());
    }
}

#[divan::bench_group]
mod unit_200_lines {
    use super::*;

    #[divan::bench]
    fn full_lint(bencher: Bencher<'_, '_>) {
        lint(bencher, &inputs::unit_bundle());
    }

    #[divan::bench]
    fn serde_yaml_of_config(bencher: Bencher<'_, '_>) {
        parse(bencher, &inputs::config());
    }
}

#[divan::bench_group(sample_count = 20)]
mod config_large {
    use super::*;

    #[divan::bench(args = [1, 2, 4])]
    fn full_lint(bencher: Bencher<'_, '_>, mib: usize) {
        lint(bencher, &[inputs::large_config(mib * MIB)]);
    }

    #[divan::bench(args = [1, 2, 4])]
    fn serde_yaml(bencher: Bencher<'_, '_>, mib: usize) {
        parse(bencher, &inputs::large_config(mib * MIB));
    }
}

#[divan::bench_group(sample_count = 20)]
mod stream_large {
    use super::*;

    #[divan::bench(args = [1, 2, 4])]
    fn full_lint(bencher: Bencher<'_, '_>, mib: usize) {
        lint(bencher, &[inputs::stream(mib * MIB)]);
    }

    #[divan::bench(args = [1, 2, 4])]
    fn serde_yaml(bencher: Bencher<'_, '_>, mib: usize) {
        parse(bencher, &inputs::stream(mib * MIB));
    }
}
