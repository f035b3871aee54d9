-- 16 connections post comments over 50 articles, each in the name of the next of many readers.
local tokens, articles, n = {}, {}, 0
for line in io.lines(os.getenv("BENCH_TOKENS")) do tokens[#tokens + 1] = line end
for line in io.lines(os.getenv("BENCH_ARTICLES")) do articles[#articles + 1] = line end
local run = os.time()

function request()
  n = n + 1
  local body = string.format(
    '{"text": "Messung %d.%d: ein Satz, so lang wie Sätze unter Artikeln eben sind, und noch einer dazu."}', run, n)
  return wrk.format("POST", "/api/v1/articles/" .. articles[n % #articles + 1] .. "/comments", {
    ["Content-Type"] = "application/json",
    ["Cookie"] = "talblatt=" .. tokens[n % #tokens + 1],
    ["Sec-Fetch-Site"] = "same-origin",
  }, body)
end
