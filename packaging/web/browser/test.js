// Tries the folder of the web package out in a browser.
//
//     node test.js FOLDER PICTURES SCENARIO
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serve } from './serve.js';
import { User, comparePictures, openBrowser } from './user.js';

const [folder, pictures, scenario] = process.argv.slice(2);

const scenarios = {
  // The first page is drawn, and a click on a pillar or the map draws that.
  async pillar(browser, server) {
    const user = await User.arrive(browser, server.address);
    await user.isAt('overview');
    assert.equal(await user.page.evaluate(() => document.getElementById('bar').value), 100);
    const first = await user.page.screenshot({ path: join(pictures, 'overview.png') });
    await user.click('Trade \\d+');
    await user.isAt('pillar/trade');
    const second = await user.page.screenshot({ path: join(pictures, 'pillar.png') });
    const { width, height, colours, different } = await comparePictures(browser, first, second);
    console.log(`${width}x${height}, ${colours} colours, ${Math.round(100 * different)} % other after the click`);
    assert.deepEqual([width, height], [1280, 800]);
    assert(colours > 100, `the first page is drawn in ${colours} colours`);
    assert(different > 0.05, `after the click, ${different} of the picture is another`);
    await user.click('Map');
    await user.isAt('map');
    await user.sees(() => globalThis.screenSeen.seen.some((one) => one.label.startsWith('Lagos,')));
    await user.page.screenshot({ path: join(pictures, 'map.png') });
    await user.leaves();
  },

  // What the user sets is there after the page is loaded anew; a link leads to a place.
  async settings(browser, server) {
    const user = await User.arrive(browser, `${server.address}#figure/trade-volume`);
    await user.isAt('figure/trade-volume');
    const before = await user.find('Overview');
    await user.click('A\\+|Larger text');
    await user.sees((height) => globalThis.screenSeen.seen.find((one) => one.label === 'Overview').h > height, before.h);
    const larger = await user.find('Overview');
    await user.sees(() => localStorage.getItem('beltroad.settings')?.includes('figure/trade-volume'));
    await user.page.goto('about:blank');
    await user.page.goto(server.address);
    await user.isAt('figure/trade-volume');
    assert.equal((await user.find('Overview')).h, larger.h);
    await user.leaves();
  },

  // Once it was there, the program starts without a server.
  async offline(browser, server) {
    const user = await User.arrive(browser, server.address);
    await user.isAt('overview');
    await user.page.evaluate(async () => { await navigator.serviceWorker.ready; });
    await server.end();
    await user.page.reload();
    await user.sees(() => globalThis.screenSeen === undefined);
    await user.isAt('overview');
    await user.leaves();
  },

  // A chart is saved as a download; a page knows no folders.
  async download(browser, server) {
    const user = await User.arrive(browser, `${server.address}#pillar/trade`);
    await user.isAt('pillar/trade');
    await user.click('Save chart');
    await user.find('Save');
    const labels = await user.page.evaluate(() => globalThis.screenSeen.seen.map((one) => one.label));
    assert(!labels.includes('Another folder'), 'another folder can be chosen');
    const [download] = await Promise.all([user.page.waitForEvent('download'), user.click('Save')]);
    assert.match(download.suggestedFilename(), /\.png$/);
    const file = await readFile(await download.path());
    assert.equal(file.subarray(1, 4).toString(), 'PNG');
    await user.leaves();
  },

  // Servers that unpack files on the way do no harm.
  async unpacking(browser) {
    const server = await serve(folder, { 'Content-Encoding': 'gzip' });
    const user = await User.arrive(browser, server.address);
    await user.isAt('overview');
    assert.equal(await user.page.evaluate(() => document.getElementById('bar').value), 100);
    await user.leaves();
    await server.end();
  },

  // Without a clipboard, and where nothing may be kept, the program goes on.
  async bare(browser, server) {
    const user = await User.arrive(browser, `${server.address}#figure/trade-volume`, () => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
      document.execCommand = (command) => { globalThis.done = [command, document.activeElement.value]; };
      Object.defineProperty(globalThis, 'localStorage', { get: () => { throw new Error('denied'); }, configurable: true });
    });
    await user.isAt('figure/trade-volume');
    await user.page.keyboard.press('Control+Shift+C');
    const [command, text] = await user.sees(() => globalThis.done);
    assert.equal(command, 'copy');
    assert.match(text, /19\.1 trillion/);
    await user.click('Trade \\d+');
    await user.isAt('pillar/trade');
    await user.leaves();
  },

  // Where the program cannot run, a sentence says why.
  async trouble(browser, server) {
    const lacks = {
      browser: () => { delete globalThis.WebAssembly; },
      webgl: () => { HTMLCanvasElement.prototype.getContext = () => null; },
      download: () => { globalThis.fetch = async () => new Response('', { status: 404 }); },
    };
    for (const [about, lack] of Object.entries(lacks)) {
      const user = await User.arrive(browser, server.address, lack);
      assert.equal(await user.trouble(), about);
      await user.page.screenshot({ path: join(pictures, `trouble-${about}.png`) });
      await user.leaves();
    }
  },
};

const browser = await openBrowser();
const server = await serve(folder);
try {
  await scenarios[scenario](browser, server);
} catch (error) {
  for (const page of browser.contexts().flatMap((context) => context.pages())) {
    await writeFile(join(pictures, `failed-${scenario}.png`), await page.screenshot());
    console.error(await page.evaluate(() => globalThis.screenSeen?.place));
  }
  throw error;
} finally {
  await browser.close();
  await server.end();
}
