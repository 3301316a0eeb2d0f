//! The image as bytes: loaded it is the machine that was booted, and what does not fit is refused.
//!
//! The other suites begin with a loaded image too, but for the first that asks for one in its process.

use std::sync::OnceLock;

use crate::explore::explored;
use crate::{corpus, source};
use interloop::cli::{Options, compile_program, run_program};
use interloop::explore::Reductions;
use interloop::modules::{IMAGE, boot_image, boot_with, load_image, write_image};
use interloop::program::Python;
use interloop::vm::boot::begin;
use interloop::vm::image::Unfit;
use interloop::vm::object::{Attrs, Data};
use interloop::vm::value::{Id, Value};
use interloop::vm::{Vm, World};

/// The bytes of a booted image.
fn written() -> &'static [u8] {
    static BYTES: OnceLock<Vec<u8>> = OnceLock::new();
    BYTES.get_or_init(|| write_image(&boot_image()))
}

fn loaded() -> Vm {
    load_image(written()).expect("the image that was written fits")
}

/// Both images: as the sources make it, and as it is loaded.
fn both() -> [Vm; 2] {
    [boot_image(), loaded()]
}

#[test]
fn two_writes_give_the_same_bytes() {
    assert!(written() == write_image(&boot_image()), "booted twice");
    assert!(written() == write_image(&loaded()), "booted, written and loaded");
}

/// An object in words; of code only what is not shared, since the rest is compared instruction by instruction.
fn told(vm: &Vm, id: Id) -> String {
    let object = vm.heap.peek(id);
    let attrs = match &object.attrs {
        Attrs::Own(names) => format!("{:?}", names.iter().collect::<Vec<_>>()),
        attrs => format!("{attrs:?}"),
    };
    let data = match &object.data {
        Data::Code(code) => {
            let mut plain = (*code.code).clone();
            // A loaded image has these as values only.
            plain.consts = Box::default();
            plain.nested.iter_mut().for_each(|nested| *nested = None);
            format!("{plain:?} {:?}", code.consts)
        }
        Data::Type(class) => {
            let names: Vec<(&str, Value)> = class.dict.iter().map(|(name, value)| (&**name, value)).collect();
            format!("{} {:?} {:?} {:?} {names:?}", class.qualname, class.bases, class.mro, class.flags)
        }
        Data::Dict(table) | Data::Set(table) => {
            format!("{:?} {:?}", table.iter().collect::<Vec<_>>(), table.layout())
        }
        data => format!("{data:?}"),
    };
    format!("{:?} {attrs} {data}", object.class)
}

#[test]
fn a_loaded_image_has_the_objects_of_the_booted_one() {
    let [booted, loaded] = both();
    assert_eq!(booted.heap.live(), loaded.heap.live());
    let places = booted.heap.image().len().max(loaded.heap.image().len());
    let mut compared = 0;
    for id in (0..places as u32).map(|place| Id::new(0, place)) {
        let there = [&booted, &loaded].map(|vm| vm.heap.find(id).is_some());
        assert_eq!(there[0], there[1], "{id:?}");
        if there[0] {
            assert_eq!(told(&booted, id), told(&loaded, id), "{id:?}");
            compared += 1;
        }
    }
    assert_eq!(compared, booted.heap.live());
}

#[test]
fn code_that_was_one_is_one() {
    let [booted, loaded] = both();
    let mut shared = 0;
    for place in 0..loaded.heap.image().len() as u32 {
        let nested =
            [&booted, &loaded].map(|vm| match vm.heap.find(Id::new(0, place)).map(|object| &object.data) {
                // Its nested code, and the code of the objects among its constants.
                Some(Data::Code(code)) => {
                    let objects = code.consts.iter().filter_map(|value| match value {
                        Value::Obj(id) => match &vm.heap.peek(*id).data {
                            Data::Code(inner) => Some(&inner.code),
                            _ => None,
                        },
                        _ => None,
                    });
                    let nested = code.code.nested.iter().flatten();
                    nested.zip(objects).filter(|(a, b)| std::sync::Arc::ptr_eq(a, b)).count()
                }
                _ => 0,
            });
        assert_eq!(nested[0], nested[1]);
        shared += nested[1];
    }
    assert!(shared > 50, "{shared} code objects stand in others");
}

