"""Stands for pdb, which doctest subclasses when it is imported and which asks for a terminal."""


class Pdb:
    def __init__(self, *args, **kwargs):
        pass

    def reset(self):
        pass


def set_trace(*args):
    raise NotImplementedError('pdb is not supported')


def post_mortem(*args):
    raise NotImplementedError('pdb is not supported')
