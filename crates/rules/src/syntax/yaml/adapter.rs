//! The only file that knows the parser underneath. It turns its events into ours, with byte positions.

use std::borrow::Cow;
use std::ops::Range;

use granit_parser::{ErrorKind, Event as Raw, Parser, ScalarStyle, ScanError, StructureStyle};

use super::tree::{Layout, Style, Tag};

/// Deepest nesting read, in either style.
pub(super) const DEPTH: usize = 200;

/// Which collection begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Collection {
    Mapping,
    Sequence,
}

/// What the text holds next. Anchors are numbered from 1 within one text; 0 is none.
#[derive(Debug)]
pub(super) enum Event<'t> {
    DocumentStart,
    DocumentEnd,
    Scalar { value: Cow<'t, str>, style: Style, anchor: usize, tag: Tag },
    Open { collection: Collection, layout: Layout, anchor: usize, tag: Tag },
    Close,
    Alias { anchor: usize },
    UnknownAlias,
}

impl Event<'_> {
    /// The same event with a copy of its text.
    pub(super) fn into_owned(self) -> Event<'static> {
        match self {
            Self::Scalar { value, style, anchor, tag } => {
                Event::Scalar { value: Cow::Owned(value.into_owned()), style, anchor, tag }
            }
            Self::DocumentStart => Event::DocumentStart,
            Self::DocumentEnd => Event::DocumentEnd,
            Self::Open { collection, layout, anchor, tag } => Event::Open { collection, layout, anchor, tag },
            Self::Close => Event::Close,
            Self::Alias { anchor } => Event::Alias { anchor },
            Self::UnknownAlias => Event::UnknownAlias,
        }
    }
}

/// What kind of mistake stopped the parser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    Tab,
    Quote,
    Escape,
    Bracket,
    /// A bracket is never closed; the place is where it opens.
    Unclosed,
    Indent,
    Colon,
    Key,
    Dash,
    Block,
    Anchor,
    Tag,
    Directive,
    Comment,
    Character,
    Depth,
    Other,
}

/// Where and why the parser stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Failure {
    /// Byte offset.
    pub(super) at: usize,
    pub(super) fault: Fault,
}

/// Reads `text` and hands every event with its byte range to `sink`, up to the first mistake.
pub(super) fn read<'t>(text: &'t str, mut sink: impl FnMut(Event<'t>, Range<usize>)) -> Option<Failure> {
    let options = granit_parser::options! {
        emit_unresolved_aliases: true,
        flow_nesting_limit: DEPTH,
        block_nesting_limit: DEPTH,
    };
    let mut parser = Parser::new_from_str_with_options(text, options);
    while let Some(next) = parser.next_event() {
        let (event, span) = match next {
            Ok(found) => found,
            Err(error) => return Some(failure(&error)),
        };
        // Byte offsets exist for every parser made from a `&str`.
        let start = span.start.byte_offset().unwrap_or(0);
        let range = start..span.end.byte_offset().unwrap_or(start).max(start);
        if let Some(event) = translate(event, &range) {
            sink(event, range);
        }
    }
    None
}

fn translate<'t>(event: Raw<'t>, range: &Range<usize>) -> Option<Event<'t>> {
    Some(match event {
        Raw::StreamStart | Raw::StreamEnd => return None,
        Raw::DocumentStart(..) => Event::DocumentStart,
        Raw::DocumentEnd => Event::DocumentEnd,
        Raw::Alias(anchor) => Event::Alias { anchor },
        Raw::UnresolvedAlias(_) => Event::UnknownAlias,
        Raw::Scalar(value, raw_style, anchor, raw_tag) => {
            let style = style(raw_style);
            // An absent value is reported as `~` without any text.
            let absent = style == Style::Plain && range.is_empty();
            let value = if absent { Cow::Borrowed("") } else { value };
            Event::Scalar { value, style, anchor, tag: tag(raw_tag.as_deref()) }
        }
        Raw::SequenceStart(style, anchor, raw_tag) => {
            let layout = layout(style, range);
            Event::Open { collection: Collection::Sequence, layout, anchor, tag: tag(raw_tag.as_deref()) }
        }
        Raw::MappingStart(style, anchor, raw_tag) => {
            let layout = layout(style, range);
            Event::Open { collection: Collection::Mapping, layout, anchor, tag: tag(raw_tag.as_deref()) }
        }
        Raw::SequenceEnd | Raw::MappingEnd => Event::Close,
        // The list of events is open; the version is pinned, and no other event exists in it.
        _ => return None,
    })
}

