"""An uncaught exception in a key function called by sorted inside a method chain."""
people = [{"name": "ana", "age": 5}, {"name": "bo"}, {"name": "cy", "age": 3}]


class Query:
    def __init__(self, rows):
        self.rows = rows

    def where(self, test):
        return Query([row for row in self.rows if test(row)])

    def sort(self, key):
        return Query(sorted(self.rows, key=key))

    def names(self):
        return [row["name"] for row in self.rows]


print(Query(people).where(lambda p: "age" in p).sort(lambda p: p["age"]).names())
(
    Query(people)
    .where(lambda p: p["name"] != "zed")
    .sort(
        key=lambda p: p["age"],
    )
    .names()
)
