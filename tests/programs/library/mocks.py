# Objects that stand in for others, in ordinary and in asynchronous code.
import asyncio
import unittest
from unittest.mock import AsyncMock, MagicMock, Mock, call, patch, sentinel


class Shop:
    def price(self, thing):
        raise RuntimeError("asks the network")

    async def order(self, thing):
        raise RuntimeError("asks the network")


shop = Shop()
with patch.object(Shop, "price", return_value=7) as price:
    print(shop.price("tea"), price.call_count, price.call_args)
with MagicMock() as entered:
    print(type(entered).__name__)

things = Mock(side_effect=[1, 2, ValueError("three")])
print(things("a"), things(b=2))
try:
    things()
except ValueError as error:
    print(error)
print(things.mock_calls == [call("a"), call(b=2), call()])
try:
    things.assert_called_once()
except AssertionError as error:
    print(str(error).splitlines()[0])

table = MagicMock()
table.__getitem__.return_value = sentinel.item
print(table["x"] is sentinel.item, len(table), bool(table), list(table), str(sentinel.item))
strict = Mock(spec=Shop)
try:
    strict.sell
except AttributeError as error:
    print(error)


async def main():
    with patch.object(Shop, "order", AsyncMock(return_value="soon")) as order:
        print(await shop.order("tea"), order.await_count)
        order.assert_awaited_once_with("tea")
    guard = MagicMock()
    async with guard as inside:
        print(type(inside).__name__)
    print(guard.__aexit__.await_count)


asyncio.run(main())


class Test(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.shop = AsyncMock(spec=Shop)

    async def test_order(self):
        self.shop.order.return_value = 3
        self.assertEqual(await self.shop.order("tea"), 3)


result = unittest.TextTestRunner(stream=open("/dev/null", "w")).run(unittest.defaultTestLoader.loadTestsFromTestCase(Test))
print(result.testsRun, result.wasSuccessful())
