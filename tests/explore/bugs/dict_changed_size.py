# One thread goes through the sessions while another opens a new one.
# verdict: counterexample
# kinds: exception RuntimeError
# python: 3.14, 3.9, 3.14t
import threading

sessions = {"ann": 3, "bea": 5}


def report():
    total = 0
    for minutes in sessions.values():
        total += minutes
    assert total >= 8


def log_in(name):
    sessions[name] = 0


threads = [threading.Thread(target=report), threading.Thread(target=log_in, args=("cy",))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("sessions:", len(sessions))
