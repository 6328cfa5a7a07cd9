//! Where a command inside another begins: of a container runtime, of `hyperkube`, of any other wrapper.

use crate::detect::program;
use crate::knowledge::Component;

/// Programs that take the options of a container, its image and then its command.
const ENGINES: &[&str] = &["docker", "nerdctl", "podman"];

/// Whether a command may hold the component's name without starting it: as that of a container or a unit.
pub fn names_others(words: &[&str]) -> bool {
    words.iter().any(|word| ENGINES.contains(&base_name(word)) || base_name(word) == "systemctl")
}

/// Where the component's name stands among the words of a command that starts with another program.
pub fn inner_program(words: &[&str], component: Component) -> Option<usize> {
    let hyperkube = words.windows(2).position(|pair| match pair {
        [first, second] => {
            let named = program(second) == Some(component) || Some(*second) == component.name().strip_prefix("kube-");
            named && first.ends_with("hyperkube")
        }
        _ => false,
    });
    if let Some(at) = hyperkube {
        return Some(at + 1);
    }
    if words.iter().any(|word| ENGINES.contains(&base_name(word))) {
        return in_container(words, component);
    }
    // `systemctl start kubelet` names a unit.
    if words.iter().any(|word| base_name(word) == "systemctl") {
        return None;
    }
    let at = words.iter().rposition(|word| program(word) == Some(component))?;
    // rkt parts its own options from the command's by `--`.
    let parted = words.get(at + 1) == Some(&"--") && words.iter().any(|word| base_name(word) == "rkt");
    Some(if parted { at + 1 } else { at })
}

/// The program behind the image, else the image itself when its name tells what it starts. `start` and `exec` name a
/// container.
fn in_container(words: &[&str], component: Component) -> Option<usize> {
    let begin = words.iter().position(|word| matches!(*word, "run" | "create"))?;
    // What follows an option may be its value, such as `--name kubelet`; a colon parts the sides of a mount.
    let after_option = |at: usize| at.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|w| w.starts_with('-'));
    let behind = || words.iter().enumerate().skip(begin + 1);
    let mut named = behind().filter(|(at, word)| {
        program(word) == Some(component) && !word.starts_with('-') && !word.contains(':') && !after_option(*at)
    });
    let image = || {
        behind().find(|(at, word)| {
            is_image_of(word, component) && words.get(at + 1).is_some_and(|next| next.starts_with(['-', '$']))
        })
    };
    named.next_back().or_else(image).map(|(at, _)| at)
}

/// `registry.example/any/kubelet:v1.36.0`.
fn is_image_of(word: &str, component: Component) -> bool {
    let Some((path, name)) = word.rsplit_once('/') else { return false };
    let is_place = word.starts_with(['-', '/', '.']) || word.contains(":/") || path.is_empty();
    let Some((name, _)) = name.split_once([':', '@']) else { return false };
    !is_place && program(name) == Some(component)
}

fn base_name(word: &str) -> &str {
    let word = word.trim_start_matches(['-', '@', ':', '+', '!']);
    word.rsplit('/').next().unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::inner_program;
    use crate::knowledge::Component;

    fn at(command: &str) -> Option<usize> {
        inner_program(&command.split(' ').collect::<Vec<_>>(), Component::Kubelet)
    }

    #[test]
    fn the_name_of_a_container_is_no_program() {
        assert_eq!(at("/usr/bin/docker start kubelet"), None);
        assert_eq!(at("/usr/bin/docker run --name kubelet --privileged img/node:v1 /start.sh"), None);
        assert_eq!(at("docker run --name kubelet -v /v/kubelet:/v/kubelet img/k8s:v1 /usr/bin/kubelet --v=2"), Some(7));
        assert_eq!(at("docker run --name kubelet --privileged hub/hyperkube:v1 /hyperkube kubelet --v=2"), Some(7));
    }

    #[test]
    fn an_image_may_be_named_after_what_it_starts() {
        assert_eq!(at("podman run --name kubelet --privileged hub.example:5000/x/kubelet:v1.36.0 --v=2"), Some(5));
        assert_eq!(at("podman run -v data:/opt/kubelet:ro --privileged hub/node:v1 --v=2"), None);
    }

    #[test]
    fn other_wrappers_name_the_program_last() {
        assert_eq!(at("/usr/bin/taskset -c 0 /usr/bin/kubelet --v=2"), Some(3));
        assert_eq!(at("/usr/bin/rkt run hub/hyperkube:v1 --exec=/kubelet -- --v=2"), Some(4));
        assert_eq!(at("/usr/bin/systemctl restart kubelet"), None);
    }
}
