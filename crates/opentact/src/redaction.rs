//! Blots a request's own secrets out of what the server says about it.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use opentact_client::{REDACTED, Secret};
use serde_json::{Map, Value};

/// A shorter secret is not looked for: it would be found in ordinary words.
const SHORTEST: usize = 4;
/// So many neighbouring bytes of a longer one are blotted out wherever they stand, as servers cut
/// what they repeat.
const PIECE: usize = 16;

/// So many bytes of a text are searched and shown; a longer one is cut, and says so.
const LONGEST_TEXT: usize = 4 * 1024;
/// So many bytes of all the texts of a JSON, and so many of its values.
const LONGEST_JSON: usize = 64 * 1024;
/// What stands for the rest of a JSON.
const CUT: &str = "(cut)";

/// The secrets that one request carried.
#[derive(Clone, Debug, Default)]
pub(crate) struct Redaction {
    secrets: Vec<Secret>,
    /// An address with its password, and the password: the address alone is no secret.
    pairs: Vec<(Secret, Secret)>,
}

impl Redaction {
    /// Adds a secret.
    pub(crate) fn add(&mut self, secret: &Secret) {
        self.secrets.push(secret.clone());
    }

    /// Adds an address with its password, joined by a colon, and the password.
    pub(crate) fn add_pair(&mut self, pair: &Secret, password: &Secret) {
        self.pairs.push((pair.clone(), password.clone()));
    }

    /// The text without the secrets, in whatever case and usual encoding it repeats them.
    pub(crate) fn text(&self, text: &str) -> String {
        let forms = self.forms();
        Search::of(&forms).blot(text, LONGEST_TEXT)
    }

    /// The JSON without the secrets, keys included.
    pub(crate) fn json(&self, value: Value) -> Value {
        let forms = self.forms();
        Search::of(&forms).blot_json(value, &mut { LONGEST_JSON })
    }

    /// The secrets in the forms in which a server may repeat them.
    fn forms(&self) -> Vec<Form> {
        let mut forms: Vec<Form> = Vec::new();
        for secret in &self.secrets {
            forms.extend(written(secret.expose()).map(Form::new));
        }
        for (pair, password) in &self.pairs {
            let pair = pair.expose();
            forms.extend(written(pair).map(Form::whole));
            // As the header carries it, and that in base64 once more.
            let carried = Secret::new(STANDARD.encode(pair));
            forms.extend(written(carried.expose()).map(Form::new));
            forms.extend(in_base64(pair).map(Form::new));
            forms.extend(written(password.expose()).map(Form::new));
        }
        forms.retain(Form::tells_something);
        forms
    }
}

/// A text in the ways in which it is written into others.
fn written(text: &str) -> impl Iterator<Item = Secret> {
    let escaped = |special: fn(char) -> Option<String>| {
        // Room for the longest, or growing would leave copies behind.
        let mut written = String::with_capacity(text.len() * 6);
        for letter in text.chars() {
            match special(letter) {
                Some(escape) => written.push_str(&escape),
                None => written.push(letter),
            }
        }
        Secret::new(written)
    };
    [
        escaped(|_| None),
        escaped(|it| is_reserved(it).then(|| percent(it))),
        escaped(|it| match it {
            ' ' => Some("+".to_owned()),
            _ => is_reserved(it).then(|| percent(it)),
        }),
        escaped(|it| matches!(it, '"' | '\\').then(|| format!("\\{it}"))),
        escaped(|it| match it {
            '"' | '\\' | '/' => Some(format!("\\{it}")),
            _ if it.is_ascii() => None,
            _ => Some(
                it.encode_utf16(&mut [0; 2])
                    .iter()
                    .map(|it| format!("\\u{it:04x}"))
                    .collect(),
            ),
        }),
        escaped(|it| match it {
            '&' => Some("&amp;".to_owned()),
            '<' => Some("&lt;".to_owned()),
            '>' => Some("&gt;".to_owned()),
            '"' => Some("&quot;".to_owned()),
            _ => None,
        }),
        escaped(|it| match it {
            '"' | '\\' => Some(format!("\\{it}")),
            _ => (!it.is_ascii()).then(|| bytes(it, "\\x")),
        }),
        escaped(|it| Some(bytes(it, ""))),
    ]
    .into_iter()
    .chain(in_base64(text))
}

