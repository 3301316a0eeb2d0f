# Assignment to a call.
f() = 3
