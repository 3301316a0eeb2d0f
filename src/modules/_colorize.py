# _colorize: output has no colours here.


class ANSIColors:
    def __getattr__(self, name):
        return ''


class _Section:
    def __getattr__(self, name):
        return ''

    def __getitem__(self, name):
        return ''


class _Theme:
    def __getattr__(self, name):
        return _Section()


def can_colorize(*, file=None):
    return False


def get_colors(colorize=False, *, file=None):
    return ANSIColors()


def get_theme(*, tty_file=None, force_color=False, force_no_color=False):
    return _Theme()


def decolor(text):
    return text
