# Two readers each want to become the writer, and each waits for the other to stop reading.
# verdict: counterexample
# kinds: deadlock
# python: 3.14, 3.9, 3.14t
import threading

state = threading.Condition()
readers = 0
text = "draft"


def edit():
    global readers, text
    with state:
        readers += 1
    line = text.capitalize()
    with state:
        while readers > 1:
            state.wait()
        text = line
        readers -= 1
        state.notify_all()


editors = [threading.Thread(target=edit) for _ in range(2)]
for editor in editors:
    editor.start()
for editor in editors:
    editor.join()
print(text)
