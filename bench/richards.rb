# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Richards-like: a small operating system: tasks of five kinds pass packets under a priority scheduler.
IDLE = 0
WORKER = 1
HANDLER_A = 2
HANDLER_B = 3
DEVICE_A = 4
DEVICE_B = 5
KIND_DEVICE = 0
KIND_WORK = 1

class Packet
  attr_accessor :link, :owner, :kind, :datum, :data
  def initialize(link, owner, kind)
    @link = link
    @owner = owner
    @kind = kind
    @datum = 0
    @data = [0, 0, 0, 0]
  end

  def append_to(queue)
    @link = nil
    return self if queue.nil?
    p = queue
    p = p.link while p.link
    p.link = self
    queue
  end
end

class Task
  attr_accessor :number, :priority, :held, :waiting
  def initialize(scheduler, number, priority, queue)
    @scheduler = scheduler
    @number = number
    @priority = priority
    @queue = queue
    @held = false
    @waiting = queue.nil?
    scheduler.add(self)
  end

  def runnable
    !@held && (!@waiting || !@queue.nil?)
  end

  def run
    packet = nil
    if @waiting && @queue
      packet = @queue
      @queue = packet.link
      @waiting = false
    end
    step(packet)
  end

  def add_packet(packet, current)
    if @queue.nil?
      @queue = packet
      return self if @priority > current.priority
    else
      packet.append_to(@queue)
    end
    current
  end
end

class IdleTask < Task
  def initialize(scheduler, count)
    super(scheduler, IDLE, 0, nil)
    @waiting = false
    @control = 1
    @count = count
  end

  def step(packet)
    @count -= 1
    return @scheduler.hold(self) if @count == 0
    if @control & 1 == 0
      @control = @control >> 1
      return @scheduler.release(self, DEVICE_A)
    end
    @control = (@control >> 1) ^ 0xD008
    @scheduler.release(self, DEVICE_B)
  end
end

class WorkTask < Task
  def initialize(scheduler, queue)
    super(scheduler, WORKER, 1000, queue)
    @destination = HANDLER_A
    @letter = 0
  end

  def step(packet)
    return @scheduler.wait(self) if packet.nil?
    @destination = @destination == HANDLER_A ? HANDLER_B : HANDLER_A
    packet.owner = @destination
    packet.datum = 0
    i = 0
    while i < 4
      @letter += 1
      @letter = 1 if @letter > 26
      packet.data[i] = 64 + @letter
      i += 1
    end
    @scheduler.queue_packet(self, packet)
  end
end

class HandlerTask < Task
  def initialize(scheduler, number, priority, queue)
    super(scheduler, number, priority, queue)
    @work = nil
    @devices = nil
  end

  def step(packet)
    if packet
      if packet.kind == KIND_WORK
        @work = packet.append_to(@work)
      else
        @devices = packet.append_to(@devices)
      end
    end
    work = @work
    return @scheduler.wait(self) if work.nil?
    count = work.datum
    if count >= 4
      @work = work.link
      return @scheduler.queue_packet(self, work)
    end
    device = @devices
    return @scheduler.wait(self) if device.nil?
    @devices = device.link
    device.datum = work.data[count]
    work.datum = count + 1
    @scheduler.queue_packet(self, device)
  end
end

class DeviceTask < Task
  def initialize(scheduler, number, priority)
    super(scheduler, number, priority, nil)
    @pending = nil
  end

  def step(packet)
    if packet.nil?
      packet = @pending
      return @scheduler.wait(self) if packet.nil?
      @pending = nil
      return @scheduler.queue_packet(self, packet)
    end
    @pending = packet
    @scheduler.hold(self)
  end
end

class Scheduler
  attr_reader :queued, :holds
  def initialize
    @tasks = [nil] * 6
    @order = []
    @queued = 0
    @holds = 0
  end

  def add(task)
    @tasks[task.number] = task
    @order << task
    @order = @order.sort { |a, b| b.priority <=> a.priority }
  end

  def wait(task)
    task.waiting = true
    task
  end

  def hold(task)
    @holds += 1
    task.held = true
    nil
  end

  def release(task, number)
    other = @tasks[number]
    other.held = false
    other.priority > task.priority ? other : task
  end

  def queue_packet(task, packet)
    other = @tasks[packet.owner]
    @queued += 1
    packet.link = nil
    packet.owner = task.number
    other.add_packet(packet, task)
  end

  def next_runnable
    @order.each { |task| return task if task.runnable }
    nil
  end

  def run
    task = next_runnable
    while task
      if task.runnable
        task = task.run
        task = next_runnable if task.nil?
      else
        task = next_runnable
      end
    end
  end
end

def chain(owner, kind, count)
  packet = nil
  count.times { packet = Packet.new(packet, owner, kind) }
  packet
end

queued = 0
holds = 0
12.times do
  s = Scheduler.new
  IdleTask.new(s, 8000)
  WorkTask.new(s, chain(HANDLER_A, KIND_WORK, 2))
  HandlerTask.new(s, HANDLER_A, 2000, chain(DEVICE_A, KIND_DEVICE, 3))
  HandlerTask.new(s, HANDLER_B, 3000, chain(DEVICE_B, KIND_DEVICE, 3))
  DeviceTask.new(s, DEVICE_A, 4000)
  DeviceTask.new(s, DEVICE_B, 5000)
  s.run
  queued += s.queued
  holds += s.holds
end
puts "richards #{queued} #{holds}"
