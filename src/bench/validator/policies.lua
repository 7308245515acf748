-- Posts ten policies in turn, nine of them good; says how many answers there were and what they took.
local good = "version: STSv1\r\nmode: testing\r\nmx: mx1.example.net\r\nmx: mx2.example.net\r\nmx: *.mx%d.example.org\r\nmx: backup.example.com\r\nmx: mail.example.com\r\nmax_age: 604800\r\n"
local requests = {}
local next = 0

init = function()
  for n = 1, 10 do
    local body = string.format(good, n)
    if n == 10 then
      body = body:gsub("testing", "Testing")
    end
    requests[n] = wrk.format("POST", "/api/v1/validate/policy", { ["Content-Type"] = "text/plain" }, body)
  end
end

request = function()
  next = next % 10 + 1
  return requests[next]
end

done = function(summary, latency)
  local failed = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status
    + summary.errors.timeout
  io.write(string.format("RESULT %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(99), failed))
end
