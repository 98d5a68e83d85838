'use strict';

// A build's files are kept together, and served from there: the page never
// meets the program of another version. A new build has another name.
const build = '@CACHE@';
const files = ['./', 'index.html', '@WASM@', 'app.webmanifest', 'icon-192.png', 'icon-512.png', 'start.css', 'start.js', 'wasm_exec.js'];

addEventListener('install', (event) => {
  event.waitUntil(caches.open(build).then((cache) => cache.addAll(files)));
});

addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith('beltroad-') && name !== build) {
        await caches.delete(name);
      }
    }
    await clients.claim();
  })());
});

addEventListener('fetch', (event) => {
  event.respondWith((async () => {
    const kept = await caches.open(build);
    return await kept.match(event.request, { ignoreSearch: true }) ?? fetch(event.request);
  })());
});
