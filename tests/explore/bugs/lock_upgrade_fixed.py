# Whoever will write says so from the start, and has the text alone.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

state = threading.Condition()
writers = 0
text = "draft"


def edit():
    global writers, text
    with state:
        while writers > 0:
            state.wait()
        writers += 1
    line = text.capitalize()
    with state:
        text = line
        writers -= 1
        state.notify_all()


editors = [threading.Thread(target=edit) for _ in range(2)]
for editor in editors:
    editor.start()
for editor in editors:
    editor.join()
print(text)
