//! What streams are packed with (§7.4). Pictures' own formats are not unpacked, since nothing is read from pictures.

use miniz_oxide::inflate;

use super::lexer::is_space;
use super::lzw;
use crate::PdfError;
use crate::budget::{Budget, Work};

/// A filter and the parameters that matter.
#[derive(Clone, Debug)]
pub(super) struct Filter {
    pub(super) name: Vec<u8>,
    pub(super) predictor: usize,
    pub(super) colors: usize,
    pub(super) bits: usize,
    pub(super) columns: usize,
    pub(super) early: usize,
}

/// Most filters on one stream.
pub(super) const CHAIN: usize = 8;

/// Unpacks `data`; a fault ends it, and what was unpacked before counts. A filter that is not known gives nothing.
///
/// # Errors
/// [`PdfError::TooMuch`] where the budget ends.
pub(super) fn decode(data: &[u8], filters: &[Filter], budget: &Budget) -> Result<Vec<u8>, PdfError> {
    if filters.is_empty() {
        budget.spend(Work::Inflated, data.len())?;
    }
    let mut data = data.to_vec();
    for filter in filters {
        let limit = budget.left(Work::Inflated);
        data = match filter.name.as_slice() {
            b"FlateDecode" | b"Fl" => unpredict(inflate(&data, limit), filter),
            b"LZWDecode" | b"LZW" => unpredict(lzw::decode(&data, filter.early, limit), filter),
            b"ASCIIHexDecode" | b"AHx" => hex(&data),
            b"ASCII85Decode" | b"A85" => ascii85(&data),
            b"RunLengthDecode" | b"RL" => run_length(&data, limit),
            b"Crypt" => data,
            _ => return Ok(Vec::new()),
        };
        // Decoders stop at the limit, so a stream that would go beyond it spends all of it.
        budget.spend(Work::Inflated, if data.len() >= limit { limit.saturating_add(1) } else { data.len() })?;
    }
    Ok(data)
}

fn inflate(data: &[u8], limit: usize) -> Vec<u8> {
    let zlib = inflate::decompress_to_vec_zlib_with_limit(data, limit).unwrap_or_else(|fault| fault.output);
    if !zlib.is_empty() {
        return zlib;
    }
    inflate::decompress_to_vec_with_limit(data, limit).unwrap_or_else(|fault| fault.output)
}

fn hex(data: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> =
        data.iter().take_while(|b| **b != b'>').filter_map(|b| char::from(*b).to_digit(16)).filter_map(|d| u8::try_from(d).ok()).collect();
    digits.chunks(2).map(|pair| pair.first().copied().unwrap_or(0) * 16 + pair.get(1).copied().unwrap_or(0)).collect()
}

fn ascii85(data: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let (mut group, mut digits) = (0_u32, 0_usize);
    for byte in data.iter().copied().filter(|b| !is_space(*b)) {
        match byte {
            b'z' if digits == 0 => out.extend([0; 4]),
            b'!'..=b'u' => {
                group = group.wrapping_mul(85).wrapping_add(u32::from(byte - b'!'));
                digits += 1;
                if digits == 5 {
                    out.extend(group.to_be_bytes());
                    (group, digits) = (0, 0);
                }
            }
            b'~' => break,
            _ => {}
        }
    }
    if digits > 1 {
        for _ in digits..5 {
            group = group.wrapping_mul(85).wrapping_add(84);
        }
        out.extend(group.to_be_bytes().into_iter().take(digits - 1));
    }
    out
}

fn run_length(data: &[u8], limit: usize) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = data;
    while let [length, tail @ ..] = rest {
        match usize::from(*length) {
            128 => break,
            n @ 0..128 => {
                let literal = tail.get(..=n).unwrap_or(tail);
                out.extend_from_slice(literal);
                rest = tail.get(literal.len()..).unwrap_or_default();
            }
            n => {
                let Some((byte, after)) = tail.split_first() else { break };
                out.extend(std::iter::repeat_n(*byte, 257 - n));
                rest = after;
            }
        }
        if out.len() >= limit {
            out.truncate(limit);
            break;
        }
    }
    out
}

