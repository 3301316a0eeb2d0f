//! The states that were seen, by their fingerprints.
//!
//! 16 bytes of fingerprint a state and about 5 to 9 of table (hashbrown). Two states with one fingerprint count as
//! one; [`collision`] says how likely that has happened.

use hashbrown::HashTable;

/// A set of 128-bit fingerprints, numbered in order of arrival.
#[derive(Debug, Default)]
pub struct Seen {
    prints: Vec<u128>,
    table: HashTable<u32>,
}

impl Seen {
    /// The number of a fingerprint.
    pub fn find(&self, print: u128) -> Option<u32> {
        self.table.find(print as u64, |at| self.prints[*at as usize] == print).copied()
    }
    /// Numbers a fingerprint that [`Seen::find`] did not find.
    pub fn add(&mut self, print: u128) -> u32 {
        let number = self.prints.len() as u32;
        self.prints.push(print);
        let prints = &self.prints;
        self.table.insert_unique(print as u64, number, |at| prints[*at as usize] as u64);
        number
    }
    /// All of them, by number.
    pub fn prints(&self) -> &[u128] {
        &self.prints
    }
    /// How many there are.
    pub fn len(&self) -> usize {
        self.prints.len()
    }
    /// Bytes that it takes.
    pub fn bytes(&self) -> usize {
        self.prints.capacity() * size_of::<u128>() + self.table.capacity() * 8 / 7 * 5
    }
}

/// How likely it is that two of `states` different states share a fingerprint: n²/2¹²⁹ (Wolper and Leroy, CAV'93).
pub fn collision(states: usize) -> f64 {
    let n = states as f64;
    n * n / 2f64.powi(129)
}
