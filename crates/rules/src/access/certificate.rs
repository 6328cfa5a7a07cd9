//! The groups that a client certificate carries, read without a parser of certificates.

/// Object identifier of an organisation in a name, as DER writes it.
const ORGANISATION: &[u8] = &[0x06, 0x03, 0x55, 0x04, 0x0a];

/// The organisations in the `*-data` field of a kubeconfig, those of the subject and of the issuer: the API server
/// reads the subject's as groups. Nothing when the text is no certificate.
pub fn organisations(data: &str) -> Option<Vec<String>> {
    let pem = String::from_utf8(decode(data)?).ok()?;
    let (_, rest) = pem.split_once("-----BEGIN CERTIFICATE-----")?;
    let (body, _) = rest.split_once("-----END CERTIFICATE-----")?;
    let der = decode(body)?;
    let mut found = Vec::new();
    let mut rest = der.as_slice();
    while let Some(at) = rest.windows(ORGANISATION.len()).position(|window| window == ORGANISATION) {
        rest = rest.get(at + ORGANISATION.len()..).unwrap_or_default();
        let [tag, length, text @ ..] = rest else { break };
        // Printable or UTF-8 text, shorter than 128 bytes.
        let text = text.get(..usize::from(*length)).filter(|_| matches!(tag, 0x0c | 0x13) && *length < 128);
        found.extend(text.and_then(|text| String::from_utf8(text.to_vec()).ok()));
    }
    Some(found)
}

/// The bytes that base64 stands for; white space inside is passed over.
fn decode(text: &str) -> Option<Vec<u8>> {
    let (mut bytes, mut bits, mut held) = (Vec::with_capacity(text.len()), 0u32, 0u32);
    for byte in text.bytes().filter(|byte| !byte.is_ascii_whitespace()).take_while(|byte| *byte != b'=') {
        held = ((held << 6) | digit(byte)?) & 0xffff;
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
    use super::*;

    #[test]
    fn what_is_no_certificate_has_no_organisations() {
        for text in ["", "LS0tLS1CRUdJTi...", "bm90IGEgY2VydGlmaWNhdGU=", "REPLACE-ME"] {
            assert_eq!(organisations(text), None, "{text}");
        }
    }
}
