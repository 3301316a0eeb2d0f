# zoneinfo: UTC, and zones that do not exist.
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

utc = ZoneInfo('UTC')
moment = datetime(2020, 2, 29, 12, 30, tzinfo=utc)
print(utc, repr(utc), utc.key, moment, moment.tzname(), moment.utcoffset(), moment.dst(), utc is ZoneInfo('UTC'))
print(moment.astimezone(timezone(timedelta(hours=2))), moment + timedelta(days=1), moment == datetime(2020, 2, 29, 12, 30, tzinfo=timezone.utc))
for name in ('Nowhere/City', 'utc2'):
    try:
        ZoneInfo(name)
    except ZoneInfoNotFoundError as error:
        print(type(error), error)
for name in ('../x', '/etc/passwd'):
    try:
        ZoneInfo(name)
    except ValueError as error:
        print(type(error))
