// Serves the shell from its cache alone, as work sites' apps do.
self.addEventListener("install", (event) => {
  event.waitUntil(caches.open("shell").then((cache) => cache.add("/shell")).then(() => self.skipWaiting()));
});
self.addEventListener("activate", (event) => event.waitUntil(clients.claim()));
self.addEventListener("fetch", (event) => {
  if (new URL(event.request.url).pathname === "/shell") {
    event.respondWith(caches.match("/shell", { ignoreSearch: true }));
  }
});
