//! The page's program.

fn main() {
    plimsoll_web::start_page();
}
