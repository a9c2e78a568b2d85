-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: 2026 The Ouro authors
-- Richards-like: a small operating system: tasks of five kinds pass packets under a priority scheduler.
local IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = 0, 1, 2, 3, 4, 5
local KIND_DEVICE, KIND_WORK = 0, 1

local Packet = {}
Packet.__index = Packet

local function new_packet(link, owner, kind)
  return setmetatable({link = link, owner = owner, kind = kind, datum = 0, data = {0, 0, 0, 0}}, Packet)
end

function Packet:append_to(queue)
  self.link = nil
  if not queue then return self end
  local p = queue
  while p.link do p = p.link end
  p.link = self
  return queue
end

local function class(base)
  local c = {}
  c.__index = c
  return setmetatable(c, base)
end

local Task = class(nil)

function Task.init(self, scheduler, number, priority, queue)
  self.scheduler = scheduler
  self.number = number
  self.priority = priority
  self.queue = queue
  self.held = false
  self.waiting = queue == nil
  scheduler:add(self)
  return self
end

function Task:runnable() return not self.held and (not self.waiting or self.queue ~= nil) end

function Task:run()
  local packet
  if self.waiting and self.queue then
    packet = self.queue
    self.queue = packet.link
    self.waiting = false
  end
  return self:step(packet)
end

function Task:add_packet(packet, current)
  if not self.queue then
    self.queue = packet
    if self.priority > current.priority then return self end
  else
    packet:append_to(self.queue)
  end
  return current
end

local IdleTask = class(Task)
function IdleTask:step(packet)
  self.count = self.count - 1
  if self.count == 0 then return self.scheduler:hold(self) end
  if self.control & 1 == 0 then
    self.control = self.control // 2
    return self.scheduler:release(self, DEVICE_A)
  end
  self.control = (self.control // 2) ~ 0xD008
  return self.scheduler:release(self, DEVICE_B)
end

local WorkTask = class(Task)
function WorkTask:step(packet)
  if not packet then return self.scheduler:wait(self) end
  self.destination = self.destination == HANDLER_A and HANDLER_B or HANDLER_A
  packet.owner = self.destination
  packet.datum = 0
  for i = 1, 4 do
    self.letter = self.letter + 1
    if self.letter > 26 then self.letter = 1 end
    packet.data[i] = 64 + self.letter
  end
  return self.scheduler:queue_packet(self, packet)
end

local HandlerTask = class(Task)
function HandlerTask:step(packet)
  if packet then
    if packet.kind == KIND_WORK then
      self.work = packet:append_to(self.work)
    else
      self.devices = packet:append_to(self.devices)
    end
  end
  local work = self.work
  if not work then return self.scheduler:wait(self) end
  local count = work.datum
  if count >= 4 then
    self.work = work.link
    return self.scheduler:queue_packet(self, work)
  end
  local device = self.devices
  if not device then return self.scheduler:wait(self) end
  self.devices = device.link
  device.datum = work.data[count + 1]
  work.datum = count + 1
  return self.scheduler:queue_packet(self, device)
end

local DeviceTask = class(Task)
function DeviceTask:step(packet)
  if not packet then
    packet = self.pending
    if not packet then return self.scheduler:wait(self) end
    self.pending = nil
    return self.scheduler:queue_packet(self, packet)
  end
  self.pending = packet
  return self.scheduler:hold(self)
end

local Scheduler = {}
Scheduler.__index = Scheduler

function Scheduler:add(task)
  self.tasks[task.number] = task
  table.insert(self.order, task)
  table.sort(self.order, function(a, b) return a.priority > b.priority end)
end
function Scheduler:wait(task)
  task.waiting = true
  return task
end
function Scheduler:hold(task)
  self.holds = self.holds + 1
  task.held = true
  return nil
end
function Scheduler:release(task, number)
  local other = self.tasks[number]
  other.held = false
  return other.priority > task.priority and other or task
end
function Scheduler:queue_packet(task, packet)
  local other = self.tasks[packet.owner]
  self.queued = self.queued + 1
  packet.link = nil
  packet.owner = task.number
  return other:add_packet(packet, task)
end
function Scheduler:next_runnable()
  for _, task in ipairs(self.order) do
    if task:runnable() then return task end
  end
  return nil
end
function Scheduler:run()
  local task = self:next_runnable()
  while task do
    if task:runnable() then
      task = task:run()
      if not task then task = self:next_runnable() end
    else
      task = self:next_runnable()
    end
  end
end

local function chain(owner, kind, count)
  local packet
  for _ = 1, count do packet = new_packet(packet, owner, kind) end
  return packet
end

local queued, holds = 0, 0
for _ = 1, 12 do
  local s = setmetatable({tasks = {}, order = {}, queued = 0, holds = 0}, Scheduler)
  local idle = Task.init(setmetatable({}, IdleTask), s, IDLE, 0, nil)
  idle.waiting = false
  idle.control = 1
  idle.count = 8000
  local worker = Task.init(setmetatable({}, WorkTask), s, WORKER, 1000, chain(HANDLER_A, KIND_WORK, 2))
  worker.destination = HANDLER_A
  worker.letter = 0
  Task.init(setmetatable({}, HandlerTask), s, HANDLER_A, 2000, chain(DEVICE_A, KIND_DEVICE, 3))
  Task.init(setmetatable({}, HandlerTask), s, HANDLER_B, 3000, chain(DEVICE_B, KIND_DEVICE, 3))
  Task.init(setmetatable({}, DeviceTask), s, DEVICE_A, 4000, nil)
  Task.init(setmetatable({}, DeviceTask), s, DEVICE_B, 5000, nil)
  s:run()
  queued = queued + s.queued
  holds = holds + s.holds
end
print("richards " .. queued .. " " .. holds)
