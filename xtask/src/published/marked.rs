//! Sections of a page that are written by program, between marks that nobody sees.

use crate::error::Error;

/// The page with another text between `<!-- name:begin -->` and `<!-- name:end -->`, each on a line of its own.
pub(crate) fn replaced(file: &str, page: &str, name: &str, section: &str) -> Result<String, Error> {
    let [begin, end] = ["begin", "end"].map(|it| format!("<!-- {name}:{it} -->"));
    let missing = |mark| Error::Findings(format!("{file} has no line `{mark}`; put it back"));
    let (before, rest) = page.split_once(&begin).ok_or_else(|| missing(&begin))?;
    let (_, after) = rest.split_once(&end).ok_or_else(|| missing(&end))?;
    Ok(format!("{before}{begin}\n{section}{end}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_section_changes_and_a_page_without_its_mark_is_named() {
        let page = "1\n<!-- a:b:begin -->\nold\n<!-- a:b:end -->\n2\n";
        let page = replaced("x.md", page, "a:b", "new\n").unwrap();
        assert_eq!(page, "1\n<!-- a:b:begin -->\nnew\n<!-- a:b:end -->\n2\n");
        for (page, mark) in [("", "begin"), ("<!-- a:b:begin -->\n", "end")] {
            let error = replaced("x.md", page, "a:b", "").unwrap_err();
            let expected = format!("x.md has no line `<!-- a:b:{mark} -->`; put it back");
            assert_eq!(error.to_string(), expected);
        }
    }
}
