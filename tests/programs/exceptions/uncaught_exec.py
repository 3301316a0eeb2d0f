"""Uncaught exceptions in code given to exec and eval with names of their own: frames without source lines."""


def run(source, name):
    exec(compile(source, name, "exec"), {"helper": helper})


def helper(n):
    return eval("10 / n", {"n": n})


run("x = helper(5)\nprint(x)", "<good>")
run("def inner():\n    y = helper(0)\n    return y\ninner()", "<bad>")
