-- Has wrk send bodies of a file that RequestBodies wrote, each about a task of its own: wrk … -- FILE MARK
local threads = 0

function setup(thread)
   thread:set("id", threads)
   threads = threads + 1
end

function init(arguments)
   bodies = {}
   for line in io.lines(arguments[1]) do
      bodies[#bodies + 1] = line
   end
   task = '{"task_id":"ticket-' .. arguments[2] .. "-" .. id .. "-"
   count = 0
   wrk.method = "POST"
   wrk.headers["Content-Type"] = "application/json"
   math.randomseed(id)
end

function request()
   count = count + 1
   return wrk.format(nil, nil, nil, task .. count .. '",' .. bodies[math.random(#bodies)])
end
