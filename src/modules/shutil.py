# shutil: the one function that asks for no file. The library's own text needs a file system.


def get_terminal_size(fallback=(80, 24)):
    """The size of the terminal: COLUMNS and LINES of the environment, or else what is given."""
    import os
    columns, lines = [_positive(os.environ.get(name)) for name in ('COLUMNS', 'LINES')]
    return os.terminal_size((columns or fallback[0], lines or fallback[1]))


def _positive(text):
    try:
        return max(0, int(text))
    except (TypeError, ValueError):
        return 0
