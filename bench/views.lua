-- One page view of a logged-in reader is two requests: the page, then its personal overlay.
local tokens, n = {}, 0
for line in io.lines(os.getenv("BENCH_TOKENS")) do tokens[#tokens + 1] = line end
local page, personal = os.getenv("BENCH_PAGE"), os.getenv("BENCH_PERSONAL")

function request()
  n = n + 1
  local reader = math.floor(n / 2) % #tokens + 1
  return wrk.format("GET", n % 2 == 1 and page or personal, {
    ["Accept-Encoding"] = "gzip",
    ["Cookie"] = "talblatt=" .. tokens[reader] .. "; leser=Bench",
    ["Sec-Fetch-Site"] = "same-origin",
  })
end
