// The hosted form only: after the first visit the page opens without a network.
// It knows these files and no others; it is never told what somebody asks.
const CACHE = "page-VERSION";
const FILES = ["./", "manifest.webmanifest", "icon.svg"];

self.addEventListener("install", (event) => {
    event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
    event.waitUntil((async () => {
        for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
        await self.clients.claim();
    })());
});

self.addEventListener("fetch", (event) => {
    event.respondWith((async () => {
        const kept = await caches.match(event.request, { ignoreSearch: true, cacheName: CACHE });
        return kept || (event.request.mode === "navigate" ? caches.match("./", { cacheName: CACHE }) : fetch(event.request));
    })());
});
