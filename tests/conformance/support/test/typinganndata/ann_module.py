"""Stands for the module of that name, which asks for __annotations__ while it runs: 3.14 has no such name there."""
