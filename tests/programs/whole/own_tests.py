# A test case with the library's unittest: what passes, fails, is skipped, and the handler of a signal.
import io
import signal
import unittest


class Basket:
    def __init__(self):
        self.items = {}

    def add(self, name, count=1):
        if count < 1:
            raise ValueError(f'cannot add {count}')
        self.items[name] = self.items.get(name, 0) + count


class BasketTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.log = ['class']

    def setUp(self):
        self.basket = Basket()
        self.addCleanup(self.log.append, self.id().rpartition('.')[2])

    def test_add(self):
        self.basket.add('egg', 2)
        self.basket.add('egg')
        self.assertEqual(self.basket.items, {'egg': 3})

    def test_refused(self):
        with self.assertRaisesRegex(ValueError, r'cannot add -\d'):
            self.basket.add('egg', -1)

    def test_wrong(self):
        self.assertIn('ham', self.basket.items, 'no ham')

    def test_parts(self):
        for n in range(4):
            with self.subTest(n=n):
                self.assertNotEqual(n % 2, 1)

    @unittest.skip('later')
    def test_skipped(self):
        self.fail()

    @unittest.expectedFailure
    def test_expected(self):
        self.assertAlmostEqual(1.0, 1.1)


result = unittest.TestResult()
suite = unittest.defaultTestLoader.loadTestsFromTestCase(BasketTest)
suite.run(result)
print(result)
print(BasketTest.log)
for test, text in result.failures:
    print(test, text.splitlines()[-1])
print([(str(test), reason) for test, reason in result.skipped], len(result.expectedFailures))

stream = io.StringIO()
outcome = unittest.TextTestRunner(stream, verbosity=2).run(unittest.FunctionTestCase(lambda: None, description='nothing'))
print(stream.getvalue().split('Ran')[0].splitlines(), outcome.wasSuccessful())

seen = []
before = signal.signal(signal.SIGUSR1, lambda number, frame: seen.append((signal.Signals(number).name, frame is not None)))
signal.raise_signal(signal.SIGUSR1)
print(before, seen, signal.getsignal(signal.SIGINT) is signal.default_int_handler)
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    print('interrupted')
