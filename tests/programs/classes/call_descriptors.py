"""__call__ and other special methods that are static methods, class methods, descriptors or instances."""
class A:
    @staticmethod
    def __call__(x): return x
    @staticmethod
    def __getitem__(k): return k
    @classmethod
    def __len__(cls): return 3
    __abs__ = len
    __str__ = staticmethod(lambda: "S")
    def __add__(self, o): return o
    __radd__ = staticmethod(lambda o: ("r", o))
print(A()(5), A()[3], len(A()), str(A()), 3 + A())
class D:
    def __get__(self, i, o): return lambda *a: ("bound", type(i).__name__, a)
class B:
    __call__ = D()
    __len__ = lambda s: 4
print(B()(1, 2))
class E:
    @classmethod
    def __call__(cls, x): return cls.__name__, x
    @property
    def __len__(self): return lambda: 7
print(E()(1), len(E()))
class F:
    def __call__(self): return "F"
class G:
    __call__ = F()
print(G()(), callable(G()))
class H: pass
H.__call__ = H()
try: H()()
except RecursionError as e: print("rec")
