//! Entry point of the `plimsoll` command.

use std::io::{BufWriter, Write};
use std::process::ExitCode;

use clap::Parser;
use plimsoll::arguments::Arguments;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let mut out = BufWriter::new(std::io::stdout().lock());
    let result = plimsoll::run(&arguments, &mut out);
    let flushed = out.flush();
    match (result, flushed) {
        (Ok(status), Ok(())) => ExitCode::from(status),
        // The reader went away, as in `plimsoll check f | head`: not worth a word.
        (Ok(status), Err(_)) => ExitCode::from(status),
        (Err(plimsoll::Failure::Io(_, error)), _) if error.kind() == std::io::ErrorKind::BrokenPipe => {
            ExitCode::from(plimsoll::CLEAN)
        }
        (Err(failure), _) => {
            let _ = writeln!(std::io::stderr(), "plimsoll: {failure}");
            ExitCode::from(plimsoll::FAILURE)
        }
    }
}
