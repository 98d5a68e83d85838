// Serves a folder on loopback, as any plain server does: nothing about the
// program is known here.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types = {
  '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.png': 'image/png', '.webmanifest': 'application/manifest+json',
};

// serve tells the address, and ends when it is asked to. Headers go with every
// packed file, as some servers are set up.
export async function serve(folder, headersOfPacked = {}) {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    try {
      const { size } = await stat(file);
      response.writeHead(200, {
        'Content-Type': types[extname(file)] ?? 'application/octet-stream',
        'Content-Length': size,
        ...(extname(file) === '.gz' ? headersOfPacked : {}),
      });
      createReadStream(file).pipe(response);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => { server.listen(0, '127.0.0.1', listening); });
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    end: () => new Promise((ended) => {
      server.close(ended);
      server.closeAllConnections();
    }),
  };
}
