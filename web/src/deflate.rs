//! Bytes made smaller and back, by the browser's own streams.

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

// web-sys holds these back as unstable, though every current browser has them.
#[wasm_bindgen]
extern "C" {
    type CompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<CompressionStream, JsValue>;

    type DecompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;

    /// The two ends that both of them have.
    type Pipe;
    #[wasm_bindgen(method, getter)]
    fn readable(this: &Pipe) -> Source;
    #[wasm_bindgen(method, getter)]
    fn writable(this: &Pipe) -> Sink;

    type Source;
    #[wasm_bindgen(method, js_name = getReader)]
    fn reader(this: &Source) -> Reader;

    type Reader;
    #[wasm_bindgen(method)]
    fn read(this: &Reader) -> Promise;
    #[wasm_bindgen(method)]
    fn cancel(this: &Reader) -> Promise;

    type Sink;
    #[wasm_bindgen(method, js_name = getWriter)]
    fn writer(this: &Sink) -> Writer;

    type Writer;
    #[wasm_bindgen(method)]
    fn write(this: &Writer, bytes: &Uint8Array) -> Promise;
    #[wasm_bindgen(method)]
    fn close(this: &Writer) -> Promise;

    /// What a reader gives.
    type Chunk;
    #[wasm_bindgen(method, getter)]
    fn done(this: &Chunk) -> bool;
    #[wasm_bindgen(method, getter)]
    fn value(this: &Chunk) -> Uint8Array;
}

/// A raw deflate stream (RFC 1951); no zlib header, since the link is checked otherwise.
const FORMAT: &str = "deflate-raw";

/// Why there are no bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// They are more than was allowed.
    TooMany,
    /// They are no such stream, or the browser has no such streams.
    Damaged,
}

/// `bytes` deflated.
pub(crate) async fn deflated(bytes: &[u8]) -> Result<Vec<u8>, Failure> {
    let pipe = CompressionStream::new(FORMAT).map_err(|_| Failure::Damaged)?;
    through(pipe.unchecked_into(), bytes, usize::MAX).await
}

/// What was deflated to `bytes`. Inflating stops where it would be more than `most` bytes.
pub(crate) async fn inflated(bytes: &[u8], most: usize) -> Result<Vec<u8>, Failure> {
    let pipe = DecompressionStream::new(FORMAT).map_err(|_| Failure::Damaged)?;
    through(pipe.unchecked_into(), bytes, most).await
}

async fn through(pipe: Pipe, bytes: &[u8], most: usize) -> Result<Vec<u8>, Failure> {
    let (writer, reader) = (pipe.writable().writer(), pipe.readable().reader());
    // Written beside the reading, since the pipe holds little. What goes wrong there shows at the reader too.
    for step in [writer.write(&Uint8Array::from(bytes)), writer.close()] {
        spawn_local(async move { drop(JsFuture::from(step).await) });
    }
    let mut all = Vec::new();
    loop {
        let chunk: Chunk = JsFuture::from(reader.read()).await.map_err(|_| Failure::Damaged)?.unchecked_into();
        if chunk.done() {
            return Ok(all);
        }
        let piece = chunk.value();
        if all.len() + piece.length() as usize > most {
            let stopped = reader.cancel();
            spawn_local(async move { drop(JsFuture::from(stopped).await) });
            return Err(Failure::TooMany);
        }
        all.extend(piece.to_vec());
    }
}
