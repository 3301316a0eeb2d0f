"""A larger example: a vending machine with states as classes, an event log and an interface checked by hand."""


class State:
    registry = {}

    def __init_subclass__(cls, **rest):
        super().__init_subclass__(**rest)
        State.registry[cls.__name__.lower()] = cls()

    def coin(self, machine, value):
        raise NotImplementedError(f"{self} takes no coins")

    def choose(self, machine, item):
        raise NotImplementedError(f"{self} sells nothing")

    def __str__(self):
        return type(self).__name__.lower()


class Idle(State):
    def coin(self, machine, value):
        machine.credit += value
        machine.become("ready")


class Ready(Idle):
    def choose(self, machine, item):
        price = machine.prices.get(item)
        if price is None:
            raise LookupError(f"no {item}")
        if machine.credit < price:
            raise ValueError(f"{item} costs {price}, only {machine.credit} paid")
        machine.credit -= price
        machine.sold[item] = machine.sold.get(item, 0) + 1
        machine.become("ready" if machine.credit else "idle")
        if sum(machine.sold.values()) >= machine.stock:
            machine.become("empty")


class Empty(State):
    pass


class Machine:
    def __init__(self, prices, stock):
        self.prices, self.stock, self.sold, self.credit = prices, stock, {}, 0
        self.log, self.state = [], None
        self.become("idle")

    def become(self, name):
        self.state = State.registry[name]
        self.log.append(name)

    def __getattr__(self, name):
        if name in ("coin", "choose"):
            handler = getattr(self.state, name)
            return lambda *args: handler(self, *args)
        raise AttributeError(f"machine has no {name}")


machine = Machine({"tea": 3, "cake": 5}, stock=3)
script = [("choose", "tea"), ("coin", 2), ("choose", "tea"), ("coin", 2), ("choose", "tea"), ("choose", "soup"), ("coin", 7), ("choose", "cake"), ("choose", "tea"), ("coin", 1), ("kick", 0)]
for event, value in script:
    try:
        getattr(machine, event)(value)
        print(f"{event:7}{value!s:6} -> {machine.state}, credit {machine.credit}")
    except (NotImplementedError, LookupError, ValueError, AttributeError) as problem:
        print(f"{event:7}{value!s:6} !! {type(problem).__name__}: {problem}")
print(machine.sold, machine.log, sorted(State.registry))
