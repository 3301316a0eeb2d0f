"""An uncaught exception whose expression spans lines, with a long message of several lines."""


def check(
    a,
    b,
):
    if a != b:
        raise AssertionError(
            "values differ:\n"
            f"  left:  {a!r}\n"
            f"  right: {b!r}"
        )


check(
    a=[1, 2, 3],
    b=[
        1,
        2,
    ] + [3],
)
print("first is fine")
result = [
    check(x, y)
    for x, y in [
        (1, 1),
        ("a", "b"),
    ]
]
