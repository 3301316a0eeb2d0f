"""Stands for pdb, which doctest subclasses when it is imported and which asks for a terminal."""


class Pdb:
    pass
