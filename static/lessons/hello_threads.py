"""Two threads greet while the main thread does other work.

"ana" is an ordinary thread: the main thread waits for it with join.
"ticker" is a daemon thread: when the main thread ends, it is cut in the middle.
"""
import threading
import time


def greet(name: str, times: int) -> None:
    for number in range(1, times + 1):
        print(f"Greeting {number} for {name}")
        time.sleep(1)


def tick() -> None:
    seconds = 0
    while True:
        print(f"{seconds} s have passed")
        time.sleep(0.75)
        seconds += 0.75


def main() -> None:
    greeter = threading.Thread(target=greet, args=("Ana", 2), name="greeter")
    ticker = threading.Thread(target=tick, name="ticker", daemon=True)
    greeter.start()
    ticker.start()
    print("The main thread has other work:", 6 * 7)
    greeter.join()
    print("The greeter has ended, and so does the program.")


if __name__ == "__main__":
    main()
