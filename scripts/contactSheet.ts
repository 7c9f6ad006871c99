/**
 * Puts the pictures of the last run of the editor's tests side by side, for a person to look through:
 * `node scripts/contactSheet.ts [--out <file.jpg or .png>] [--columns <number>] [<name part> …]`. Name parts choose among the pictures.
 * `node scripts/contactSheet.ts --review` makes the sheets of docs/review: one of each theme's graphs, and one of all the rest; and
 * copies the picture that the README opens with.
 */
import { copyFile, glob, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { Failure, runMain } from './support/failure.ts';
import { artefactsFolder, root } from './support/paths.ts';

/** The width of one picture on the sheet, in CSS pixels. */
const width = 480;

/** How the pictures begin that fill the sheets of graphs (of the host that runs Node), and their themes. */
const graphs = 'library/graph-';
const graphThemes = ['light', 'dark', 'hc-dark', 'hc-light'] as const;

interface Sheet {
  /** From the project's root. */
  readonly out: string;
  readonly columns: number;
  /** By the path of a picture from the folder of all of them. */
  readonly holds: (name: string) => boolean;
}

const reviewSheets: readonly Sheet[] = [
  {
    out: 'docs/review/contact-sheet.jpg',
    columns: 4,
    holds: name => !name.startsWith(graphs) && !name.includes('-worker/'),
  },
  ...graphThemes.map(theme => ({
    out: `docs/review/graphs-${theme}.jpg`,
    columns: 3,
    holds: (name: string) => name.startsWith(`${graphs}${theme}-`) || name === `${graphs}state-${theme}.png`,
  })),
];

const overview = {
  from: path.join(artefactsFolder, 'screenshots/library/overview.png'),
  to: path.join(root, 'docs/images/overview.png'),
};

await runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string', default: path.join(artefactsFolder, 'contact-sheet.jpg') },
      columns: { type: 'string', default: '4' },
      review: { type: 'boolean', default: false },
    },
  });
  const columns = Number(values.columns);
  if (!Number.isInteger(columns) || columns < 1) throw new Failure('--columns takes a number from 1.');
  const named = (name: string): boolean =>
    positionals.length === 0 || positionals.some(part => name.includes(part));
  const sheets = values.review ? reviewSheets : [{ out: values.out, columns, holds: named }];
  const browser = await launchBrowser();
  try {
    for (const sheet of sheets) await write(sheet, await browser.newPage());
  } finally {
    await browser.close();
  }
  if (values.review) await copyFile(overview.from, overview.to);
});

async function write({ out, columns, holds }: Sheet, page: Page): Promise<void> {
  const pictures = await picturesThat(holds);
  if (pictures.length === 0)
    throw new Failure(`There are no pictures for ${out}. Run "npm run test:editor" first.`);
  const file = path.resolve(root, out);
  await mkdir(path.dirname(file), { recursive: true });
  await page.setViewportSize({ width: columns * (width + 12) + 12, height: 600 });
  await page.setContent(await html(pictures, columns), { waitUntil: 'load' });
  // The ending says the format; a picture for the repository is small as JPEG.
  await page.screenshot({ path: file, fullPage: true, ...(/\.jpe?g$/.test(file) ? { quality: 80 } : {}) });
  await page.close();
  console.log(`${path.relative(root, file)}: ${pictures.length} pictures`);
}

async function picturesThat(hold: (name: string) => boolean): Promise<readonly string[]> {
  const found: string[] = [];
  const folder = path.join(artefactsFolder, 'screenshots');
  for await (const name of glob('**/*.png', { cwd: folder })) found.push(name.replaceAll(path.sep, '/'));
  return found
    .filter(hold)
    .sort()
    .map(name => path.join(folder, name));
}

async function html(pictures: readonly string[], columns: number): Promise<string> {
  const figures = await Promise.all(pictures.map(figure));
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 12px; display: grid; grid-template-columns: repeat(${columns}, ${width}px); gap: 12px; font: 13px sans-serif }
    figure { margin: 0 } img { width: 100%; display: block; border: 1px solid #888 } figcaption { padding: 4px 0 }
  </style>${figures.join('')}`;
}

async function figure(file: string): Promise<string> {
  const caption = path.relative(path.join(artefactsFolder, 'screenshots'), file).replaceAll(path.sep, '/');
  const data = (await readFile(file)).toString('base64');
  return `<figure><img src="data:image/png;base64,${data}" alt=""><figcaption>${caption}</figcaption></figure>`;
}
