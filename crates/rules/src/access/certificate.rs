//! The groups that a client certificate carries.

use crate::base64;

/// Object identifier of an organisation in a name, as DER writes it.
const ORGANISATION: &[u8] = &[0x06, 0x03, 0x55, 0x04, 0x0a];

/// The organisations of the subject of the certificate in a `*-data` field of a kubeconfig, which the API server
/// reads as groups. Nothing when the text is no certificate.
pub fn organisations(data: &str) -> Option<Vec<String>> {
    let pem = String::from_utf8(base64::decode(data)?).ok()?;
    let (_, rest) = pem.split_once("-----BEGIN CERTIFICATE-----")?;
    let (body, _) = rest.split_once("-----END CERTIFICATE-----")?;
    let der = base64::decode(body)?;
    let mut found = Vec::new();
    let mut rest = subject(&der)?;
    while let Some(at) = rest.windows(ORGANISATION.len()).position(|window| window == ORGANISATION) {
        let (_, text, after) = element(rest.get(at + ORGANISATION.len()..)?)?;
        found.extend(String::from_utf8(text.to_vec()).ok());
        rest = after;
    }
    Some(found)
}

/// The subject of a certificate: in it stand version, serial number, algorithm, issuer, validity and subject.
fn subject(der: &[u8]) -> Option<&[u8]> {
    let (_, certificate, _) = element(der)?;
    let (_, signed, _) = element(certificate)?;
    let (first, _, after_first) = element(signed)?;
    // The version is left out of the oldest ones.
    let mut rest = if first == 0xa0 { after_first } else { signed };
    for _ in 0..4 {
        (_, _, rest) = element(rest)?;
    }
    element(rest).map(|(_, subject, _)| subject)
}

/// The tag and content of the first element, and what comes after it.
fn element(der: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let [tag, length, rest @ ..] = der else { return None };
    let (length, rest) = match usize::from(*length) {
        short @ 0..=0x7f => (short, rest),
        long @ 0x81..=0x83 => {
            let (digits, rest) = rest.split_at_checked(long - 0x80)?;
            (digits.iter().fold(0, |length, digit| length << 8 | usize::from(*digit)), rest)
        }
        _ => return None,
    };
    let (content, rest) = rest.split_at_checked(length)?;
    Some((*tag, content, rest))
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
