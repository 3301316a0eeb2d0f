//! One tree of time: the runs that the reader made by stepping and those that were followed from the explorer.
//!
//! Each run is a row, and begins where it parts from the run that it has most in common with. Below a run stand those
//! that part from it, the latest parting first: so no line that leads to a row crosses another row.

use super::view::{ActorId, BranchId, BranchRow};

/// Runs that the engine keeps; one more is refused until one is forgotten.
pub const RUNS_MAX: usize = 40;

/// A run in the tree.
#[derive(Clone, Debug, PartialEq)]
pub struct TreeRow {
    /// Its place among the branches.
    pub at: usize,
    /// The row of the run that it parts from, and where it parts.
    pub parent: Option<(usize, u64)>,
    /// Who ran from there on, with steps.
    pub pieces: Vec<(ActorId, u64)>,
}

/// The tree, from above.
pub fn rows(branches: &[BranchRow]) -> Vec<TreeRow> {
    let mut rows: Vec<TreeRow> = Vec::new();
    let place = |id: BranchId| branches.iter().position(|row| row.id == id);
    // Places still to be drawn, each with the row of its parent; the next one last.
    let mut next: Vec<(usize, Option<usize>)> = Vec::new();
    for (at, row) in branches.iter().enumerate().rev() {
        if row.parent.and_then(place).is_none() {
            next.push((at, None));
        }
    }
    while let Some((at, above)) = next.pop() {
        let row = &branches[at];
        let parent = above.map(|above| (above, row.from_step));
        rows.push(TreeRow { at, parent, pieces: after(&row.strip, parent.map_or(0, |(_, step)| step)) });
        let mut children: Vec<usize> =
            (0..branches.len()).filter(|child| branches[*child].parent == Some(row.id)).collect();
        children.sort_by_key(|child| (branches[*child].from_step, std::cmp::Reverse(*child)));
        next.extend(children.into_iter().map(|child| (child, Some(rows.len() - 1))));
    }
    rows
}

/// What is left of a strip after so many steps.
fn after(strip: &[(ActorId, u64)], mut steps: u64) -> Vec<(ActorId, u64)> {
    let mut left = Vec::new();
    for &(actor, length) in strip {
        let gone = steps.min(length);
        steps -= gone;
        if length > gone {
            left.push((actor, length - gone));
        }
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    fn branch(id: u32, parent: Option<(u32, u64)>, strip: &[(u32, u64)]) -> BranchRow {
        BranchRow {
            id: BranchId(id),
            parent: parent.map(|(id, _)| BranchId(id)),
            from_step: parent.map_or(0, |(_, step)| step),
            strip: strip.iter().map(|(actor, steps)| (ActorId(*actor), *steps)).collect(),
            ..BranchRow::default()
        }
    }

    /// Runs 1 and 3 part from 0 at 18 and at 35, run 2 from 1 at 20: the one that parts last stands next to its parent.
    #[test]
    fn rows_stand_below_their_parents_and_begin_where_they_part() {
        let branches = [
            branch(0, None, &[(0, 10), (1, 40)]),
            branch(1, Some((0, 18)), &[(0, 10), (1, 8), (0, 9)]),
            branch(2, Some((1, 20)), &[(0, 10), (1, 8), (0, 2), (2, 5)]),
            branch(3, Some((0, 35)), &[(0, 10), (1, 25), (2, 5)]),
        ];
        let rows = rows(&branches);
        let order: Vec<_> = rows.iter().map(|row| (row.at, row.parent)).collect();
        assert_eq!(order, [(0, None), (3, Some((0, 35))), (1, Some((0, 18))), (2, Some((2, 20)))]);
        assert_eq!(rows[1].pieces, [(ActorId(2), 5)]);
        assert_eq!(rows[2].pieces, [(ActorId(0), 9)]);
    }

    /// A run whose parent was forgotten is a root of its own, if nothing else is known.
    #[test]
    fn no_run_is_lost() {
        let branches = [branch(4, Some((1, 3)), &[]), branch(5, Some((4, 7)), &[])];
        let order: Vec<_> = rows(&branches).iter().map(|row| (row.at, row.parent)).collect();
        assert_eq!(order, [(0, None), (1, Some((0, 7)))]);
    }
}