/// The base64 of a text, in both alphabets: alone, and what of it is the same in whatever longer text
/// it stands, which begins at one of three places of a group.
fn in_base64(text: &str) -> impl Iterator<Item = Secret> {
    let forms = [&STANDARD_NO_PAD, &URL_SAFE_NO_PAD].map(|alphabet| {
        let inner = (0..3).map(move |offset| {
            let longer = Secret::new(["\0\0", text].concat());
            let encoded = Secret::new(alphabet.encode(&longer.expose()[2 - offset..]));
            let (first, end) = ((offset * 8).div_ceil(6), (offset + text.len()) * 8 / 6);
            Secret::new(encoded.expose().get(first..end).unwrap_or_default())
        });
        inner.chain([Secret::new(alphabet.encode(text))])
    });
    forms.into_iter().flatten()
}

fn is_reserved(letter: char) -> bool {
    !letter.is_ascii_alphanumeric() && !"-._~".contains(letter)
}

fn percent(letter: char) -> String {
    bytes(letter, "%")
}

/// The bytes of a letter in hexadecimal, each behind a mark.
fn bytes(letter: char, mark: &str) -> String {
    let mut buffer = [0; 4];
    let bytes = letter.encode_utf8(&mut buffer).bytes();
    bytes.map(|byte| format!("{mark}{byte:02x}")).collect()
}

/// One way in which a secret is written, in lower case.
struct Form {
    text: Secret,
    /// So many neighbouring bytes of it are blotted out.
    piece: usize,
}

impl Form {
    fn new(text: Secret) -> Self {
        let piece = text.expose().len().min(PIECE);
        Self {
            text: lower(text.expose()),
            piece,
        }
    }

    /// Of which a piece tells nothing.
    fn whole(text: Secret) -> Self {
        let piece = text.expose().len();
        Self {
            text: lower(text.expose()),
            piece,
        }
    }

    /// Whether it is long enough, and not a part of what stands in its place.
    fn tells_something(&self) -> bool {
        self.piece >= SHORTEST && !REDACTED.contains(self.text.expose())
    }
}

fn lower(text: &str) -> Secret {
    Secret::new(text.to_ascii_lowercase())
}

/// What is looked for.
struct Search<'a> {
    /// By its length in bytes.
    pieces: BTreeMap<usize, HashSet<&'a [u8]>>,
    /// How each piece begins, so that one look tells most places of a text.
    beginnings: HashSet<&'a [u8]>,
    /// The length of the longest form.
    longest: usize,
}

impl<'a> Search<'a> {
    fn of(forms: &'a [Form]) -> Self {
        let mut pieces = BTreeMap::<usize, HashSet<&[u8]>>::new();
        for form in forms {
            let windows = form.text.expose().as_bytes().windows(form.piece);
            pieces.entry(form.piece).or_default().extend(windows);
        }
        let all = pieces.values().flatten();
        Self {
            beginnings: all.map(|piece| &piece[..SHORTEST]).collect(),
            longest: forms
                .iter()
                .map(|it| it.text.expose().len())
                .max()
                .unwrap_or(0),
            pieces,
        }
    }

    /// The text without what is looked for, cut where it is longer than the limit.
    fn blot(&self, text: &str, limit: usize) -> String {
        if text.len() <= limit {
            return self.blot_whole(text);
        }
        // What the cut divides is found as well, and what the end of the search divides is not shown.
        let searched = letter_at_or_before(text, (limit + self.longest).min(text.len()));
        let mut shown = self.blot_whole(&text[..searched]);
        let end = shown.len().saturating_sub(self.longest).min(limit);
        shown.truncate(letter_at_or_before(&shown, end));
        format!("{shown}... (cut; {} bytes in all)", text.len())
    }

    fn blot_whole(&self, text: &str) -> String {
        let shown = self.blot_once(text);
        // Where a blot and its neighbours make up a secret again, all goes.
        if shown != text && !self.places(&lower(&shown)).is_empty() {
            return REDACTED.to_owned();
        }
        shown
    }

