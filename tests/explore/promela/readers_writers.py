# N readers, the first and the last of whom lock and unlock the room, and one writer.
# verdict: proved
# python: 3.14, 3.9, 3.14t
# model: readers_writers.pml
# states: N=2: 70, N=3: 242
# transitions: N=2: 96, N=3: 352
import threading

N = 2
counting = threading.Lock()
room = threading.Lock()
readers = 0
writing = False


def read():
    global readers
    counting.acquire()
    readers += 1
    if readers == 1:
        room.acquire()
    counting.release()
    counting.acquire()
    assert not writing
    readers -= 1
    if readers == 0:
        room.release()
    counting.release()


def write():
    global writing
    room.acquire()
    writing = True
    writing = False
    room.release()


threads = [threading.Thread(target=read) for _ in range(N)] + [threading.Thread(target=write)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("readers", readers)
