/* global self, caches, fetch, version, files */
/**
 * Serves the page of one build from the browser: what is fetched later belongs to what was loaded
 * first, and all of it is there without a network. The build puts `version` and `files` before it.
 */
const name = `appfi-${version}`;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(name).then((cache) => cache.addAll(files)));
});

self.addEventListener('activate', (event) => {
  const clear = async () => {
    const old = (await caches.keys()).filter((key) => key.startsWith('appfi-') && key !== name);
    await Promise.all(old.map((key) => caches.delete(key)));
    await self.clients.claim();
  };
  event.waitUntil(clear());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const isOurs = request.method === 'GET' && request.url.startsWith(self.registration.scope);
  if (!isOurs) return;
  const answer = async () => {
    const cache = await caches.open(name);
    const asked = request.mode === 'navigate' ? self.registration.scope : request;
    return (await cache.match(asked, { ignoreSearch: true })) ?? fetch(request);
  };
  event.respondWith(answer());
});
