"""An uncaught NameError that suggests a name."""


def greet(person_name):
    greeting = "hello "
    return greeting + persn_name


print("start")
print(greet("ana"))