/// Undoes the predictors: PNG's (10 to 15) as tables of objects use them, TIFF's (2) for bytes.
fn unpredict(data: Vec<u8>, filter: &Filter) -> Vec<u8> {
    let pixel = (filter.colors * filter.bits).div_ceil(8).max(1);
    let row = (filter.colors * filter.bits * filter.columns).div_ceil(8).max(1);
    match filter.predictor {
        2 if filter.bits == 8 => {
            let mut data = data;
            for row in data.chunks_mut(row) {
                for at in pixel..row.len() {
                    let left = row.get(at - pixel).copied().unwrap_or(0);
                    if let Some(byte) = row.get_mut(at) {
                        *byte = byte.wrapping_add(left);
                    }
                }
            }
            data
        }
        10..=15 => unpredict_png(&data, row, pixel),
        _ => data,
    }
}

/// PNG's filters (ISO 15948, clause 9); a row is a byte that names its filter and `row` bytes.
fn unpredict_png(data: &[u8], row: usize, pixel: usize) -> Vec<u8> {
    let mut out: Vec<u8> = Vec::with_capacity(data.len());
    for coded in data.chunks(row.saturating_add(1)) {
        let Some((kind, bytes)) = coded.split_first() else { break };
        let start = out.len();
        for (at, byte) in bytes.iter().enumerate() {
            let before = |back: usize| (start + at).checked_sub(back).and_then(|i| out.get(i)).copied().unwrap_or(0);
            let left = if at >= pixel { before(pixel) } else { 0 };
            let up = before(row);
            let corner = if at >= pixel { before(row.saturating_add(pixel)) } else { 0 };
            let guess = match kind {
                1 => left,
                2 => up,
                3 => left.midpoint(up),
                4 => paeth(left, up, corner),
                _ => 0,
            };
            out.push(byte.wrapping_add(guess));
        }
    }
    out
}

fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let (a, b, c) = (i16::from(left), i16::from(up), i16::from(corner));
    let guess = a + b - c;
    let (to_a, to_b, to_c) = ((guess - a).abs(), (guess - b).abs(), (guess - c).abs());
    if to_a <= to_b && to_a <= to_c {
        left
    } else if to_b <= to_c {
        up
    } else {
        corner
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filter(name: &str) -> Filter {
        Filter { name: name.as_bytes().to_vec(), predictor: 1, colors: 1, bits: 8, columns: 1, early: 1 }
    }

    #[test]
    fn text_filters() {
        let budget = Budget::new();
        assert_eq!(decode(b"48 65 6c6C 6f7>", &[filter("ASCIIHexDecode")], &budget).unwrap(), b"Hellop");
        assert_eq!(decode(b"87cURD]i,\"Ebo80~>", &[filter("ASCII85Decode")], &budget).unwrap(), b"Hello World!");
        assert_eq!(decode(&[2, b'a', b'b', b'c', 254, b'x', 128, 9], &[filter("RunLengthDecode")], &budget).unwrap(), b"abcxxx");
        assert_eq!(decode(b"x", &[filter("DCTDecode")], &budget).unwrap(), b"");
    }

    #[test]
    fn predictors() {
        let png = Filter { predictor: 15, columns: 2, ..filter("x") };
        assert_eq!(unpredict(vec![1, 5, 1, 2, 1, 1, 4, 1, 1], &png), [5, 6, 6, 7, 7, 8]);
        let tiff = Filter { predictor: 2, columns: 3, ..filter("x") };
        assert_eq!(unpredict(vec![1, 1, 1, 2, 2, 2], &tiff), [1, 2, 3, 2, 4, 6]);
    }

    #[test]
    fn inflating_is_bounded() {
        let bomb = miniz_oxide::deflate::compress_to_vec_zlib(&vec![0; 1 << 20], 9);
        let budget = Budget::new();
        assert_eq!(decode(&bomb, &[filter("FlateDecode")], &budget).unwrap().len(), 1 << 20);
        budget.spend(Work::Inflated, budget.left(Work::Inflated) - 1000).unwrap();
        assert_eq!(decode(&bomb, &[filter("FlateDecode")], &budget), Err(PdfError::TooMuch { work: Work::Inflated }));
    }
}
