//! How far the runs of one measurement lie apart.

use std::fmt;

/// The least, the middle and the greatest of what was measured; the middle is what counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spread {
    pub(super) least: f64,
    pub(super) median: f64,
    pub(super) greatest: f64,
}

impl Spread {
    /// `None` if nothing was measured.
    pub(super) fn of(figures: impl IntoIterator<Item = f64>) -> Option<Self> {
        let mut sorted: Vec<_> = figures.into_iter().collect();
        sorted.sort_by(f64::total_cmp);
        let (least, greatest) = (*sorted.first()?, *sorted.last()?);
        let middle = sorted.len() / 2;
        let median = match sorted.len() % 2 {
            0 => f64::midpoint(sorted[middle - 1], sorted[middle]),
            _ => sorted[middle],
        };
        Some(Self {
            least,
            median,
            greatest,
        })
    }
}

impl fmt::Display for Spread {
    /// Three digits are as many as such a figure is worth.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = usize::from(self.median < 100.0);
        let Self {
            least,
            median,
            greatest,
        } = self;
        write!(
            f,
            "**{median:.digits$}** ({least:.digits$} to {greatest:.digits$})"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_is_that_of_the_sorted_figures() {
        assert_eq!(Spread::of([]), None);
        let odd = Spread::of([9.0, 1.0, 2.0]).unwrap();
        assert_eq!(odd.to_string(), "**2.0** (1.0 to 9.0)");
        let even = Spread::of([4.0, 1.0, 900.0, 200.0]).unwrap();
        assert_eq!(even.to_string(), "**102** (1 to 900)");
    }
}
