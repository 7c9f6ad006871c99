/**
 * The extension and its tests in the extension host that runs in a web worker: the page of the workbench is told, on its way to the
 * browser, that both are to be had at an address of its own, and that address is answered from the disk.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page, Route } from 'playwright-core';

/** What the workbench reads the extension from. */
const mount = '/devext';

const types: Readonly<Record<string, string>> = {
  '.json': 'application/json',
  '.cjs': 'text/javascript',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** Another text for a file of the folder, by its path from there; `undefined`: as it is. The text is `undefined` where no file is. */
export type Rewrite = (below: string, text: string | undefined) => string | undefined;

/**
 * Before the page is opened.
 * @param development The folder of the extension and the module of tests in it, as absolute paths.
 * @param rewrite What to give in the place of a file; default: each as it is.
 */
export async function serveExtensions(
  page: Page,
  origin: string,
  development: { readonly extension: string; readonly tests: string },
  rewrite: Rewrite = () => undefined,
): Promise<void> {
  const { host: authority } = new URL(origin);
  const uri = (below: string) => ({ scheme: 'http', authority, path: `${mount}${below}` });
  const tests = path.relative(development.extension, development.tests).replaceAll(path.sep, '/');
  const options = {
    extensions: [uri('')],
    extensionTestsPath: uri(`/${tests}`),
  };
  await page.route(
    url => url.origin === origin && url.pathname === '/',
    async route => {
      const response = await route.fetch();
      await route.fulfill({ response, body: withDevelopment(await response.text(), options) });
    },
  );
  await page.context().route(
    url => url.origin === origin && url.pathname.startsWith(`${mount}/`),
    route => answer(route, development.extension, rewrite),
  );
}

/** The workbench's page with further settings in the attribute that holds them. */
function withDevelopment(html: string, developmentOptions: object): string {
  const attribute = /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/;
  const [, start = '', escaped = ''] = attribute.exec(html) ?? [];
  if (start === '') throw new Error('The page of the workbench has no settings');
  const settings: unknown = JSON.parse(escaped.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
  const known = Reflect.get(Object(settings), 'developmentOptions') ?? {};
  const more = { ...Object(settings), developmentOptions: { ...Object(known), ...developmentOptions } };
  const text = JSON.stringify(more).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return html.replace(attribute, () => `${start}${text}"`);
}

/** Nothing outside of the folder is given; what is not there is asked for too, and answered so. */
async function answer(route: Route, folder: string, rewrite: Rewrite): Promise<void> {
  const { pathname } = new URL(route.request().url());
  const below = decodeURIComponent(pathname).slice(mount.length + 1);
  const file = path.join(folder, below);
  const isInside = file.startsWith(`${folder}${path.sep}`);
  const read = isInside ? await readFile(file).catch(() => undefined) : undefined;
  const body = rewrite(below, read?.toString('utf8')) ?? read;
  const headers = { 'access-control-allow-origin': '*' };
  if (body === undefined) return route.fulfill({ status: 404, headers });
  const contentType = types[path.extname(below)] ?? 'application/octet-stream';
  await route.fulfill({ status: 200, body, contentType, headers });
}
