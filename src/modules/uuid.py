# After the library's text: the machine has no network card, so its number is made up once, as CPython then does.

_GETTERS = []
