# Each of N threads locks an inode of its own and takes the first free block; thread 13 wants the block of thread 0.
# python: 3.14t
# traces: N=2: 1, N=13: 1, N=14: 2, N=16: 8, N=18: 32, N=19: 64
# formula: 2^(N-13) for N >= 13
import threading

N = 14
INODES = 32
BLOCKS = 26
inode = [0] * INODES
inode_lock = [threading.Lock() for _ in range(INODES)]
busy = [False] * BLOCKS
block_lock = [threading.Lock() for _ in range(BLOCKS)]


def allocate(i):
    with inode_lock[i]:
        if inode[i] == 0:
            b = i * 2 % BLOCKS
            while True:
                with block_lock[b]:
                    if not busy[b]:
                        busy[b] = True
                        inode[i] = b + 1
                        break
                b = (b + 1) % BLOCKS


threads = [threading.Thread(target=allocate, args=(i,)) for i in range(N)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("blocks", busy.count(True))
