# The lock belongs to the class, as the number does.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading


class Turnstile:
    visitors = 0
    lock = threading.Lock()

    def admit(self, group):
        with self.lock:
            Turnstile.visitors += len(group)


stiles = [Turnstile(), Turnstile()]
threads = [threading.Thread(target=stile.admit, args=(["a", "b"],)) for stile in stiles]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("visitors", Turnstile.visitors)
