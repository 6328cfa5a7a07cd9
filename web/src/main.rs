//! The one program of the page: it draws where there is a window, and runs the rules where there is none.

fn main() {
    plimsoll_web::start();
}
