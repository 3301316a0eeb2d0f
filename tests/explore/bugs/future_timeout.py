# Two tasks share a printer, and the one that is waited for is late if the other prints first.
# verdict: counterexample
# kinds: exception TimeoutError
# python: 3.14, 3.9, 3.14t
import threading
import time
from concurrent.futures import ThreadPoolExecutor

printer = threading.Lock()


def print_page(page):
    with printer:
        time.sleep(1)
    return f"{page} printed"


with ThreadPoolExecutor(max_workers=2) as pool:
    draft = pool.submit(print_page, "draft")
    letter = pool.submit(print_page, "letter")
    print(letter.result(timeout=1.5))
