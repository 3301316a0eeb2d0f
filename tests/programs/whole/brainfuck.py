"""An interpreter with a jump table that runs programs in another language; a Caesar and a Vigenère cipher."""


def run(code, data="", limit=20000):
    stack, jumps = [], {}
    for i, c in enumerate(code):
        if c == "[":
            stack.append(i)
        elif c == "]":
            if not stack:
                raise SyntaxError(f"] at {i} has no [")
            jumps[i] = stack.pop()
            jumps[jumps[i]] = i
    if stack:
        raise SyntaxError(f"[ at {stack[-1]} has no ]")
    tape, at, pc, out, source, steps = bytearray(50), 0, 0, [], iter(data), 0
    while pc < len(code):
        steps += 1
        if steps > limit:
            raise TimeoutError(f"more than {limit} steps")
        match code[pc]:
            case ">":
                at += 1
            case "<":
                at -= 1
            case "+":
                tape[at] = (tape[at] + 1) % 256
            case "-":
                tape[at] = (tape[at] - 1) % 256
            case ".":
                out.append(chr(tape[at]))
            case ",":
                tape[at] = ord(next(source, "\0"))
            case "[" if not tape[at]:
                pc = jumps[pc]
            case "]" if tape[at]:
                pc = jumps[pc]
        pc += 1
    return "".join(out), steps


HELLO = "++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++."
for code, data in ((HELLO, ""), (",[.,]", "echo"), (">,[>,]<[.<]", "reverse"), ("[", ""), ("+]", ""), ("+[]", ""), ("++>+++[<+>-]<.", "")):
    try:
        print(run(code, data))
    except (SyntaxError, TimeoutError) as problem:
        print(type(problem).__name__, problem)


def vigenere(text, key, sign=1):
    out, i = [], 0
    for c in text:
        if c.isalpha():
            base = ord("A") if c.isupper() else ord("a")
            out.append(chr((ord(c) - base + sign * (ord(key[i % len(key)]) - 97)) % 26 + base))
            i += 1
        else:
            out.append(c)
    return "".join(out)


secret = vigenere("Attack at Dawn!", "lemon")
print(secret, vigenere(secret, "lemon", -1))
