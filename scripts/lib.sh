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

# Flags that make the page small: a panic only stops the program, since the page replaces a worker that stops, and the
# standard library is built with the page, so that only what is used of it is there.
small_flags="-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zinline-mir=no"

# Whether this compiler knows these flags, which are not stable, and has the sources of its standard library.
builds_small() {
  RUSTC_BOOTSTRAP=1 rustc $small_flags --print sysroot >/dev/null 2>&1 &&
    [ -f "$(rustc --print sysroot)/lib/rustlib/src/rust/library/Cargo.lock" ]
}

# No path of this machine gets into the program, so that equal sources give equal bytes wherever they lie.
path_flags() {
  local sources
  sources="$(rustc --print sysroot)/lib/rustlib/src/rust"
  printf -- ' --remap-path-prefix=%s' \
    "${CARGO_HOME:-$HOME/.cargo}=/cargo" "$sources=/rust" "$root=/plimsoll" "$page_target=/target"
}

# Runs a command that compiles the page. PLIMSOLL_STD=prebuilt takes the standard library as it comes, which is quicker.
for_page() (
  flags="$(path_flags)"
  if [ "${PLIMSOLL_STD:-}" = prebuilt ]; then
    say "The standard library is taken as it comes, so the page is larger than what is published."
  elif builds_small; then
    flags="$small_flags$flags"
    export RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
  else
    say "The page becomes about a tenth larger: $(rustc --version) cannot build its standard library for size here."
    say "It needs the component rust-src (rustup component add rust-src) and flags that the version may not know."
  fi
  CARGO_TARGET_DIR="$page_target" CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$flags" "$@"
)

# Builds what is published into the folder `dist`: the hosted page and the single file.
build_page() {
  PLIMSOLL_NATIVE_TARGET="${CARGO_TARGET_DIR:-$root/target}" NO_COLOR=true for_page \
    trunk --log warn build --release --config trunk.toml
}
