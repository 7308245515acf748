-- Asks for the policies of the hosts that stand in a file in turn, and says in one line what came of it.

local requests, next = {}, 0

function init(arguments)
  for host in io.lines(arguments[1]) do
    requests[#requests + 1] = wrk.format("GET", "/.well-known/mta-sts.txt", { Host = host })
  end
end

function request()
  next = next % #requests + 1
  return requests[next]
end

function done(summary, latency)
  local failed = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status + summary.errors.timeout
  io.write(string.format("RESULT %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), failed))
end
