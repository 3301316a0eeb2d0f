# A wrong line in the middle of a longer program: nothing of it runs.
print("this is not printed")


def total(values):
    result = 0
    for v in values:
        result += v
    return result


print(total([1, 2, 3))
