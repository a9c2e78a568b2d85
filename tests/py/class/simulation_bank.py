# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent
# Shows: A longer program with classes: accounts, inheritance, errors, events, reports.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class BankError(Exception):
    pass
class Insufficient(BankError):
    def __init__(self, need, have):
        super().__init__(f'need {need}, have {have}')
        self.short = need - have
class Account:
    _next = 1000
    fee = 0
    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance
        self.number = Account._next
        Account._next += 1
        self.history = []
    @property
    def balance(self):
        return self._balance
    @balance.setter
    def balance(self, v):
        if v < 0:
            raise Insufficient(self._balance - v, self._balance)
        self.history.append(v - self._balance)
        self._balance = v
    def deposit(self, n):
        if n <= 0:
            raise ValueError('deposit must be positive')
        self.balance += n
        return self
    def withdraw(self, n):
        self.balance -= n + self.fee
        return self
    def __lt__(self, o):
        return self.balance < o.balance
    def __repr__(self):
        return f'{type(self).__name__}(#{self.number} {self.owner}: {self.balance})'
class Savings(Account):
    rate = 10
    def year(self):
        self.deposit(self.balance * self.rate // 100)
        return self
class Checking(Account):
    fee = 1
    def __init__(self, owner, balance=0, *, limit=50):
        super().__init__(owner, balance)
        self.limit = limit
    def withdraw(self, n):
        if n > self.limit:
            raise BankError('over the limit of %d' % self.limit)
        return super().withdraw(n)
class Bank:
    def __init__(self):
        self.accounts = {}
        self.errors = []
    def __iadd__(self, acc):
        self.accounts[acc.number] = acc
        return self
    def __getitem__(self, who):
        for a in self.accounts.values():
            if a.owner == who or a.number == who:
                return a
        raise KeyError(who)
    def __iter__(self):
        return iter(sorted(self.accounts.values()))
    def __len__(self):
        return len(self.accounts)
    def transfer(self, a, b, n):
        src, dst = self[a], self[b]
        before = src.balance
        try:
            src.withdraw(n)
            dst.deposit(n)
        except BankError as e:
            self.errors.append((type(e).__name__, str(e), getattr(e, 'short', None)))
            return False
        except ValueError:
            src._balance = before
            raise
        return True
bank = Bank()
bank += Savings('ann', 100)
bank += Checking('bob', 60, limit=40)
bank += Account('cy')
print(len(bank), list(bank))
print(bank.transfer('ann', 'cy', 30), bank.transfer('bob', 'ann', 41), bank.transfer('cy', 'bob', 31), bank.transfer(1001, 1002, 39))
err(bank.transfer, 'ann', 'zoe', 1)
err(bank.transfer, 'ann', 'cy', 0)
print(bank['ann'].year(), bank['ann'].deposit(3).withdraw(1).history, bank.errors)
def neg():
    bank['bob'].balance = -5
err(neg)
print([(a.owner, a.history) for a in bank], max(bank), sum(a.balance for a in bank))
for cls in (Account, Savings, Checking):
    print(cls.__name__, [a.number for a in bank if type(a) is cls], [a.number for a in bank if isinstance(a, cls)])
