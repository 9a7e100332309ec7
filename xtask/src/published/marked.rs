//! Sections of a page that are written by program, between marks that nobody sees.

use crate::error::Error;

/// The marks of a section: `<!-- name:begin -->` and `<!-- name:end -->`, each on a line of its own.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Marks(pub(crate) &'static str);

impl Marks {
    fn begin(self) -> String {
        format!("<!-- {}:begin -->\n", self.0)
    }

    fn end(self) -> String {
        format!("<!-- {}:end -->", self.0)
    }
}

/// The page with another text between its marks.
pub(crate) fn replaced(
    file: &str,
    page: &str,
    marks: Marks,
    section: &str,
) -> Result<String, Error> {
    let (before, rest) = page
        .split_once(&marks.begin())
        .ok_or_else(|| missing(file, &marks.begin()))?;
    let (_, after) = rest
        .split_once(&marks.end())
        .ok_or_else(|| missing(file, &marks.end()))?;
    Ok(format!(
        "{before}{}{section}{}{after}",
        marks.begin(),
        marks.end()
    ))
}

fn missing(file: &str, mark: &str) -> Error {
    let mark = mark.trim_end();
    Error::Findings(format!("{file} has no line `{mark}`; put it back"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARKS: Marks = Marks("a:b");

    #[test]
    fn only_the_section_changes() {
        let page = "1\n<!-- a:b:begin -->\nold\n<!-- a:b:end -->\n2\n";
        let page = replaced("x.md", page, MARKS, "new\n").unwrap();
        assert_eq!(page, "1\n<!-- a:b:begin -->\nnew\n<!-- a:b:end -->\n2\n");
    }

    #[test]
    fn a_page_without_its_mark_is_named() {
        for (page, mark) in [("", "begin"), ("<!-- a:b:begin -->\n", "end")] {
            let error = replaced("x.md", page, MARKS, "").unwrap_err();
            let expected = format!("x.md has no line `<!-- a:b:{mark} -->`; put it back");
            assert_eq!(error.to_string(), expected);
        }
    }
}
