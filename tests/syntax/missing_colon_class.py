# No colon after class.
class Account
    pass
