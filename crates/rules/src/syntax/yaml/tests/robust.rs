//! Damaged and random text: nothing panics, every span fits, and what is not damaged is read.

use super::*;

/// A small generator of the xorshift family: the same numbers on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit.max(1) as u64).unwrap()
    }
}

const SAMPLE: &str = "# kubelet
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication: # who
  anonymous:
    enabled: &no false
  webhook: {enabled: true, cacheTTL: \"0s\"}
list:
- 'a'
- b # c
- |
  script
    x

empty:
folded: >-
  x
  y

again: *no
---
{\"json\": [1, {\"k\": null}],
\t\"t\": \"é\\n\"}
...
# end
";

fn sound(text: &str) {
    let parsed = read(text);
    let size = Span::of(0, text.len());
    for node in &parsed.tree.nodes {
        assert!(size.contains(node.span) && text.get(node.span.start as usize..node.span.end as usize).is_some());
        assert!(
            node.parent.is_none_or(|parent| parsed.tree.node(parent).span.contains(node.span)),
            "{text:?} {node:?}"
        );
    }
    let spans = parsed.problems.iter().map(|problem| problem.span).chain(parsed.masked.iter().copied());
    for span in spans.chain(parsed.tree.comments.iter().copied()) {
        assert!(size.contains(span) && text.get(span.start as usize..span.end as usize).is_some(), "{text:?} {span:?}");
    }
    for id in 0..parsed.tree.nodes.len() {
        let _ = parsed.tree.mapped(text, NodeId(u32::try_from(id).unwrap()));
    }
}

#[test]
fn never_panics_on_prefixes() {
    for (at, _) in SAMPLE.char_indices() {
        sound(&SAMPLE[..at]);
    }
}

#[test]
fn never_panics_on_mutations() {
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let bits = [
        "\t", "\n", "{", "}", "[", "]", "\"", "'", ": ", "- ", "#", "&a ", "*a", "|", ">", "\r", "\u{2028}", "é",
        "---\n", "%", "<<: ",
    ];
    let starts: Vec<usize> = SAMPLE.char_indices().map(|(at, _)| at).collect();
    for _ in 0..3000 {
        let mut text = SAMPLE.to_owned();
        for _ in 0..=random.below(4) {
            let at = starts[random.below(starts.len())];
            if at > text.len() || !text.is_char_boundary(at) {
                continue;
            }
            if random.below(6) == 0 {
                text.truncate(at);
            } else if at < text.len() {
                text.insert_str(at, bits[random.below(bits.len())]);
            }
        }
        sound(&text);
    }
}

/// Every place where a line of a real file is half typed: nearly all other keys must survive.
#[test]
fn keeps_the_other_keys_while_a_line_is_typed() {
    let text = SAMPLE.split("---").next().unwrap();
    let whole = read(text).tree.nodes.len();
    let (mut kept, mut all) = (0, 0);
    for (start, line) in text.lines().scan(0, |at, line| Some((std::mem::replace(at, *at + line.len() + 1), line))) {
        for cut in 0..line.len() {
            let half = format!("{}{}", &text[..start + cut], &text[start + line.len()..]);
            kept += read(&half).tree.nodes.len().min(whole);
            all += whole;
        }
    }
    assert!(kept * 100 >= all * 90, "{kept} of {all}");
}
