"""The same run in plain Python, bar by bar, with a class each for strategy and broker; prints bars a second."""
import json
import sys
import time


class Cross:
    def __init__(self, fast, slow):
        self.fast, self.slow, self.closes = fast, slow, []
        self.sums, self.before = [0, 0], None

    def at(self, close):
        closes, sums = self.closes, self.sums
        closes.append(close)
        for n, length in enumerate((self.fast, self.slow)):
            sums[n] += close - (closes[-1 - length] if len(closes) > length else 0)
        if len(closes) < self.slow:
            return 0
        now, before = sums[0] * self.slow - sums[1] * self.fast, self.before
        self.before = now
        if before is None:
            return 0
        return 1 if now > 0 >= before else -1 if now < 0 <= before else 0


class Broker:
    def __init__(self):
        self.cash, self.held, self.waits, self.trades = 1_000_000_000, 0, 0, 0
        self.peak, self.draw = self.cash, 0

    def open(self, price):
        self.cash -= self.waits * price * 100 + 50
        self.trades += self.waits < 0
        self.held += self.waits
        self.waits = 0

    def end(self, close):
        equity = self.cash + self.held * close * 100
        self.peak = max(self.peak, equity)
        self.draw = max(self.draw, self.peak - equity)


bars = json.load(sys.stdin)
strategy, broker = Cross(20, 50), Broker()
start = time.process_time()
for opens, close in bars:
    if broker.waits:
        broker.open(opens)
    broker.end(close)
    signal = strategy.at(close)
    if signal > 0 and not broker.held:
        broker.waits = 1
    elif signal < 0 and broker.held:
        broker.waits = -1
print(json.dumps([len(bars) / (time.process_time() - start), broker.trades]))
