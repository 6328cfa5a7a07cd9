//! Base64, as Go's `encoding/base64.StdEncoding` reads it: the form of keys and certificates in Kubernetes files.

/// The bytes that padded base64 stands for; line ends inside are passed over, as Go does.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let text: Vec<u8> = text.bytes().filter(|byte| !matches!(byte, b'\r' | b'\n')).collect();
    if !text.len().is_multiple_of(4) {
        return None;
    }
    let padding = text.iter().rev().take_while(|byte| **byte == b'=').count();
    let digits = text.get(..text.len() - padding).filter(|_| padding <= 2)?;
    let (mut bytes, mut bits, mut held) = (Vec::new(), 0u32, 0u32);
    for byte in digits {
        held = (held << 6) | digit(*byte)?;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((held >> bits) & 0xff).ok()?);
        }
    }
    Some(bytes)
}

fn digit(byte: u8) -> Option<u32> {
    Some(u32::from(match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    }))
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn only_padded_text_of_the_alphabet_is_read() {
        assert_eq!(decode("aGk=").as_deref(), Some(&b"hi"[..]));
        assert_eq!(decode("aGkh\r\naGkh\n").as_deref(), Some(&b"hi!hi!"[..]));
        assert_eq!(decode("").as_deref(), Some(&b""[..]));
        for text in ["aGk", "a===", "aG k", "aGk-", "=aGk"] {
            assert_eq!(decode(text), None, "{text}");
        }
    }
}
