"""Stands for _opcode, which tells what CPython's interpreter was built with."""

ENABLE_SPECIALIZATION = False
