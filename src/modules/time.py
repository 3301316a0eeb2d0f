# time: struct_time and what takes it apart. The clocks are native and virtual; the zone is UTC.

_FIELDS = ('tm_year', 'tm_mon', 'tm_mday', 'tm_hour', 'tm_min', 'tm_sec', 'tm_wday', 'tm_yday', 'tm_isdst')
_DAYS = ('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday')
_MONTHS = ('January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
           'November', 'December')

timezone = 0
altzone = 0
daylight = 0
tzname = ('UTC', 'UTC')


class struct_time(tuple):
    __slots__ = ()
    __match_args__ = _FIELDS
    n_fields = 11
    n_sequence_fields = 9
    n_unnamed_fields = 0

    def __new__(cls, sequence, /):
        items = tuple(sequence)
        if len(items) < 9:
            raise TypeError(f'time.struct_time() takes an at least 9-sequence ({len(items)}-sequence given)')
        return tuple.__new__(cls, items[:9])

    tm_year = property(lambda self: self[0])
    tm_mon = property(lambda self: self[1])
    tm_mday = property(lambda self: self[2])
    tm_hour = property(lambda self: self[3])
    tm_min = property(lambda self: self[4])
    tm_sec = property(lambda self: self[5])
    tm_wday = property(lambda self: self[6])
    tm_yday = property(lambda self: self[7])
    tm_isdst = property(lambda self: self[8])
    tm_zone = property(lambda self: 'UTC')
    tm_gmtoff = property(lambda self: 0)

    def __repr__(self):
        return f"time.struct_time({', '.join([f'{name}={value!r}' for name, value in zip(_FIELDS, self)])})"


def _days_before(year):
    """Days from 1970-01-01 to the first of January of a year."""
    y = year - 1
    return y * 365 + y // 4 - y // 100 + y // 400 - 719162


def _leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _lengths(year):
    return (31, 29 if _leap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def gmtime(seconds=None, /):
    if seconds is None:
        seconds = time()
    days, rest = divmod(int(seconds // 1), 86400)
    year = 1970 + days * 400 // 146097
    while _days_before(year) > days:
        year -= 1
    while _days_before(year + 1) <= days:
        year += 1
    day = days - _days_before(year)
    yday = day + 1
    month = 1
    for length in _lengths(year):
        if day < length:
            break
        day -= length
        month += 1
    return struct_time((year, month, day + 1, rest // 3600, rest // 60 % 60, rest % 60, (days + 3) % 7, yday, 0))


localtime = gmtime


def mktime(t, /):
    year, month, day, hour, minute, second = tuple(t)[:6]
    year += (month - 1) // 12
    month = (month - 1) % 12
    days = _days_before(year) + sum(_lengths(year)[:month]) + day - 1
    return float(days * 86400 + hour * 3600 + minute * 60 + second)


def asctime(t=None, /):
    t = gmtime() if t is None else t
    return f'{_DAYS[t[6]][:3]} {_MONTHS[t[1] - 1][:3]} {t[2]:2} {t[3]:02}:{t[4]:02}:{t[5]:02} {t[0]}'


def ctime(seconds=None, /):
    return asctime(gmtime(seconds))


def strftime(format, t=None, /):
    t = gmtime() if t is None else t
    parts = []
    at = 0
    while at < len(format):
        char = format[at]
        at += 1
        if char != '%' or at >= len(format):
            parts.append(char)
            continue
        code = format[at]
        at += 1
        pad = True
        if code == '-' and at < len(format):
            pad = False
            code = format[at]
            at += 1
        text = _directive(code, t)
        if not pad:
            text = text.lstrip('0') or '0'
        parts.append(text)
    return ''.join(parts)


def _directive(code, t):
    year, month, day, hour, minute, second, wday, yday = tuple(t)[:8]
    if code == 'Y':
        return str(year)
    if code == 'm':
        return f'{month:02}'
    if code == 'd':
        return f'{day:02}'
    if code == 'H':
        return f'{hour:02}'
    if code == 'M':
        return f'{minute:02}'
    if code == 'S':
        return f'{second:02}'
    if code == 'y':
        return f'{year % 100:02}'
    if code == 'a':
        return _DAYS[wday][:3]
    if code == 'A':
        return _DAYS[wday]
    if code in 'bh':
        return _MONTHS[month - 1][:3]
    if code == 'B':
        return _MONTHS[month - 1]
    if code == 'I':
        return f'{(hour + 11) % 12 + 1:02}'
    if code == 'p':
        return 'AM' if hour < 12 else 'PM'
    if code == 'j':
        return f'{yday:03}'
    if code == 'w':
        return str((wday + 1) % 7)
    if code == 'u':
        return str(wday + 1)
    if code == 'U':
        return f'{(yday + 6 - (wday + 1) % 7) // 7:02}'
    if code == 'W':
        return f'{(yday + 6 - wday) // 7:02}'
    if code == 'e':
        return f'{day:2}'
    if code == 'Z':
        return 'UTC'
    if code == 'z':
        return '+0000'
    if code == 'c':
        return asctime(t)
    if code == 'x' or code == 'D':
        return strftime('%m/%d/%y', t)
    if code == 'X' or code == 'T':
        return strftime('%H:%M:%S', t)
    if code == 'F':
        return strftime('%Y-%m-%d', t)
    if code == 'R':
        return strftime('%H:%M', t)
    if code == 's':
        return str(int(mktime(t)))
    if code == 'n':
        return '\n'
    if code == 't':
        return '\t'
    if code == '%':
        return '%'
    return '%' + code


def strptime(string, format='%a %b %d %H:%M:%S %Y', /):
    from _strptime import _strptime_time
    return _strptime_time(string, format)


def tzset():
    pass


def get_clock_info(name, /):
    from types import SimpleNamespace
    if name not in ('monotonic', 'perf_counter', 'process_time', 'thread_time', 'time'):
        raise ValueError('unknown clock')
    return SimpleNamespace(implementation='virtual', monotonic=name != 'time', adjustable=name == 'time',
                           resolution=1e-09)
