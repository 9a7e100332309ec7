//! Pieces of HTML; every text from the contract goes through here.

/// A text as HTML, for content and for attributes in double quotes.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// A line of text with its `code` in backticks and its `[links](https://...)`.
pub(super) fn line(text: &str) -> String {
    let mut parts: Vec<&str> = text.split('`').collect();
    // A backtick without a partner is one.
    let rest = if parts.len().is_multiple_of(2) {
        parts.pop()
    } else {
        None
    };
    let mut html = String::new();
    for (index, part) in parts.into_iter().enumerate() {
        if index.is_multiple_of(2) {
            html.push_str(&with_links(part));
        } else {
            html.push_str(&format!("<code>{}</code>", escape(part)));
        }
    }
    if let Some(rest) = rest {
        html.push('`');
        html.push_str(&escape(rest));
    }
    html
}

/// Text in which `[words](address)` is a link.
fn with_links(text: &str) -> String {
    if let Some((before, rest)) = text.split_once('[')
        && let Some((words, rest)) = rest.split_once("](")
        && let Some((address, after)) = rest.split_once(')')
    {
        let link = link(address, words);
        return format!("{}{link}{}", escape(before), with_links(after));
    }
    escape(text)
}

/// A text of several paragraphs.
pub(super) fn prose(text: &str) -> String {
    text.split('\n')
        .map(str::trim)
        .filter(|paragraph| !paragraph.is_empty())
        .map(|paragraph| format!("<p>{}</p>\n", line(paragraph)))
        .collect()
}

/// A link; an address that is neither of the web nor of this folder is text only.
pub(super) fn link(address: &str, text: &str) -> String {
    let text = escape(if text.is_empty() { address } else { text });
    let is_safe = address.starts_with("https://") || !address.contains(':');
    if is_safe {
        format!("<a href=\"{}\">{text}</a>", escape(address))
    } else {
        text
    }
}

/// The method of a request.
pub(super) fn method(method: &str) -> String {
    format!(
        "<span class=\"method {}\">{}</span>",
        escape(&method.to_lowercase()),
        escape(method)
    )
}

/// A table, which scrolls where it is too wide.
pub(super) fn table(heads: &[&str], rows: &str) -> String {
    let heads: String = heads
        .iter()
        .map(|head| format!("<th scope=\"col\">{}</th>", escape(head)))
        .collect();
    format!(
        "<div class=\"wide\"><table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table></div>\n"
    )
}

/// JSON that is shown when it is asked for.
pub(super) fn example(title: &str, json: &str, open: bool) -> String {
    let open = if open { " open" } else { "" };
    format!(
        "<details{open}><summary>{}</summary>\n<pre tabindex=\"0\"><code>{}</code></pre></details>\n",
        line(title),
        escape(json.trim_end())
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_text_is_markup() {
        assert_eq!(
            escape("<a b=\"c\" d='e'>&"),
            "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;"
        );
        assert_eq!(line("a `<b>` c"), "a <code>&lt;b&gt;</code> c");
        assert_eq!(line("a ` <c>"), "a ` &lt;c&gt;");
        assert_eq!(
            line("[<a>](https://b/) [c"),
            "<a href=\"https://b/\">&lt;a&gt;</a> [c"
        );
        assert_eq!(prose("<a>\n\nb"), "<p>&lt;a&gt;</p>\n<p>b</p>\n");
        assert_eq!(link("javascript:alert(1)", "<x>"), "&lt;x&gt;");
        assert_eq!(
            link("https://a/\"", ""),
            "<a href=\"https://a/&quot;\">https://a/&quot;</a>"
        );
        assert!(example("<s>", "\"</pre>\"", true).contains("&quot;&lt;/pre&gt;&quot;"));
    }
}
