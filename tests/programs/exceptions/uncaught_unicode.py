"""Carets after characters that are not ASCII, and an exception text with them."""


def größe(wörter):
    return {wort: "ñandú" + wort + zähler for wort, zähler in wörter.items()}


print(größe({"ä": "ö"}))
print(größe({"日本": 5}))
