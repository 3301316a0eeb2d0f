# Version and text are compared and stored in separate steps, so two editors both believe that they were first.
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.14, 3.9, 3.14t
import threading

text, version = "draft", 1
accepted = []


def save(new_text, based_on):
    global text, version
    if version == based_on:
        text = new_text.strip()
        version += 1
        accepted.append(new_text)


editors = [threading.Thread(target=save, args=(new, 1)) for new in ("one", "two")]
for editor in editors:
    editor.start()
for editor in editors:
    editor.join()
assert len(accepted) == 1, f"both {accepted} were accepted"
print("version", version)
