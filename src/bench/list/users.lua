-- Four users, each with a session and at a place of their own in the same round of pages; says p95 in one line.

local users = 0

function setup(thread)
  users = users + 1
  thread:set("user", users)
end

local requests, next = {}, 0

function init(arguments)
  local number = 0
  local session
  for line in io.lines(arguments[1] .. "/sessions") do
    number = number + 1
    if number == user then session = line end
  end
  for line in io.lines(arguments[1] .. "/pages") do
    requests[#requests + 1] = wrk.format("GET", line:match("%S+$"), { Cookie = "session=" .. session })
  end
  next = math.floor(#requests / 4) * user
end

function request()
  next = next % #requests + 1
  return requests[next]
end

function done(summary, latency)
  local failed = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status + summary.errors.timeout
  io.write(string.format("p95 %.0f ms, median %.0f ms, %.0f pages a second, %d failed\n",
    latency:percentile(95) / 1000, latency:percentile(50) / 1000, summary.requests / summary.duration * 1e6, failed))
end
