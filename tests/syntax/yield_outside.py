# yield outside a function.
class A:
    yield 1
