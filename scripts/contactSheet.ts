/**
 * Puts the pictures of the last run of the editor's tests side by side, for a person to look through:
 * `node scripts/contactSheet.ts [--out <file.jpg or .png>] [--columns <number>] [<name part> …]`. Name parts choose among the pictures.
 */
import { glob, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from './browser.ts';
import { Failure, runMain } from './support/failure.ts';
import { artefactsFolder, root } from './support/paths.ts';

/** The width of one picture on the sheet, in CSS pixels. */
const width = 480;

await runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string', default: path.join(artefactsFolder, 'contact-sheet.jpg') },
      columns: { type: 'string', default: '4' },
    },
  });
  const columns = Number(values.columns);
  if (!Number.isInteger(columns) || columns < 1) throw new Failure('--columns takes a number from 1.');
  const pictures = await picturesNamed(positionals);
  if (pictures.length === 0)
    throw new Failure('There are no such pictures. Run "npm run test:editor" first.');
  const file = path.resolve(root, values.out);
  await mkdir(path.dirname(file), { recursive: true });

  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: columns * (width + 12) + 12, height: 600 } });
    await page.setContent(await sheet(pictures, columns), { waitUntil: 'load' });
    // The ending says the format; a picture for the repository is small as JPEG.
    await page.screenshot({ path: file, fullPage: true, ...(/\.jpe?g$/.test(file) ? { quality: 80 } : {}) });
  } finally {
    await browser.close();
  }
  console.log(`${path.relative(root, file)}: ${pictures.length} pictures`);
});

async function picturesNamed(parts: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  const folder = path.join(artefactsFolder, 'screenshots');
  for await (const name of glob('**/*.png', { cwd: folder })) found.push(name);
  return found
    .filter(name => parts.length === 0 || parts.some(part => name.includes(part)))
    .sort()
    .map(name => path.join(folder, name));
}

async function sheet(pictures: readonly string[], columns: number): Promise<string> {
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
