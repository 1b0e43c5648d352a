//! Whatever bytes are changed, reading ends soon and does not panic.

use crate::support::*;
use proptest::prelude::*;

fn fixtures() -> Vec<Vec<u8>> {
    let column = |x: f64| Column { x, y: 700.0, size: 9.0, letters: 50, leading: 11.0 }.set(&[BRIDGE, BUSES, CRACKS], 2, 0.0).concat();
    let written = pages(&[column(40.0) + &column(280.0), column(40.0)]);
    vec![written, include_bytes!("../fixtures/chromium.pdf").to_vec()]
}

/// Some changes of bytes: where, in thousandths of a file, and to what.
fn changes() -> impl Strategy<Value = Vec<(usize, u8)>> {
    prop::collection::vec((0_usize..1000, prop_oneof![any::<u8>(), Just(b'0'), Just(b'9'), Just(b'['), Just(b'<'), Just(b'/')]), 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn changed_bytes(which in 0_usize..2, shift in 0_usize..1000, changes in changes(), cut in 0_usize..1200) {
        let mut bytes = fixtures().swap_remove(which);
        let length = bytes.len();
        for (thousandth, byte) in changes {
            bytes[(thousandth * length / 1000 + shift) % length] = byte;
        }
        bytes.truncate(length * cut / 1000 + 16);
        // A result or an error in words; the budgets see to it that it comes soon.
        match read(bytes) {
            Ok(document) => prop_assert!(!document.pieces.is_empty()),
            Err(error) => prop_assert!(error.to_string().ends_with('.')),
        }
    }

    #[test]
    fn moved_parts(which in 0_usize..2, from in 0_usize..1000, to in 0_usize..1000, length in 1_usize..400) {
        let bytes = fixtures().swap_remove(which);
        let at = |thousandth: usize| thousandth * bytes.len() / 1000;
        let mut moved = bytes.clone();
        let part: Vec<u8> = bytes.iter().skip(at(from)).take(length).copied().collect();
        let to = at(to);
        moved.splice(to..to, part);
        let _ = read(moved);
    }
}
