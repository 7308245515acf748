-- Asks for the policies of d1.bench.example to d1000.bench.example in turn, and says in one line what came of it.

local requests, next = {}, 0

function init()
  for n = 1, 1000 do
    requests[n] = wrk.format("GET", "/.well-known/mta-sts.txt", { Host = "mta-sts.d" .. n .. ".bench.example" })
  end
end

function request()
  next = next % 1000 + 1
  return requests[next]
end

function done(summary, latency)
  local failed = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status + summary.errors.timeout
  io.write(string.format("RESULT %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), failed))
end
