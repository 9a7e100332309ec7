//! Writes the contract's Markdown so that rustdoc runs no code of it, follows no link and sees no tag.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{BrokenLink, CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};
use syn::visit_mut::VisitMut;
use syn::{Attribute, Expr, ExprLit, File, Lit, Meta, parse_quote};

/// Rewrites the documentation of everything in a file.
pub(crate) fn escape_docs(file: &mut File) {
    Docs.visit_file_mut(file);
}

struct Docs;

impl VisitMut for Docs {
    fn visit_attribute_mut(&mut self, attribute: &mut Attribute) {
        if let Meta::NameValue(meta) = &attribute.meta
            && meta.path.is_ident("doc")
            && let Expr::Lit(ExprLit {
                lit: Lit::Str(text),
                ..
            }) = &meta.value
        {
            let text = escape(&text.value());
            *attribute = parse_quote! { #[doc = #text] };
        }
    }
}

/// The same text for rustdoc: code that is marked as text, addresses in angle brackets, and a
/// backslash before what would be a link to an item or a tag of HTML.
pub(crate) fn escape(text: &str) -> String {
    let mut text = text.to_owned();
    // What is escaped may let something else appear: the insides of a tag are Markdown again.
    for _ in 0..16 {
        // Of two that overlap, the second waits for the next round.
        let edits = edits(&text);
        if edits.is_empty() {
            return text;
        }
        let mut edited = String::new();
        let mut done = 0;
        for ((start, end), replacement) in edits {
            if start >= done {
                edited.push_str(&text[done..start]);
                edited.push_str(&replacement);
                done = end;
            }
        }
        text = edited + &text[done..];
    }
    fenced("", &text)
}

/// What to replace, by its place.
type Edits = BTreeMap<(usize, usize), String>;

fn edits(text: &str) -> Edits {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION;
    // As rustdoc does, which asks whether it knows an item of that name.
    let unknown = |link: BrokenLink<'_>| Some((link.reference.into_string().into(), "".into()));
    let parser = Parser::new_with_broken_link_callback(text, options, Some(unknown));
    let targets = parser.reference_definitions().iter();
    let inside = targets.filter(|(_, it)| !leads_out(LinkType::Reference, &it.dest));
    let mut edits: Edits = inside
        .map(|(_, it)| ((it.span.start, it.span.start), "\\".to_owned()))
        .collect();
    let mut events = parser.into_offset_iter();
    let mut links = 0;
    while let Some((event, range)) = events.next() {
        match event {
            Event::Start(Tag::CodeBlock(kind)) => {
                let code = events.by_ref().map(|(event, _)| event);
                let code = code.take_while(|it| !matches!(it, Event::End(TagEnd::CodeBlock)));
                let code: String = code.filter_map(content).collect();
                edits.extend(code_block(text, &kind, &range, &code));
            }
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                ..
            }) => {
                links += 1;
                if !leads_out(link_type, &dest_url) {
                    edits.insert((range.start, range.start), "\\".to_owned());
                }
            }
            Event::End(TagEnd::Link) => links -= 1,
            Event::Html(_) | Event::InlineHtml(_) => {
                for (at, _) in text[range.clone()].match_indices('<') {
                    edits.insert((range.start + at, range.start + at), "\\".to_owned());
                }
            }
            Event::Text(_) if links == 0 => edits.extend(addresses(text, &range)),
            _ => {}
        }
    }
    edits
}

fn content(event: Event<'_>) -> Option<String> {
    match event {
        Event::Text(text) => Some(text.into_string()),
        _ => None,
    }
}

/// Whether a link is one that rustdoc leaves alone.
fn leads_out(kind: LinkType, target: &str) -> bool {
    let out = ["http://", "https://", "mailto:", "#"];
    kind == LinkType::Email || out.iter().any(|start| target.starts_with(start))
}

fn code_block(
    text: &str,
    kind: &CodeBlockKind<'_>,
    range: &Range<usize>,
    code: &str,
) -> Option<((usize, usize), String)> {
    match kind {
        CodeBlockKind::Fenced(info) if &**info == "text" => None,
        CodeBlockKind::Fenced(_) => {
            let line = text[range.start..].lines().next()?;
            let info = line.trim_start_matches(line.chars().next()?);
            let end = range.start + line.len();
            Some(((end - info.len(), end), "text".to_owned()))
        }
        CodeBlockKind::Indented => {
            let start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
            let before = &text[start..range.start];
            let before = before
                .strip_suffix("    ")
                .or_else(|| before.strip_suffix('\t'))
                .unwrap_or_else(|| before.trim_end_matches([' ', '\t']));
            let end = range.start + text[range.clone()].trim_end().len();
            Some(((start, end), fenced(before, code.trim_end())))
        }
    }
}

/// A code block behind what the line before it starts with: the mark of a list, or of a quotation.
fn fenced(before: &str, code: &str) -> String {
    let longest = code.split(|it| it != '`').map(str::len).max();
    let fence = "`".repeat(longest.unwrap_or(0).max(2) + 1);
    let margin: String = before
        .chars()
        .map(|it| if it == '>' { it } else { ' ' })
        .collect();
    let mut block = format!("{before}{fence}text\n");
    for line in code.lines() {
        block.push_str(&format!("{margin}{line}\n"));
    }
    block + &margin + &fence
}

/// The addresses that stand bare in a text, each in angle brackets.
fn addresses(text: &str, range: &Range<usize>) -> Edits {
    let mut found = Edits::new();
    for (at, _) in text[range.clone()].match_indices("http") {
        let start = range.start + at;
        let rest = &text[start..];
        let is_end = |it: char| it.is_whitespace() || "<>()[]\"'`|\\".contains(it);
        let address = &rest[..rest.find(is_end).unwrap_or(rest.len())];
        let address = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '_', '~']);
        let host = address
            .strip_prefix("https://")
            .or_else(|| address.strip_prefix("http://"));
        if host.is_some_and(|it| !it.is_empty()) {
            let end = start + address.len();
            found.insert((start, end), format!("<{address}>"));
        }
    }
    found
}
