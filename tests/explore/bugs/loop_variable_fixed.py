# The name is handed over as an argument.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

greeted = []
threads = []
for name in ("Mia", "Noa"):
    threads.append(threading.Thread(target=greeted.append, args=(name,)))
    threads[-1].start()
for thread in threads:
    thread.join()
assert sorted(greeted) == ["Mia", "Noa"], greeted
print("greeted", sorted(greeted))
