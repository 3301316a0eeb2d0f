//! The digests under `_md5`, `_sha1`, `_sha2`, `_sha3` and `_blake2`, and PBKDF2.
//!
//! A hash object keeps what it was fed, and a digest is made of all of it: so its state is a value like any other.

use super::add_functions;
use crate::natives;
use crate::vm::Vm;
use crate::vm::native::{Args, NativeDef, Res};
use crate::vm::value::{Id, Value};
use blake2::digest::block_api::{Buffer, UpdateCore, VariableOutputCore};
use blake2::digest::common::{BlockSizeUser, OutputSizeUser};
use blake2::{Blake2bVarCore, Blake2sVarCore};
use keccak::{Keccak, State1600};
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha224, Sha256, Sha384, Sha512};

/// Its functions.
pub const FUNCTIONS: &[NativeDef] = natives![
    "_hashes._digest" => digest,
    "_hashes._shake" => shake,
    "_hashes._blake2" => blake2,
    "_hashes._pbkdf2" => pbkdf2,
];

/// Fills the module.
pub fn init(vm: &mut Vm, dict: Id) -> Res<()> {
    add_functions(vm, dict, FUNCTIONS);
    Ok(())
}

fn content(vm: &Vm, value: Value) -> &[u8] {
    vm.byte_slice(value).unwrap_or(&[])
}

fn digest_of(name: &str, data: &[u8]) -> Option<Vec<u8>> {
    Some(match name {
        "md5" => Md5::digest(data).to_vec(),
        "sha1" => Sha1::digest(data).to_vec(),
        "sha224" => Sha224::digest(data).to_vec(),
        "sha256" => Sha256::digest(data).to_vec(),
        "sha384" => Sha384::digest(data).to_vec(),
        "sha512" => Sha512::digest(data).to_vec(),
        "sha3_224" => sponge(data, 144, 0x06, 28),
        "sha3_256" => sponge(data, 136, 0x06, 32),
        "sha3_384" => sponge(data, 104, 0x06, 48),
        "sha3_512" => sponge(data, 72, 0x06, 64),
        "blake2b" => blake2b(data, 64, &[], &[], &[]),
        "blake2s" => blake2s(data, 32, &[], &[], &[]),
        _ => return None,
    })
}

/// SHA-3 and SHAKE (FIPS 202): blocks of `rate` bytes, the first padding byte, how many bytes to squeeze out.
fn sponge(data: &[u8], rate: usize, pad: u8, length: usize) -> Vec<u8> {
    let mut state = State1600::default();
    let keccak = Keccak::new();
    let absorb = |state: &mut State1600, block: &[u8]| {
        for (lane, bytes) in state.iter_mut().zip(block.chunks_exact(8)) {
            *lane ^= bytes.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte));
        }
        keccak.with_f1600(|permute| permute(state));
    };
    let blocks = data.chunks_exact(rate);
    let mut last = blocks.remainder().to_vec();
    blocks.for_each(|block| absorb(&mut state, block));
    last.push(pad);
    last.resize(rate, 0);
    last[rate - 1] |= 0x80;
    absorb(&mut state, &last);
    let mut out = Vec::with_capacity(length + rate);
    loop {
        out.extend(state.iter().flat_map(|lane| lane.to_le_bytes()).take(rate));
        if out.len() >= length {
            out.truncate(length);
            return out;
        }
        keccak.with_f1600(|permute| permute(&mut state));
    }
}

/// BLAKE2 of either kind: a key is a first block of its own.
macro_rules! blake2_function {
    ($name:ident, $core:ty) => {
        fn $name(data: &[u8], size: usize, key: &[u8], salt: &[u8], person: &[u8]) -> Vec<u8> {
            let mut core = <$core>::new_with_params(salt, person, key.len(), size);
            let mut buffer = Buffer::<$core>::default();
            if !key.is_empty() {
                let mut block = key.to_vec();
                block.resize(<$core>::block_size(), 0);
                buffer.digest_blocks(&block, |blocks| core.update_blocks(blocks));
            }
            buffer.digest_blocks(data, |blocks| core.update_blocks(blocks));
            let mut out = blake2::digest::Output::<$core>::default();
            core.finalize_variable_core(&mut buffer, &mut out);
            out[..size.min(<$core>::output_size())].to_vec()
        }
    };
}
blake2_function!(blake2b, Blake2bVarCore);
blake2_function!(blake2s, Blake2sVarCore);

/// `_digest(name, data)`.
fn digest(vm: &mut Vm, args: Args) -> Res {
    let name = vm.as_str(args.get(0)).unwrap_or_else(|| "".into());
    match digest_of(name.as_str(), content(vm, args.get(1))) {
        Some(digest) => Ok(vm.bytes(&digest)),
        None => Err(vm.value_error(format!("unsupported hash type {}", name.as_str()))),
    }
}

/// `_shake(rate, data, length)`.
fn shake(vm: &mut Vm, args: Args) -> Res {
    let rate = vm.as_i64(args.get(0)).unwrap_or(136) as usize;
    let length = vm.as_i64(args.get(2)).and_then(|n| usize::try_from(n).ok()).unwrap_or(usize::MAX);
    vm.check_bytes(length)?;
    let out = sponge(content(vm, args.get(1)), rate, 0x1f, length);
    Ok(vm.bytes(&out))
}

/// `_blake2(kind, data, size, key, salt, person)`; the hidden Python has checked the lengths.
fn blake2(vm: &mut Vm, args: Args) -> Res {
    let size = vm.as_i64(args.get(2)).unwrap_or(0) as usize;
    let [data, key, salt, person] = [1, 3, 4, 5].map(|at| content(vm, args.get(at)));
    let digest = match vm.as_str(args.get(0)) {
        Some(kind) if kind.as_str() == "blake2s" => blake2s(data, size, key, salt, person),
        _ => blake2b(data, size, key, salt, person),
    };
    Ok(vm.bytes(&digest))
}

/// `_pbkdf2(name, block_size, password, last, sum, rounds)`: so many rounds more of one block of PBKDF2 (RFC 8018).
/// Returns the last result and the sum so far. The hidden Python asks for few rounds at a time.
fn pbkdf2(vm: &mut Vm, args: Args) -> Res {
    let name = vm.as_str(args.get(0)).unwrap_or_else(|| "".into());
    let [block, rounds] = [1, 5].map(|at| vm.as_i64(args.get(at)).unwrap_or(0) as usize);
    let [password, last, sum] = [2, 3, 4].map(|at| content(vm, args.get(at)).to_vec());
    let unsupported = format!("unsupported hash type {}", name.as_str());
    let Some(short) = digest_of(name.as_str(), &password) else { return Err(vm.value_error(unsupported)) };
    let mut key = if password.len() > block { short } else { password };
    key.resize(block, 0);
    let inner: Vec<u8> = key.iter().map(|byte| byte ^ 0x36).collect();
    let outer: Vec<u8> = key.iter().map(|byte| byte ^ 0x5c).collect();
    let hash = |data: &[u8]| digest_of(name.as_str(), data).unwrap_or_default();
    let (mut last, mut sum) = (last, sum);
    for _ in 0..rounds {
        last = hash(&[&outer[..], &hash(&[&inner[..], &last].concat())].concat());
        sum.resize(last.len(), 0);
        sum.iter_mut().zip(&last).for_each(|(all, byte)| *all ^= byte);
    }
    let pair = [vm.bytes(&last), vm.bytes(&sum)];
    Ok(vm.tuple(pair))
}
