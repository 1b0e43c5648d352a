//! LZW as PDF uses it (§7.4.4): codes of 9 to 12 bits, most significant bit first.

/// Decodes at most `limit` bytes. What follows a fault is left out. `early` is 1 where codes grow one entry early, as is the default.
pub(super) fn decode(data: &[u8], early: usize, limit: usize) -> Vec<u8> {
    const CLEAR: usize = 256;
    const END: usize = 257;
    const FIRST: usize = 258;
    // An entry is where it stands in the output: what was put out for the code before it, and one byte more.
    let mut entries: Vec<(usize, usize)> = Vec::new();
    let mut out: Vec<u8> = Vec::new();
    let (mut buffer, mut bits, mut width) = (0_u32, 0_u32, 9_u32);
    let mut previous: Option<(usize, usize)> = None;
    for byte in data {
        buffer = (buffer << 8) | u32::from(*byte);
        bits += 8;
        if bits < width {
            continue;
        }
        bits -= width;
        let code = (buffer >> bits) as usize & ((1 << width) - 1);
        buffer &= (1 << bits) - 1;
        match code {
            CLEAR => {
                entries.clear();
                width = 9;
                previous = None;
                continue;
            }
            END => break,
            _ => {}
        }
        let start = out.len();
        if let Ok(byte) = u8::try_from(code) {
            out.push(byte);
        } else {
            let known = entries.get(code - FIRST).copied();
            let coming = previous.filter(|_| code - FIRST == entries.len()).map(|(from, to)| (from, to + 1));
            let Some((from, to)) = known.or(coming) else { break };
            if out.len() + (to - from) > limit {
                break;
            }
            for at in from..to {
                let Some(byte) = out.get(at).copied() else { break };
                out.push(byte);
            }
        }
        if out.len() >= limit {
            break;
        }
        if let Some((from, to)) = previous
            && entries.len() + FIRST < 4096
        {
            entries.push((from, to + 1));
        }
        previous = Some((start, out.len()));
        let next = entries.len() + FIRST + early + 1;
        width = match next {
            0..=512 => 9,
            513..=1024 => 10,
            1025..=2048 => 11,
            _ => 12,
        };
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn example_of_the_standard() {
        // §7.4.4.2, example 1.
        let data = [0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01];
        assert_eq!(super::decode(&data, 1, 1000), [45, 45, 45, 45, 45, 65, 45, 45, 45, 66]);
        assert_eq!(super::decode(&data, 1, 3).len(), 3);
    }
}
