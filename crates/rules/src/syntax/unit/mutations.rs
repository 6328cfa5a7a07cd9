//! Damaged versions of a text, the same on every run, for tests that must hold for any input.

/// Pseudo-random numbers (xorshift), the same on every run.
pub(crate) struct Numbers(u64);

impl Numbers {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `limit`; 0 when `limit` is 0.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).map_or(0, |number| number.checked_rem(limit).unwrap_or(0))
    }
}

/// What is most likely to upset a reader of lines, quotes and references.
const PIECES: &[&str] = &[
    "\\",
    "\"",
    "'",
    "\n",
    "\r\n",
    "\r",
    " ",
    "\t",
    "=",
    "#",
    ";",
    "[",
    "]",
    "$",
    "{",
    "}",
    "(",
    ")",
    "`",
    "%",
    "%%",
    "%i",
    "${A}",
    "$A",
    "\\x",
    "\\u00e9",
    "\\\n",
    "\\ \n",
    "é",
    "😀",
    "\u{feff}",
    "\0",
    "<",
    ">",
    "&",
    "|",
    "-",
    "# /a/b.service\n",
    "[Service]\n",
    "",
];

/// Every prefix of `text` that ends at a character.
pub(crate) fn prefixes(text: &str) -> impl Iterator<Item = &str> {
    (0..=text.len()).filter_map(|end| text.get(..end))
}

/// `count` versions of `text` with one to four pieces put in place of some characters.
pub(crate) fn mutants(text: &str, count: usize) -> impl Iterator<Item = String> {
    let mut numbers = Numbers::new(text.len() as u64);
    (0..count).map(move |_| {
        let mut chars: Vec<String> = text.chars().map(String::from).collect();
        for _ in 0..=numbers.below(4) {
            let at = numbers.below(chars.len());
            let end = (at + numbers.below(4)).min(chars.len());
            let piece = PIECES.get(numbers.below(PIECES.len())).copied().unwrap_or("");
            chars.splice(at..end, [piece.to_owned()]);
        }
        chars.concat()
    })
}
