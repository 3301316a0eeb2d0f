# Brackets closed with the wrong sign on another line.
values = (
    1,
    2,
]
