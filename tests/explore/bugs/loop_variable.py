# The function reads the loop's variable when it runs, which may be one round later.
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.14, 3.9, 3.14t
import threading

greeted = []
threads = []
for name in ("Mia", "Noa"):
    threads.append(threading.Thread(target=lambda: greeted.append(name)))
    threads[-1].start()
for thread in threads:
    thread.join()
assert sorted(greeted) == ["Mia", "Noa"], greeted
print("greeted", sorted(greeted))
