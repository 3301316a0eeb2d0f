"""Custom exception classes: hierarchies, arguments, attributes, str and repr, re-raise."""


class BankError(Exception):
    """Base of all errors here."""


class NotEnough(BankError):
    def __init__(self, owner, missing):
        super().__init__(f"{owner} lacks {missing}")
        self.owner, self.missing = owner, missing

    def __str__(self):
        return "NotEnough: " + super().__str__()


class Frozen(BankError, ValueError):
    reason = "frozen"


class Silent(BankError):
    def __init__(self, *args):
        pass


for problem in (NotEnough("ana", 5), Frozen(), Frozen("a", 1), Silent("x"), BankError("one"), BankError(None), BankError(("t",))):
    try:
        raise problem
    except ValueError as e:
        print("value", repr(e), str(e), e.args, e.reason)
    except BankError as e:
        print("bank", repr(e), str(e), e.args, e is problem)
try:
    raise NotEnough
except TypeError as e:
    print(e)
try:
    raise Frozen
except Frozen as e:
    print(repr(e), isinstance(e, (BankError, KeyError)))


def again():
    try:
        raise NotEnough("bo", 1)
    except NotEnough:
        print("seen")
        raise


try:
    again()
except BankError as e:
    print(e.owner, e.missing, e.__traceback__.tb_next is not None, e.__context__)
for wrong in (5, "text", int, None):
    try:
        raise wrong
    except TypeError as e:
        print(e)
try:
    try:
        1 / 0
    except "not a class":
        pass
except TypeError as e:
    print(e)
raise NotEnough("cid", 99)
