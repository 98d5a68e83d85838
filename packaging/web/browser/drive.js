// Opens a folder of the web package in headless Chromium, as its user would:
// the first screen is drawn, a pillar is clicked, pictures are kept.
//
//     node drive.js FOLDER PICTURES
import { chromium } from 'playwright-core';
import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { serve } from './serve.js';

// What Fyne says of itself in a browser, where it has neither folders nor a locale.
const known = [/fyne cache space/i, /app cache space/i, /Cause: .*/, /^\s*At: .*/, /Error parsing user locale/i, /GPU stall due to ReadPixels/];
const patience = 120_000; // software drawing on a busy machine

const [folder, pictures] = process.argv.slice(2);
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const server = await serve(folder);
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-quic',
    '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

let wrong = 0;
function check(what, so, about = '') {
  console.log(`${so ? 'ok' : 'FAILED'}: ${what}${about ? `, ${about}` : ''}`);
  wrong += so ? 0 : 1;
}

// The program tells what is on screen in a file. A page has none, so here is
// one for it: a file system that keeps what was written last.
function fileSystem() {
  const files = {};
  const open = {};
  let last = 10;
  const refuse = (callback) => callback(Object.assign(new Error('not implemented'), { code: 'ENOSYS' }));
  let line = '';
  const say = (bytes) => {
    line += new TextDecoder().decode(bytes);
    const lines = line.split('\n');
    line = lines.pop();
    lines.forEach((l) => console.log(l));
    return bytes.length;
  };
  const fs = {
    constants: { O_WRONLY: 1, O_RDWR: 2, O_CREAT: 64, O_TRUNC: 512, O_APPEND: 1024, O_EXCL: 128, O_DIRECTORY: 65536 },
    writeSync: (fd, bytes) => say(bytes),
    write(fd, bytes, offset, length, position, callback) {
      const part = bytes.slice(offset, offset + length);
      if (fd in open) {
        files[open[fd]] += new TextDecoder().decode(part);
      } else {
        say(part);
      }
      callback(null, length);
    },
    open(path, flags, mode, callback) {
      if (!path.startsWith('screen.json')) {
        callback(Object.assign(new Error('no such file'), { code: 'ENOENT' }));
        return;
      }
      files[path] = '';
      open[++last] = path;
      callback(null, last);
    },
    close(fd, callback) { delete open[fd]; callback(null); },
    rename(from, to, callback) { files[to] = files[from]; delete files[from]; callback(null); },
    fsync: (fd, callback) => callback(null),
  };
  globalThis.fs = new Proxy(fs, { get: (all, name) => all[name] ?? ((...args) => refuse(args.at(-1))) });
  globalThis.beltroadFlags = ['--dump', 'screen.json'];
  globalThis.screenSeen = () => JSON.parse(files['screen.json'] || 'null');
}

// coloursOf counts the colours of a picture, by another page.
async function coloursOf(context, picture) {
  const page = await context.newPage();
  const colours = await page.evaluate(async (data) => {
    const img = new Image();
    img.src = `data:image/png;base64,${data}`;
    await img.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: img.width, height: img.height });
    const pen = canvas.getContext('2d');
    pen.drawImage(img, 0, 0);
    return new Set(new Uint32Array(pen.getImageData(0, 0, img.width, img.height).data.buffer)).size;
  }, picture.toString('base64'));
  await page.close();
  return colours;
}

try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const errors = [];
  const requests = [];
  page.on('pageerror', (error) => errors.push(`page: ${error.message}`));
  page.on('console', (message) => {
    const text = message.text();
    if ((message.type() === 'error' || /error|panic|fatal/i.test(text)) && !known.some((k) => k.test(text))) {
      errors.push(`console: ${text}`);
    }
  });
  page.on('request', (request) => requests.push(request.url()));
  await page.addInitScript(fileSystem);
  await page.goto(server.address);
  const seen = (so) => page.waitForFunction(so, undefined, { timeout: patience }).then(() => page.evaluate(() => globalThis.screenSeen()));

  let screen = await seen(() => document.getElementById('start').hidden && globalThis.screenSeen()?.place === 'overview');
  await page.waitForTimeout(1500); // the bars of the chart grow, and the land is drawn
  const first = await page.screenshot({ path: join(pictures, 'overview.png') });
  const colours = await coloursOf(context, first);
  check('the first screen is drawn', colours > 200, `${colours} colours`);
  check('it has the size of the page', screen.width * screen.scale === 1280 && screen.height * screen.scale === 800, `${screen.width} x ${screen.height} at ${screen.scale}`);

  const pillar = screen.seen.find((item) => /^Trade \d+$/.test(item.label));
  await page.mouse.click((pillar.x + pillar.w / 2) * screen.scale, (pillar.y + pillar.h / 2) * screen.scale);
  screen = await seen(() => globalThis.screenSeen()?.place === 'pillar/trade');
  await page.waitForTimeout(1500);
  const second = await page.screenshot({ path: join(pictures, 'pillar.png') });
  check('a pillar is clicked, and shown', !second.equals(first));

  const map = screen.seen.find((item) => item.label === 'Map');
  await page.mouse.click((map.x + map.w / 2) * screen.scale, (map.y + map.h / 2) * screen.scale);
  screen = await seen(() => globalThis.screenSeen()?.place === 'map' && globalThis.screenSeen().seen.some((item) => item.label.startsWith('Lagos,')));
  await page.waitForTimeout(1500);
  const third = await page.screenshot({ path: join(pictures, 'map.png') });
  check('the map is shown with its places', !third.equals(second) && await coloursOf(context, third) > 100);

  const elsewhere = requests.filter((url) => !url.startsWith(server.address) && !/^(data|blob):/.test(url));
  check('nothing is asked of another server', elsewhere.length === 0, elsewhere.join(' '));
  check('no error is told', errors.length === 0, errors.join('\n  '));
} catch (error) {
  check('the page is driven to the end', false, error.message);
} finally {
  await browser.close();
  await server.end();
}
process.exitCode = wrong ? 1 : 0;