    fn blot_once(&self, text: &str) -> String {
        let mut places = self.places(&lower(text));
        places.extend(jwts(text));
        places.sort_by_key(|place| place.start);
        let mut shown = String::new();
        let mut done = 0;
        for place in places {
            if place.end <= done {
                continue;
            }
            let start = letter_at_or_before(text, place.start);
            if start > done || shown.is_empty() {
                shown.push_str(&text[done..start.max(done)]);
                shown.push_str(REDACTED);
            }
            done = letter_at_or_behind(text, place.end);
        }
        shown.push_str(&text[done..]);
        shown
    }

    /// Where a text, in lower case, has a piece of a secret.
    fn places(&self, folded: &Secret) -> Vec<Range<usize>> {
        let text = folded.expose().as_bytes();
        let mut places = Vec::new();
        for (start, beginning) in text.windows(SHORTEST).enumerate() {
            if !self.beginnings.contains(beginning) {
                continue;
            }
            for (length, pieces) in &self.pieces {
                let window = text.get(start..start + length);
                if window.is_some_and(|it| pieces.contains(it)) {
                    places.push(start..start + length);
                }
            }
        }
        places
    }

    /// The JSON without what is looked for: as much of it as `left` allows, and first what is short.
    fn blot_json(&self, value: Value, left: &mut usize) -> Value {
        match value {
            Value::String(text) => {
                let limit = LONGEST_TEXT.min(*left);
                *left = left.saturating_sub(text.len().min(limit).max(1));
                Value::String(self.blot(&text, limit))
            }
            Value::Array(items) => {
                let mut shown = Vec::new();
                for item in items {
                    if *left == 0 {
                        shown.push(CUT.into());
                        break;
                    }
                    *left -= 1;
                    shown.push(self.blot_json(item, left));
                }
                Value::Array(shown)
            }
            Value::Object(fields) => {
                let is_nested = |field: &Value| field.is_object() || field.is_array();
                let (nested, flat): (Vec<_>, Vec<_>) =
                    fields.into_iter().partition(|(_, field)| is_nested(field));
                let mut shown = Map::new();
                for (key, field) in flat.into_iter().chain(nested) {
                    if *left == 0 {
                        shown.insert(CUT.to_owned(), Value::Null);
                        break;
                    }
                    *left -= 1;
                    let Value::String(key) = self.blot_json(key.into(), left) else {
                        continue;
                    };
                    shown.insert(key, self.blot_json(field, left));
                }
                Value::Object(shown)
            }
            other => other,
        }
    }
}

/// Where a text has a JWT, whosever it is: an old one of this session, or a new one.
fn jwts(text: &str) -> Vec<Range<usize>> {
    let is_other = |it: char| !it.is_ascii_alphanumeric() && !"-_.".contains(it);
    let mut found = Vec::new();
    let mut end = 0;
    for run in text.split_inclusive(is_other) {
        let begin = end;
        end += run.len();
        let run = run.trim_end_matches(is_other);
        // Header and claims are JSON objects.
        if let Some(start) = run.find("eyJ")
            && run[start..].contains(".eyJ")
        {
            found.push(begin + start..begin + run.len());
        }
    }
    found
}

fn letter_at_or_before(text: &str, index: usize) -> usize {
    let mut before = (0..=index).rev();
    before.find(|it| text.is_char_boundary(*it)).unwrap_or(0)
}

fn letter_at_or_behind(text: &str, index: usize) -> usize {
    let mut behind = index..text.len();
    let found = behind.find(|it| text.is_char_boundary(*it));
    found.unwrap_or(text.len())
}

/// Whether something of that name is a secret.
pub(crate) fn is_secret_name(name: &str) -> bool {
    let mut name = name.to_ascii_lowercase();
    name.retain(|letter| letter.is_ascii_alphanumeric());
    [
        "apikey",
        "authorization",
        "credential",
        "ha1b",
        "jwt",
        "password",
        "secret",
        "token",
    ]
    .iter()
    .any(|part| name.contains(part))
}

