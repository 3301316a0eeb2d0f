//! The built-in classes, whose identities are constants.
//!
//! [`ty`] names them; [`TYPES`] says what they are called, what they derive from and what their instances
//! carry. The first objects of the image are these classes, in this order.

use super::object::Layout;
use super::value::Id;

macro_rules! types {
    ($($konst:ident $name:literal $base:ident $layout:ident;)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        #[repr(u32)]
        enum Order { $($konst),* }
        /// Identities of the built-in classes.
        #[allow(missing_docs)]
        pub mod ty {
            use super::{Id, Order};
            $(pub const $konst: Id = Id(Order::$konst as u32);)*
        }
        /// Name (with its module unless it is a built-in), base and layout of each built-in class.
        pub const TYPES: &[(Id, &str, Id, Layout)] = &[$((ty::$konst, $name, ty::$base, Layout::$layout)),*];
    };
}

types! {
    OBJECT "object" OBJECT Plain;
    TYPE "type" OBJECT Type;
    INT "int" OBJECT Int;
    BOOL "bool" INT Sealed;
    FLOAT "float" OBJECT Float;
    COMPLEX "complex" OBJECT Complex;
    STR "str" OBJECT Str;
    BYTES "bytes" OBJECT Bytes;
    BYTEARRAY "bytearray" OBJECT ByteArray;
    MEMORYVIEW "memoryview" OBJECT Sealed;
    TUPLE "tuple" OBJECT Tuple;
    LIST "list" OBJECT List;
    DICT "dict" OBJECT Dict;
    SET "set" OBJECT Set;
    FROZENSET "frozenset" OBJECT Set;
    RANGE "range" OBJECT Sealed;
    SLICE "slice" OBJECT Sealed;
    NONE_TYPE "NoneType" OBJECT Sealed;
    NOT_IMPLEMENTED_TYPE "NotImplementedType" OBJECT Sealed;
    ELLIPSIS_TYPE "ellipsis" OBJECT Sealed;
    FUNCTION "function" OBJECT Sealed;
    METHOD "method" OBJECT Sealed;
    NATIVE "builtin_function_or_method" OBJECT Sealed;
    METHOD_DESCRIPTOR "method_descriptor" OBJECT Sealed;
    WRAPPER_DESCRIPTOR "wrapper_descriptor" OBJECT Sealed;
    METHOD_WRAPPER "method-wrapper" OBJECT Sealed;
    CLASSMETHOD_DESCRIPTOR "classmethod_descriptor" OBJECT Sealed;
    GETSET "getset_descriptor" OBJECT Sealed;
    MEMBER "member_descriptor" OBJECT Sealed;
    MODULE "module" OBJECT Module;
    CODE "code" OBJECT Sealed;
    CELL "cell" OBJECT Sealed;
    FRAME "frame" OBJECT Sealed;
    TRACEBACK "traceback" OBJECT Sealed;
    GENERATOR "generator" OBJECT Sealed;
    COROUTINE "coroutine" OBJECT Sealed;
    ASYNC_GENERATOR "async_generator" OBJECT Sealed;
    PROPERTY "property" OBJECT Property;
    STATICMETHOD "staticmethod" OBJECT StaticMethod;
    CLASSMETHOD "classmethod" OBJECT ClassMethod;
    SUPER "super" OBJECT Super;
    MAPPINGPROXY "mappingproxy" OBJECT Sealed;
    DICT_KEYS "dict_keys" OBJECT Sealed;
    DICT_VALUES "dict_values" OBJECT Sealed;
    DICT_ITEMS "dict_items" OBJECT Sealed;
    LIST_ITERATOR "list_iterator" OBJECT Sealed;
    LIST_REVERSEITERATOR "list_reverseiterator" OBJECT Sealed;
    TUPLE_ITERATOR "tuple_iterator" OBJECT Sealed;
    STR_ITERATOR "str_iterator" OBJECT Sealed;
    STR_ASCII_ITERATOR "str_ascii_iterator" OBJECT Sealed;
    BYTES_ITERATOR "bytes_iterator" OBJECT Sealed;
    RANGE_ITERATOR "range_iterator" OBJECT Sealed;
    SET_ITERATOR "set_iterator" OBJECT Sealed;
    DICT_KEYITERATOR "dict_keyiterator" OBJECT Sealed;
    DICT_VALUEITERATOR "dict_valueiterator" OBJECT Sealed;
    DICT_ITEMITERATOR "dict_itemiterator" OBJECT Sealed;
    DICT_REVERSEKEYITERATOR "dict_reversekeyiterator" OBJECT Sealed;
    ITERATOR "iterator" OBJECT Sealed;
    CALLABLE_ITERATOR "callable_iterator" OBJECT Sealed;
    DEQUE_ITERATOR "_collections._deque_iterator" OBJECT Sealed;
    ENUMERATE "enumerate" OBJECT Sealed;
    ZIP "zip" OBJECT Sealed;
    MAP "map" OBJECT Sealed;
    FILTER "filter" OBJECT Sealed;
    REVERSED "reversed" OBJECT Sealed;
    WEAKREF "weakref.ReferenceType" OBJECT WeakRef;
    LOCK "_thread.lock" OBJECT Sealed;
    RLOCK "_thread.RLock" OBJECT Lock;
    THREAD_LOCAL "_thread._local" OBJECT Local;
    THREAD_HANDLE "_thread._ThreadHandle" OBJECT Sealed;
    EXCEPT_HOOK_ARGS "_thread._ExceptHookArgs" TUPLE Tuple;
    DEQUE "collections.deque" OBJECT Deque;
    DEFAULTDICT "collections.defaultdict" DICT Dict;
    ORDERED_DICT "collections.OrderedDict" DICT Dict;
    PARTIAL "functools.partial" OBJECT Partial;
    RANDOM "_random.Random" OBJECT Random;
    GENERIC_ALIAS "types.GenericAlias" OBJECT Plain;
    UNION_TYPE "typing.Union" OBJECT Sealed;
    SIMPLE_NAMESPACE "types.SimpleNamespace" OBJECT Plain;
    STDIO "_io.TextIOWrapper" OBJECT Plain;
    STRUCT_SEQUENCE "_struct_sequence" TUPLE Tuple;
    BASE_EXCEPTION "BaseException" OBJECT Exception;
    EXCEPTION "Exception" BASE_EXCEPTION Exception;
    GENERATOR_EXIT "GeneratorExit" BASE_EXCEPTION Exception;
    KEYBOARD_INTERRUPT "KeyboardInterrupt" BASE_EXCEPTION Exception;
    SYSTEM_EXIT "SystemExit" BASE_EXCEPTION Exception;
    BASE_EXCEPTION_GROUP "BaseExceptionGroup" BASE_EXCEPTION Exception;
    EXCEPTION_GROUP "ExceptionGroup" BASE_EXCEPTION_GROUP Exception;
    ARITHMETIC_ERROR "ArithmeticError" EXCEPTION Exception;
    FLOATING_POINT_ERROR "FloatingPointError" ARITHMETIC_ERROR Exception;
    OVERFLOW_ERROR "OverflowError" ARITHMETIC_ERROR Exception;
    ZERO_DIVISION_ERROR "ZeroDivisionError" ARITHMETIC_ERROR Exception;
    ASSERTION_ERROR "AssertionError" EXCEPTION Exception;
    ATTRIBUTE_ERROR "AttributeError" EXCEPTION Exception;
    BUFFER_ERROR "BufferError" EXCEPTION Exception;
    EOF_ERROR "EOFError" EXCEPTION Exception;
    IMPORT_ERROR "ImportError" EXCEPTION Exception;
    MODULE_NOT_FOUND_ERROR "ModuleNotFoundError" IMPORT_ERROR Exception;
    LOOKUP_ERROR "LookupError" EXCEPTION Exception;
    INDEX_ERROR "IndexError" LOOKUP_ERROR Exception;
    KEY_ERROR "KeyError" LOOKUP_ERROR Exception;
    MEMORY_ERROR "MemoryError" EXCEPTION Exception;
    NAME_ERROR "NameError" EXCEPTION Exception;
    UNBOUND_LOCAL_ERROR "UnboundLocalError" NAME_ERROR Exception;
    OS_ERROR "OSError" EXCEPTION Exception;
    BLOCKING_IO_ERROR "BlockingIOError" OS_ERROR Exception;
    CHILD_PROCESS_ERROR "ChildProcessError" OS_ERROR Exception;
    CONNECTION_ERROR "ConnectionError" OS_ERROR Exception;
    BROKEN_PIPE_ERROR "BrokenPipeError" CONNECTION_ERROR Exception;
    CONNECTION_ABORTED_ERROR "ConnectionAbortedError" CONNECTION_ERROR Exception;
    CONNECTION_REFUSED_ERROR "ConnectionRefusedError" CONNECTION_ERROR Exception;
    CONNECTION_RESET_ERROR "ConnectionResetError" CONNECTION_ERROR Exception;
    FILE_EXISTS_ERROR "FileExistsError" OS_ERROR Exception;
    FILE_NOT_FOUND_ERROR "FileNotFoundError" OS_ERROR Exception;
    INTERRUPTED_ERROR "InterruptedError" OS_ERROR Exception;
    IS_A_DIRECTORY_ERROR "IsADirectoryError" OS_ERROR Exception;
    NOT_A_DIRECTORY_ERROR "NotADirectoryError" OS_ERROR Exception;
    PERMISSION_ERROR "PermissionError" OS_ERROR Exception;
    PROCESS_LOOKUP_ERROR "ProcessLookupError" OS_ERROR Exception;
    TIMEOUT_ERROR "TimeoutError" OS_ERROR Exception;
    REFERENCE_ERROR "ReferenceError" EXCEPTION Exception;
    RUNTIME_ERROR "RuntimeError" EXCEPTION Exception;
    NOT_IMPLEMENTED_ERROR "NotImplementedError" RUNTIME_ERROR Exception;
    RECURSION_ERROR "RecursionError" RUNTIME_ERROR Exception;
    PYTHON_FINALIZATION_ERROR "PythonFinalizationError" RUNTIME_ERROR Exception;
    STOP_ITERATION "StopIteration" EXCEPTION Exception;
    STOP_ASYNC_ITERATION "StopAsyncIteration" EXCEPTION Exception;
    SYNTAX_ERROR "SyntaxError" EXCEPTION Exception;
    INDENTATION_ERROR "IndentationError" SYNTAX_ERROR Exception;
    TAB_ERROR "TabError" INDENTATION_ERROR Exception;
    SYSTEM_ERROR "SystemError" EXCEPTION Exception;
    TYPE_ERROR "TypeError" EXCEPTION Exception;
    VALUE_ERROR "ValueError" EXCEPTION Exception;
    UNICODE_ERROR "UnicodeError" VALUE_ERROR Exception;
    UNICODE_DECODE_ERROR "UnicodeDecodeError" UNICODE_ERROR Exception;
    UNICODE_ENCODE_ERROR "UnicodeEncodeError" UNICODE_ERROR Exception;
    UNICODE_TRANSLATE_ERROR "UnicodeTranslateError" UNICODE_ERROR Exception;
    WARNING "Warning" EXCEPTION Exception;
    BYTES_WARNING "BytesWarning" WARNING Exception;
    DEPRECATION_WARNING "DeprecationWarning" WARNING Exception;
    ENCODING_WARNING "EncodingWarning" WARNING Exception;
    FUTURE_WARNING "FutureWarning" WARNING Exception;
    IMPORT_WARNING "ImportWarning" WARNING Exception;
    PENDING_DEPRECATION_WARNING "PendingDeprecationWarning" WARNING Exception;
    RESOURCE_WARNING "ResourceWarning" WARNING Exception;
    RUNTIME_WARNING "RuntimeWarning" WARNING Exception;
    SYNTAX_WARNING "SyntaxWarning" WARNING Exception;
    UNICODE_WARNING "UnicodeWarning" WARNING Exception;
    USER_WARNING "UserWarning" WARNING Exception;
}
