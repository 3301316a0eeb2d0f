# A dict without a value.
d = {"a": 1, "b":}
