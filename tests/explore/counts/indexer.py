# Each of N threads puts four numbers into one hash table; an insertion that looks and stores is one step.
# python: 3.14
# traces: N=2: 1, N=11: 1, N=12: 8, N=13: 64, N=15: 4096
# formula: 8^(N-11) for N >= 11
import threading

N = 12
SIZE = 128
table = [0] * SIZE


def insert(thread_number):
    for m in range(1, 5):
        w = m * 11 + thread_number
        h = w * 7 % SIZE
        while True:
            if table[h] == 0:
                table[h] = w
                break
            h = (h + 1) % SIZE


threads = [threading.Thread(target=insert, args=(number,)) for number in range(N)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("used", SIZE - table.count(0))
