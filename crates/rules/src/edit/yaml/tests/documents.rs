//! Random documents that hold every layout of keys, lists, brackets, text blocks and comments.

/// The same numbers on every machine.
pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit.max(1) as u64).unwrap()
    }

    pub(super) fn one_in(&mut self, limit: usize) -> bool {
        self.below(limit) == 0
    }

    pub(super) fn pick<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }
}

/// Writes random documents in every layout.
struct Writer {
    random: Random,
    text: String,
    step: usize,
    comments: usize,
    /// Keys in brackets are in double quotes.
    json: bool,
}

impl Writer {
    fn comment(&mut self, indentation: usize) {
        if self.random.one_in(4) {
            self.comments += 1;
            let number = self.comments;
            self.text += &format!("{}# note {number}\n", " ".repeat(indentation));
        }
        if self.random.one_in(12) {
            self.text.push('\n');
        }
    }

    fn end_line(&mut self) {
        if self.random.one_in(5) {
            self.comments += 1;
            let number = self.comments;
            self.text += &format!("  # side {number}");
        }
        self.text.push('\n');
    }

    fn block_mapping(&mut self, indentation: usize, depth: usize) {
        let size = 1 + self.random.below(4);
        for index in 0..size {
            if index > 0 {
                self.comment(indentation);
                self.text += &" ".repeat(indentation);
            }
            let quote = self.random.pick(&["", "", "", "'", "\""]);
            self.text += &format!("{quote}k{index}{quote}:");
            self.value(indentation, depth, true);
        }
    }

    fn block_list(&mut self, indentation: usize, depth: usize) {
        for index in 0..1 + self.random.below(3) {
            if index > 0 {
                self.comment(indentation);
                self.text += &" ".repeat(indentation);
            }
            self.text.push('-');
            match self.random.below(6) {
                0 if depth > 0 => {
                    self.text.push(' ');
                    self.block_mapping(indentation + 2, depth - 1);
                }
                1 if depth > 0 => {
                    self.text.push(' ');
                    self.block_list(indentation + 2, depth - 1);
                }
                _ => self.value(indentation, 0, false),
            }
        }
    }

    /// A value behind a colon or dash, up to the end of its last line.
    fn value(&mut self, indentation: usize, depth: usize, behind_key: bool) {
        let inner = indentation + self.step;
        match self.random.below(if depth > 0 { 14 } else { 10 }) {
            0 => self.end_line(),
            1 => {
                self.text += self.random.pick(&[" {}", " []", " null", " ~"]);
                self.end_line();
            }
            2 => {
                let header = self.random.pick(&["|", "|-", ">-", ">", "|+"]);
                let blanks = " ".repeat(inner.max(1));
                self.text += &format!(" {header}");
                self.end_line();
                self.text += &format!("{blanks}line one\n{blanks}line: two\n");
                if self.random.one_in(3) {
                    self.text.push('\n');
                }
            }
            3 => {
                self.text.push(' ');
                self.flow(2, None);
                self.end_line();
            }
            4 => {
                self.text.push(' ');
                self.flow(2, Some(" ".repeat(inner)));
                self.end_line();
            }
            5..=9 => {
                self.text +=
                    self.random.pick(&[" plain", " two words", " 'it''s'", " \"a\\nb\"", " 10", " é", " --flag=x"]);
                self.end_line();
            }
            10 | 11 => {
                self.end_line();
                self.comment(inner);
                self.text += &" ".repeat(inner);
                self.block_mapping(inner, depth - 1);
            }
            _ => {
                self.end_line();
                let column = if behind_key && self.random.one_in(2) { indentation } else { inner };
                self.text += &" ".repeat(column);
                self.block_list(column, depth - 1);
            }
        }
    }

    /// Brackets, on one line or with an element per line.
    fn flow(&mut self, depth: usize, lines: Option<String>) {
        let is_mapping = self.random.one_in(2);
        let size = self.random.below(4);
        self.text.push(if is_mapping { '{' } else { '[' });
        for index in 0..size {
            if let Some(lines) = &lines {
                self.text.push('\n');
                if self.random.one_in(5) {
                    self.comments += 1;
                    self.text += &format!("{lines}# flow {}\n", self.comments);
                }
                self.text += lines;
            } else if index > 0 {
                self.text.push(' ');
            }
            if is_mapping {
                let quote = if self.json { "\"" } else { "" };
                self.text += &format!("{quote}k{index}{quote}: ");
            }
            if depth > 0 && self.random.one_in(4) {
                let deeper = lines.as_ref().filter(|_| self.random.one_in(2)).map(|lines| format!("{lines}  "));
                self.flow(depth - 1, deeper);
            } else {
                self.text += self.random.pick(&["x", "'y'", "\"z\"", "5", "{}", "null"]);
            }
            let is_last = index + 1 == size;
            if !is_last || self.random.one_in(4) {
                self.text.push(',');
            }
            if lines.is_some() && self.random.one_in(5) {
                self.comments += 1;
                self.text += &format!(" # beside {}", self.comments);
            }
        }
        if let Some(lines) = lines.filter(|_| size > 0) {
            self.text.push('\n');
            self.text += lines.get(2..).unwrap_or("");
        }
        self.text.push(if is_mapping { '}' } else { ']' });
    }
}

/// The document of a seed: any layout, line ending and last line.
pub(super) fn document(seed: u64) -> String {
    let random = Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let mut writer = Writer { random, text: String::new(), step: 2, comments: 0, json: false };
    writer.random.below(9);
    writer.step = if writer.random.one_in(3) { 4 } else { 2 };
    if writer.random.one_in(12) {
        writer.text.push('\u{feff}');
    }
    writer.comment(0);
    writer.json = writer.random.one_in(5);
    if writer.json {
        let lines = writer.random.one_in(2).then(|| "  ".to_owned());
        writer.flow(4, lines);
        writer.text.push('\n');
    } else {
        writer.block_mapping(0, 3);
    }
    let mut text = writer.text;
    if writer.random.one_in(3) {
        text.truncate(text.trim_end().len());
    }
    if writer.random.one_in(3) { text.replace('\n', "\r\n") } else { text }
}