#[test]
fn programs_print_the_same_on_both() {
    let mut images = both();
    for name in [
        "language/modules_imports",
        "threads/queue_basic",
        "threads/daemon_queue",
        "exceptions/context_chain",
    ] {
        let Some(path) =
            source::files("tests/programs").into_iter().find(|path| path.ends_with(format!("{name}.py")))
        else {
            panic!("there is no program {name}");
        };
        let (text, golden) = (source::text(&path), source::text(&path.with_extension("out")));
        for image in &mut images {
            assert_eq!(corpus::check(image, &path.to_string_lossy(), &text, &golden), Ok(()), "{name}");
        }
    }
}

/// What a program can see of its imports: the list of modules, whose attributes they are, and what happens at the exit.
fn seen(image: &mut Vm, module: &str) -> String {
    let text = format!(
        "import {module}\nimport sys\nprint(*sys.modules)\n\
         print([name for name, one in list(sys.modules.items()) for child in vars(one) \
         if f'{{name}}.{{child}}' in {names:?}])\n\
         if 'atexit' in sys.modules: print(sys.modules['atexit']._ncallbacks())\n",
        names = IMAGE,
    );
    let outcome = run_program(image, &text, "main.py", &Options::default());
    assert_eq!((outcome.stderr.as_str(), outcome.code), ("", 0), "{module}");
    outcome.stdout
}

#[test]
fn an_import_from_the_image_enters_what_executing_the_module_enters() {
    let (mut bare, mut full) = (boot_with(&["sys"]), loaded());
    for module in IMAGE {
        assert_eq!(seen(&mut full, module), seen(&mut bare, module), "{module}");
    }
}

const LOCKED: &str = "\
import threading
lock = threading.Lock()
seen = []
def work(n):
    with lock:
        seen.append(n)
for n in range(3):
    threading.Thread(target=work, args=(n,)).start()
";

#[test]
fn states_have_the_same_fingerprints_on_both() {
    let code = compile_program(LOCKED, "main.py").expect("it compiles");
    let prints = both().map(|mut image| {
        let mut vm = begin(&mut image, &code, World::default());
        let mut prints = vec![vm.fingerprint()];
        while let Some(thread) = vm.choices().first().copied() {
            vm.step(thread, interloop::vm::step::Grain::Block, 1 << 20);
            prints.push(vm.fingerprint());
        }
        prints
    });
    assert!(prints[0].len() > 30, "{} blocks", prints[0].len());
    assert_eq!(prints[0], prints[1]);
}

#[test]
fn a_search_finds_the_same_on_both() {
    let found = both().map(|mut image| {
        let mut explorer = explored(&mut image, LOCKED, Python::V314, Reductions::default());
        (explorer.report().states, explorer.ends().len(), explorer.ends().to_vec())
    });
    assert_eq!(found[0], found[1]);
}

#[test]
fn what_does_not_fit_is_refused() {
    let refused = |bytes: &[u8]| load_image(bytes).err();
    assert_eq!(refused(written()), None);
    assert_eq!(refused(b""), Some(Unfit::Foreign));
    assert_eq!(refused(b"\x7fELF"), Some(Unfit::Foreign));
    // The stamp stands behind the name of 16 bytes, the check sum behind the stamp of 16.
    let changed = |place: usize| {
        let mut bytes = written().to_vec();
        bytes[place] ^= 1;
        refused(&bytes)
    };
    assert_eq!(changed(16), Some(Unfit::Stale));
    assert_eq!(changed(31), Some(Unfit::Stale));
    let size = written().len();
    for place in [32, 39, 40, 41, size / 3, size / 2, size - 1] {
        assert_eq!(changed(place), Some(Unfit::Damaged), "byte {place}");
    }
    for cut in [17, 32, 33, 40, 41, size / 2, size - 1] {
        let wanted = if cut < 32 { Unfit::Stale } else { Unfit::Damaged };
        assert_eq!(refused(&written()[..cut]), Some(wanted), "cut to {cut} bytes");
    }
    let longer = [written(), b"\0"].concat();
    assert_eq!(refused(&longer), Some(Unfit::Damaged));
}
