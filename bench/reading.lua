-- sixteen connections that each ask every 16 ms: about a thousand pages a second
function delay()
  return 16
end
