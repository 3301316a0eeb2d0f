//! `_sha2`: the digest itself. The hash objects around it are hidden Python.

use super::add_functions;
use crate::natives;
use crate::vm::Vm;
use crate::vm::native::{Args, NativeDef, Res};
use crate::vm::object::Data;
use crate::vm::value::Id;
use sha2::{Digest, Sha256, Sha512};

const FUNCTIONS: &[NativeDef] = natives!["_sha2._digest" => digest];

/// Fills the module.
pub fn init(vm: &mut Vm, dict: Id) -> Res<()> {
    add_functions(vm, dict, FUNCTIONS);
    Ok(())
}

/// `_digest(size, data)`.
fn digest(vm: &mut Vm, args: Args) -> Res {
    let data = match vm.data(args.get(1)) {
        Some(Data::Bytes(bytes)) => bytes.to_vec(),
        _ => return Err(vm.type_error("object supporting the buffer API required")),
    };
    let digest = match vm.as_i64(args.get(0)) {
        Some(32) => Sha256::digest(&data).to_vec(),
        _ => Sha512::digest(&data).to_vec(),
    };
    Ok(vm.bytes(&digest))
}
