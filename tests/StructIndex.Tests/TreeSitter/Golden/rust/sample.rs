//! Keeps orders.
//!
//! Safe to share.

use std::{fmt::{self, Display}, io::*};
use crate::model::Order as Row;
use serde::Deserialize;

/// A store.
///
/// # Examples
/// ```
/// let s = Store::open("x");
/// ```
#[derive(Debug, Clone)]
pub struct Store<'a, T> where T: Display {
    rows: Vec<Row>,
    inner: Option<Box<Inner>>,
    name: &'a str,
}

pub enum Kind { Small, Large(u8) }
union Bits { f: f32, u: u32 }
pub type Rows = Vec<Row>;

impl<'a, T: Display> Store<'a, T> {
    /// Opens it, see [`Store`] and [the guide](https://example.com/guide).
    #[inline]
    pub fn open(name: &'a str) -> Result<Self, Error> {
        let rows = Vec::new();
        let store = Store { rows, inner: None, name };
        store.inner.as_ref().map(|x| x.load::<u8>());
        println!("{}", helper(name));
        fn helper(n: &str) -> usize { n.len() }
        Ok(store)
    }

    pub(crate) async fn add(&mut self, row: Row) { self.rows.push(row); }
}

impl<T> fmt::Display for Store<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, "store") }
}

pub trait Shape: Display + Send {
    type Out;
    const SIDES: u32;
    /// The area.
    fn area(&self) -> f64;
    fn name(&self) -> String { Default::default() }
}

/* Not documentation by marks, but it stands before. */
macro_rules! twice { ($x:expr) => { $x + $x }; }

mod inner {
    //! Inside.
    pub fn deep() {}
}

extern "C" { fn puts(s: *const u8) -> i32; }

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn opens() { assert!(Store::<u8>::open("x").is_ok()); }
}
