//! The page with the fixtures, and the files that its code is for.

use std::collections::BTreeMap;
use std::path::Path;

use crate::error::Error;
use crate::files::read;

const PAGE: &str = "crates/opentact-sandbox/FIXTURES.md";

/// The code of the page by the names of its files.
#[derive(Debug)]
pub(super) struct Page {
    files: BTreeMap<String, String>,
}

impl Page {
    pub(super) fn read(root: &Path) -> Result<Self, Error> {
        Ok(Self::of(&read(root, PAGE)?))
    }

    /// A block of code belongs to the file whose name stands alone on the line before it.
    fn of(text: &str) -> Self {
        let mut files = BTreeMap::new();
        let mut lines = text.lines();
        while let Some(line) = lines.next() {
            let name = line.strip_prefix('`').and_then(|it| it.strip_suffix("`:"));
            let Some(name) = name else { continue };
            let mut block = lines.by_ref().skip_while(|line| line.is_empty());
            if !block.next().is_some_and(|line| line.starts_with("```")) {
                continue;
            }
            let code = block
                .take_while(|line| *line != "```")
                .fold(String::new(), |code, line| code + line + "\n");
            files.insert(name.to_owned(), code);
        }
        Self { files }
    }

    /// The code of one file.
    pub(super) fn file(&self, name: &str) -> Result<&str, Error> {
        let code = self.files.get(name).map(String::as_str);
        code.ok_or_else(|| Error::Mark {
            file: PAGE.to_owned(),
            mark: format!("`{name}`:"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_belongs_to_the_file_that_is_named_before_it() {
        let text =
            "Text with `a.py`: no.\n\n```python\nno\n```\n\n`b.py`:\n\n```python\nyes\n\n2\n```\n";
        let page = Page::of(text);
        assert_eq!(page.file("b.py").unwrap(), "yes\n\n2\n");
        assert_eq!(page.files.len(), 1);
        assert!(
            page.file("a.py")
                .unwrap_err()
                .to_string()
                .contains("`a.py`:")
        );
    }
}
