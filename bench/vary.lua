-- vary - has wrk ask for another page each time. In the path of its address stand {n}, a number; {day}, one of some
-- hundred thousand days; {release}, one of the first 60 devices by number.
local template, n

function init()
  template, n = wrk.path:gsub("%%7[Bb]", "{"):gsub("%%7[Dd]", "}"), 0
end

local function day()
  return string.format("%04d-%02d-%02d", 2000 + math.floor(n / 336) % 900, 1 + math.floor(n / 28) % 12, 1 + n % 28)
end

function request()
  local filled = { n = tostring(n), day = day(), release = string.format("%05d", 1 + n % 60) }

  n = n + 1
  return wrk.format(nil, (template:gsub("{(%a+)}", filled)))
end
