//! The standard security handler (§7.6; ISO 32000-2 §7.6.4 for AES-256), opened with the empty user password: most encrypted PDFs only forbid
//! printing or copying, and open for everybody.

use aes::cipher::{BlockCipherDecrypt, BlockCipherEncrypt, KeyInit};
use aes::{Aes128, Aes256};
use md5::{Digest, Md5};
use sha2::{Sha256, Sha384, Sha512};

use super::{Dict, Id, Object};
use crate::PdfError;

/// What fills a password up (§7.6.3.3).
const PAD: [u8; 32] = [
    0x28, 0xbf, 0x4e, 0x5e, 0x4e, 0x75, 0x8a, 0x41, 0x64, 0x00, 0x4e, 0x56, 0xff, 0xfa, 0x01, 0x08, 0x2e, 0x2e, 0x00, 0xb6, 0xd0, 0x68,
    0x3e, 0x80, 0x2f, 0x0c, 0xa9, 0xfe, 0x64, 0x53, 0x69, 0x7a,
];

/// How streams or strings are encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Method {
    Identity,
    Rc4,
    Aes128,
    Aes256,
}

/// The key of a document.
#[derive(Debug)]
pub(super) struct Crypt {
    key: Vec<u8>,
    streams: Method,
    strings: Method,
    /// Whether the stream of metadata is encrypted.
    metadata: bool,
}

impl Crypt {
    /// Opens a document by its encryption dictionary (whose entries are direct) and the first part of its identifier.
    ///
    /// # Errors
    /// [`PdfError::Password`] where the empty password does not open it, [`PdfError::Encryption`] for other handlers and versions.
    pub(super) fn open(dict: &Dict, id: &[u8]) -> Result<Self, PdfError> {
        let count = |key: &str| dict.get(key).count();
        if !dict.get("Filter").is_name("Standard") {
            return Err(PdfError::Encryption);
        }
        let version = count("V").unwrap_or(0);
        let revision = count("R").unwrap_or(0);
        let metadata = dict.get("EncryptMetadata") != &Object::Bool(false);
        let (streams, strings) = match version {
            1 | 2 => (Method::Rc4, Method::Rc4),
            4 | 5 => (method(dict, "StmF")?, method(dict, "StrF")?),
            _ => return Err(PdfError::Encryption),
        };
        let key = if revision >= 5 {
            key_aes256(dict, revision)?
        } else {
            // Some writers give bytes for bits, and a wrong length with AES, whose keys all have one.
            let bits = if version == 1 { 40 } else { count("Length").unwrap_or(if version == 4 { 128 } else { 40 }) };
            let length = if bits >= 40 { bits / 8 } else { bits }.clamp(5, 16);
            key_md5(dict, id, revision, if streams == Method::Aes128 { 16 } else { length }, metadata)?
        };
        Ok(Self { key, streams, strings, metadata })
    }

    /// Decrypts a string.
    pub(super) fn string(&self, id: Id, data: &[u8]) -> Vec<u8> {
        self.decrypt(self.strings, id, data)
    }

    /// Decrypts a stream's bytes.
    pub(super) fn stream(&self, id: Id, dict: &Dict, data: &[u8]) -> Vec<u8> {
        let plain = dict.get("Type").is_name("XRef") || (dict.get("Type").is_name("Metadata") && !self.metadata);
        self.decrypt(if plain { Method::Identity } else { self.streams }, id, data)
    }

    fn decrypt(&self, method: Method, id: Id, data: &[u8]) -> Vec<u8> {
        match method {
            Method::Identity => data.to_vec(),
            Method::Rc4 => rc4(&self.object_key(id, b""), data),
            Method::Aes128 => unpad(Aes128::new_from_slice(&self.object_key(id, b"sAlT")).ok().map(|aes| cbc_decrypt(&aes, data))),
            Method::Aes256 => unpad(Aes256::new_from_slice(&self.key).ok().map(|aes| cbc_decrypt(&aes, data))),
        }
    }

