//! Base64 with the alphabet that needs no encoding in an address (RFC 4648, section 5), without padding.

/// The digits, by their value.
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// `bytes` as digits.
pub(super) fn encode(bytes: &[u8]) -> String {
    let mut written = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let all = group.iter().fold(0, |all, byte| all << 8 | u32::from(*byte)) << (8 * (3 - group.len()));
        for at in 0..=group.len() {
            let value = all >> (18 - 6 * at) & 63;
            written.extend(DIGITS.get(value as usize).map(|digit| char::from(*digit)));
        }
    }
    written
}

/// The bytes that `written` encodes; `None` for anything that [`encode`] does not write.
pub(super) fn decode(written: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(written.len() / 4 * 3 + 2);
    for group in written.as_bytes().chunks(4) {
        let mut all = 0_u32;
        for digit in group {
            all = all << 6 | u32::from(value(*digit)?);
        }
        all <<= 6 * (4 - group.len());
        let kept = group.len().checked_sub(1).filter(|kept| *kept > 0)?;
        let [_, three @ ..] = all.to_be_bytes();
        let (whole, rest) = three.split_at_checked(kept)?;
        if rest.iter().any(|byte| *byte != 0) {
            return None;
        }
        bytes.extend_from_slice(whole);
    }
    Some(bytes)
}

fn value(digit: u8) -> Option<u8> {
    match digit {
        b'A'..=b'Z' => Some(digit - b'A'),
        b'a'..=b'z' => Some(digit - b'a' + 26),
        b'0'..=b'9' => Some(digit - b'0' + 52),
        b'-' => Some(62),
        b'_' => Some(63),
        _ => None,
    }
}
