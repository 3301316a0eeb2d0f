# The result is waited for as long as it takes.
# verdict: proved
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
    print(letter.result())
