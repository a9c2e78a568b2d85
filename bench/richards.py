# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Richards-like: a small operating system: tasks of five kinds pass packets under a priority scheduler."""

IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = range(6)
KIND_DEVICE, KIND_WORK = 0, 1


class Packet:
    def __init__(self, link, owner, kind):
        self.link = link
        self.owner = owner
        self.kind = kind
        self.datum = 0
        self.data = [0, 0, 0, 0]

    def append_to(self, queue):
        self.link = None
        if queue is None:
            return self
        p = queue
        while p.link is not None:
            p = p.link
        p.link = self
        return queue


class Task:
    def __init__(self, scheduler, number, priority, queue):
        self.scheduler = scheduler
        self.number = number
        self.priority = priority
        self.queue = queue
        self.held = False
        self.waiting = queue is None
        scheduler.add(self)

    def runnable(self):
        return not self.held and (not self.waiting or self.queue is not None)

    def run(self):
        packet = None
        if self.waiting and self.queue is not None:
            packet = self.queue
            self.queue = packet.link
            self.waiting = False
        return self.step(packet)

    def add_packet(self, packet, current):
        if self.queue is None:
            self.queue = packet
            if self.priority > current.priority:
                return self
        else:
            packet.append_to(self.queue)
        return current

    def step(self, packet):
        raise NotImplementedError


class IdleTask(Task):
    def __init__(self, scheduler, count):
        Task.__init__(self, scheduler, IDLE, 0, None)
        self.waiting = False
        self.control = 1
        self.count = count

    def step(self, packet):
        self.count -= 1
        if self.count == 0:
            return self.scheduler.hold(self)
        if self.control & 1 == 0:
            self.control //= 2
            return self.scheduler.release(self, DEVICE_A)
        self.control = (self.control // 2) ^ 0xD008
        return self.scheduler.release(self, DEVICE_B)


class WorkTask(Task):
    def __init__(self, scheduler, queue):
        Task.__init__(self, scheduler, WORKER, 1000, queue)
        self.destination = HANDLER_A
        self.letter = 0

    def step(self, packet):
        if packet is None:
            return self.scheduler.wait(self)
        self.destination = HANDLER_B if self.destination == HANDLER_A else HANDLER_A
        packet.owner = self.destination
        packet.datum = 0
        for i in range(4):
            self.letter += 1
            if self.letter > 26:
                self.letter = 1
            packet.data[i] = 64 + self.letter
        return self.scheduler.queue_packet(self, packet)


class HandlerTask(Task):
    def __init__(self, scheduler, number, priority, queue):
        Task.__init__(self, scheduler, number, priority, queue)
        self.work = None
        self.devices = None

    def step(self, packet):
        if packet is not None:
            if packet.kind == KIND_WORK:
                self.work = packet.append_to(self.work)
            else:
                self.devices = packet.append_to(self.devices)
        work = self.work
        if work is None:
            return self.scheduler.wait(self)
        count = work.datum
        if count >= 4:
            self.work = work.link
            return self.scheduler.queue_packet(self, work)
        device = self.devices
        if device is None:
            return self.scheduler.wait(self)
        self.devices = device.link
        device.datum = work.data[count]
        work.datum = count + 1
        return self.scheduler.queue_packet(self, device)


class DeviceTask(Task):
    def __init__(self, scheduler, number, priority):
        Task.__init__(self, scheduler, number, priority, None)
        self.pending = None

    def step(self, packet):
        if packet is None:
            packet = self.pending
            if packet is None:
                return self.scheduler.wait(self)
            self.pending = None
            return self.scheduler.queue_packet(self, packet)
        self.pending = packet
        return self.scheduler.hold(self)


class Scheduler:
    def __init__(self):
        self.tasks = [None] * 6
        self.order = []
        self.queued = 0
        self.holds = 0

    def add(self, task):
        self.tasks[task.number] = task
        self.order.append(task)
        self.order.sort(key=lambda t: -t.priority)

    def wait(self, task):
        task.waiting = True
        return task

    def hold(self, task):
        self.holds += 1
        task.held = True
        return None

    def release(self, task, number):
        other = self.tasks[number]
        other.held = False
        return other if other.priority > task.priority else task

    def queue_packet(self, task, packet):
        other = self.tasks[packet.owner]
        self.queued += 1
        packet.link = None
        packet.owner = task.number
        return other.add_packet(packet, task)

    def next_runnable(self):
        for task in self.order:
            if task.runnable():
                return task
        return None

    def run(self):
        task = self.next_runnable()
        while task is not None:
            if task.runnable():
                task = task.run()
                if task is None:
                    task = self.next_runnable()
            else:
                task = self.next_runnable()


def chain(owner, kind, count):
    packet = None
    for _ in range(count):
        packet = Packet(packet, owner, kind)
    return packet


def main():
    queued = holds = 0
    for _ in range(12):
        s = Scheduler()
        IdleTask(s, 8000)
        WorkTask(s, chain(HANDLER_A, KIND_WORK, 2))
        HandlerTask(s, HANDLER_A, 2000, chain(DEVICE_A, KIND_DEVICE, 3))
        HandlerTask(s, HANDLER_B, 3000, chain(DEVICE_B, KIND_DEVICE, 3))
        DeviceTask(s, DEVICE_A, 4000)
        DeviceTask(s, DEVICE_B, 5000)
        s.run()
        queued += s.queued
        holds += s.holds
    print("richards", queued, holds)


main()
