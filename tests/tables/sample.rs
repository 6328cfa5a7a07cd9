//! Values to try on a setting: good ones, and ones that must be refused.

use plimsoll_rules::Version;
use plimsoll_rules::knowledge::{Setting, Type};

/// A value as a flag spells it.
#[derive(Clone, Debug)]
pub struct Sample {
    pub text: String,
    /// How the report shows it, where that is told apart from the text.
    pub shown: Option<String>,
}

impl Sample {
    fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { shown: Some(text.clone()), text }
    }

    fn shown_as(text: &str, shown: &str) -> Self {
        Self { text: text.to_owned(), shown: Some(shown.to_owned()) }
    }

    fn any(text: impl Into<String>) -> Self {
        Self { text: text.into(), shown: None }
    }

    /// The value as YAML of the field. Flags and fields write maps, lists and text in different ways.
    pub fn in_file(&self, row: &Setting, version: Version) -> String {
        let text = &self.text;
        if row.field == "logging.flushFrequency" && version < Version(28) {
            return "5000000000".to_owned();
        }
        match row.ty {
            Type::Bool => self.shown.clone().unwrap_or_else(|| text.clone()),
            Type::Int(_) | Type::Uint(_) | Type::Level | Type::Float => text.clone(),
            Type::List | Type::Array => {
                format!("[{}]", text.split(',').map(|item| format!("{item:?}")).collect::<Vec<_>>().join(", "))
            }
            Type::Ints => format!("[{text}]"),
            Type::BoolMap => format!("{{{}}}", text.replace('=', ": ")),
            Type::Headers => {
                let (key, value) = text.split_once(':').unwrap();
                format!("{{{key}: [{value:?}]}}")
            }
            Type::Object => "[]".to_owned(),
            _ if row.ty.is_map() => {
                let (key, value) = text.split_once(['=', '<']).unwrap();
                format!("{{{key}: {value:?}}}")
            }
            _ => format!("{text:?}"),
        }
    }
}

/// Values that the component takes: at least one.
pub fn good(row: &Setting, version: Version) -> Vec<Sample> {
    if let Some(allowed) = row.allowed_in(version) {
        return allowed.map(|one| in_its_type(row.ty, one)).collect();
    }
    let mut all = of_type(row);
    if let Some((least, most)) = row.range_in(version) {
        all = vec![];
        if !least.starts_with('>') {
            all.push(bound(row.ty, least).unwrap_or_else(|| extremes(row.ty).0));
        }
        all.push(bound(row.ty, most).unwrap_or_else(|| extremes(row.ty).1));
    }
    all
}

/// Texts that the component refuses as a flag.
pub fn refused(row: &Setting, version: Version) -> Vec<String> {
    let mut all: Vec<String> = wrong_type(row.ty).map(str::to_owned).into_iter().collect();
    if row.allowed_in(version).is_some() {
        all.push(in_its_type(row.ty, "Nonsense").text);
    }
    let (least, most) = row.range_in(version).unwrap_or_default();
    let below = |text: &str| beside(row.ty, text, -1);
    all.extend(least.strip_prefix('>').map(str::to_owned).or_else(|| below(least)));
    all.extend(beside(row.ty, most, 1));
    if let Type::Int(bits) = row.ty {
        let (smallest, largest) = (-(1i128 << (bits - 1)) - 1, 1i128 << (bits - 1));
        all.extend([smallest.to_string(), largest.to_string()]);
    }
    all
}

/// YAML that the kubelet refuses for the field.
pub fn refused_in_file(row: &Setting, version: Version) -> Vec<String> {
    let mut all = vec![match row.ty {
        Type::Bool => "\"true\"".to_owned(),
        Type::Int(_) | Type::Uint(_) | Type::Level | Type::Float => "\"5\"".to_owned(),
        Type::Text | Type::Ip | Type::Duration if row.field != "logging.flushFrequency" => "5".to_owned(),
        Type::Duration | Type::Quantity => "yes".to_owned(),
        Type::List | Type::Ints | Type::Array => "a,b".to_owned(),
        Type::BoolMap => "{A: \"true\"}".to_owned(),
        Type::Headers => "{A: b}".to_owned(),
        Type::Object => "a=b".to_owned(),
        _ => "{cpu: 1}".to_owned(),
    }];
    let flat = matches!(row.ty, Type::Int(_) | Type::Uint(_) | Type::Float | Type::Text);
    let unread = |text: &&String| wrong_type(row.ty) != Some(text.as_str());
    let further = refused(row, version);
    let further = further.iter().filter(|_| flat || row.allowed_in(version).is_some()).filter(unread);
    // Zero is as good as absent in many fields.
    all.extend(further.filter(|text| *text != "0").map(|text| Sample::new(text.as_str()).in_file(row, version)));
    all
}