    /// Algorithm 1: the key of one object.
    fn object_key(&self, id: Id, salt: &[u8]) -> Vec<u8> {
        let mut hash = Md5::new();
        hash.update(&self.key);
        hash.update(id.number.to_le_bytes().get(..3).unwrap_or_default());
        hash.update(id.generation.to_le_bytes());
        hash.update(salt);
        let mut key = hash.finalize().to_vec();
        key.truncate((self.key.len() + 5).min(16));
        key
    }
}

fn method(dict: &Dict, which: &str) -> Result<Method, PdfError> {
    let Some(name) = dict.get(which).name().filter(|name| *name != b"Identity") else { return Ok(Method::Identity) };
    let filters = dict.get("CF").dict().ok_or(PdfError::Encryption)?;
    let name = std::str::from_utf8(name).map_err(|_| PdfError::Encryption)?;
    let filter = filters.get(name).dict().ok_or(PdfError::Encryption)?;
    match filter.get("CFM").name() {
        None | Some(b"None") => Ok(Method::Identity),
        Some(b"V2") => Ok(Method::Rc4),
        Some(b"AESV2") => Ok(Method::Aes128),
        Some(b"AESV3") => Ok(Method::Aes256),
        Some(_) => Err(PdfError::Encryption),
    }
}

fn bytes<'a>(dict: &'a Dict, key: &str) -> &'a [u8] {
    dict.get(key).string().unwrap_or_default()
}

/// Algorithms 2, 4 and 5: the key from the empty password, and whether it is right.
fn key_md5(dict: &Dict, id: &[u8], revision: usize, length: usize, metadata: bool) -> Result<Vec<u8>, PdfError> {
    // Permissions are a signed number of 32 bits; some writers give it unsigned.
    let permissions = dict.get("P").number().map_or(0, |n| n as i64) as u32;
    let mut hash = Md5::new();
    hash.update(PAD);
    hash.update(bytes(dict, "O").get(..32).unwrap_or_default());
    hash.update(permissions.to_le_bytes());
    hash.update(id);
    if revision >= 4 && !metadata {
        hash.update([0xff; 4]);
    }
    let mut key = hash.finalize().to_vec();
    if revision >= 3 {
        for _ in 0..50 {
            key = Md5::digest(key.get(..length).unwrap_or_default()).to_vec();
        }
    }
    key.truncate(length);
    let check = if revision >= 3 {
        let mut check = Md5::new().chain_update(PAD).chain_update(id).finalize().to_vec();
        for round in 0..20_u8 {
            check = rc4(&key.iter().map(|byte| byte ^ round).collect::<Vec<_>>(), &check);
        }
        check
    } else {
        rc4(&key, &PAD)
    };
    if bytes(dict, "U").starts_with(&check) { Ok(key) } else { Err(PdfError::Password) }
}

/// Algorithm 2.A: the file's key for AES-256, and whether the empty password is right.
fn key_aes256(dict: &Dict, revision: usize) -> Result<Vec<u8>, PdfError> {
    let user = bytes(dict, "U");
    let (Some(check), Some(check_salt), Some(key_salt)) = (user.get(..32), user.get(32..40), user.get(40..48)) else {
        return Err(PdfError::Encryption);
    };
    let hash = |salt: &[u8]| if revision == 5 { Sha256::digest(salt).to_vec() } else { hash_2b(salt) };
    if hash(check_salt) != check {
        return Err(PdfError::Password);
    }
    let aes = Aes256::new_from_slice(&hash(key_salt)).map_err(|_| PdfError::Encryption)?;
    let mut sealed = vec![0; 16];
    sealed.extend_from_slice(bytes(dict, "UE").get(..32).ok_or(PdfError::Encryption)?);
    Ok(cbc_decrypt(&aes, &sealed))
}

