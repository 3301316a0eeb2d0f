"""Order of try, except, else and finally blocks in every combination."""


def flow(mode):
    log = []
    try:
        log.append("try")
        if mode == "value":
            raise ValueError("v")
        if mode == "key":
            raise KeyError("k")
        if mode == "return":
            return log
    except ValueError as problem:
        log.append(f"except {problem}")
    except (KeyError, IndexError) as problem:
        log.append(f"lookup {problem}")
    else:
        log.append("else")
    finally:
        log.append("finally")
    log.append("after")
    return log


for mode in ("none", "value", "key", "return"):
    print(mode, flow(mode))
