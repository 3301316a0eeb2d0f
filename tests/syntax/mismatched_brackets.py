# Brackets closed with the wrong sign.
values = [1, 2, (3, 4]
