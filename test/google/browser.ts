import { get as getOverHttp } from 'node:http';
import { text } from 'node:stream/consumers';

interface Page {
  readonly status: number;
  readonly location: string | undefined;
  readonly body: string;
}

/** One page, without going where it sends us. */
export function visit(address: string): Promise<Page> {
  return new Promise((resolve, reject) => {
    getOverHttp(address, (message) => {
      const { statusCode = 0, headers } = message;
      text(message).then((body) => {
        resolve({ status: statusCode, location: headers.location, body });
      }, reject);
    }).on('error', reject);
  });
}

/** What a browser does with an address: it goes where it is sent. Returns the last page. */
export async function browse(address: string): Promise<Page> {
  const page = await visit(address);
  return page.location === undefined ? page : browse(page.location);
}