/// Algorithm 2.B for the empty user password.
fn hash_2b(salt: &[u8]) -> Vec<u8> {
    let mut key = Sha256::digest(salt).to_vec();
    let mut round = 0_usize;
    loop {
        let (Some(aes_key), Some(iv)) = (key.get(..16), key.get(16..32)) else { return key };
        let Ok(aes) = Aes128::new_from_slice(aes_key) else { return key };
        let encrypted = cbc_encrypt(&aes, iv, &key.repeat(64));
        let sum: usize = encrypted.iter().take(16).map(|byte| usize::from(*byte)).sum();
        let last = usize::from(encrypted.last().copied().unwrap_or(0));
        key = match sum % 3 {
            0 => Sha256::digest(&encrypted).to_vec(),
            1 => Sha384::digest(&encrypted).to_vec(),
            _ => Sha512::digest(&encrypted).to_vec(),
        };
        round += 1;
        // The last byte is at most 255, so this ends.
        if round >= 64 && last <= round - 32 {
            key.truncate(32);
            return key;
        }
    }
}

fn rc4(key: &[u8], data: &[u8]) -> Vec<u8> {
    let mut state: [u8; 256] = std::array::from_fn(|i| i as u8);
    let swap = |state: &mut [u8; 256], i: u8, j: u8| state.swap(usize::from(i), usize::from(j));
    let at = |state: &[u8; 256], i: u8| state.get(usize::from(i)).copied().unwrap_or(0);
    let mut j = 0_u8;
    for (i, key) in (0..=255_u8).zip(key.iter().cycle()) {
        j = j.wrapping_add(at(&state, i)).wrapping_add(*key);
        swap(&mut state, i, j);
    }
    let (mut i, mut j) = (0_u8, 0_u8);
    let mut next = || {
        i = i.wrapping_add(1);
        j = j.wrapping_add(at(&state, i));
        swap(&mut state, i, j);
        at(&state, at(&state, i).wrapping_add(at(&state, j)))
    };
    data.iter().map(|byte| byte ^ next()).collect()
}

/// Decrypts blocks chained to the first, which is the initialisation vector; a broken block at the end is left out.
fn cbc_decrypt(aes: &impl BlockCipherDecrypt<BlockSize = aes::cipher::consts::U16>, data: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(data.len());
    let mut before = [0; 16];
    for (nth, chunk) in data.chunks_exact(16).enumerate() {
        let Ok(coded) = <[u8; 16]>::try_from(chunk) else { break };
        if nth > 0 {
            let mut block = coded.into();
            aes.decrypt_block(&mut block);
            out.extend(block.iter().zip(before).map(|(byte, before)| byte ^ before));
        }
        before = coded;
    }
    out
}

fn cbc_encrypt(aes: &Aes128, iv: &[u8], data: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(data.len());
    let mut before: Vec<u8> = iv.to_vec();
    for chunk in data.chunks_exact(16) {
        let mut mixed = [0; 16];
        for (slot, (byte, before)) in mixed.iter_mut().zip(chunk.iter().zip(&before)) {
            *slot = byte ^ before;
        }
        let mut block = mixed.into();
        aes.encrypt_block(&mut block);
        before = block.to_vec();
        out.extend_from_slice(&before);
    }
    out
}

/// Takes the padding off (PKCS #7), where it is sound.
fn unpad(data: Option<Vec<u8>>) -> Vec<u8> {
    let mut data = data.unwrap_or_default();
    if let Some(last @ 1..=16) = data.last().copied() {
        data.truncate(data.len().saturating_sub(usize::from(last)));
    }
    data
}

#[cfg(test)]
mod tests {
    #[test]
    fn rc4_known() {
        // RFC 6229 and the cipher's first description: key "Key", text "Plaintext".
        assert_eq!(super::rc4(b"Key", b"Plaintext"), [0xbb, 0xf3, 0x16, 0xe8, 0xd9, 0x40, 0xaf, 0x0a, 0xd3]);
    }
}
