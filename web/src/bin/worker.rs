//! The program that runs the rules beside the page.

fn main() {
    plimsoll_web::start_worker();
}
