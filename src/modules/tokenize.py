# tokenize: the names that the library mentions. Tokens are not offered to programs.

from token import *


class TokenError(Exception):
    pass


def open(filename):
    raise FileNotFoundError(2, 'No such file or directory', filename)


def generate_tokens(readline):
    raise NotImplementedError('tokenize.generate_tokens() is not supported')


def tokenize(readline):
    raise NotImplementedError('tokenize.tokenize() is not supported')


def detect_encoding(readline):
    raise NotImplementedError('tokenize.detect_encoding() is not supported')
