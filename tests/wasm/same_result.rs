//! The engine gives in a browser's worker, where the page runs it, what it gives on the host.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

include!("compared.rs");

wasm_bindgen_test_configure!(run_in_dedicated_worker);

#[wasm_bindgen_test]
fn the_seeds_compare_alike() {
    let on_the_host = include_str!(concat!(env!("OUT_DIR"), "/on_the_host.txt"));
    for (number, (here, there)) in compared().lines().zip(on_the_host.lines()).enumerate() {
        assert_eq!(here, there, "line {number}");
    }
    assert_eq!(compared().len(), on_the_host.len());
}
