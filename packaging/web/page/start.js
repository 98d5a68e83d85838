'use strict';

const byId = (id) => document.getElementById(id);

// trouble shows what is wrong instead of the program.
function trouble(about, details = '') {
  for (const p of document.querySelectorAll('[data-about]')) {
    p.hidden = p.dataset.about !== about;
  }
  byId('details').textContent = details;
  byId('loading').hidden = true;
  byId('problem').hidden = byId('start').hidden = false;
}

// missing is what this browser lacks; empty: nothing.
function missing() {
  if (location.protocol === 'file:') {
    return 'file';
  }
  if (!globalThis.WebAssembly?.instantiateStreaming || !globalThis.DecompressionStream) {
    return 'browser';
  }
  const canvas = document.createElement('canvas');
  return canvas.getContext('webgl') ? '' : 'webgl';
}

// program downloads the program and tells how far it is. The file is packed,
// but some servers unpack such files on the way: its first bytes say so.
async function program() {
  const { program, packed, unpacked } = document.body.dataset;
  const response = await fetch(program);
  if (!response.ok) {
    throw new Error(`${program}: ${response.status} ${response.statusText}`);
  }
  const reader = response.body.getReader();
  let chunk = await reader.read();
  const isPacked = chunk.value?.[0] === 0x1f && chunk.value[1] === 0x8b;
  let loaded = 0;
  const counted = new ReadableStream({
    async pull(controller) {
      if (chunk.done) {
        controller.close();
        return;
      }
      loaded += chunk.value.length;
      const percent = Math.min(100, Math.floor((100 * loaded) / (isPacked ? packed : unpacked)));
      byId('bar').value = percent;
      byId('done').textContent = `Loading: ${percent} %`;
      controller.enqueue(chunk.value);
      chunk = await reader.read();
    },
  });
  const code = isPacked ? counted.pipeThrough(new DecompressionStream('gzip')) : counted;
  return new Response(code, { headers: { 'Content-Type': 'application/wasm' } });
}

// The program takes every key, and would take these from the browser:
// reload, full screen, developer tools, address bar.
function leaveKeysToBrowser() {
  addEventListener('keydown', (event) => {
    const command = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (['f5', 'f11', 'f12'].includes(key) || (command && ['r', 'l'].includes(key)) || (command && event.shiftKey && ['i', 'j'].includes(key))) {
      event.stopImmediatePropagation();
    }
  }, true);
}

// Where a page is not served safely, as in a school's own network, there is no
// clipboard, and the program would end at the first thing copied.
function haveClipboard() {
  if (navigator.clipboard) {
    return;
  }
  const writeText = async (text) => {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  };
  Object.defineProperty(navigator, 'clipboard', { value: { writeText, readText: async () => '' } });
}

// Where a browser keeps nothing for pages, the program would end when it asks.
function haveStorage() {
  try {
    localStorage.getItem('');
  } catch {
    const kept = new Map();
    const storage = {
      get length() { return kept.size; },
      key: (index) => [...kept.keys()][index] ?? null,
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => kept.set(key, value),
      removeItem: (key) => kept.delete(key),
    };
    Object.defineProperty(globalThis, 'localStorage', { value: storage });
  }
}

// atFirstPicture calls f once the program has drawn.
function atFirstPicture(f) {
  new MutationObserver((_, observer) => {
    if (document.querySelector('body > canvas')) {
      observer.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(f));
    }
  }).observe(document.body, { childList: true });
}

async function start() {
  const lacks = missing();
  if (lacks) {
    trouble(lacks);
    return;
  }
  byId('loading').hidden = false;
  leaveKeysToBrowser();
  haveClipboard();
  haveStorage();
  const go = new Go();
  // A link may name a place: #figure/trade-volume. Tests add flags.
  go.argv = ['beltroad', ...(globalThis.beltroadFlags ?? []), decodeURIComponent(location.hash.slice(1))];
  let instance;
  try {
    ({ instance } = await WebAssembly.instantiateStreaming(program(), go.importObject));
  } catch (error) {
    trouble('download', error.message);
    return;
  }
  byId('done').textContent = 'Starting';
  await new Promise(requestAnimationFrame); // or the words would not be seen before the program works
  atFirstPicture(() => {
    byId('start').hidden = true;
    // From now on it starts without a network.
    navigator.serviceWorker?.register('service-worker.js').catch((error) => console.warn(error.message));
  });
  await go.run(instance);
  document.querySelector('body > canvas')?.remove();
  trouble('end');
}

start();
