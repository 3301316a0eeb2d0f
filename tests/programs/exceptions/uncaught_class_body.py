"""An uncaught exception while a class body runs, under a decorator and a default argument."""


def limit(n):
    if n < 0:
        raise ValueError(f"negative limit {n}")
    return n


class Outer:
    size = limit(3)

    class Inner:
        def method(self, n=limit(2)):
            return n

        depth = limit(
            -1
        )


print("never")
