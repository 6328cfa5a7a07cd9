# Shared by the scripts: where the project and its tools are, and how to stop with a sentence. Meant to be sourced.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
tools="${PLIMSOLL_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/plimsoll/tools}"
cd "$root"

trunk_version=0.21.14

# Pinned tools first: the versions in the tools folder and in the npm packages win over others on PATH.
export PATH="$tools/bin:$root/web/editor/node_modules/.bin:$HOME/.cargo/bin:$PATH"

say() { printf '%s\n' "$*"; }

fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

# The page has a target folder of its own, so that it and the native builds do not undo each other's work.
page_target="${PLIMSOLL_PAGE_TARGET:-$root/target-web}"

# No path of this machine gets into the program, so that equal sources give equal bytes wherever they lie. Set for every
# wasm build, since flags that change would make cargo build all dependencies anew.
page_flags() {
  printf -- '--remap-path-prefix=%s ' "${CARGO_HOME:-$HOME/.cargo}=/cargo" \
    "$(rustc --print sysroot)/lib/rustlib/src/rust=/rust" "$root=/plimsoll" "$page_target=/target"
}
if command -v rustc >/dev/null; then
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$(page_flags)"
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS
fi

# Builds what is published into the folder `dist`: the hosted page and the single file.
build_page() {
  PLIMSOLL_NATIVE_TARGET="${CARGO_TARGET_DIR:-$root/target}" CARGO_TARGET_DIR="$page_target" NO_COLOR=true \
    trunk --log warn build --release --config trunk.toml
}
