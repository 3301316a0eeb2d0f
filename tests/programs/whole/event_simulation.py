"""A discrete event simulation with generators as processes, a heap of events and seeded random times."""
import heapq
import random


class World:
    def __init__(self):
        self.now, self.heap, self.count, self.log = 0.0, [], 0, []

    def start(self, process):
        self.schedule(0, process, None)

    def schedule(self, delay, process, value):
        self.count += 1
        heapq.heappush(self.heap, (self.now + delay, self.count, process, value))

    def run(self, until):
        while self.heap and self.heap[0][0] <= until:
            self.now, _, process, value = heapq.heappop(self.heap)
            try:
                request = process.send(value)
            except StopIteration as stop:
                self.log.append(f"{self.now:7.3f} ended with {stop.value}")
                continue
            if isinstance(request, Resource):
                request.request(process)
            else:
                self.schedule(request, process, self.now)
        for _, _, process, _ in self.heap:
            process.close()


class Resource:
    def __init__(self, world, n):
        self.world, self.free, self.waiting = world, n, []

    def request(self, process):
        if self.free:
            self.free -= 1
            self.world.schedule(0, process, self)
        else:
            self.waiting.append(process)

    def release(self):
        if self.waiting:
            self.world.schedule(0, self.waiting.pop(0), self)
        else:
            self.free += 1


def customer(world, name, till, rng):
    try:
        yield rng.uniform(0, 5)
        world.log.append(f"{world.now:7.3f} {name} arrives, {len(till.waiting)} wait")
        yield till
        world.log.append(f"{world.now:7.3f} {name} is served")
        yield rng.expovariate(0.5)
        till.release()
        return name
    except GeneratorExit:
        world.log.append(f"{world.now:7.3f} {name} is sent home")


rng, world = random.Random(11), World()
till = Resource(world, 2)
for name in ("ana", "bo", "cy", "dee", "eve", "flo"):
    world.start(customer(world, name, till, rng))
world.run(8)
print(*world.log, sep="\n")
print(till.free, len(till.waiting))