/// Collects the texts of a body that are secrets: by their names, or because they are not shown as
/// they are sent.
pub(crate) fn collect_secrets(sent: &Value, shown: &Value, by_name: bool, found: &mut Vec<Secret>) {
    match sent {
        Value::String(text) if by_name || sent != shown => found.push(Secret::from(text.as_str())),
        Value::Object(fields) => {
            for (name, field) in fields {
                collect_secrets(field, &shown[name.as_str()], is_secret_name(name), found);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect_secrets(item, &shown[index], by_name, found);
            }
        }
        _ => {}
    }
}

/// Whether a part of a path may be a token: it is neither short, nor a uuid, or has what no word
/// has.
pub(crate) fn may_be_secret(segment: &str) -> bool {
    let is_word = segment.len() < 20
        && segment
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
    let is_uuid = segment.len() == 36 && uuid::Uuid::parse_str(segment).is_ok();
    !is_word && !is_uuid
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn redaction(secret: &str) -> Redaction {
        let mut redaction = Redaction::default();
        redaction.add(&Secret::new(secret));
        redaction
    }

    fn of_basic(email: &str, password: &str) -> Redaction {
        let mut redaction = Redaction::default();
        let pair = Secret::new(format!("{email}:{password}"));
        redaction.add_pair(&pair, &Secret::new(password));
        redaction
    }

    #[test]
    fn a_jwt_is_blotted_out_whosever_it_is() {
        let said = "eyJhbGciOiJub25lIn0.eyJleHAiOjF9.c2ln is older than 'eyJhbGciOiJub25lIn0.eyJleHAiOjJ9'";
        let shown = Redaction::default().text(said);
        assert_eq!(shown, "[redacted] is older than '[redacted]'");
        assert_eq!(
            Redaction::default().text("eyJust words. eyJ."),
            "eyJust words. eyJ."
        );
    }

    #[test]
    fn every_form_of_a_secret_is_blotted_out() {
        let said = serde_json::json!({
            "message": "me@example.com:pläntéd 4711",
            "meta": ["Basic bWVAZXhhbXBsZS5jb206cGzDpG50w6lkIDQ3MTE=", "the password pläntéd 4711"],
            "pläntéd 4711": "?x=pl%C3%A4nt%C3%A9d+4711",
            "more": ["PLäNTéD 4711", "pl%c3%a4nt%c3%a9d%204711", "pl\\u00e4nt\\u00e9d 4711", "706cc3a46e74c3a964203437 3131"],
        });
        let shown = of_basic("me@example.com", "pläntéd 4711")
            .json(said)
            .to_string();
        for part in ["4711", "bWVA", "706c"] {
            assert!(!shown.contains(part), "{shown}");
        }
        assert!(shown.contains("the password [redacted]"), "{shown}");
    }

    #[test]
    fn base64_of_a_text_around_a_secret_is_blotted_out() {
        const SECRET: &str = "planted-4711-Planted?4712~";
        let pair = STANDARD.encode("me@example.com:planted-4711-Planted?4712~");
        for (redaction, secret) in [
            (redaction(SECRET), SECRET),
            (of_basic("me@example.com", SECRET), SECRET),
            (of_basic("me@example.com", SECRET), pair.as_str()),
        ] {
            for before in [
                "",
                "a",
                "Bearer ",
                "Basic ",
                "Authorization: Basic ",
                "ü=",
                "?bearer=",
            ] {
                for after in ["", "\r\n", "&x=1"] {
                    let line = format!("{before}{secret}{after}");
                    let written = [STANDARD.encode(&line), URL_SAFE_NO_PAD.encode(&line)];
                    for encoded in written {
                        let shown = redaction.text(&format!("no {encoded}, sir"));
                        let kept = shown.replace(REDACTED, " ");
                        let bytes = encoded.as_bytes();
                        let start = before.len() * 4 / 3 + 1;
                        let inside = &bytes[start..start + secret.len() * 4 / 3 - 2];
                        let tells = inside
                            .windows(4)
                            .any(|it| kept.contains(std::str::from_utf8(it).unwrap()));
                        assert!(!tells, "{shown} of {encoded}");
                        assert!(shown.starts_with("no ") && shown.ends_with(", sir"));
                    }
                }
            }
        }
    }

    #[test]
    fn a_long_text_is_cut_and_says_so_and_no_secret_is_cut_in_two() {
        for secret in ["planted-4711", "planted-4711-planted-4712-planted-4713"] {
            let redaction = redaction(secret);
            for before in LONGEST_TEXT - 40..LONGEST_TEXT + 4 {
                let said = format!("{}{secret}{}", ".".repeat(before), "-".repeat(40_000));
                let shown = redaction.text(&said);
                assert!(shown.len() < LONGEST_TEXT + 100);
                let bytes = said.len();
                assert!(
                    shown.ends_with(&format!("... (cut; {bytes} bytes in all)")),
                    "{shown}"
                );
                assert!(!shown.contains("plan"), "{before}");
            }
        }
        let fits = "é".repeat(LONGEST_TEXT / 2);
        assert_eq!(redaction("planted-4711").text(&fits), fits);
    }

    #[test]
    fn a_large_json_is_cut_and_keeps_what_is_short() {
        let long = "planted-4711 ".repeat(300_000);
        let many: Vec<_> = (0..300_000).map(|it| format!("{it}")).collect();
        let fields: Map<_, _> = many
            .iter()
            .map(|it| (it.clone(), Value::from("x")))
            .collect();
        let said = serde_json::json!({
            "a": many, "b": { "c": fields }, "detail": long, "message": "no", "status": 400, "success": false,
        });
        let shown = redaction("planted-4711").json(said);
        assert_eq!(
            (&shown["message"], &shown["status"]),
            (&"no".into(), &400.into())
        );
        assert_eq!(shown["success"], false);
        assert!(shown["detail"].as_str().unwrap().contains("(cut"));
        let text = shown.to_string();
        assert!(text.len() < 4 * LONGEST_JSON && !text.contains("planted"));
    }

    #[test]
    fn a_secret_that_was_cut_is_blotted_out() {
        let shown = redaction("planted-4711-planted-4712-planted-4713")
            .text("'4711-planted-4712-pla...' is no token");
        assert_eq!(shown, "'[redacted]...' is no token");
    }

    #[test]
    fn ordinary_words_stay() {
        assert_eq!(redaction("a").text("a bad day"), "a bad day");
        let said = "no user somebody.with.a.long.name@example.com";
        assert_eq!(
            of_basic("somebody.with.a.long.name@example.com", "planted").text(said),
            said
        );
    }

    #[test]
    fn overlapping_secrets_are_one_blot() {
        let mut redaction = redaction("planted-abcd");
        redaction.add(&Secret::new("abcd-planted"));
        assert_eq!(redaction.text("<planted-abcd-planted>"), "<[redacted]>");
        assert_eq!(redaction.text("planted-abcdplanted-abcd."), "[redacted].");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_secret_never_stays_or_grows_back(
            secret in "[a-dA-D%/\\\\ é\\[\\]]{4,40}",
            before in "[a-d\\[\\]redct é]{0,20}", after in "[a-d\\[\\]redct é]{0,20}",
        ) {
            let redaction = redaction(&secret);
            for written in [secret.clone(), secret.to_ascii_uppercase(), format!("{secret}{secret}")] {
                let shown = redaction.text(&format!("{before}{written}{after}"));
                let tells = !REDACTED.contains(&secret.to_ascii_lowercase());
                prop_assert!(!(tells && shown.contains(&secret)), "{shown}");
                prop_assert_eq!(redaction.text(&shown), shown);
            }
        }

        #[test]
        fn what_is_no_secret_stays(text in "\\PC{0,80}") {
            prop_assert_eq!(redaction("planted-4711-\u{1}").text(&text), text);
        }

        #[test]
        fn any_json_is_taken(keys in proptest::collection::vec("\\PC{0,12}", 0..6), secret in "\\PC{0,30}") {
            let redaction = redaction(&secret);
            let value = Value::Object(keys.into_iter().map(|key| (key.clone(), Value::from(key + &secret))).collect());
            let shown = redaction.json(value);
            prop_assert_eq!(redaction.json(shown.clone()), shown);
        }
    }
}
