// A user of the app in a browser: sees what the app says is on screen, and the
// picture itself; clicks, and reads what the browser complains about.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const patience = 120_000; // ms; nothing takes that long, not even on a busy machine

// What Fyne itself complains about where there are no files, and nothing else.
const known = [
  /Fyne error: {2}Failed to create (fyne|app) cache space/,
  /Cause: mkdir fyne\/.*: not implemented on js/,
  /At: fyne\.io\/fyne\/v2@.*\/app\/cache\.go/,
  /GPU stall due to ReadPixels/, // Chromium's own, when a picture is taken of what it draws in software
];

export async function openBrowser() {
  const executablePath = ['chromium', 'google-chrome', 'chromium-browser'].map((name) => `/usr/bin/${name}`).find(existsSync);
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', // root, without a graphics card
      '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run',
    ],
  });
}

// keepDump makes the page keep the file that the app's flag --dump names.
function keepDump() {
  globalThis.beltroadFlags = ['--dump', 'screen'];
  const dumpFile = 100;
  let files;
  let text = '';
  const missing = () => Object.assign(new Error('there is no such file'), { code: 'ENOENT' });
  // of answers for what is done to the file, and leaves the rest as it is.
  const of = (rest, answer) => (path, ...more) => {
    if (path.startsWith('screen')) {
      answer(more.at(-1));
    } else {
      rest(path, ...more);
    }
  };
  Object.defineProperty(globalThis, 'fs', {
    get: () => files,
    set: (none) => {
      files = {
        ...none,
        open: (path, flags, mode, done) => {
          if (!path.startsWith('screen')) {
            none.open(path, flags, mode, done);
            return;
          }
          text = '';
          done(null, dumpFile);
        },
        lstat: of(none.lstat, (done) => done(missing())),
        unlink: of(none.unlink, (done) => done(missing())),
        rmdir: of(none.rmdir, (done) => done(missing())),
        write: (file, bytes, offset, length, position, done) => {
          if (file !== dumpFile) {
            none.write(file, bytes, offset, length, position, done);
            return;
          }
          text += new TextDecoder().decode(bytes.subarray(offset, offset + length));
          done(null, length);
        },
        close: (file, done) => done(null),
        rename: (from, to, done) => {
          if (text) { // at first the app only tries whether it can write
            globalThis.screenSeen = JSON.parse(text);
          }
          done(null);
        },
      };
    },
  });
}

export class User {
  complaints = [];

  // arrive opens the page. before runs in it ahead of its own scripts.
  static async arrive(browser, address, before = () => {}) {
    const user = new User();
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
    user.page = await context.newPage();
    user.page.setDefaultTimeout(patience);
    user.page.on('console', (message) => user.complain(message.text()));
    user.page.on('pageerror', (error) => user.complain(`page error: ${error.message}`));
    user.page.on('request', (request) => {
      if (!request.url().startsWith(new URL(address).origin) && !request.url().startsWith('blob:')) {
        user.complain(`asked for ${request.url()}`);
      }
    });
    await user.page.addInitScript(keepDump);
    await user.page.addInitScript(before);
    await user.page.goto(address);
    return user;
  }

  complain(text) {
    if (!known.some((pattern) => pattern.test(text))) {
      this.complaints.push(text);
    }
  }

  // sees waits until what is on screen is so.
  async sees(so, about) {
    return (await this.page.waitForFunction(so, about)).jsonValue();
  }

  // isAt waits until the app shows a place.
  async isAt(place) {
    await this.sees((wanted) => document.getElementById('start').hidden && globalThis.screenSeen?.place === wanted, place);
  }

  // find waits for something that can be clicked.
  async find(label) {
    return this.sees((pattern) => {
      const matches = new RegExp(`^(?:${pattern})$`);
      const clickable = ['button', 'link', 'select'];
      return globalThis.screenSeen?.seen?.find((one) => clickable.includes(one.role) && !one.hidden && matches.test(one.label));
    }, label);
  }

  async click(label) {
    const { x, y, w, h } = await this.find(label);
    await this.page.mouse.click(x + w / 2, y + h / 2);
  }

  // trouble is the message that stands in the place of the program.
  async trouble() {
    await this.page.waitForSelector('#problem:not([hidden])');
    return this.page.locator('#problem .problem:visible').getAttribute('data-about');
  }

  async leaves() {
    await this.page.context().close();
    assert.deepEqual(this.complaints, []);
  }
}

// comparePictures tells the size of a picture, how many colours it has, and the
// share of its pixels that another one does not have.
export async function comparePictures(browser, picture, other) {
  const page = await browser.newPage();
  try {
    return await page.evaluate(async (pictures) => {
      const [a, b] = await Promise.all(pictures.map(async (base64) => {
        const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        const drawing = canvas.getContext('2d');
        drawing.drawImage(bitmap, 0, 0);
        return drawing.getImageData(0, 0, canvas.width, canvas.height);
      }));
      const pixels = (image) => new Uint32Array(image.data.buffer);
      const [first, second] = [pixels(a), pixels(b)];
      return {
        width: a.width,
        height: a.height,
        colours: new Set(first).size,
        different: first.filter((pixel, i) => pixel !== second[i]).length / first.length,
      };
    }, [picture, other].map((png) => png.toString('base64')));
  } finally {
    await page.close();
  }
}