/// One element or key of a list or map; itself for a text.
fn in_its_type(ty: Type, one: &str) -> Sample {
    match ty {
        Type::BoolMap => Sample::new(format!("{one}=true")),
        _ if ty.is_map() => Sample::new(format!("{one}=1")),
        _ => Sample::new(one),
    }
}

fn of_type(row: &Setting) -> Vec<Sample> {
    let text = match row.flag {
        "feature-gates" => "AllAlpha=false",
        "enable-admission-plugins" | "disable-admission-plugins" | "admission-control" => "NodeRestriction",
        "tls-cipher-suites" => "TLS_AES_128_GCM_SHA256",
        _ => match row.ty {
            Type::Text | Type::List | Type::Array | Type::Object => "sample",
            Type::Ip => "192.0.2.1",
            Type::Map | Type::Pair | Type::CsvMap | Type::Switches => "name=sample",
            Type::BoolMap => "Name=true",
            Type::Thresholds => return vec![Sample::shown_as("memory.available<5%", "memory.available=5%")],
            Type::Headers => return vec![Sample::shown_as("Name:sample", "Name=sample")],
            Type::Ints => "29,4588",
            Type::Quantity => "10Mi",
            Type::Bool => return vec![Sample::shown_as("1", "true"), Sample::shown_as("F", "false")],
            Type::Int(_) | Type::Uint(_) => {
                let octal = Sample { text: "010".to_owned(), shown: Some("8".to_owned()) };
                return vec![Sample::new("7"), octal, extremes(row.ty).1];
            }
            Type::Level => return vec![Sample::new("4"), extremes(row.ty).1],
            Type::Float => return vec![Sample::new("2.5"), Sample::new("1e3")],
            Type::Duration => {
                return vec![Sample::shown_as("90m", "1h30m0s"), Sample::shown_as("1.5s", "1.5s")];
            }
        },
    };
    if row.ty == Type::Object { vec![Sample::shown_as(text, "(structured)")] } else { vec![Sample::new(text)] }
}

/// The smallest and the largest value of a type that has them.
fn extremes(ty: Type) -> (Sample, Sample) {
    match ty {
        Type::Int(bits) => {
            let limit = 1i128 << (bits - 1);
            (Sample::new((-limit).to_string()), Sample::new((limit - 1).to_string()))
        }
        Type::Uint(_) => (Sample::new("0"), Sample::new(i64::MAX.to_string())),
        Type::Level => (Sample::new("0"), Sample::new(i32::MAX.to_string())),
        Type::Duration => (Sample::any(format!("{}ns", i64::MIN)), Sample::any(format!("{}ns", i64::MAX))),
        _ => (Sample::any("-1e300"), Sample::any("1e300")),
    }
}

fn bound(ty: Type, text: &str) -> Option<Sample> {
    if text.is_empty() {
        return None;
    }
    // A duration is shown as Go prints it.
    Some(if ty == Type::Duration { Sample::any(text) } else { Sample::new(text) })
}

/// One step beyond a bound of a range; nothing for an open end.
fn beside(ty: Type, bound: &str, step: i64) -> Option<String> {
    match ty {
        _ if bound.is_empty() => None,
        Type::Int(_) | Type::Uint(_) => Some((bound.parse::<i64>().unwrap() + step).to_string()),
        Type::Duration => {
            let unit = bound.trim_start_matches(|c: char| c.is_ascii_digit());
            let size = match unit {
                "ns" => 1,
                "us" => 1_000,
                "ms" => 1_000_000,
                "s" => 1_000_000_000,
                other => panic!("no unit of a bound: {other}"),
            };
            let count: i64 = bound.trim_end_matches(unit).parse().unwrap();
            Some(format!("{}ns", count * size + step))
        }
        Type::Float => Some(format!("{}", bound.parse::<f64>().unwrap() + step as f64 / 1000.0)),
        other => panic!("no steps in {other:?}"),
    }
}

/// Text that no setting of the type takes as a flag.
fn wrong_type(ty: Type) -> Option<&'static str> {
    Some(match ty {
        Type::Bool => "maybe",
        Type::Int(_) => "many",
        Type::Uint(_) => "-1",
        Type::Level => "0x1",
        Type::Float => "half",
        Type::Duration => "5",
        Type::Quantity => "10MB",
        Type::Ip => "localhost",
        Type::List => "a\"b",
        Type::Ints => "X25519",
        Type::Map | Type::Pair | Type::CsvMap => "name",
        Type::Thresholds => "memory.available=5%",
        Type::Headers => "Name=sample",
        Type::BoolMap => "Name=maybe",
        Type::Text | Type::Array | Type::Switches | Type::Object => return None,
    })
}
