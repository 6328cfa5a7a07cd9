//! Parts of an AdmissionConfiguration that nobody reads.

use crate::finding::{Hit, Plan};
use crate::knowledge::{ADMISSION_PLUGINS, Component, admission_plugin};
use crate::nearest::nearest;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::syntax::yaml::NodeId;

/// The rule.
pub static RULE: Rule = Rule {
    id: "admission-plugins-config",
    title: "A part of the AdmissionConfiguration is read by no plugin",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::AdmissionConfiguration], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "A plugin finds its configuration by its name, takes the first entry of that name and prefers \
               `configuration` to `path`.",
        why: "The plugin runs with its defaults or with older values, and nobody is told. For `PodSecurity` that means \
              level `privileged`.",
        verify: "Try what the configuration forbids with `--dry-run=server`: it must be refused.",
        side_effects: "The plugin follows the configuration and may refuse what it admitted so far.",
    },
    references: &[],
};

/// An entry of `plugins`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plugin<'a> {
    /// The entry.
    pub node: NodeId,
    /// The plugin's name; nothing when it is not known.
    pub name: Option<&'a str>,
}

impl Plugin<'_> {
    /// The configuration inside the entry.
    pub fn configuration(self, context: &ObjectContext<'_>) -> Option<NodeId> {
        context.at(self.node, &["configuration"])
    }
}

/// The entries of an AdmissionConfiguration, in the order of the text.
pub(crate) fn plugins<'a>(context: &ObjectContext<'a>) -> Vec<Plugin<'a>> {
    let list = context.value(&["plugins"]).map(|list| context.items(list)).unwrap_or_default();
    list.iter().map(|node| Plugin { node: *node, name: context.text_at(*node, &["name"]) }).collect()
}

/// The configuration that a plugin reads from inside the file: that of the first entry with its name.
pub(super) fn configuration(context: &ObjectContext<'_>, plugin: &str) -> Option<NodeId> {
    plugins(context).into_iter().find(|entry| entry.name == Some(plugin))?.configuration(context)
}

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let all = plugins(context);
    let hit = |(at, plugin): (usize, &Plugin<'_>)| {
        let name = plugin.name?;
        let earlier = all.iter().take(at).find(|earlier| earlier.name == Some(name));
        unknown(context, plugin.node, name)
            .or_else(|| earlier.map(|earlier| second(context, *plugin, *earlier, name)))
            .or_else(|| both(context, plugin.node))
    };
    all.iter().enumerate().filter_map(hit).collect()
}

fn unknown(context: &ObjectContext<'_>, entry: NodeId, name: &str) -> Option<Hit> {
    let version = context.version;
    let row = admission_plugin(name);
    let (category, when) = match row {
        Some(row) if row.life.covers(version) => return None,
        Some(row) if row.life.is_removed_in(version) => {
            (Category::Removed, format!("went away in {}", row.life.removed_words().unwrap_or_default()))
        }
        Some(row) => (Category::Unknown, format!("comes with {}", row.life.since)),
        None => (Category::Unknown, "does not exist".to_owned()),
    };
    let names = || ADMISSION_PLUGINS.iter().filter(|row| row.life.covers(version)).map(|row| row.name);
    let near = nearest(name, names()).filter(|_| row.is_none());
    let advice = match near {
        Some(near) if near.sure => format!("Write `{}`.", near.name),
        Some(near) => format!("Did you mean `{}`?", near.name),
        // API servers other than Kubernetes' own read such files too and have plugins of their own.
        None if row.is_none() => return None,
        None => "Remove the entry.".to_owned(),
    };
    let message = format!("The plugin `{name}` {when}, so no plugin reads this entry. {advice}");
    let hit = context.hit(category, context.place_of(entry, &["name"]), "plugins[].name", message);
    let Some(sure) = near.filter(|near| near.sure).map(|near| near.name) else { return Some(hit) };
    let change = context.at(entry, &["name"]).and_then(|node| context.set(node, sure));
    let title = format!("Write `{sure}` (may refuse requests: the plugin reads the entry)");
    Some(hit.plans(change.map(|change| Plan::new(title, Safety::Unsafe, change))))
}

fn second(context: &ObjectContext<'_>, plugin: Plugin<'_>, earlier: Plugin<'_>, name: &str) -> Hit {
    let message = format!("`{name}` has an entry above, which is the one that is read. Make one of the two.");
    let at = context.place_of(plugin.node, &["name"]);
    let hit = context.hit(Category::Conflict, at, "plugins[].name", message);
    hit.related(context.place_of(earlier.node, &["name"]), "the entry that is read")
}

fn both(context: &ObjectContext<'_>, entry: NodeId) -> Option<Hit> {
    let path = context.text_at(entry, &["path"]).filter(|path| !path.is_empty())?;
    context.at(entry, &["configuration"])?;
    let message = format!("`path` is `{path}`, but `configuration` is there too and wins. Remove one of them.");
    let at = context.place_of(entry, &["path"]);
    Some(context.hit(Category::Conflict, at, "plugins[].path", message).severity(Severity::Low))
}
