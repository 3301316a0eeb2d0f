# decimal: what each failing operation raises and says.
from decimal import Decimal, FloatOperation, InvalidOperation, localcontext


def attempt(function, *args, **options):
    try:
        print(function(*args, **options))
    except Exception as error:
        print(type(error), error)


attempt(Decimal, 'abc')
attempt(lambda: Decimal(1) / 0)
attempt(lambda: Decimal(0) / 0)
attempt(lambda: Decimal(1) % 0)
attempt(lambda: Decimal(-1).sqrt())
attempt(lambda: Decimal('1e999999') * 10)
attempt(lambda: Decimal('NaN') < 1)
attempt(lambda: Decimal('1e50').quantize(Decimal('0.01')))
attempt(lambda: Decimal('Infinity') - Decimal('Infinity'))
with localcontext() as context:
    context.traps[FloatOperation] = True
    attempt(Decimal, 0.5)
    context.traps[InvalidOperation] = False
    print(Decimal('abc'), Decimal(0) / 0, bool(context.flags[InvalidOperation]))