fn style(raw: ScalarStyle) -> Style {
    match raw {
        ScalarStyle::Plain => Style::Plain,
        ScalarStyle::SingleQuoted => Style::SingleQuoted,
        ScalarStyle::DoubleQuoted => Style::DoubleQuoted,
        ScalarStyle::Literal => Style::Literal,
        ScalarStyle::Folded => Style::Folded,
    }
}

fn layout(style: StructureStyle, range: &Range<usize>) -> Layout {
    match style {
        StructureStyle::Block => Layout::Block,
        StructureStyle::Flow if range.is_empty() => Layout::Pair,
        StructureStyle::Flow => Layout::Flow,
    }
}

fn tag(raw: Option<&granit_parser::Tag>) -> Tag {
    let Some(raw) = raw else { return Tag::None };
    match raw.core_suffix() {
        Some("str") => Tag::Str,
        Some("bool") => Tag::Bool,
        Some("int") => Tag::Int,
        Some("float") => Tag::Float,
        Some("null") => Tag::Null,
        _ => Tag::Other,
    }
}

fn failure(error: &ScanError) -> Failure {
    let at = error.marker().byte_offset().unwrap_or(0);
    Failure { at, fault: fault(error.kind()) }
}

fn fault(kind: &ErrorKind) -> Fault {
    use ErrorKind as E;
    match kind {
        E::TabNotAllowed
        | E::TabInBlockIndentation
        | E::TabInIndentation
        | E::TabInPlainScalar
        | E::TabAtBlockScalarStart => Fault::Tab,
        E::UnclosedQuotedScalar
        | E::InvalidTrailingSingleQuotedScalar
        | E::InvalidTrailingDoubleQuotedScalar
        | E::DocumentIndicatorInQuotedScalar => Fault::Quote,
        E::UnknownQuotedScalarEscape
        | E::InvalidQuotedScalarHexEscape
        | E::InvalidUnicodeEscape
        | E::InvalidLowSurrogate
        | E::InvalidLowSurrogateHexEscape
        | E::MissingLowSurrogate
        | E::UnpairedLowSurrogate => Fault::Escape,
        E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping
        | E::UnexpectedEofImplicitFlowMapping
        | E::ExpectedFlowMappingSeparator
        | E::ExpectedFlowSequenceSeparator
        | E::MisplacedFlowCollectionEnd
        | E::MismatchedFlowCollectionEnd { .. } => Fault::Bracket,
        E::UnclosedFlowCollection { .. } => Fault::Unclosed,
        E::InvalidIndentation
        | E::InvalidQuotedScalarIndent
        | E::InvalidFlowScalarIndent
        | E::ExpectedBlockMappingKey
        | E::ExpectedBlockSequenceEntry => Fault::Indent,
        E::MappingValueNotAllowed
        | E::InvalidColonPlacement
        | E::InvalidMappingValueWhitespace
        | E::FlowMappingValueAdjacentCollection => Fault::Colon,
        E::SimpleKeyExpected | E::InvalidSimpleKey | E::MappingKeyNotAllowed => Fault::Key,
        E::BlockEntryInFlowCollection
        | E::BlockSequenceEntryNotAllowed
        | E::InvalidBlockEntryWhitespace
        | E::PlainScalarStartsWithDashFlowIndicator => Fault::Dash,
        E::ZeroBlockScalarIndent | E::InvalidBlockScalarHeader | E::InvalidBlockScalarIndent => Fault::Block,
        E::UnknownAnchor | E::MissingAnchorOrAliasName | E::AnchorCountOverflow => Fault::Anchor,
        E::ExpectedTagBang
        | E::UndeclaredTagHandle
        | E::InvalidGlobalTagCharacter
        | E::InvalidTagTerminator
        | E::MissingTagUri
        | E::UnclosedVerbatimTag
        | E::InvalidTagEscape
        | E::InvalidTagUtf8
        | E::InvalidTagUtf8LeadingByte
        | E::InvalidTagUtf8TrailingByte => Fault::Tag,
        E::DuplicateVersionDirective
        | E::UnsupportedYamlMajorVersion
        | E::DuplicateTagDirective
        | E::MissingDocumentEndBeforeDirective
        | E::ExpectedTagDirectiveBang
        | E::InvalidDirectiveTerminator
        | E::MissingYamlVersionSeparator
        | E::MissingDirectiveName
        | E::InvalidDirectiveName
        | E::DirectiveByteLimitExceeded { .. }
        | E::YamlVersionTooLong
        | E::MissingYamlVersion
        | E::InvalidTagDirectiveTerminator => Fault::Directive,
        E::CommentInterceptedScalar | E::CommentNotSeparated => Fault::Comment,
        E::UnexpectedCharacter { .. } | E::BomInsideDocument => Fault::Character,
        E::RecursionLimitExceeded => Fault::Depth,
        _ => Fault::Other,
    }
}
