# A lock-free stack of three; three threads each take an element and give it back, K times (SafeStack).
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.14, 3.9, 3.14t
# model: safestack.pml, whose steps are the functions' bodies under 3.14; the failure needs K=2 there
# states: K=1: 19411
# transitions: K=1: 48147 (K=2: 1,915,924 states, 5,259,522 transitions)
# found: K=1: 16827
# differs: locals that are never read again make no difference; the model keeps them
import threading

K = 2
head = 0
count = 3
following = [1, 2, -1]
owner = [None] * 3


def read_count():
    return count


def read_head():
    return head


def add_to_count(number):
    global count
    count += number


def exchange_following(index, new):
    old = following[index]
    following[index] = new
    return old


def compare_and_set_head(expected, new):
    global head
    if head == expected:
        head = new
        return True
    return False


def take():
    while True:
        if read_count() > 1:
            index = read_head()
            after = exchange_following(index, -1)
            if after >= 0:
                if compare_and_set_head(index, after):
                    add_to_count(-1)
                    return index
                exchange_following(index, after)


def give(index):
    while True:
        first = read_head()
        exchange_following(index, first)
        if compare_and_set_head(first, index):
            break
    add_to_count(1)


def mark(index, name):
    owner[index] = name


def check(index, name):
    assert owner[index] == name, f"{owner[index]} and {name} both own {index}"


def work(name):
    for _ in range(K):
        index = take()
        mark(index, name)
        check(index, name)
        give(index)


threads = [threading.Thread(target=work, args=(name,)) for name in ("red", "green", "blue")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("all have worked")
