// Keeps a WebSocket, an event stream and a loop of fetches going, as the pages of work sites do, and says what came.
const to = new URLSearchParams(location.search).get("of") || location.origin;
const now = () => performance.timeOrigin + performance.now();
const say = (kind, what, at = now(), value = 0) => postMessage([kind, what, at, value]);

function talk() {
  const socket = new WebSocket(to.replace(/^http/, "ws") + "/ws");
  let isOpen = false;
  socket.onopen = () => { isOpen = true; say("ws", "opened"); };
  socket.onmessage = () => say("ws", "tick");
  socket.onclose = () => { if (isOpen) say("ws", "ended"); setTimeout(talk, 150); };
}

// Chromium loses the error of a stream that broke in its first milliseconds: one that is silent for long is begun anew.
function listen() {
  const stream = new EventSource(to + "/events");
  let isOpen = false;
  let last = now();
  const look = setInterval(() => { if (now() - last > 5000) again(); }, 500);
  const again = () => {
    if (isOpen) say("sse", "ended");
    clearInterval(look);
    stream.close();
    setTimeout(listen, 150);
  };
  stream.onopen = () => { isOpen = true; say("sse", "opened"); };
  stream.onmessage = () => { last = now(); say("sse", "tick"); };
  stream.onerror = again;
}

async function ask() {
  const start = now();
  try {
    const answer = await fetch(to + "/ping", { cache: "no-store" });
    const text = await answer.text();
    say("fetch", text === "pong" ? "good" : "bad", start, now());
  } catch {
    say("fetch", "bad", start, now());
  }
  setTimeout(ask, 20);
}

talk();
listen();
ask();
