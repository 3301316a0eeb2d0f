# A SyntaxError at run time, in the text given to compile: traceback with the text's own line.
def run(source):
    return compile(source, "<typed>", "exec")


print(run("x = 1") is not None)
try:
    run("x = = 1")
except SyntaxError as problem:
    print(problem.msg, problem.filename, problem.lineno, problem.offset, problem.end_lineno, problem.end_offset, repr(problem.text))
    print(problem)
run("def f(:\n    pass")
